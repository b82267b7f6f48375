/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of gw_search for each record that has searchable words: its title, and everything else.
 * Sealed fields never get here: they cannot be marked searchable with effect.
 */
#include "config.h"

#include "gw-search-index.h"

#include "gw-row.h"
#include "gw-schema.h"

#include "gw-value.h"

static gboolean
is_title (const GwRecordType *type, guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (type->title_fields) && type->title_fields[i] >= 0; i++)
    if (type->title_fields[i] == (gint) field)
      return TRUE;
  return FALSE;
}

static void
append_words (GString *text, const GwRecord *record, guint field)
{
  const GwField *table_field = &gw_record_get_record_type (record)->fields[field];
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_autofree char *words = NULL;

  if (!gw_record_has (record, field))
    return;
  if (table_field->kind == GW_FIELD_TEXT || table_field->kind == GW_FIELD_RICH_TEXT)
    words = g_strdup (gw_record_get_text (record, field));
  else
    {
      gw_record_get_value (record, field, &value);
      words = gw_field_value_to_text (&value, table_field);
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, words);
}

/* FALSE when the record has no word worth finding. */
static gboolean
make_texts (const GwRecord *record, GString *title, GString *body)
{
  const GwRecordType *type = gw_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const GwField *field = &type->fields[i];

      if (!(field->flags & GW_FIELD_SEARCHABLE) || field->kind == GW_FIELD_SEALED ||
          field->kind == GW_FIELD_REFERENCE || gw_field_is_set (field))
        continue;
      append_words (is_title (type, i) ? title : body, record, i);
    }
  return title->len > 0 || body->len > 0;
}

static gboolean
remove_row (GwSql *sql, const GwTable *table, GwId id, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      sql, "SELECT number FROM gw_search_row WHERE type = ? AND record = ?", error);
  GwSqlStep step;
  gint64 number;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, table->number);
  gw_sql_bind_id (statement, 2, id);
  step = gw_sql_step (sql, statement, error);
  if (step != GW_SQL_ROW)
    return step == GW_SQL_DONE;
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  statement = gw_sql_get (sql, "DELETE FROM gw_search WHERE rowid = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  if (!gw_sql_run (sql, statement, error))
    return FALSE;
  statement = gw_sql_get (sql, "DELETE FROM gw_search_row WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  return gw_sql_run (sql, statement, error);
}

gboolean
gw_search_index_add (GwSql *sql, const GwTable *table, const GwRecord *record, GError **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  sqlite3_stmt *statement;

  if (!table->is_searchable || gw_record_is_deleted (record) || !make_texts (record, title, body))
    return TRUE;
  statement = gw_sql_get (sql, "INSERT INTO gw_search_row (type, record) VALUES (?, ?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, table->number);
  gw_sql_bind_id (statement, 2, gw_record_get_id (record));
  if (!gw_sql_run (sql, statement, error))
    return FALSE;
  statement = gw_sql_get (
      sql, "INSERT INTO gw_search (rowid, title, body) VALUES (last_insert_rowid (), ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, title->str, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, body->str, -1, SQLITE_STATIC);
  return gw_sql_run (sql, statement, error);
}

gboolean
gw_search_index_put (GwSql *sql, const GwTable *table, const GwRecord *record, GError **error)
{
  if (!table->is_searchable)
    return TRUE;
  return remove_row (sql, table, gw_record_get_id (record), error) &&
         gw_search_index_add (sql, table, record, error);
}

static gboolean
index_table (GwSql *sql, const GwTable *table, GError **error)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (table->type);
  g_autofree char *select = g_strconcat (table->select, " WHERE t.deleted = 0", NULL);
  sqlite3_stmt *statement = gw_sql_get (sql, select, error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    {
      g_autoptr (GwRecord) record = gw_row_read (table, statement, builder, error);

      if (record == NULL || !gw_search_index_add (sql, table, record, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  return step == GW_SQL_DONE;
}

gboolean
gw_search_index_rebuild (GwSql *sql, GPtrArray *tables, GError **error)
{
  g_autofree char *signature = gw_schema_get_search_signature (tables);
  sqlite3_stmt *statement;

  if (!gw_sql_exec (sql, "DELETE FROM gw_search; DELETE FROM gw_search_row;", error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const GwTable *table = tables->pdata[i];

      if (table->is_searchable && !index_table (sql, table, error))
        return FALSE;
    }
  statement = gw_sql_get (sql, "INSERT OR REPLACE INTO gw_meta (key, value) VALUES ('search', ?)",
                          error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, signature, -1, SQLITE_STATIC);
  return gw_sql_run (sql, statement, error);
}
