/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ruining: adjacent strings. From a random seed, the routes of its neighbours lose a string each that
 * contains the neighbour. Included by the search core only.
 */
#pragma once

#include "gw-engine-strings.h"
#include "gw-routing-traits.h"

/* Mean number of operations taken out, the longest string, and how often in a hundred what is spared
 * inside grows: as published. */
#define GW_ROUTING_MEAN_REMOVED 10
#define GW_ROUTING_LONGEST_STRING 10
#define GW_ROUTING_SPARE_GROWTH 1
/* More than the strings of one ruin, which are the most where the longest has two. */
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
  GwEngineString string = gw_engine_string_draw (&state->random, state->n_stops[v] - 2, at - 1,
                                                 length, GW_ROUTING_SPARE_GROWTH);

  for (int32_t i = string.first; i < string.first + string.length; i++)
    if (gw_engine_string_takes (&string, i))
      gw_routing_mark (state, traits, stops[i + 1].node);
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
  n_strings = gw_engine_strings_count (&state->random, GW_ROUTING_MEAN_REMOVED, longest);
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
