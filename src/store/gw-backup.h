/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Backups: whole copies of a team file, made while the program works, in `NAME.gw-backups/` beside
 * it and, if wished, in a folder of that name in a second place (a stick, a share), which then also
 * gets the attachments.
 * Each is a single file, verified before it gets its name. Rotation keeps the newest 10, the
 * newest of each of the last 7 days and the newest of each of the last 8 weeks. Restoring verifies
 * the backup first and sets the present file aside; nothing is deleted.
 *
 * Workers only, except the `_async` calls.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/**
 * GwBackup: one backup.
 * @path: the file; owned
 * @instant: when it was made
 * @n_bytes: its size
 * @is_aside: no backup but the team file as it was before a restore, which stands beside it
 */
typedef struct
{
  char *path;
  GwInstant instant;
  guint64 n_bytes;
  gboolean is_aside;
} GwBackup;

/** gw_backup_free: frees it. */
void gw_backup_free (GwBackup *self);

/**
 * gw_backup_make_sync: backs up @store, then rotates. @second_folder: an existing folder that gets
 * a copy too; nullable. Returns the backup, (transfer full), or NULL with GW_ERROR_DISK_FULL,
 * GW_ERROR_READ_ONLY, GW_ERROR_IO, GW_ERROR_CORRUPT (the copy did not verify) or
 * GW_ERROR_CANCELLED. A second place that cannot be written gives an error after the first was
 * made.
 */
GwBackup *gw_backup_make_sync (GwStore *store, const char *second_folder, GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_backup_make_async: as gw_backup_make_sync(), on a worker. */
void gw_backup_make_async (GwStore *store, const char *second_folder, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

/** gw_backup_make_finish: the backup, (transfer full), or NULL. */
GwBackup *gw_backup_make_finish (GwStore *store, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_backup_list_sync: the backups of the team file at @team_path, newest first; empty when there
 * are none. @folder: look here; NULL for the one beside the file. (transfer full)
 * (element-type GwBackup)
 */
GPtrArray *gw_backup_list_sync (const char *team_path, const char *folder, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_backup_list_aside_sync: the team file at @team_path as it was before each restore, newest
 * first; what cannot be read is left out. Each may be restored as a backup. (transfer full)
 * (element-type GwBackup)
 */
GPtrArray *gw_backup_list_aside_sync (const char *team_path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_backup_restore_sync: puts the backup at @backup_path in the place of @team_path, which must
 * not be open (GW_ERROR_BUSY). The backup is read through and verified first (GW_ERROR_CORRUPT,
 * GW_ERROR_TOO_NEW). Returns where the present file was set aside, (transfer full), or "" when
 * there was none; NULL on failure, and all is as it was.
 */
char *gw_backup_restore_sync (const char *team_path, const char *backup_path, GwClock *clock,
                              GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_backup_restore_async: as gw_backup_restore_sync(), on a worker. */
void gw_backup_restore_async (const char *team_path, const char *backup_path, GwClock *clock,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/** gw_backup_restore_finish: as gw_backup_restore_sync(). (transfer full) */
char *gw_backup_restore_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBackup, gw_backup_free)

G_END_DECLS
