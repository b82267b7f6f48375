/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures what seconds are worth where routes are searched, and lets the heat of each plan follow when
 * the rest is planned anew.
 */
#include "gw-routing-search.h"

#include <string.h>

/* The part of a budget of seconds that each half of a calibration takes, and a burst of it. */
#define CALIBRATION_SHARE 0.015
#define CALIBRATION_STEPS 100
/* Steps for each operation that tell the usual heat. */
#define USUAL_STEPS 4000
/* It is seen whether the pace has changed when so much is left of the steps, or of the time, that were
 * left at the last look. */
#define LOOK_AT 0.65
/* Calibration is done at this share of the start heat. */
#define HOT_SHARE 0.5

static void
run_chain (void *data, int64_t steps)
{
  GwRoutingSearch *search = data;
  GwRoutingChain *chain = &search->members[0].chain;

  chain->core->run (chain, steps, search->options->cancel);
}

/* Measures on the first chain how many steps the seconds are worth at @heat. Until the plan has taken on
 * the heat, steps tell nothing. */
static int64_t
calibrate (GwRoutingSearch *search, double heat)
{
  double burst = search->options->seconds * CALIBRATION_SHARE, rate;
  /* Threads share caches and memory. */
  double share = (search->n_members > 1 ? 0.9 : 0.97) * (1.0 - 4 * CALIBRATION_SHARE);

  gw_engine_annealing_init (&search->members[0].chain.annealing, search->unit * heat,
                            search->unit * heat, 0);
  rate = gw_engine_budget_measure (&search->budget, burst, burst, CALIBRATION_STEPS, run_chain,
                                   search);
  return gw_engine_budget_count_steps (&search->budget, rate, share);
}

/* Gives every member all vehicles. */
static void
own_everything (GwRoutingSearch *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    {
      GwRoutingMember *member = &search->members[i];

      memset (member->is_mine, 1, (size_t) search->routing->n_vehicles);
      gw_routing_state_claim (member->chain.state, member->is_mine);
    }
}

/* A thread that has a share of the routes takes less time for each step, so then the share is what
 * is measured. */
int64_t
gw_routing_search_find_steps (GwRoutingSearch *search, int32_t n_used)
{
  const GwEngineRouting *routing = search->routing;
  GwRoutingSchedule schedule = gw_routing_schedule_for (
      routing, USUAL_STEPS * (int64_t) routing->n_operations, search->n_members, n_used);
  /* Hot steps are the slow ones, and half of the way is hot. */
  double heat = schedule.start_heat * HOT_SHARE;
  int64_t steps = calibrate (search, heat);

  schedule = gw_routing_schedule_for (routing, steps, search->n_members, n_used);
  if (!schedule.is_split)
    return steps;
  gw_routing_search_split (search);
  steps = calibrate (search, heat);
  own_everything (search);
  return steps;
}

/* The heat of a plan that is being annealed from nothing falls with the steps that are left now, and
 * not with the @before that were; children are short, and stay as they are. */
static void
stretch (GwRoutingSearch *search, GwRoutingMember *member, double before)
{
  GwRoutingSchedule *schedule = &search->schedule;
  GwEngineAnnealing *annealing = &member->chain.annealing;
  double factor = (double) (search->budget.steps - search->done) / before;
  int64_t steps = search->budget.steps - search->done;

  if (member->is_child)
    return;
  if (schedule->pool_size > 0)
    {
      member->rounds_left = (int64_t) ((double) member->rounds_left * factor);
      member->rounds_left = member->rounds_left > 1 ? member->rounds_left : 1;
      steps = member->rounds_left * schedule->round;
    }
  else
    member->rounds_left = (steps + schedule->round - 1) / schedule->round;
  if (!member->is_new)
    gw_engine_annealing_init (annealing, annealing->temperature, search->unit * schedule->end_heat,
                              steps);
}

/* Whether so much of the steps, or of the time, is over that the clock is looked at again. */
static bool
is_time_to_look (const GwRoutingSearch *search)
{
  const GwEngineBudget *budget = &search->budget;
  const GwEnginePace *pace = &budget->pace;

  return budget->has_seconds && (pace->deadline - gw_engine_budget_now (budget) <=
                                     LOOK_AT * (pace->deadline - pace->looked) ||
                                 (double) (budget->steps - search->done) <=
                                     LOOK_AT * (double) (budget->steps - pace->looked_step));
}

void
gw_routing_search_replan (GwRoutingSearch *search)
{
  GwRoutingSchedule *schedule = &search->schedule;
  double before = (double) (search->budget.steps - search->done), rounds;

  if (schedule->breeds ||
      !gw_engine_budget_replan (&search->budget, search->done, is_time_to_look (search)))
    return;
  rounds = (double) schedule->grow_rounds * (double) (search->budget.steps - search->done) / before;
  schedule->grow_rounds = rounds < 1 ? 1 : (int64_t) rounds;
  for (int32_t i = 0; i < search->n_members; i++)
    stretch (search, &search->members[i], before);
}
