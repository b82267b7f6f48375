/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling weeks: visits and shifts from regular visits and regular shifts, as one act that can be
 * undone. Generating again adds only what is missing: what was moved, cancelled or deleted since
 * stays so. People who moved on or died get no visits; those of people who are resting are held.
 * Main thread, except `_sync`.
 */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/** GwGenerated: how much was made, and how many regular visits and shifts there are at all. */
typedef struct
{
  guint n_visits;
  guint n_shifts;
  guint n_patterns;
} GwGenerated;

/**
 * gw_session_generate_sync: fills @first to @last (at most 400 days), waiting. FALSE with the
 * store's error; then slices made before stay, as an unfinished act. Tools and tests.
 */
gboolean gw_session_generate_sync (GwSession *self, GwDay first, GwDay last,
                                   GwGenerated *out_generated, GCancellable *cancellable,
                                   GError **error);

/** gw_session_generate_async: the same without waiting. */
void gw_session_generate_async (GwSession *self, GwDay first, GwDay last, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_generate_finish: as gw_session_generate_sync(). */
gboolean gw_session_generate_finish (GwSession *self, GAsyncResult *result,
                                     GwGenerated *out_generated, GError **error);

G_END_DECLS
