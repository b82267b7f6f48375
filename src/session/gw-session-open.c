/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening: the store, the undo list, who uses it, and the names of people. All of it, and what the
 * first page will ask, is read by the thread that opens the file; the main thread only takes it.
 */
#include "config.h"

#include "gw-session-private.h"

#include "gw-model.h"

static void return_when_named (GTask *task);

static void
on_name_list_state (GwLiveList *list, GParamSpec *pspec, GTask *task)
{
  return_when_named (task);
}

/* When the session's first answers are all there, the task returns and lets go of the lists. */
static void
return_when_named (GTask *task)
{
  g_autoptr (GTask) kept = g_object_ref (task);
  GwSession *self = g_task_get_task_data (task);

  if (!gw_session_has_names (self))
    return;
  for (guint i = 0; i < self->names->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->names, i), on_name_list_state,
                                          task);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/* Names are there at once, unless their first reading failed. */
static void
await_names (GwSession *self, GTask *task)
{
  gw_session_watch_names (self);
  for (guint i = 0; i < self->names->len; i++)
    g_signal_connect_data (g_ptr_array_index (self->names, i), "notify::state",
                           G_CALLBACK (on_name_list_state), g_object_ref (task),
                           (GClosureNotify) (GCallback) g_object_unref, 0);
}

static void
on_store_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  const char *user;
  GwId id;

  self->store = gw_store_open_finish (result, &error);
  if (self->store != NULL)
    groups = gw_first_reading_take_groups (self->first, &error);
  if (groups == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->attachments = gw_attachment_store_new (self->path);
  gw_session_start_feed (self);
  gw_session_update_status (self);
  gw_session_take_groups (self, groups);
  await_names (self, task);
  user = gw_first_reading_get_user (self->first);
  if (user != NULL && gw_id_from_text (user, &id))
    gw_session_take_user (self, id);
  return_when_named (task);
}

static GPtrArray *
join_queries (GPtrArray *first)
{
  GPtrArray *queries = gw_session_list_name_queries ();

  for (guint i = 0; first != NULL && i < first->len; i++)
    g_ptr_array_add (queries, gw_query_ref (g_ptr_array_index (first, i)));
  return queries;
}

void
gw_session_open_reading_async (const char *path, GwSessionFlags flags, GwClock *clock,
                               GPtrArray *first, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GwSession *self = g_object_new (GW_TYPE_SESSION, NULL);
  g_autoptr (GPtrArray) queries = join_queries (first);
  GwStoreConfig config = { .path = path, .first_read = gw_first_reading_read };

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, gw_session_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  self->path = g_strdup (path);
  self->clock = clock != NULL ? gw_clock_ref (clock) : gw_clock_new_system (NULL);
  self->first = gw_first_reading_new (queries);
  config.types = gw_model_get_types (&config.n_types);
  config.clock = self->clock;
  config.first_read_data = self->first;
  if (flags & GW_SESSION_CREATE)
    config.flags |= GW_STORE_CREATE;
  if (flags & GW_SESSION_READ_ONLY)
    config.flags |= GW_STORE_READ_ONLY;
  gw_store_open_async (&config, cancellable, on_store_opened, task);
}

void
gw_session_open_async (const char *path, GwSessionFlags flags, GwClock *clock,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  gw_session_open_reading_async (path, flags, clock, NULL, cancellable, callback, user_data);
}

GwSession *
gw_session_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, gw_session_open_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GwSession *
gw_session_open_sync (const char *path, GwSessionFlags flags, GwClock *clock, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_open_async (path, flags, clock, NULL, gw_session_keep_result, &result);
  gw_session_wait_for (&result);
  return gw_session_open_finish (result, error);
}
