/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing: changes and what this laptop remembers. The answer of a commit comes after the session
 * has pulled it from the feed, so that whoever waited finds lists and items up to date.
 */
#include "config.h"

#include "gw-session-private.h"

#include "gw-store-draft.h"

/* Fresh acts on their way: what they say can be taken back before the disk has answered. */
static void
count_act (GwSession *self, const GwChange *change, gint step)
{
  if (gw_change_get_role (change) != GW_CHANGE_DO)
    return;
  self->n_acts = (guint) ((gint) self->n_acts + step);
  gw_session_notify_undo (self);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  GwCommit *commit = gw_store_submit_finish (GW_STORE (source), result, &error);

  gw_session_set_saving (self, -1);
  gw_session_pump (self);
  count_act (self, g_task_get_task_data (task), -1);
  gw_session_continue_undo (self);
  if (commit != NULL)
    {
      g_task_return_pointer (task, commit, (GDestroyNotify) gw_commit_unref);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_SAVE);
  g_task_return_error (task, error);
}

void
gw_session_submit_async (GwSession *self, GwChange *change, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gw_session_submit_async);
  g_task_set_task_data (task, gw_change_ref (change), (GDestroyNotify) gw_change_unref);
  gw_session_set_saving (self, +1);
  count_act (self, change, +1);
  gw_store_submit_async (self->store, change, gw_session_get_user_id (self), cancellable,
                         on_submitted, task);
}

GwCommit *
gw_session_submit_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GwCommit *
gw_session_submit_sync (GwSession *self, GwChange *change, GCancellable *cancellable,
                        GError **error)
{
  GwCommit *commit;

  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  commit = gw_store_submit_sync (self->store, change, gw_session_get_user_id (self), cancellable,
                                 error);
  if (commit == NULL)
    gw_session_error_say (error, GW_ERROR_DEED_SAVE);
  return commit;
}

static void
on_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwSession *self = GW_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (self, result, &error);

  if (commit == NULL)
    g_signal_emit_by_name (self, "failed", error->message);
}

void
gw_session_submit (GwSession *self, GwChange *change)
{
  gw_session_submit_async (self, change, NULL, on_forgotten, NULL);
}

/* What this laptop remembers ---------------------------------------------------------------- */

static void
on_local_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gw_store_put_local_finish (GW_STORE (source), result, &error) &&
      !g_error_matches (error, GW_ERROR, GW_ERROR_READ_ONLY) &&
      !g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED))
    gw_session_fail (self, error, GW_ERROR_DEED_SAVE);
}

void
gw_session_put_local (GwSession *self, const char *key, const char *text)
{
  g_return_if_fail (GW_IS_SESSION (self));
  gw_store_put_local_async (self->store, key, text, NULL, on_local_put, g_object_ref (self));
}

static void
on_local_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, gw_store_get_local_finish (GW_STORE (source), result, NULL), g_free);
}

void
gw_session_get_local_async (GwSession *self, const char *key, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (GW_IS_SESSION (self));
  gw_store_get_local_async (self->store, key, NULL, on_local_got,
                            g_task_new (self, NULL, callback, user_data));
}

char *
gw_session_get_local_finish (GwSession *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
