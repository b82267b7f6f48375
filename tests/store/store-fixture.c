/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fixture of the store's tests.
 */
#include "config.h"

#include "store-fixture.h"

#include "gw-test-folder.h"

#include <string.h>

static const GwChoice kinds[] = { { 1, "breakfast", "Breakfast" }, { 2, "tea", "Tea" }, { 0 } };

#define FIELD(name, field_kind, text, ...)                                             \
  {                                                                                    \
    .key = name, .kind = GW_FIELD_##field_kind, .label = text, .since = 1, __VA_ARGS__ \
  }

static const GwField person_fields[] = {
  FIELD ("name", TEXT, "Name", .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE),
  FIELD ("notes", RICH_TEXT, "Notes", .flags = GW_FIELD_SEARCHABLE),
  FIELD ("born", DAY, "Born", .flags = 0),
  /* Searchable by mistake, which must have no effect. */
  FIELD ("code", SEALED, "Key safe", .flags = GW_FIELD_SEARCHABLE),
  FIELD ("home", PLACE, "Home", .flags = 0),
  FIELD ("photo", ATTACHMENT, "Photo", .flags = 0),
};

const GwRecordType fixture_person_type = {
  .key = "person",
  .label = "Person",
  .label_plural = "People",
  .fields = person_fields,
  .n_fields = PERSON_N_FIELDS,
  .title_fields = { PERSON_NAME, -1 },
  .since = 1,
};

static const GwField visit_fields[] = {
  FIELD ("person", REFERENCE, "Person", .target = "person", .flags = GW_FIELD_REQUIRED),
  FIELD ("day", DAY, "Day", .flags = GW_FIELD_REQUIRED),
  FIELD ("start", MINUTE, "Start", .flags = 0),
  FIELD ("helpers", REFERENCES, "Helpers", .target = "person"),
  FIELD ("kind", CHOICE, "Kind", .choices = kinds),
  FIELD ("note", TEXT, "Note", .flags = GW_FIELD_SEARCHABLE),
  FIELD ("price", MONEY, "Price", .flags = 0),
  FIELD ("critical", FLAG, "Critical", .flags = 0),
};

const GwRecordType fixture_visit_type = {
  .key = "visit",
  .label = "Visit",
  .label_plural = "Visits",
  .fields = visit_fields,
  .n_fields = VISIT_N_FIELDS,
  .title_fields = { VISIT_DAY, VISIT_NOTE, -1 },
  .since = 1,
};

static const GwField entry_fields[] = {
  FIELD ("text", TEXT, "Text", .flags = 0),
  FIELD ("person", REFERENCE, "Person", .target = "person"),
};

const GwRecordType fixture_entry_type = {
  .key = "entry",
  .label = "Entry",
  .label_plural = "Entries",
  .append_only = TRUE,
  .fields = entry_fields,
  .n_fields = ENTRY_N_FIELDS,
  .title_fields = { ENTRY_TEXT, -1 },
  .since = 1,
};

const GwRecordType *const fixture_types[3] = { &fixture_person_type, &fixture_visit_type,
                                               &fixture_entry_type };

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("gw-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "team.gw", NULL);
  self->clock = gw_clock_new_fixed (zone, FIXTURE_NOW);
  self->author = gw_id_from_seed (1, 2, 3);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  gw_test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  gw_clock_unref (self->clock);
}

GwStoreConfig
fixture_config (Fixture *self, guint flags)
{
  return (GwStoreConfig){ .path = self->path,
                          .types = fixture_types,
                          .n_types = G_N_ELEMENTS (fixture_types),
                          .flags = flags,
                          .clock = self->clock };
}

GwStore *
fixture_open (Fixture *self)
{
  GwStoreConfig config = fixture_config (self, GW_STORE_CREATE);
  g_autoptr (GError) error = NULL;
  GwStore *store = gw_store_open_sync (&config, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
fixture_open_fails (Fixture *self, guint flags, GwError code)
{
  GwStoreConfig config = fixture_config (self, flags);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = gw_store_open_sync (&config, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, GW_ERROR, (gint) code);
}

void
fixture_close (GwStore *store)
{
  g_autoptr (GError) error = NULL;

  gw_store_close_sync (store, &error);
  g_assert_no_error (error);
  g_object_unref (store);
}

GwRecord *
fixture_make_person (const char *name)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_person_type);

  gw_draft_set_text (draft, PERSON_NAME, name);
  return gw_draft_build (draft);
}

GwRecord *
fixture_make_visit (const GwRecord *person, gint day)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&fixture_visit_type);

  gw_draft_set_id (draft, VISIT_PERSON, gw_record_get_id (person));
  gw_draft_set_integer (draft, VISIT_DAY, day);
  return gw_draft_build (draft);
}

GwCommit *
fixture_submit (Fixture *self, GwStore *store, GwChange *change)
{
  g_autoptr (GError) error = NULL;
  GwCommit *commit = gw_store_submit_sync (store, change, self->author, NULL, &error);

  gw_change_unref (change);
  g_assert_no_error (error);
  g_assert_nonnull (commit);
  return commit;
}

void
fixture_submit_fails (Fixture *self, GwStore *store, GwChange *change, GwError code)
{
  g_autoptr (GError) error = NULL;
  guint64 sequence = gw_store_get_sequence (store);
  GwCommit *commit = gw_store_submit_sync (store, change, self->author, NULL, &error);

  gw_change_unref (change);
  g_assert_null (commit);
  g_assert_error (error, GW_ERROR, (gint) code);
  g_assert_cmpuint (gw_store_get_sequence (store), ==, sequence);
}

void
fixture_insert (Fixture *self, GwStore *store, GwRecord *record)
{
  GwChange *change = gw_change_new ("Add");

  gw_change_insert (change, record);
  gw_commit_unref (fixture_submit (self, store, change));
}

GwRecord *
fixture_set_text (Fixture *self, GwStore *store, const GwRecord *record, guint field,
                  const char *text)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (record);
  GwChange *change = gw_change_new ("Edit");
  g_autoptr (GwCommit) commit = NULL;

  gw_draft_set_text (draft, field, text);
  gw_change_add_draft (change, draft);
  commit = fixture_submit (self, store, change);
  g_assert_cmpuint (gw_commit_get_n_entries (commit), ==, 1);
  return gw_record_ref (gw_commit_get_entry (commit, 0)->after);
}

GwRecord *
fixture_get (GwStore *store, const GwRecordType *type, GwId id)
{
  g_autoptr (GError) error = NULL;
  GwRecord *record = gw_store_get_sync (store, type, id, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

gint64
fixture_count (GwStore *store, const GwRecordType *type)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GError) error = NULL;
  gint64 n = gw_store_count_sync (store, query, NULL, &error);

  g_assert_no_error (error);
  return n;
}

gboolean
fixture_file_holds (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize n_bytes = 0;

  return g_file_get_contents (path, &content, &n_bytes, NULL) &&
         memmem (content, n_bytes, text, strlen (text)) != NULL;
}

gboolean
fixture_tree_holds (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      found = g_file_test (path, G_FILE_TEST_IS_DIR) ? fixture_tree_holds (path, text)
                                                     : fixture_file_holds (path, text);
    }
  return found;
}
