/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing a whole-team file: a compacted copy of one snapshot, scrubbed, with the attachments put
 * into a table. It gets its name when it is complete.
 */
#include "config.h"

#include "gw-team-file.h"

#include "gw-attachment-store.h"
#include "gw-attachment-use.h"
#include "gw-backup-private.h"
#include "gw-files.h"
#include "gw-schema.h"
#include "gw-store-private.h"
#include "gw-team-file-scrub.h"

#include <unistd.h>

static gboolean
copy_compacted (GwStore *store, const char *part, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwSql) source = gw_store_open_extra (store, GW_SQL_READ_ONLY, error);
  sqlite3_stmt *statement;

  if (source == NULL)
    return FALSE;
  gw_sql_set_cancellable (source, cancellable);
  statement = gw_sql_get (source, "VACUUM INTO ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, part, -1, SQLITE_STATIC);
  return gw_sql_run (source, statement, error);
}

static gboolean
add_attachment (GwSql *sql, const char *name, GBytes *bytes, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      sql, "INSERT INTO gw_attachment (name, bytes) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_STATIC);
  return gw_sql_run (sql, statement, error);
}

/* Only those a record still names; one that is missing or damaged here is missing there. */
static gboolean
add_attachments (GwStore *store, GwSql *sql, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (store->path);
  g_autoptr (GHashTable) used = gw_attachment_use_read (store, cancellable, error);
  GHashTableIter iter;
  gpointer name;

  if (used == NULL || !gw_sql_exec (sql,
                                    "CREATE TABLE gw_attachment (name TEXT PRIMARY KEY NOT NULL,"
                                    " bytes BLOB NOT NULL) STRICT",
                                    error))
    return FALSE;
  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr (GBytes) bytes = gw_attachment_store_get_sync (attachments, name, NULL, NULL);

      if (bytes != NULL && !add_attachment (sql, name, bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scrub (GwStore *store, GwSql *sql, GwTeamFileFlags flags, GCancellable *cancellable, GError **error)
{
  gboolean with_sealed = (flags & GW_TEAM_FILE_WITH_SEALED) != 0;

  return gw_sql_exec (sql, "BEGIN IMMEDIATE", error) && gw_team_file_scrub_local (sql, error) &&
         (with_sealed || gw_team_file_scrub_sealed (sql, error)) &&
         add_attachments (store, sql, cancellable, error) &&
         gw_team_file_set_meta (sql, "exported", gw_clock_get_now (store->clock).value, error) &&
         gw_team_file_set_meta (sql, "sealed", with_sealed, error) &&
         gw_sql_execf (sql, error, "PRAGMA application_id = %d", GW_SCHEMA_TEAM_FILE_ID) &&
         gw_sql_exec (sql, "COMMIT", error) &&
         /* What was scrubbed must not stay in free pages. */
         gw_sql_exec (sql, "VACUUM", error);
}

static gboolean
write_part (GwStore *store, const char *part, GwTeamFileFlags flags, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GwSql) sql = NULL;

  if (!copy_compacted (store, part, cancellable, error))
    return FALSE;
  sql = gw_sql_open (part, GW_SQL_READ_WRITE, NULL, error);
  if (sql == NULL)
    return FALSE;
  gw_sql_set_cancellable (sql, cancellable);
  return scrub (store, sql, flags, cancellable, error);
}

gboolean
gw_team_file_export_sync (GwStore *store, const char *path, GwTeamFileFlags flags,
                          GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_return_val_if_fail (GW_IS_STORE (store) && path != NULL, FALSE);
  gw_files_remove_database (part);
  if (write_part (store, part, flags, cancellable, error) &&
      gw_backup_verify (part, GW_SCHEMA_TEAM_FILE_ID, error) && gw_files_flush (part, error) &&
      gw_files_rename (part, path, error))
    return TRUE;
  gw_files_remove_database (part);
  return FALSE;
}

typedef struct
{
  char *path;
  GwTeamFileFlags flags;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->path);
  g_free (self);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *job = data;
  GError *error = NULL;

  if (gw_team_file_export_sync (source, job->path, job->flags, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gw_team_file_export_async (GwStore *store, const char *path, GwTeamFileFlags flags,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Export *job = g_new (Export, 1);

  job->path = g_strdup (path);
  job->flags = flags;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, export_free);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
gw_team_file_export_finish (GwStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
