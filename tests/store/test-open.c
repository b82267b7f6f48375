/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening: files that are not ours, files of other versions, two instances, folders that may not
 * be written; and migrations.
 */
#include "config.h"

#include "gw-backup.h"

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

/* --- migrations --- */

enum
{
  LATER_NAME,
  LATER_REMARKS,
  LATER_BORN,
  LATER_CODE,
  LATER_HOME,
  LATER_PHOTO,
  LATER_PHONE,
  LATER_FRIENDS,
  LATER_NEXT_VISIT,
  LATER_N_FIELDS
};

#define FIELD(name, field_kind, version, ...)                                                \
  {                                                                                          \
    .key = name, .kind = GW_FIELD_##field_kind, .label = name, .since = version, __VA_ARGS__ \
  }

static const GwField later_fields[] = {
  FIELD ("name", TEXT, 1, .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE),
  FIELD ("remarks", RICH_TEXT, 2, .flags = GW_FIELD_SEARCHABLE),
  FIELD ("born", DAY, 1, .flags = 0),
  FIELD ("code", SEALED, 1, .flags = 0),
  FIELD ("home", PLACE, 1, .flags = 0),
  FIELD ("photo", ATTACHMENT, 1, .flags = 0),
  FIELD ("phone", TEXT, 2, .flags = GW_FIELD_SEARCHABLE),
  FIELD ("friends", REFERENCES, 2, .target = "person"),
  FIELD ("next_visit", REFERENCE, 3, .target = "visit"),
};

static const GwRecordType later_person_type = {
  .key = "person",
  .label = "Person",
  .fields = later_fields,
  .n_fields = LATER_N_FIELDS,
  .title_fields = { LATER_NAME, -1 },
  .since = 1,
};

static const GwRecordType *const later_types[] = { &later_person_type, &fixture_visit_type,
                                                   &fixture_entry_type };
static const GwSchemaStep later_steps[] = { { "person", "notes", "remarks" } };

static GwStoreConfig
later_config (Fixture *self)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_NO_FLAGS);

  config.types = later_types;
  config.steps = later_steps;
  config.n_steps = G_N_ELEMENTS (later_steps);
  return config;
}

static void
check_migrated (Fixture *self, GwId id, const char *name, const char *notes)
{
  GwStoreConfig config = later_config (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = gw_store_open_sync (&config, NULL, &error);
  g_autoptr (GwRecord) person = NULL;
  g_autoptr (GwDraft) draft = NULL;
  GwChange *change = gw_change_new ("Use what is new");

  g_assert_no_error (error);
  person = fixture_get (store, &later_person_type, id);
  g_assert_cmpstr (gw_record_get_text (person, LATER_NAME), ==, name);
  g_assert_cmpstr (gw_record_get_text (person, LATER_REMARKS), ==, notes);
  draft = gw_draft_new_for (person);
  gw_draft_set_text (draft, LATER_PHONE, "01 2345");
  gw_draft_set_ids (draft, LATER_FRIENDS, &id, 1);
  gw_change_add_draft (change, draft);
  gw_commit_unref (fixture_submit (self, store, change));
}

static void
test_new_fields (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwRecord) noted = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  fixture_insert (self, store, person);
  noted = fixture_set_text (self, store, person, PERSON_NOTES, "Likes tea");
  fixture_close (store);
  check_migrated (self, gw_record_get_id (person), "Rose", "Likes tea");
  backups = gw_backup_list_sync (self->path, NULL, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  fixture_open_fails (self, GW_STORE_CREATE, GW_ERROR_TOO_NEW);
}

/* What another laptop wrote for a field that this one did not know yet. */
static void
test_promoted (Fixture *self, gconstpointer data)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_person_type);
  g_autofree char *id_text = gw_id_to_text (gw_draft_get_id (draft));
  g_autofree char *extra = g_strdup_printf (
      "{\"phone\":\"01 2345\",\"friends\":\"%s\",\"next_visit\":\"nonsense\",\"hat\":7}", id_text);
  g_autoptr (GwRecord) person = NULL;
  g_autoptr (GwRecord) later = NULL;
  GwStoreConfig config = later_config (self);
  g_autoptr (GError) error = NULL;
  guint n_friends = 0;

  gw_draft_set_text (draft, PERSON_NAME, "Rose");
  gw_draft_set_extra (draft, extra);
  person = gw_draft_build (draft);
  fixture_insert (self, store, person);
  fixture_close (store);
  store = gw_store_open_sync (&config, NULL, &error);
  g_assert_no_error (error);
  later = fixture_get (store, &later_person_type, gw_record_get_id (person));
  g_assert_cmpstr (gw_record_get_text (later, LATER_PHONE), ==, "01 2345");
  g_assert_nonnull (gw_record_get_ids (later, LATER_FRIENDS, &n_friends));
  g_assert_cmpuint (n_friends, ==, 1);
  g_assert_false (gw_record_has (later, LATER_NEXT_VISIT));
  g_assert_cmpstr (gw_record_get_extra (later), ==, "{\"next_visit\":\"nonsense\",\"hat\":7}");
  fixture_close (store);
}

static const GwField renamed_fields[] = {
  FIELD ("client", REFERENCE, 2, .target = "person", .flags = GW_FIELD_REQUIRED),
  FIELD ("date", DAY, 2, .flags = GW_FIELD_REQUIRED),
  FIELD ("colleagues", REFERENCES, 2, .target = "person"),
};

static const GwRecordType renamed_visit_type = {
  .key = "visit",
  .label = "Visit",
  .fields = renamed_fields,
  .n_fields = G_N_ELEMENTS (renamed_fields),
  .title_fields = { 1, -1 },
  .since = 1,
};

static const GwSchemaStep renaming[] = {
  { "visit", "person", "client" },
  { "visit", "day", "date" },
  { "visit", "helpers", "colleagues" },
};

/* References, days and sets keep their values, their indexes and their history under a new name. */
static void
test_renamed (Fixture *self, gconstpointer data)
{
  static const GwRecordType *const types[] = { &fixture_person_type, &renamed_visit_type };
  GwStore *store = fixture_open (self);
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwRecord) visit = fixture_make_visit (rose, 9823);
  GwChange *change = gw_change_new ("Help");
  GwStoreConfig config = fixture_config (self, GW_STORE_NO_FLAGS);
  g_autoptr (GwQuery) query = gw_query_new (&renamed_visit_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_insert (self, store, rose);
  fixture_insert (self, store, visit);
  gw_change_add_member (change, visit, VISIT_HELPERS, gw_record_get_id (rose));
  gw_commit_unref (fixture_submit (self, store, change));
  fixture_close (store);
  config.types = types;
  config.n_types = G_N_ELEMENTS (types);
  config.steps = renaming;
  config.n_steps = G_N_ELEMENTS (renaming);
  for (guint i = 0; i < 2; i++)
    {
      store = gw_store_open_sync (&config, NULL, &error);
      g_assert_no_error (error);
      fixture_close (store);
    }
  store = gw_store_open_sync (&config, NULL, &error);
  gw_query_where_id (query, 0, gw_record_get_id (rose));
  gw_query_where_between (query, 1, 9823, 9823);
  gw_query_where_id (query, 2, gw_record_get_id (rose));
  found = gw_store_query_sync (store, query, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  fixture_close (store);
}

static void
test_migrate_needs_writing (Fixture *self, gconstpointer data)
{
  GwStoreConfig config = later_config (self);
  g_autoptr (GError) error = NULL;

  fixture_close (fixture_open (self));
  config.flags = GW_STORE_READ_ONLY;
  g_assert_null (gw_store_open_sync (&config, NULL, &error));
  g_assert_error (error, GW_ERROR, GW_ERROR_READ_ONLY);
}

static void
unpack (const char *packed, const char *path)
{
  g_autoptr (GFile) source = g_file_new_for_path (packed);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) file = g_file_read (source, NULL, &error);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GFileOutputStream) output = NULL;

  g_assert_no_error (error);
  plain = g_converter_input_stream_new (G_INPUT_STREAM (file), G_CONVERTER (gzip));
  output = g_file_create (target, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (output), plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

/* A file as version 1 of the program left it (tests/fixtures/stores/README.md). */
static void
test_old_file (Fixture *self, gconstpointer data)
{
  g_autofree char *packed = g_build_filename (g_getenv ("GW_SOURCE_ROOT"),
                                              "tests/fixtures/stores/v1.gw.gz", NULL);
  GwStore *store;

  unpack (packed, self->path);
  store = fixture_open (self);
  g_assert_cmpint (fixture_count (store, &fixture_person_type), ==, 2);
  g_assert_cmpint (fixture_count (store, &fixture_visit_type), ==, 1);
  g_assert_cmpuint (gw_store_get_sequence (store), ==, 5);
  fixture_close (store);
  check_migrated (self, gw_id_from_seed (1000, 1, 1), "Zoë", "Likes tea\nand the garden");
}

/* How v1.gw was made; run with GW_MAKE_OLD_STORE=FILE by whoever adds a version. */
static void
make_old_store (const char *path)
{
  Fixture fixture = { 0 };
  g_autoptr (GwDraft)
      zoe = gw_draft_new_with_id (&fixture_person_type, gw_id_from_seed (1000, 1, 1));
  g_autoptr (GwDraft)
      sam = gw_draft_new_with_id (&fixture_person_type, gw_id_from_seed (1000, 1, 2));
  g_autoptr (GwDraft)
      visit = gw_draft_new_with_id (&fixture_visit_type, gw_id_from_seed (1000, 1, 3));
  g_autoptr (GwRecord) first = NULL;
  g_autoptr (GwRecord) second = NULL;
  g_autoptr (GwRecord) third = NULL;
  g_autoptr (GwRecord) noted = NULL;
  GwChange *change = gw_change_new ("Leave");
  GwId ids[2];
  GwStore *store;

  fixture_set_up (&fixture, NULL);
  g_free (fixture.path);
  fixture.path = g_strdup (path);
  store = fixture_open (&fixture);
  gw_draft_set_text (zoe, PERSON_NAME, "Zoë");
  gw_draft_set_text (sam, PERSON_NAME, "Sam");
  first = gw_draft_build (zoe);
  second = gw_draft_build (sam);
  ids[0] = gw_record_get_id (first);
  ids[1] = gw_record_get_id (second);
  gw_draft_set_id (visit, VISIT_PERSON, ids[0]);
  gw_draft_set_integer (visit, VISIT_DAY, 9823);
  gw_draft_set_ids (visit, VISIT_HELPERS, ids, 2);
  third = gw_draft_build (visit);
  fixture_insert (&fixture, store, first);
  fixture_insert (&fixture, store, second);
  fixture_insert (&fixture, store, third);
  noted = fixture_set_text (&fixture, store, first, PERSON_NOTES, "Likes tea\nand the garden");
  gw_change_expect (change, noted, PERSON_NOTES);
  gw_commit_unref (fixture_submit (&fixture, store, change));
  fixture_close (store);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  if (g_getenv ("GW_MAKE_OLD_STORE") != NULL)
    {
      make_old_store (g_getenv ("GW_MAKE_OLD_STORE"));
      return 0;
    }
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
  FIXTURE_ADD ("/migration/new-fields", test_new_fields);
  FIXTURE_ADD ("/migration/promoted", test_promoted);
  FIXTURE_ADD ("/migration/renamed", test_renamed);
  FIXTURE_ADD ("/migration/needs-writing", test_migrate_needs_writing);
  FIXTURE_ADD ("/migration/old-file", test_old_file);
  return g_test_run ();
}
