/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a whole-team file: looking into it, and making a team file of it. It comes from somebody
 * else, so it is read through before it is believed.
 */
#include "config.h"

#include "gw-team-file.h"

#include "gw-attachment-store.h"
#include "gw-backup-private.h"
#include "gw-file-lock.h"
#include "gw-files.h"
#include "gw-schema.h"
#include "gw-team-file-scrub.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
count_free (gpointer data)
{
  GwTeamFileCount *self = data;

  g_free (self->type_key);
  g_free (self);
}

void
gw_team_file_preview_free (GwTeamFilePreview *self)
{
  g_ptr_array_unref (self->counts);
  g_free (self);
}

static gboolean
count_records (GwSql *sql, GwTeamFileCount *count, GError **error)
{
  char *text = sqlite3_mprintf ("SELECT count (*) FROM \"%w\" WHERE deleted = 0", count->type_key);
  gint64 n = 0;
  gboolean done = gw_sql_get_integer (sql, text, 0, &n, error);

  sqlite3_free (text);
  count->n_records = (guint64) n;
  return done;
}

static gboolean
read_counts (GwSql *sql, GPtrArray *counts, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (sql, "SELECT key FROM gw_type ORDER BY number", error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    {
      GwTeamFileCount *count = g_new0 (GwTeamFileCount, 1);

      count->type_key = gw_sql_column_dup_text (statement, 0);
      g_ptr_array_add (counts, count);
    }
  for (guint i = 0; step == GW_SQL_DONE && i < counts->len; i++)
    if (!count_records (sql, counts->pdata[i], error))
      return FALSE;
  return step == GW_SQL_DONE;
}

static gboolean
read_preview (GwSql *sql, GwTeamFilePreview *preview, GError **error)
{
  gint64 sequence, sealed, n_attachments;

  if (!gw_sql_get_integer (sql, "SELECT value FROM gw_meta WHERE key = 'exported'", 0,
                           &preview->instant.value, error) ||
      !gw_sql_get_integer (sql, "SELECT value FROM gw_meta WHERE key = 'sealed'", 0, &sealed,
                           error) ||
      !gw_sql_get_integer (sql, "SELECT max (sequence) FROM gw_commit", 0, &sequence, error) ||
      !gw_sql_get_integer (sql, "SELECT count (*) FROM gw_attachment", 0, &n_attachments, error))
    return FALSE;
  preview->sequence = (guint64) sequence;
  preview->has_sealed = sealed != 0;
  preview->n_attachments = (guint) n_attachments;
  return read_counts (sql, preview->counts, error);
}

static GwSql *
open_team_file (const char *path, GError **error)
{
  g_autoptr (GwSql) sql = NULL;
  gboolean is_empty = FALSE;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_NOT_FOUND, "There is no file %s", path);
      return NULL;
    }
  sql = gw_sql_open (path, GW_SQL_READ_ONLY | GW_SQL_IMMUTABLE, NULL, error);
  if (sql == NULL || !gw_schema_recognise (sql, GW_SCHEMA_TEAM_FILE_ID, &is_empty, error))
    return NULL;
  if (!is_empty)
    return g_steal_pointer (&sql);
  g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, "The file is empty");
  return NULL;
}

GwTeamFilePreview *
gw_team_file_preview_sync (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwTeamFilePreview) preview = g_new0 (GwTeamFilePreview, 1);
  g_autoptr (GwSql) sql = NULL;

  preview->counts = g_ptr_array_new_with_free_func (count_free);
  sql = open_team_file (path, error);
  if (sql == NULL)
    return NULL;
  gw_sql_set_cancellable (sql, cancellable);
  return read_preview (sql, preview, error) ? g_steal_pointer (&preview) : NULL;
}

static gboolean
put_attachment (GwAttachmentStore *attachments, sqlite3_stmt *statement, GError **error)
{
  g_autofree char *name = gw_sql_column_dup_text (statement, 0);
  g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 1),
                                          (gsize) sqlite3_column_bytes (statement, 1));
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *kept = NULL;

  if (strcmp (digest, name) != 0)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, "An attachment is damaged");
      return FALSE;
    }
  kept = gw_attachment_store_put_sync (attachments, bytes, NULL, error);
  return kept != NULL;
}

static gboolean
unpack_attachments (GwSql *sql, const char *team_path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (team_path);
  sqlite3_stmt *statement = gw_sql_get (sql, "SELECT name, bytes FROM gw_attachment", error);
  GwSqlStep step = GW_SQL_FAILED;

  if (statement == NULL)
    return FALSE;
  while ((step = gw_sql_step (sql, statement, error)) == GW_SQL_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, NULL))
        {
          g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, "Stopped while unpacking");
          break;
        }
      if (!put_attachment (attachments, statement, error))
        break;
    }
  sqlite3_reset (statement);
  return step == GW_SQL_DONE;
}

/* From a whole-team file to a team file. */
static gboolean
convert (const char *part, const char *team_path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwSql) sql = gw_sql_open (part, GW_SQL_READ_WRITE, NULL, error);

  return sql != NULL && unpack_attachments (sql, team_path, cancellable, error) &&
         gw_sql_exec (sql, "BEGIN IMMEDIATE", error) && gw_team_file_scrub_local (sql, error) &&
         gw_schema_renew_device (sql, error) &&
         gw_sql_execf (sql, error,
                       "DROP TABLE gw_attachment;"
                       "DELETE FROM gw_meta WHERE key IN ('exported', 'sealed', 'erasing');"
                       "PRAGMA application_id = %d;",
                       GW_SCHEMA_APPLICATION_ID) &&
         gw_sql_exec (sql, "COMMIT", error) && gw_sql_exec (sql, "VACUUM", error);
}

static gboolean
refuse_existing (const char *team_path, GError **error)
{
  if (!g_file_test (team_path, G_FILE_TEST_EXISTS))
    return FALSE;
  g_set_error (error, GW_ERROR, GW_ERROR_INVALID,
               _ ("There is a file “%s” already. Please choose another name."), team_path);
  return TRUE;
}

gboolean
gw_team_file_import_sync (const char *path, const char *team_path, GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *part = g_strconcat (team_path, ".part", NULL);
  g_autoptr (GwFileLock) lock = NULL;

  g_return_val_if_fail (path != NULL && team_path != NULL, FALSE);
  if (refuse_existing (team_path, error) || !gw_backup_verify (path, GW_SCHEMA_TEAM_FILE_ID, error))
    return FALSE;
  lock = gw_file_lock_take (team_path, error);
  if (lock == NULL)
    return FALSE;
  gw_files_remove_database (part);
  if (gw_files_copy (path, part, cancellable, error) &&
      convert (part, team_path, cancellable, error) && gw_files_flush (part, error) &&
      gw_files_rename (part, team_path, error))
    return TRUE;
  gw_files_remove_database (part);
  return FALSE;
}

typedef struct
{
  char *path;
  char *team_path;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_free (self->path);
  g_free (self->team_path);
  g_free (self);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Import *job = data;
  GError *error = NULL;

  if (gw_team_file_import_sync (job->path, job->team_path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gw_team_file_import_async (const char *path, const char *team_path, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Import *job = g_new (Import, 1);

  job->path = g_strdup (path);
  job->team_path = g_strdup (team_path);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, import_free);
  g_task_run_in_thread (task, import_in_thread);
}

gboolean
gw_team_file_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
