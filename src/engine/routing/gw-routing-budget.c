/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A budget of seconds as a number of steps.
 */
#include "gw-routing-search.h"

#include <string.h>

/* The part of a budget of seconds that each half of a calibration takes, and a burst of it. */
#define CALIBRATION_SHARE 0.015
#define CALIBRATION_STEPS 100
/* Steps for each operation that tell the usual heat. */
#define USUAL_STEPS 4000
/* Calibration is done at this share of the start heat. */
#define HOT_SHARE 0.5

/* Measures on the first chain how many steps the budget is worth at @heat. */
static int64_t
calibrate (GwRoutingSearch *search, double heat)
{
  const GwEngineRoutingOptions *options = search->options;
  GwRoutingChain *chain = &search->members[0].chain;
  double begin = options->clock (options->clock_data), now = begin, rate;
  double burst = options->seconds * CALIBRATION_SHARE;
  int64_t steps = 0;

  gw_engine_annealing_init (&chain->annealing, search->unit * heat, search->unit * heat, 0);
  /* Until the plan has taken on the heat, steps tell nothing. */
  while (now - begin < burst && !gw_routing_search_is_cancelled (search))
    {
      chain->core->run (chain, CALIBRATION_STEPS, options->cancel);
      now = options->clock (options->clock_data);
    }
  begin = now;
  while (steps == 0 || (now - begin < burst && !gw_routing_search_is_cancelled (search)))
    {
      chain->core->run (chain, CALIBRATION_STEPS, options->cancel);
      steps += CALIBRATION_STEPS;
      now = options->clock (options->clock_data);
    }
  /* A cancelled chain returns at once, which tells nothing. */
  if (gw_routing_search_is_cancelled (search))
    return 1;
  rate = (double) steps / (now - begin > 1e-6 ? now - begin : 1e-6);
  /* Threads share caches and memory. */
  rate *= search->n_members > 1 ? 0.9 : 0.97;
  rate *= options->seconds * (1.0 - 4 * CALIBRATION_SHARE);
  return rate < 1.0 ? 1 : rate > 1e15 ? (int64_t) 1e15 : (int64_t) rate;
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
