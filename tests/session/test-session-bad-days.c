/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bad days through the session: the disk fills up in the middle of an import and of an undo, and the
 * clock of the laptop is set back between edits. Each is told in a sentence, and nothing is lost.
 */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"
#include "gw-test-vfs.h"

#include "gw-error.h"
#include "gw-person.h"
#include "gw-session-edit.h"
#include "gw-session-import.h"
#include "gw-session-records.h"

#define N_ROWS 3000
#define A_YEAR (G_GINT64_CONSTANT (365) * 24 * 60 * 60 * G_USEC_PER_SEC)

static GwImportResult *
import_many (Fixture *self)
{
  g_autoptr (GString) text = g_string_new ("Name\n");
  GwImportSource source = { .target = GW_IMPORT_PEOPLE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GwJob) job = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "Person%u Number%u\n", i, i);
  source.text = text->str;
  job = gw_session_import_async (self->session, &source, 1, gw_await_keep, &result);
  gw_await (&result);
  return gw_session_import_finish (self->session, result);
}

static char *
undo_import (Fixture *self, GwId group, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_undo_import_async (self->session, group, gw_await_keep, &result);
  gw_await (&result);
  return gw_session_undo_finish (self->session, result, error);
}

static void
fill_disk (GwSession *session, gpointer commit, gpointer data)
{
  gw_test_vfs_fill_disk (TRUE);
}

/* What came in before stays, is offered for taking back, and can be. */
static void
test_full_while_importing (Fixture *self, gconstpointer data)
{
  gulong id = g_signal_connect (self->session, "committed", G_CALLBACK (fill_disk), NULL);
  g_autoptr (GwImportResult) result = import_many (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint n_there = fixture_count (self, &gw_person_type);

  g_signal_handler_disconnect (self->session, id);
  g_assert_nonnull (result->failure);
  g_assert_nonnull (strstr (result->failure, "The disk is full"));
  g_assert_cmpuint (n_there, >=, 500);
  g_assert_cmpuint (n_there, <, N_ROWS);
  gw_test_vfs_fill_disk (FALSE);
  fixture_close (self);
  fixture_open (self);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, n_there);
  g_assert_nonnull (gw_session_get_unfinished_label (self->session));
  label = undo_import (self, result->group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 0);
}

/* Taking back is one transaction: all of it or nothing. */
static void
test_full_while_undoing (Fixture *self, gconstpointer data)
{
  g_autoptr (GwImportResult) result = import_many (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *label = NULL;

  g_assert_null (result->failure);
  gw_test_vfs_fill_disk (TRUE);
  refused = undo_import (self, result->group, &error);
  g_assert_null (refused);
  g_assert_error (error, GW_ERROR, GW_ERROR_DISK_FULL);
  g_assert_nonnull (strstr (error->message, "Nothing was changed"));
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, N_ROWS);
  g_clear_error (&error);
  gw_test_vfs_fill_disk (FALSE);
  label = undo_import (self, result->group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count (self, &gw_person_type), ==, 0);
}

static void
note_failure (GwSession *session, const char *sentence, guint *n_failures)
{
  ++*n_failures;
}

static void
keep (Fixture *self, const GwDraft *draft)
{
  gw_record_source_keep_draft (GW_RECORD_SOURCE (self->session), draft);
}

static void
drop (Fixture *self, const GwDraft *draft)
{
  gw_record_source_drop_draft (GW_RECORD_SOURCE (self->session), &gw_person_type,
                               gw_draft_get_id (draft));
}

/* Whether the disk has all that was typed. */
static gboolean
has_all (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_keep_typed_async (self->session, gw_await_keep, &result);
  return gw_session_keep_typed_finish (self->session, gw_await (&result));
}

/* (transfer full) */
static char *
find_kept (Fixture *self, const GwDraft *draft)
{
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);
  g_autoptr (GAsyncResult) result = NULL;

  gw_record_source_get_draft_async (source, &gw_person_type, gw_draft_get_id (draft), gw_await_keep,
                                    &result);
  return gw_record_source_get_draft_finish (source, gw_await (&result));
}

static GwDraft *
type_name (const char *name)
{
  GwDraft *draft = gw_draft_new (&gw_person_type);

  gw_person_set_first_name (draft, name);
  return draft;
}

/* What is typed and not kept is known until it is saved or given up, so that closing can ask. */
static void
test_full_while_typing (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = type_name ("Rose");
  g_autofree char *text = NULL;
  guint n_failures = 0;

  g_signal_connect (self->session, "drafts-failed", G_CALLBACK (note_failure), &n_failures);
  g_assert_true (has_all (self));
  gw_test_vfs_fill_disk (TRUE);
  keep (self, draft);
  g_assert_false (has_all (self));
  g_assert_cmpuint (n_failures, ==, 1);
  gw_person_set_first_name (draft, "Rosemary");
  keep (self, draft);
  text = find_kept (self, draft);
  g_assert_nonnull (strstr (text, "Rosemary"));
  drop (self, draft);
  g_assert_true (has_all (self));
  gw_test_vfs_fill_disk (FALSE);
}

/* What "add" finds again, (transfer full), or NULL. */
static GwDraft *
find_new (Fixture *self)
{
  GwRecordSource *source = GW_RECORD_SOURCE (self->session);
  g_autoptr (GAsyncResult) result = NULL;

  gw_record_source_get_new_draft_async (source, &gw_person_type, gw_await_keep, &result);
  return gw_record_source_get_new_draft_finish (source, gw_await (&result));
}

/* A new record whose draft the disk refused is offered again, the newest of them. */
static void
test_refused_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) rose = type_name ("Rose");
  g_autoptr (GwDraft) ali = type_name ("Ali");
  g_autoptr (GwDraft) newest = NULL;
  g_autoptr (GwDraft) other = NULL;
  g_autoptr (GwDraft) none = NULL;

  keep (self, rose);
  g_assert_true (has_all (self));
  gw_test_vfs_fill_disk (TRUE);
  gw_person_set_first_name (rose, "Rosemary");
  keep (self, rose);
  keep (self, ali);
  g_assert_false (has_all (self));
  newest = find_new (self);
  g_assert_nonnull (newest);
  g_assert_true (gw_id_equal (gw_draft_get_id (newest), gw_draft_get_id (ali)));
  drop (self, ali);
  other = find_new (self);
  g_assert_nonnull (other);
  g_assert_cmpstr (gw_draft_get_value (other, GW_PERSON_FIRST_NAME)->text, ==, "Rosemary");
  /* The disk has no room to forget it either. */
  drop (self, rose);
  none = find_new (self);
  g_assert_null (none);
  gw_test_vfs_fill_disk (FALSE);
}

/* One draft that is kept or given up says nothing about another. */
static void
test_full_while_typing_two (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) rose = type_name ("Rose");
  g_autoptr (GwDraft) bert = type_name ("Bert");

  gw_test_vfs_fill_disk (TRUE);
  keep (self, rose);
  keep (self, bert);
  g_assert_false (has_all (self));
  drop (self, bert);
  g_assert_false (has_all (self));
  drop (self, rose);
  g_assert_true (has_all (self));
  gw_test_vfs_fill_disk (FALSE);
}

/* Where there is room again, what was refused goes to the disk before the file closes. */
static void
test_room_after_typing (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = type_name ("Rose");
  g_autofree char *text = NULL;

  gw_test_vfs_fill_disk (TRUE);
  keep (self, draft);
  g_assert_false (has_all (self));
  gw_test_vfs_fill_disk (FALSE);
  g_assert_true (has_all (self));
  fixture_close (self);
  fixture_open (self);
  text = find_kept (self, draft);
  g_assert_nonnull (strstr (text, "Rose"));
}

static void
keep_now (GwRecordSource *source, const GwDraft *draft)
{
  gw_record_source_keep_draft (source, draft);
}

/* A form that was going to keep it in a moment is asked first. */
static void
test_full_at_the_last_key (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = type_name ("Rose");

  g_signal_connect (self->session, "drafts-due", G_CALLBACK (keep_now), draft);
  gw_test_vfs_fill_disk (TRUE);
  g_assert_false (has_all (self));
  gw_test_vfs_fill_disk (FALSE);
  g_assert_true (has_all (self));
  g_signal_handlers_disconnect_by_data (self->session, draft);
}

/* The answer to what was dropped meanwhile is not one to what was typed after it. */
static void
test_dropped_on_the_way (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = type_name ("Rose");

  gw_test_vfs_fill_disk (TRUE);
  keep (self, draft);
  drop (self, draft);
  g_assert_true (has_all (self));
  keep (self, draft);
  g_assert_false (has_all (self));
  gw_test_vfs_fill_disk (FALSE);
}

static void
set_clock_back (Fixture *self)
{
  gw_clock_set (self->clock, (GwInstant){ gw_clock_get_now (self->clock).value - A_YEAR });
}

/* The order of what happened is that of the edits, whatever the clock said at each. */
static void
test_clock_set_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GwLiveList) list = NULL;
  GwId rose = fixture_add_person (self, "Rose");

  set_clock_back (self);
  fixture_rename_person (self, rose, "Rosie");
  fixture_close (self);
  set_clock_back (self);
  fixture_open (self);
  fixture_add_person (self, "Ali");
  fixture_assert_taken_back (self, FALSE, "Add Ali");
  fixture_assert_taken_back (self, FALSE, "Change Rosie");
  list = fixture_watch_people (self);
  fixture_assert_names (list, "Rose");
  fixture_assert_taken_back (self, TRUE, "Change Rosie");
  fixture_assert_taken_back (self, TRUE, "Add Ali");
  fixture_assert_names (list, "Ali Rosie");
  g_clear_object (&list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add (name, Fixture, NULL, fixture_set_up_vfs, test, fixture_tear_down)
  ADD ("/session-bad-days/full-while-importing", test_full_while_importing);
  ADD ("/session-bad-days/full-while-undoing", test_full_while_undoing);
  ADD ("/session-bad-days/full-while-typing", test_full_while_typing);
  ADD ("/session-bad-days/full-while-typing-two", test_full_while_typing_two);
  ADD ("/session-bad-days/full-while-typing-new", test_refused_new);
  ADD ("/session-bad-days/room-after-typing", test_room_after_typing);
  ADD ("/session-bad-days/full-at-the-last-key", test_full_at_the_last_key);
  ADD ("/session-bad-days/dropped-on-the-way", test_dropped_on_the_way);
  ADD ("/session-bad-days/clock-set-back", test_clock_set_back);
#undef ADD
  return g_test_run ();
}
