/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing what was applied: the set of compare-and-set.
 */
#include "config.h"

#include "gw-applied.h"

#include "gw-change-log.h"
#include "gw-row.h"
#include "gw-search-index.h"

#include <string.h>

static gboolean
is_touched (const GwAppliedRecord *record, guint field)
{
  return (record->touched & G_GUINT64_CONSTANT (1) << field) != 0;
}

static gboolean
write_set (GwApplied *self, const GwAppliedRecord *record, guint field, GError **error)
{
  const GwRecordType *type = record->table->type;
  const GwFieldValue *set = &record->values[field];
  g_autofree char *remove = g_strdup_printf ("DELETE FROM \"%s__%s\" WHERE owner = ?", type->key,
                                             type->fields[field].key);
  g_autofree char *add = g_strdup_printf ("INSERT INTO \"%s__%s\" (owner, member) VALUES (?, ?)",
                                          type->key, type->fields[field].key);
  sqlite3_stmt *statement;

  if (record->before != NULL)
    {
      statement = gw_sql_get (self->sql, remove, error);
      if (statement == NULL)
        return FALSE;
      gw_sql_bind_id (statement, 1, record->id);
      if (!gw_sql_run (self->sql, statement, error))
        return FALSE;
    }
  for (guint i = 0; set->form == GW_VALUE_IDS && i < set->n_ids; i++)
    {
      statement = gw_sql_get (self->sql, add, error);
      if (statement == NULL)
        return FALSE;
      gw_sql_bind_id (statement, 1, record->id);
      gw_sql_bind_id (statement, 2, set->ids[i]);
      if (!gw_sql_run (self->sql, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sets (GwApplied *self, const GwAppliedRecord *record, GError **error)
{
  for (guint i = 0; i < record->table->type->n_fields; i++)
    if (is_touched (record, i) && gw_field_is_set (&record->table->type->fields[i]) &&
        !write_set (self, record, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_row (GwApplied *self, const GwAppliedRecord *record, GwStamp stamp, GError **error)
{
  const GwRecordType *type = record->table->type;
  sqlite3_stmt *statement = gw_sql_get (self->sql, record->table->insert, error);
  int index = 5;

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, record->id);
  sqlite3_bind_int (statement, 2, record->deleted ? 1 : 0);
  sqlite3_bind_blob (statement, 3, stamp.bytes, GW_STAMP_BYTES, SQLITE_TRANSIENT);
  gw_sql_bind_text (statement, 4, record->extra);
  for (guint i = 0; i < type->n_fields; i++)
    if (!gw_field_is_set (&type->fields[i]))
      gw_row_bind (statement, index++, &record->values[i]);
  return gw_sql_run (self->sql, statement, error);
}

static gboolean
read_stamps (GwApplied *self, const GwAppliedRecord *record, GByteArray *stamps, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT clocks FROM \"%s\" WHERE id = ?",
                                          record->table->type->key);
  sqlite3_stmt *statement = gw_sql_get (self->sql, sql, error);
  gint n_bytes;

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, record->id);
  if (gw_sql_step (self->sql, statement, error) != GW_SQL_ROW)
    return FALSE;
  n_bytes = sqlite3_column_bytes (statement, 0);
  if (n_bytes % GW_STAMP_ENTRY_BYTES == 0 && n_bytes > 0)
    g_byte_array_append (stamps, sqlite3_column_blob (statement, 0), (guint) n_bytes);
  sqlite3_reset (statement);
  return TRUE;
}

static void
set_stamps (const GwAppliedRecord *record, GByteArray *stamps, GwStamp stamp)
{
  const GwTable *table = record->table;

  for (guint i = 0; i < table->type->n_fields; i++)
    if (is_touched (record, i))
      gw_stamps_set (stamps, (guint16) table->field_numbers[i], stamp);
  if (record->deleted != gw_record_is_deleted (record->before))
    gw_stamps_set (stamps, GW_TABLE_DELETED_FIELD, stamp);
}

static char *
make_update (const GwAppliedRecord *record)
{
  const GwRecordType *type = record->table->type;
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET deleted = ?, clocks = ?", type->key);
  for (guint i = 0; i < type->n_fields; i++)
    if (is_touched (record, i) && !gw_field_is_set (&type->fields[i]))
      g_string_append_printf (sql, ", \"%s\" = ?", type->fields[i].key);
  g_string_append (sql, " WHERE id = ?");
  return g_string_free (sql, FALSE);
}

static gboolean
update_row (GwApplied *self, const GwAppliedRecord *record, GwStamp stamp, GError **error)
{
  const GwRecordType *type = record->table->type;
  g_autoptr (GByteArray) stamps = g_byte_array_new ();
  g_autofree char *sql = make_update (record);
  sqlite3_stmt *statement;
  int index = 3;

  if (!read_stamps (self, record, stamps, error))
    return FALSE;
  set_stamps (record, stamps, stamp);
  statement = gw_sql_get (self->sql, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, record->deleted ? 1 : 0);
  sqlite3_bind_blob (statement, 2, stamps->data, (int) stamps->len, SQLITE_TRANSIENT);
  for (guint i = 0; i < type->n_fields; i++)
    if (is_touched (record, i) && !gw_field_is_set (&type->fields[i]))
      gw_row_bind (statement, index++, &record->values[i]);
  gw_sql_bind_id (statement, index, record->id);
  return gw_sql_run (self->sql, statement, error);
}

static gboolean
log_fields (GwApplied *self, const GwAppliedRecord *record, guint64 sequence, GError **error)
{
  for (guint i = 0; i < record->table->type->n_fields; i++)
    {
      g_auto (GwFieldValue) before = GW_FIELD_VALUE_INIT;

      if (!is_touched (record, i))
        continue;
      gw_record_get_value (record->before, i, &before);
      if (!gw_change_log_add (self->sql, record->table, record->id, sequence,
                              record->table->field_numbers[i], &before, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
log_record (GwApplied *self, const GwAppliedRecord *record, guint64 sequence, GError **error)
{
  GwLogEvent event = record->deleted ? GW_LOG_DELETED : GW_LOG_RESTORED;

  if (record->before == NULL)
    return gw_change_log_add_event (self->sql, record->table, record->id, sequence, GW_LOG_MADE,
                                    error);
  if (record->deleted != gw_record_is_deleted (record->before) &&
      !gw_change_log_add_event (self->sql, record->table, record->id, sequence, event, error))
    return FALSE;
  return log_fields (self, record, sequence, error);
}

static gboolean
write_search (GwApplied *self, const GwAppliedRecord *record, GError **error)
{
  return record->before == NULL
             ? gw_search_index_add (self->sql, record->table, record->after, error)
             : gw_search_index_put (self->sql, record->table, record->after, error);
}

gboolean
gw_applied_write (GwApplied *self, guint64 sequence, GwStamp stamp, GError **error)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const GwAppliedRecord *record = self->records->pdata[i];

      if (!gw_applied_is_changed (record))
        continue;
      if (record->before == NULL ? !insert_row (self, record, stamp, error)
                                 : !update_row (self, record, stamp, error))
        return FALSE;
      if (!write_sets (self, record, error) || !log_record (self, record, sequence, error) ||
          !write_search (self, record, error))
        return FALSE;
    }
  return TRUE;
}
