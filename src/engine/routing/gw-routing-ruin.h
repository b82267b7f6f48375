/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the search asks about routes when it ruins: see gw-engine-lns-ruin.h. Included by the search core
 * only.
 */
#pragma once

#include "gw-engine-lns-ruin.h"
#include "gw-routing-linked.h"
#include "gw-routing-windows.h"

/* Mean number of operations taken out, the longest string, and how often in a hundred what is spared
 * inside grows: as published. */
#define GW_ROUTING_MEAN_REMOVED 10
#define GW_ROUTING_LONGEST_STRING 10
#define GW_ROUTING_SPARE_GROWTH 1

/* Marks @o, and its partner, and lists them. A partner in a route of somebody else's stays, and so
 * does @o. */
static GW_ROUTING_INLINE void
gw_routing_mark (GwRoutingState *state, int32_t o)
{
  int32_t partner = gw_routing_traits.is_linked ? state->routing->partner[o] : GW_ROUTING_NONE;

  if (state->is_marked[o] || state->n_removed > GW_ROUTING_MOST_REMOVED - 4)
    return;
  if (partner >= 0 && state->route_of[partner] >= 0 && !state->is_mine[state->route_of[partner]])
    return;
  state->is_marked[o] = 1;
  state->removed[state->n_removed++] = o;
  if (partner >= 0 && state->route_of[partner] >= 0)
    {
      gw_routing_state_touch (state, state->route_of[partner]);
      state->is_marked[partner] = 1;
      state->removed[state->n_removed++] = partner;
    }
}

/* Now and then what is not served; of what is, rather mine. */
static inline int32_t
gw_lns_choose_seed (GwLnsState *state)
{
  int32_t n = state->routing->n_operations, seed = gw_engine_random_below (&state->random, n);

  if (state->n_absent > 0 && (gw_engine_random_next (&state->random) >> 63) != 0)
    seed = state->absent[gw_engine_random_below (&state->random, state->n_absent)];
  for (int32_t i = 0; i < 8 && state->route_of[seed] >= 0 && !state->is_mine[state->route_of[seed]];
       i++)
    seed = gw_engine_random_below (&state->random, n);
  return seed;
}

/* As many for each. */
static inline const int32_t *
gw_lns_near (const GwLnsState *state, int32_t seed, int32_t *n)
{
  *n = state->routing->n_near;
  return state->routing->near + (int64_t) seed * state->routing->n_near;
}

/* As long as the mean of the routes, and two at least: what is in two short routes may belong into
 * one. */
static inline GwLnsStrings
gw_lns_strings (const GwLnsState *state)
{
  int32_t n_served = state->routing->n_operations - state->n_absent;
  int32_t mean = state->n_used > 0 ? n_served / state->n_used : 1;
  int32_t longest = gw_engine_max (gw_engine_min (mean, GW_ROUTING_LONGEST_STRING), 2);

  return (GwLnsStrings){ GW_ROUTING_MEAN_REMOVED, longest, longest, GW_ROUTING_SPARE_GROWTH };
}

/* The vehicle, or NONE. */
static inline int32_t
gw_lns_run_of (const GwLnsState *state, int32_t o)
{
  return state->route_of[o];
}

/* Not for what goes already, as the partner of something. */
static inline bool
gw_lns_may_open (const GwLnsState *state, int32_t v, int32_t o)
{
  return state->is_mine[v] && !state->is_marked[o];
}

/* All vehicles are strangers. */
static inline int32_t
gw_lns_choose_second (GwLnsState *state, int32_t seed)
{
  return GW_ROUTING_NONE;
}

/* The route is remembered as it was. Its ends are no items. */
static inline int32_t
gw_lns_open (GwLnsState *state, int32_t v)
{
  gw_routing_state_touch (state, v);
  return state->n_stops[v] - 2;
}

/* The route is that of @o. */
static inline int32_t
gw_lns_find_item (const GwLnsState *state, int32_t v, int32_t o)
{
  return state->slot_of[o] - 1;
}

/* With its partner. */
static inline void
gw_lns_collect (GwLnsState *state, int32_t v, int32_t i)
{
  gw_routing_mark (state, gw_routing_stops (state, v)[i + 1].node);
}

/* Takes out what is marked. Returns false when what stays does not fit. */
static GW_ROUTING_INLINE bool
gw_routing_take_out (GwRoutingState *state)
{
  bool fits = true;

  if (gw_routing_traits.is_linked)
    fits = gw_routing_linked_remove (state);
  for (int32_t i = 0; i < state->n_saved && !gw_routing_traits.is_linked; i++)
    fits = gw_routing_windows_remove (state, state->saved[i].vehicle) && fits;
  for (int32_t i = 0; i < state->n_removed; i++)
    state->is_marked[state->removed[i]] = 0;
  return fits;
}
