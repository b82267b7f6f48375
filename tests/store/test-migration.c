/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Migrations: new fields, a field the older program kept without knowing it, a renamed one, and a
 * file that an older program made.
 */
#include "config.h"

#include "gw-backup.h"

#include "store-fixture.h"

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
  FIXTURE_ADD ("/migration/new-fields", test_new_fields);
  FIXTURE_ADD ("/migration/promoted", test_promoted);
  FIXTURE_ADD ("/migration/renamed", test_renamed);
  FIXTURE_ADD ("/migration/needs-writing", test_migrate_needs_writing);
  FIXTURE_ADD ("/migration/old-file", test_old_file);
  return g_test_run ();
}
