/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store's inside, for the files of this folder. Which lane may touch what is said field by
 * field.
 */
#pragma once

#include "gw-file-lock.h"
#include "gw-lane.h"
#include "gw-sql.h"
#include "gw-store.h"
#include "gw-table.h"

G_BEGIN_DECLS

/**
 * GwStore:
 * @path: constant
 * @vfs_name: constant; nullable
 * @flags: constant
 * @types: constant copy of the array
 * @n_types: constant
 * @clock: constant
 * @feed: constant; has its own lock
 * @tables: (element-type GwTable) constant after opening
 * @tables_by_key: char * → #GwTable, constant after opening
 * @lock: released by closing
 * @writer_lane: owns @writer, @device, @sequence and @last_time
 * @reader_lane: owns @reader
 * @writer: NULL when read only or closed
 * @reader: NULL when closed
 * @device: names this laptop in stamps
 * @sequence: number of the newest commit
 * @last_time: the newest stamp's time
 * @closing: guards against closing twice; atomic
 */
struct _GwStore
{
  GObject parent_instance;
  char *path;
  char *vfs_name;
  guint flags;
  const GwRecordType **types;
  guint n_types;
  GwClock *clock;
  GwChangeFeed *feed;
  GPtrArray *tables;
  GHashTable *tables_by_key;
  GwFileLock *lock;
  GwLane *writer_lane;
  GwLane *reader_lane;
  GwSql *writer;
  GwSql *reader;
  guint8 device[8];
  guint64 sequence;
  guint64 last_time;
  gint closing;
  GError *unfinished_erasing; /* set while opening, then constant */
};

/** GwStoreLane: which lane does a piece of work. */
typedef enum
{
  GW_STORE_READER,
  GW_STORE_WRITER
} GwStoreLane;

/** gw_store_find_table: the table of @type, or NULL with GW_ERROR_INVALID. */
GwTable *gw_store_find_table (GwStore *self, const GwRecordType *type, GError **error);

/** gw_store_find_table_by_number: the table numbered @number in this file, or NULL. */
GwTable *gw_store_find_table_by_number (GwStore *self, gint64 number);

/**
 * gw_store_run_async: does @work (owner: the store) on @lane; answers through a #GTask tagged @tag.
 * @data moves.
 */
void gw_store_run_async (GwStore *self, GwStoreLane lane, gpointer tag, GwLaneWork work,
                         gpointer data, GDestroyNotify data_free, GDestroyNotify result_free,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);

/** gw_store_run_finish: the answer of gw_store_run_async() with the same @tag. */
gpointer gw_store_run_finish (GwStore *self, GAsyncResult *result, gpointer tag, GError **error);

/** gw_store_run_sync: does @work on @lane and waits. @data stays the caller's. */
gpointer gw_store_run_sync (GwStore *self, GwStoreLane lane, GwLaneWork work, gpointer data,
                            GCancellable *cancellable, GError **error);

/**
 * gw_store_finish_erasing: does what a failure or a power cut left to do of an erasure, if anything.
 * While opening; what fails again stays marked, see gw_store_get_unfinished_erasing(). Cost: then the
 * whole file is rewritten.
 */
void gw_store_finish_erasing (GwStore *self);

/** gw_store_begin_read: on the reader's lane: begins a snapshot and says its sequence. */
gboolean gw_store_begin_read (GwStore *self, GCancellable *cancellable, guint64 *out_sequence,
                              GError **error);

/** gw_store_end_read: on the reader's lane: ends the snapshot. */
void gw_store_end_read (GwStore *self);

/** gw_store_open_extra: another connection, for long work on a worker. (transfer full) */
GwSql *gw_store_open_extra (GwStore *self, guint sql_flags, GError **error);

/** gw_store_refuse_writing: TRUE, with GW_ERROR_READ_ONLY, when the store only looks. */
gboolean gw_store_refuse_writing (GwStore *self, GError **error);

/** gw_store_refuse_async: the same, answering through a task tagged @tag. */
gboolean gw_store_refuse_async (GwStore *self, gpointer tag, GAsyncReadyCallback callback,
                                gpointer user_data);

G_END_DECLS
