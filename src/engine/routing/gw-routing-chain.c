/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-chain.h.
 */
#include "gw-routing-chain.h"

#include <string.h>

#include "gw-routing-traits.h"

const GwRoutingCore *
gw_routing_core_for (const GwEngineRouting *routing)
{
  if (routing->is_soft || routing->n_links > 0)
    return &gw_routing_core_linked;
  if (routing->is_symmetric && routing->travel == routing->distance && !routing->has_skills)
    return &gw_routing_core_windows;
  return &gw_routing_core_skilled;
}

bool
gw_routing_chain_init (GwRoutingChain *chain, const GwEngineRouting *routing, uint64_t seed,
                       uint64_t stream)
{
  *chain = (GwRoutingChain){ .annealing = { 0, 1.0 } };
  chain->core = gw_routing_core_for (routing);
  chain->state = gw_routing_state_new (routing);
  if (chain->state == NULL)
    return false;
  chain->best = gw_routing_plan_new (routing, &chain->state->arena);
  if (chain->state->arena.has_failed)
    return false;
  gw_engine_random_init (&chain->state->random, seed, stream);
  for (int32_t o = 0; o < routing->n_operations; o++)
    gw_routing_state_set_absent (chain->state, o);
  chain->absence_cost = routing->dearest;
  return true;
}

void
gw_routing_chain_clear (GwRoutingChain *chain)
{
  gw_routing_state_free (chain->state);
}

static bool
has_route (const GwRoutingState *state, int32_t v, const int32_t *operations, int32_t n)
{
  const GwRoutingStop *stops = gw_routing_stops (state, v);

  if (state->n_stops[v] != n + 2)
    return false;
  for (int32_t i = 0; i < n; i++)
    if (stops[i + 1].node != operations[i])
      return false;
  return true;
}

static void
take_all_absent (GwRoutingState *state)
{
  for (int32_t o = 0; o < state->routing->n_operations; o++)
    if (state->route_of[o] < 0)
      gw_routing_state_set_absent (state, o);
}

static void
empty_all_routes (GwRoutingState *state)
{
  for (int32_t v = 0; v < state->routing->n_vehicles; v++)
    gw_routing_state_empty_route (state, v);
  state->distance = state->tardiness = state->greatest = 0;
}

void
gw_routing_chain_set (GwRoutingChain *chain, const GwRoutingPlan *plan, bool takes_absent)
{
  GwRoutingState *state = chain->state;
  const GwEngineRouting *routing = state->routing;

  while (state->n_absent > 0)
    gw_routing_state_set_present (state, state->absent[state->n_absent - 1]);
  /* Empty first, so that no operation is in two routes. */
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    if (!has_route (state, v, plan->operations + plan->first[v],
                    plan->first[v + 1] - plan->first[v]))
      gw_routing_state_empty_route (state, v);
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    if (state->n_stops[v] == 2)
      for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
        gw_routing_make_room (state, plan->operations[i], v, i - plan->first[v] + 1);
  state->distance = 0;
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    state->distance += state->length[v];
  if (!chain->core->retime (state))
    empty_all_routes (state);
  if (takes_absent)
    take_all_absent (state);
  /* Lists in an order that does not depend on the past. */
  gw_routing_state_claim (state, state->is_mine);
  gw_routing_chain_get (chain, &chain->best);
}

int64_t
gw_routing_chain_cost (const GwRoutingChain *chain)
{
  return gw_routing_cost (chain->state) + chain->state->n_absent * chain->absence_cost;
}

void
gw_routing_chain_get (const GwRoutingChain *chain, GwRoutingPlan *plan)
{
  const GwRoutingState *state = chain->state;
  int32_t count = 0;

  plan->cost = gw_routing_chain_cost (chain);
  for (int32_t v = 0; v < state->routing->n_vehicles; v++)
    {
      const GwRoutingStop *stops = gw_routing_stops (state, v);

      plan->first[v] = count;
      for (int32_t k = 1; k < state->n_stops[v] - 1; k++)
        plan->operations[count++] = stops[k].node;
    }
  plan->first[state->routing->n_vehicles] = count;
}
