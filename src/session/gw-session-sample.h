/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team file of the sample neighbourhood, to look round in.
 */
#pragma once

#include "gw-job.h"
#include "gw-sample.h"

G_BEGIN_DECLS

/**
 * gw_session_write_sample_sync: makes the team file at @path, which must not exist, with the sample
 * of @spec and its portraits. @job (nullable) is told how far it is. It is no act of anybody, so it
 * cannot be undone. FALSE with the store's error; what was begun is taken away. Workers and tools.
 */
gboolean gw_session_write_sample_sync (const char *path, const GwSampleSpec *spec, GwJob *job,
                                       GCancellable *cancellable, GError **error);

/** gw_session_write_sample_async: the same on a worker. */
void gw_session_write_sample_async (const char *path, const GwSampleSpec *spec, GwJob *job,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/** gw_session_write_sample_finish: as gw_session_write_sample_sync(). */
gboolean gw_session_write_sample_finish (GAsyncResult *result, GError **error);

G_END_DECLS
