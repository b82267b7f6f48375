/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session as the #GwRecordSource of widgets: photos and sealed fields included. */
#include "config.h"

#include "gw-session-depart.h"
#include "gw-session-foresee.h"
#include "gw-session-history.h"
#include "gw-session-private.h"

#include "gw-colleague.h"
#include "gw-key-shown.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-preset.h"
#include "gw-team.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

static GwLiveList *
source_watch (GwRecordSource *source, GwQuery *query)
{
  return gw_session_watch (GW_SESSION (source), query);
}

static GwItem *
source_get_item (GwRecordSource *source, const GwRecordType *type, GwId id)
{
  return gw_session_get_item (GW_SESSION (source), type, id);
}

static char *
source_dup_title (GwRecordSource *source, const GwRecord *record)
{
  return gw_session_dup_title (GW_SESSION (source), record);
}

static char *
source_dup_label_title (GwRecordSource *source, const GwRecord *record)
{
  return gw_session_dup_label_title (GW_SESSION (source), record);
}

static const GwRecordType *
source_find_type (GwRecordSource *source, const char *key)
{
  return gw_model_find_type (key);
}

static GwDay
source_get_today (GwRecordSource *source)
{
  return gw_clock_get_today (GW_SESSION (source)->clock);
}

static gboolean
source_get_hide_names (GwRecordSource *source)
{
  return GW_SESSION (source)->hide_names;
}

/* The team of who uses the laptop, or the only one there is. */
static GwId
find_team (GwSession *self)
{
  const GwRecord *user = self->user != NULL ? gw_item_get_record (self->user) : NULL;

  if (user != NULL && gw_colleague_has_team (user))
    return gw_colleague_get_team (user);
  for (guint i = 0; i < self->names->len; i++)
    {
      GwLiveList *list = g_ptr_array_index (self->names, i);

      if (gw_query_get_record_type (gw_live_list_get_query (list)) == &gw_team_type &&
          g_list_model_get_n_items (G_LIST_MODEL (list)) == 1)
        return gw_record_get_id (gw_live_list_get_record (list, 0));
    }
  return GW_ID_NONE;
}

static void
source_preset (GwRecordSource *source, GwDraft *draft)
{
  GwSession *self = GW_SESSION (source);
  const GwPreset preset = { .today = gw_clock_get_today (self->clock), .team = find_team (self) };

  gw_preset_fill (draft, &preset);
}

static void
source_foresee_async (GwRecordSource *source, GwChange *change, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  gw_session_foresee_async (GW_SESSION (source), change, callback, user_data);
}

static GwForesight *
source_foresee_finish (GwRecordSource *source, GAsyncResult *result, GError **error)
{
  return gw_session_foresee_finish (GW_SESSION (source), result, error);
}

static void
source_submit_async (GwRecordSource *source, GwChange *change, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  if (gw_change_find_departure (change) != NULL)
    gw_session_submit_departure_async (GW_SESSION (source), change, callback, user_data);
  else
    gw_session_submit_async (GW_SESSION (source), change, NULL, callback, user_data);
}

static gboolean
source_submit_finish (GwRecordSource *source, GAsyncResult *result, GError **error)
{
  g_autoptr (GwCommit) commit = NULL;

  if (g_async_result_is_tagged (result, gw_session_submit_departure_async))
    return gw_session_submit_departure_finish (GW_SESSION (source), result, error);
  commit = gw_session_submit_finish (GW_SESSION (source), result, error);
  return commit != NULL;
}

static void
source_history_async (GwRecordSource *source, const GwRecord *record, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  gw_session_history_async (GW_SESSION (source), record, callback, user_data);
}

static GPtrArray *
source_history_finish (GwRecordSource *source, GAsyncResult *result, GError **error)
{
  return gw_session_history_finish (GW_SESSION (source), result, error);
}

/* Attachments ------------------------------------------------------------------------------- */

static void
on_attachment_put (GObject *attachments, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *name = gw_attachment_store_put_finish (GW_ATTACHMENT_STORE (attachments), result, &error);

  if (name != NULL)
    {
      g_task_return_pointer (task, name, g_free);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_SAVE);
  g_task_return_error (task, error);
}

static void
source_put_attachment_async (GwRecordSource *source, GBytes *bytes, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  gw_attachment_store_put_async (GW_SESSION (source)->attachments, bytes, NULL, on_attachment_put,
                                 g_task_new (source, NULL, callback, user_data));
}

static char *
source_put_attachment_finish (GwRecordSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_attachment_got (GObject *attachments, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = gw_attachment_store_get_finish (GW_ATTACHMENT_STORE (attachments), result,
                                                  &error);

  if (bytes != NULL)
    {
      g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_READ);
  g_task_return_error (task, error);
}

static void
source_get_attachment_async (GwRecordSource *source, const char *name, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  gw_attachment_store_get_async (GW_SESSION (source)->attachments, name, NULL, on_attachment_got,
                                 g_task_new (source, NULL, callback, user_data));
}

static GBytes *
source_get_attachment_finish (GwRecordSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Sealed fields: logged first, then shown ------------------------------------------------------- */

static void
on_reveal_logged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GwCommit) commit = gw_session_submit_finish (GW_SESSION (source), result, &error);

  if (commit != NULL)
    g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
  else
    g_task_return_error (task, error);
}

static GwChange *
log_reveal (GwSession *self, const GwRecord *record)
{
  g_autofree char *title = gw_session_dup_label_title (self, record);
  g_autofree char *name = gw_text_isolate (title);
  g_autofree char *label = g_strdup_printf (_ ("Key safe of %s shown"), name);
  GwChange *change = gw_change_new (label);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_key_shown_type);

  gw_key_shown_set_person (draft, gw_record_get_id (record));
  gw_key_shown_set_colleague (draft, gw_session_get_user_id (self));
  gw_key_shown_set_shown_at (draft, gw_clock_get_now (self->clock));
  gw_change_add_draft (change, draft);
  gw_change_set_role (change, GW_CHANGE_NOTE, GW_ID_NONE);
  return change;
}

static void
source_reveal_async (GwRecordSource *source, const GwRecord *record, guint field,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GwChange) change = NULL;
  GTask *task;

  g_return_if_fail (gw_record_get_record_type (record) == &gw_person_type);

  task = g_task_new (source, NULL, callback, user_data);
  g_task_set_task_data (task, g_strdup (gw_record_get_text (record, field)), g_free);
  change = log_reveal (GW_SESSION (source), record);
  gw_session_submit_async (GW_SESSION (source), change, NULL, on_reveal_logged, task);
}

static char *
source_reveal_finish (GwRecordSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
gw_session_source_init (GwRecordSourceInterface *iface)
{
  iface->watch = source_watch;
  iface->get_item = source_get_item;
  iface->dup_title = source_dup_title;
  iface->dup_label_title = source_dup_label_title;
  iface->find_type = source_find_type;
  iface->get_today = source_get_today;
  iface->get_hide_names = source_get_hide_names;
  iface->preset = source_preset;
  iface->foresee_async = source_foresee_async;
  iface->foresee_finish = source_foresee_finish;
  iface->submit_async = source_submit_async;
  iface->submit_finish = source_submit_finish;
  gw_session_source_init_drafts (iface);
  iface->history_async = source_history_async;
  iface->history_finish = source_history_finish;
  iface->put_attachment_async = source_put_attachment_async;
  iface->put_attachment_finish = source_put_attachment_finish;
  iface->get_attachment_async = source_get_attachment_async;
  iface->get_attachment_finish = source_get_attachment_finish;
  iface->reveal_async = source_reveal_async;
  iface->reveal_finish = source_reveal_finish;
}
