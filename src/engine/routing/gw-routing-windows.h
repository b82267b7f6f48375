/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes with hard windows and no links: each stop knows its earliest departure and the latest
 * arrival that keeps everything behind it in time, so whether an operation fits somewhere, and
 * what that costs, is known in constant time (Savelsbergh 1992). Included by the search core only.
 */
#pragma once

#include "gw-routing-traits.h"

/* Of 128 insertions so many pass over the best position (blinks). */
#define GW_ROUTING_BLINKS 1

/* Travel time of the leg that ends at stop @k. */
static GW_ROUTING_INLINE int32_t
gw_routing_leg_time (const GwEngineRouting *routing, const GwRoutingStop *stops, int32_t k)
{
  return gw_routing_traits.has_one_matrix
             ? gw_routing_distances_from (routing, stops[k - 1].node)[stops[k].node]
             : gw_routing_travel_from (routing, stops[k - 1].node)[stops[k].node];
}

/* Times of the stops @from … end, forwards. */
static GW_ROUTING_INLINE void
gw_routing_windows_forward (GwRoutingState *state, GwRoutingStop *stops, int32_t n, int32_t from)
{
  const GwEngineRouting *routing = state->routing;

  for (int32_t k = from; k < n - 1; k++)
    {
      const GwEngineRoutingOperation *op = &routing->operations[stops[k].node];
      int32_t at = stops[k - 1].ready + gw_routing_leg_time (routing, stops, k);

      stops[k].ready = (at > op->open ? at : op->open) + op->duration;
    }
}

/* Times of the stops @from … 0, backwards. */
static GW_ROUTING_INLINE void
gw_routing_windows_backward (GwRoutingState *state, GwRoutingStop *stops, int32_t from)
{
  const GwEngineRouting *routing = state->routing;

  for (int32_t k = from; k >= 1; k--)
    {
      const GwEngineRoutingOperation *op = &routing->operations[stops[k].node];
      int32_t at = stops[k + 1].latest - gw_routing_leg_time (routing, stops, k + 1) - op->duration;

      stops[k].latest = at < op->close ? at : op->close;
    }
}

/* The best slot for @o in the route of @v: its cost in weighted distance. Slot @banned is passed
 * over. */
static GW_ROUTING_INLINE GwRoutingPosition
gw_routing_windows_find (GwRoutingState *state, int32_t o, int32_t v, int32_t banned)
{
  const GwEngineRouting *routing = state->routing;
  const GwEngineRoutingOperation *op = &routing->operations[o];
  const GwRoutingStop *stops = gw_routing_stops (state, v);
  const int32_t *to = gw_routing_distances_to (routing, o);
  const int32_t *from = gw_routing_distances_from (routing, o);
  const int32_t *travel_to = gw_routing_travel_to (routing, o);
  const int32_t *travel_from = gw_routing_travel_from (routing, o);
  GwRoutingPosition best = { state->version[v], GW_ROUTING_NEVER, 0 };
  int32_t n = state->n_stops[v], open = op->open, close = op->close, duration = op->duration;
  int32_t d_to = to[stops[0].node], t_to = d_to;

  if (state->load[v] + op->demand > routing->vehicles[v].capacity)
    return best;
  state->n_evaluations += n - 1;
  if (!gw_routing_traits.has_one_matrix)
    t_to = travel_to[stops[0].node];
  for (int32_t k = 1; k < n; k++)
    {
      int32_t node = stops[k].node, d_from = from[node];
      int32_t t_from = gw_routing_traits.has_one_matrix ? d_from : travel_from[node];
      int32_t at = stops[k - 1].ready + t_to, cost = d_to + d_from - stops[k].leg;

      /* Who comes too late here comes too late behind, too. */
      if (at > close)
        break;
      at = at > open ? at : open;
      if (at + duration + t_from <= stops[k].latest && cost < best.cost && k != banned)
        {
          best.cost = cost;
          best.slot = k;
        }
      d_to = gw_routing_traits.has_one_matrix ? d_from : to[node];
      t_to = gw_routing_traits.has_one_matrix ? d_to : travel_to[node];
    }
  return best;
}

/* Puts @o before stop @slot of @v, whose route is saved already. */
static GW_ROUTING_INLINE void
gw_routing_windows_insert (GwRoutingState *state, int32_t o, int32_t v, int32_t slot)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v] + 1;
  int64_t length = state->length[v];

  gw_routing_make_room (state, o, v, slot);
  gw_routing_windows_forward (state, stops, n, slot);
  gw_routing_windows_backward (state, stops, slot);
  state->distance += state->length[v] - length;
}

/* Whether the route of @v, timed, is in time. */
static GW_ROUTING_INLINE bool
gw_routing_windows_fit (const GwRoutingState *state, int32_t v)
{
  const GwRoutingStop *stops = gw_routing_stops (state, v);

  return state->n_stops[v] == 2 ||
         stops[0].ready + gw_routing_leg_time (state->routing, stops, 1) <= stops[1].latest;
}

/* Takes the marked operations out of the route of @v. Returns false when what stays is late: the
 * direct way may be slower than the detour was. */
static GW_ROUTING_INLINE bool
gw_routing_windows_remove (GwRoutingState *state, int32_t v)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int64_t length = state->length[v];
  int32_t first, last;

  gw_routing_close_gaps (state, v, &first, &last);
  gw_routing_windows_forward (state, stops, state->n_stops[v], first);
  gw_routing_windows_backward (state, stops, last);
  state->distance += state->length[v] - length;
  return gw_routing_windows_fit (state, v);
}

/* The best position for candidate number @i in the route of @v, remembered by version. */
static GW_ROUTING_INLINE const GwRoutingPosition *
gw_routing_position (GwRoutingState *state, int32_t i, int32_t v)
{
  int64_t n = state->routing->n_vehicles;
  int32_t o = state->removed[i];
  GwRoutingPosition *position = state->is_saved[v] ? &state->trial[i * n + v]
                                                   : &state->cache[o * n + v];

  if (position->version != state->version[v])
    *position = gw_routing_windows_find (state, o, v, GW_ROUTING_NONE);
  return position;
}

/* Finds the cheapest place for candidate number @i. */
static GW_ROUTING_INLINE GwRoutingPosition
gw_routing_find (GwRoutingState *state, int32_t i, int32_t *vehicle, int32_t banned_vehicle,
                 int32_t banned_slot)
{
  const GwEngineRouting *routing = state->routing;
  GwRoutingPosition best = { 0, GW_ROUTING_NEVER, 0 };
  int32_t o = state->removed[i];

  for (int32_t k = 0; k < state->n_used + routing->n_classes; k++)
    {
      int32_t v = k < state->n_used ? state->used[k] : state->spare[k - state->n_used];
      const GwRoutingPosition *position;
      GwRoutingPosition other;

      if (k >= state->n_used && v < 0)
        continue;
      if (gw_routing_traits.has_skills && !gw_routing_may_do (routing, o, v))
        continue;
      position = gw_routing_position (state, i, v);
      if (position->cost >= best.cost)
        continue;
      if (v == banned_vehicle && position->slot == banned_slot)
        {
          other = gw_routing_windows_find (state, o, v, banned_slot);
          position = &other;
          if (position->cost >= best.cost)
            continue;
        }
      best = *position;
      *vehicle = v;
    }
  return best;
}

/* Finds where candidate number @i is put: the cheapest place, or now and then the next one. */
static GW_ROUTING_INLINE GwRoutingPosition
gw_routing_choose_place (GwRoutingState *state, int32_t i, int32_t *vehicle)
{
  GwRoutingPosition best = gw_routing_find (state, i, vehicle, GW_ROUTING_NONE, 0);
  GwRoutingPosition next;
  int32_t other = GW_ROUTING_NONE;

  if (best.cost == GW_ROUTING_NEVER ||
      (gw_engine_random_next (&state->random) >> 57) >= GW_ROUTING_BLINKS)
    return best;
  next = gw_routing_find (state, i, &other, *vehicle, best.slot);
  if (next.cost == GW_ROUTING_NEVER)
    return best;
  *vehicle = other;
  return next;
}

/* Puts candidate number @i back; false when it fits nowhere. */
static GW_ROUTING_INLINE bool
gw_routing_put (GwRoutingState *state, int32_t i)
{
  int32_t vehicle = GW_ROUTING_NONE;
  GwRoutingPosition best = gw_routing_choose_place (state, i, &vehicle);

  if (best.cost == GW_ROUTING_NEVER)
    return false;
  gw_routing_state_touch (state, vehicle);
  gw_routing_windows_insert (state, state->removed[i], vehicle, best.slot);
  return true;
}
