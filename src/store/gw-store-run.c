/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How work gets onto the lanes and how a read gets its snapshot.
 */
#include "config.h"

#include "gw-store-private.h"

static GwLane *
get_lane (GwStore *self, GwStoreLane lane)
{
  return lane == GW_STORE_WRITER ? self->writer_lane : self->reader_lane;
}

void
gw_store_run_async (GwStore *self, GwStoreLane lane, gpointer tag, GwLaneWork work, gpointer data,
                    GDestroyNotify data_free, GDestroyNotify result_free, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, data, data_free);
  /* What was committed is committed, and the caller is told, whatever was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  gw_lane_push (get_lane (self, lane), task, work, result_free);
}

gpointer
gw_store_run_finish (GwStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == tag, NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
gw_store_run_sync (GwStore *self, GwStoreLane lane, GwLaneWork work, gpointer data,
                   GCancellable *cancellable, GError **error)
{
  return gw_lane_call (get_lane (self, lane), work, self, data, cancellable, error);
}

gboolean
gw_store_begin_read (GwStore *self, GCancellable *cancellable, guint64 *out_sequence,
                     GError **error)
{
  gint64 sequence = 0;

  gw_sql_set_cancellable (self->reader, cancellable);
  if (!gw_sql_exec (self->reader, "BEGIN", error))
    return FALSE;
  if (!gw_sql_get_integer (self->reader, "SELECT max (sequence) FROM gw_commit", 0, &sequence,
                           error))
    {
      gw_store_end_read (self);
      return FALSE;
    }
  *out_sequence = (guint64) sequence;
  return TRUE;
}

void
gw_store_end_read (GwStore *self)
{
  gw_sql_set_cancellable (self->reader, NULL);
  gw_sql_rollback (self->reader);
}

gboolean
gw_store_refuse_writing (GwStore *self, GError **error)
{
  if (!(self->flags & GW_STORE_READ_ONLY))
    return FALSE;
  g_set_error_literal (error, GW_ERROR, GW_ERROR_READ_ONLY, "The file was opened to look only");
  return TRUE;
}

gboolean
gw_store_refuse_async (GwStore *self, gpointer tag, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GError *error = NULL;

  if (!gw_store_refuse_writing (self, &error))
    return FALSE;
  g_task_report_error (self, callback, user_data, tag, error);
  return TRUE;
}
