/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help for a team file that cannot be opened because it is damaged: the newest of its backups that
 * is whole is put in its place. Main thread; work is done on workers.
 */
#pragma once

#include "gw-session-backup.h"

G_BEGIN_DECLS

/**
 * gw_session_rescue_find_async: looks for the newest backup of the team file at @path, which is not
 * open, beside it and in @second_folder (nullable).
 */
void gw_session_rescue_find_async (const char *path, const char *second_folder,
                                   GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_rescue_find_finish: the backup, (transfer full), or NULL when there is none. */
GwBackupLine *gw_session_rescue_find_finish (GAsyncResult *result);

/**
 * gw_session_rescue_async: puts the newest whole backup in the place of the file at @path, trying
 * older ones when one is damaged too; places as gw_session_rescue_find_async(). The damaged file is
 * set aside.
 */
void gw_session_rescue_async (const char *path, const char *second_folder,
                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_rescue_finish: the backup that is back, (transfer full), and in @out_aside where the
 * damaged file lies now, (transfer full). NULL with a sentence in @error; all is then as it was.
 */
GwBackupLine *gw_session_rescue_finish (GAsyncResult *result, char **out_aside, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBackupLine, gw_backup_line_free)

G_END_DECLS
