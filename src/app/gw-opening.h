/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening: a team file on its way to a window. It may begin before there is a window, or even a
 * toolkit: while that starts, another thread reads the file, and what the place that will be shown
 * asks first. Main thread.
 */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/** GwOpening: one file that is being opened. */
typedef struct _GwOpening GwOpening;

/**
 * GwOpeningDone: what came of it: a session (transfer full), or NULL with @error, lent; @path is the
 * file's.
 */
typedef void (*GwOpeningDone) (const char *path, GwSession *session, const GError *error,
                               gpointer user_data);

/** gw_opening_new: begins to open the file at @path. (transfer full) */
GwOpening *gw_opening_new (const char *path, GwSessionFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/** gw_opening_get_path: which file. (transfer none) */
const char *gw_opening_get_path (GwOpening *self);

/**
 * gw_opening_finish: hands over what came of @self to @done, now or when it is there, never within
 * this call. @self: (transfer full)
 */
void gw_opening_finish (GwOpening *self, GwOpeningDone done, gpointer user_data);

/** gw_opening_drop: nobody wants it: what is opened is closed again. @self: (transfer full) */
void gw_opening_drop (GwOpening *self);

G_END_DECLS
