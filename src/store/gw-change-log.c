/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing the change log.
 */
#include "config.h"

#include "gw-change-log.h"

#include "gw-row.h"

gboolean
gw_change_log_add_commit (GwSql *sql, const GwCommitInfo *info, GwStamp stamp, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      sql,
      "INSERT INTO gw_commit (sequence, instant, stamp, author, label, act, ends_act, role,"
      " undone_act) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, (gint64) info->sequence);
  sqlite3_bind_int64 (statement, 2, info->instant.value);
  sqlite3_bind_blob (statement, 3, stamp.bytes, GW_STAMP_BYTES, SQLITE_TRANSIENT);
  gw_sql_bind_id (statement, 4, info->author);
  gw_sql_bind_text (statement, 5, info->label);
  gw_sql_bind_id (statement, 6, info->group);
  sqlite3_bind_int (statement, 7, info->ends_group ? 1 : 0);
  sqlite3_bind_int (statement, 8, (int) info->role);
  gw_sql_bind_id (statement, 9, info->undone_group);
  return gw_sql_run (sql, statement, error);
}

GwChangeRole
gw_change_log_read_role (sqlite3_stmt *statement, int column)
{
  int role = CLAMP (sqlite3_column_int (statement, column), 0, GW_CHANGE_NOTE);
  gboolean takes_back = sqlite3_column_type (statement, column + 1) != SQLITE_NULL;

  if (role == GW_CHANGE_UNDO && !takes_back)
    return GW_CHANGE_NOTE;
  return (GwChangeRole) role;
}

gboolean
gw_change_log_add (GwSql *sql, const GwTable *table, GwId id, guint64 sequence, gint64 number,
                   const GwFieldValue *before, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql,
                                        "INSERT INTO gw_change (type, record, sequence, field,"
                                        " before) VALUES (?, ?, ?, ?, ?)",
                                        error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, table->number);
  gw_sql_bind_id (statement, 2, id);
  sqlite3_bind_int64 (statement, 3, (gint64) sequence);
  sqlite3_bind_int64 (statement, 4, number);
  gw_row_bind (statement, 5, before);
  return gw_sql_run (sql, statement, error);
}

gboolean
gw_change_log_add_event (GwSql *sql, const GwTable *table, GwId id, guint64 sequence,
                         GwLogEvent event, GError **error)
{
  GwFieldValue value = gw_field_value_integer (event);

  return gw_change_log_add (sql, table, id, sequence, 0, &value, error);
}
