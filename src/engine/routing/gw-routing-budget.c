/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A budget of seconds as a number of steps, and another number when the machine's pace changes.
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

void
gw_routing_search_set_steps (GwRoutingSearch *search, int64_t steps)
{
  search->steps = search->last_step = steps;
  if (search->options->stop_after > 0 && search->options->stop_after < steps)
    search->last_step = search->options->stop_after;
}

/* The heat of a plan that is being annealed from nothing falls with the steps that are left now, and
 * not with the @before that were; children are short, and stay as they are. */
static void
stretch (GwRoutingSearch *search, GwRoutingMember *member, double before)
{
  GwRoutingSchedule *schedule = &search->schedule;
  GwEngineAnnealing *annealing = &member->chain.annealing;
  double factor = (double) (search->steps - search->done) / before;
  int64_t steps = search->steps - search->done;

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
    gw_engine_annealing_init (annealing, annealing->temperature,
                              search->unit * schedule->end_heat, steps);
}

static void
replan (GwRoutingSearch *search, int64_t steps)
{
  GwEngineRoutingResult *result = search->result;
  GwRoutingSchedule *schedule = &search->schedule;
  double before = (double) (search->steps - search->done), rounds;

  if (result->n_replans == GW_ENGINE_REPLANS || steps == search->steps || steps <= search->done ||
      before < 1)
    return;
  result->replans[result->n_replans++] = (GwEngineReplan){ search->done, steps };
  gw_routing_search_set_steps (search, steps);
  rounds = (double) schedule->grow_rounds * (double) (steps - search->done) / before;
  schedule->grow_rounds = rounds < 1 ? 1 : (int64_t) rounds;
  for (int32_t i = 0; i < search->n_members; i++)
    stretch (search, &search->members[i], before);
}

void
gw_routing_search_look_at_clock (GwRoutingSearch *search, double now)
{
  const GwEngineRoutingOptions *options = search->options;
  const GwEnginePace *pace = &search->pace;
  int32_t n = search->result->n_replans;

  if (search->schedule.breeds)
    return;
  if (n < options->n_replans && options->replans[n].at == search->done)
    replan (search, options->replans[n].steps);
  if (pace->deadline <= 0 || n == GW_ENGINE_REPLANS ||
      (pace->deadline - now > LOOK_AT * (pace->deadline - pace->looked) &&
       (double) (search->steps - search->done) >
           LOOK_AT * (double) (search->steps - pace->looked_step)))
    return;
  replan (search, gw_engine_pace_look (&search->pace, now, search->done, search->steps));
}
