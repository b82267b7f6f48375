/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session object: its properties and its closing; gw-session-open.c opens it. */
#include "config.h"

#include "gw-session-private.h"

#include "gw-colleague.h"
#include "gw-model.h"
#include "gw-store-draft.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_USER = 1,
  PROP_STATUS,
  PROP_SAVING,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_UNFINISHED_LABEL,
  PROP_HIDE_NAMES,
  N_PROPS
};

enum
{
  FAILED,
  COMMITTED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (GwSession, gw_session, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GW_TYPE_RECORD_SOURCE,
                                                      gw_session_source_init))

/* State ----------------------------------------------------------------------------------- */

void
gw_session_update_status (GwSession *self)
{
  const char *status = _ ("Saved");

  if (gw_session_is_read_only (self))
    status = _ ("Read only: changes cannot be saved");
  else if (self->n_saving > 0)
    status = _ ("Saving…");
  if (g_strcmp0 (status, self->status) == 0)
    return;
  g_free (self->status);
  self->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

void
gw_session_set_saving (GwSession *self, gint step)
{
  gboolean before = self->n_saving > 0;

  self->n_saving = (guint) ((gint) self->n_saving + step);
  if (before != (self->n_saving > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
  gw_session_update_status (self);
}

void
gw_session_notify_undo (GwSession *self)
{
  for (guint i = PROP_CAN_UNDO; i <= PROP_UNFINISHED_LABEL; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

void
gw_session_fail (GwSession *self, const GError *error, GwErrorDeed deed)
{
  g_autofree char *sentence = gw_session_error_to_sentence (error, deed);

  g_debug ("%s", error->message);
  g_signal_emit (self, signals[FAILED], 0, sentence);
}

void
gw_session_take_user (GwSession *self, GwId id)
{
  g_clear_object (&self->user);
  if (!gw_id_is_none (id))
    self->user = gw_session_get_item (self, &gw_colleague_type, id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_USER]);
}

/* Lifecycle ------------------------------------------------------------------------------- */

static void
gw_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GwSession *self = GW_SESSION (object);

  switch (prop_id)
    {
    case PROP_USER:
      g_value_set_object (value, self->user);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->n_saving > 0);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, gw_session_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, gw_session_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, gw_session_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, gw_session_get_redo_label (self));
      break;
    case PROP_UNFINISHED_LABEL:
      g_value_set_string (value, gw_session_get_unfinished_label (self));
      break;
    case PROP_HIDE_NAMES:
      g_value_set_boolean (value, self->hide_names);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gw_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_HIDE_NAMES)
    gw_session_set_hide_names (GW_SESSION (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gw_session_finalize (GObject *object)
{
  GwSession *self = GW_SESSION (object);

  if (self->store != NULL)
    gw_session_stop_feed (self);
  g_clear_object (&self->user);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_pointer (&self->loading, g_hash_table_unref);
  g_clear_pointer (&self->first, gw_first_reading_free);
  g_clear_pointer (&self->items, gw_item_table_free);
  g_clear_pointer (&self->undo, gw_undo_list_free);
  g_clear_pointer (&self->typed, g_hash_table_unref);
  g_clear_pointer (&self->given_up, g_hash_table_unref);
  g_clear_object (&self->jobs);
  g_clear_object (&self->attachments);
  g_clear_object (&self->store);
  g_clear_pointer (&self->clock, gw_clock_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->status, g_free);
  G_OBJECT_CLASS (gw_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_USER] = g_param_spec_object ("user", NULL, NULL, GW_TYPE_ITEM, flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  props[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_UNFINISHED_LABEL] = g_param_spec_string ("unfinished-label", NULL, NULL, NULL, flags);
  props[PROP_HIDE_NAMES] = g_param_spec_boolean ("hide-names", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
gw_session_class_init (GwSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gw_session_get_property;
  object_class->set_property = gw_session_set_property;
  object_class->finalize = gw_session_finalize;
  install_properties (object_class);

  signals[FAILED] = g_signal_new ("failed", GW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMMITTED] = g_signal_new ("committed", GW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
gw_session_init (GwSession *self)
{
  self->items = gw_item_table_new ();
  self->watches = g_ptr_array_new_with_free_func (gw_session_watch_free);
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  self->named = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->jobs = g_list_store_new (GW_TYPE_JOB);
  self->undo = gw_undo_list_new ();
  self->typed = gw_session_new_typed ();
  self->given_up = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

/* Closing --------------------------------------------------------------------------------- */

void
gw_session_keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

void
gw_session_wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

static void
on_store_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (gw_store_close_finish (GW_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stop_jobs (GwSession *self)
{
  GListModel *jobs = G_LIST_MODEL (self->jobs);

  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr (GwJob) job = g_list_model_get_item (jobs, i);
      gw_job_stop (job);
    }
}

void
gw_session_close_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, gw_session_close_async);
  if (self->is_closed)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  stop_jobs (self);
  g_signal_emit_by_name (self, "drafts-due");
  self->is_closed = TRUE;
  gw_session_stop_feed (self);
  gw_store_close_async (self->store, on_store_closed, task);
}

gboolean
gw_session_close_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
gw_session_close_sync (GwSession *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gw_session_close_async (self, gw_session_keep_result, &result);
  gw_session_wait_for (&result);
  return gw_session_close_finish (self, result, error);
}

/* Facts ----------------------------------------------------------------------------------- */

const char *
gw_session_get_path (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  return self->path;
}

GwClock *
gw_session_get_clock (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  return self->clock;
}

gboolean
gw_session_is_read_only (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), TRUE);
  return gw_store_is_read_only (self->store);
}

gboolean
gw_session_is_encrypted (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), FALSE);
  return gw_store_is_encrypted (self->store);
}

GwItem *
gw_session_get_user (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  return self->user;
}

void
gw_session_set_user (GwSession *self, GwId colleague)
{
  g_autofree char *text = gw_id_is_none (colleague) ? NULL : gw_id_to_text (colleague);

  g_return_if_fail (GW_IS_SESSION (self));

  gw_session_take_user (self, colleague);
  gw_session_put_local (self, GW_SESSION_USER_KEY, text);
}

GwId
gw_session_get_user_id (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), GW_ID_NONE);
  return self->user != NULL ? gw_item_get_id (self->user) : GW_ID_NONE;
}

gboolean
gw_session_get_hide_names (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), FALSE);
  return self->hide_names;
}

void
gw_session_set_hide_names (GwSession *self, gboolean hide_names)
{
  g_return_if_fail (GW_IS_SESSION (self));

  if (self->hide_names == hide_names)
    return;
  self->hide_names = hide_names;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIDE_NAMES]);
  gw_session_notify_undo (self);
  g_signal_emit_by_name (self, "names-changed");
}
