/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-schedule.h. The numbers were found by experiment (tests/bench/RESULTS.md).
 */
#include "gw-routing-schedule.h"

#include <math.h>

#include "gw-routing-local.h"

/* The least and greatest pool that is grown for crossing. */
#define LEAST_POOL 4
#define GREATEST_POOL 16
/* The share of the budget that grows the pool; and when it is smaller than the least, so that each
 * thread grows one plan. */
#define GROW_SHARE 0.3
#define FEW_GROW_SHARE 0.75
/* Steps for each operation below which nothing is crossed at all. */
#define CROSS_FROM 400
/* Meetings at least. */
#define MEETINGS 200
/* Used routes for each thread from which on they are shared, unless the pool could be as large as
 * this. */
#define SPLIT_FROM 16
#define LARGE_POOL 12
#define MANY_ROUTES 32
/* Steps for each operation, of all threads, from which on a population pays; how many plans it
 * begins with that were annealed, and the share of the budget for them: the most at USUAL_BREED steps
 * for each operation and less for more, by the square. */
#define BREED_FROM 4000
#define BREED_FROM_MANY 20000 /* with MANY_ROUTES: one trajectory gets further before that */
#define BREED_GROWN 4
#define USUAL_BREED 7500.0
#define LEAST_BREED_SHARE 0.02
#define MOST_BREED_SHARE 0.25
/* Plans from local search alone, and one more for so many steps for each operation. */
#define LEAST_FRESH 20
#define MOST_FRESH 100
#define FRESH_STEPS 500
/* Steps of annealing for each operation of a child. */
#define BREED_CHILD_STEPS 30
/* Operations of a route up to which growing takes the usual steps; longer ones take more, by the
 * square. */
#define USUAL_LENGTH 10.0

/* Steps for each operation from which on a trajectory starts with all of its heat, and the least share
 * of it. Where threads share the routes a trajectory is all there is, and half of that is still too
 * few to be hot. */
#define HOT_FROM 8000
#define HOT_FROM_SPLIT 15000
#define LEAST_HOT 0.25

/* What depends on the family. Late starts make a rugged landscape: it takes more heat, but a step
 * prices exactly what it does, so it takes fewer of them. */
typedef struct
{
  double start_heat, end_heat, child_heat;
  double grow_steps, child_steps; /* for each operation */
} Tuning;

static const Tuning windows_tuning = { 2.0, 0.02, 0.2, 500, 60 };
static const Tuning linked_tuning = { 5.0, 0.08, 1.0, 150, 25 };

static double
clamp (double x, double least, double most)
{
  return x < least ? least : x > most ? most : x;
}

/* Sets a pool of @size plans that takes @share of the budget to grow; a child takes @child steps. */
static void
plan_pool (GwRoutingSchedule *schedule, int32_t size, double share, double child, int32_t n_threads)
{
  double longest = (double) schedule->steps / MEETINGS;
  double child_rounds = longest >= 1 ? ceil (child / longest) : 1, grow_rounds;

  schedule->pool_size = size;
  schedule->child_rounds = (int64_t) child_rounds;
  schedule->round = (int64_t) (child / child_rounds);
  if (schedule->round < 1)
    schedule->round = 1;
  grow_rounds = share * (double) schedule->steps * n_threads / size / (double) schedule->round;
  schedule->grow_rounds = grow_rounds < 1 ? 1 : (int64_t) grow_rounds;
}

/* Sets a population, for @each steps for each of @n operations. */
static void
plan_breed (GwRoutingSchedule *schedule, double each, double n, double child, int32_t n_threads)
{
  double rest = USUAL_BREED / each;
  double share = clamp (MOST_BREED_SHARE * rest * rest, LEAST_BREED_SHARE, MOST_BREED_SHARE);

  plan_pool (schedule, BREED_GROWN, share, child, n_threads);
  schedule->breeds = true;
  schedule->n_fresh = (int32_t) clamp (LEAST_FRESH + each / FRESH_STEPS, LEAST_FRESH, MOST_FRESH);
  schedule->child_steps = (int64_t) (BREED_CHILD_STEPS * n);
}

GwRoutingSchedule
gw_routing_schedule_for (const GwEngineRouting *routing, int64_t steps, int32_t n_threads,
                         int32_t n_used)
{
  GwRoutingSchedule schedule = { .steps = steps };
  bool may_split, breeds, is_split;
  bool is_linked = routing->n_links > 0 || routing->is_soft;
  const Tuning *tuning = is_linked ? &linked_tuning : &windows_tuning;
  double n = routing->n_operations > 0 ? routing->n_operations : 1;
  double each = (double) steps * n_threads / n, child = tuning->child_steps * n;
  double length = clamp (n / (n_used > 0 ? n_used : 1) / USUAL_LENGTH, 1, 3);
  double pool = GROW_SHARE * each / (tuning->grow_steps * length * length), hot;

  may_split = n_threads > 1 && !is_linked && n_used >= SPLIT_FROM * n_threads;
  breeds = n >= 4 && each >= (!is_linked && n_used >= MANY_ROUTES ? BREED_FROM_MANY : BREED_FROM) &&
           gw_routing_local_suits (routing);
  is_split = !breeds && may_split && pool < LARGE_POOL;
  schedule.end_heat = tuning->end_heat;
  schedule.child_heat = tuning->child_heat;
  schedule.start_heat = tuning->start_heat;
  /* Long routes take more heat; a trajectory that is short for its problem starts cooler. */
  hot = each * length / (is_split ? HOT_FROM_SPLIT : HOT_FROM);
  if (!is_linked)
    schedule.start_heat *= sqrt (length) * clamp (is_split ? hot * hot : hot, LEAST_HOT, 1.0);
  schedule.is_split = is_split;
  if (breeds)
    plan_breed (&schedule, each, n, child, n_threads);
  else if (n >= 4 && pool >= LEAST_POOL && !is_split)
    plan_pool (&schedule, (int32_t) clamp (pool, LEAST_POOL, GREATEST_POOL), GROW_SHARE, child,
               n_threads);
  else if (n >= 4 && n_threads > 1 && !is_split && each >= CROSS_FROM)
    plan_pool (&schedule, n_threads, FEW_GROW_SHARE, child, n_threads);
  else
    {
      schedule.round = steps / MEETINGS > 0 ? steps / MEETINGS : 1;
      schedule.grow_rounds = (steps + schedule.round - 1) / schedule.round;
    }
  return schedule;
}
