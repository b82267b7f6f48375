/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done with a budget of steps. A small budget goes into one annealing trajectory, shared
 * among the threads where routes can be split. A larger one grows a pool of plans by shorter
 * trajectories first, and then improves it: children of two plans each, annealed from low heat.
 * Where local search knows the problem, the pool gives way to a population, which takes fewer and
 * shorter trajectories the larger the budget is, as variety is worth more than a good start then.
 * All numbers follow from the budget and the problem, never from the clock; but growing is stretched or
 * shortened when the rest of a budget of seconds is planned anew.
 */
#pragma once

#include "gw-routing-problem.h"

/* The schedule of a search. Heat is in units of the mean cost of serving one operation at first. */
typedef struct
{
  int64_t steps;        /* planned at first, of each thread */
  int64_t round;        /* steps of each thread between two meetings */
  int64_t grow_rounds;  /* rounds that one plan of the pool is annealed for */
  int64_t child_rounds; /* and one child */
  int32_t pool_size;    /* 0: one trajectory only */
  bool is_split;        /* one trajectory, its routes shared among the threads */
  bool breeds;          /* what was grown goes into a population, not into a pool */
  int32_t n_fresh;      /* plans that the population has before plans are crossed */
  int64_t child_steps;  /* of annealing, for a child of the population */
  double start_heat, end_heat, child_heat;
} GwRoutingSchedule;

/* Makes the schedule for @steps steps of each of @n_threads threads; @n_used routes are used at
 * first. */
GwRoutingSchedule gw_routing_schedule_for (const GwEngineRouting *routing, int64_t steps,
                                           int32_t n_threads, int32_t n_used);
