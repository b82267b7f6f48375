/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search. It blocks the calling thread, which is one of the searching threads; call it on a
 * worker. The same problem, options and warm start give the same plan, whatever the machine's
 * load, as long as the budget is a number of steps; a budget of seconds is turned into steps by a
 * short calibration, and planned anew when the pace changes; both are reported, so that the search can
 * be repeated. This holds for the same build on the same kind of machine: annealing computes with the
 * C library's pow().
 */
#pragma once

#include <stdatomic.h>

#include "gw-engine-pace.h"
#include "gw-engine-plan.h"

/* Returns seconds on a monotonic clock. */
typedef double (*GwEngineClock) (void *user_data);

/* How free an operation is in this solve. */
typedef enum
{
  GW_ENGINE_FREE,   /* may be placed anywhere, moved, left out */
  GW_ENGINE_RETIME, /* stays in its shift, may start at another time */
  GW_ENGINE_FIXED,  /* stays in its shift at its time; when unplaced stays unplaced */
} GwEngineFreedom;

/* What may move. Arrays may be NULL: everything may. Pins hold in any case. */
typedef struct
{
  const uint8_t *operation_freedom; /* by operation: GwEngineFreedom */
  const uint8_t *shift_may_take;    /* by shift: 0 = nothing may be placed in it or taken out */
  const uint8_t *shift_may_change;  /* by shift: 0 = its colleague stays */
  int32_t not_before;               /* no operation is put to a start before this; or NO_TIME */
} GwEngineScope;

/* What is known while it runs. */
typedef struct
{
  int64_t steps_done, steps_planned; /* of each thread */
  GwEngineScore score;               /* of the best so far */
  int32_t n_unplaced;
  const GwEnginePlan *best; /* lent for the time of the call; copy it to keep it */
} GwEngineProgress;

/* Called now and then on the thread that called gw_engine_solve(), which waits for it. */
typedef void (*GwEngineProgressFunc) (const GwEngineProgress *progress, void *user_data);

/* How to search. Zero-initialise, then set a budget. */
typedef struct
{
  int32_t threads; /* 1 … 64; 0 means 1 */
  uint64_t seed;
  int64_t steps;                 /* budget of each thread, or 0: use seconds */
  int64_t stop_after;            /* stop when so many are done but plan for steps; 0 = no */
  const GwEngineReplan *replans; /* how a search with these steps was planned anew, to repeat it */
  int32_t n_replans;
  double seconds; /* budget when steps is 0; needs a clock */
  GwEngineClock clock;
  void *clock_data;
  const atomic_int *cancel; /* may be NULL; not 0 = stop soon and return the best so far */
  GwEngineProgressFunc progress;
  void *progress_data;
  const GwEngineScope *scope; /* may be NULL */
  const GwEnginePlan *warm;   /* may be NULL: where to start; the result is never worse */
} GwEngineOptions;

/* What came out. */
typedef struct
{
  GwEngineScore score;
  int64_t steps_planned; /* hand these back as steps, stop_after and replans for the same plan; not
                            when several threads were cancelled: each stopped at a step of its own;
                            nor when seconds were: the plan may be that of the calibration */
  int64_t steps_done;    /* of the first thread */
  GwEngineReplan replans[GW_ENGINE_REPLANS];
  int32_t n_replans;
  int64_t evaluations; /* insertions priced, all threads */
  bool was_cancelled;
  int32_t n_frozen_shifts; /* shifts whose pinned contents break a rule: left untouched */
} GwEngineResult;

/* Searches. Returns the best plan found (never worse than a warm start; hard rules are only
 * broken where the warm start or a pin breaks them), or NULL without memory or threads. Stops
 * within some milliseconds after a cancel. */
GwEnginePlan *gw_engine_solve (const GwEngineProblem *problem, const GwEngineOptions *options,
                               GwEngineResult *result) __attribute__ ((warn_unused_result));
