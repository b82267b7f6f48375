/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking out what a file may not carry. Works from the file's own list of fields, so that types the
 * program does not know are scrubbed too.
 */
#include "config.h"

#include "gw-team-file-scrub.h"

#include "gw-field.h"

gboolean
gw_team_file_exec_name (GwSql *sql, const char *format, const char *a, const char *b,
                        GError **error)
{
  char *text = sqlite3_mprintf (format, a, b);
  gboolean done = text != NULL && gw_sql_exec (sql, text, error);

  sqlite3_free (text);
  return done;
}

gboolean
gw_team_file_set_meta (GwSql *sql, const char *key, gint64 value, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      sql, "INSERT OR REPLACE INTO gw_meta (key, value) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, value);
  return gw_sql_run (sql, statement, error);
}

gboolean
gw_team_file_scrub_local (GwSql *sql, GError **error)
{
  return gw_sql_exec (sql,
                      "DELETE FROM gw_draft; DELETE FROM gw_local;"
                      "DELETE FROM gw_meta WHERE key = 'device';",
                      error);
}

static GPtrArray *
list_sealed (GwSql *sql, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = gw_sql_get (
      sql,
      "SELECT t.key, f.key FROM gw_field AS f JOIN gw_type AS t ON t.number = f.type"
      " WHERE f.kind = ?",
      error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, GW_FIELD_SEALED);
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    {
      g_ptr_array_add (names, gw_sql_column_dup_text (statement, 0));
      g_ptr_array_add (names, gw_sql_column_dup_text (statement, 1));
    }
  return step == GW_SQL_DONE ? g_steal_pointer (&names) : NULL;
}

gboolean
gw_team_file_scrub_sealed (GwSql *sql, GError **error)
{
  g_autoptr (GPtrArray) names = list_sealed (sql, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i += 2)
    if (!gw_team_file_exec_name (sql, "UPDATE \"%w\" SET \"%w\" = NULL", names->pdata[i],
                                 names->pdata[i + 1], error))
      return FALSE;
  return gw_sql_execf (
      sql, error,
      "UPDATE gw_change SET before = NULL WHERE EXISTS (SELECT 1 FROM gw_field AS f"
      " WHERE f.type = gw_change.type AND f.number = gw_change.field"
      " AND f.kind = %d)",
      GW_FIELD_SEALED);
}
