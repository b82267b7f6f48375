/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store object: what it is made of, and closing. Opening is in gw-store-open.c, writing in
 * gw-store-submit.c, reading in gw-store-read.c.
 */
#include "config.h"

#include "gw-store.h"

#include "gw-store-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GwStore, gw_store, G_TYPE_OBJECT)

static void
gw_store_finalize (GObject *object)
{
  GwStore *self = GW_STORE (object);

  if (self->reader_lane != NULL)
    gw_store_close_sync (self, NULL);
  gw_lane_free (self->reader_lane);
  gw_lane_free (self->writer_lane);
  gw_sql_close (self->reader);
  gw_sql_close (self->writer);
  gw_file_lock_release (self->lock);
  g_clear_object (&self->feed);
  g_clear_pointer (&self->tables_by_key, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->clock, gw_clock_unref);
  g_clear_error (&self->unfinished_erasing);
  g_free (self->types);
  g_free (self->vfs_name);
  g_free (self->path);
  G_OBJECT_CLASS (gw_store_parent_class)->finalize (object);
}

static void
gw_store_class_init (GwStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gw_store_finalize;
}

static void
gw_store_init (GwStore *self)
{
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_table_free);
  self->tables_by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Whoever closes: the lanes are stopped, so nobody else touches the connections. */
static gboolean
close_connections (GwStore *self, GError **error)
{
  gboolean is_saved = TRUE;

  g_clear_pointer (&self->reader, gw_sql_close);
  if (self->writer != NULL)
    is_saved = gw_sql_exec (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  g_clear_pointer (&self->writer, gw_sql_close);
  g_clear_pointer (&self->lock, gw_file_lock_release);
  return is_saved;
}

gboolean
gw_store_close_sync (GwStore *self, GError **error)
{
  if (!g_atomic_int_compare_and_exchange (&self->closing, 0, 1))
    return TRUE;
  gw_lane_refuse (self->reader_lane);
  if (self->reader != NULL)
    gw_sql_interrupt (self->reader);
  gw_lane_stop (self->reader_lane);
  gw_lane_stop (self->writer_lane);
  return close_connections (self, error);
}

static void
close_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (gw_store_close_sync (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gw_store_close_async (GwStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_STORE (self));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gw_store_close_async);
  g_task_run_in_thread (task, close_in_thread);
}

gboolean
gw_store_close_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

GwChangeFeed *
gw_store_get_feed (GwStore *self)
{
  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  return self->feed;
}

guint64
gw_store_get_sequence (GwStore *self)
{
  g_return_val_if_fail (GW_IS_STORE (self), 0);
  return gw_change_feed_get_last (self->feed);
}

const char *
gw_store_get_path (GwStore *self)
{
  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  return self->path;
}

const GwRecordType *
gw_store_find_type (GwStore *self, const char *key)
{
  GwTable *table;

  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  table = g_hash_table_lookup (self->tables_by_key, key);
  return table != NULL ? table->type : NULL;
}

gboolean
gw_store_is_read_only (GwStore *self)
{
  g_return_val_if_fail (GW_IS_STORE (self), TRUE);
  return (self->flags & GW_STORE_READ_ONLY) != 0;
}

gboolean
gw_store_is_encrypted (GwStore *self)
{
  g_return_val_if_fail (GW_IS_STORE (self), FALSE);
  return FALSE;
}

GwTable *
gw_store_find_table (GwStore *self, const GwRecordType *type, GError **error)
{
  GwTable *table = g_hash_table_lookup (self->tables_by_key, type->key);

  if (table != NULL && table->type == type)
    return table;
  g_set_error (error, GW_ERROR, GW_ERROR_INVALID, _ ("This team file keeps no list of “%s”."),
               _ (type->label_plural));
  return NULL;
}

GwTable *
gw_store_find_table_by_number (GwStore *self, gint64 number)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      GwTable *table = self->tables->pdata[i];

      if (table->number == number)
        return table;
    }
  return NULL;
}
