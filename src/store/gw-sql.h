/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One SQLite connection of ours: opened in the same careful way every time, statements prepared
 * once and kept, every failure a #GwError. Private to the store. Used on one thread at a time.
 */
#pragma once

#include "gw-error.h"
#include "gw-id.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** GwSql: a connection with its kept statements. */
typedef struct _GwSql GwSql;

/** GwSqlStep: what a step came to. */
typedef enum
{
  GW_SQL_FAILED,
  GW_SQL_ROW,
  GW_SQL_DONE
} GwSqlStep;

/** GwSqlFlags: how to open. */
typedef enum
{
  GW_SQL_READ_WRITE = 0,
  GW_SQL_CREATE = 1 << 0,
  GW_SQL_READ_ONLY = 1 << 1,
  GW_SQL_IMMUTABLE = 1 << 2
} GwSqlFlags;

/** gw_sql_open: opens @path through @vfs_name (nullable), hardened. (transfer full) */
GwSql *gw_sql_open (const char *path, guint flags, const char *vfs_name, GError **error);

/** gw_sql_close: closes it; NULL is fine. */
void gw_sql_close (GwSql *self);

/** gw_sql_get_handle: the connection, for the backup and other calls of SQLite. */
sqlite3 *gw_sql_get_handle (GwSql *self);

/** gw_sql_set_cancellable: reads stop soon after it is cancelled; nullable; lent until changed. */
void gw_sql_set_cancellable (GwSql *self, GCancellable *cancellable);

/** gw_sql_interrupt: stops what runs, and everything after it until the close; any thread. */
void gw_sql_interrupt (GwSql *self);

/** gw_sql_exec: runs @sql, which may be several statements without answers. */
gboolean gw_sql_exec (GwSql *self, const char *sql, GError **error);

/** gw_sql_execf: gw_sql_exec() of a printf format (%s must be our own names, never values). */
gboolean gw_sql_execf (GwSql *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** gw_sql_get: the kept statement for @sql, reset and without bindings; lent. NULL on failure. */
sqlite3_stmt *gw_sql_get (GwSql *self, const char *sql, GError **error);

/** gw_sql_step: one step of @statement. */
GwSqlStep gw_sql_step (GwSql *self, sqlite3_stmt *statement, GError **error);

/** gw_sql_run: steps a statement that has no answer, and resets it. */
gboolean gw_sql_run (GwSql *self, sqlite3_stmt *statement, GError **error);

/** gw_sql_get_integer: the first column of the first row of @sql, or @fallback without a row. */
gboolean gw_sql_get_integer (GwSql *self, const char *sql, gint64 fallback, gint64 *out,
                             GError **error);

/** gw_sql_rollback: ends a transaction that went wrong; fine without one. */
void gw_sql_rollback (GwSql *self);

/** gw_sql_fail: sets @error from the connection's last failure (@code as SQLite returned it). */
void gw_sql_fail (GwSql *self, int code, GError **error);

/** gw_sql_code_to_error: which reaction an SQLite result code asks for. */
GwError gw_sql_code_to_error (int code, int system_errno);

/** gw_sql_bind_id: binds the 16 bytes of @id, NULL for the none id. */
void gw_sql_bind_id (sqlite3_stmt *statement, int index, GwId id);

/** gw_sql_bind_text: binds a copy of @text; NULL or "" binds NULL. */
void gw_sql_bind_text (sqlite3_stmt *statement, int index, const char *text);

/** gw_sql_column_id: an id from a column; the none id for NULL; FALSE for anything else. */
gboolean gw_sql_column_id (sqlite3_stmt *statement, int column, GwId *out_id);

/** gw_sql_column_dup_text: valid UTF-8, "" for NULL. (transfer full) */
char *gw_sql_column_dup_text (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwSql, gw_sql_close)

G_END_DECLS
