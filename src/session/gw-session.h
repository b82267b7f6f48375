/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Session: the application without a screen. It opens a team file, hands out live lists and items,
 * takes changes in the name of whoever uses the laptop, undoes and redoes them by group, and says in
 * sentences what went wrong and what to do next. It holds windows on queries, never whole tables,
 * and no practice's logic. What it offers is in gw-session-records.h (reading), gw-session-edit.h
 * (writing and undo), gw-session-backup.h, gw-session-jobs.h and gw-session-error.h; it is also a
 * #GwRecordSource for widgets.
 *
 * Main thread only, except where a function ends in `_sync`: those wait and are for tools and tests
 * without a main loop.
 */
#pragma once

#include "gw-clock.h"
#include "gw-item.h"
#include "gw-record-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GW_TYPE_SESSION (gw_session_get_type ())

/**
 * GwSession: properties, all read-only and notified unless said otherwise:
 * "user" (#GwItem of a colleague, nullable): who is using the laptop;
 * "status" (string): one quiet sentence for the status line ("Saved", "Saving…");
 * "saving" (boolean): whether a change is on its way to the disk;
 * "can-undo", "can-redo" (boolean); "undo-label", "redo-label" (string, nullable);
 * "unfinished-label" (string, nullable): an act that was interrupted and can be taken back;
 * "hide-names" (boolean, writable): show initials instead of names.
 * Signal "failed" (string sentence): something the user asked for did not work.
 * Signal "committed" (pointer to #GwCommit): a commit arrived, own or not; for planners.
 */
G_DECLARE_FINAL_TYPE (GwSession, gw_session, GW, SESSION, GObject)

/**
 * GwSessionFlags:
 * @GW_SESSION_CREATE: make the file when it is not there
 * @GW_SESSION_READ_ONLY: look only
 */
typedef enum
{
  GW_SESSION_NO_FLAGS = 0,
  GW_SESSION_CREATE = 1 << 0,
  GW_SESSION_READ_ONLY = 1 << 1
} GwSessionFlags;

/**
 * gw_session_open_async: opens the team file at @path with all record types of the model.
 * @clock: what time it is; NULL: the system's clock in the local zone.
 */
void gw_session_open_async (const char *path, GwSessionFlags flags, GwClock *clock,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * gw_session_open_reading_async: as gw_session_open_async(), and reads the answers of @first
 * (element-type GwQuery, nullable) on the way, for gw_session_watch_first().
 */
void gw_session_open_reading_async (const char *path, GwSessionFlags flags, GwClock *clock,
                                    GPtrArray *first, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_open_finish: (transfer full), or NULL with a #GwError as gw_store_open_finish(); ask
 * gw_session_error_to_sentence() for words.
 */
GwSession *gw_session_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_open_sync: as gw_session_open_async(), waiting. (transfer full); tools and tests */
GwSession *gw_session_open_sync (const char *path, GwSessionFlags flags, GwClock *clock,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_close_async: stops jobs, finishes what was submitted or typed, and closes the file. What
 * the disk refuses is lost: gw_session_keep_typed_async() tells of it before.
 */
void gw_session_close_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_close_finish: FALSE when the last checkpoint failed; nothing is lost. */
gboolean gw_session_close_finish (GwSession *self, GAsyncResult *result, GError **error);

/** gw_session_close_sync: as gw_session_close_async(), waiting. */
gboolean gw_session_close_sync (GwSession *self, GError **error);

/** gw_session_get_path: where the team file is. (transfer none) */
const char *gw_session_get_path (GwSession *self);

/** gw_session_get_clock: what time it is. (transfer none) */
GwClock *gw_session_get_clock (GwSession *self);

/**
 * gw_session_keep_typed_async: keeps what forms hold and the disk does not have yet, also what it
 * refused before; answers when it is known what became of that. Ask before closing.
 */
void gw_session_keep_typed_async (GwSession *self, GAsyncReadyCallback callback,
                                  gpointer user_data);

/** gw_session_keep_typed_finish: FALSE: something that was typed would be lost with the session. */
gboolean gw_session_keep_typed_finish (GwSession *self, GAsyncResult *result);

/** gw_session_is_read_only: whether it was opened to look only. */
gboolean gw_session_is_read_only (GwSession *self);

/** gw_session_is_encrypted: FALSE in this build, which says so at every start. */
gboolean gw_session_is_encrypted (GwSession *self);

/** gw_session_get_user: the colleague who is using the laptop, or NULL. (transfer none) */
GwItem *gw_session_get_user (GwSession *self);

/** gw_session_set_user: remembers who is using the laptop, on this laptop only. */
void gw_session_set_user (GwSession *self, GwId colleague);

/** gw_session_get_user_id: as an id, for changes; the none id when nobody has said. */
GwId gw_session_get_user_id (GwSession *self);

/** gw_session_get_hide_names: whether boards show initials. */
gboolean gw_session_get_hide_names (GwSession *self);

/** gw_session_set_hide_names: shows initials instead of names, or names again. */
void gw_session_set_hide_names (GwSession *self, gboolean hide_names);

G_END_DECLS
