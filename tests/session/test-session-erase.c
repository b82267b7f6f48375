/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody's data erased through the session: what is about them goes with them, what only mentions
 * them stays, and nothing on the screen or in the file remembers.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-colleague.h"
#include "gw-error.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-erase.h"
#include "gw-session-lists.h"
#include "gw-session-records.h"
#include "gw-travel-override.h"
#include "gw-visit.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
add_visit (Fixture *self, GwId person)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a visit");

  gw_visit_set_person (draft, person);
  gw_visit_set_day (draft, gw_clock_get_today (self->clock));
  gw_visit_set_earliest (draft, GW_HM (8, 0));
  gw_visit_set_latest (draft, GW_HM (8, 0));
  gw_visit_set_duration (draft, (GwSpan){ 30 });
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
}

static void
add_way (Fixture *self, GwId from, GwId to)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_travel_override_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a way");

  gw_travel_override_set_from_person (draft, from);
  gw_travel_override_set_to_person (draft, to);
  gw_travel_override_set_duration (draft, (GwSpan){ 4 });
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
}

static guint
count_about (Fixture *self, GwId person)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  gw_session_list_about_async (self->session, &gw_person_type, person, gw_await_keep, &result);
  gw_await (&result);
  records = gw_session_list_about_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_true (gw_id_equal (gw_record_get_id (g_ptr_array_index (records, 0)), person));
  return records->len;
}

static gboolean
erase (Fixture *self, GwId person, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_erase_async (self->session, &gw_person_type, person, gw_await_keep, &result);
  gw_await (&result);
  return gw_session_erase_finish (self->session, result, error);
}

static void
test_all_about_them (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  GwId ali = fixture_add_person (self, "Ali");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwLiveList) list = fixture_watch_people (self);
  g_autoptr (GError) error = NULL;

  add_visit (self, rose);
  add_visit (self, rose);
  add_visit (self, ali);
  add_way (self, ali, rose);
  g_assert_cmpuint (count_about (self, rose), ==, 4);
  g_assert_cmpuint (count_about (self, ali), ==, 3);

  g_assert_true (erase (self, rose, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (self, &gw_visit_type), ==, 1);
  g_assert_cmpuint (fixture_count (self, &gw_travel_override_type), ==, 0);
  g_assert_true (gw_record_is_deleted (gw_item_get_record (item)));
  g_assert_false (gw_record_has (gw_item_get_record (item), GW_PERSON_FIRST_NAME));
  while (gw_live_list_get_state (list) != GW_LIVE_LIST_READY ||
         g_list_model_get_n_items (G_LIST_MODEL (list)) != 1)
    g_main_context_iteration (NULL, TRUE);
  fixture_assert_names (list, "Ali");
  g_clear_object (&list);
  g_clear_object (&item);
  fixture_close (self);
  fixture_open (self);
  g_assert_cmpuint (fixture_count (self, &gw_visit_type), ==, 1);
}

/* Again, as after a full disk, and of somebody who was only deleted before. */
static void
test_again (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GError) error = NULL;

  fixture_delete_person (self, rose);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (erase (self, rose, &error));
      g_assert_no_error (error);
    }
}

static void
test_nobody (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (erase (self, gw_id_new (), &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "not there any more"));
}

/* What erased somebody is never offered for undo, nor what was done to them before. */
static void
test_no_way_back (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (erase (self, rose, &error));
  label = fixture_take_back (self, FALSE, &error);
  g_assert_null (label);
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 0);
}

static void
add_visit_by (Fixture *self, GwId person, GwId colleague, gint days_from_today)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);
  g_autoptr (GwChange) change = gw_change_new ("Add a visit");

  gw_visit_set_person (draft, person);
  gw_visit_set_day (draft, gw_day_add (gw_clock_get_today (self->clock), days_from_today));
  gw_visit_set_duration (draft, (GwSpan){ 30 });
  gw_visit_set_colleagues (draft, (GwIds){ &colleague, 1 });
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
}

/* What is to come is open again; that somebody came stays, without a name. */
static void
test_mentions (Fixture *self, gconstpointer data)
{
  GwId marta = fixture_add_colleague (self, "Marta");
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GwQuery) query = gw_query_new (&gw_visit_type);
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  add_visit_by (self, rose, marta, -3);
  add_visit_by (self, rose, marta, +3);
  gw_session_set_user (self->session, marta);
  gw_session_erase_async (self->session, &gw_colleague_type, marta, gw_await_keep, &result);
  gw_await (&result);
  g_assert_true (gw_session_erase_finish (self->session, result, &error));
  g_assert_no_error (error);
  gw_query_sort (query, GW_VISIT_DAY, FALSE);
  visits = gw_session_query_sync (self->session, query, NULL, &error);
  g_assert_cmpuint (visits->len, ==, 2);
  g_assert_cmpuint (gw_visit_get_colleagues (visits->pdata[0]).n, ==, 1);
  g_assert_cmpuint (gw_visit_get_colleagues (visits->pdata[1]).n, ==, 0);
  g_assert_true (gw_id_is_none (gw_session_get_user_id (self->session)));
}

/* What was done to others before can still be taken back: the erasing is no act in its way. */
static void
test_undo_steps_past (Fixture *self, gconstpointer data)
{
  GwId rose;
  g_autoptr (GError) error = NULL;

  fixture_add_person (self, "Ali");
  rose = fixture_add_person (self, "Rose");
  g_assert_true (erase (self, rose, &error));
  gw_await_that (gw_session_get_undo_label (self->session) != NULL);
  fixture_assert_taken_back (self, FALSE, "Add Ali");
}

static void
mark_as_unfinished (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db, "INSERT INTO gw_meta (key, value) VALUES ('erasing', 1)", NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (db);
}

/* An attachment that cannot be removed stops it, whoever runs the test: it is a folder. */
static void
test_stopped_and_stopped_again (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (64, 'a');
  g_autofree char *level = g_strconcat (self->path, "-files/aa", NULL);
  g_autofree char *obstacle = g_build_filename (level, name, NULL);

  g_assert_null (gw_session_get_unfinished_erasing (self->session));
  for (guint i = 0; i < 2; i++)
    {
      fixture_close (self);
      if (i == 0)
        mark_as_unfinished (self->path);
      g_assert_cmpint (g_mkdir_with_parents (obstacle, 0700), ==, 0);
      fixture_open (self);
      g_assert_nonnull (gw_session_get_unfinished_erasing (self->session));
    }
  fixture_close (self);
  g_assert_cmpint (g_rmdir (obstacle), ==, 0);
  fixture_open (self);
  g_assert_null (gw_session_get_unfinished_erasing (self->session));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session-erase/all-about-them", test_all_about_them);
  FIXTURE_ADD ("/session-erase/again", test_again);
  FIXTURE_ADD ("/session-erase/nobody", test_nobody);
  FIXTURE_ADD ("/session-erase/no-way-back", test_no_way_back);
  FIXTURE_ADD ("/session-erase/mentions", test_mentions);
  FIXTURE_ADD ("/session-erase/undo-steps-past", test_undo_steps_past);
  FIXTURE_ADD ("/session-erase/stopped-and-stopped-again", test_stopped_and_stopped_again);
  return g_test_run ();
}
