/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recognising a file and comparing it with the types. Making and migrating is in
 * gw-schema-update.c.
 */
#include "config.h"

#include "gw-schema.h"

#include "gw-value.h"

#include <string.h>

gboolean
gw_schema_recognise (GwSql *sql, gint64 application_id, gboolean *out_empty, GError **error)
{
  gint64 id, version, n_objects;

  if (!gw_sql_get_integer (sql, "PRAGMA application_id", 0, &id, error) ||
      !gw_sql_get_integer (sql, "PRAGMA user_version", 0, &version, error) ||
      !gw_sql_get_integer (sql, "SELECT count(*) FROM sqlite_schema", 0, &n_objects, error))
    return FALSE;
  *out_empty = id == 0 && n_objects == 0;
  if (*out_empty)
    return TRUE;
  if (id != application_id || version < 1)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT,
                           "This is a database, but not one of Good Week");
      return FALSE;
    }
  if (version > GW_SCHEMA_VERSION)
    {
      g_set_error (error, GW_ERROR, GW_ERROR_TOO_NEW,
                   "The file has version %" G_GINT64_FORMAT ", this program knows %d", version,
                   GW_SCHEMA_VERSION);
      return FALSE;
    }
  return TRUE;
}

/* Finds @table in gw_type. Number 0: it is not there yet. */
static gboolean
read_type (GwSql *sql, GwTable *table, gint64 *out_version, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, "SELECT number, version FROM gw_type WHERE key = ?",
                                        error);
  GwSqlStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, table->type->key, -1, SQLITE_STATIC);
  step = gw_sql_step (sql, statement, error);
  table->number = step == GW_SQL_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  *out_version = step == GW_SQL_ROW ? sqlite3_column_int64 (statement, 1) : 0;
  sqlite3_reset (statement);
  if (*out_version > gw_table_get_version (table->type))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_TOO_NEW, "Table \"%s\" was made by a newer version",
                   table->type->key);
      return FALSE;
    }
  return step != GW_SQL_FAILED;
}

static gboolean
take_field (GwTable *table, sqlite3_stmt *statement, GError **error)
{
  const char *key = (const char *) sqlite3_column_text (statement, 1);
  gint index = key != NULL ? gw_record_type_find_field (table->type, key) : -1;
  gint64 kind = sqlite3_column_int64 (statement, 2);
  const GwField was = { .kind = (GwFieldKind) kind };

  if (index < 0)
    return TRUE; /* A field the program had once; its column stays untouched. */
  if (kind < GW_FIELD_TEXT || kind > GW_FIELD_SEALED ||
      gw_field_get_form (&was) != gw_field_get_form (&table->type->fields[index]))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_CORRUPT, "Column \"%s\" of \"%s\" is of another kind",
                   key, table->type->key);
      return FALSE;
    }
  table->field_numbers[index] = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
read_fields (GwSql *sql, GwTable *table, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      sql, "SELECT number, key, kind FROM gw_field WHERE type = ?", error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  memset (table->field_numbers, 0, table->type->n_fields * sizeof (gint64));
  sqlite3_bind_int64 (statement, 1, table->number);
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    if (!take_field (table, statement, error))
      {
        sqlite3_reset (statement);
        return FALSE;
      }
  return step == GW_SQL_DONE;
}

static gboolean
is_complete (const GwTable *table)
{
  if (table->number == 0)
    return FALSE;
  for (guint i = 0; i < table->type->n_fields; i++)
    if (table->field_numbers[i] == 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_search_current (GwSql *sql, GPtrArray *tables, gboolean *out_current, GError **error)
{
  g_autofree char *wanted = gw_schema_get_search_signature (tables);
  sqlite3_stmt *statement = gw_sql_get (
      sql, "SELECT 1 FROM gw_meta WHERE key = 'search' AND value = ?", error);
  GwSqlStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, wanted, -1, SQLITE_STATIC);
  step = gw_sql_step (sql, statement, error);
  sqlite3_reset (statement);
  *out_current = step == GW_SQL_ROW;
  return step != GW_SQL_FAILED;
}

gboolean
gw_schema_is_current (GwSql *sql, GPtrArray *tables, GError **error)
{
  gboolean is_current = TRUE, has_search = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      GwTable *table = tables->pdata[i];
      gint64 version;

      if (!read_type (sql, table, &version, error) || !read_fields (sql, table, error))
        return FALSE;
      if (!is_complete (table) || version < gw_table_get_version (table->type))
        is_current = FALSE;
    }
  return is_search_current (sql, tables, &has_search, error) && has_search && is_current;
}

gboolean
gw_schema_check (GwSql *sql, GPtrArray *tables, GError **error)
{
  gint64 n_foreign;

  if (!gw_sql_get_integer (sql,
                           "SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')",
                           0, &n_foreign, error))
    return FALSE;
  if (n_foreign > 0)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT,
                           "The file holds views or triggers, which Good Week never makes");
      return FALSE;
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const GwTable *table = tables->pdata[i];

      if (gw_sql_get (sql, table->select_one, error) == NULL ||
          gw_sql_get (sql, table->insert, error) == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
gw_schema_read_device (GwSql *sql, guint8 *out_device, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, "SELECT value FROM gw_meta WHERE key = 'device'",
                                        error);
  gboolean found;

  if (statement == NULL || gw_sql_step (sql, statement, error) == GW_SQL_FAILED)
    return FALSE;
  found = sqlite3_column_type (statement, 0) == SQLITE_BLOB &&
          sqlite3_column_bytes (statement, 0) == 8;
  if (found)
    memcpy (out_device, sqlite3_column_blob (statement, 0), 8);
  else
    g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, "The file does not say whose it is");
  sqlite3_reset (statement);
  return found;
}

gboolean
gw_schema_renew_device (GwSql *sql, GError **error)
{
  return gw_sql_exec (sql, "INSERT OR REPLACE INTO gw_meta VALUES ('device', randomblob (8))",
                      error);
}

char *
gw_schema_get_search_signature (GPtrArray *tables)
{
  GString *signature = g_string_new ("2"); /* of how rows are made from fields */

  for (guint i = 0; i < tables->len; i++)
    {
      const GwTable *table = tables->pdata[i];

      for (guint f = 0; table->is_searchable && f < table->type->n_fields; f++)
        if (table->type->fields[f].flags & GW_FIELD_SEARCHABLE)
          g_string_append_printf (signature, " %s.%s", table->type->key,
                                  table->type->fields[f].key);
    }
  return g_string_free (signature, FALSE);
}
