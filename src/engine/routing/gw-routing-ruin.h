/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ruining: adjacent strings (Christiaens and Vanden Berghe 2020). From a random seed, the routes
 * of its neighbours lose a string each that contains the neighbour; in every other string a
 * stretch inside is spared. Included by the search core only.
 */
#pragma once

#include "gw-routing-traits.h"

/* Mean number of operations taken out, and the longest string. */

#define GW_ROUTING_MEAN_REMOVED 10
#define GW_ROUTING_LONGEST_STRING 10
/* The most strings of one ruin: 4 * mean / 2. */
#define GW_ROUTING_MOST_STRINGS (2 * GW_ROUTING_MEAN_REMOVED)

/* Marks @o, and its partner, and lists them. A partner in a route of somebody else's stays, and so
 * does @o. */
static GW_ROUTING_INLINE void
gw_routing_mark (GwRoutingState *state, GwRoutingTraits traits, int32_t o)
{
  int32_t partner = traits.is_linked ? state->routing->partner[o] : GW_ROUTING_NONE;

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

/* Marks a string of @length operations of the route of @v around stop @at. */
static GW_ROUTING_INLINE void
gw_routing_mark_string (GwRoutingState *state, GwRoutingTraits traits, int32_t v, int32_t at,
                        int32_t length)
{
  const GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t size = state->n_stops[v] - 2, spared = 0, first, least, most, gap;

  if (length > 1 && length < size && (gw_engine_random_next (&state->random) >> 63) != 0)
    {
      spared = 1;
      while (length + spared < size && gw_engine_random_below (&state->random, 100) == 0)
        spared++;
    }
  length += spared;
  least = at - length + 1 < 1 ? 1 : at - length + 1;
  most = at + length - 1 > size ? size - length + 1 : at;
  first = least + gw_engine_random_below (&state->random, most - least + 1);
  gap = spared > 0 ? first + 1 + gw_engine_random_below (&state->random, length - spared - 1 + 1)
                   : size + 2;
  for (int32_t k = first; k < first + length; k++)
    if (k < gap || k >= gap + spared)
      gw_routing_mark (state, traits, stops[k].node);
}

/* Chooses what goes and takes it out; listed in state->removed. Returns false when nothing of mine
 * can go. */
static GW_ROUTING_INLINE bool
gw_routing_choose (GwRoutingState *state, GwRoutingTraits traits)
{
  const GwEngineRouting *routing = state->routing;
  int32_t n = routing->n_operations, seed = gw_engine_random_below (&state->random, n);
  int32_t n_served = 0, longest, n_strings, mean, ruined[GW_ROUTING_MOST_STRINGS], n_ruined = 0;

  if (state->n_absent > 0 && (gw_engine_random_next (&state->random) >> 63) != 0)
    seed = state->absent[gw_engine_random_below (&state->random, state->n_absent)];
  for (int32_t i = 0; i < 8 && state->route_of[seed] >= 0 && !state->is_mine[state->route_of[seed]];
       i++)
    seed = gw_engine_random_below (&state->random, n);
  n_served = n - state->n_absent;
  mean = state->n_used > 0 ? n_served / state->n_used : 1;
  longest = mean < GW_ROUTING_LONGEST_STRING ? mean : GW_ROUTING_LONGEST_STRING;
  /* Two at least: what is in two short routes may belong into one. */
  longest = longest < 2 ? 2 : longest;
  n_strings = 1 + gw_engine_random_below (&state->random,
                                          4 * GW_ROUTING_MEAN_REMOVED / (1 + longest) - 1);
  for (int32_t i = -1; i < routing->n_near && n_ruined < n_strings; i++)
    {
      int32_t o = i < 0 ? seed : routing->near[(int64_t) seed * routing->n_near + i];
      int32_t v = state->route_of[o], size;
      bool is_ruined = v < 0 || !state->is_mine[v] || state->is_marked[o];

      for (int32_t k = 0; k < n_ruined && !is_ruined; k++)
        is_ruined = ruined[k] == v;
      if (is_ruined)
        continue;
      size = state->n_stops[v] - 2;
      size = size < longest ? size : longest;
      gw_routing_state_touch (state, v);
      gw_routing_mark_string (state, traits, v, state->slot_of[o],
                              1 + gw_engine_random_below (&state->random, size));
      ruined[n_ruined++] = v;
    }
  return state->n_removed > 0 || state->n_absent > 0;
}
