/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Carrying delays: each operation starts as early as its route and its partner let it, so a later
 * start is carried along the route and over the links until some wait absorbs it. A place is priced
 * by doing just that and taking it back. Included by the search core only.
 */
#pragma once

#include "gw-routing-traits.h"

/* How late a start is. */
static inline int32_t
gw_routing_lateness (const GwEngineRoutingOperation *op, int32_t start)
{
  return start > op->close ? start - op->close : 0;
}

/* The weighted price of @tardiness in all when the greatest may rise to @greatest. */
static inline int64_t
gw_routing_tardiness_cost (const GwRoutingState *state, int64_t tardiness, int64_t greatest)
{
  const GwEngineRouting *routing = state->routing;
  int64_t cost = tardiness * routing->tardiness_weight;

  if (greatest > state->greatest)
    cost += (greatest - state->greatest) * routing->greatest_tardiness_weight;
  return cost;
}

/* When @o, which is served, starts. */
static inline int32_t
gw_routing_start_of (const GwRoutingState *state, int32_t o)
{
  return gw_routing_stops (state, state->route_of[o])[state->slot_of[o]].ready -
         state->routing->operations[o].duration;
}

/* Distance that @o before stop @slot of @v adds. */
static inline int32_t
gw_routing_detour (const GwRoutingState *state, int32_t o, int32_t v, int32_t slot)
{
  const GwRoutingStop *stops = gw_routing_stops (state, v);

  return gw_routing_distances_to (state->routing, o)[stops[slot - 1].node] +
         gw_routing_distances_from (state->routing, o)[stops[slot].node] - stops[slot].leg;
}

/* The start of @o right after stop @slot - 1 of @v. */
static inline int32_t
gw_routing_start_after (const GwRoutingState *state, int32_t o, int32_t v, int32_t slot)
{
  const GwRoutingStop *stop = &gw_routing_stops (state, v)[slot - 1];
  int32_t at = stop->ready + gw_routing_travel_to (state->routing, o)[stop->node];
  int32_t open = state->routing->operations[o].open;

  return at > open ? at : open;
}

/* Counts @more tardiness, and an operation that is @late now; false when the trial costs too much
 * already. */
static inline bool
gw_routing_count_late (GwRoutingState *state, int32_t more, int32_t late)
{
  state->more_tardiness += more;
  state->trial_greatest = late > state->trial_greatest ? late : state->trial_greatest;
  return gw_routing_tardiness_cost (state, state->more_tardiness, state->trial_greatest) <
         state->limit;
}

/* Remembers that @o must not start before @start. */
static inline void
gw_routing_push (GwRoutingState *state, int32_t o, int32_t start)
{
  state->pending[state->n_pending] = o;
  state->pending_start[state->n_pending++] = start;
}

/* Carries an arrival at stop @k of @v on along the route. Changed stops are logged. Returns false
 * when it ends too late. */
static GW_ROUTING_INLINE bool
gw_routing_carry (GwRoutingState *state, int32_t v, int32_t k, int32_t arrival)
{
  const GwEngineRouting *routing = state->routing;
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v];

  for (; k < n - 1; k++)
    {
      int32_t o = stops[k].node, partner = routing->partner[o], late;
      const GwEngineRoutingOperation *op = &routing->operations[o];
      int32_t old = stops[k].ready - op->duration;

      if (arrival <= old)
        return true;
      if (state->n_logged >= state->log_size || (!routing->is_soft && arrival > op->close))
        return false;
      state->log_stop[state->n_logged] = &stops[k];
      state->log_route[state->n_logged] = v;
      state->log_ready[state->n_logged++] = stops[k].ready;
      stops[k].ready = arrival + op->duration;
      late = gw_routing_lateness (op, arrival);
      if (late > 0 && !gw_routing_count_late (state, late - gw_routing_lateness (op, old), late))
        return false;
      if (partner >= 0 && state->route_of[partner] >= 0)
        gw_routing_push (state, partner, arrival + routing->min_lag[o]);
      arrival = stops[k].ready + gw_routing_travel_from (routing, o)[stops[k + 1].node];
    }
  return arrival <= stops[n - 1].latest;
}

/* Carries what is pending over the links until nothing is; the earliest first, so that few stops
 * are raised twice. */
static GW_ROUTING_INLINE bool
gw_routing_settle (GwRoutingState *state)
{
  while (state->n_pending > 0)
    {
      int32_t first = 0, o, start;

      for (int32_t i = 1; i < state->n_pending; i++)
        if (state->pending_start[i] < state->pending_start[first])
          first = i;
      o = state->pending[first];
      start = state->pending_start[first];
      state->n_pending--;
      state->pending[first] = state->pending[state->n_pending];
      state->pending_start[first] = state->pending_start[state->n_pending];
      if (!gw_routing_carry (state, state->route_of[o], state->slot_of[o], start))
        return false;
    }
  return true;
}

/* Begins a trial that fails when tardiness costs @limit or more. */
static inline void
gw_routing_linked_begin (GwRoutingState *state, int64_t limit)
{
  state->limit = limit;
  state->n_logged = 0;
  state->n_pending = 0;
  state->more_tardiness = 0;
  state->trial_greatest = 0;
}

/* Takes a trial back. */
static inline void
gw_routing_linked_rewind (GwRoutingState *state)
{
  state->n_rewound = state->n_logged;
  while (state->n_logged > 0)
    {
      state->n_logged--;
      state->log_stop[state->n_logged]->ready = state->log_ready[state->n_logged];
    }
}

/* Counts the lateness of @o itself, and carries on what comes behind it. */
static GW_ROUTING_INLINE bool
gw_routing_push_behind (GwRoutingState *state, int32_t o, const GwRoutingCandidate *where)
{
  const GwEngineRouting *routing = state->routing;
  const GwEngineRoutingOperation *op = &routing->operations[o];
  const GwRoutingStop *next = &gw_routing_stops (state, where->vehicle)[where->slot];
  int32_t late = gw_routing_lateness (op, where->start);

  if (late > 0 && (!routing->is_soft || !gw_routing_count_late (state, late, late)))
    return false;
  return gw_routing_carry (state, where->vehicle, where->slot,
                           where->start + op->duration +
                               gw_routing_travel_from (routing, o)[next->node]);
}

/* What putting @o (and @partner, if ≥ 0) at @one (and @two) costs, exactly, or INT64_MAX where it
 * cannot be or costs @limit or more. */
static GW_ROUTING_INLINE int64_t
gw_routing_linked_price (GwRoutingState *state, int32_t o, const GwRoutingCandidate *one,
                         int32_t partner, const GwRoutingCandidate *two, int64_t limit)
{
  int64_t distance = gw_routing_detour (state, o, one->vehicle, one->slot), cost = INT64_MAX;
  bool fits;

  if (partner >= 0)
    distance += gw_routing_detour (state, partner, two->vehicle, two->slot);
  distance *= state->routing->distance_weight;
  state->n_evaluations++;
  gw_routing_linked_begin (state, limit < INT64_MAX ? limit - distance : limit);
  fits = gw_routing_push_behind (state, o, one);
  if (partner >= 0)
    fits = fits && gw_routing_push_behind (state, partner, two);
  fits = fits && gw_routing_settle (state);
  /* Carried over links, the delay may have come back to what is before: a circle. */
  fits = fits && gw_routing_start_after (state, o, one->vehicle, one->slot) <= one->start;
  if (partner >= 0)
    fits = fits && gw_routing_start_after (state, partner, two->vehicle, two->slot) <= two->start;
  if (fits)
    cost = distance +
           gw_routing_tardiness_cost (state, state->more_tardiness, state->trial_greatest);
  gw_routing_linked_rewind (state);
  return cost;
}
