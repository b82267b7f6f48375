/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files the careful way: written beside, flushed, renamed, and the folder flushed; errors as
 * #GwError. Private to the store; workers and lanes only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** gw_files_fail: sets @error from @saved_errno, naming @path. */
void gw_files_fail (int saved_errno, const char *path, GError **error);

/**
 * gw_files_dup_beside: @team_path with its ".gw" replaced by @suffix (".gw-files"). (transfer full)
 */
char *gw_files_dup_beside (const char *team_path, const char *suffix);

/** gw_files_flush: flushes the file or folder at @path to the disk. */
gboolean gw_files_flush (const char *path, GError **error);

/** gw_files_make_folder: makes @path (one level) for the user alone, if it is not there. */
gboolean gw_files_make_folder (const char *path, GError **error);

/** gw_files_rename: renames and flushes the folder; replaces @to. */
gboolean gw_files_rename (const char *from, const char *to, GError **error);

/** gw_files_write: writes @bytes to @path whole: never a part of it is seen under that name. */
gboolean gw_files_write (const char *path, GBytes *bytes, GError **error);

/** gw_files_copy: copies @from to @path whole, as gw_files_write(). */
gboolean gw_files_copy (const char *from, const char *path, GCancellable *cancellable,
                        GError **error);

/** gw_files_read: the content of @path, at most @max_bytes. (transfer full) */
GBytes *gw_files_read (const char *path, gsize max_bytes, GError **error);

/** gw_files_remove: removes @path; fine when it is not there. */
gboolean gw_files_remove (const char *path, GError **error);

/** gw_files_remove_database: removes a database file with its log and index. */
void gw_files_remove_database (const char *path);

G_END_DECLS
