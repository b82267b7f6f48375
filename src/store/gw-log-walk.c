/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walking the log backwards.
 */
#include "config.h"

#include "gw-log-walk.h"

#include "gw-row.h"

static void
take_record (GwLogWalk *self, const GwRecord *record)
{
  self->values = g_new0 (GwFieldValue, self->table->type->n_fields);
  for (guint i = 0; i < self->table->type->n_fields; i++)
    gw_record_get_value (record, i, &self->values[i]);
  self->extra = g_strdup (gw_record_get_extra (record));
  self->is_deleted = gw_record_is_deleted (record);
  self->is_there = TRUE;
}

static gboolean
read_present (GwLogWalk *self, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (self->sql, self->table->select_one, error);
  g_autoptr (GwRecord) record = NULL;
  GwSqlStep step;

  if (statement == NULL)
    return FALSE;
  gw_sql_bind_id (statement, 1, self->id);
  step = gw_sql_step (self->sql, statement, error);
  if (step == GW_SQL_ROW)
    record = gw_row_read (self->table, statement, self->builder, error);
  else if (step == GW_SQL_DONE)
    g_set_error (error, GW_ERROR, GW_ERROR_NOT_FOUND, "%s: it is not there",
                 self->table->type->label);
  sqlite3_reset (statement);
  if (record != NULL)
    take_record (self, record);
  return record != NULL;
}

gboolean
gw_log_walk_begin (GwLogWalk *self, GwStore *store, GwTable *table, GwId id, GError **error)
{
  *self = (GwLogWalk){ .sql = store->reader, .table = table, .id = id };
  self->builder = gw_record_builder_new (table->type);
  if (!read_present (self, error))
    return FALSE;
  self->statement = gw_sql_get (self->sql,
                                "SELECT sequence, field, before FROM gw_change"
                                " WHERE type = ? AND record = ? ORDER BY sequence DESC, field DESC",
                                error);
  if (self->statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (self->statement, 1, table->number);
  gw_sql_bind_id (self->statement, 2, id);
  return TRUE;
}

static gboolean
read_step (GwLogWalk *self, GError **error)
{
  gw_field_value_clear (&self->before);
  self->sequence = (guint64) sqlite3_column_int64 (self->statement, 0);
  self->number = sqlite3_column_int64 (self->statement, 1);
  self->event = self->number == 0 ? sqlite3_column_int (self->statement, 2) : 0;
  self->field = self->number == 0 ? -1 : gw_table_find_field (self->table, self->number);
  if (self->field < 0 || gw_row_read_value (self->statement, 2,
                                            &self->table->type->fields[self->field], &self->before))
    return TRUE;
  g_set_error (error, GW_ERROR, GW_ERROR_CORRUPT, "The change log of \"%s\" is damaged",
               self->table->type->key);
  return FALSE;
}

GwSqlStep
gw_log_walk_next (GwLogWalk *self, GError **error)
{
  GwSqlStep step = gw_sql_step (self->sql, self->statement, error);

  if (step == GW_SQL_ROW && !read_step (self, error))
    return GW_SQL_FAILED;
  return step;
}

void
gw_log_walk_undo (GwLogWalk *self)
{
  if (self->number != 0)
    {
      if (self->field < 0)
        return;
      gw_field_value_clear (&self->values[self->field]);
      gw_field_value_copy (&self->before, &self->values[self->field]);
      return;
    }
  switch (self->event)
    {
    case GW_LOG_MADE:
      self->is_there = FALSE;
      break;
    case GW_LOG_DELETED:
      self->is_deleted = FALSE;
      break;
    case GW_LOG_RESTORED:
      self->is_deleted = TRUE;
      break;
    default:
      self->is_erased = TRUE;
    }
}

GwRecord *
gw_log_walk_dup_record (GwLogWalk *self)
{
  if (!self->is_there)
    return NULL;
  for (guint i = 0; i < self->table->type->n_fields; i++)
    gw_record_builder_set_value (self->builder, i, &self->values[i]);
  gw_record_builder_set_extra (self->builder, self->extra);
  gw_record_builder_set_deleted (self->builder, self->is_deleted);
  return gw_record_builder_end (self->builder, self->id);
}

void
gw_log_walk_end (GwLogWalk *self)
{
  for (guint i = 0; self->values != NULL && i < self->table->type->n_fields; i++)
    gw_field_value_clear (&self->values[i]);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->extra, g_free);
  g_clear_pointer (&self->builder, gw_record_builder_free);
  gw_field_value_clear (&self->before);
  if (self->statement != NULL)
    sqlite3_reset (self->statement);
  self->statement = NULL;
}
