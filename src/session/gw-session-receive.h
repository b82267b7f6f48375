/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A whole team from another laptop: the file that gw_session_export_team_async() wrote there becomes
 * a team file here, history and photos included. Main thread, except `_sync`.
 */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/** gw_session_is_whole_team: whether @path is called as a whole-team file is, `.gwteam`. */
gboolean gw_session_is_whole_team (const char *path);

/**
 * gw_session_receive_team_async: makes a team file at @team_path, where none may be, from the
 * whole-team file at @path, which stays as it is.
 */
void gw_session_receive_team_async (const char *path, const char *team_path,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/** gw_session_receive_team_finish: FALSE with a sentence in @error; nothing is at the path then. */
gboolean gw_session_receive_team_finish (GAsyncResult *result, GError **error);

/** gw_session_receive_team_sync: as gw_session_receive_team_async(), waiting; any thread. */
gboolean gw_session_receive_team_sync (const char *path, const char *team_path, GError **error);

G_END_DECLS
