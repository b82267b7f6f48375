/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search for routes as a whole: the team's rounds, the pool, the exchange, the budget. Each
 * member of the team has a chain and a task: to grow a plan from nothing, or to improve a child.
 * Tasks are handed out and brought home at the meetings.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-routing-result.h"
#include "gw-routing-search.h"
#include "gw-routing-split.h"

/* Steps for each operation that make the first plan. */
#define FIRST_STEPS 2
/* A pool begins anew after so many children for each of its plans that did not come in. */
#define PATIENCE 12
/* A population does after so many children for each operation that were not better than the best. */
#define BREED_PATIENCE 40
/* Children are made until the time is up, so more steps than the budget is worth are planned. */
#define BREED_STEPS 2
/* And the time is up a meeting before it is. */
#define BREED_SECONDS 0.99

static int64_t
steps_of_round (const GwRoutingSearch *search)
{
  int64_t left = search->budget.last_step - search->done;

  return left < search->schedule.round ? left : search->schedule.round;
}

/* Begins a member's task. */
static void
begin_task (GwRoutingSearch *search, GwRoutingMember *member)
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

/* Makes children until the meeting. */
static void
breed (GwRoutingSearch *search, GwRoutingMember *member)
{
  const GwRoutingSchedule *schedule = &search->schedule;
  GwRoutingBroodPlan how = { schedule->n_fresh, search->unit * schedule->child_heat,
                             search->unit * schedule->end_heat, schedule->child_steps };

  gw_routing_brood_work (&member->brood, &search->breed, &member->chain, &how,
                         steps_of_round (search), search->options->cancel);
}

static void
work (void *data, int32_t number, int32_t round)
{
  GwRoutingSearch *search = data;
  GwRoutingMember *member = &search->members[number];
  GwRoutingChain *chain = &member->chain;

  (void) round;
  if (member->is_breeding)
    {
      breed (search, member);
      return;
    }
  if (member->is_new)
    begin_task (search, member);
  member->cost_at_first = gw_routing_chain_cost (chain);
  chain->core->run (chain, steps_of_round (search), search->options->cancel);
}

/* Whether @plan serves everything. */
static bool
is_complete (const GwRoutingSearch *search, const GwRoutingPlan *plan)
{
  return plan->first[search->routing->n_vehicles] == search->routing->n_operations;
}

static void
note_best (GwRoutingSearch *search, const GwRoutingPlan *plan)
{
  if (plan->cost < search->best.cost)
    gw_routing_plan_copy (search->routing, &search->best, plan);
}

/* Rounds for a plan that shall serve all when none does: half of those that are planned to come. Not of
 * those until the search stops, or one that time ended could not be repeated. */
static int64_t
rounds_to_complete (const GwRoutingSearch *search)
{
  int64_t left = search->budget.steps - search->done;

  return left > 0 ? left / search->schedule.round / 2 : 0;
}

/* Hands out the next task. */
static void
assign (GwRoutingSearch *search, GwRoutingMember *member)
{
  const GwRoutingPlan *first, *second;

  member->is_new = true;
  member->is_child = member->is_breeding = false;
  member->rounds_left = search->schedule.grow_rounds;
  gw_routing_plan_copy (search->routing, &member->plan, &search->empty);
  if (search->schedule.pool_size == 0)
    gw_routing_plan_copy (search->routing, &member->plan, &search->best);
  if (search->n_grown < search->schedule.pool_size)
    {
      search->n_grown++;
      return;
    }
  if (search->schedule.breeds && !is_complete (search, &search->best))
    {
      /* Children always serve all, and would break rules. */
      member->rounds_left += rounds_to_complete (search);
      return;
    }
  if (search->schedule.breeds)
    {
      member->is_new = false;
      member->is_breeding = true;
      return;
    }
  gw_routing_pool_choose (&search->pool, &search->random, &first, &second);
  if (first == NULL)
    return;
  member->is_child = true;
  member->rounds_left = search->schedule.child_rounds;
  gw_routing_cross (&search->cross, search->routing, first, second, &member->plan, &search->random);
}

/* The population has nothing new to give: it begins anew, without the best, which is kept apart. */
static void
renew_breed (GwRoutingSearch *search)
{
  gw_routing_breed_restart (&search->breed);
  search->n_grown = search->n_refused = 0;
  for (int32_t i = 0; i < search->n_members; i++)
    assign (search, &search->members[i]);
}

/* The pool has nothing new to give: all but the best begin anew. */
static void
renew_pool (GwRoutingSearch *search)
{
  search->pool.n_plans = 0;
  gw_routing_pool_offer (&search->pool, &search->best);
  search->n_grown = 1;
  search->n_refused = 0;
}

/* Takes the children of @member into the population. */
static void
bring_home_children (GwRoutingSearch *search, GwRoutingMember *member)
{
  for (int32_t i = 0; i < member->brood.n_children; i++)
    {
      const GwRoutingChild *child = &member->brood.children[i];
      bool is_sound = child->breach.overload == 0 && child->breach.warp == 0;

      search->n_refused = is_sound && child->plan.cost < search->best.cost ? 0
                                                                           : search->n_refused + 1;
      if (is_sound)
        note_best (search, &child->plan);
      gw_routing_breed_add (&search->breed, &child->plan, child->breach);
      if (child->is_birth)
        gw_routing_breed_note_birth (&search->breed, child->breach);
    }
}

/* Takes the plan that @member has grown into the pool or the population. */
static void
bring_home_plan (GwRoutingSearch *search, GwRoutingMember *member)
{
  const GwRoutingPlan *plan = &member->chain.best;

  if (!search->schedule.breeds)
    {
      if (gw_routing_pool_offer (&search->pool, plan))
        search->n_refused = 0;
      else
        search->n_refused += member->is_child;
      if (search->n_refused > PATIENCE * search->schedule.pool_size)
        renew_pool (search);
    }
  else if (is_complete (search, plan))
    gw_routing_breed_add (&search->breed, plan, (GwRoutingBreach){ 0, 0 });
}

static void
bring_home (GwRoutingSearch *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    {
      GwRoutingMember *member = &search->members[i];

      if (member->is_breeding)
        {
          bring_home_children (search, member);
          continue;
        }
      note_best (search, &member->chain.best);
      if (--member->rounds_left > 0)
        continue;
      bring_home_plan (search, member);
      assign (search, member);
    }
  if (search->schedule.breeds &&
      search->n_refused > BREED_PATIENCE * (int64_t) search->routing->n_operations)
    renew_breed (search);
}

void
gw_routing_search_split (GwRoutingSearch *search)
{
  gw_routing_split (search->routing, &search->merged, search->n_members, &search->random,
                    search->member_of, search->keys, search->order);
  for (int32_t i = 0; i < search->n_members; i++)
    {
      GwRoutingMember *member = &search->members[i];

      for (int32_t v = 0; v < search->routing->n_vehicles; v++)
        member->is_mine[v] = search->member_of[v] == i;
      gw_routing_chain_set (&member->chain, &search->merged, i == 0);
      gw_routing_state_claim (member->chain.state, member->is_mine);
    }
}

/* Puts together what the members did with their shares: where they are, and their bests. */
static void
merge (GwRoutingSearch *search)
{
  const GwRoutingPlan *plans[GW_ENGINE_TEAM_MAX], *bests[GW_ENGINE_TEAM_MAX];
  int64_t cost = search->merged.cost, best = cost;

  for (int32_t i = 0; i < search->n_members; i++)
    {
      GwRoutingMember *member = &search->members[i];

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
tell_progress (const GwRoutingSearch *search)
{
  const GwEngineRoutingOptions *options = search->options;
  const GwRoutingPlan *best = &search->best;
  int32_t n_unserved = search->routing->n_operations - best->first[search->routing->n_vehicles];

  if (options->progress != NULL)
    options->progress (n_unserved, best->cost - n_unserved * search->members[0].chain.absence_cost,
                       search->done, options->progress_data);
}

static bool
confer (void *data, int32_t round)
{
  GwRoutingSearch *search = data;

  (void) round;
  search->was_cancelled = gw_engine_budget_is_cancelled (&search->budget);
  /* What was done of the round of which the flag came counts for the result, but not as steps. */
  search->done += search->was_cancelled ? 0 : steps_of_round (search);
  if (search->schedule.is_split)
    {
      merge (search);
      gw_routing_search_split (search);
    }
  else
    bring_home (search);
  tell_progress (search);
  if (search->was_cancelled || gw_engine_budget_is_over (&search->budget, search->done))
    return false;
  gw_routing_search_replan (search);
  return true;
}

static bool
init_member (GwRoutingSearch *search, int32_t number)
{
  GwRoutingMember *member = &search->members[number];

  if (!gw_routing_chain_init (&member->chain, search->routing, search->options->seed,
                              (uint64_t) number))
    return false;
  member->plan = gw_routing_plan_new (search->routing, &search->arena);
  member->is_mine = GW_ENGINE_NEW (&search->arena, uint8_t, search->routing->n_vehicles);
  return true;
}

static bool
init (GwRoutingSearch *search)
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

/* Only where there is one: the memory of local search grows with operations times vehicles. */
static bool
init_population (GwRoutingSearch *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    if (!gw_routing_brood_init (&search->members[i].brood, search->routing, search->options->seed,
                                GW_ENGINE_TEAM_MAX + 1 + (uint64_t) i))
      return false;
  return gw_routing_breed_init (&search->breed, search->routing);
}

/* Makes a first plan, by which heat, budget and schedule are measured. */
static void
make_first_plan (GwRoutingSearch *search)
{
  GwRoutingChain *chain = &search->members[0].chain;
  int32_t n = search->routing->n_operations;

  chain->core->fill (chain);
  gw_engine_annealing_init (&chain->annealing, 1, 1, 0);
  chain->core->run (chain, FIRST_STEPS * (int64_t) n, search->options->cancel);
  search->unit = (double) gw_routing_cost (chain->state) / (n > 0 ? n : 1);
  search->unit = search->unit > 0 ? search->unit : 1;
  note_best (search, &chain->best);
  gw_routing_plan_copy (search->routing, &search->merged, &search->best);
}

/* Decides how many steps are planned, how they are spent, and when to stop. */
static void
plan_budget (GwRoutingSearch *search)
{
  const GwEngineRoutingOptions *options = search->options;
  GwEngineBudget *budget = &search->budget;
  /* Calibration goes on with the state for as long as the machine takes. */
  int32_t n_used = search->members[0].chain.state->n_used;

  gw_engine_budget_plan (budget, budget->has_seconds ? gw_routing_search_find_steps (search, n_used)
                                                     : options->steps);
  search->schedule = gw_routing_schedule_for (search->routing, budget->steps, search->n_members,
                                              n_used);
  if (!search->schedule.breeds)
    return;
  if (budget->has_seconds)
    {
      budget->deadline = budget->begin + options->seconds * BREED_SECONDS;
      budget->last_step = budget->steps * BREED_STEPS;
    }
  if (options->stop_after > 0)
    budget->last_step = options->stop_after;
}

/* Makes what the schedule asks for beside the chains. Returns false without memory. */
static bool
init_for_schedule (GwRoutingSearch *search)
{
  int32_t size = search->schedule.pool_size > 0 ? search->schedule.pool_size : search->n_members;

  return gw_routing_pool_init (&search->pool, search->routing, size) &&
         (!search->schedule.breeds || init_population (search));
}

/* Gives every member what to begin with. Whatever calibration drew, the search draws the same. */
static void
begin_search (GwRoutingSearch *search)
{
  const GwRoutingSchedule *schedule = &search->schedule;

  gw_engine_random_init (&search->members[0].chain.state->random, search->options->seed, 0);
  gw_engine_random_init (&search->random, search->options->seed, GW_ENGINE_TEAM_MAX);
  for (int32_t i = 0; i < search->n_members; i++)
    if (schedule->is_split)
      gw_engine_annealing_init (&search->members[i].chain.annealing,
                                search->unit * schedule->start_heat,
                                search->unit * schedule->end_heat, schedule->steps);
    else
      assign (search, &search->members[i]);
  if (schedule->is_split)
    gw_routing_search_split (search);
}

/* Everything up to the first round. Returns false without memory. */
static bool
prepare (GwRoutingSearch *search)
{
  make_first_plan (search);
  plan_budget (search);
  if (!init_for_schedule (search))
    return false;
  begin_search (search);
  return true;
}

static int64_t
count_evaluations (const GwRoutingMember *member)
{
  const GwRoutingLocal *local = member->brood.local;

  return member->chain.state->n_evaluations + (local != NULL ? local->n_evaluations : 0);
}

static void
clear (GwRoutingSearch *search)
{
  for (int32_t i = 0; i < search->n_members; i++)
    {
      gw_routing_chain_clear (&search->members[i].chain);
      gw_routing_brood_clear (&search->members[i].brood);
    }
  gw_routing_breed_clear (&search->breed);
  gw_routing_pool_clear (&search->pool);
  gw_engine_arena_clear (&search->arena);
  free (search);
}

GwEngineRoutes *
gw_engine_routing_solve (const GwEngineRouting *routing, const GwEngineRoutingOptions *options,
                         GwEngineRoutingResult *result)
{
  const GwEngineTerms terms = GW_ENGINE_TERMS_OF (options);
  GwRoutingSearch *search = calloc (1, sizeof *search);
  GwEngineRoutes *routes = NULL;
  GwEngineTeam team;

  *result = (GwEngineRoutingResult){ 0 };
  if (search == NULL)
    return NULL;
  search->routing = routing;
  search->options = options;
  gw_engine_budget_begin (&search->budget, &terms);
  if (init (search) && prepare (search))
    {
      team = (GwEngineTeam){ search->n_members, work, confer, search };
      if (gw_engine_team_run (&team))
        routes = gw_routing_routes_new (&search->members[0].chain, &search->best);
      result->steps_planned = search->schedule.steps;
      result->steps_done = search->done;
      result->was_cancelled = search->was_cancelled;
      result->n_replans = search->budget.n_replans;
      memcpy (result->replans, search->budget.replans, sizeof result->replans);
      for (int32_t i = 0; i < search->n_members; i++)
        result->evaluations += count_evaluations (&search->members[i]);
    }
  clear (search);
  return routes;
}
