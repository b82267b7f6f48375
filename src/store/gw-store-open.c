/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a team file, step by step; each step may refuse, and then nothing was changed. All of it
 * runs on the thread that opens, before the lanes exist.
 */
#include "config.h"

#include "gw-store-open.h"

#include "gw-backup-private.h"
#include "gw-files.h"
#include "gw-row-clock.h"
#include "gw-schema.h"
#include "gw-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file by its own name: who opens it through a link finds the same lock, pictures and backups. */
static char *
dup_true_path (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return copy;
}

static GwStore *
make_store (const GwStoreConfig *config)
{
  GwStore *self = g_object_new (GW_TYPE_STORE, NULL);

  self->path = dup_true_path (config->path);
  self->vfs_name = g_strdup (config->vfs_name);
  self->flags = config->flags;
  self->clock = gw_clock_ref (config->clock);
  self->n_types = config->n_types;
  self->types = g_memdup2 (config->types, config->n_types * sizeof *config->types);
  for (guint i = 0; i < config->n_types; i++)
    {
      GwTable *table = gw_table_new (config->types[i]);

      g_ptr_array_add (self->tables, table);
      g_hash_table_insert (self->tables_by_key, (char *) table->type->key, table);
    }
  return self;
}

/* The one hook through which a key comes. This build has nothing to put it into. */
static gboolean
take_key (const GwStoreConfig *config, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) key = NULL;

  if (config->key_hook == NULL)
    return TRUE;
  key = config->key_hook (config->path, config->key_data, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (key == NULL)
    return TRUE;
  g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID,
                       _ ("This version of Good Week cannot open encrypted files."));
  return FALSE;
}

/* Whether a log with edits that are not yet in the file lies beside it. */
static gboolean
has_log (GwStore *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

/*
 * A file in a folder that may not be written has no room for the shared index of its log, so it is
 * read as something that never changes; but not past a log, whose edits would be missing.
 */
static guint
choose_sql_flags (GwStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!(self->flags & GW_STORE_READ_ONLY))
    return self->flags & GW_STORE_CREATE ? GW_SQL_CREATE : GW_SQL_READ_WRITE;
  if (access (folder, W_OK) == 0 || has_log (self))
    return GW_SQL_READ_ONLY;
  return GW_SQL_READ_ONLY | GW_SQL_IMMUTABLE;
}

/* Opening a pipe would wait for ever, and a device has no end: only files go on. */
static gboolean
check_presence (GwStore *self, GError **error)
{
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    {
      if (self->flags & GW_STORE_CREATE)
        return TRUE;
      g_set_error (error, GW_ERROR, GW_ERROR_NOT_FOUND, "There is no file %s", self->path);
      return FALSE;
    }
  if (S_ISREG (info.st_mode) && (info.st_size > 0 || self->flags & GW_STORE_CREATE))
    return TRUE;
  g_set_error (error, GW_ERROR, GW_ERROR_CORRUPT, "%s is empty or no file", self->path);
  return FALSE;
}

static gboolean
set_up_writer (GwSql *sql, GError **error)
{
  gint64 is_read_only = sqlite3_db_readonly (gw_sql_get_handle (sql), "main");

  if (is_read_only)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_READ_ONLY, "The file may not be written");
      return FALSE;
    }
  return gw_sql_exec (
      sql,
      "PRAGMA journal_mode = WAL;"
      "PRAGMA synchronous = FULL;"
      "PRAGMA wal_autocheckpoint = 4000;" /* 16 MB: pages of an import are written once */
      "PRAGMA journal_size_limit = 16777216;"
      "PRAGMA cache_size = -8000;",
      error);
}

/* An old file is copied before it is touched. */
static gboolean
migrate (GwStore *self, gboolean is_new, const GwStoreConfig *config, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!is_new && gw_schema_is_current (self->writer, self->tables, &local_error))
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!is_new && !gw_backup_copy_before_migration (self, error))
    return FALSE;
  return gw_schema_update (self->writer, self->tables, config, error);
}

static gboolean
open_for_writing (GwStore *self, const GwStoreConfig *config, GError **error)
{
  gboolean is_new = FALSE;

  self->lock = gw_file_lock_take (self->path, error);
  if (self->lock == NULL)
    return FALSE;
  self->writer = gw_sql_open (self->path, choose_sql_flags (self), self->vfs_name, error);
  if (self->writer == NULL ||
      !gw_schema_recognise (self->writer, GW_SCHEMA_APPLICATION_ID, &is_new, error))
    return FALSE;
  if (is_new && !(self->flags & GW_STORE_CREATE))
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, "The file is empty");
      return FALSE;
    }
  return set_up_writer (self->writer, error) && migrate (self, is_new, config, error);
}

static gboolean
open_reader (GwStore *self, GError **error)
{
  guint flags = choose_sql_flags (self) & ~(guint) GW_SQL_CREATE;
  g_autoptr (GError) local_error = NULL;
  gboolean is_empty = FALSE;

  self->reader = gw_sql_open (self->path, flags, self->vfs_name, error);
  if (self->reader == NULL ||
      !gw_schema_recognise (self->reader, GW_SCHEMA_APPLICATION_ID, &is_empty, error) ||
      !gw_sql_exec (self->reader, "PRAGMA query_only = ON; PRAGMA cache_size = -8000;", error))
    return FALSE;
  if (is_empty || !gw_schema_is_current (self->reader, self->tables, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, GW_ERROR, GW_ERROR_READ_ONLY,
                             "An older version made the file; open it for writing once");
      return FALSE;
    }
  return gw_schema_check (self->reader, self->tables, error);
}

/* Where the numbers and the clock go on. */
static gboolean
read_state (GwStore *self, GError **error)
{
  sqlite3_stmt *statement = gw_sql_get (
      self->reader, "SELECT sequence, stamp FROM gw_commit ORDER BY sequence DESC LIMIT 1", error);
  GwSqlStep step = statement ? gw_sql_step (self->reader, statement, error) : GW_SQL_FAILED;
  GwStamp stamp = { { 0 } };

  if (step == GW_SQL_FAILED)
    return FALSE;
  if (step == GW_SQL_ROW && sqlite3_column_bytes (statement, 1) == GW_STAMP_BYTES)
    memcpy (stamp.bytes, sqlite3_column_blob (statement, 1), GW_STAMP_BYTES);
  self->last_time = gw_stamp_get_time (stamp);
  self->sequence = step == GW_SQL_ROW ? (guint64) sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return gw_schema_read_device (self->reader, self->device, error);
}

/* FALSE on failure; the lanes are started only for a store that works. */
static gboolean
open_store (GwStore *self, const GwStoreConfig *config, GCancellable *cancellable, GError **error)
{
  if (!take_key (config, error) || !check_presence (self, error) ||
      (!(self->flags & GW_STORE_READ_ONLY) && !open_for_writing (self, config, error)) ||
      !open_reader (self, error) || !read_state (self, error))
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, "Stopped while opening");
      return FALSE;
    }
  self->writer_lane = gw_lane_new ("gw-writer");
  self->reader_lane = gw_lane_new ("gw-reader");
  if (!(self->flags & GW_STORE_READ_ONLY))
    gw_store_finish_erasing (self);
  return TRUE;
}

static void
check_config (const GwStoreConfig *config)
{
  g_assert (config->path != NULL && config->clock != NULL);
  g_assert (config->n_types > 0);
}

GwStore *
gw_store_open_sync (const GwStoreConfig *config, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwStore) self = NULL;

  check_config (config);
  self = make_store (config);
  if (!open_store (self, config, cancellable, error))
    return NULL;
  self->feed = gw_change_feed_new (self->sequence);
  return g_steal_pointer (&self);
}

static void
config_free (gpointer data)
{
  GwStoreConfig *config = data;

  g_free ((char *) config->path);
  g_free ((char *) config->vfs_name);
  gw_clock_unref (config->clock);
  g_free ((gpointer) config->types);
  g_free (config);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GwStoreConfig *config = data;
  g_autoptr (GwStore) self = make_store (config);
  GError *error = NULL;

  if (!open_store (self, config, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (config->first_read != NULL)
    config->first_read (self, config->first_read_data);
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
gw_store_open_async (const GwStoreConfig *config, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GwStoreConfig *copy = g_memdup2 (config, sizeof *config);

  check_config (config);
  copy->path = g_strdup (config->path);
  copy->vfs_name = g_strdup (config->vfs_name);
  copy->types = g_memdup2 (config->types, config->n_types * sizeof *config->types);
  gw_clock_ref (copy->clock);
  g_task_set_source_tag (task, gw_store_open_async);
  g_task_set_task_data (task, copy, config_free);
  g_task_run_in_thread (task, open_in_thread);
}

GwStore *
gw_store_open_finish (GAsyncResult *result, GError **error)
{
  GwStore *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  self = g_task_propagate_pointer (G_TASK (result), error);
  /* Made here, because here is the main context that is to be nudged. */
  if (self != NULL)
    self->feed = gw_change_feed_new (self->sequence);
  return self;
}

GwSql *
gw_store_open_extra (GwStore *self, guint sql_flags, GError **error)
{
  return gw_sql_open (self->path, sql_flags, self->vfs_name, error);
}
