/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The face of the record source: every call goes to whoever implements it. */
#include "config.h"

#include "gw-record-source.h"

G_DEFINE_INTERFACE (GwRecordSource, gw_record_source, G_TYPE_OBJECT)

static void
gw_record_source_default_init (GwRecordSourceInterface *iface)
{
  g_signal_new ("names-changed", GW_TYPE_RECORD_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("drafts-failed", GW_TYPE_RECORD_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("drafts-due", GW_TYPE_RECORD_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

void
gw_history_line_free (GwHistoryLine *self)
{
  if (self == NULL)
    return;
  g_free (self->when);
  g_free (self->who);
  g_free (self->what);
  g_free (self->label);
  g_free (self);
}

GwLiveList *
gw_record_source_watch (GwRecordSource *self, GwQuery *query)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->watch (self, query);
}

GwItem *
gw_record_source_get_item (GwRecordSource *self, const GwRecordType *type, GwId id)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->get_item (self, type, id);
}

char *
gw_record_source_dup_title (GwRecordSource *self, const GwRecord *record)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->dup_title (self, record);
}

char *
gw_record_source_dup_label_title (GwRecordSource *self, const GwRecord *record)
{
  GwRecordSourceInterface *iface = GW_RECORD_SOURCE_GET_IFACE (self);

  return iface->dup_label_title != NULL ? iface->dup_label_title (self, record)
                                        : iface->dup_title (self, record);
}

const GwRecordType *
gw_record_source_find_type (GwRecordSource *self, const char *key)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->find_type (self, key);
}

GwDay
gw_record_source_get_today (GwRecordSource *self)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->get_today (self);
}

gboolean
gw_record_source_get_hide_names (GwRecordSource *self)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->get_hide_names (self);
}

void
gw_record_source_preset (GwRecordSource *self, GwDraft *draft)
{
  GwRecordSourceInterface *iface = GW_RECORD_SOURCE_GET_IFACE (self);

  if (iface->preset != NULL)
    iface->preset (self, draft);
  gw_draft_set_given (draft);
}

void
gw_record_source_submit_async (GwRecordSource *self, GwChange *change, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->submit_async (self, change, callback, user_data);
}

gboolean
gw_record_source_submit_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->submit_finish (self, result, error);
}

void
gw_record_source_keep_draft (GwRecordSource *self, const GwDraft *draft)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->keep_draft (self, draft);
}

void
gw_record_source_drop_draft (GwRecordSource *self, const GwRecordType *type, GwId id)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->drop_draft (self, type, id);
}

void
gw_record_source_get_draft_async (GwRecordSource *self, const GwRecordType *type, GwId id,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->get_draft_async (self, type, id, callback, user_data);
}

char *
gw_record_source_get_draft_finish (GwRecordSource *self, GAsyncResult *result)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->get_draft_finish (self, result);
}

void
gw_record_source_get_new_draft_async (GwRecordSource *self, const GwRecordType *type,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->get_new_draft_async (self, type, callback, user_data);
}

GwDraft *
gw_record_source_get_new_draft_finish (GwRecordSource *self, GAsyncResult *result)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->get_new_draft_finish (self, result);
}

void
gw_record_source_history_async (GwRecordSource *self, const GwRecord *record,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->history_async (self, record, callback, user_data);
}

GPtrArray *
gw_record_source_history_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->history_finish (self, result, error);
}

void
gw_record_source_put_attachment_async (GwRecordSource *self, GBytes *bytes,
                                       GAsyncReadyCallback callback, gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->put_attachment_async (self, bytes, callback, user_data);
}

char *
gw_record_source_put_attachment_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->put_attachment_finish (self, result, error);
}

void
gw_record_source_get_attachment_async (GwRecordSource *self, const char *name,
                                       GAsyncReadyCallback callback, gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->get_attachment_async (self, name, callback, user_data);
}

GBytes *
gw_record_source_get_attachment_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->get_attachment_finish (self, result, error);
}

void
gw_record_source_reveal_async (GwRecordSource *self, const GwRecord *record, guint field,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GW_RECORD_SOURCE_GET_IFACE (self)->reveal_async (self, record, field, callback, user_data);
}

char *
gw_record_source_reveal_finish (GwRecordSource *self, GAsyncResult *result, GError **error)
{
  return GW_RECORD_SOURCE_GET_IFACE (self)->reveal_finish (self, result, error);
}
