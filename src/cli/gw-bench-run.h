/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One run of a benchmark: an instance searched for some time from a seed, and the verifier's word
 * on what came out; with the course of the best cost over time. One thread calls; it blocks.
 */
#pragma once

#include "gw-plan-steps.h"
#include "gw-published-instance.h"

#include "gw-engine-verify-routes.h"

#include <stdatomic.h>

G_BEGIN_DECLS

/** gw_bench_parse_family: the family called @word. FALSE after a message, also when it has no shifts that
 * could be hard. */
gboolean gw_bench_parse_family (const char *word, gboolean has_hard_shifts,
                                GwPublishedFamily *out_family);

/** gw_bench_read_instance: the instance in the file @path. NULL after a message. (transfer full) */
GwPublishedInstance *gw_bench_read_instance (GwPublishedFamily family, const char *path,
                                             gboolean has_hard_shifts);

/** GwBenchTask: what to run. */
typedef struct
{
  const char *path; /* of the instance */
  const GwPublishedInstance *instance;
  double best_known; /* NaN: none */
  guint64 seed;
  gint threads;
  double seconds;             /* budget when @steps is 0 */
  gint64 steps;               /* of each thread */
  const GwPlanSearch *repeat; /* instead of both: what an earlier run did; NULL: none */
  const atomic_int *cancel;
} GwBenchTask;

/** GwBenchMoment: the best so far at a moment. */
typedef struct
{
  double seconds;
  gint32 n_unserved;
  double cost; /* in the terms of the publications, of what is served */
} GwBenchMoment;

/** GwBenchRun: what came out. */
typedef struct
{
  double seconds; /* measured, from the sealing of the problem to the last answer */
  GwPlanSearch search; /* steps, as planned and as done */
  double cost;                       /* in the terms of the publications; of what is served */
  gboolean is_feasible, was_stopped; /* was_stopped: by Ctrl+C, before its end */
  GwEngineRoutesVerdict verdict;
  GwEngineRoutes *routes; /* owned */
  GArray *course;         /* of GwBenchMoment, owned */
} GwBenchRun;

/** gw_bench_run: runs @task. NULL after a message when the engine refuses it, or when it was stopped
 * before there was an answer. (transfer full) */
GwBenchRun *gw_bench_run (const GwBenchTask *task);

/** gw_bench_run_free: frees it. */
void gw_bench_run_free (GwBenchRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwBenchRun, gw_bench_run_free)

G_END_DECLS
