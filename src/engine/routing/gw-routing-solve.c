/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search for routes as a whole: the team's rounds, the pool, the exchange, the budget. Each
 * member of the team has a chain and a task: to grow a plan from nothing, or to improve a child.
 * Tasks are handed out and brought home at the meetings.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-team.h"
#include "gw-routing-chain.h"
#include "gw-routing-cross.h"
#include "gw-routing-pool.h"
#include "gw-routing-result.h"
#include "gw-routing-schedule.h"
#include "gw-routing-split.h"

/* The part of a budget of seconds that each half of a calibration takes, and a burst of it. */
#define CALIBRATION_SHARE 0.015
#define CALIBRATION_STEPS 100
/* Steps for each operation that tell the usual heat. */
#define USUAL_STEPS 4000
/* Calibration is done at this share of the start heat. */
#define HOT_SHARE 0.5
/* Seconds may be exceeded by so much before the search stops short of its steps. */
#define SECONDS_SLACK 1.02
/* Steps for each operation that make the first plan. */
#define FIRST_STEPS 2
/* A pool begins anew after so many children for each of its plans that did not come in. */
#define PATIENCE 12

/* One member of the team. */
typedef struct
{
  GwRoutingChain chain;
  GwRoutingPlan plan;  /* what to begin the task with */
  int64_t rounds_left; /* of the task */
  bool is_new;         /* the task begins */
  bool is_child;
  int64_t cost_at_first; /* of the state when this round began */
  uint8_t *is_mine;      /* [vehicle], when routes are split */
} Member;

typedef struct
{
  const GwEngineRouting *routing;
  const GwEngineRoutingOptions *options;
  GwRoutingSchedule schedule;
  GwEngineArena arena;
  int32_t n_members;
  Member members[GW_ENGINE_TEAM_MAX];
  GwRoutingPool pool;
  GwRoutingCross cross;
  GwRoutingPlan best, empty, merged, merged_best;
  GwEngineRandom random; /* of the meetings */
  double unit;           /* mean cost of serving one operation at first */
  int64_t last_step, done;
  double deadline; /* or 0 */
  int32_t n_grown, n_refused;
  int32_t *member_of, *order; /* [vehicle] */
  int64_t *keys;
  bool was_cancelled;
} Search;

static int64_t
steps_of_round (const Search *search)
{
  int64_t left = search->last_step - search->done;

  return left < search->schedule.round ? left : search->schedule.round;
}

/* Begins a member's task. */
static void
begin_task (Search *search, Member *member)
{
  const GwRoutingSchedule *schedule = &search->schedule;
  double start = member->is_child ? schedule->child_heat : schedule->start_heat;

  gw_routing_chain_set (&member->chain, &member->plan, true);
  member->chain.core->fill (&member->chain);
  gw_engine_annealing_init (&member->chain.annealing, search->unit * start,
                            search->unit * schedule->end_heat,
                            member->rounds_left * schedule->round);
  member->is_new = false;
}

static void
work (void *data, int32_t number, int32_t round)
{
  Search *search = data;
  Member *member = &search->members[number];
  GwRoutingChain *chain = &member->chain;

  (void) round;
  if (member->is_new)
    begin_task (search, member);
  member->cost_at_first = gw_routing_chain_cost (chain);
  chain->core->run (chain, steps_of_round (search), search->options->cancel);
}

static void
note_best (Search *search, const GwRoutingPlan *plan)
{
  if (plan->cost < search->best.cost)
    gw_routing_plan_copy (search->routing, &search->best, plan);
}

/* Hands out the next task. */
static void
assign (Search *search, Member *member)
{
  const GwRoutingPlan *first, *second;

  member->is_new = true;
  member->is_child = false;
  member->rounds_left = search->schedule.grow_rounds;
  gw_routing_plan_copy (search->routing, &member->plan, &search->empty);
  if (search->schedule.pool_size == 0)
    gw_routing_plan_copy (search->routing, &member->plan, &search->best);
  if (search->n_grown < search->schedule.pool_size)
    {
      search->n_grown++;
      return;
    }
  gw_routing_pool_choose (&search->pool, &search->random, &first, &second);
  if (first == NULL)
    return;
  member->is_child = true;
  member->rounds_left = search->schedule.child_rounds;
  gw_routing_cross (&search->cross, search->routing, first, second, &member->plan, &search->random);
}

/* The pool has nothing new to give: all but the best begin anew. */
static void
renew_pool (Search *search)
{
  search->pool.n_plans = 0;
  gw_routing_pool_offer (&search->pool, &search->best);
  search->n_grown = 1;
  search->n_refused = 0;
}

static void
bring_home (Search *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    {
      Member *member = &search->members[i];

      note_best (search, &member->chain.best);
      if (--member->rounds_left > 0)
        continue;
      if (gw_routing_pool_offer (&search->pool, &member->chain.best))
        search->n_refused = 0;
      else
        search->n_refused += member->is_child;
      if (search->n_refused > PATIENCE * search->schedule.pool_size)
        renew_pool (search);
      assign (search, member);
    }
}

/* Gives every member the routes of all, and vehicles of its own. */
static void
split (Search *search)
{
  gw_routing_split (search->routing, &search->merged, search->n_members, &search->random,
                    search->member_of, search->keys, search->order);
  for (int32_t i = 0; i < search->n_members; i++)
    {
      Member *member = &search->members[i];

      for (int32_t v = 0; v < search->routing->n_vehicles; v++)
        member->is_mine[v] = search->member_of[v] == i;
      gw_routing_chain_set (&member->chain, &search->merged, i == 0);
      gw_routing_state_claim (member->chain.state, member->is_mine);
    }
}

/* Puts together what the members did with their shares: where they are, and their bests. */
static void
merge (Search *search)
{
  const GwRoutingPlan *plans[GW_ENGINE_TEAM_MAX], *bests[GW_ENGINE_TEAM_MAX];
  int64_t cost = search->merged.cost, best = cost;

  for (int32_t i = 0; i < search->n_members; i++)
    {
      Member *member = &search->members[i];

      gw_routing_chain_get (&member->chain, &member->plan);
      cost += member->plan.cost - member->cost_at_first;
      best += member->chain.best.cost - member->cost_at_first;
      plans[i] = &member->plan;
      bests[i] = &member->chain.best;
    }
  gw_routing_plan_gather (search->routing, &search->merged, plans, search->member_of);
  search->merged.cost = cost;
  gw_routing_plan_gather (search->routing, &search->merged_best, bests, search->member_of);
  search->merged_best.cost = best;
  note_best (search, &search->merged_best);
}

static void
tell_progress (const Search *search)
{
  const GwEngineRoutingOptions *options = search->options;
  const GwRoutingPlan *best = &search->best;
  int32_t n_unserved = search->routing->n_operations - best->first[search->routing->n_vehicles];

  if (options->progress != NULL)
    options->progress (n_unserved, best->cost - n_unserved * search->members[0].chain.absence_cost,
                       search->done, options->progress_data);
}

static bool
is_cancelled (const GwEngineRoutingOptions *options)
{
  return options->cancel != NULL && atomic_load (options->cancel) != 0;
}

static bool
confer (void *data, int32_t round)
{
  Search *search = data;
  const GwEngineRoutingOptions *options = search->options;

  (void) round;
  search->done += steps_of_round (search);
  if (search->schedule.is_split)
    {
      merge (search);
      split (search);
    }
  else
    bring_home (search);
  tell_progress (search);
  search->was_cancelled = is_cancelled (options);
  if (search->was_cancelled || search->done >= search->last_step)
    return false;
  return search->deadline <= 0 || options->clock (options->clock_data) <= search->deadline;
}

/* Measures on the first chain how many steps the budget is worth at @heat. */
static int64_t
calibrate (Search *search, double heat)
{
  const GwEngineRoutingOptions *options = search->options;
  GwRoutingChain *chain = &search->members[0].chain;
  double begin = options->clock (options->clock_data), now = begin, rate;
  double burst = options->seconds * CALIBRATION_SHARE;
  int64_t steps = 0;

  gw_engine_annealing_init (&chain->annealing, search->unit * heat, search->unit * heat, 0);
  /* Until the plan has taken on the heat, steps tell nothing. */
  while (now - begin < burst && !is_cancelled (options))
    {
      chain->core->run (chain, CALIBRATION_STEPS, options->cancel);
      now = options->clock (options->clock_data);
    }
  begin = now;
  while (steps == 0 || (now - begin < burst && !is_cancelled (options)))
    {
      chain->core->run (chain, CALIBRATION_STEPS, options->cancel);
      steps += CALIBRATION_STEPS;
      now = options->clock (options->clock_data);
    }
  rate = (double) steps / (now - begin > 1e-6 ? now - begin : 1e-6);
  /* Threads share caches and memory. */
  rate *= search->n_members > 1 ? 0.9 : 0.97;
  rate *= options->seconds * (1.0 - 4 * CALIBRATION_SHARE);
  return rate < 1.0 ? 1 : rate > 1e15 ? (int64_t) 1e15 : (int64_t) rate;
}

/* Gives every member all vehicles. */
static void
own_everything (Search *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    {
      Member *member = &search->members[i];

      memset (member->is_mine, 1, (size_t) search->routing->n_vehicles);
      gw_routing_state_claim (member->chain.state, member->is_mine);
    }
}

/* Turns the budget of seconds into steps. A thread that has a share of the routes takes less time
 * for each step, so then the share is what is measured. Everything that this changes is set anew
 * afterwards. */
static int64_t
find_steps (Search *search, int32_t n_used)
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
  split (search);
  steps = calibrate (search, heat);
  own_everything (search);
  return steps;
}

static bool
init_member (Search *search, int32_t number)
{
  Member *member = &search->members[number];

  if (!gw_routing_chain_init (&member->chain, search->routing, search->options->seed,
                              (uint64_t) number))
    return false;
  member->plan = gw_routing_plan_new (search->routing, &search->arena);
  member->is_mine = GW_ENGINE_NEW (&search->arena, uint8_t, search->routing->n_vehicles);
  return true;
}

static bool
init (Search *search)
{
  const GwEngineRouting *routing = search->routing;
  GwEngineArena *arena = &search->arena;

  search->best = gw_routing_plan_new (routing, arena);
  search->empty = gw_routing_plan_new (routing, arena);
  search->merged = gw_routing_plan_new (routing, arena);
  search->merged_best = gw_routing_plan_new (routing, arena);
  search->cross = gw_routing_cross_new (routing, arena);
  search->member_of = GW_ENGINE_NEW (arena, int32_t, routing->n_vehicles);
  search->order = GW_ENGINE_NEW (arena, int32_t, routing->n_vehicles);
  search->keys = GW_ENGINE_NEW (arena, int64_t, routing->n_vehicles);
  search->n_members = gw_engine_team_size (search->options->threads);
  /* A stream that no member has. */
  gw_engine_random_init (&search->random, search->options->seed, GW_ENGINE_TEAM_MAX);
  for (int32_t i = 0; i < search->n_members; i++)
    if (!init_member (search, i))
      return false;
  return !arena->has_failed;
}

/* A first plan, by which the budget and the schedule are made. */
static bool
prepare (Search *search, double begin)
{
  const GwEngineRoutingOptions *options = search->options;
  GwRoutingChain *chain = &search->members[0].chain;
  int32_t n = search->routing->n_operations;
  int64_t steps = options->steps;
  int32_t n_used;

  chain->core->fill (chain);
  gw_engine_annealing_init (&chain->annealing, 1, 1, 0);
  chain->core->run (chain, FIRST_STEPS * (int64_t) n, options->cancel);
  search->unit = (double) gw_routing_cost (chain->state) / (n > 0 ? n : 1);
  search->unit = search->unit > 0 ? search->unit : 1;
  note_best (search, &chain->best);
  gw_routing_plan_copy (search->routing, &search->merged, &search->best);
  /* Calibration goes on with this state for as long as the machine takes. */
  n_used = chain->state->n_used;
  if (steps <= 0 && options->clock != NULL && options->seconds > 0)
    {
      steps = find_steps (search, n_used);
      search->deadline = begin + options->seconds * SECONDS_SLACK;
    }
  steps = steps > 0 ? steps : 1;
  search->schedule = gw_routing_schedule_for (search->routing, steps, search->n_members, n_used);
  search->last_step = options->stop_after > 0 && options->stop_after < steps ? options->stop_after
                                                                             : steps;
  if (!gw_routing_pool_init (&search->pool, search->routing,
                             search->schedule.pool_size > 0 ? search->schedule.pool_size
                                                            : search->n_members))
    return false;
  /* Whatever calibration drew, the search draws the same. */
  gw_engine_random_init (&chain->state->random, options->seed, 0);
  gw_engine_random_init (&search->random, options->seed, GW_ENGINE_TEAM_MAX);
  if (search->schedule.is_split)
    {
      for (int32_t i = 0; i < search->n_members; i++)
        gw_engine_annealing_init (&search->members[i].chain.annealing,
                                  search->unit * search->schedule.start_heat,
                                  search->unit * search->schedule.end_heat, steps);
      split (search);
    }
  else
    for (int32_t i = 0; i < search->n_members; i++)
      assign (search, &search->members[i]);
  return true;
}

static void
clear (Search *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    gw_routing_chain_clear (&search->members[i].chain);
  gw_routing_pool_clear (&search->pool);
  gw_engine_arena_clear (&search->arena);
  free (search);
}

GwEngineRoutes *
gw_engine_routing_solve (const GwEngineRouting *routing, const GwEngineRoutingOptions *options,
                         GwEngineRoutingResult *result)
{
  Search *search = calloc (1, sizeof *search);
  double begin = options->clock != NULL ? options->clock (options->clock_data) : 0;
  GwEngineRoutes *routes = NULL;
  GwEngineTeam team;

  *result = (GwEngineRoutingResult){ 0 };
  if (search == NULL)
    return NULL;
  search->routing = routing;
  search->options = options;
  if (init (search) && prepare (search, begin))
    {
      team = (GwEngineTeam){ search->n_members, work, confer, search };
      if (gw_engine_team_run (&team))
        routes = gw_routing_routes_new (&search->members[0].chain, &search->best);
      result->steps_planned = search->schedule.steps;
      result->steps_done = search->done;
      result->was_cancelled = search->was_cancelled;
      for (int32_t i = 0; i < search->n_members; i++)
        result->evaluations += search->members[i].chain.state->n_evaluations;
    }
  clear (search);
  return routes;
}
