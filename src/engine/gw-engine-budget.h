/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The budget of a search, of any family: steps, or seconds that become steps by measuring how long some
 * take; the rest is planned anew now and then, as the clock says, or as it was in a search that is
 * repeated. What a search does depends on the steps and on how they were planned anew alone.
 *
 * Belongs to the thread that called; other threads read it between two meetings.
 */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "gw-engine-pace.h"

/* What whoever asks for a search says about its length. */
typedef struct
{
  int64_t steps;                 /* of each thread, or 0: seconds */
  int64_t stop_after;            /* stop when so many are done but plan for steps; 0 = no */
  const GwEngineReplan *replans; /* how the search that is repeated was planned anew */
  int32_t n_replans;
  double seconds;                     /* needs a clock */
  double (*clock) (void *clock_data); /* seconds on a monotonic clock, or NULL */
  void *clock_data;
  const atomic_int *cancel; /* may be NULL */
} GwEngineTerms;

/* The terms in *@options: GwEngineOptions and GwEngineRoutingOptions call them alike. */
#define GW_ENGINE_TERMS_OF(options)                                                               \
  ((GwEngineTerms){ .steps = (options)->steps,                                                    \
                    .stop_after = (options)->stop_after,                                          \
                    .replans = (options)->replans,                                                \
                    .n_replans = (options)->n_replans,                                            \
                    .seconds = (options)->seconds,                                                \
                    .clock = (options)->clock,                                                    \
                    .clock_data = (options)->clock_data,                                          \
                    .cancel = (options)->cancel })

/* How it is planned, and where it stops. */
typedef struct
{
  GwEngineTerms terms;
  double begin;      /* by the clock */
  bool has_seconds;  /* they became steps */
  int64_t steps;     /* planned, as things stand */
  int64_t last_step; /* where to stop */
  double deadline;   /* when to stop short of it, with seconds */
  GwEnginePace pace;
  GwEngineReplan replans[GW_ENGINE_REPLANS]; /* so far */
  int32_t n_replans;
} GwEngineBudget;

/* Begins, which is when the seconds begin. */
void gw_engine_budget_begin (GwEngineBudget *budget, const GwEngineTerms *terms);

/* Measures what the seconds are worth, in steps a second, or 0 when cancelled: lets @run do @burst steps
 * with @data again and again for @stretch seconds, after @warm_up seconds that are not counted. */
double gw_engine_budget_measure (const GwEngineBudget *budget, double warm_up, double stretch,
                                 int64_t burst, void (*run) (void *data, int64_t steps),
                                 void *data);

/* The steps that can be done in the share @share of the seconds, at @rate a second: 1 at least. */
int64_t gw_engine_budget_count_steps (const GwEngineBudget *budget, double rate, double share);

/* Plans @steps steps (1 at least); from now on the pace is watched. */
void gw_engine_budget_plan (GwEngineBudget *budget, int64_t steps);

/* Plans the rest anew after step @done: as the search that is repeated did then, or with @may_look by the
 * clock. Returns whether it did; then another number of steps is planned. At most GW_ENGINE_REPLANS
 * times. */
bool gw_engine_budget_replan (GwEngineBudget *budget, int64_t done, bool may_look);

/* Whether steps or time are over after step @done. */
bool gw_engine_budget_is_over (const GwEngineBudget *budget, int64_t done);

/* What the clock says. */
static inline double
gw_engine_budget_now (const GwEngineBudget *budget)
{
  return budget->terms.clock != NULL ? budget->terms.clock (budget->terms.clock_data) : 0;
}

/* Whether the caller has had enough. */
static inline bool
gw_engine_budget_is_cancelled (const GwEngineBudget *budget)
{
  return budget->terms.cancel != NULL && atomic_load (budget->terms.cancel) != 0;
}
