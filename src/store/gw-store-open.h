/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening and closing a team file; gw-store.h says what a store is. One program at a time: opening
 * for writing takes a lock beside the file; a second instance gets GW_ERROR_BUSY. Any thread.
 */
#pragma once

#include "gw-clock.h"
#include "gw-error.h"
#include "gw-field.h"

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
 * GwStoreFirstRead: what is asked before anybody else can ask: called at the end of a successful
 * gw_store_open_async(), on the thread that opened, with a store that may be read from (`_sync`).
 */
typedef void (*GwStoreFirstRead) (GwStore *store, gpointer user_data);

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
 * @first_read: for what is asked first of all, saving a way there and back; nullable
 * @first_read_data: for @first_read; lives until the opening is finished
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
  GwStoreFirstRead first_read;
  gpointer first_read_data;
} GwStoreConfig;

/**
 * gw_store_open_async: opens or makes the file of @config, migrates it if an older version made it
 * (after a backup), and answers on the caller's main context. Any thread with a main context.
 */
void gw_store_open_async (const GwStoreConfig *config, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_store_open_finish: (transfer full), or NULL with GW_ERROR_NOT_FOUND, GW_ERROR_BUSY (another
 * instance), GW_ERROR_READ_ONLY (folder or file), GW_ERROR_TOO_NEW, GW_ERROR_CORRUPT (damaged or
 * not a team file), GW_ERROR_DISK_FULL, GW_ERROR_IO or GW_ERROR_CANCELLED.
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

/**
 * gw_store_close_sync: as gw_store_close_async(), waiting. Also done when the store is finalised.
 */
gboolean gw_store_close_sync (GwStore *self, GError **error);

G_END_DECLS
