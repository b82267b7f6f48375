/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking back an act of many commits: slice by slice, while others save; stopped, hindered, without
 * room on the disk, and with the power cut at any moment. Afterwards the store is as it was before,
 * or the act is unfinished and can be taken back or brought back whole.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"
#include "gw-test-vfs.h"

#include "gw-error.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-jobs.h"
#include "gw-session-records.h"

#define N_SLICES 16
#define N_TRIES 20

/* An act of N_SLICES commits with @n_each people. */
static GwId
add_many (Fixture *self, guint n_each)
{
  GwId group = gw_id_new ();

  for (guint i = 0; i < N_SLICES; i++)
    {
      g_autoptr (GwChange) change = gw_change_new ("Many people");

      for (guint j = 0; j < n_each; j++)
        {
          g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
          g_autofree char *name = g_strdup_printf ("Person%u", i * n_each + j);

          gw_person_set_first_name (draft, name);
          gw_change_add_draft (change, draft);
        }
      gw_change_set_group (change, group, i + 1 == N_SLICES);
      fixture_submit (self, change);
    }
  return group;
}

static guint
count_people (Fixture *self)
{
  return fixture_count (self, &gw_person_type);
}

static void
test_there_and_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = fixture_watch_people (self);

  add_many (self, 3);
  for (guint round = 0; round < 2; round++)
    {
      fixture_assert_taken_back (self, FALSE, "Many people");
      g_assert_cmpuint (count_people (self), ==, 0);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
      g_assert_false (gw_session_get_can_undo (self->session));
      g_assert_null (gw_session_get_unfinished_label (self->session));
      fixture_assert_taken_back (self, TRUE, "Many people");
      g_assert_cmpuint (count_people (self), ==, 3 * N_SLICES);
      g_assert_false (gw_session_get_can_redo (self->session));
    }
  g_clear_object (&list);
  fixture_close (self);
  fixture_open (self);
  fixture_assert_taken_back (self, FALSE, "Many people");
  g_assert_cmpuint (count_people (self), ==, 0);
}

/* What somebody saves meanwhile does not wait for the whole. */
static void
test_usable_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) undone = NULL;
  g_autofree char *label = NULL;

  add_many (self, 200);
  gw_session_undo_async (self->session, gw_await_keep, &undone);
  g_assert_cmpuint (g_list_model_get_n_items (gw_session_get_jobs (self->session)), ==, 1);
  fixture_add_person (self, "Rose");
  g_assert_null (undone);
  gw_await (&undone);
  label = gw_session_undo_finish (self->session, undone, NULL);
  g_assert_cmpstr (label, ==, "Many people");
  g_assert_cmpuint (count_people (self), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (gw_session_get_jobs (self->session)), ==, 0);
}

static void
stop_job (GwSession *session, gpointer commit, gpointer data)
{
  g_autoptr (GwJob) job = g_list_model_get_item (gw_session_get_jobs (session), 0);

  if (job != NULL)
    gw_job_stop (job);
}

/* FALSE when it was done before it could be stopped. */
static gboolean
stop_undo (Fixture *self)
{
  gulong id = g_signal_connect (self->session, "committed", G_CALLBACK (stop_job), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = fixture_take_back (self, FALSE, &error);

  g_signal_handler_disconnect (self->session, id);
  if (label != NULL)
    return FALSE;
  g_assert_error (error, GW_ERROR, GW_ERROR_CANCELLED);
  g_assert_nonnull (strstr (error->message, "as it was before"));
  return TRUE;
}

static void
test_stopped (Fixture *self, gconstpointer data)
{
  gboolean stopped = FALSE;

  add_many (self, 100);
  for (guint i = 0; i < N_TRIES && !stopped; i++)
    {
      stopped = stop_undo (self);
      if (!stopped)
        fixture_assert_taken_back (self, TRUE, "Many people");
    }
  g_assert_true (stopped);
  for (guint round = 0; round < 2; round++)
    {
      g_assert_cmpuint (count_people (self), ==, 100 * N_SLICES);
      g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Many people");
      g_assert_false (gw_session_get_can_redo (self->session));
      g_assert_null (gw_session_get_unfinished_label (self->session));
      if (round == 0)
        {
          fixture_close (self);
          fixture_open (self);
        }
    }
  fixture_assert_taken_back (self, FALSE, "Many people");
  g_assert_cmpuint (count_people (self), ==, 0);
}

static void
rename_person (GwChange *change, const GwRecord *person, const char *last_name)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (person);

  gw_person_set_last_name (draft, last_name);
  gw_change_add_draft (change, draft);
}

/* The oldest record, the last to be taken back, was changed by something that undo does not list. */
static void
test_changed_since (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwChange) first = gw_change_new ("Many people");
  g_autoptr (GwChange) note = gw_change_new ("A note");
  GwId group = gw_id_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  rename_person (first, gw_item_get_record (item), "Tanner");
  gw_change_set_group (first, group, FALSE);
  fixture_submit (self, first);
  for (guint i = 0; i < N_SLICES; i++)
    {
      g_autoptr (GwDraft) person = gw_draft_new (&gw_person_type);
      g_autoptr (GwChange) change = gw_change_new ("Many people");

      gw_person_set_first_name (person, "Somebody");
      gw_change_add_draft (change, person);
      gw_change_set_group (change, group, i + 1 == N_SLICES);
      fixture_submit (self, change);
    }
  rename_person (note, gw_item_get_record (item), "Miller");
  gw_change_set_role (note, GW_CHANGE_NOTE, GW_ID_NONE);
  fixture_submit (self, note);
  label = fixture_take_back (self, FALSE, &error);
  g_assert_error (error, GW_ERROR, GW_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "cannot be undone"));
  g_assert_cmpuint (count_people (self), ==, 1 + N_SLICES);
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Many people");
  g_assert_null (gw_session_get_unfinished_label (self->session));
}

static void
fill_disk (GwSession *session, gpointer commit, gpointer data)
{
  gw_test_vfs_fill_disk (TRUE);
}

/* TRUE when the disk was full in the middle of it. */
static gboolean
fill_while_undoing (Fixture *self)
{
  gulong id = g_signal_connect (self->session, "committed", G_CALLBACK (fill_disk), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = fixture_take_back (self, FALSE, &error);

  g_signal_handler_disconnect (self->session, id);
  gw_test_vfs_fill_disk (FALSE);
  if (label != NULL)
    return FALSE;
  g_assert_error (error, GW_ERROR, GW_ERROR_DISK_FULL);
  g_assert_nonnull (strstr (error->message, "Only a part was taken back"));
  return TRUE;
}

/* A part is taken back: undo goes on with the rest, redo brings all of it back. */
static void
test_disk_full (Fixture *self, gconstpointer bring_back)
{
  gboolean full = FALSE;
  guint n;

  add_many (self, 100);
  for (guint i = 0; i < N_TRIES && !full; i++)
    {
      full = fill_while_undoing (self);
      if (!full)
        fixture_assert_taken_back (self, TRUE, "Many people");
    }
  g_assert_true (full);
  n = count_people (self);
  g_assert_cmpuint (n % 100, ==, 0);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 100 * N_SLICES);
  fixture_close (self);
  fixture_open (self);
  g_assert_cmpstr (gw_session_get_unfinished_label (self->session), ==, "Many people");
  g_assert_cmpuint (count_people (self), ==, n);
  fixture_assert_taken_back (self, bring_back != NULL, "Many people");
  g_assert_cmpuint (count_people (self), ==, bring_back != NULL ? 100 * N_SLICES : 0);
  g_assert_null (gw_session_get_unfinished_label (self->session));
  fixture_assert_taken_back (self, bring_back == NULL, "Many people");
}

static void
fixture_lose (Fixture *self)
{
  gw_session_close_sync (self->session, NULL);
  g_assert_finalize_object (self->session);
  self->session = NULL;
}

/* The power is cut at one of many moments of an undo: each slice is whole, and it can be ended. */
static void
test_power_cut (Fixture *self, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (16);
  guint n_between = 0;
  guint n_steps;

  add_many (self, 2);
  n_steps = gw_test_vfs_get_n_steps ();
  fixture_assert_taken_back (self, FALSE, "Many people");
  n_steps = gw_test_vfs_get_n_steps () - n_steps;
  fixture_assert_taken_back (self, TRUE, "Many people");
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *label = NULL;
      guint n;

      gw_test_vfs_cut_after ((guint) g_rand_int_range (random, 1, (gint32) n_steps));
      label = fixture_take_back (self, FALSE, NULL);
      fixture_lose (self);
      gw_test_vfs_restore_power (50, i);
      fixture_open (self);
      n = count_people (self);
      g_assert_cmpuint (n % 2, ==, 0);
      if (n > 0 && n < 2 * N_SLICES)
        {
          n_between++;
          g_assert_cmpstr (gw_session_get_unfinished_label (self->session), ==, "Many people");
        }
      if (n > 0)
        fixture_assert_taken_back (self, FALSE, "Many people");
      g_assert_cmpuint (count_people (self), ==, 0);
      fixture_assert_taken_back (self, TRUE, "Many people");
      g_assert_cmpuint (count_people (self), ==, 2 * N_SLICES);
    }
  g_assert_cmpuint (n_between, >, N_TRIES / 2);
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test, data)                                                       \
  g_test_add ("/session-undo-large/" name, Fixture, data, fixture_set_up_vfs, test, \
              fixture_tear_down)
  ADD ("there-and-back", test_there_and_back, NULL);
  ADD ("usable-meanwhile", test_usable_meanwhile, NULL);
  ADD ("stopped", test_stopped, NULL);
  ADD ("changed-since", test_changed_since, NULL);
  ADD ("disk-full", test_disk_full, NULL);
  ADD ("disk-full-brought-back", test_disk_full, "");
  ADD ("power-cut", test_power_cut, NULL);
#undef ADD
  return g_test_run ();
}
