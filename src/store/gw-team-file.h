/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole-team files, `.gwteam`: everything a team has, in one file to hand over. It is an SQLite
 * file (application id "GWTM") with the tables of the team file, history included, and the
 * attachments in a table. What belongs to a laptop (drafts, local settings, device) is left out,
 * and sealed fields are left out too unless asked for. Workers only, except the `_async` calls.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/**
 * GwTeamFileFlags:
 * @GW_TEAM_FILE_WITH_SEALED: carry sealed fields (key safe codes)
 */
typedef enum
{
  GW_TEAM_FILE_NO_FLAGS = 0,
  GW_TEAM_FILE_WITH_SEALED = 1 << 0
} GwTeamFileFlags;

/**
 * gw_team_file_export_sync: writes all of @store to @path, replacing a file there only when the new
 * one is complete. FALSE with GW_ERROR_DISK_FULL, GW_ERROR_READ_ONLY, GW_ERROR_IO or
 * GW_ERROR_CANCELLED.
 */
gboolean gw_team_file_export_sync (GwStore *store, const char *path, GwTeamFileFlags flags,
                                   GCancellable *cancellable, GError **error);

/** gw_team_file_export_async: as gw_team_file_export_sync(), on a worker. */
void gw_team_file_export_async (GwStore *store, const char *path, GwTeamFileFlags flags,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);

/** gw_team_file_export_finish: as gw_team_file_export_sync(). */
gboolean gw_team_file_export_finish (GwStore *store, GAsyncResult *result, GError **error);

/**
 * GwTeamFileCount: how many records of a type a whole-team file has.
 * @type_key: the type's key; owned
 * @n_records: not counting deleted ones
 */
typedef struct
{
  char *type_key;
  guint64 n_records;
} GwTeamFileCount;

/**
 * GwTeamFilePreview: what a whole-team file holds, without any value of a record.
 * @instant: when it was written
 * @sequence: number of its newest commit
 * @has_sealed: whether it carries sealed fields
 * @n_attachments: how many attachments
 * @counts: (element-type GwTeamFileCount) records by type
 */
typedef struct
{
  GwInstant instant;
  guint64 sequence;
  gboolean has_sealed;
  guint n_attachments;
  GPtrArray *counts;
} GwTeamFilePreview;

/** gw_team_file_preview_free: frees it. */
void gw_team_file_preview_free (GwTeamFilePreview *self);

/**
 * gw_team_file_preview_sync: looks into @path. (transfer full), or NULL with GW_ERROR_NOT_FOUND,
 * GW_ERROR_CORRUPT or GW_ERROR_TOO_NEW.
 */
GwTeamFilePreview *gw_team_file_preview_sync (const char *path, GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_team_file_import_sync: makes a team file at @team_path, which must not exist
 * (GW_ERROR_INVALID), from the whole-team file at @path, attachments included. Verified first
 * (GW_ERROR_CORRUPT, GW_ERROR_TOO_NEW). On failure nothing is left at @team_path.
 */
gboolean gw_team_file_import_sync (const char *path, const char *team_path,
                                   GCancellable *cancellable, GError **error);

/** gw_team_file_import_async: as gw_team_file_import_sync(), on a worker. */
void gw_team_file_import_async (const char *path, const char *team_path, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/** gw_team_file_import_finish: as gw_team_file_import_sync(). */
gboolean gw_team_file_import_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTeamFilePreview, gw_team_file_preview_free)

G_END_DECLS
