/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups through the session: made, brought back, and found when the team file is damaged. */
#include "config.h"

#include "session-fixture.h"

#include "gw-await.h"

#include "gw-session-backup.h"
#include "gw-session-error.h"
#include "gw-session-rescue.h"

static void
back_up (Fixture *self)
{
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GError) error = NULL;

  gw_session_back_up_async (self->session, NULL, gw_await_keep, &made);
  g_assert_true (gw_session_back_up_finish (self->session, gw_await (&made), &error));
  g_assert_no_error (error);
}

static void
assert_only_rose (Fixture *self)
{
  g_autoptr (GwLiveList) list = fixture_watch_people (self);

  fixture_assert_names (list, "Rose");
}

static void
test_backup_and_restore (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *aside = NULL;

  fixture_add_person (self, "Rose");
  back_up (self);
  fixture_add_person (self, "Ali");
  gw_session_list_backups_async (self->session, NULL, gw_await_keep, &listed);
  gw_await (&listed);
  lines = gw_session_list_backups_finish (self->session, listed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, >=, 1);
  gw_session_restore_async (self->session, ((GwBackupLine *) g_ptr_array_index (lines, 0))->path,
                            gw_await_keep, &restored);
  gw_await (&restored);
  aside = gw_session_restore_finish (self->session, restored, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_clear_object (&restored);
  g_clear_object (&listed);
  g_clear_object (&self->session);
  fixture_open (self);
  assert_only_rose (self);
}

/* A damaged file gets its newest backup back; without one there is a sentence. */
static void
test_rescue (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strdup (gw_session_get_path (self->session));
  g_autofree char *aside = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) rescued = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwBackupLine) newest = NULL;
  g_autoptr (GwBackupLine) line = NULL;

  fixture_add_person (self, "Rose");
  back_up (self);
  fixture_close (self);
  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  gw_session_rescue_find_async (path, NULL, gw_await_keep, &found);
  gw_await (&found);
  newest = gw_session_rescue_find_finish (found);
  g_assert_nonnull (newest);
  gw_session_rescue_async (path, NULL, gw_await_keep, &rescued);
  gw_await (&rescued);
  line = gw_session_rescue_finish (rescued, &aside, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line->path, ==, newest->path);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  fixture_open (self);
  assert_only_rose (self);
}

static void
test_rescue_without_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.gw", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) rescued = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  /* What is said when nothing is open leads to no window that needs an open file. */
  g_assert_null (gw_session_open_sync (path, GW_SESSION_NO_FLAGS, NULL, &error));
  sentence = gw_session_error_to_sentence (error, GW_ERROR_DEED_OPEN);
  g_assert_nonnull (strstr (sentence, "Please choose another one"));
  g_assert_null (strstr (sentence, "Backups"));
  g_clear_error (&error);
  gw_session_rescue_find_async (path, "/nowhere", gw_await_keep, &found);
  gw_await (&found);
  g_assert_null (gw_session_rescue_find_finish (found));
  gw_session_rescue_async (path, "/nowhere", gw_await_keep, &rescued);
  gw_await (&rescued);
  g_assert_null (gw_session_rescue_finish (rescued, &aside, &error));
  g_assert_nonnull (error);
  g_assert_null (aside);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/session-rescue/backup-and-restore", test_backup_and_restore);
  FIXTURE_ADD ("/session-rescue/rescue", test_rescue);
  FIXTURE_ADD ("/session-rescue/rescue-without-backup", test_rescue_without_backup);
  return g_test_run ();
}
