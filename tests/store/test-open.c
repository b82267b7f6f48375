/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening: files that are not ours, files of other versions, two instances, folders that may not
 * be written.
 */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
exec (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
write_file (const char *path, const char *content, gssize length)
{
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  fixture_open_fails (self, GW_STORE_NO_FLAGS, GW_ERROR_NOT_FOUND);
  fixture_open_fails (self, GW_STORE_READ_ONLY, GW_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_free (self->path);
  self->path = g_build_filename (self->folder, "nowhere", "team.gw", NULL);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_NOT_FOUND);
}

static void
test_not_a_database (Fixture *self, gconstpointer data)
{
  write_file (self->path, "name,postcode\nRose,AB1 2CD\n", -1);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_CORRUPT);
  fixture_open_fails (self, GW_STORE_READ_ONLY, GW_ERROR_CORRUPT);
}

static void
test_empty_file (Fixture *self, gconstpointer data)
{
  write_file (self->path, "", 0);
  fixture_open_fails (self, GW_STORE_NO_FLAGS, GW_ERROR_CORRUPT);
  fixture_open_fails (self, GW_STORE_READ_ONLY, GW_ERROR_CORRUPT);
  fixture_close (fixture_open (self));
}

/* A folder, and a pipe that would keep the reader waiting for ever. */
static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_CORRUPT);
  fixture_open_fails (self, GW_STORE_READ_ONLY, GW_ERROR_CORRUPT);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_CORRUPT);
  fixture_open_fails (self, GW_STORE_READ_ONLY, GW_ERROR_CORRUPT);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
}

/* Through a link it is still the same file, with the same lock. */
static void
test_link (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autofree char *path = g_steal_pointer (&self->path);

  self->path = g_build_filename (self->folder, "link.gw", NULL);
  g_assert_cmpint (symlink (path, self->path), ==, 0);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_BUSY);
  fixture_close (store);
  store = fixture_open (self);
  g_assert_cmpstr (gw_store_get_path (store), ==, path);
  fixture_close (store);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
}

static void
test_somebody_elses (Fixture *self, gconstpointer data)
{
  exec (self->path, "CREATE TABLE songs (title TEXT)");
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_CORRUPT);
}

static void
test_too_new (Fixture *self, gconstpointer data)
{
  fixture_close (fixture_open (self));
  exec (self->path, "PRAGMA user_version = 99");
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_TOO_NEW);
  exec (self->path, "PRAGMA user_version = 1; UPDATE gw_type SET version = 7 WHERE key = 'visit'");
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_TOO_NEW);
}

/* A trigger in a file that was sent by somebody never runs: the file is refused. */
static void
test_trigger (Fixture *self, gconstpointer data)
{
  fixture_close (fixture_open (self));
  exec (self->path, "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM visit; END");
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_CORRUPT);
}

static void
test_column_missing (Fixture *self, gconstpointer data)
{
  fixture_close (fixture_open (self));
  exec (self->path, "ALTER TABLE person DROP COLUMN home");
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_CORRUPT);
}

static void
test_damaged_row (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwQuery) query = gw_query_new (&fixture_person_type);
  g_autoptr (GError) error = NULL;

  fixture_insert (self, store, person);
  fixture_close (store);
  exec (self->path, "UPDATE person SET id = x'01'");
  store = fixture_open (self);
  g_assert_null (gw_store_query_sync (store, query, NULL, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_CORRUPT);
  fixture_close (store);
}

static void
test_two_instances (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autofree char *lock = g_strconcat (self->path, "-lock", NULL);
  GwStoreConfig config = fixture_config (self, GW_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) looker = NULL;

  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_BUSY);
  looker = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&looker);
  fixture_close (store);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  fixture_close (fixture_open (self));
}

/* A lock file that a killed program left behind is no lock. */
static void
test_stale_lock (Fixture *self, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (self->path, "-lock", NULL);

  write_file (lock, "1\n", -1);
  fixture_close (fixture_open (self));
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  GwStoreConfig config = fixture_config (self, GW_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  GwChange *change = gw_change_new ("Add");

  fixture_insert (self, store, person);
  fixture_close (store);
  store = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (gw_store_is_read_only (store));
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 1);
  gw_change_delete (change, person);
  fixture_submit_fails (self, store, change, GW_ERROR_READ_ONLY);
  fixture_close (store);
}

static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("the administrator may write everywhere");
      return;
    }
  fixture_close (fixture_open (self));
  chmod (self->folder, 0500);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_READ_ONLY);
  store = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  chmod (self->folder, 0700);
}

/* A place nobody may write to, whoever runs the test. */
static void
test_unwritable_place (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);
  g_autoptr (GError) error = NULL;

  config.path = "/proc/self/team.gw";
  g_assert_null (gw_store_open_sync (&config, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == GW_ERROR);
}

static GBytes *
hand_over_key (const char *path, gpointer user_data, GError **error)
{
  ++*(guint *) user_data;
  return g_bytes_new_static ("0123456789abcdef0123456789abcdef", 32);
}

static GBytes *
hand_over_nothing (const char *path, gpointer user_data, GError **error)
{
  ++*(guint *) user_data;
  return NULL;
}

/* There is one hook, it is asked once, and this build does not pretend to encrypt. */
static void
test_key_hook (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = NULL;
  guint n_calls = 0;

  config.key_hook = hand_over_key;
  config.key_data = &n_calls;
  g_assert_null (gw_store_open_sync (&config, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
  g_assert_cmpuint (n_calls, ==, 1);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  config.key_hook = hand_over_nothing;
  store = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (gw_store_is_encrypted (store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/open/missing", test_missing);
  FIXTURE_ADD ("/open/no-folder", test_no_folder);
  FIXTURE_ADD ("/open/not-a-database", test_not_a_database);
  FIXTURE_ADD ("/open/empty-file", test_empty_file);
  FIXTURE_ADD ("/open/no-file", test_no_file);
  FIXTURE_ADD ("/open/link", test_link);
  FIXTURE_ADD ("/open/somebody-elses", test_somebody_elses);
  FIXTURE_ADD ("/open/too-new", test_too_new);
  FIXTURE_ADD ("/open/trigger", test_trigger);
  FIXTURE_ADD ("/open/column-missing", test_column_missing);
  FIXTURE_ADD ("/open/damaged-row", test_damaged_row);
  FIXTURE_ADD ("/open/two-instances", test_two_instances);
  FIXTURE_ADD ("/open/stale-lock", test_stale_lock);
  FIXTURE_ADD ("/open/read-only", test_read_only);
  FIXTURE_ADD ("/open/read-only-folder", test_read_only_folder);
  FIXTURE_ADD ("/open/unwritable-place", test_unwritable_place);
  FIXTURE_ADD ("/open/key-hook", test_key_hook);
  return g_test_run ();
}
