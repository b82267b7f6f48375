/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is told of a run of a benchmark: lines for people, rows for tables.
 */
#pragma once

#include "gw-bench-run.h"

G_BEGIN_DECLS

/** gw_bench_run_get_gap: per cent above the best known cost; NaN without one or without an answer. */
double gw_bench_run_get_gap (const GwBenchRun *self, const GwBenchTask *task);

/** gw_bench_print_run: what came out, in lines for people. */
void gw_bench_print_run (const GwBenchRun *self, const GwBenchTask *task);

/** gw_bench_print_faults: a line for each fault that @verdict names. */
void gw_bench_print_faults (const GwPublishedInstance *instance,
                            const GwEngineRoutesVerdict *verdict);

/** gw_bench_print_overtime: a line about overtime, when there are shifts. */
void gw_bench_print_overtime (const GwPublishedInstance *instance, const GwEngineRoutes *routes);

/** gw_bench_dup_row: the run as a row of the table. (transfer full) */
char *gw_bench_dup_row (const GwBenchRun *self, const GwBenchTask *task);

/** gw_bench_dup_course: the course of the run as rows of the trace. (transfer full) */
char *gw_bench_dup_course (const GwBenchRun *self, const GwBenchTask *task);

/** The first lines of the table and of the trace. */
extern const char gw_bench_table_heading[];
extern const char gw_bench_trace_heading[];

G_END_DECLS
