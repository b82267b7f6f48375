/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: what is about a record is gathered on a worker, then handed to the store at once. */
#include "config.h"

#include "gw-session-erase.h"
#include "gw-session-private.h"

#include "gw-about.h"
#include "gw-store-erase.h"

#include <glib/gi18n-lib.h>

#define SLICE 500

/* A long read keeps the file from being written anew; it ends soon. */
#define BUSY_TRIES 10
#define BUSY_PAUSE_MS 300

/** GwErasure: whom it is about; and, when it is to be done, by whom, when, and how far it is. */
typedef struct
{
  const GwRecordType *type;
  GwId id;
  GwId author;
  GwDay today;
  GwJob *job; /* nullable: only a look */
  GArray *keys;
  guint n_tries;
} GwErasure;

static void
gw_erasure_free (gpointer data)
{
  GwErasure *erasure = data;

  g_clear_object (&erasure->job);
  g_clear_pointer (&erasure->keys, g_array_unref);
  g_free (erasure);
}

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

/* Letting go ---------------------------------------------------------------------------------- */

static gboolean
write_release (GwSession *self, const GwErasure *erasure, GwChange **change, GError **error)
{
  g_autoptr (GwChange) release = g_steal_pointer (change);
  g_autoptr (GwCommit) commit = NULL;

  if (release == NULL)
    return TRUE;
  gw_change_set_role (release, GW_CHANGE_NOTE, GW_ID_NONE);
  commit = gw_store_submit_sync (self->store, release, erasure->author, NULL, error);
  return commit != NULL;
}

static void
add_release (GwChange *change, const GwRecord *record, guint field, GwId id)
{
  const GwRecordType *type = gw_record_get_record_type (record);
  g_auto (GwFieldValue) before = gw_field_value_id (id);
  g_auto (GwFieldValue) nothing = GW_FIELD_VALUE_INIT;

  if (gw_field_is_set (&type->fields[field]))
    gw_change_remove_member (change, record, field, id);
  else
    gw_change_add_edit (change, type, gw_record_get_id (record), field, &before, &nothing);
}

static gboolean
release_field (GwSession *self, const GwErasure *erasure, GwQuery *query, guint field,
               GError **error)
{
  g_autoptr (GPtrArray) records = gw_store_query_sync (self->store, query, NULL, NULL, error);
  g_autoptr (GwChange) change = NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      if (!gw_about_lets_go (records->pdata[i], erasure->today))
        continue;
      if (change == NULL)
        change = gw_change_new (_ ("Somebody’s data erased"));
      add_release (change, records->pdata[i], field, erasure->id);
      if (gw_change_get_n_operations (change) >= SLICE &&
          !write_release (self, erasure, &change, error))
        return FALSE;
    }
  return records != NULL && write_release (self, erasure, &change, error);
}

/* In ordinary changes before the erasing, so that other laptops hear of it and none is half made. */
static gboolean
release_all (GwSession *self, const GwErasure *erasure, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) queries = gw_about_list_mentions (erasure->type, erasure->id, fields);

  for (guint i = 0; i < queries->len; i++)
    if (!release_field (self, erasure, queries->pdata[i], g_array_index (fields, guint, i), error))
      return FALSE;
  gw_job_report (erasure->job, 350, NULL);
  return TRUE;
}

static void
list_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GwErasure *erasure = data;
  GError *error = NULL;
  GPtrArray *records = list_about (source, erasure, &error);

  if (records != NULL && erasure->job != NULL && !release_all (source, erasure, &error))
    g_clear_pointer (&records, g_ptr_array_unref);

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
new_task (GwSession *self, const GwRecordType *type, GwId id, GwJob *job,
          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GwErasure *erasure = g_new0 (GwErasure, 1);

  erasure->type = type;
  erasure->id = id;
  erasure->author = gw_session_get_user_id (self);
  erasure->today = gw_clock_get_today (self->clock);
  erasure->job = job;
  g_task_set_task_data (task, erasure, gw_erasure_free);
  return task;
}

void
gw_session_list_about_async (GwSession *self, const GwRecordType *type, GwId id,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));
  task = new_task (self, type, id, NULL, callback, user_data);
  g_task_run_in_thread (task, list_in_worker);
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

/* Erasing ------------------------------------------------------------------------------------- */

static void
return_erased (GTask *task, GError *error)
{
  GwSession *self = g_task_get_source_object (task);
  const GwErasure *erasure = g_task_get_task_data (task);

  gw_job_finish (erasure->job);
  gw_session_set_saving (self, -1);
  gw_session_continue_undo (self);
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_ERASE);
  g_task_return_error (task, error);
}

static gboolean on_again (gpointer data);

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  GwErasure *erasure = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GwCommit) commit = gw_store_erase_finish (GW_STORE (source), result, &error);

  gw_session_pump (self);
  if (g_error_matches (error, GW_ERROR, GW_ERROR_BUSY) && ++erasure->n_tries < BUSY_TRIES)
    {
      g_error_free (error);
      g_timeout_add (BUSY_PAUSE_MS, on_again, g_steal_pointer (&task));
      return;
    }
  if (gw_id_equal (gw_session_get_user_id (self), erasure->id))
    gw_session_set_user (self, GW_ID_NONE);
  if (commit != NULL)
    {
      /* The feed shows an erasure as a gap; items that no list asks for again learn of it here. */
      gw_session_update_items (self, commit);
      g_signal_emit_by_name (self, "committed", commit);
    }
  return_erased (task, error);
}

static void
erase_keys (GTask *task)
{
  GwSession *self = g_task_get_source_object (task);
  const GwErasure *erasure = g_task_get_task_data (task);

  gw_store_erase_async (self->store, (const GwRecordKey *) erasure->keys->data, erasure->keys->len,
                        erasure->author, _ ("Somebody’s data erased"), on_erased,
                        g_object_ref (task));
}

static gboolean
on_again (gpointer data)
{
  g_autoptr (GTask) task = data;

  erase_keys (task);
  return G_SOURCE_REMOVE;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwErasure *erasure = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = g_task_propagate_pointer (G_TASK (result), &error);

  gw_session_pump (GW_SESSION (source));
  if (records == NULL)
    {
      return_erased (task, error);
      return;
    }
  erasure->keys = g_array_new (FALSE, FALSE, sizeof (GwRecordKey));
  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      const GwRecordKey key = { gw_record_get_record_type (record), gw_record_get_id (record) };

      g_array_append_val (erasure->keys, key);
      g_hash_table_remove (GW_SESSION (source)->typed, &key.id);
    }
  erase_keys (task);
}

void
gw_session_erase_async (GwSession *self, const GwRecordType *type, GwId id,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GwJob *job;
  GTask *task;
  g_autoptr (GTask) list = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  job = gw_session_start_job (self, _ ("Erasing"));
  task = new_task (self, type, id, job, callback, user_data);
  g_task_set_source_tag (task, gw_session_erase_async);
  gw_session_set_saving (self, +1);
  list = new_task (self, type, id, g_object_ref (job), on_listed, task);
  g_task_run_in_thread (list, list_in_worker);
}

gboolean
gw_session_erase_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
gw_session_get_unfinished_erasing (GwSession *self)
{
  const GError *error;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  error = gw_store_get_unfinished_erasing (self->store);
  if (error == NULL)
    return NULL;
  if (g_error_matches (error, GW_ERROR, GW_ERROR_DISK_FULL))
    return _ ("Somebody’s data could not be erased completely because the disk is full. "
              "Please make some room: it is tried again at the next start.");
  if (g_error_matches (error, GW_ERROR, GW_ERROR_READ_ONLY))
    return _ ("Somebody’s data could not be erased completely because a folder beside the team "
              "file may not be changed. It is tried again at the next start.");
  return _ ("Somebody’s data could not be erased completely. Please check the disk: it is tried "
            "again at the next start.");
}
