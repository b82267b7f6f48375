/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Attachments: photos and papers, outside the rows, in the folder `NAME.gw-files/` beside the team
 * file. Each is called by the SHA-256 of its content (64 hexadecimal digits), so the same photo is
 * kept once and a damaged one is noticed. An attachment is on the disk (written, flushed, renamed)
 * before it has a name to put into a record, so no record ever names one that is not there.
 *
 * Functions with `_sync` read and write files: workers only. The object is immutable; any thread.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

#define GW_TYPE_ATTACHMENT_STORE (gw_attachment_store_get_type ())

/** GwAttachmentStore: the attachments of one team file. */
G_DECLARE_FINAL_TYPE (GwAttachmentStore, gw_attachment_store, GW, ATTACHMENT_STORE, GObject)

/** GW_ATTACHMENT_MAX_BYTES: the largest attachment accepted. */
#define GW_ATTACHMENT_MAX_BYTES (64 * 1024 * 1024)

/** gw_attachment_store_new: for the team file at @team_path. Touches nothing. (transfer full) */
GwAttachmentStore *gw_attachment_store_new (const char *team_path) G_GNUC_WARN_UNUSED_RESULT;

/** gw_attachment_store_get_folder: where they lie; made by the first put. (transfer none) */
const char *gw_attachment_store_get_folder (GwAttachmentStore *self);

/**
 * gw_attachment_store_put_sync: keeps @bytes. Returns the name, (transfer full), or NULL with
 * GW_ERROR_INVALID (empty or too large), GW_ERROR_DISK_FULL, GW_ERROR_READ_ONLY or GW_ERROR_IO.
 */
char *gw_attachment_store_put_sync (GwAttachmentStore *self, GBytes *bytes,
                                    GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_attachment_store_put_async: as gw_attachment_store_put_sync(), on a worker. */
void gw_attachment_store_put_async (GwAttachmentStore *self, GBytes *bytes,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/** gw_attachment_store_put_finish: the name, (transfer full), or NULL. */
char *gw_attachment_store_put_finish (GwAttachmentStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_attachment_store_get_sync: the content of @name, (transfer full), or NULL with
 * GW_ERROR_NOT_FOUND, or GW_ERROR_CORRUPT when it is no longer what its name says.
 */
GBytes *gw_attachment_store_get_sync (GwAttachmentStore *self, const char *name,
                                      GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_attachment_store_get_async: as gw_attachment_store_get_sync(), on a worker. */
void gw_attachment_store_get_async (GwAttachmentStore *self, const char *name,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/** gw_attachment_store_get_finish: the content, (transfer full), or NULL. */
GBytes *gw_attachment_store_get_finish (GwAttachmentStore *self, GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_attachment_store_dup_path: where @name lies, whether it is there or not; NULL if @name is not
 * a name. (transfer full)
 */
char *gw_attachment_store_dup_path (GwAttachmentStore *self, const char *name);

/**
 * gw_attachment_store_list_sync: the names of all attachments that are there. (transfer full)
 * (element-type utf8)
 */
GPtrArray *gw_attachment_store_list_sync (GwAttachmentStore *self, GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_attachment_store_remove_sync: removes @name; fine when it is not there. */
gboolean gw_attachment_store_remove_sync (GwAttachmentStore *self, const char *name,
                                          GError **error);

G_END_DECLS
