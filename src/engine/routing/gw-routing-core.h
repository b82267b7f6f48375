/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes as families of the search: what it asks about a step (see gw-engine-lns.h), and the instantiation
 * of all of it. Whoever includes this has said what the family has, as gw_routing_traits.
 */
#pragma once

#include "gw-routing-chain.h"

typedef GwRoutingState GwLnsState;
typedef GwRoutingChain GwLnsChain;

#include "gw-engine-lns.h"
#include "gw-routing-recreate.h"
#include "gw-routing-ruin.h"

/* Steps between two looks at the cancel flag. */
#define GW_ROUTING_CANCEL_EVERY 64

/* What is not served costs more than any routes. */
static inline int64_t
gw_lns_cost (const GwLnsChain *chain)
{
  return gw_routing_chain_cost (chain);
}

/* A limit is of no use: costs are read off at the end. */
static inline void
gw_lns_begin (GwLnsChain *chain, int64_t limit)
{
  gw_routing_state_begin (chain->state);
}

/* There may be nothing of mine near the seed. */
static inline bool
gw_lns_ruin (GwLnsChain *chain)
{
  GwRoutingState *state = chain->state;

  gw_lns_collect_strings (state);
  return state->n_removed + state->n_absent > 0 && gw_routing_take_out (state);
}

/* Puts back what went, and what was not served. */
static inline bool
gw_lns_recreate (GwLnsChain *chain, int32_t n_old)
{
  return gw_lns_place_all (chain->state, n_old);
}

/* Costs say all. */
static inline bool
gw_lns_eases (const GwLnsChain *chain)
{
  return false;
}

/* The best is the cheapest. */
static inline void
gw_lns_keep (GwLnsChain *chain)
{
  gw_routing_state_keep (chain->state);
  if (gw_lns_cost (chain) < chain->best.cost)
    gw_routing_chain_get (chain, &chain->best);
}

/* Routes come back with their versions, and with all that is remembered under them. */
static inline void
gw_lns_undo (GwLnsChain *chain)
{
  gw_routing_state_undo (chain->state);
}

/* There is nothing to count. */
static inline void
gw_lns_end (GwLnsChain *chain)
{
}

/* Many steps; looks at the cancel flag now and then. */
static inline void
gw_routing_run (GwRoutingChain *chain, int64_t steps, const atomic_int *cancel)
{
  if (chain->state->routing->n_operations > 0)
    gw_lns_run (chain, steps, cancel, GW_ROUTING_CANCEL_EVERY);
}

/* Tries to place what is absent, many at a time. */
static inline void
gw_routing_fill (GwRoutingChain *chain)
{
  GwRoutingState *state = chain->state;

  for (int32_t left = state->n_absent; left > 0; left -= GW_ROUTING_MOST_REMOVED)
    {
      gw_routing_state_begin (state);
      gw_lns_place_all (state, state->n_absent);
      gw_routing_state_keep (state);
    }
  gw_routing_chain_get (chain, &chain->best);
}

/* The times of all routes. Returns false when none fit. */
static GW_ROUTING_INLINE bool
gw_routing_retime (GwRoutingState *state)
{
  bool fits = true;

  if (gw_routing_traits.is_linked)
    {
      gw_routing_state_begin (state);
      fits = gw_routing_linked_retime (state);
      gw_routing_state_keep (state);
      return fits;
    }
  for (int32_t v = 0; v < state->routing->n_vehicles; v++)
    {
      GwRoutingStop *stops = gw_routing_stops (state, v);

      gw_routing_windows_forward (state, stops, state->n_stops[v], 1);
      gw_routing_windows_backward (state, stops, state->n_stops[v] - 2);
      fits = fits && gw_routing_windows_fit (state, v);
    }
  return fits;
}

/* Instantiates the core as @name. */
#define GW_ROUTING_DEFINE_CORE(name) \
  const GwRoutingCore name = { gw_routing_run, gw_routing_fill, gw_routing_retime }
