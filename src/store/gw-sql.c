/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The connection. Everything a hostile file could use against us is off: triggers, views, double
 * quoted strings, functions called from the schema, writes to shadow tables.
 */
#include "config.h"

#include "gw-sql.h"

#include "gw-sql-functions.h"

#include <errno.h>
#include <string.h>

/* Statements kept; more than the fixed ones and a form's worth of updates. */
#define MAX_STATEMENTS 400

/* Virtual machine steps between two looks at the cancellable: about 0.1 ms. */
#define PROGRESS_STEPS 4000

struct _GwSql
{
  sqlite3 *handle;
  GHashTable *statements; /* char * → sqlite3_stmt */
  GCancellable *cancellable;
  gint interrupted; /* atomic */
};

GwError
gw_sql_code_to_error (int code, int system_errno)
{
  if (system_errno == ENOSPC || system_errno == EDQUOT)
    return GW_ERROR_DISK_FULL;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return GW_ERROR_DISK_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return GW_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return GW_ERROR_BUSY;
    case SQLITE_INTERRUPT:
      return GW_ERROR_CANCELLED;
    case SQLITE_CANTOPEN:
      return system_errno == EROFS || system_errno == EACCES ? GW_ERROR_READ_ONLY : GW_ERROR_IO;
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_NOLFS:
    case SQLITE_AUTH:
    case SQLITE_MISUSE:
      return GW_ERROR_IO;
    default:
      /* Our SQL is right (the tests run all of it), so the tables must be wrong. */
      return GW_ERROR_CORRUPT;
    }
}

void
gw_sql_fail (GwSql *self, int code, GError **error)
{
  int system_errno = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN
                         ? sqlite3_system_errno (self->handle)
                         : 0;

  /* The message may quote a damaged schema. */
  g_autofree char *message = g_utf8_make_valid (sqlite3_errmsg (self->handle), -1);

  g_set_error (error, GW_ERROR, gw_sql_code_to_error (code, system_errno), "%s (%s)", message,
               sqlite3_errstr (code));
}

static int
on_progress (void *data)
{
  GwSql *self = data;

  return g_atomic_int_get (&self->interrupted) ||
         (self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable));
}

static void
harden (GwSql *self)
{
  sqlite3 *handle = self->handle;

  sqlite3_extended_result_codes (handle, 1);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 128 * 1024 * 1024);
  sqlite3_progress_handler (handle, PROGRESS_STEPS, on_progress, self);
  sqlite3_busy_timeout (handle, 5000);
}

static char *
make_uri (const char *path, guint flags)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strdup_printf ("file:%s%s", escaped, flags & GW_SQL_IMMUTABLE ? "?immutable=1" : "");
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

GwSql *
gw_sql_open (const char *path, guint flags, const char *vfs_name, GError **error)
{
  g_autoptr (GwSql) self = g_new0 (GwSql, 1);
  g_autofree char *uri = make_uri (path, flags);
  int open_flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  int code;

  open_flags |= flags & GW_SQL_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (flags & GW_SQL_CREATE)
    open_flags |= SQLITE_OPEN_CREATE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  code = sqlite3_open_v2 (uri, &self->handle, open_flags, vfs_name);
  if (code != SQLITE_OK)
    {
      gw_sql_fail (self, code, error);
      return NULL;
    }
  harden (self);
  if (!gw_sql_functions_add (self->handle) ||
      !gw_sql_exec (self, "PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = OFF;", error))
    return NULL;
  return g_steal_pointer (&self);
}

void
gw_sql_close (GwSql *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
gw_sql_get_handle (GwSql *self)
{
  return self->handle;
}

void
gw_sql_set_cancellable (GwSql *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

void
gw_sql_interrupt (GwSql *self)
{
  g_atomic_int_set (&self->interrupted, 1);
}

gboolean
gw_sql_exec (GwSql *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  gw_sql_fail (self, code, error);
  return FALSE;
}

gboolean
gw_sql_execf (GwSql *self, GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sql = NULL;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return gw_sql_exec (self, sql, error);
}

static gboolean
is_idle (gpointer key, gpointer statement, gpointer data)
{
  return !sqlite3_stmt_busy (statement);
}

sqlite3_stmt *
gw_sql_get (GwSql *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (g_hash_table_size (self->statements) >= MAX_STATEMENTS)
    g_hash_table_foreach_remove (self->statements, is_idle, NULL);
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      gw_sql_fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

GwSqlStep
gw_sql_step (GwSql *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return GW_SQL_ROW;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (statement);
      return GW_SQL_DONE;
    }
  gw_sql_fail (self, code, error);
  sqlite3_reset (statement);
  return GW_SQL_FAILED;
}

gboolean
gw_sql_run (GwSql *self, sqlite3_stmt *statement, GError **error)
{
  GwSqlStep step = gw_sql_step (self, statement, error);

  sqlite3_reset (statement);
  return step != GW_SQL_FAILED;
}

gboolean
gw_sql_get_integer (GwSql *self, const char *sql, gint64 fallback, gint64 *out, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (self, sql, error);
  GwSqlStep step = statement ? gw_sql_step (self, statement, error) : GW_SQL_FAILED;

  if (step == GW_SQL_FAILED)
    return FALSE;
  *out = step == GW_SQL_ROW && sqlite3_column_type (statement, 0) == SQLITE_INTEGER
             ? sqlite3_column_int64 (statement, 0)
             : fallback;
  sqlite3_reset (statement);
  return TRUE;
}

void
gw_sql_rollback (GwSql *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

void
gw_sql_bind_id (sqlite3_stmt *statement, int index, GwId id)
{
  if (gw_id_is_none (id))
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_blob (statement, index, id.bytes, sizeof id.bytes, SQLITE_TRANSIENT);
}

void
gw_sql_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  if (text == NULL || *text == '\0')
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

gboolean
gw_sql_column_id (sqlite3_stmt *statement, int column, GwId *out_id)
{
  *out_id = GW_ID_NONE;
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return TRUE;
  if (sqlite3_column_type (statement, column) != SQLITE_BLOB ||
      sqlite3_column_bytes (statement, column) != (int) sizeof out_id->bytes)
    return FALSE;
  memcpy (out_id->bytes, sqlite3_column_blob (statement, column), sizeof out_id->bytes);
  return TRUE;
}

char *
gw_sql_column_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}
