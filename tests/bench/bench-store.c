/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing and loading 100,000 records of 24 fields, beside the same values put into one plain
 * SQLite table with the same indexes, the same slices and the same flushing, but without change
 * log, full text, sets, clocks and checks. Prints one line a figure, its limit beside it; the exit
 * status tells whether all were met.
 *
 * Writing takes 1.7 times the peer's processor time because it writes 1.7 times the pages: a profile
 * gives 37 % to the commits themselves, 12 % to full text, 6 % to the change log, and the most part of
 * the rest to rows, sets and their indexes, which the peer has as well. Taking the log or the full
 * text off the path would leave moments in which an edit could be neither undone nor found.
 */
#include "config.h"

#include "gw-draft.h"
#include "gw-store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_RECORDS 100000
#define SLICE 500

#define TEXT(name)                                                \
  {                                                               \
    .key = name, .kind = GW_FIELD_TEXT, .label = name, .since = 1 \
  }
#define NUMBER(name)                                                \
  {                                                                 \
    .key = name, .kind = GW_FIELD_NUMBER, .label = name, .since = 1 \
  }
#define OF_KIND(name, field_kind)                              \
  {                                                            \
    .key = name, .kind = field_kind, .label = name, .since = 1 \
  }

/* The shape of a visit. */
static const GwField fields[] = {
  OF_KIND ("person", GW_FIELD_REFERENCE),
  OF_KIND ("colleague", GW_FIELD_REFERENCE),
  OF_KIND ("shift", GW_FIELD_REFERENCE),
  OF_KIND ("pattern", GW_FIELD_REFERENCE),
  OF_KIND ("day", GW_FIELD_DAY),
  OF_KIND ("start", GW_FIELD_MINUTE),
  OF_KIND ("duration", GW_FIELD_SPAN),
  OF_KIND ("window_from", GW_FIELD_MINUTE),
  OF_KIND ("window_to", GW_FIELD_MINUTE),
  OF_KIND ("ideal", GW_FIELD_MINUTE),
  OF_KIND ("tolerance", GW_FIELD_SPAN),
  OF_KIND ("skills", GW_FIELD_REFERENCES),
  OF_KIND ("rate", GW_FIELD_MONEY),
  OF_KIND ("critical", GW_FIELD_FLAG),
  OF_KIND ("actual_start", GW_FIELD_MINUTE),
  OF_KIND ("actual_end", GW_FIELD_MINUTE),
  NUMBER ("colleagues"),
  NUMBER ("kind"),
  NUMBER ("status"),
  NUMBER ("funder"),
  TEXT ("purpose"),
  TEXT ("note"),
  TEXT ("reason"),
  { .key = "title",
    .kind = GW_FIELD_TEXT,
    .label = "title",
    .since = 1,
    .flags = GW_FIELD_SEARCHABLE },
};

static const GwRecordType visit_type = {
  .key = "visit",
  .label = "Visit",
  .label_plural = "Visits",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_fields = { 23, -1 },
  .since = 1,
};

static const GwRecordType *const types[] = { &visit_type };

static guint n_missed;

static void
report (const char *name, double measured, double limit, const char *unit)
{
  gboolean met = limit <= 0 || measured <= limit;
  g_autofree char *shown_limit = limit > 0 ? g_strdup_printf ("%.2f %s", limit, unit) : NULL;
  g_autofree char *shown = g_strdup_printf ("%.2f %s", measured, unit);

  printf ("%-52s %14s %14s  %s\n", name, shown, shown_limit ? shown_limit : "–",
          limit <= 0 ? "" : (met ? "met" : "MISSED"));
  n_missed += !met;
}

static double
get_seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
get_resident_mb (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%*d %ld", &pages) != 1)
    return 0;
  return (double) pages * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static double
get_file_mb (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 ? (double) info.st_size / 1e6 : 0;
}

static GwRecord *
make_visit (guint number)
{
  GwId id = gw_id_from_seed (1795417800000 + number, 1, number);
  const GwId skills[] = { gw_id_from_seed (1, 2, number % 20) };
  g_autofree char *note = g_strdup_printf ("Visit number %u, breakfast and medication", number);
  g_autoptr (GwDraft) draft = gw_draft_new_with_id (&visit_type, id);

  for (guint i = 0; i < 4; i++)
    gw_draft_set_id (draft, i, gw_id_from_seed (1, i + 3, number % 70));
  for (guint i = 4; i < 20; i++)
    if (i == 11)
      gw_draft_set_ids (draft, i, skills, number % 3 == 0 ? 1 : 0);
    else
      gw_draft_set_integer (draft, i, i == 13 ? number % 2 : 400 + number % 600);
  gw_draft_set_text (draft, 20, "Breakfast");
  gw_draft_set_text (draft, 21, note);
  gw_draft_set_text (draft, 23, note);
  return gw_draft_build (draft);
}

/* --- the peer: one plain table --- */

static sqlite3 *
open_plain (const char *path)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE visit (id BLOB PRIMARY KEY NOT NULL");
  sqlite3 *db = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (sql, ", \"%s\"", fields[i].key);
  g_string_append (sql, ")");
  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  g_assert (sqlite3_exec (db, sql->str, NULL, NULL, NULL) == SQLITE_OK);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *index = g_strdup_printf ("CREATE INDEX visit__%s ON visit (%s)",
                                                fields[i].key, fields[i].key);
      g_assert (sqlite3_exec (db, index, NULL, NULL, NULL) == SQLITE_OK);
    }
  return db;
}

static void
insert_plain (sqlite3_stmt *statement, const GwRecord *record)
{
  GwId id = gw_record_get_id (record);

  sqlite3_bind_blob (statement, 1, id.bytes, 16, SQLITE_TRANSIENT);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GwId reference;

      if (i < 4)
        reference = gw_record_get_id_value (record, i);
      if (i < 4)
        sqlite3_bind_blob (statement, (int) i + 2, reference.bytes, 16, SQLITE_TRANSIENT);
      else if (i < 20)
        sqlite3_bind_int64 (statement, (int) i + 2,
                            i == 11 ? 0 : gw_record_get_integer (record, i));
      else
        sqlite3_bind_text (statement, (int) i + 2, gw_record_get_text (record, i), -1,
                           SQLITE_TRANSIENT);
    }
  g_assert (sqlite3_step (statement) == SQLITE_DONE);
  sqlite3_reset (statement);
}

static double
write_plain (const char *path, GPtrArray *records)
{
  sqlite3 *db = open_plain (path);
  g_autoptr (GString) sql = g_string_new ("INSERT INTO visit VALUES (?");
  sqlite3_stmt *statement = NULL;
  double cpu;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  g_assert (sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL) == SQLITE_OK);
  cpu = get_cpu_seconds ();
  for (guint i = 0; i < records->len; i++)
    {
      if (i % SLICE == 0)
        sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
      insert_plain (statement, records->pdata[i]);
      if (i % SLICE == SLICE - 1)
        sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
    }
  cpu = get_cpu_seconds () - cpu;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return cpu;
}

/* --- the store --- */

static double
write_store (GwStore *store, GPtrArray *records)
{
  GwId group = gw_id_new ();
  double cpu = get_cpu_seconds ();

  for (guint i = 0; i < records->len; i += SLICE)
    {
      g_autoptr (GwChange) change = gw_change_new ("Import");
      g_autoptr (GwCommit) commit = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = i; j < i + SLICE; j++)
        gw_change_insert (change, records->pdata[j]);
      gw_change_set_group (change, group, i + SLICE == records->len);
      commit = gw_store_submit_sync (store, change, group, NULL, &error);
      g_assert_no_error (error);
    }
  return get_cpu_seconds () - cpu;
}

static void
load (GwStore *store)
{
  g_autoptr (GwQuery) query = gw_query_new (&visit_type);
  g_autoptr (GError) error = NULL;
  double resident = get_resident_mb ();
  double cpu = get_cpu_seconds ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) records = gw_store_query_sync (store, query, NULL, NULL, &error);
  double seconds = get_seconds_since (start);

  cpu = get_cpu_seconds () - cpu;
  g_assert_no_error (error);
  g_assert (records->len == N_RECORDS);
  report ("load 100,000 records", seconds, 0, "s");
  report ("processor time of it", cpu, 0.3, "s");
  report ("memory they take", get_resident_mb () - resident, 60, "MB");
}

static void
ask_for_a_week (GwStore *store)
{
  g_autoptr (GwQuery) query = gw_query_new (&visit_type);
  g_autoptr (GPtrArray) records = NULL;
  gint64 start;

  gw_query_where_between (query, 4, 500, 506);
  gw_query_sort (query, 5, FALSE);
  start = g_get_monotonic_time ();
  records = gw_store_query_sync (store, query, NULL, NULL, NULL);
  report ("a week's 1,169 records by day, in order", get_seconds_since (start) * 1e3, 0, "ms");
}

static void
edit_one (GwStore *store, GwRecord *record)
{
  g_autoptr (GwDraft) draft = gw_draft_new_for (record);
  g_autoptr (GwChange) change = gw_change_new ("Edit");
  g_autoptr (GwCommit) commit = NULL;
  gint64 start;

  gw_draft_set_integer (draft, 5, 77);
  gw_change_add_draft (change, draft);
  start = g_get_monotonic_time ();
  commit = gw_store_submit_sync (store, change, GW_ID_NONE, NULL, NULL);
  report ("one edit, flushed", get_seconds_since (start) * 1e3, 0, "ms");
}

static GwStore *
open_store (const char *path, GwClock *clock)
{
  GwStoreConfig config = {
    .path = path, .types = types, .n_types = 1, .flags = GW_STORE_CREATE, .clock = clock
  };
  g_autoptr (GError) error = NULL;
  GwStore *store = gw_store_open_sync (&config, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
run (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "team.gw", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.db", NULL);
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  GwRecord *first;
  GwStore *store;
  double peer, ours;
  gint64 start;

  for (guint i = 0; i < N_RECORDS; i++)
    g_ptr_array_add (records, make_visit (i));
  first = gw_record_ref (records->pdata[0]);
  peer = write_plain (plain, records);
  store = open_store (path, clock);
  start = g_get_monotonic_time ();
  ours = write_store (store, records);
  report ("write 100,000 records, slices of 500, all indexes", get_seconds_since (start), 0, "s");
  report ("CPU of it, plain indexed table = 1", ours / peer, 2.5, "×");
  g_ptr_array_set_size (records, 0);
  gw_store_close_sync (store, NULL);
  g_object_unref (store);
  report ("file", get_file_mb (path), 85, "MB");
  report ("file, plain indexed table = 1", get_file_mb (path) / get_file_mb (plain), 2.5, "×");
  start = g_get_monotonic_time ();
  store = open_store (path, clock);
  report ("open it", get_seconds_since (start) * 1e3, 0, "ms");
  load (store);
  ask_for_a_week (store);
  edit_one (store, first);
  gw_record_unref (first);
  gw_store_close_sync (store, NULL);
  g_object_unref (store);
  unlink (path);
  unlink (plain);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gw-bench-XXXXXX", NULL);

  printf ("\nThe store beside a plain SQLite table\n%-52s %14s %14s\n", "figure", "measured",
          "limit");
  run (folder);
  rmdir (folder);
  return n_missed > 0;
}
