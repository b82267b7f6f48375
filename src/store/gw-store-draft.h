/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What belongs to this laptop and is never synced, exported or logged: the drafts of open forms, so
 * that they survive a crash, and small local settings of a team (column maps of imports, cursors,
 * who uses the laptop). Written on the writer's lane, read on the reader's; any thread.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/**
 * GwKeptDraft: a kept draft.
 * @type: the record type
 * @record_id: the record it edits, or will make
 * @text: what gw_draft_to_text() said; owned
 * @instant: when it was kept
 */
typedef struct
{
  const GwRecordType *type;
  GwId record_id;
  char *text;
  GwInstant instant;
} GwKeptDraft;

/** gw_kept_draft_free: frees it. */
void gw_kept_draft_free (GwKeptDraft *self);

/** gw_store_keep_draft_async: keeps @text, replacing what was kept for the same record. */
void gw_store_keep_draft_async (GwStore *self, const GwRecordType *type, GwId record_id,
                                const char *text, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/** gw_store_keep_draft_finish: FALSE with GW_ERROR_DISK_FULL, GW_ERROR_READ_ONLY or GW_ERROR_IO. */
gboolean gw_store_keep_draft_finish (GwStore *self, GAsyncResult *result, GError **error);

/** gw_store_keep_draft_sync: as gw_store_keep_draft_async(), waiting. */
gboolean gw_store_keep_draft_sync (GwStore *self, const GwRecordType *type, GwId record_id,
                                   const char *text, GCancellable *cancellable, GError **error);

/** gw_store_drop_draft_async: forgets what was kept for a record; fine when there is nothing. */
void gw_store_drop_draft_async (GwStore *self, const GwRecordType *type, GwId record_id,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);

/** gw_store_drop_draft_finish: FALSE with an error as gw_store_keep_draft_finish(). */
gboolean gw_store_drop_draft_finish (GwStore *self, GAsyncResult *result, GError **error);

/** gw_store_drop_draft_sync: as gw_store_drop_draft_async(), waiting. */
gboolean gw_store_drop_draft_sync (GwStore *self, const GwRecordType *type, GwId record_id,
                                   GCancellable *cancellable, GError **error);

/** gw_store_list_drafts_async: asks for all kept drafts. */
void gw_store_list_drafts_async (GwStore *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_store_list_drafts_finish: (transfer full) (element-type GwKeptDraft), newest first; or NULL.
 */
GPtrArray *gw_store_list_drafts_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_list_drafts_sync: as gw_store_list_drafts_async(), waiting. (transfer full) */
GPtrArray *gw_store_list_drafts_sync (GwStore *self, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_store_get_draft_sync: the text kept for a record, (transfer full), or NULL with
 * GW_ERROR_NOT_FOUND.
 */
char *gw_store_get_draft_sync (GwStore *self, const GwRecordType *type, GwId record_id,
                               GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_get_draft_async: asks for the text kept for a record. */
void gw_store_get_draft_async (GwStore *self, const GwRecordType *type, GwId record_id,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);

/** gw_store_get_draft_finish: as gw_store_get_draft_sync(). (transfer full) */
char *gw_store_get_draft_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_put_local_async: keeps @text (NULL: forgets it) under @key, on this laptop only. */
void gw_store_put_local_async (GwStore *self, const char *key, const char *text,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);

/** gw_store_put_local_finish: FALSE with an error as gw_store_keep_draft_finish(). */
gboolean gw_store_put_local_finish (GwStore *self, GAsyncResult *result, GError **error);

/** gw_store_put_local_sync: as gw_store_put_local_async(), waiting. */
gboolean gw_store_put_local_sync (GwStore *self, const char *key, const char *text,
                                  GCancellable *cancellable, GError **error);

/** gw_store_get_local_async: asks for the text under @key. */
void gw_store_get_local_async (GwStore *self, const char *key, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);

/** gw_store_get_local_finish: (transfer full), or NULL with GW_ERROR_NOT_FOUND. */
char *gw_store_get_local_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_get_local_sync: as gw_store_get_local_async(), waiting. (transfer full) */
char *gw_store_get_local_sync (GwStore *self, const char *key, GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwKeptDraft, gw_kept_draft_free)

G_END_DECLS
