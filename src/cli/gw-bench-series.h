/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A series of benchmark runs: each instance from each seed, one after another; each told, and its
 * row written, as soon as it is done. Ctrl+C ends the series with what was found. One thread.
 */
#pragma once

#include "gw-best-known.h"
#include "gw-cli-budget.h"
#include "gw-cli-output.h"

#include "gw-published-instance.h"

G_BEGIN_DECLS

/** GwBenchSeries: what to run. Borrows all. */
typedef struct
{
  GwPublishedFamily family;
  char **paths; /* of instances, NULL-terminated */
  const guint64 *seeds;
  guint n_seeds;
  GwCliBudget budget;         /* checked */
  const GwPlanSearch *repeat; /* NULL: none */
  gboolean has_hard_shifts;
  GwBestKnown *best_known;
  GwCliTable *table, *trace;                  /* NULL: not asked for */
  const char *solutions_folder, *best_folder; /* NULL: not asked for */
} GwBenchSeries;

/** gw_bench_series_check: whether all instances can be read; before long work. FALSE after a
 * message. */
gboolean gw_bench_series_check (const GwBenchSeries *self);

/** gw_bench_series_run: runs all; messages are told. */
GwCliStatus gw_bench_series_run (const GwBenchSeries *self);

G_END_DECLS
