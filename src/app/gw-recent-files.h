/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The team files that were open on this laptop, newest first, so that the first page leads back to
 * them: a team that is started lies in a folder that few people ever see. Names may have any bytes.
 * Main thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** gw_recent_files_add: the file at @path is open now; it comes first, and opens at the next start. */
void gw_recent_files_add (GSettings *settings, const char *path);

/** gw_recent_files_leave: asks at the next start, instead of opening what is open now. */
void gw_recent_files_leave (GSettings *settings);

/** gw_recent_files_dup_last: what opens at the start: a path that is there, or NULL. (transfer full) */
char *gw_recent_files_dup_last (GSettings *settings);

/**
 * gw_recent_files_list: the paths of the newest four that are still there, newest first; @left_out,
 * nullable, is none of them. (transfer full)
 */
char **gw_recent_files_list (GSettings *settings, const char *left_out);

G_END_DECLS
