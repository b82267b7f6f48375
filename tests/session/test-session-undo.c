/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo through the session: it outlives a restart, waits for what is being saved, refuses what was
 * changed since, and an act that was cut off is offered.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-error.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-records.h"

static void
test_undo_and_redo (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = fixture_watch_people (self);

  g_assert_false (gw_session_get_can_undo (self->session));
  fixture_add_person (self, "Rose");
  fixture_add_person (self, "Ali");
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Ali");
  fixture_assert_taken_back (self, FALSE, "Add Ali");
  fixture_assert_names (list, "Rose");
  fixture_assert_taken_back (self, FALSE, "Add Rose");
  fixture_assert_names (list, "");
  g_assert_false (gw_session_get_can_undo (self->session));
  fixture_assert_taken_back (self, TRUE, "Add Rose");
  fixture_assert_taken_back (self, TRUE, "Add Ali");
  fixture_assert_names (list, "Ali Rose");
  g_assert_false (gw_session_get_can_redo (self->session));
  /* A fresh act ends redoing. */
  fixture_assert_taken_back (self, FALSE, "Add Ali");
  fixture_add_person (self, "May");
  g_assert_false (gw_session_get_can_redo (self->session));
}

/* Pressing undo twice, without waiting, takes two acts back; after an edit, that edit. */
static void
test_undo_in_a_hurry (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = fixture_watch_people (self);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GwChange) change = gw_change_new ("Add May");
  const char *wanted[] = { "Add May", "Add Ali", "Add Rose" };
  GAsyncResult *results[4] = { NULL };

  fixture_add_person (self, "Rose");
  fixture_add_person (self, "Ali");
  gw_person_set_first_name (draft, "May");
  gw_change_add_draft (change, draft);
  gw_session_submit_async (self->session, change, NULL, gw_await_keep, &results[3]);
  for (guint i = 0; i < 3; i++)
    gw_session_undo_async (self->session, gw_await_keep, &results[i]);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *label = NULL;

      gw_await (&results[i]);
      label = gw_session_undo_finish (self->session, results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpstr (label, ==, wanted[i]);
    }
  fixture_assert_names (list, "");
  for (guint i = 0; i < 4; i++)
    g_object_unref (results[i]);
}

/* The first act ever can be taken back at once, too; one that is refused cannot. */
static void
test_undo_of_the_first_act (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GwChange) change = gw_change_new ("Add May");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GwCommit) commit = NULL;

  gw_person_set_first_name (draft, "May");
  gw_change_add_draft (change, draft);
  g_cancellable_cancel (cancellable);
  gw_session_submit_async (self->session, change, cancellable, gw_await_keep, &result);
  g_assert_true (gw_session_get_can_undo (self->session));
  gw_await (&result);
  commit = gw_session_submit_finish (self->session, result, NULL);
  g_assert_null (commit);
  g_assert_false (gw_session_get_can_undo (self->session));
  gw_session_submit (self->session, change);
  g_assert_true (gw_session_get_can_undo (self->session));
  fixture_assert_taken_back (self, FALSE, "Add May");
  g_assert_false (gw_session_get_can_undo (self->session));
}

static void
test_undo_after_reopening (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = NULL;

  fixture_add_person (self, "Rose");
  fixture_add_person (self, "Ali");
  fixture_add_person (self, "May");
  fixture_assert_taken_back (self, FALSE, "Add May");
  fixture_close (self);
  fixture_open (self);
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Ali");
  g_assert_cmpstr (gw_session_get_redo_label (self->session), ==, "Add May");
  fixture_assert_taken_back (self, FALSE, "Add Ali");
  fixture_assert_taken_back (self, TRUE, "Add Ali");
  fixture_assert_taken_back (self, TRUE, "Add May");
  list = fixture_watch_people (self);
  fixture_assert_names (list, "Ali May Rose");
  g_clear_object (&list);
}

static void
test_unfinished_group (Fixture *self, gconstpointer data)
{
  GwId group = gw_id_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GwLiveList) list = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
      g_autoptr (GwChange) change = gw_change_new ("Import people");

      gw_person_set_first_name (draft, i == 0 ? "Rose" : "Ali");
      gw_change_add_draft (change, draft);
      gw_change_set_group (change, group, FALSE);
      fixture_submit (self, change);
    }
  fixture_close (self);
  fixture_open (self);
  g_assert_cmpstr (gw_session_get_unfinished_label (self->session), ==, "Import people");
  gw_session_undo_unfinished_async (self->session, gw_await_keep, &result);
  gw_await (&result);
  label = gw_session_undo_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_null (gw_session_get_unfinished_label (self->session));
  list = fixture_watch_people (self);
  fixture_assert_names (list, "");
  g_clear_object (&list);
}

static void
test_undo_of_something_changed_since (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_item_get_record (item));
  g_autoptr (GwChange) change = gw_change_new ("A log line");

  /* A change that undo does not list leaves the person otherwise than the insertion did. */
  gw_person_set_last_name (draft, "Tanner");
  gw_change_add_draft (change, draft);
  gw_change_set_role (change, GW_CHANGE_NOTE, GW_ID_NONE);
  fixture_submit (self, change);
  label = fixture_take_back (self, FALSE, &error);
  g_assert_null (label);
  g_assert_error (error, GW_ERROR, GW_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "cannot be undone"));
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Rose");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session-undo/undo-and-redo", test_undo_and_redo);
  FIXTURE_ADD ("/session-undo/undo-in-a-hurry", test_undo_in_a_hurry);
  FIXTURE_ADD ("/session-undo/undo-of-the-first-act", test_undo_of_the_first_act);
  FIXTURE_ADD ("/session-undo/undo-after-reopening", test_undo_after_reopening);
  FIXTURE_ADD ("/session-undo/unfinished-group", test_unfinished_group);
  FIXTURE_ADD ("/session-undo/undo-of-something-changed-since",
               test_undo_of_something_changed_since);
  return g_test_run ();
}
