/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team file of the sample neighbourhood, to look round in.
 */
#pragma once

#include "gw-civil-time.h"
#include "gw-job.h"

G_BEGIN_DECLS

/**
 * GwSampleSize: how much of it: one team of 12, a neighbourhood of 4 teams, or 12 teams to measure
 * with.
 */
typedef enum
{
  GW_SAMPLE_SIZE_TEAM,
  GW_SAMPLE_SIZE_NEIGHBOURHOOD,
  GW_SAMPLE_SIZE_STRESS
} GwSampleSize;

/**
 * GwSampleWish: what to make. The same wish makes the same records. @today: when it believes it is.
 * @weeks_before: weeks of history before this week; 0 means the size's own.
 */
typedef struct
{
  GwSampleSize size;
  guint64 seed;
  GwDay today;
  guint weeks_before;
} GwSampleWish;

/**
 * gw_session_write_sample_sync: makes the team file at @path, which must not exist, with the sample
 * of @wish and its portraits. @job (nullable) is told how far it is. It is no act of anybody, so it
 * cannot be undone. FALSE with the store's error; what was begun is taken away. Workers and tools.
 */
gboolean gw_session_write_sample_sync (const char *path, const GwSampleWish *wish, GwJob *job,
                                       GCancellable *cancellable, GError **error);

/** gw_session_write_sample_async: the same on a worker. */
void gw_session_write_sample_async (const char *path, const GwSampleWish *wish, GwJob *job,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/** gw_session_write_sample_finish: as gw_session_write_sample_sync(). */
gboolean gw_session_write_sample_finish (GAsyncResult *result, GError **error);

G_END_DECLS
