/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes whose operations may be tied to operations in other routes, and may start late at a
 * price: finding places, singly and in pairs, putting in, taking out, and timing anew. A bound that
 * needs no carrying over links (distance, the operation's own tardiness, that of the stops behind
 * it) rules most places out before they are priced. Included by the search core only.
 */
#pragma once

#include "gw-routing-carry.h"

/* What @o before stop @slot of @v costs at least (distance and its own tardiness), and its start. */
static GW_ROUTING_INLINE GwRoutingCandidate
gw_routing_bound (const GwRoutingState *state, int32_t o, int32_t v, int32_t slot)
{
  GwRoutingCandidate candidate = { v, slot, gw_routing_start_after (state, o, v, slot), 0 };
  int32_t late = gw_routing_lateness (&state->routing->operations[o], candidate.start);

  candidate.cost = (int64_t) gw_routing_detour (state, o, v, slot) *
                       state->routing->distance_weight +
                   (int64_t) late * state->routing->tardiness_weight;
  return candidate;
}

/* Puts @candidate into the sorted list of @count; returns the new count. */
static inline int32_t
gw_routing_add_candidate (GwRoutingCandidate *list, int32_t count, GwRoutingCandidate candidate)
{
  int32_t k = count;

  if (count == GW_ROUTING_CANDIDATES)
    {
      if (list[count - 1].cost <= candidate.cost)
        return count;
      k = --count;
    }
  for (; k > 0 && list[k - 1].cost > candidate.cost; k--)
    list[k] = list[k - 1];
  list[k] = candidate;
  return count + 1;
}

/* An unused vehicle of mine alike @spare; of two colleagues who are needed together, the second one.
 * @spare itself when there is no other. */
static inline int32_t
gw_routing_second_spare (const GwRoutingState *state, int32_t spare)
{
  const int32_t *class_of = state->routing->class_of;

  for (int32_t v = 0; v < state->routing->n_vehicles && spare >= 0; v++)
    if (v != spare && class_of[v] == class_of[spare] && state->n_stops[v] == 2 && state->is_mine[v])
      return v;
  return spare;
}

/* Lists where @o could go, cheapest bound first; returns how many. Of unused vehicles that are alike
 * one is listed, another one if @is_second. */
static GW_ROUTING_INLINE int32_t
gw_routing_list_candidates (GwRoutingState *state, int32_t o, bool is_second,
                            GwRoutingCandidate *list)
{
  const GwEngineRouting *routing = state->routing;
  int32_t count = 0;

  for (int32_t i = 0; i < state->n_used + routing->n_classes; i++)
    {
      int32_t v = i < state->n_used ? state->used[i] : state->spare[i - state->n_used];

      if (i >= state->n_used && is_second)
        v = gw_routing_second_spare (state, v);
      if (v < 0 || (gw_routing_traits.has_skills && !gw_routing_may_do (routing, o, v)) ||
          state->load[v] + routing->operations[o].demand > routing->vehicles[v].capacity)
        continue;
      for (int32_t slot = 1; slot < state->n_stops[v]; slot++)
        count = gw_routing_add_candidate (list, count, gw_routing_bound (state, o, v, slot));
    }
  return count;
}

/* What an arrival at stop @k of @v costs in lateness along the route, links left aside;
 * GW_ROUTING_IMPOSSIBLE when it cannot be. */
static GW_ROUTING_INLINE int64_t
gw_routing_tail_cost (const GwRoutingState *state, int32_t v, int32_t k, int32_t arrival)
{
  const GwEngineRouting *routing = state->routing;
  const GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v];
  int64_t late = 0;

  for (; k < n - 1; k++)
    {
      int32_t o = stops[k].node;
      const GwEngineRoutingOperation *op = &routing->operations[o];
      int32_t old = stops[k].ready - op->duration;

      if (arrival <= old)
        return late * routing->tardiness_weight;
      if (!routing->is_soft && arrival > op->close)
        return GW_ROUTING_IMPOSSIBLE;
      late += gw_routing_lateness (op, arrival) - gw_routing_lateness (op, old);
      arrival += op->duration + gw_routing_travel_from (routing, o)[stops[k + 1].node];
    }
  return arrival <= stops[n - 1].latest ? late * routing->tardiness_weight : GW_ROUTING_IMPOSSIBLE;
}

/* Adds to the bounds in the list what comes late behind, and sorts it again. Returns the new
 * count. */
static GW_ROUTING_INLINE int32_t
gw_routing_refine_candidates (const GwRoutingState *state, int32_t o, GwRoutingCandidate *list,
                              int32_t n)
{
  const GwEngineRouting *routing = state->routing;
  int32_t count = 0;

  for (int32_t i = 0; i < n; i++)
    {
      GwRoutingCandidate candidate = list[i];
      const GwRoutingStop *next = &gw_routing_stops (state, candidate.vehicle)[candidate.slot];

      candidate.cost += gw_routing_tail_cost (state, candidate.vehicle, candidate.slot,
                                              candidate.start + routing->operations[o].duration +
                                                  gw_routing_travel_from (routing, o)[next->node]);
      if (candidate.cost < GW_ROUTING_IMPOSSIBLE)
        count = gw_routing_add_candidate (list, count, candidate);
    }
  return count;
}

/* Makes two starts fit the lags between @first's and its partner's. */
static inline void
gw_routing_bring_together (const GwEngineRouting *routing, int32_t first, int32_t *start,
                           int32_t *partner_start)
{
  int32_t least = *start + routing->min_lag[first];

  if (*partner_start < least)
    *partner_start = least;
  if (*start < *partner_start - routing->max_lag[first])
    *start = *partner_start - routing->max_lag[first];
}

/* By how much the lateness of @o grows from @start to @later. */
static inline int64_t
gw_routing_more_lateness (const GwEngineRouting *routing, int32_t o, int32_t start, int32_t later)
{
  const GwEngineRoutingOperation *op = &routing->operations[o];

  return gw_routing_lateness (op, later) - gw_routing_lateness (op, start);
}

/* The best partner place for the place @a of @o, if it beats @best; changes *@one and *@two then.
 * Returns the new best. */
static GW_ROUTING_INLINE int64_t
gw_routing_match (GwRoutingState *state, int32_t o, const GwRoutingCandidate *a, int32_t n_twos,
                  int64_t best, GwRoutingCandidate *one, GwRoutingCandidate *two)
{
  const GwEngineRouting *routing = state->routing;
  int32_t partner = routing->partner[o];

  for (int32_t k = 0; k < n_twos && a->cost + state->twos[k].cost < best; k++)
    {
      GwRoutingCandidate first = *a, second = state->twos[k];
      int64_t cost = first.cost + second.cost;

      if (first.vehicle == second.vehicle)
        continue;
      gw_routing_bring_together (routing, o, &first.start, &second.start);
      cost += gw_routing_more_lateness (routing, o, a->start, first.start) *
              routing->tardiness_weight;
      cost += gw_routing_more_lateness (routing, partner, state->twos[k].start, second.start) *
              routing->tardiness_weight;
      if (cost >= best)
        continue;
      cost = gw_routing_linked_price (state, o, &first, partner, &second, best);
      if (cost < best)
        {
          best = cost;
          *one = first;
          *two = second;
        }
    }
  return best;
}

/* Finds the cheapest place for @o, which has no partner; false when there is none. Now and then the
 * place with the least bound is passed over. */
static GW_ROUTING_INLINE bool
gw_routing_linked_find (GwRoutingState *state, int32_t o, GwRoutingCandidate *one)
{
  int32_t n_ones = gw_routing_list_candidates (state, o, false, state->ones);
  int64_t best = INT64_MAX;
  int32_t i = n_ones > 1 && (gw_engine_random_next (&state->random) >> 57) == 0;

  for (; i < n_ones && state->ones[i].cost < best; i++)
    {
      int64_t cost = gw_routing_linked_price (state, o, &state->ones[i], GW_ROUTING_NONE, NULL,
                                              best);

      if (cost < best)
        {
          best = cost;
          *one = state->ones[i];
        }
    }
  return best < INT64_MAX;
}

/* Finds the cheapest pair of places for @o and its partner; false when there is none. Now and then
 * the place with the least bound is passed over. */
static GW_ROUTING_INLINE bool
gw_routing_linked_find_pair (GwRoutingState *state, int32_t o, GwRoutingCandidate *one,
                             GwRoutingCandidate *two)
{
  int32_t n_ones = gw_routing_list_candidates (state, o, false, state->ones);
  int32_t n_twos = gw_routing_list_candidates (state, state->routing->partner[o], true,
                                               state->twos);
  int64_t best = INT64_MAX;
  int32_t i;

  n_ones = gw_routing_refine_candidates (state, o, state->ones, n_ones);
  n_twos = gw_routing_refine_candidates (state, state->routing->partner[o], state->twos, n_twos);
  i = n_ones > 1 && (gw_engine_random_next (&state->random) >> 58) == 0;

  for (; i < n_ones && n_twos > 0 && state->ones[i].cost + state->twos[0].cost < best; i++)
    best = gw_routing_match (state, o, &state->ones[i], n_twos, best, one, two);
  return best < INT64_MAX;
}

/* Puts @o at @where; behind it nothing moves yet. */
static inline void
gw_routing_linked_place (GwRoutingState *state, int32_t o, const GwRoutingCandidate *where)
{
  int64_t length;

  gw_routing_state_touch (state, where->vehicle);
  length = state->length[where->vehicle];
  gw_routing_make_room (state, o, where->vehicle, where->slot);
  state->distance += state->length[where->vehicle] - length;
}

/* Carries on what comes behind @o, which stands at @where now. */
static GW_ROUTING_INLINE void
gw_routing_linked_carry_behind (GwRoutingState *state, int32_t o, const GwRoutingCandidate *where)
{
  const GwEngineRouting *routing = state->routing;
  GwRoutingStop *stops = gw_routing_stops (state, where->vehicle);
  int32_t late = gw_routing_lateness (&routing->operations[o], where->start);

  stops[where->slot].ready = where->start + routing->operations[o].duration;
  gw_routing_count_late (state, late, late);
  gw_routing_carry (state, where->vehicle, where->slot + 1,
                    stops[where->slot].ready +
                        gw_routing_travel_from (routing, o)[stops[where->slot + 1].node]);
}

/* Puts @o (and @partner, if ≥ 0) where pricing said that they fit. The log of that pricing tells
 * which routes are about to change. */
static GW_ROUTING_INLINE void
gw_routing_linked_insert (GwRoutingState *state, int32_t o, const GwRoutingCandidate *one,
                          int32_t partner, const GwRoutingCandidate *two)
{
  gw_routing_linked_price (state, o, one, partner, two, INT64_MAX);
  for (int32_t i = 0; i < state->n_rewound; i++)
    gw_routing_state_touch (state, state->log_route[i]);
  gw_routing_linked_place (state, o, one);
  if (partner >= 0)
    gw_routing_linked_place (state, partner, two);
  gw_routing_linked_begin (state, INT64_MAX);
  gw_routing_linked_carry_behind (state, o, one);
  if (partner >= 0)
    gw_routing_linked_carry_behind (state, partner, two);
  gw_routing_settle (state);
  for (int32_t i = 0; i < state->n_logged; i++)
    state->version[state->log_route[i]] = ++state->last_version;
  state->tardiness += state->more_tardiness;
  if (state->trial_greatest > state->greatest)
    state->greatest = state->trial_greatest;
}

/* All starts of the route of @v as if there were no links. Returns false when one is too late. */
static GW_ROUTING_INLINE bool
gw_routing_linked_forward (GwRoutingState *state, int32_t v)
{
  const GwEngineRouting *routing = state->routing;
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v], last = stops[n - 2].node;
  bool fits = true;

  for (int32_t k = 1; k < n - 1; k++)
    {
      int32_t o = stops[k].node, start = gw_routing_start_after (state, o, v, k);

      state->old_ready[o] = stops[k].ready;
      stops[k].ready = start + routing->operations[o].duration;
      fits = fits && (routing->is_soft || start <= routing->operations[o].close);
    }
  return fits && (n == 2 ||
                  stops[n - 2].ready + gw_routing_travel_from (routing, last)[stops[n - 1].node] <=
                      stops[n - 1].latest);
}

/* Raises starts until all lags hold. Comes from below, so the starts are the earliest ones. Returns
 * false when they never do, or a route ends too late. */
static GW_ROUTING_INLINE bool
gw_routing_linked_bind (GwRoutingState *state)
{
  const GwEngineRouting *routing = state->routing;
  bool fits = true;

  for (int32_t i = 0; i < routing->n_links && fits; i++)
    {
      int32_t o = routing->first_of_link[i], partner = routing->partner[o], start, other;
      int32_t old, old_other;

      if (state->route_of[o] < 0 || state->route_of[partner] < 0)
        continue;
      start = old = gw_routing_start_of (state, o);
      other = old_other = gw_routing_start_of (state, partner);
      gw_routing_bring_together (routing, o, &start, &other);
      gw_routing_linked_begin (state, INT64_MAX);
      if (start > old)
        gw_routing_push (state, o, start);
      if (other > old_other)
        gw_routing_push (state, partner, other);
      fits = gw_routing_settle (state);
    }
  state->n_logged = 0;
  return fits;
}

/* Sums up the route of @v, and saves it as it was if it changed. */
static inline void
gw_routing_linked_note (GwRoutingState *state, int32_t v)
{
  const GwEngineRouting *routing = state->routing;
  const GwRoutingStop *stops = gw_routing_stops (state, v);
  bool has_changed = false;

  for (int32_t k = 1; k < state->n_stops[v] - 1; k++)
    {
      int32_t o = stops[k].node;
      int32_t late = gw_routing_lateness (&routing->operations[o],
                                          stops[k].ready - routing->operations[o].duration);

      state->tardiness += late;
      state->greatest = late > state->greatest ? late : state->greatest;
      has_changed = has_changed || stops[k].ready != state->old_ready[o];
    }
  if (!has_changed)
    return;
  if (!state->is_saved[v])
    {
      GwRoutingStop *saved = state->saved_stops + (int64_t) v * state->stride;

      gw_routing_state_save_route (state, v);
      for (int32_t k = 1; k < state->n_stops[v] - 1; k++)
        saved[k].ready = state->old_ready[saved[k].node];
    }
  state->version[v] = ++state->last_version;
}

/* Times all routes anew. Returns false when no times fit: lags that wait for each other in a circle,
 * or a route that ends too late. */
static GW_ROUTING_INLINE bool
gw_routing_linked_retime (GwRoutingState *state)
{
  bool fits = true;

  for (int32_t i = 0; i < state->n_used; i++)
    fits = gw_routing_linked_forward (state, state->used[i]) && fits;
  fits = fits && gw_routing_linked_bind (state);
  state->tardiness = 0;
  state->greatest = 0;
  for (int32_t i = 0; i < state->n_used; i++)
    gw_routing_linked_note (state, state->used[i]);
  return fits;
}

/* Puts @o back where it costs least, with its partner if it has one; false when there is no
 * place. */
static GW_ROUTING_INLINE bool
gw_routing_linked_put (GwRoutingState *state, int32_t o)
{
  int32_t partner = state->routing->partner[o];
  GwRoutingCandidate one = { 0 }, two = { 0 };

  if (partner >= 0 ? !gw_routing_linked_find_pair (state, o, &one, &two)
                   : !gw_routing_linked_find (state, o, &one))
    return false;
  gw_routing_linked_insert (state, o, &one, partner, &two);
  if (partner >= 0 && state->where_absent[partner] >= 0)
    gw_routing_state_set_present (state, partner);
  return true;
}

/* Takes the marked operations out of the routes that are saved, and times all routes anew. Returns
 * false when what stays does not fit: the direct way may be slower than the detour was. */
static GW_ROUTING_INLINE bool
gw_routing_linked_remove (GwRoutingState *state)
{
  for (int32_t i = 0; i < state->n_saved; i++)
    {
      int32_t v = state->saved[i].vehicle, first, last;
      int64_t length = state->length[v];

      gw_routing_close_gaps (state, v, &first, &last);
      state->distance += state->length[v] - length;
    }
  return gw_routing_linked_retime (state);
}
