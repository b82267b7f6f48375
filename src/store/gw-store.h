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
 * One program at a time: opening for writing takes a lock beside the file; a second instance gets
 * GW_ERROR_BUSY. Every failure is a #GwError and leaves the file as it was.
 *
 * Beside `NAME.gw` lie `NAME.gw-files/` (attachments), `NAME.gw-backups/` and `NAME.gw-lock`.
 */
#pragma once

#include "gw-change-feed.h"
#include "gw-change.h"
#include "gw-clock.h"
#include "gw-commit.h"
#include "gw-error.h"
#include "gw-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GW_TYPE_STORE (gw_store_get_type ())

/** GwStore: an open team file. No signals of its own; see gw_store_get_feed(). */
G_DECLARE_FINAL_TYPE (GwStore, gw_store, GW, STORE, GObject)

/**
 * GwStoreFlags:
 * @GW_STORE_CREATE: make the file when it is not there (otherwise GW_ERROR_NOT_FOUND)
 * @GW_STORE_READ_ONLY: look only: no lock, no migration; writing gives GW_ERROR_READ_ONLY. Works in
 *   a folder that may not be written.
 */
typedef enum
{
  GW_STORE_NO_FLAGS = 0,
  GW_STORE_CREATE = 1 << 0,
  GW_STORE_READ_ONLY = 1 << 1
} GwStoreFlags;

/**
 * GwStoreKeyHook: hands over the key of the file at @path: 32 bytes, or NULL for none. Called once
 * for each opening, before the first page is read, on a lane. (transfer full) (nullable)
 */
typedef GBytes *(*GwStoreKeyHook) (const char *path, gpointer user_data, GError **error);

/**
 * GwSchemaStep: a change of a type's table that is more than a new field: field @old_key of type
 * @type_key is called @new_key from now on. Constant data; steps are kept for ever.
 */
typedef struct
{
  const char *type_key;
  const char *old_key;
  const char *new_key;
} GwSchemaStep;

/**
 * GwStoreConfig: how to open; only read during the call, except @types and @steps, which are
 * constant data that live as long as the program.
 * @path: the file
 * @types: the record types, @n_types long
 * @flags: see #GwStoreFlags
 * @vfs_name: name of an SQLite VFS, for tests; NULL for the system's
 * @clock: what time it is; referenced
 * @steps: schema steps, @n_steps long; nullable
 * @key_hook: hands over the key; NULL for an unencrypted file. This build cannot encrypt: a hook
 *   that returns a key makes opening fail with GW_ERROR_INVALID.
 * @key_data: for @key_hook
 */
typedef struct
{
  const char *path;
  const GwRecordType *const *types;
  guint n_types;
  guint flags;
  const char *vfs_name;
  GwClock *clock;
  const GwSchemaStep *steps;
  guint n_steps;
  GwStoreKeyHook key_hook;
  gpointer key_data;
} GwStoreConfig;

/**
 * gw_store_open_async: opens or makes the file of @config, migrates it if an older version made it
 * (after a backup), and answers on the caller's main context. Any thread with a main context.
 */
void gw_store_open_async (const GwStoreConfig *config,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * gw_store_open_finish: (transfer full), or NULL with GW_ERROR_NOT_FOUND, GW_ERROR_BUSY (another
 * instance), GW_ERROR_READ_ONLY (folder or file), GW_ERROR_TOO_NEW, GW_ERROR_CORRUPT (damaged or not
 * a team file), GW_ERROR_DISK_FULL, GW_ERROR_IO or GW_ERROR_CANCELLED.
 */
GwStore *gw_store_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_open_sync: as gw_store_open_async(), waiting. (transfer full) */
GwStore *gw_store_open_sync (const GwStoreConfig *config, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_store_close_async: finishes the commits that were submitted, stops running queries
 * (GW_ERROR_CANCELLED), writes the log into the file and gives the lock back. Later calls answer
 * GW_ERROR_CANCELLED. Bounded by the commits waiting.
 */
void gw_store_close_async (GwStore *self, GAsyncReadyCallback callback, gpointer user_data);

/** gw_store_close_finish: FALSE when the last checkpoint failed (the data is safe in the log). */
gboolean gw_store_close_finish (GwStore *self, GAsyncResult *result, GError **error);

/** gw_store_close_sync: as gw_store_close_async(), waiting. Also done when the store is finalised. */
gboolean gw_store_close_sync (GwStore *self, GError **error);

/**
 * gw_store_submit_async: commits @change in the name of @author. Inserted and updated records are
 * validated (a fault a record had before does not stop an edit of something else) and newly set
 * references must point to records that are there. @cancellable stops it only before it begins.
 * Cost: one disk flush, then proportional to the records touched.
 */
void gw_store_submit_async (GwStore *self,
                            GwChange *change,
                            GwId author,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * gw_store_submit_finish: the commit, on the disk, (transfer full); or NULL with GW_ERROR_CONFLICT (a
 * value is not what the change expected), GW_ERROR_INVALID (problems in words, one a line),
 * GW_ERROR_NOT_FOUND (the record is not there), GW_ERROR_READ_ONLY, GW_ERROR_DISK_FULL, GW_ERROR_IO,
 * GW_ERROR_CORRUPT or GW_ERROR_CANCELLED, and nothing changed. The feed has it already.
 */
GwCommit *gw_store_submit_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_submit_sync: as gw_store_submit_async(), waiting. (transfer full) */
GwCommit *gw_store_submit_sync (GwStore *self,
                                GwChange *change,
                                GwId author,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_query_async: asks for the records of @query, in its order. Cancellable at any moment. */
void gw_store_query_async (GwStore *self,
                           GwQuery *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * gw_store_query_finish: (transfer full) (element-type GwRecord), or NULL. @out_sequence (nullable):
 * the snapshot's number; pull the feed after it.
 */
GPtrArray *gw_store_query_finish (GwStore *self,
                                  GAsyncResult *result,
                                  guint64 *out_sequence,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_query_sync: as gw_store_query_async(), waiting. (transfer full) */
GPtrArray *gw_store_query_sync (GwStore *self,
                                GwQuery *query,
                                guint64 *out_sequence,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

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
gboolean gw_store_scan_sync (GwStore *self,
                             GwQuery *query,
                             GwStoreVisit visit,
                             gpointer user_data,
                             guint64 *out_sequence,
                             GCancellable *cancellable,
                             GError **error);

/** gw_store_count_async: asks how many records @query has (its limit aside). */
void gw_store_count_async (GwStore *self,
                           GwQuery *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/** gw_store_count_finish: the number, or −1. */
gint64 gw_store_count_finish (GwStore *self, GAsyncResult *result, GError **error);

/** gw_store_count_sync: as gw_store_count_async(), waiting. */
gint64
gw_store_count_sync (GwStore *self, GwQuery *query, GCancellable *cancellable, GError **error);

/** gw_store_get_async: asks for one record of @type. */
void gw_store_get_async (GwStore *self,
                         const GwRecordType *type,
                         GwId id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);

/** gw_store_get_finish: (transfer full), a tombstone if deleted; or NULL with GW_ERROR_NOT_FOUND. */
GwRecord *gw_store_get_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_get_sync: as gw_store_get_async(), waiting. (transfer full) */
GwRecord *gw_store_get_sync (GwStore *self,
                             const GwRecordType *type,
                             GwId id,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_get_feed: what commits changed. (transfer none) */
GwChangeFeed *gw_store_get_feed (GwStore *self);

/** gw_store_get_sequence: number of the newest commit; 0 in a new file. */
guint64 gw_store_get_sequence (GwStore *self);

/** gw_store_get_path: where the file is. (transfer none) */
const char *gw_store_get_path (GwStore *self);

/** gw_store_get_types: the types it was opened with. (transfer none) (array length=out_n_types) */
const GwRecordType *const *gw_store_get_types (GwStore *self, guint *out_n_types);

/** gw_store_find_type: the type called @key, or NULL. (transfer none) */
const GwRecordType *gw_store_find_type (GwStore *self, const char *key);

/** gw_store_is_read_only: whether it was opened to look only. */
gboolean gw_store_is_read_only (GwStore *self);

/** gw_store_is_encrypted: FALSE in this build; an unencrypted build says so at every start. */
gboolean gw_store_is_encrypted (GwStore *self);

G_END_DECLS
