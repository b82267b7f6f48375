/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scrubbing one record. Every statement takes the record's id as ?1 and its type's number as ?2.
 */
#include "config.h"

#include "gw-erase-rows.h"

#include "gw-record-builder.h"
#include "gw-search-index.h"

static gboolean
run (GwSql *sql, const char *text, const GwTable *table, GwId id, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, text, error);

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, id);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, table->number);
  return gw_sql_run (sql, statement, error);
}

static gboolean
empty_row (GwSql *sql, const GwTable *table, GwId id, GwStamp stamp, GError **error)
{
  const GwRecordType *type = table->type;
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_string_printf (text, "UPDATE \"%s\" SET deleted = 1, clock = ?2, clocks = NULL, extra = NULL",
                   type->key);
  for (guint i = 0; i < type->n_fields; i++)
    if (!gw_field_is_set (&type->fields[i]))
      g_string_append_printf (text, ", \"%s\" = NULL", type->fields[i].key);
  g_string_append (text, " WHERE id = ?1");
  statement = gw_sql_get (sql, text->str, error);
  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, id);
  sqlite3_bind_blob (statement, 2, stamp.bytes, GW_STAMP_BYTES, SQLITE_TRANSIENT);
  if (!gw_sql_run (sql, statement, error))
    return FALSE;
  if (sqlite3_changes (gw_sql_get_handle (sql)) == 1)
    return TRUE;
  g_set_error (error, GW_ERROR, GW_ERROR_NOT_FOUND, "%s: it is not there", type->label);
  return FALSE;
}

static gboolean
empty_sets (GwSql *sql, const GwTable *table, GwId id, GError **error)
{
  for (guint i = 0; i < table->type->n_fields; i++)
    {
      const GwField *field = &table->type->fields[i];
      g_autofree char *text = NULL;

      if (!gw_field_is_set (field))
        continue;
      text = g_strdup_printf ("DELETE FROM \"%s__%s\" WHERE owner = ?1", table->type->key,
                              field->key);
      if (!run (sql, text, table, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scrub_index (GwSql *sql, const GwTable *table, GwId id, GError **error)
{
  g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (table->type);
  g_autoptr (GwRecord) tombstone = NULL;

  gw_record_builder_set_deleted (builder, TRUE);
  tombstone = gw_record_builder_end (builder, id);
  return gw_search_index_put (sql, table, tombstone, error);
}

#define HERE " WHERE type = ?2 AND record = ?1"

/* Each commit that touched the record keeps a mark that something was here, and no more. */
static gboolean
scrub_log (GwSql *sql, const GwTable *table, GwId id, GError **error)
{
  return run (sql,
              "UPDATE gw_commit SET label = NULL WHERE sequence IN"
              " (SELECT sequence FROM gw_change" HERE ")",
              table, id, error) &&
         run (sql,
              "INSERT OR REPLACE INTO gw_change (type, record, sequence, field, before)"
              " SELECT DISTINCT type, record, sequence, 0, 4 FROM gw_change" HERE,
              table, id, error) &&
         run (sql, "DELETE FROM gw_change" HERE " AND field <> 0", table, id, error);
}

static gboolean
drop_draft (GwSql *sql, const GwTable *table, GwId id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("DELETE FROM gw_draft WHERE record = ?1 AND type = '%s'",
                                           table->type->key);

  return run (sql, text, table, id, error);
}

gboolean
gw_erase_rows_of (GwSql *sql, const GwTable *table, GwId id, guint64 sequence, GwStamp stamp,
                  GError **error)
{
  G_STATIC_ASSERT (GW_LOG_ERASED == 4);
  return empty_row (sql, table, id, stamp, error) && empty_sets (sql, table, id, error) &&
         scrub_index (sql, table, id, error) && scrub_log (sql, table, id, error) &&
         drop_draft (sql, table, id, error) &&
         gw_change_log_add_event (sql, table, id, sequence, GW_LOG_ERASED, error);
}

gboolean
gw_erase_rows_is_erased (GwSql *sql, const GwTable *table, GwId id, gboolean *out_erased,
                         GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      sql, "SELECT 1 FROM gw_change" HERE " AND field = 0 AND before = 4", error);
  GwSqlStep step;

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, table->number);
  step = gw_sql_step (sql, statement, error);
  sqlite3_reset (statement);
  *out_erased = step == GW_SQL_ROW;
  return step != GW_SQL_FAILED;
}
