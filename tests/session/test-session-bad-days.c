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

/* What is typed and not kept is known until it is saved or given up, so that closing can ask. */
static void
test_full_while_typing (Fixture *self, gconstpointer data)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_person_type);
  guint n_failures = 0;

  g_signal_connect (self->session, "drafts-failed", G_CALLBACK (note_failure), &n_failures);
  gw_person_set_first_name (draft, "Rose");
  gw_test_vfs_fill_disk (TRUE);
  gw_record_source_keep_draft (GW_RECORD_SOURCE (self->session), draft);
  gw_await_that (n_failures == 1);
  g_assert_true (gw_session_has_unkept_draft (self->session));
  gw_test_vfs_fill_disk (FALSE);
  gw_record_source_keep_draft (GW_RECORD_SOURCE (self->session), draft);
  gw_await_that (!gw_session_has_unkept_draft (self->session));
  gw_test_vfs_fill_disk (TRUE);
  gw_record_source_keep_draft (GW_RECORD_SOURCE (self->session), draft);
  gw_await_that (gw_session_has_unkept_draft (self->session));
  gw_record_source_drop_draft (GW_RECORD_SOURCE (self->session), &gw_person_type,
                               gw_draft_get_id (draft));
  g_assert_false (gw_session_has_unkept_draft (self->session));
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
  ADD ("/session-bad-days/clock-set-back", test_clock_set_back);
#undef ADD
  return g_test_run ();
}
