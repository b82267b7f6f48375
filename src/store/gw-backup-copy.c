/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copying a database while it is in use (SQLite's online backup), and reading a copy through.
 */
#include "config.h"

#include "gw-backup-private.h"

#include "gw-files.h"
#include "gw-schema.h"
#include "gw-store-private.h"

#include <string.h>

/* Pages between two looks at the cancellable: 4 MB. */
#define STEP_PAGES 1024

static gboolean
step_to_end (sqlite3_backup *backup, GCancellable *cancellable, int *out_code)
{
  int code;

  do
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          *out_code = SQLITE_INTERRUPT;
          return FALSE;
        }
      code = sqlite3_backup_step (backup, STEP_PAGES);
    }
  while (code == SQLITE_OK);
  *out_code = code;
  return code == SQLITE_DONE;
}

/*
 * @source holds a snapshot for the whole copy, so that it is one moment however long it takes and
 * whatever is written meanwhile.
 */
static gboolean
copy_pages (GwSql *source, GwSql *target, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (gw_sql_get_handle (target), "main",
                                                gw_sql_get_handle (source), "main");
  int code;
  gboolean done;

  if (backup == NULL)
    {
      gw_sql_fail (target, sqlite3_errcode (gw_sql_get_handle (target)), error);
      return FALSE;
    }
  done = step_to_end (backup, cancellable, &code);
  sqlite3_backup_finish (backup);
  if (!done)
    g_set_error (error, GW_ERROR, gw_sql_code_to_error (code, 0), "Copying: %s",
                 sqlite3_errstr (code));
  return done;
}

static gboolean
copy_snapshot (GwSql *source, GwSql *target, GCancellable *cancellable, GError **error)
{
  gint64 unused;
  gboolean begins = sqlite3_get_autocommit (gw_sql_get_handle (source)) != 0;
  gboolean done = (!begins || gw_sql_exec (source, "BEGIN", error)) &&
                  gw_sql_get_integer (source, "SELECT count(*) FROM sqlite_schema", 0, &unused,
                                      error) &&
                  copy_pages (source, target, cancellable, error);

  if (begins)
    gw_sql_rollback (source);
  /* A single file, without a log beside it. */
  return done && gw_sql_exec (target, "PRAGMA journal_mode = DELETE", error);
}

gboolean
gw_backup_copy_database (GwStore *store, GwSql *source, const char *path, GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  GwSql *target;
  gboolean done;

  gw_files_remove_database (part);
  target = gw_sql_open (part, GW_SQL_CREATE, store->vfs_name, error);
  done = target != NULL && copy_snapshot (source, target, cancellable, error);
  gw_sql_close (target);
  done = done && gw_backup_verify (part, GW_SCHEMA_APPLICATION_ID, error) &&
         gw_files_flush (part, error) && gw_files_rename (part, path, error);
  if (!done)
    gw_files_remove_database (part);
  return done;
}

static gboolean
check_integrity (GwSql *sql, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, "PRAGMA integrity_check (1)", error);
  g_autofree char *verdict = NULL;
  gboolean is_well;

  if (statement == NULL || gw_sql_step (sql, statement, error) != GW_SQL_ROW)
    return FALSE;
  verdict = gw_sql_column_dup_text (statement, 0);
  is_well = g_strcmp0 (verdict, "ok") == 0;
  if (!is_well)
    g_set_error (error, GW_ERROR, GW_ERROR_CORRUPT, "The copy is damaged: %s", verdict);
  sqlite3_reset (statement);
  return is_well;
}

gboolean
gw_backup_verify (const char *path, gint64 application_id, GError **error)
{
  g_autoptr (GwSql) sql = NULL;
  gboolean is_empty = FALSE;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_NOT_FOUND, "There is no file %s", path);
      return FALSE;
    }
  sql = gw_sql_open (path, GW_SQL_READ_ONLY | GW_SQL_IMMUTABLE, NULL, error);
  if (sql == NULL || !gw_schema_recognise (sql, application_id, &is_empty, error))
    return FALSE;
  if (!is_empty)
    return check_integrity (sql, error);
  g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, "The file is empty");
  return FALSE;
}
