/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-brood.h.
 */
#include "gw-routing-brood.h"

#include <string.h>

/* So many prices of the local search take about the time of a step of the annealing. */
#define EVALUATIONS_OF_STEP 200
/* One child in so many is annealed as well, if it keeps the rules. */
#define ANNEAL_ONE_IN 20
/* One child in so many is searched thoroughly. */
#define THOROUGH_ONE_IN 7
/* Prices are so many times as high when a child that breaks rules is to be repaired. */
#define REPAIR_FACTOR 10

bool
gw_routing_brood_init (GwRoutingBrood *brood, const GwEngineRouting *routing, uint64_t seed,
                       uint64_t stream)
{
  *brood = (GwRoutingBrood){ .routing = routing };
  brood->local = gw_routing_local_new (routing, seed, stream);
  brood->cross = gw_routing_cross_new (routing, &brood->arena);
  brood->crossed = gw_routing_plan_new (routing, &brood->arena);
  for (int32_t i = 0; i < GW_ROUTING_BROOD_MOST; i++)
    brood->children[i].plan = gw_routing_plan_new (routing, &brood->arena);
  return brood->local != NULL && !brood->arena.has_failed;
}

void
gw_routing_brood_clear (GwRoutingBrood *brood)
{
  gw_routing_local_free (brood->local);
  gw_engine_arena_clear (&brood->arena);
}

static bool
is_sound (GwRoutingBreach breach)
{
  return breach.overload == 0 && breach.warp == 0;
}

/* Anneals the last child, which keeps the rules, from low heat; what comes out is a child more. */
static void
anneal (GwRoutingBrood *brood, GwRoutingChain *chain, const GwRoutingBroodPlan *how,
        const atomic_int *cancel)
{
  GwRoutingChild *child = &brood->children[brood->n_children];

  gw_routing_chain_set (chain, &brood->children[brood->n_children - 1].plan, true);
  gw_engine_annealing_init (&chain->annealing, how->start_heat, how->end_heat, how->steps);
  chain->core->run (chain, how->steps, cancel);
  brood->steps_left -= how->steps;
  gw_routing_plan_copy (brood->routing, &child->plan, &chain->best);
  child->breach = (GwRoutingBreach){ 0, 0 };
  child->is_birth = false;
  brood->n_children++;
}

/* Brings what was conceived downhill; a child that breaks rules is repaired now and then, which
 * makes two. */
static void
search (GwRoutingBrood *brood, GwRoutingPrices prices, const atomic_int *cancel)
{
  GwRoutingLocal *local = brood->local;
  GwRoutingChild *child = &brood->children[brood->n_children++];
  int64_t before = local->n_evaluations;
  bool is_thorough = gw_engine_random_below (&local->random, THOROUGH_ONE_IN) == 0;

  gw_routing_local_load (local, &brood->crossed, prices);
  gw_routing_local_run (local, is_thorough, cancel);
  child->breach = gw_routing_local_store (local, &child->plan);
  child->is_birth = true;
  if (!is_sound (child->breach) && gw_engine_random_below (&local->random, 2) == 0)
    {
      GwRoutingChild *repaired = &brood->children[brood->n_children];

      prices.load *= REPAIR_FACTOR;
      prices.warp *= REPAIR_FACTOR;
      gw_routing_local_load (local, &child->plan, prices);
      gw_routing_local_run (local, is_thorough, cancel);
      repaired->breach = gw_routing_local_store (local, &repaired->plan);
      repaired->is_birth = false;
      brood->n_children += is_sound (repaired->breach);
    }
  brood->steps_left -= (local->n_evaluations - before) / EVALUATIONS_OF_STEP + 1;
}

/* Writes what the next child begins as: a cross of two, or nothing at all as long as there are few.
 * Returns false when there is nobody to cross. */
static bool
conceive (GwRoutingBrood *brood, const GwRoutingBreed *breed, int32_t n_fresh)
{
  const GwRoutingPlan *first, *second;

  if (breed->n_added < n_fresh)
    {
      memset (brood->crossed.first, 0,
              ((size_t) brood->routing->n_vehicles + 1) * sizeof *brood->crossed.first);
      return true;
    }
  gw_routing_breed_choose (breed, &brood->local->random, &first, &second);
  if (first == NULL)
    return false;
  gw_routing_cross (&brood->cross, brood->routing, first, second, &brood->crossed,
                    &brood->local->random);
  return true;
}

void
gw_routing_brood_work (GwRoutingBrood *brood, const GwRoutingBreed *breed, GwRoutingChain *chain,
                       const GwRoutingBroodPlan *how, int64_t steps, const atomic_int *cancel)
{
  brood->steps_left += steps;
  brood->n_children = 0;
  while (brood->steps_left > 0 && brood->n_children < GW_ROUTING_BROOD_MOST - 2)
    {
      if ((cancel != NULL && atomic_load (cancel) != 0) || !conceive (brood, breed, how->n_fresh))
        return;
      search (brood, breed->prices, cancel);
      if (is_sound (brood->children[brood->n_children - 1].breach) &&
          gw_engine_random_below (&brood->local->random, ANNEAL_ONE_IN) == 0)
        anneal (brood, chain, how, cancel);
    }
}
