/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * src/store/README.md against a file made afresh: every table and column, both ways.
 */
#include "config.h"

#include "gw-table.h"
#include "gw-team-file.h"

#include "store-fixture.h"

#include "gw-random-record.h"

#include <sqlite3.h>
#include <string.h>

static char *
read_essay (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GW_SOURCE_ROOT"), "src/store/README.md",
                                            NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* "name TYPE, name TYPE" of the Markdown table under the heading @title; NULL without one. */
static char *
describe_in_essay (const char *essay, const char *title)
{
  g_autofree char *heading = g_strdup_printf ("\n### %s\n", title);
  const char *section = strstr (essay, heading);
  g_auto (GStrv) lines = NULL;
  GString *columns;

  if (section == NULL)
    return NULL;
  columns = g_string_new (NULL);
  lines = g_strsplit (section + strlen (heading), "\n", -1);
  for (guint i = 0; lines[i] != NULL && !g_str_has_prefix (lines[i], "#"); i++)
    {
      g_auto (GStrv) cells = NULL;

      if (!g_str_has_prefix (lines[i], "| ") || g_str_has_prefix (lines[i], "| column") ||
          g_str_has_prefix (lines[i], "| ---"))
        continue;
      cells = g_strsplit (lines[i], "|", 4);
      g_string_append_printf (columns, "%s %s\n", g_strstrip (cells[1]),
                              strcmp (g_strstrip (cells[2]), "–") == 0 ? "" : cells[2]);
    }
  return g_string_free (columns, FALSE);
}

/* The same from the file; at most @limit columns (0: all). */
static char *
describe_in_file (sqlite3 *db, const char *table, guint limit)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (\"%s\")", table);
  sqlite3_stmt *statement = NULL;
  GString *columns = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; sqlite3_step (statement) == SQLITE_ROW && (limit == 0 || i < limit); i++)
    g_string_append_printf (columns, "%s %s\n", sqlite3_column_text (statement, 1),
                            sqlite3_column_text (statement, 2));
  sqlite3_finalize (statement);
  return g_string_free (columns, FALSE);
}

static void
compare (const char *essay, const char *title, sqlite3 *db, const char *table, guint limit)
{
  g_autofree char *written = describe_in_essay (essay, title);
  g_autofree char *real = describe_in_file (db, table, limit);

  g_test_message ("%s", title);
  g_assert_cmpstr (written, ==, real);
}

static gboolean
is_made_from_type (const char *table)
{
  return !g_str_has_prefix (table, "gw_") && !g_str_has_prefix (table, "sqlite_");
}

static void
compare_all (const char *essay, sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table'",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (statement, 0);

      if (g_str_has_prefix (table, "gw_search_") && strcmp (table, "gw_search_row") != 0)
        continue; /* FTS5's own */
      if (!is_made_from_type (table))
        compare (essay, table, db, table, 0);
      else if (strstr (table, "__") != NULL)
        compare (essay, "a set of references", db, table, 0);
      else
        compare (essay, "a record type", db, table, 5);
    }
  sqlite3_finalize (statement);
}

/* Every "### gw_…" of the essay is a table of the file. */
static void
check_nothing_invented (const char *essay, sqlite3 *db)
{
  g_auto (GStrv) sections = g_strsplit (essay, "\n### gw_", -1);

  for (guint i = 1; sections[i] != NULL; i++)
    {
      g_autofree char *tail = g_strndup (sections[i], strcspn (sections[i], "\n"));
      g_autofree char *table = g_strconcat ("gw_", tail, NULL);
      g_autofree char *columns = describe_in_file (db, table, 0);

      g_test_message ("%s", table);
      g_assert_cmpstr (columns, !=, "");
    }
}

static void
test_tables (Fixture *self, gconstpointer data)
{
  g_autofree char *essay = read_essay ();
  g_autofree char *file = g_build_filename (self->folder, "all.gwteam", NULL);
  GwStore *store = fixture_open (self);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (gw_team_file_export_sync (store, file, GW_TEAM_FILE_NO_FLAGS, NULL, &error));
  g_assert_no_error (error);
  fixture_close (store);
  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  compare_all (essay, db);
  check_nothing_invented (essay, db);
  sqlite3_close (db);
}

/* The kinds, in the order of GwFieldKind, with their column types. */
static void
test_kinds (void)
{
  static const char *const names[] = {
    "text",   "rich text", "day",     "minute",    "span",       "money",      "number", "flag",
    "choice", "choices",   "instant", "reference", "references", "attachment", "place",  "sealed",
  };
  const GwRecordType *type = gw_every_kind_type ();
  g_autofree char *essay = read_essay ();

  g_assert_cmpuint (type->n_fields, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *column = gw_field_get_column_type (&type->fields[i]);
      g_autofree char *row = g_strdup_printf ("\n| %s | %s | ", names[type->fields[i].kind],
                                              column != NULL ? column : "–");

      g_test_message ("%s", row);
      g_assert_nonnull (strstr (essay, row));
    }
}

/* The same types make the same tables, and opening again changes nothing. */
static void
test_stable (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;

  fixture_close (fixture_open (self));
  g_assert_true (g_file_get_contents (self->path, &first, &n_first, NULL));
  fixture_close (fixture_open (self));
  g_assert_true (g_file_get_contents (self->path, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/schema/tables", test_tables);
  g_test_add_func ("/schema/kinds", test_kinds);
  FIXTURE_ADD ("/schema/stable", test_stable);
  return g_test_run ();
}
