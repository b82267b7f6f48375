/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-schedule.h. The numbers were found by experiment (tests/bench/RESULTS.md).
 */
#include "gw-routing-schedule.h"

/* Steps for each operation from which on a pool pays. */
#define POOL_FROM 5000
/* The share of the budget that grows the pool, and steps for each operation of one plan. */
#define GROW_SHARE 0.3
#define GROW_STEPS 500
/* The least and greatest pool. */
#define LEAST_POOL 4
#define GREATEST_POOL 16
/* Steps for each operation of one child. */
#define CHILD_STEPS 60
/* Meetings of one trajectory. */
#define MEETINGS 200
/* Used routes for each thread from which on they are shared. */
#define SPLIT_FROM 6

static double
clamp (double x, double least, double most)
{
  return x < least ? least : x > most ? most : x;
}

GwRoutingSchedule
gw_routing_schedule_for (const GwEngineRouting *routing, int64_t steps, int32_t n_threads,
                         int32_t n_used)
{
  GwRoutingSchedule schedule = { .steps = steps, .end_heat = 0.01, .child_heat = 0.1 };
  double n = routing->n_operations > 0 ? routing->n_operations : 1;
  double each = (double) steps * n_threads / n;

  schedule.start_heat = clamp (each / 8000, 0.25, 1.0);
  schedule.round = steps / MEETINGS > 0 ? steps / MEETINGS : 1;
  if (each < POOL_FROM || n < 4)
    {
      schedule.is_split = n_threads > 1 && routing->n_links == 0 && !routing->is_soft &&
                          n_used >= SPLIT_FROM * n_threads;
      schedule.grow_rounds = (steps + schedule.round - 1) / schedule.round;
      return schedule;
    }
  schedule.pool_size = (int32_t) clamp (GROW_SHARE * each / GROW_STEPS, LEAST_POOL, GREATEST_POOL);
  schedule.round = (int64_t) (CHILD_STEPS * n);
  schedule.grow_rounds = (int64_t) (GROW_SHARE * (double) steps * n_threads / schedule.pool_size /
                                    (double) schedule.round);
  if (schedule.grow_rounds < 1)
    schedule.grow_rounds = 1;
  return schedule;
}
