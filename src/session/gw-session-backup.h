/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Backups through the session: what there is, one more now, one click back. Main thread; work is done
 * on workers.
 */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/**
 * GwBackupLine: one backup as a list shows it.
 * @path: the file; owned
 * @when: "Tue 24 Nov 2026, 08:10"; owned
 * @n_bytes: its size
 * @is_second: it lies in the second folder, not beside the team file
 * @is_aside: the team file as it was before going back to a backup
 */
typedef struct
{
  char *path;
  char *when;
  guint64 n_bytes;
  gboolean is_second;
  gboolean is_aside;
} GwBackupLine;

/** gw_backup_line_free: frees it. */
void gw_backup_line_free (GwBackupLine *self);

/**
 * gw_session_list_backups_async: asks for the backups of the open file, beside it and in
 * @second_folder (nullable). A second folder that is not there, such as a stick at home, has none.
 */
void gw_session_list_backups_async (GwSession *self, const char *second_folder,
                                    GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_list_backups_finish: newest first. (transfer full) (element-type GwBackupLine) */
GPtrArray *gw_session_list_backups_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_back_up_async: makes a backup now, also in @second_folder (nullable). */
void gw_session_back_up_async (GwSession *self, const char *second_folder,
                               GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_back_up_finish: FALSE with a sentence in @error. */
gboolean gw_session_back_up_finish (GwSession *self, GAsyncResult *result, GError **error);

/**
 * gw_session_restore_async: closes @self for good, puts the backup at @backup_path in the file's
 * place, keeping the present file aside. Afterwards open the path again, also when it failed.
 */
void gw_session_restore_async (GwSession *self, const char *backup_path,
                               GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_restore_finish: where the file that was open lies now, (transfer full), or NULL. */
char *gw_session_restore_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
