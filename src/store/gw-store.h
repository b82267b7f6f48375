/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Store. Keeps the records of one team in one SQLite file, made from the record types it is handed;
 * it knows no type by name. A change goes in, is compared with what it expects, and is on the disk
 * as a whole when the answer comes, or not at all; queries come out as immutable records together
 * with the sequence number of the snapshot they were read from. README.md is the essay on tables.
 *
 * One writer connection and one reader connection, each on its own lane (a thread with a queue);
 * readers never wait for the writer. `_async` calls answer on the caller's main context; `_sync`
 * calls wait for the lane and are for tools, workers and tests, not for the main thread of the
 * program. Every function may be called on any thread.
 *
 * Every failure is a #GwError and leaves the file as it was.
 *
 * Beside `NAME.gw` lie `NAME.gw-files/` (attachments), `NAME.gw-backups/` and `NAME.gw-lock`.
 */
#pragma once

#include "gw-change-feed.h"
#include "gw-change.h"
#include "gw-commit.h"
#include "gw-query.h"
#include "gw-store-open.h"

G_BEGIN_DECLS

/**
 * gw_store_submit_async: commits @change in the name of @author. Inserted and updated records are
 * validated (a fault a record had before does not stop an edit of something else) and newly set
 * references must point to records that are there. @cancellable stops it only before it begins.
 * Cost: one disk flush, then proportional to the records touched.
 */
void gw_store_submit_async (GwStore *self, GwChange *change, GwId author, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_store_submit_finish: the commit, on the disk, (transfer full); or NULL with GW_ERROR_CONFLICT
 * (a value is not what the change expected), GW_ERROR_INVALID (problems in words, one a line),
 * GW_ERROR_NOT_FOUND (the record is not there), GW_ERROR_READ_ONLY, GW_ERROR_DISK_FULL,
 * GW_ERROR_IO, GW_ERROR_CORRUPT or GW_ERROR_CANCELLED, and nothing changed. The feed has it
 * already.
 */
GwCommit *gw_store_submit_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_submit_sync: as gw_store_submit_async(), waiting. (transfer full) */
GwCommit *gw_store_submit_sync (GwStore *self, GwChange *change, GwId author,
                                GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_store_query_async: asks for the records of @query, in its order. Cancellable at any moment.
 */
void gw_store_query_async (GwStore *self, GwQuery *query, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_store_query_finish: (transfer full) (element-type GwRecord), or NULL. @out_sequence
 * (nullable): the snapshot's number; pull the feed after it.
 */
GPtrArray *gw_store_query_finish (GwStore *self, GAsyncResult *result, guint64 *out_sequence,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_query_sync: as gw_store_query_async(), waiting. (transfer full) */
GPtrArray *gw_store_query_sync (GwStore *self, GwQuery *query, guint64 *out_sequence,
                                GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * GwStoreVisit: gets one record of a scan, lent, on the reader's lane; FALSE ends the scan. It may
 * not call the store.
 */
typedef gboolean (*GwStoreVisit) (GwRecord *record, gpointer user_data);

/**
 * gw_store_scan_sync: hands the records of @query to @visit one after the other, all of one
 * snapshot, without ever holding more than one: for exports of many rows. Other reads wait
 * meanwhile. TRUE at the end, also when @visit ended it.
 */
gboolean gw_store_scan_sync (GwStore *self, GwQuery *query, GwStoreVisit visit, gpointer user_data,
                             guint64 *out_sequence, GCancellable *cancellable, GError **error);

/** gw_store_count_async: asks how many records @query has (its limit aside). */
void gw_store_count_async (GwStore *self, GwQuery *query, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

/** gw_store_count_finish: the number, or −1. */
gint64 gw_store_count_finish (GwStore *self, GAsyncResult *result, GError **error);

/** gw_store_count_sync: as gw_store_count_async(), waiting. */
gint64 gw_store_count_sync (GwStore *self, GwQuery *query, GCancellable *cancellable,
                            GError **error);

/** gw_store_get_async: asks for one record of @type. */
void gw_store_get_async (GwStore *self, const GwRecordType *type, GwId id,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);

/**
 * gw_store_get_finish: (transfer full), a tombstone if deleted; or NULL with GW_ERROR_NOT_FOUND.
 */
GwRecord *gw_store_get_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_get_sync: as gw_store_get_async(), waiting. (transfer full) */
GwRecord *gw_store_get_sync (GwStore *self, const GwRecordType *type, GwId id,
                             GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_get_feed: what commits changed. (transfer none) */
GwChangeFeed *gw_store_get_feed (GwStore *self);

/** gw_store_get_sequence: number of the newest commit; 0 in a new file. */
guint64 gw_store_get_sequence (GwStore *self);

/** gw_store_get_path: where the file is. (transfer none) */
const char *gw_store_get_path (GwStore *self);

/** gw_store_find_type: the type called @key, or NULL. (transfer none) */
const GwRecordType *gw_store_find_type (GwStore *self, const char *key);

/** gw_store_is_read_only: whether it was opened to look only. */
gboolean gw_store_is_read_only (GwStore *self);

/** gw_store_is_encrypted: FALSE in this build; an unencrypted build says so at every start. */
gboolean gw_store_is_encrypted (GwStore *self);

G_END_DECLS
