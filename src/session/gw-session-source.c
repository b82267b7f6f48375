/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session as the #GwRecordSource of widgets: drafts, photos and sealed fields included. */
#include "config.h"

#include "gw-session-depart.h"
#include "gw-session-foresee.h"
#include "gw-session-history.h"
#include "gw-session-private.h"

#include "gw-colleague.h"
#include "gw-draft-text.h"
#include "gw-key-shown.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-preset.h"
#include "gw-store-draft.h"
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

/* Drafts ---------------------------------------------------------------------------------- */

/* Said once, not with every key that is typed; @error NULL: it works, so the next failure is new. */
static void
tell_draft_failure (GwSession *self, gboolean *told, const GError *error, const char *sentence)
{
  if (error == NULL || g_error_matches (error, GW_ERROR, GW_ERROR_NOT_FOUND))
    {
      *told = FALSE;
      return;
    }
  g_debug ("%s", error->message);
  if (*told || self->is_closed || g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED))
    return;
  *told = TRUE;
  g_signal_emit_by_name (self, "drafts-failed", sentence);
}

/* The form still holds what was typed. */
static void
on_draft_kept (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwSession) self = user_data;
  g_autoptr (GError) error = NULL;

  gw_store_keep_draft_finish (GW_STORE (store), result, &error);
  tell_draft_failure (self, &self->told_unkept, error,
                      g_error_matches (error, GW_ERROR, GW_ERROR_DISK_FULL)
                          ? _ ("The disk is full, so what you type is not kept until you save it. "
                               "Please make some room and save.")
                          : _ ("What you type cannot be kept on the disk just now. "
                               "Please save before you close this."));
}

static void
tell_unreachable (GwSession *self, const GError *error)
{
  tell_draft_failure (self, &self->told_unreachable, error,
                      _ ("What was typed before and not saved could not be read from the disk."));
}

static void
source_keep_draft (GwRecordSource *source, const GwDraft *draft)
{
  GwSession *self = GW_SESSION (source);
  g_autofree char *text = gw_draft_to_text (draft);

  if (!self->is_closed && !gw_session_is_read_only (self))
    gw_store_keep_draft_async (self->store, gw_draft_get_record_type (draft),
                               gw_draft_get_id (draft), text, NULL, on_draft_kept,
                               g_object_ref (self));
}

gboolean
gw_session_has_unkept_draft (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), FALSE);
  return self->told_unkept;
}

static void
on_draft_dropped (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gw_store_drop_draft_finish (GW_STORE (store), result, &error))
    g_debug ("A draft could not be dropped: %s", error->message);
}

static void
source_drop_draft (GwRecordSource *source, const GwRecordType *type, GwId id)
{
  GwSession *self = GW_SESSION (source);

  /* It was saved, or is no longer wanted. */
  self->told_unkept = FALSE;
  if (!self->is_closed && !gw_session_is_read_only (self))
    gw_store_drop_draft_async (self->store, type, id, NULL, on_draft_dropped, NULL);
}

static void
on_draft_got (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *text = gw_store_get_draft_finish (GW_STORE (store), result, &error);

  tell_unreachable (g_task_get_source_object (task), error);
  g_task_return_pointer (task, text, g_free);
}

static void
source_get_draft_async (GwRecordSource *source, const GwRecordType *type, GwId id,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  gw_store_get_draft_async (GW_SESSION (source)->store, type, id, NULL, on_draft_got,
                            g_task_new (source, NULL, callback, user_data));
}

static char *
source_get_draft_finish (GwRecordSource *source, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/** GwNewDraftSearch: kept drafts of a type, newest first, and the one being looked at. */
typedef struct
{
  const GwRecordType *type;
  GPtrArray *kept;
  guint index;
} GwNewDraftSearch;

static void
gw_new_draft_search_free (gpointer data)
{
  GwNewDraftSearch *search = data;

  g_clear_pointer (&search->kept, g_ptr_array_unref);
  g_free (search);
}

static void look_at_next (GTask *task);

static void
on_drafted_record (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwNewDraftSearch *search = g_task_get_task_data (task);
  const GwKeptDraft *kept = g_ptr_array_index (search->kept, search->index);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRecord) record = gw_store_get_finish (GW_STORE (store), result, &error);
  GwDraft *draft;

  if (record != NULL || !g_error_matches (error, GW_ERROR, GW_ERROR_NOT_FOUND))
    {
      search->index++;
      look_at_next (task);
      return;
    }
  draft = gw_draft_new_with_id (search->type, kept->record_id);
  gw_draft_apply_text (draft, kept->text);
  g_task_return_pointer (task, draft, (GDestroyNotify) gw_draft_free);
}

static void
look_at_next (GTask *task)
{
  GwSession *self = g_task_get_source_object (task);
  GwNewDraftSearch *search = g_task_get_task_data (task);

  for (; search->index < search->kept->len; search->index++)
    {
      const GwKeptDraft *kept = g_ptr_array_index (search->kept, search->index);

      if (kept->type != search->type)
        continue;
      gw_store_get_async (self->store, kept->type, kept->record_id, NULL, on_drafted_record,
                          g_object_ref (task));
      return;
    }
  g_task_return_pointer (task, NULL, NULL);
}

static void
on_drafts_listed (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwNewDraftSearch *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  search->kept = gw_store_list_drafts_finish (GW_STORE (store), result, &error);
  tell_unreachable (g_task_get_source_object (task), error);
  if (search->kept == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    look_at_next (task);
}

static void
source_get_new_draft_async (GwRecordSource *source, const GwRecordType *type,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (source, NULL, callback, user_data);
  GwNewDraftSearch *search = g_new0 (GwNewDraftSearch, 1);

  search->type = type;
  g_task_set_task_data (task, search, gw_new_draft_search_free);
  gw_store_list_drafts_async (GW_SESSION (source)->store, NULL, on_drafts_listed, task);
}

static GwDraft *
source_get_new_draft_finish (GwRecordSource *source, GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
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
  iface->keep_draft = source_keep_draft;
  iface->drop_draft = source_drop_draft;
  iface->get_draft_async = source_get_draft_async;
  iface->get_draft_finish = source_get_draft_finish;
  iface->get_new_draft_async = source_get_new_draft_async;
  iface->get_new_draft_finish = source_get_new_draft_finish;
  iface->history_async = source_history_async;
  iface->history_finish = source_history_finish;
  iface->put_attachment_async = source_put_attachment_async;
  iface->put_attachment_finish = source_put_attachment_finish;
  iface->get_attachment_async = source_get_attachment_async;
  iface->get_attachment_finish = source_get_attachment_finish;
  iface->reveal_async = source_reveal_async;
  iface->reveal_finish = source_reveal_finish;
}
