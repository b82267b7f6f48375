/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What backups and the rest of the store share.
 */
#pragma once

#include "gw-backup.h"

#include "gw-sql.h"

G_BEGIN_DECLS

/** GW_BACKUP_RESTORED: what follows the team file's name while a backup is brought back. */
#define GW_BACKUP_RESTORED ".restored"

/**
 * gw_backup_copy_database: a whole, verified, single-file copy at @path of what @source, a connection
 * to the file of @store, sees.
 */
gboolean gw_backup_copy_database (GwStore *store, GwSql *source, const char *path,
                                  GCancellable *cancellable, GError **error);

/** gw_backup_verify: reads all of the database at @path; GW_ERROR_CORRUPT when it is damaged. */
gboolean gw_backup_verify (const char *path, gint64 application_id, GError **error);

/** gw_backup_copy_before_migration: a backup of the file as the older version left it. */
gboolean gw_backup_copy_before_migration (GwStore *store, GError **error);

/** gw_backup_expire_all: removes every backup beside the team file. */
gboolean gw_backup_expire_all (GwStore *store, GError **error);

G_END_DECLS
