/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Traits: what the routing problems of a family have and have not, known when the search is
 * compiled, so that the loop holds no test and no function pointer for it. Each instantiation
 * (gw-routing-core-*.c) begins with its traits as a constant, gw_routing_traits. And what is done with
 * stops whatever the traits are.
 */
#pragma once

#include "gw-routing-state.h"

#include <string.h>

/* Must be inlined: a call takes longer than most of these do. */
#define GW_ROUTING_INLINE inline __attribute__ ((always_inline))

/* What the problems of a family have. */
typedef struct
{
  bool is_linked;      /* late starts cost, and operations are linked: times are propagated */
  bool has_one_matrix; /* symmetric, and travel takes what it costs */
  bool has_skills;     /* not every vehicle may do everything */
} GwRoutingTraits;

/* Sets the leg before stop @k and adds the difference to the route's length. */
static inline void
gw_routing_set_leg (GwRoutingState *state, int32_t v, int32_t k)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t leg = 0;

  if (state->n_stops[v] > 2)
    leg = gw_routing_distances_from (state->routing, stops[k - 1].node)[stops[k].node];
  state->length[v] += leg - stops[k].leg;
  stops[k].leg = leg;
}

/* Puts @o before stop @slot of @v: everything but the times. */
static inline void
gw_routing_make_room (GwRoutingState *state, int32_t o, int32_t v, int32_t slot)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v]++;

  memmove (stops + slot + 1, stops + slot, (size_t) (n - slot) * sizeof *stops);
  for (int32_t k = slot + 1; k < n; k++)
    state->slot_of[stops[k].node] = k;
  stops[slot] = (GwRoutingStop){ o, 0, 0, 0 };
  state->route_of[o] = v;
  state->slot_of[o] = slot;
  gw_routing_set_leg (state, v, slot);
  gw_routing_set_leg (state, v, slot + 1);
  state->load[v] += state->routing->operations[o].demand;
  state->version[v] = ++state->last_version;
  if (n == 2)
    gw_routing_state_note_use (state, v);
}

/* Takes the marked operations out of the route of @v: everything but the times. @first and @last
 * are the stops from where times may change forwards and backwards. */
static inline void
gw_routing_close_gaps (GwRoutingState *state, int32_t v, int32_t *first, int32_t *last)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v], kept = 1;
  bool has_gap = false;

  *first = n;
  *last = 0;
  for (int32_t k = 1; k < n; k++)
    {
      int32_t o = stops[k].node;

      if (k < n - 1 && state->is_marked[o])
        {
          *first = *first < kept ? *first : kept;
          *last = kept - 1;
          state->length[v] -= stops[k].leg;
          state->load[v] -= state->routing->operations[o].demand;
          state->route_of[o] = state->slot_of[o] = GW_ROUTING_NONE;
          has_gap = true;
          continue;
        }
      stops[kept] = stops[k];
      if (k < n - 1)
        state->slot_of[o] = kept;
      if (has_gap)
        gw_routing_set_leg (state, v, kept);
      has_gap = false;
      kept++;
    }
  state->n_stops[v] = kept;
  if (kept == 2)
    {
      state->length[v] -= stops[1].leg;
      stops[1].leg = 0;
      gw_routing_state_note_use (state, v);
    }
  state->version[v] = ++state->last_version;
}
