/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of the change log. Field 0 is an event of the whole record, any other number a field whose
 * value before is kept. Private to the store.
 */
#pragma once

#include "gw-row-clock.h"
#include "gw-sql.h"
#include "gw-table.h"

#include "gw-commit.h"
#include "gw-value.h"

G_BEGIN_DECLS

/** GwLogEvent: what field 0 says. Stored; never renumbered. */
typedef enum
{
  GW_LOG_MADE = 1,
  GW_LOG_DELETED = 2,
  GW_LOG_RESTORED = 3,
  GW_LOG_ERASED = 4
} GwLogEvent;

/** gw_change_log_add_commit: the row of the commit @info. */
gboolean gw_change_log_add_commit (GwSql *sql, const GwCommitInfo *info, GwStamp stamp,
                                   GError **error);

/**
 * gw_change_log_read_role: the role in @column and the undone act in the column after it. Files
 * used to hold notes as undoing that takes no act back.
 */
GwChangeRole gw_change_log_read_role (sqlite3_stmt *statement, int column);

/** gw_change_log_add: one touched field: @number 0 takes an event as its value. */
gboolean gw_change_log_add (GwSql *sql, const GwTable *table, GwId id, guint64 sequence,
                            gint64 number, const GwFieldValue *before, GError **error);

/** gw_change_log_add_event: an event of the whole record. */
gboolean gw_change_log_add_event (GwSql *sql, const GwTable *table, GwId id, guint64 sequence,
                                  GwLogEvent event, GError **error);

G_END_DECLS
