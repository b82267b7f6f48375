/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing through the session. A change is committed as a whole or not at all; when the answer comes,
 * live lists already show it. Errors carry sentences with a next step in their message. Main thread,
 * except `_sync` (see gw-session.h).
 */
#pragma once

#include "gw-commit.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** gw_session_submit_async: commits @change in the name of who uses the laptop. */
void gw_session_submit_async (GwSession *self, GwChange *change, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_submit_finish: the commit, on the disk, (transfer full); or NULL with a #GwError whose
 * message is a sentence for people (GW_ERROR_CONFLICT: somebody changed it meanwhile).
 */
GwCommit *gw_session_submit_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_submit_sync: as gw_session_submit_async(), waiting; any thread. Live lists follow when
 * the main loop runs. (transfer full)
 */
GwCommit *gw_session_submit_sync (GwSession *self, GwChange *change, GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_submit: commits @change and forgets; a failure is told by the signal "failed". For
 * drops and shortcuts, where the board follows the feed anyway.
 */
void gw_session_submit (GwSession *self, GwChange *change);

/** gw_session_get_can_undo: whether there is something to take back, be it on its way to the disk. */
gboolean gw_session_get_can_undo (GwSession *self);

/** gw_session_get_can_redo: whether something was taken back. */
gboolean gw_session_get_can_redo (GwSession *self);

/**
 * gw_session_get_undo_label: what undo would take back; without names while they are hidden.
 * (transfer none) (nullable)
 */
const char *gw_session_get_undo_label (GwSession *self);

/** gw_session_get_redo_label: what redo would do again. (transfer none) (nullable) */
const char *gw_session_get_redo_label (GwSession *self);

/** gw_session_undo_async: takes the newest group of changes back, as a change of its own. */
void gw_session_undo_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_undo_finish: what was taken back, for a toast, (transfer full); NULL with a sentence in
 * @error when it could not be (it was changed again meanwhile), and nothing changed.
 */
char *gw_session_undo_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_redo_async: does again what was taken back last. */
void gw_session_redo_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_redo_finish: as gw_session_undo_finish(). (transfer full) */
char *gw_session_redo_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_get_unfinished_label: an act that was interrupted, or NULL. (transfer none) */
const char *gw_session_get_unfinished_label (GwSession *self);

/** gw_session_undo_unfinished_async: takes the interrupted act back; gw_session_undo_finish(). */
void gw_session_undo_unfinished_async (GwSession *self, GAsyncReadyCallback callback,
                                       gpointer user_data);

/** gw_session_put_local: remembers @text (NULL: forgets) under @key, on this laptop only. */
void gw_session_put_local (GwSession *self, const char *key, const char *text);

/** gw_session_get_local_async: asks for what gw_session_put_local() kept. */
void gw_session_get_local_async (GwSession *self, const char *key, GAsyncReadyCallback callback,
                                 gpointer user_data);

/** gw_session_get_local_finish: the text, or NULL when there is none. (transfer full) */
char *gw_session_get_local_finish (GwSession *self, GAsyncResult *result);

G_END_DECLS
