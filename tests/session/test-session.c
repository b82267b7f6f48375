/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The session as the program uses it, without a screen: live lists follow edits, undo outlives a
 * restart, an act that was cut off is offered, two instances, conflicts in words, drafts, history,
 * sealed fields.
 */
#include "config.h"

#include "gw-colleague.h"
#include "gw-key-shown.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-error.h"
#include "gw-session-history.h"
#include "gw-session-jobs.h"
#include "gw-session-lists.h"
#include "gw-session-records.h"
#include "gw-session-rescue.h"
#include "gw-shift.h"

#include <glib/gstdio.h>

/** Fixture: a folder and an open session in it. */
typedef struct
{
  char *folder;
  char *path;
  GwClock *clock;
  GwSession *session;
} Fixture;

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_session (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->session = gw_session_open_sync (self->path, GW_SESSION_CREATE, self->clock, &error);
  g_assert_no_error (error);
}

static void
close_session (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  gw_session_close_sync (self->session, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (self->session);
  self->session = NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("gw-session-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "team.gw", NULL);
  self->clock = gw_clock_new_fixed (NULL, (GwInstant){ G_GINT64_CONSTANT (1795417800000000) });
  open_session (self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->session != NULL)
    close_session (self);
  gw_clock_unref (self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Short ways ------------------------------------------------------------------------------ */

static void
submit (Fixture *self, GwChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;

  gw_session_submit_async (self->session, change, NULL, keep_result, &result);
  wait_for (&result);
  commit = gw_session_submit_finish (self->session, result, &error);
  g_assert_no_error (error);
}

static GwId
add_person (Fixture *self, const char *first_name)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autofree char *label = g_strdup_printf ("Add %s", first_name);
  g_autoptr (GwChange) change = gw_change_new (label);

  gw_person_set_first_name (draft, first_name);
  gw_change_add_draft (change, draft);
  submit (self, change);
  return gw_draft_get_id (draft);
}

static void
rename_person (Fixture *self, GwId id, const char *first_name)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_item_get_record (item));
  g_autofree char *label = g_strdup_printf ("Change %s", first_name);
  g_autoptr (GwChange) change = gw_change_new (label);

  gw_person_set_first_name (draft, first_name);
  gw_change_add_draft (change, draft);
  submit (self, change);
}

static GwLiveList *
watch_people (Fixture *self)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  GwLiveList *list;

  gw_query_sort (query, GW_PERSON_FIRST_NAME, FALSE);
  list = gw_session_watch (self->session, query);
  while (gw_live_list_get_state (list) == GW_LIVE_LIST_LOADING)
    g_main_context_iteration (NULL, TRUE);
  return list;
}

static char *
names_of (GwLiveList *list)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GwItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              gw_person_get_first_name (gw_item_get_record (item)));
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (GwLiveList *list, const char *wanted)
{
  g_autofree char *names = names_of (list);

  g_assert_cmpstr (names, ==, wanted);
}

static char *
take_back (Fixture *self, gboolean again, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (again)
    gw_session_redo_async (self->session, keep_result, &result);
  else
    gw_session_undo_async (self->session, keep_result, &result);
  wait_for (&result);
  return gw_session_undo_finish (self->session, result, error);
}

static void
assert_taken_back (Fixture *self, gboolean again, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = take_back (self, again, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, wanted);
}

/* Tests ----------------------------------------------------------------------------------- */

static void
test_lists_follow (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = watch_people (self);
  g_autoptr (GwItem) item = NULL;
  GwId rose;

  assert_names (list, "");
  rose = add_person (self, "Rose");
  add_person (self, "Ali");
  assert_names (list, "Ali Rose");
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  rename_person (self, rose, "Aaron");
  assert_names (list, "Aaron Ali");
  g_assert_true (gw_id_equal (gw_item_get_id (item), rose));
  g_assert_cmpstr (gw_person_get_first_name (gw_item_get_record (item)), ==, "Aaron");
}

static void
test_undo_and_redo (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = watch_people (self);

  g_assert_false (gw_session_get_can_undo (self->session));
  add_person (self, "Rose");
  add_person (self, "Ali");
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Ali");
  assert_taken_back (self, FALSE, "Add Ali");
  assert_names (list, "Rose");
  assert_taken_back (self, FALSE, "Add Rose");
  assert_names (list, "");
  g_assert_false (gw_session_get_can_undo (self->session));
  assert_taken_back (self, TRUE, "Add Rose");
  assert_taken_back (self, TRUE, "Add Ali");
  assert_names (list, "Ali Rose");
  g_assert_false (gw_session_get_can_redo (self->session));
  /* A fresh act ends redoing. */
  assert_taken_back (self, FALSE, "Add Ali");
  add_person (self, "May");
  g_assert_false (gw_session_get_can_redo (self->session));
}

static void
test_undo_after_reopening (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = NULL;

  add_person (self, "Rose");
  add_person (self, "Ali");
  add_person (self, "May");
  assert_taken_back (self, FALSE, "Add May");
  close_session (self);
  open_session (self);
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Ali");
  g_assert_cmpstr (gw_session_get_redo_label (self->session), ==, "Add May");
  assert_taken_back (self, FALSE, "Add Ali");
  assert_taken_back (self, TRUE, "Add Ali");
  assert_taken_back (self, TRUE, "Add May");
  list = watch_people (self);
  assert_names (list, "Ali May Rose");
  g_clear_object (&list);
}

/* Pressing undo twice, without waiting, takes two acts back; after an edit, that edit. */
static void
test_undo_in_a_hurry (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = watch_people (self);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  g_autoptr (GwChange) change = gw_change_new ("Add May");
  const char *wanted[] = { "Add May", "Add Ali", "Add Rose" };
  GAsyncResult *results[4] = { NULL };

  add_person (self, "Rose");
  add_person (self, "Ali");
  gw_person_set_first_name (draft, "May");
  gw_change_add_draft (change, draft);
  gw_session_submit_async (self->session, change, NULL, keep_result, &results[3]);
  for (guint i = 0; i < 3; i++)
    gw_session_undo_async (self->session, keep_result, &results[i]);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *label = NULL;

      wait_for (&results[i]);
      label = gw_session_undo_finish (self->session, results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpstr (label, ==, wanted[i]);
    }
  assert_names (list, "");
  for (guint i = 0; i < 4; i++)
    g_object_unref (results[i]);
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
      submit (self, change);
    }
  close_session (self);
  open_session (self);
  g_assert_cmpstr (gw_session_get_unfinished_label (self->session), ==, "Import people");
  gw_session_undo_unfinished_async (self->session, keep_result, &result);
  wait_for (&result);
  label = gw_session_undo_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_null (gw_session_get_unfinished_label (self->session));
  list = watch_people (self);
  assert_names (list, "");
  g_clear_object (&list);
}

static void
test_undo_of_something_changed_since (Fixture *self, gconstpointer data)
{
  GwId rose = add_person (self, "Rose");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwDraft) draft = gw_draft_new_for (gw_item_get_record (item));
  g_autoptr (GwChange) change = gw_change_new ("A log line");

  /* A change that undo does not list leaves the person otherwise than the insertion did. */
  gw_person_set_last_name (draft, "Tanner");
  gw_change_add_draft (change, draft);
  gw_change_set_role (change, GW_CHANGE_UNDO, GW_ID_NONE);
  submit (self, change);
  label = take_back (self, FALSE, &error);
  g_assert_null (label);
  g_assert_error (error, GW_ERROR, GW_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "cannot be undone"));
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Rose");
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
  GwId rose = add_person (self, "Rose");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autoptr (GwDraft) stale = gw_draft_new_for (gw_item_get_record (item));
  g_autoptr (GwChange) change = gw_change_new ("Change Rose");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = NULL;

  rename_person (self, rose, "Rosemary");
  gw_person_set_first_name (stale, "Rosie");
  gw_change_add_draft (change, stale);
  gw_session_submit_async (self->session, change, NULL, keep_result, &result);
  wait_for (&result);
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
  GwId rose = add_person (self, "Rose");
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
  close_session (self);
  open_session (self);
  source = GW_RECORD_SOURCE (self->session);
  gw_record_source_get_draft_async (source, &gw_person_type, rose, keep_result, &result);
  wait_for (&result);
  text = gw_record_source_get_draft_finish (source, result);
  g_assert_nonnull (text);
  gw_draft_apply_text (later, text);
  g_assert_cmpstr (gw_draft_get_value (later, GW_PERSON_MATTERS)->text, ==,
                   "Two sugars,\nand the blue cup");
  g_clear_object (&result);
  gw_record_source_drop_draft (source, &gw_person_type, rose);
  close_session (self);
  open_session (self);
  source = GW_RECORD_SOURCE (self->session);
  gw_record_source_get_draft_async (source, &gw_person_type, rose, keep_result, &nothing);
  wait_for (&nothing);
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
  submit (self, change);
  gw_session_set_user (self->session, gw_draft_get_id (marta));
  rose = add_person (self, "Rose");
  rename_person (self, rose, "Rosie");
  item = gw_session_get_item (self->session, &gw_person_type, rose);
  gw_session_history_async (self->session, gw_item_get_record (item), keep_result, &result);
  wait_for (&result);
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
  close_session (self);
  open_session (self);
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
  submit (self, change);
  item = gw_session_get_item (self->session, &gw_person_type, gw_draft_get_id (draft));
  gw_record_source_reveal_async (source, gw_item_get_record (item), GW_PERSON_KEY_SAFE, keep_result,
                                 &result);
  wait_for (&result);
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
  GwId rose = add_person (self, "Rose");
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, rose);
  g_autofree char *title = gw_session_dup_title (self->session, gw_item_get_record (item));
  g_autofree char *hidden = NULL;

  g_assert_cmpstr (title, ==, "Rose");
  g_assert_cmpstr (gw_session_get_undo_label (self->session), ==, "Add Rose");
  gw_session_set_hide_names (self->session, TRUE);
  g_assert_null (strstr (gw_session_get_undo_label (self->session), "Rose"));
  assert_taken_back (self, FALSE, "a change");
  assert_taken_back (self, TRUE, "a change");
  hidden = gw_session_dup_title (self->session, gw_item_get_record (item));
  g_assert_cmpstr (hidden, ==, "R");
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

static void
delete_person (Fixture *self, GwId id)
{
  g_autoptr (GwItem) item = gw_session_get_item (self->session, &gw_person_type, id);
  g_autoptr (GwChange) change = gw_change_new ("Delete");

  gw_change_delete (change, gw_item_get_record (item));
  submit (self, change);
}

/* Two deleted people, both named by something, do not push each other out for ever. */
static void
test_names_of_the_deleted (Fixture *self, gconstpointer data)
{
  GwId rose = add_person (self, "Rose");
  GwId ali = add_person (self, "Ali");
  Asking asking = { .records = { make_shown (rose), make_shown (ali) } };

  delete_person (self, rose);
  delete_person (self, ali);
  close_session (self);
  open_session (self);
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
test_backup_and_restore (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GwLiveList) list = NULL;
  g_autofree char *aside = NULL;

  add_person (self, "Rose");
  gw_session_back_up_async (self->session, NULL, keep_result, &made);
  wait_for (&made);
  g_assert_true (gw_session_back_up_finish (self->session, made, &error));
  g_assert_no_error (error);
  add_person (self, "Ali");
  gw_session_list_backups_async (self->session, NULL, keep_result, &listed);
  wait_for (&listed);
  lines = gw_session_list_backups_finish (self->session, listed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, >=, 1);
  gw_session_restore_async (self->session, ((GwBackupLine *) g_ptr_array_index (lines, 0))->path,
                            keep_result, &restored);
  wait_for (&restored);
  aside = gw_session_restore_finish (self->session, restored, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_clear_object (&restored);
  g_clear_object (&made);
  g_clear_object (&listed);
  g_clear_object (&self->session);
  open_session (self);
  list = watch_people (self);
  assert_names (list, "Rose");
  g_clear_object (&list);
}

/* A damaged file gets its newest backup back; without one there is a sentence. */
static void
test_rescue (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strdup (gw_session_get_path (self->session));
  g_autofree char *aside = NULL;
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) rescued = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwBackupLine) newest = NULL;
  g_autoptr (GwBackupLine) line = NULL;
  g_autoptr (GwLiveList) list = NULL;

  add_person (self, "Rose");
  gw_session_back_up_async (self->session, NULL, keep_result, &made);
  wait_for (&made);
  g_assert_true (gw_session_back_up_finish (self->session, made, &error));
  g_clear_object (&made);
  close_session (self);
  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  gw_session_rescue_find_async (path, NULL, keep_result, &found);
  wait_for (&found);
  newest = gw_session_rescue_find_finish (found);
  g_assert_nonnull (newest);
  gw_session_rescue_async (path, NULL, keep_result, &rescued);
  wait_for (&rescued);
  line = gw_session_rescue_finish (rescued, &aside, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line->path, ==, newest->path);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  open_session (self);
  list = watch_people (self);
  assert_names (list, "Rose");
  g_clear_object (&list);
}

static void
test_rescue_without_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.gw", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) rescued = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  gw_session_rescue_find_async (path, "/nowhere", keep_result, &found);
  wait_for (&found);
  g_assert_null (gw_session_rescue_find_finish (found));
  gw_session_rescue_async (path, "/nowhere", keep_result, &rescued);
  wait_for (&rescued);
  g_assert_null (gw_session_rescue_finish (rescued, &aside, &error));
  g_assert_nonnull (error);
  g_assert_null (aside);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_list_to_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "people.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GwQuery) query = gw_query_new (&gw_person_type);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_person (self, "Rose");
  add_person (self, "Ali, \"the walker\"");
  gw_session_export_list_async (self->session, query, file, keep_result, &result);
  g_assert_cmpuint (g_list_model_get_n_items (gw_session_get_jobs (self->session)), ==, 1);
  wait_for (&result);
  g_assert_true (gw_session_export_list_finish (self->session, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (gw_session_get_jobs (self->session)), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Rose"));
  g_assert_nonnull (strstr (text, "\"Ali, \"\"the walker\"\"\""));
}

static void
add_shift_of_marta (GwChange *change, GwDay day)
{
  g_autoptr (GwDraft) marta = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwDraft) shift = gw_draft_new (&gw_shift_type);

  gw_colleague_set_first_name (marta, "Marta");
  gw_colleague_set_last_name (marta, "Nowak");
  gw_shift_set_colleague (shift, gw_draft_get_id (marta));
  gw_shift_set_day (shift, day);
  gw_shift_set_start (shift, GW_HM (7, 0));
  gw_shift_set_end (shift, GW_HM (14, 0));
  gw_change_add_draft (change, marta);
  gw_change_add_draft (change, shift);
}

/* Two colleagues of the same name each get a file. */
static void
test_calendars (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *first = g_build_filename (self->folder, "Marta Nowak.ics", NULL);
  g_autofree char *second = g_build_filename (self->folder, "Marta Nowak 2.ics", NULL);
  g_autoptr (GwChange) change = gw_change_new ("Add two");
  GwDay today = gw_clock_get_today (self->clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  add_shift_of_marta (change, today);
  add_shift_of_marta (change, today);
  submit (self, change);
  gw_session_export_calendars_async (self->session, today, gw_day_add (today, 7), folder,
                                     keep_result, &result);
  wait_for (&result);
  g_assert_cmpint (gw_session_export_calendars_finish (self->session, result, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("lists-follow", test_lists_follow);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-in-a-hurry", test_undo_in_a_hurry);
  ADD ("undo-after-reopening", test_undo_after_reopening);
  ADD ("unfinished-group", test_unfinished_group);
  ADD ("undo-of-something-changed-since", test_undo_of_something_changed_since);
  ADD ("two-instances", test_two_instances);
  ADD ("conflict-in-words", test_conflict_in_words);
  ADD ("invalid-in-words", test_invalid_in_words);
  ADD ("drafts-survive", test_drafts_survive);
  ADD ("history-and-user", test_history_and_user);
  ADD ("reveal-is-logged", test_reveal_is_logged);
  ADD ("titles", test_titles);
  ADD ("names-of-the-deleted", test_names_of_the_deleted);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("rescue", test_rescue);
  ADD ("rescue-without-backup", test_rescue_without_backup);
  ADD ("list-to-file", test_list_to_file);
  ADD ("calendars", test_calendars);
#undef ADD
  return g_test_run ();
}
