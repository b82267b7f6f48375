/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Team files that are damaged at random or made by somebody who means harm. What must hold: nothing
 * crashes or hangs (the sanitizers watch), and every refusal is a #GwError with a sentence in
 * UTF-8. GW_FUZZ_RUNS sets the number of damaged files (120); a failing run names its seed, which
 * GW_FUZZ_SEED repeats.
 */
#include "config.h"

#include "gw-attachment-store.h"
#include "gw-backup.h"
#include "gw-store-draft.h"
#include "gw-store-history.h"
#include "gw-store-search.h"
#include "gw-team-file.h"

#include "store-fixture.h"

#include "gw-random-record.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static void
check_error (const GError *error)
{
  if (error == NULL)
    return;
  g_assert_true (error->domain == GW_ERROR);
  g_assert_cmpint (error->code, >=, GW_ERROR_CANCELLED);
  g_assert_cmpint (error->code, <=, GW_ERROR_IO);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
use_records (GwStore *store, const GwRecordType *type)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  gw_query_set_with_deleted (query, TRUE);
  records = gw_store_query_sync (store, query, NULL, NULL, &error);
  check_error (error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autofree char *title = gw_record_dup_title (records->pdata[i]);
      g_autoptr (GError) history_error = NULL;
      g_autoptr (GPtrArray) history = gw_store_history_sync (
          store, type, gw_record_get_id (records->pdata[i]), 50, NULL, &history_error);

      g_assert_true (g_utf8_validate (title, -1, NULL));
      check_error (history_error);
    }
}

static void
use_groups (GwStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = gw_store_list_groups_sync (store, 20, NULL, &error);

  check_error (error);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const GwGroupInfo *group = groups->pdata[i];
      g_autoptr (GError) group_error = NULL;
      g_autoptr (GPtrArray)
          commits = gw_store_dup_group_sync (store, group->group, 0, 0, NULL, NULL, &group_error);

      check_error (group_error);
      if (commits != NULL && commits->len > 0)
        gw_change_unref (
            gw_commit_invert ((GwCommit *const *) commits->pdata, commits->len, "Undo"));
    }
}

static void
use_rest (Fixture *self, GwStore *store)
{
  GError *errors[3] = { NULL };
  g_autoptr (GPtrArray) found = gw_store_search_sync (store, "ros te", NULL, 10, NULL, &errors[0]);
  g_autoptr (GPtrArray) drafts = gw_store_list_drafts_sync (store, NULL, &errors[1]);
  g_autoptr (GwRecord) person = fixture_make_person ("Rose");
  g_autoptr (GwChange) change = gw_change_new ("Add");
  GwCommit *commit;

  gw_change_insert (change, person);
  commit = gw_store_submit_sync (store, change, self->author, NULL, &errors[2]);
  g_clear_pointer (&commit, gw_commit_unref);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      check_error (errors[i]);
      g_clear_error (&errors[i]);
    }
}

/* Everything a program does with a file. */
static void
use (Fixture *self, guint flags)
{
  GwStoreConfig config = fixture_config (self, flags);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwStore) store = gw_store_open_sync (&config, NULL, &error);
  g_autofree char *target = g_strconcat (self->path, "-imported", NULL);

  check_error (error);
  if (store != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (fixture_types); i++)
        use_records (store, fixture_types[i]);
      use_groups (store);
      use_rest (self, store);
    }
  g_clear_error (&error);
  gw_team_file_import_sync (self->path, target, NULL, &error);
  check_error (error);
}

static void
fill (Fixture *self)
{
  GwStore *store = fixture_open (self);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GwRecord) rose = fixture_make_person ("Rose");
  g_autoptr (GwRecord) now = gw_record_ref (rose);

  fixture_insert (self, store, rose);
  for (guint i = 0; i < 12; i++)
    {
      GwChange *change = gw_change_new ("Visit");
      g_autoptr (GwRecord) visit = fixture_make_visit (rose, 9800 + (gint) i);
      g_autofree char *notes = gw_random_text (rand, 200);
      GwRecord *later = fixture_set_text (self, store, now, PERSON_NOTES, notes);

      gw_record_unref (now);
      now = later;
      gw_change_insert (change, visit);
      gw_change_add_member (change, visit, VISIT_HELPERS, gw_record_get_id (rose));
      gw_commit_unref (fixture_submit (self, store, change));
    }
  g_assert_true (
      gw_store_keep_draft_sync (store, &fixture_person_type, gw_id_new (), "x", NULL, NULL));
  fixture_close (store);
}

/* --- damage at random --- */

static void
damage (GRand *rand, guint8 *bytes, gsize *n_bytes)
{
  for (gint n = g_rand_int_range (rand, 1, 8); n > 0; n--)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) *n_bytes - 4096);
      gsize page = (gsize) g_rand_int_range (rand, 0, (gint32) (*n_bytes / 4096)) * 4096;

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          bytes[at % 100] = (guint8) g_rand_int_range (rand, 0, 256);
          break;
        case 1:
          bytes[page + (at & 15)] = (guint8) g_rand_int_range (rand, 0, 256);
          break;
        case 2:
          memmove (bytes + page, bytes + at / 4096 * 4096, 4096);
          break;
        case 3:
          memset (bytes + at, g_rand_int_range (rand, 0, 256), (gsize) (at & 255));
          break;
        case 4:
          if (*n_bytes > 3 * 4096 && g_rand_int_range (rand, 0, 4) == 0)
            *n_bytes -= 4096 + (at & 1023);
          break;
        default:
          bytes[at] ^= (guint8) (1u << (at & 7));
        }
    }
}

static void
remove_beside (Fixture *self)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-imported" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);
      remove (path);
    }
}

static void
run_damaged (Fixture *self, const char *content, gsize n_bytes, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint8 *bytes = g_memdup2 (content, n_bytes);

  damage (rand, bytes, &n_bytes);
  remove_beside (self);
  g_assert_true (g_file_set_contents (self->path, (const char *) bytes, (gssize) n_bytes, NULL));
  g_test_message ("GW_FUZZ_SEED=%u", seed);
  use (self, g_rand_int_range (rand, 0, 3) == 0 ? GW_STORE_READ_ONLY : GW_STORE_CREATE);
}

static void
test_damage (Fixture *self, gconstpointer data)
{
  const char *runs = g_getenv ("GW_FUZZ_RUNS");
  const char *seed = g_getenv ("GW_FUZZ_SEED");
  guint n_runs = runs != NULL ? (guint) g_ascii_strtoull (runs, NULL, 10) : 120;
  g_autofree char *content = NULL;
  gsize n_bytes;

  fill (self);
  g_assert_true (g_file_get_contents (self->path, &content, &n_bytes, NULL));
  if (seed != NULL)
    run_damaged (self, content, n_bytes, (guint32) g_ascii_strtoull (seed, NULL, 10));
  for (guint i = 0; seed == NULL && i < n_runs; i++)
    run_damaged (self, content, n_bytes, 1000 + i);
}

/* What came from another laptop, damaged on the way. */
static void
test_team_file (Fixture *self, gconstpointer data)
{
  const char *runs = g_getenv ("GW_FUZZ_RUNS");
  guint n_runs = runs != NULL ? (guint) g_ascii_strtoull (runs, NULL, 10) : 60;
  g_autofree char *handed_over = g_strconcat (self->path, "team", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GwStore *store;
  gsize n_bytes;

  fill (self);
  store = fixture_open (self);
  g_assert_true (
      gw_team_file_export_sync (store, handed_over, GW_TEAM_FILE_NO_FLAGS, NULL, &error));
  g_assert_no_error (error);
  fixture_close (store);
  g_assert_true (g_file_get_contents (handed_over, &content, &n_bytes, NULL));
  for (guint i = 0; i < n_runs; i++)
    run_damaged (self, content, n_bytes, 9000 + i);
}

/* --- hostile content --- */

static const char *const attacks[] = {
  "UPDATE visit SET day = 9223372036854775807, start = -9223372036854775808",
  "UPDATE visit SET kind = 4000000000, price = -9223372036854775808, critical = 77",
  "UPDATE person SET name = CAST (x'fffe00c0' AS TEXT), born = -999999999999",
  "UPDATE person SET home = 9223372036854775807, photo = '../../../etc/passwd'",
  "UPDATE person SET home = -9223372036854775808, name = ''",
  "UPDATE visit SET person = x'0102', clocks = x'01', clock = x''",
  "UPDATE person SET clocks = randomblob (17), extra = '{]'",
  "UPDATE visit__helpers SET member = x'00'",
  "UPDATE visit__helpers SET member = zeroblob (16)",
  "UPDATE person SET id = zeroblob (16)",
  "UPDATE gw_commit SET sequence = 9223372036854775807 WHERE sequence = 1",
  "UPDATE gw_commit SET sequence = -sequence",
  "UPDATE gw_commit SET stamp = x'ffffffffffffffffffffffffffffffff', role = 99, instant = -1",
  "UPDATE gw_commit SET act = x'', author = x'01', label = CAST (x'ff' AS TEXT)",
  "UPDATE gw_commit SET act = (SELECT act FROM gw_commit LIMIT 1)",
  "UPDATE gw_change SET before = 'text'",
  "UPDATE gw_change SET before = x'010203'",
  "UPDATE gw_change SET before = 9223372036854775807",
  "UPDATE gw_change SET record = x'01' WHERE sequence < 5",
  "UPDATE gw_change SET field = 7000000 WHERE field = 2",
  "DELETE FROM gw_change WHERE field = 0",
  "DELETE FROM gw_commit",
  "UPDATE gw_field SET number = 70000 + number",
  "UPDATE gw_field SET kind = 99",
  "UPDATE gw_field SET kind = -1",
  "UPDATE gw_field SET key = key || '\" --'",
  "DELETE FROM gw_field",
  "UPDATE gw_type SET number = number + 1000000",
  "UPDATE gw_type SET key = 'x\"; DROP TABLE person; --' WHERE key = 'entry'",
  "DELETE FROM gw_type",
  "DELETE FROM gw_meta",
  "UPDATE gw_meta SET value = 5 WHERE key = 'device'",
  "DELETE FROM gw_search_row",
  "UPDATE gw_search_row SET type = 77",
  "DELETE FROM gw_search_data",
  "UPDATE gw_search_data SET block = randomblob (40)",
  "UPDATE gw_search_config SET v = 77",
  "DROP TABLE gw_search_content",
  "DROP TABLE visit__helpers",
  "DROP TABLE gw_draft",
  "DROP TABLE gw_change",
  "UPDATE gw_draft SET record = x'', type = 'nobody', text = CAST (x'ff' AS TEXT)",
  "CREATE VIEW gw_evil AS SELECT 1",
  "PRAGMA application_id = 0x4757544d; CREATE TABLE gw_attachment (name TEXT, bytes BLOB);"
  "INSERT INTO gw_attachment VALUES ('../../evil', 'x')",
  "PRAGMA application_id = 0x4757544d; CREATE TABLE gw_attachment (name INTEGER, bytes INTEGER);"
  "INSERT INTO gw_attachment VALUES (7, NULL)",
  "PRAGMA application_id = 0x4757544d",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE person (id)' WHERE"
  " name = 'person'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE type = 'index'",
  "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name LIKE 'gw_commit%'",
};

static void
test_attacks (Fixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize n_bytes;

  fill (self);
  g_assert_true (g_file_get_contents (self->path, &content, &n_bytes, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      sqlite3 *db = NULL;

      remove_beside (self);
      g_assert_true (g_file_set_contents (self->path, content, (gssize) n_bytes, NULL));
      g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
      /* Some break a constraint; then the file stays as it is, and that is used. */
      sqlite3_exec (db, attacks[i], NULL, NULL, NULL);
      sqlite3_close (db);
      g_test_message ("%s", attacks[i]);
      use (self, GW_STORE_CREATE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/fuzz-store/attacks", test_attacks);
  FIXTURE_ADD ("/fuzz-store/damage", test_damage);
  FIXTURE_ADD ("/fuzz-store/team-file", test_team_file);
  return g_test_run ();
}
