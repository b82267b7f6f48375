/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes with hard windows and no links: each stop knows its earliest departure and the latest
 * arrival that keeps everything behind it in time, so whether an operation fits somewhere, and
 * what that costs, is known in constant time (Savelsbergh 1992). Included by the search core only.
 */
#pragma once

#include "gw-routing-traits.h"

/* Times of the stops @from … end, forwards. */
static GW_ROUTING_INLINE void
gw_routing_windows_forward (GwRoutingState *state, GwRoutingTraits traits, GwRoutingStop *stops,
                            int32_t n, int32_t from)
{
  const GwEngineRouting *routing = state->routing;

  for (int32_t k = from; k < n - 1; k++)
    {
      const GwEngineRoutingOperation *op = &routing->operations[stops[k].node];
      int32_t at = stops[k - 1].ready + gw_routing_leg_time (routing, traits, stops, k);

      stops[k].ready = (at > op->open ? at : op->open) + op->duration;
    }
}

/* Times of the stops @from … 0, backwards. */
static GW_ROUTING_INLINE void
gw_routing_windows_backward (GwRoutingState *state, GwRoutingTraits traits, GwRoutingStop *stops,
                             int32_t from)
{
  const GwEngineRouting *routing = state->routing;

  for (int32_t k = from; k >= 1; k--)
    {
      const GwEngineRoutingOperation *op = &routing->operations[stops[k].node];
      int32_t at = stops[k + 1].latest - gw_routing_leg_time (routing, traits, stops, k + 1) -
                   op->duration;

      stops[k].latest = at < op->close ? at : op->close;
    }
}

/* The best slot for @o in the route of @v: its cost in weighted distance. Slot @banned is passed
 * over. */
static GW_ROUTING_INLINE GwRoutingPosition
gw_routing_windows_find (GwRoutingState *state, GwRoutingTraits traits, int32_t o, int32_t v,
                         int32_t banned)
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
  if (!traits.has_one_matrix)
    t_to = travel_to[stops[0].node];
  for (int32_t k = 1; k < n; k++)
    {
      int32_t node = stops[k].node, d_from = from[node];
      int32_t t_from = traits.has_one_matrix ? d_from : travel_from[node];
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
      d_to = traits.has_one_matrix ? d_from : to[node];
      t_to = traits.has_one_matrix ? d_to : travel_to[node];
    }
  return best;
}

/* Puts @o before stop @slot of @v, whose route is saved already. */
static GW_ROUTING_INLINE void
gw_routing_windows_insert (GwRoutingState *state, GwRoutingTraits traits, int32_t o, int32_t v,
                           int32_t slot)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int32_t n = state->n_stops[v] + 1;
  int64_t length = state->length[v];

  gw_routing_make_room (state, o, v, slot);
  gw_routing_windows_forward (state, traits, stops, n, slot);
  gw_routing_windows_backward (state, traits, stops, slot);
  state->distance += state->length[v] - length;
}

/* Whether the route of @v, timed, is in time. */
static GW_ROUTING_INLINE bool
gw_routing_windows_fit (const GwRoutingState *state, GwRoutingTraits traits, int32_t v)
{
  const GwRoutingStop *stops = gw_routing_stops (state, v);

  return state->n_stops[v] == 2 ||
         stops[0].ready + gw_routing_leg_time (state->routing, traits, stops, 1) <=
             stops[1].latest;
}

/* Takes the marked operations out of the route of @v. Returns false when what stays is late: the
 * direct way may be slower than the detour was. */
static GW_ROUTING_INLINE bool
gw_routing_windows_remove (GwRoutingState *state, GwRoutingTraits traits, int32_t v)
{
  GwRoutingStop *stops = gw_routing_stops (state, v);
  int64_t length = state->length[v];
  int32_t first, last;

  gw_routing_close_gaps (state, v, &first, &last);
  gw_routing_windows_forward (state, traits, stops, state->n_stops[v], first);
  gw_routing_windows_backward (state, traits, stops, last);
  state->distance += state->length[v] - length;
  return gw_routing_windows_fit (state, traits, v);
}
