/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The moves of the local search: what each would change is found in constant time (between two
 * routes) or in the length of the stretch between (within one). A move whose detour alone is more
 * than all that its routes pay for breaking rules is passed over at once. Included by the local
 * search only.
 */
#pragma once

#include "gw-routing-local.h"

#include <string.h>

/* Must be inlined: only then are the lengths of the stretches constants. */
#define GW_ROUTING_LOCAL_INLINE inline __attribute__ ((always_inline))

/* The stops of @v. */
static inline GwRoutingLocalStop *
gw_routing_local_stops (const GwRoutingLocal *local, int32_t v)
{
  return local->stops + (int64_t) v * local->stride;
}

/* The distance between two nodes, which is also the time it takes. */
static inline int32_t
gw_routing_local_leg (const GwRoutingLocal *local, int32_t from, int32_t to)
{
  return local->routing->distance[(int64_t) from * local->routing->n_nodes + to];
}

/* What a route pays that carries @load. */
static inline int64_t
gw_routing_local_load_penalty (const GwRoutingLocal *local, int32_t load)
{
  int32_t excess = load - local->routing->vehicles[0].capacity;

  return excess > 0 ? excess * local->prices.load : 0;
}

/* A detour of @distance as cost. */
static inline int64_t
gw_routing_local_detour (const GwRoutingLocal *local, int32_t distance)
{
  return (int64_t) distance * local->routing->distance_weight * GW_ROUTING_LOCAL_SCALE;
}

/* Joins the stretch that ends at node @last and what follows from stop @next on. */
static inline int64_t
gw_routing_local_warp_penalty (const GwRoutingLocal *local, GwRoutingSpan span, int32_t last,
                               const GwRoutingLocalStop *next)
{
  int32_t leg = gw_routing_local_leg (local, last, next->node);

  return gw_routing_span_warp (span, leg, next->after) * local->prices.warp;
}

/* Goes on from @span, which ends at *@last, with @node. */
static inline GwRoutingSpan
gw_routing_local_go_on (const GwRoutingLocal *local, GwRoutingSpan span, int32_t *last,
                        int32_t node)
{
  int32_t leg = gw_routing_local_leg (local, *last, node);

  *last = node;
  return gw_routing_span_join (span, leg, local->alone[node]);
}

/* Brings everything that depends on the stops @first … @last of @v up to date. */
static inline void
gw_routing_local_refresh (GwRoutingLocal *local, int32_t v, int32_t first, int32_t last)
{
  const GwEngineRouting *routing = local->routing;
  GwRoutingLocalStop *stops = gw_routing_local_stops (local, v);
  int32_t n = local->n_stops[v];

  for (int32_t k = first; k < n; k++)
    {
      int32_t node = stops[k].node, leg = gw_routing_local_leg (local, stops[k - 1].node, node);
      bool is_end = k == n - 1;

      stops[k].before = gw_routing_span_join (stops[k - 1].before, leg, local->alone[node]);
      stops[k].load = stops[k - 1].load + (is_end ? 0 : routing->operations[node].demand);
      if (!is_end)
        local->slot_of[node] = k;
    }
  for (int32_t k = last; k >= 0; k--)
    {
      int32_t leg = gw_routing_local_leg (local, stops[k].node, stops[k + 1].node);

      stops[k].after = gw_routing_span_join (local->alone[stops[k].node], leg, stops[k + 1].after);
    }
  local->penalty[v] = stops[n - 1].before.warp * local->prices.warp +
                      gw_routing_local_load_penalty (local, stops[n - 1].load);
  local->changed[v] = local->n_moves;
}

/* Replaces @n_out stops of @v from @slot on by @nodes. */
static inline void
gw_routing_local_splice (GwRoutingLocal *local, int32_t v, int32_t slot, int32_t n_out,
                         const int32_t *nodes, int32_t n_in)
{
  GwRoutingLocalStop *stops = gw_routing_local_stops (local, v);
  int32_t n = local->n_stops[v];

  if (n_in != n_out)
    memmove (stops + slot + n_in, stops + slot + n_out,
             (size_t) (n - slot - n_out) * sizeof *stops);
  for (int32_t i = 0; i < n_in; i++)
    {
      stops[slot + i].node = nodes[i];
      local->route_of[nodes[i]] = v;
    }
  local->n_stops[v] = n + n_in - n_out;
  gw_routing_local_refresh (local, v, slot, slot + n_in - 1);
}

/* An unused vehicle, or NONE. */
static inline int32_t
gw_routing_local_spare (GwRoutingLocal *local)
{
  if (local->spare >= 0 && local->n_stops[local->spare] == 2)
    return local->spare;
  for (int32_t v = 0; v < local->routing->n_vehicles; v++)
    if (local->n_stops[v] == 2)
      return local->spare = v;
  return GW_ROUTING_NONE;
}

/* What it costs to put @o before stop @slot of @v. */
static inline int64_t
gw_routing_local_price (GwRoutingLocal *local, int32_t o, int32_t v, int32_t slot)
{
  const GwRoutingLocalStop *stops = gw_routing_local_stops (local, v);
  int32_t n = local->n_stops[v], last = stops[slot - 1].node, next = stops[slot].node;
  int32_t old = n > 2 ? gw_routing_local_leg (local, last, next) : 0;
  int32_t detour = gw_routing_local_leg (local, last, o) + gw_routing_local_leg (local, o, next) -
                   old;
  int32_t load = stops[n - 1].load + local->routing->operations[o].demand;
  GwRoutingSpan span = gw_routing_local_go_on (local, stops[slot - 1].before, &last, o);

  local->n_evaluations++;
  return gw_routing_local_detour (local, detour) + gw_routing_local_load_penalty (local, load) +
         gw_routing_local_warp_penalty (local, span, last, &stops[slot]) - local->penalty[v];
}

/* Distance from stop @k - 1 to stop @k, 0 in an unused route. */
static inline int32_t
gw_routing_local_gap (const GwRoutingLocal *local, const GwRoutingLocalStop *stops, int32_t k)
{
  return gw_routing_local_leg (local, stops[k - 1].node, stops[k].node);
}

/* Exchanges @a stops of @r from @i on (turned round, if @turns) and @b stops of @s from @j on. The
 * routes are two. Returns whether it helped and was done. */
static GW_ROUTING_LOCAL_INLINE bool
gw_routing_local_exchange (GwRoutingLocal *local, int32_t r, int32_t i, int32_t a, bool turns,
                           int32_t s, int32_t j, int32_t b)
{
  GwRoutingLocalStop *x = gw_routing_local_stops (local, r), *y = gw_routing_local_stops (local, s);
  int32_t n = local->n_stops[r], m = local->n_stops[s];
  int64_t paid = local->penalty[r] + local->penalty[s], delta;
  int32_t out[2] = { 0 }, in[2] = { 0 }, load, detour, last;
  GwRoutingSpan span;

  if (i + a > n - 1 || j + b > m - 1)
    return false;
  for (int32_t k = 0; k < a; k++)
    out[k] = x[turns ? i + a - 1 - k : i + k].node;
  for (int32_t k = 0; k < b; k++)
    in[k] = y[j + k].node;
  detour = gw_routing_local_leg (local, y[j - 1].node, out[0]) +
           gw_routing_local_leg (local, out[a - 1], y[j + b].node) -
           gw_routing_local_gap (local, x, i) - gw_routing_local_gap (local, x, i + a);
  if (b > 0)
    detour += gw_routing_local_leg (local, x[i - 1].node, in[0]) +
              gw_routing_local_leg (local, in[b - 1], x[i + a].node) -
              gw_routing_local_gap (local, y, j) - gw_routing_local_gap (local, y, j + b);
  else
    detour += (n - a > 2 ? gw_routing_local_leg (local, x[i - 1].node, x[i + a].node) : 0) -
              (m > 2 ? gw_routing_local_gap (local, y, j) : 0);
  local->n_evaluations++;
  delta = gw_routing_local_detour (local, detour) - paid;
  if (delta >= 0)
    return false;
  load = x[i + a - 1].load - x[i - 1].load - y[j + b - 1].load + y[j - 1].load;
  delta += gw_routing_local_load_penalty (local, x[n - 1].load - load) +
           gw_routing_local_load_penalty (local, y[m - 1].load + load);
  if (delta >= 0)
    return false;
  span = x[i - 1].before;
  last = x[i - 1].node;
  for (int32_t k = 0; k < b; k++)
    span = gw_routing_local_go_on (local, span, &last, in[k]);
  delta += gw_routing_local_warp_penalty (local, span, last, &x[i + a]);
  if (delta >= 0)
    return false;
  span = y[j - 1].before;
  last = y[j - 1].node;
  for (int32_t k = 0; k < a; k++)
    span = gw_routing_local_go_on (local, span, &last, out[k]);
  delta += gw_routing_local_warp_penalty (local, span, last, &y[j + b]);
  if (delta >= 0)
    return false;
  local->n_moves++;
  gw_routing_local_splice (local, r, i, a, in, b);
  gw_routing_local_splice (local, s, j, b, out, a);
  return true;
}

/* Exchanges what follows stop @i of @r and what follows stop @j of @s. */
static inline bool
gw_routing_local_exchange_tails (GwRoutingLocal *local, int32_t r, int32_t i, int32_t s, int32_t j)
{
  GwRoutingLocalStop *x = gw_routing_local_stops (local, r), *y = gw_routing_local_stops (local, s);
  int32_t n = local->n_stops[r], m = local->n_stops[s], n_out = n - 2 - i, n_in = m - 2 - j;
  int64_t paid = local->penalty[r] + local->penalty[s], delta;
  int32_t detour, load;

  detour = (i + n_in > 0 ? gw_routing_local_leg (local, x[i].node, y[j + 1].node) : 0) +
           (j + n_out > 0 ? gw_routing_local_leg (local, y[j].node, x[i + 1].node) : 0) -
           (n > 2 ? gw_routing_local_gap (local, x, i + 1) : 0) -
           (m > 2 ? gw_routing_local_gap (local, y, j + 1) : 0);
  local->n_evaluations++;
  delta = gw_routing_local_detour (local, detour) - paid;
  if (delta >= 0)
    return false;
  load = x[i].load + y[m - 1].load - y[j].load;
  delta += gw_routing_local_load_penalty (local, load) +
           gw_routing_local_load_penalty (local, x[n - 1].load + y[m - 1].load - load);
  if (delta >= 0)
    return false;
  delta += gw_routing_local_warp_penalty (local, x[i].before, x[i].node, &y[j + 1]);
  if (delta >= 0)
    return false;
  delta += gw_routing_local_warp_penalty (local, y[j].before, y[j].node, &x[i + 1]);
  if (delta >= 0)
    return false;
  local->n_moves++;
  for (int32_t k = 0; k < n_out; k++)
    local->scratch[k] = x[i + 1 + k].node;
  for (int32_t k = 0; k < n_in; k++)
    local->scratch[n_out + k] = y[j + 1 + k].node;
  gw_routing_local_splice (local, r, i + 1, n_out, local->scratch + n_out, n_in);
  gw_routing_local_splice (local, s, j + 1, n_in, local->scratch, n_out);
  return true;
}

/* Puts the stops @low … @high of @r into the order of @nodes if that helps; @detour is what the
 * distance grows by. */
static inline bool
gw_routing_local_reorder (GwRoutingLocal *local, int32_t r, int32_t low, int32_t high,
                          int32_t detour, const int32_t *nodes)
{
  GwRoutingLocalStop *x = gw_routing_local_stops (local, r);
  int32_t n = local->n_stops[r], last = x[low - 1].node;
  GwRoutingSpan span = x[low - 1].before;
  int64_t delta = gw_routing_local_detour (local, detour) - local->penalty[r] +
                  gw_routing_local_load_penalty (local, x[n - 1].load);

  if (delta >= 0)
    return false;
  for (int32_t k = 0; k <= high - low; k++)
    span = gw_routing_local_go_on (local, span, &last, nodes[k]);
  if (delta + gw_routing_local_warp_penalty (local, span, last, &x[high + 1]) >= 0)
    return false;
  local->n_moves++;
  gw_routing_local_splice (local, r, low, high - low + 1, nodes, high - low + 1);
  return true;
}

/* Exchanges two stretches of one route: @a stops from @i on (turned round, if @turns) and @b stops
 * from @j on. */
static GW_ROUTING_LOCAL_INLINE bool
gw_routing_local_exchange_within (GwRoutingLocal *local, int32_t r, int32_t i, int32_t a,
                                  bool turns, int32_t j, int32_t b)
{
  GwRoutingLocalStop *x = gw_routing_local_stops (local, r);
  int32_t n = local->n_stops[r], count = 0, detour = 0, low, high;
  int32_t *nodes = local->scratch;
  bool is_before = i < j;

  /* Overlapping, or nothing would change. */
  if (i + a > n - 1 || j + b > n - 1 || (is_before ? i + a > j : j + b > i) ||
      (b == 0 && (j == i || j == i + a)))
    return false;
  low = is_before ? i : j;
  high = is_before ? j + b - 1 : i + a - 1;
  for (int32_t part = 0; part < 3; part++)
    {
      bool is_out = is_before ? part == 2 : part == 0, is_in = is_before ? part == 0 : part == 2;
      int32_t from = is_out ? i : is_in ? j : is_before ? i + a : j + b;
      int32_t size = is_out ? a : is_in ? b : is_before ? j - i - a : i - j - b;

      for (int32_t k = 0; k < size; k++)
        nodes[count++] = x[is_out && turns ? from + size - 1 - k : from + k].node;
      /* Only the joints count: inside, a stretch is as long either way. */
      if (size > 0)
        detour += gw_routing_local_leg (
            local, count == size ? x[low - 1].node : nodes[count - size - 1], nodes[count - size]);
    }
  detour += gw_routing_local_leg (local, nodes[count - 1], x[high + 1].node);
  detour -= gw_routing_local_gap (local, x, low) + gw_routing_local_gap (local, x, high + 1);
  if (is_before)
    {
      detour -= j > i + a ? gw_routing_local_gap (local, x, i + a) : 0;
      detour -= b > 0 ? gw_routing_local_gap (local, x, j) : 0;
    }
  else
    {
      detour -= b > 0 && i > j + b ? gw_routing_local_gap (local, x, j + b) : 0;
      detour -= gw_routing_local_gap (local, x, i);
    }
  local->n_evaluations++;
  return gw_routing_local_reorder (local, r, low, high, detour, nodes);
}

/* Turns the stops from @i to @j of @r round. */
static inline bool
gw_routing_local_turn (GwRoutingLocal *local, int32_t r, int32_t i, int32_t j)
{
  GwRoutingLocalStop *x = gw_routing_local_stops (local, r);
  int32_t detour;

  if (j <= i)
    return false;
  detour = gw_routing_local_leg (local, x[i - 1].node, x[j].node) +
           gw_routing_local_leg (local, x[i].node, x[j + 1].node) -
           gw_routing_local_gap (local, x, i) - gw_routing_local_gap (local, x, j + 1);
  local->n_evaluations++;
  if (gw_routing_local_detour (local, detour) >= local->penalty[r])
    return false;
  for (int32_t k = i; k <= j; k++)
    local->scratch[k - i] = x[i + j - k].node;
  return gw_routing_local_reorder (local, r, i, j, detour, local->scratch);
}

/* All moves of @u, and what follows it, with @v when they are in two routes. */
static inline bool
gw_routing_local_try_between (GwRoutingLocal *local, int32_t u, int32_t v)
{
  int32_t r = local->route_of[u], i = local->slot_of[u];
  int32_t s = local->route_of[v], j = local->slot_of[v];

  if (gw_routing_local_exchange (local, r, i, 1, false, s, j + 1, 0) ||
      gw_routing_local_exchange (local, r, i, 2, false, s, j + 1, 0) ||
      gw_routing_local_exchange (local, r, i, 2, true, s, j + 1, 0) ||
      gw_routing_local_exchange (local, r, i, 1, false, s, j, 1) ||
      gw_routing_local_exchange (local, r, i, 2, false, s, j, 1) ||
      gw_routing_local_exchange (local, r, i, 2, false, s, j, 2) ||
      gw_routing_local_exchange_tails (local, r, i, s, j) ||
      gw_routing_local_exchange_tails (local, r, i - 1, s, j))
    return true;
  if (j != 1)
    return false;
  return gw_routing_local_exchange (local, r, i, 1, false, s, 1, 0) ||
         gw_routing_local_exchange (local, r, i, 2, false, s, 1, 0) ||
         gw_routing_local_exchange (local, r, i, 2, true, s, 1, 0) ||
         gw_routing_local_exchange_tails (local, r, i, s, 0);
}

/* The same within one route. */
static inline bool
gw_routing_local_try_within (GwRoutingLocal *local, int32_t u, int32_t v)
{
  int32_t r = local->route_of[u], i = local->slot_of[u], j = local->slot_of[v];

  if (gw_routing_local_exchange_within (local, r, i, 1, false, j + 1, 0) ||
      gw_routing_local_exchange_within (local, r, i, 2, false, j + 1, 0) ||
      gw_routing_local_exchange_within (local, r, i, 2, true, j + 1, 0) ||
      gw_routing_local_exchange_within (local, r, i, 1, false, j, 1) ||
      gw_routing_local_exchange_within (local, r, i, 2, false, j, 1) ||
      gw_routing_local_exchange_within (local, r, i, 2, false, j, 2) ||
      gw_routing_local_turn (local, r, i + 1, j))
    return true;
  if (j != 1)
    return false;
  return gw_routing_local_exchange_within (local, r, i, 1, false, 1, 0) ||
         gw_routing_local_exchange_within (local, r, i, 2, false, 1, 0) ||
         gw_routing_local_exchange_within (local, r, i, 2, true, 1, 0);
}

/* Tries the moves of @u with @v until one helps. */
static inline bool
gw_routing_local_try (GwRoutingLocal *local, int32_t u, int32_t v)
{
  return local->route_of[u] != local->route_of[v] ? gw_routing_local_try_between (local, u, v)
                                                  : gw_routing_local_try_within (local, u, v);
}

/* Tries to give @u, or more, a route of its own. */
static inline bool
gw_routing_local_try_spare (GwRoutingLocal *local, int32_t u)
{
  int32_t r = local->route_of[u], i = local->slot_of[u], s = gw_routing_local_spare (local);

  if (s < 0 || local->n_stops[r] == 3)
    return false;
  return gw_routing_local_exchange (local, r, i, 1, false, s, 1, 0) ||
         gw_routing_local_exchange (local, r, i, 2, false, s, 1, 0) ||
         gw_routing_local_exchange_tails (local, r, i - 1, s, 0);
}
