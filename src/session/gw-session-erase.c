/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: what is about a record is gathered on a worker, then handed to the store at once. */
#include "config.h"

#include "gw-session-erase.h"
#include "gw-session-private.h"

#include "gw-about.h"
#include "gw-store-erase.h"

#include <glib/gi18n-lib.h>

/** GwErasure: whom it is about. */
typedef struct
{
  const GwRecordType *type;
  GwId id;
} GwErasure;

static GPtrArray *
list_about (GwSession *self, const GwErasure *erasure, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  g_autoptr (GPtrArray) queries = gw_about_list_queries (erasure->type, erasure->id);
  GwRecord *record = gw_store_get_sync (self->store, erasure->type, erasure->id, NULL, error);

  if (record == NULL)
    return NULL;
  g_ptr_array_add (all, record);
  for (guint i = 0; i < queries->len; i++)
    {
      GPtrArray *found = gw_store_query_sync (self->store, g_ptr_array_index (queries, i), NULL,
                                              NULL, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, found);
    }
  return g_steal_pointer (&all);
}

static void
list_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *records = list_about (source, data, &error);

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
list_async (GwSession *self, const GwRecordType *type, GwId id, GAsyncReadyCallback callback,
            gpointer user_data)
{
  const GwErasure erasure = { type, id };
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&erasure, sizeof erasure), g_free);
  g_task_run_in_thread (task, list_in_worker);
  return task;
}

void
gw_session_list_about_async (GwSession *self, const GwRecordType *type, GwId id,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  g_object_unref (list_async (self, type, id, callback, user_data));
}

GPtrArray *
gw_session_list_about_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  GPtrArray *records;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  records = g_task_propagate_pointer (G_TASK (result), error);
  if (records == NULL)
    gw_session_error_say (error, GW_ERROR_DEED_READ);
  return records;
}

static void
return_erased (GTask *task, GError *error)
{
  gw_session_set_saving (g_task_get_source_object (task), -1);
  gw_session_continue_undo (g_task_get_source_object (task));
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_ERASE);
  g_task_return_error (task, error);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GwCommit) commit = gw_store_erase_finish (GW_STORE (source), result, &error);

  gw_session_pump (self);
  if (commit != NULL)
    {
      /* The feed shows an erasure as a gap; items that no list asks for again learn of it here. */
      gw_session_update_items (self, commit);
      g_signal_emit_by_name (self, "committed", commit);
    }
  return_erased (task, error);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = GW_SESSION (source);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree GwRecordKey *keys = NULL;

  if (records == NULL)
    {
      return_erased (task, error);
      return;
    }
  keys = g_new (GwRecordKey, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);

      keys[i] = (GwRecordKey){ gw_record_get_record_type (record), gw_record_get_id (record) };
    }
  gw_store_erase_async (self->store, keys, records->len, gw_session_get_user_id (self),
                        _ ("Erase somebody’s data"), on_erased, g_object_ref (task));
}

void
gw_session_erase_async (GwSession *self, const GwRecordType *type, GwId id,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gw_session_erase_async);
  gw_session_set_saving (self, +1);
  g_object_unref (list_async (self, type, id, on_listed, task));
}

gboolean
gw_session_erase_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
