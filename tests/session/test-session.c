/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The session as the program uses it, without a screen: live lists follow edits, two instances,
 * conflicts in words, drafts, history, sealed fields, names.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-colleague.h"
#include "gw-draft-text.h"
#include "gw-key-shown.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-error.h"
#include "gw-session-history.h"
#include "gw-session-records.h"
#include "gw-visit.h"

#include <sqlite3.h>

static void
test_lists_follow (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = fixture_watch_people (self);
  g_autoptr (GwItem) item = NULL;
  GwId rose;

  fixture_assert_names (list, "");
  rose = fixture_add_person (self, "Rose");
  fixture_add_person (self, "Ali");
  fixture_assert_names (list, "Ali Rose");
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  fixture_rename_person (self, rose, "Aaron");
  fixture_assert_names (list, "Aaron Ali");
  g_assert_true (gw_id_equal (gw_item_get_id (item), rose));
  g_assert_cmpstr (gw_person_get_first_name (gw_item_get_record (item)), ==, "Aaron");
}

/* More commits than the feed keeps: an item that stands in no list is read again. */
static void
test_items_after_a_gap (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwRecord) latest = gw_record_ref (gw_item_get_record (item));

  for (guint i = 1; i <= 530; i++)
    {
      g_autofree char *name = g_strdup_printf ("Rose %u", i);
      g_autoptr (GwDraft) draft = gw_draft_new_for (latest);
      g_autoptr (GwChange) change = gw_change_new ("Rename");
      g_autoptr (GwCommit) commit = NULL;

      gw_person_set_first_name (draft, name);
      gw_change_add_draft (change, draft);
      commit = gw_session_submit_sync (self->session, change, NULL, NULL);
      g_assert_nonnull (commit);
      gw_record_unref (latest);
      latest = gw_record_ref (gw_commit_get_entry (commit, 0)->after);
    }
  while (!g_str_equal (gw_person_get_first_name (gw_item_get_record (item)), "Rose 530"))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_two_instances (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GwSession)
      second = gw_session_open_sync (self->path, GW_SESSION_NO_FLAGS, self->clock, &error);
  g_autofree char *sentence = NULL;

  g_assert_null (second);
  g_assert_error (error, GW_ERROR, GW_ERROR_BUSY);
  sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_OPEN);
  g_assert_nonnull (strstr (sentence, "another Good Week"));
}

static void
test_conflict_in_words (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwDraft) stale = gw_draft_new_for (gw_item_get_record (item));
  g_autoptr (GwChange) change = gw_change_new ("Change Rose");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;

  fixture_rename_person (self, rose, "Rosemary");
  gw_person_set_first_name (stale, "Rosie");
  gw_change_add_draft (change, stale);
  gw_session_submit_async (self->session, change, NULL, gw_await_keep, &result);
  gw_await (&result);
  commit = gw_session_submit_finish (self->session, result, &error);
  g_assert_null (commit);
  g_assert_error (error, GW_ERROR, GW_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Somebody changed this meanwhile"));
  g_assert_cmpstr (gw_person_get_first_name (gw_item_get_record (item)), ==, "Rosemary");
}

static void
test_invalid_in_words (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GwChange) change = gw_change_new ("Add nobody");
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;

  gw_person_set_last_name (draft, "Tanner");
  gw_change_add_draft (change, draft);
  commit = gw_session_submit_sync (self->session, change, NULL, &error);
  g_assert_null (commit);
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_drafts_survive (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) nothing = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_item_get_record (item));
  g_autoptr (GwDraft) later = gw_draft_new_for (gw_item_get_record (item));

  gw_person_set_matters (draft, "Two sugars,\nand the blue cup");
  gw_record_source_keep_draft (source, draft);
  g_clear_object (&item);
  fixture_close (self);
  fixture_open (self);
  source = GW_RECORD_SOURCE (self->session);
  gw_record_source_get_draft_async (source, &gw_person_type, rose, gw_await_keep, &result);
  gw_await (&result);
  text = gw_record_source_get_draft_finish (source, result);
  g_assert_nonnull (text);
  gw_draft_apply_text (later, text);
  g_assert_cmpstr (gw_draft_get_value (later, GW_PERSON_MATTERS)->text, ==,
                   "Two sugars,\nand the blue cup");
  g_clear_object (&result);
  gw_record_source_drop_draft (source, &gw_person_type, rose);
  fixture_close (self);
  fixture_open (self);
  source = GW_RECORD_SOURCE (self->session);
  gw_record_source_get_draft_async (source, &gw_person_type, rose, gw_await_keep, &nothing);
  gw_await (&nothing);
  none = gw_record_source_get_draft_finish (source, nothing);
  g_assert_null (none);
}

static void
test_history_and_user (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) marta = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwChange) change = gw_change_new ("Add Marta");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const GwHistoryLine *newest;
  GwId rose;
  g_autoptr (GwItem) item = NULL;

  gw_colleague_set_first_name (marta, "Marta");
  gw_change_add_draft (change, marta);
  fixture_submit (self, change);
  gw_session_set_user (self->session, gw_draft_get_id (marta));
  rose = fixture_add_person (self, "Rose");
  fixture_rename_person (self, rose, "Rosie");
  item = gw_session_get_item (self->session, &gw_person_type, rose);
  gw_session_history_async (self->session, gw_item_get_record (item), gw_await_keep, &result);
  gw_await (&result);
  lines = gw_session_history_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, >=, 2);
  newest = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (newest->who, ==, "Marta");
  g_assert_nonnull (strstr (newest->what, "from “Rose” to “Rosie”"));
  g_assert_cmpstr (newest->label, ==, "Change Rosie");
  g_clear_object (&item);
  g_clear_object (&result);
  /* Who uses the laptop is remembered. */
  fixture_close (self);
  fixture_open (self);
  g_assert_true (gw_id_equal (gw_session_get_user_id (self->session), gw_draft_get_id (marta)));
  g_assert_cmpstr (
      gw_colleague_get_first_name (gw_item_get_record (gw_session_get_user (self->session))), ==,
      "Marta");
}

static void
test_reveal_is_logged (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GwChange) change = gw_change_new ("Add Rose");
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);
  g_autoptr (GwQuery) query = gw_query_new (&gw_key_shown_type);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GwItem) item = NULL;

  gw_person_set_first_name (draft, "Rose");
  gw_person_set_key_safe (draft, "4711");
  gw_change_add_draft (change, draft);
  fixture_submit (self, change);
  item = gw_session_get_item (self->session, &gw_person_type, gw_draft_get_id (draft));
  gw_record_source_reveal_async (source, gw_item_get_record (item), GW_PERSON_KEY_SAFE,
                                 gw_await_keep, &result);
  gw_await (&result);
  text = gw_record_source_reveal_finish (source, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "4711");
  shown = gw_session_query_sync (self->session, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shown->len, ==, 1);
  /* Undo takes back what was done, never the log of what was seen. */
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Rose");
}

static void
test_titles (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autofree char *title = gw_session_dup_title (self->session, gw_item_get_record (item));
  g_autofree char *hidden = NULL;

  g_assert_cmpstr (title, ==, "Rose");
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Rose");
  gw_session_set_hide_names (self->session, TRUE);
  g_assert_null (strstr (gw_session_get_undo_label (self->session), "Rose"));
  fixture_assert_taken_back (self, FALSE, "a change");
  fixture_assert_taken_back (self, TRUE, "a change");
  hidden = gw_session_dup_title (self->session, gw_item_get_record (item));
  g_assert_cmpstr (hidden, ==, "R");
}

/* A name from the right stays in front of the day and does not turn it round. */
static void
test_title_from_the_right (Fixture *self, gconstpointer data)
{
  GwId ali = fixture_add_person (self, "علي");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, ali);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_visit_type);
  g_autoptr (GwRecord) visit = NULL;
  g_autofree char *title = NULL, *alone = NULL;

  gw_visit_set_person (draft, ali);
  gw_visit_set_day (draft, gw_record_source_get_today (GW_RECORD_SOURCE (self->session)));
  visit = gw_draft_build (draft);
  title = gw_session_dup_title (self->session, visit);
  alone = gw_session_dup_title (self->session, gw_item_get_record (item));
  g_assert_true (g_str_has_prefix (title, "\u200e\u2068علي\u2069, "));
  g_assert_cmpstr (alone, ==, "علي");
}

/** Asking: shows the titles of two records whenever names changed. */
typedef struct
{
  GwSession *session;
  GwRecord *records[2];
  guint n_told;
  gboolean is_named;
} Asking;

static void
on_names_changed (Asking *asking)
{
  asking->n_told++;
  asking->is_named = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = gw_session_dup_title (asking->session, asking->records[i]);

      if (strstr (title, "…") != NULL)
        asking->is_named = FALSE;
    }
}

static GwRecord *
make_shown (GwId person)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_key_shown_type);

  gw_key_shown_set_person (draft, person);
  return gw_draft_build (draft);
}

/* Two deleted people, both named by something, do not push each other out for ever. */
static void
test_names_of_the_deleted (Fixture *self, gconstpointer data)
{
  GwId rose = fixture_add_person (self, "Rose");
  GwId ali = fixture_add_person (self, "Ali");
  Asking asking = { .records = { make_shown (rose), make_shown (ali) } };

  fixture_delete_person (self, rose);
  fixture_delete_person (self, ali);
  fixture_close (self);
  fixture_open (self);
  asking.session = self->session;
  g_signal_connect_swapped (self->session, "names-changed", G_CALLBACK (on_names_changed), &asking);
  on_names_changed (&asking);
  g_assert_false (asking.is_named);
  while (!asking.is_named)
    {
      g_assert_cmpuint (asking.n_told, <, 10);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handlers_disconnect_by_data (self->session, &asking);
  gw_record_unref (asking.records[0]);
  gw_record_unref (asking.records[1]);
}

static void
on_drafts_failed (GwRecordSource *source, const char *sentence, guint *n)
{
  g_assert_cmpuint (strlen (sentence), >, 0);
  (*n)++;
}

/* Asks, which waits for what is being kept too. */
static void
ask_for_draft (Fixture *self, const GwDraft *draft, gboolean is_typed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = NULL;
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);

  gw_record_source_get_draft_async (source, &gw_person_type, gw_draft_get_id (draft), gw_await_keep,
                                    &result);
  gw_await (&result);
  text = gw_record_source_get_draft_finish (source, result);
  g_assert_true ((text != NULL) == is_typed);
}

/* What is typed cannot be kept: said once for that, and once for what cannot be read. */
static void
test_drafts_fail_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  sqlite3 *db = NULL;
  guint n = 0;

  gw_person_set_first_name (draft, "Rose");
  g_signal_connect (self->session, "drafts-failed", G_CALLBACK (on_drafts_failed), &n);
  ask_for_draft (self, draft, FALSE);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DROP TABLE gw_draft", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  for (guint i = 0; i < 2; i++)
    {
      gw_record_source_keep_draft (GW_RECORD_SOURCE (self->session), draft);
      ask_for_draft (self, draft, TRUE);
    }
  gw_await_that (n >= 2);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session/lists-follow", test_lists_follow);
  FIXTURE_ADD ("/session/items-after-a-gap", test_items_after_a_gap);
  FIXTURE_ADD ("/session/two-instances", test_two_instances);
  FIXTURE_ADD ("/session/conflict-in-words", test_conflict_in_words);
  FIXTURE_ADD ("/session/invalid-in-words", test_invalid_in_words);
  FIXTURE_ADD ("/session/drafts-survive", test_drafts_survive);
  FIXTURE_ADD ("/session/drafts-fail-once", test_drafts_fail_once);
  FIXTURE_ADD ("/session/history-and-user", test_history_and_user);
  FIXTURE_ADD ("/session/reveal-is-logged", test_reveal_is_logged);
  FIXTURE_ADD ("/session/titles", test_titles);
  FIXTURE_ADD ("/session/title-from-the-right", test_title_from_the_right);
  FIXTURE_ADD ("/session/names-of-the-deleted", test_names_of_the_deleted);
  return g_test_run ();
}
