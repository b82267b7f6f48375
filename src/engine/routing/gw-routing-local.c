/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-local.h. The moves are in gw-routing-local-moves.h.
 */
#include "gw-routing-local.h"

#include <stdlib.h>
#include <string.h>

#include "gw-routing-local-moves.h"
#include "gw-routing-swap-star.h"

/* Times and weights up to which sums stay in range. */
#define MOST_TIME (INT32_C (1) << 30)
#define MOST_WEIGHT (INT32_C (1) << 20)
/* How many near operations each one is tried with. */
#define GRANULAR 20
/* Operations between two looks at the cancel flag. */
#define CANCEL_EVERY 64

bool
gw_routing_local_suits (const GwEngineRouting *routing)
{
  return !routing->is_soft && routing->n_links == 0 && routing->is_symmetric &&
         routing->travel == routing->distance && !routing->has_skills && routing->n_classes == 1 &&
         routing->longest <= MOST_TIME && routing->distance_weight <= MOST_WEIGHT;
}

static void
find_alone (GwRoutingLocal *local)
{
  const GwEngineRouting *routing = local->routing;

  for (int32_t o = 0; o < routing->n_operations; o++)
    local->alone[o] = (GwRoutingSpan){ routing->operations[o].duration, 0,
                                       routing->operations[o].open, routing->operations[o].close };
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      GwRoutingSpan span = { 0, 0, routing->vehicles[v].open, routing->vehicles[v].close };

      local->alone[routing->start_node[v]] = local->alone[routing->end_node[v]] = span;
    }
}

static bool
init (GwRoutingLocal *local)
{
  const GwEngineRouting *routing = local->routing;
  GwEngineArena *arena = &local->arena;
  int32_t n = routing->n_operations, v = routing->n_vehicles;

  local->stride = n + 2;
  local->stops = GW_ENGINE_NEW (arena, GwRoutingLocalStop, (int64_t) v * local->stride);
  local->n_stops = GW_ENGINE_NEW (arena, int32_t, v);
  local->penalty = GW_ENGINE_NEW (arena, int64_t, v);
  local->changed = GW_ENGINE_NEW (arena, int32_t, v);
  local->tested = GW_ENGINE_NEW (arena, int32_t, n);
  local->route_of = GW_ENGINE_NEW (arena, int32_t, n);
  local->slot_of = GW_ENGINE_NEW (arena, int32_t, n);
  local->order = GW_ENGINE_NEW (arena, int32_t, n);
  local->absent = GW_ENGINE_NEW (arena, int32_t, n);
  local->scratch = GW_ENGINE_NEW (arena, int32_t, n);
  local->scratch_more = GW_ENGINE_NEW (arena, int32_t, n);
  local->places = GW_ENGINE_NEW (arena, GwRoutingPlaces, (int64_t) n * v);
  local->leaving = GW_ENGINE_NEW (arena, int64_t, n);
  local->pairs_tested = GW_ENGINE_NEW (arena, int32_t, v);
  local->is_near = GW_ENGINE_NEW (arena, uint8_t, v);
  local->alone = GW_ENGINE_NEW (arena, GwRoutingSpan, routing->n_nodes);
  if (arena->has_failed)
    return false;
  for (int32_t o = 0; o < n; o++)
    local->order[o] = o;
  find_alone (local);
  return true;
}

GwRoutingLocal *
gw_routing_local_new (const GwEngineRouting *routing, uint64_t seed, uint64_t stream)
{
  GwRoutingLocal *local = calloc (1, sizeof *local);

  if (local == NULL)
    return NULL;
  local->routing = routing;
  gw_engine_random_init (&local->random, seed, stream);
  if (init (local))
    return local;
  gw_routing_local_free (local);
  return NULL;
}

void
gw_routing_local_free (GwRoutingLocal *local)
{
  if (local == NULL)
    return;
  gw_engine_arena_clear (&local->arena);
  free (local);
}

static void
shuffle (GwRoutingLocal *local, int32_t *list, int32_t n)
{
  for (int32_t i = n - 1; i > 0; i--)
    {
      int32_t k = gw_engine_random_below (&local->random, i + 1), swap = list[i];

      list[i] = list[k];
      list[k] = swap;
    }
}

static void
load_route (GwRoutingLocal *local, const GwRoutingPlan *plan, int32_t v)
{
  GwRoutingLocalStop *stops = gw_routing_local_stops (local, v);
  int32_t n = plan->first[v + 1] - plan->first[v];

  local->n_stops[v] = n + 2;
  stops[0].node = local->routing->start_node[v];
  stops[0].load = 0;
  stops[0].before = local->alone[stops[0].node];
  for (int32_t i = 0; i < n; i++)
    stops[i + 1].node = plan->operations[plan->first[v] + i];
  stops[n + 1].node = local->routing->end_node[v];
  stops[n + 1].after = local->alone[stops[n + 1].node];
  for (int32_t k = 1; k <= n; k++)
    local->route_of[stops[k].node] = v;
  gw_routing_local_refresh (local, v, 1, n);
}

/* Puts @o where it costs least: beside an operation near it, or into an unused route. */
static void
insert (GwRoutingLocal *local, int32_t o)
{
  const GwEngineRouting *routing = local->routing;
  int64_t best = INT64_MAX, cost;
  int32_t route = GW_ROUTING_NONE, slot = 0, spare = gw_routing_local_spare (local);

  for (int32_t i = 0; i < routing->n_near; i++)
    {
      int32_t near = routing->near[(int64_t) o * routing->n_near + i], v = local->route_of[near];

      if (v < 0)
        continue;
      for (int32_t k = local->slot_of[near]; k <= local->slot_of[near] + 1; k++)
        {
          cost = gw_routing_local_price (local, o, v, k);
          if (cost < best)
            {
              best = cost;
              route = v;
              slot = k;
            }
        }
    }
  if (spare >= 0 && gw_routing_local_price (local, o, spare, 1) < best)
    {
      route = spare;
      slot = 1;
    }
  route = route < 0 ? 0 : route;
  slot = slot < 1 ? 1 : slot;
  gw_routing_local_splice (local, route, slot, 0, &o, 1);
}

void
gw_routing_local_load (GwRoutingLocal *local, const GwRoutingPlan *plan, GwRoutingPrices prices)
{
  const GwEngineRouting *routing = local->routing;
  int32_t n = routing->n_operations;

  local->prices = prices;
  local->n_moves = 1;
  local->n_absent = 0;
  local->spare = 0;
  for (int32_t o = 0; o < n; o++)
    local->route_of[o] = GW_ROUTING_NONE;
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    load_route (local, plan, v);
  memset (local->tested, 0, (size_t) n * sizeof *local->tested);
  memset (local->pairs_tested, 0, (size_t) routing->n_vehicles * sizeof *local->pairs_tested);
  if (local->has_places)
    memset (local->places, 0, (size_t) n * (size_t) routing->n_vehicles * sizeof *local->places);
  local->has_places = false;
  for (int32_t o = 0; o < n; o++)
    if (local->route_of[o] < 0)
      local->absent[local->n_absent++] = o;
  shuffle (local, local->absent, local->n_absent);
  for (int32_t i = 0; i < local->n_absent; i++)
    insert (local, local->absent[i]);
  local->n_absent = 0;
}

/* Tries everything with @u and its neighbours that has changed since it was last tried. Returns
 * whether anything helped. */
static bool
improve (GwRoutingLocal *local, int32_t u, int32_t pass)
{
  const GwEngineRouting *routing = local->routing;
  int32_t last = local->tested[u], n = routing->n_near < GRANULAR ? routing->n_near : GRANULAR;
  bool has_changed = false;

  local->tested[u] = local->n_moves;
  for (int32_t i = 0; i < n; i++)
    {
      int32_t v = routing->near[(int64_t) u * routing->n_near + i];
      int32_t a = local->changed[local->route_of[u]], b = local->changed[local->route_of[v]];

      if ((a > b ? a : b) <= last)
        continue;
      has_changed |= gw_routing_local_try (local, u, v);
    }
  if (pass > 0 && local->changed[local->route_of[u]] > last)
    has_changed |= gw_routing_local_try_spare (local, u);
  return has_changed;
}

static bool
is_cancelled (const atomic_int *cancel)
{
  return cancel != NULL && atomic_load (cancel) != 0;
}

void
gw_routing_local_run (GwRoutingLocal *local, bool is_thorough, const atomic_int *cancel)
{
  int32_t n = local->routing->n_operations;
  bool has_changed = true;

  shuffle (local, local->order, n);
  for (int32_t pass = 0; has_changed || pass < 2; pass++)
    {
      has_changed = false;
      for (int32_t i = 0; i < n; i++)
        {
          if (i % CANCEL_EVERY == 0 && is_cancelled (cancel))
            return;
          has_changed |= improve (local, local->order[i], pass);
        }
      if (!has_changed && is_thorough)
        has_changed = gw_routing_swap_star (local);
    }
}

GwRoutingBreach
gw_routing_local_store (const GwRoutingLocal *local, GwRoutingPlan *plan)
{
  const GwEngineRouting *routing = local->routing;
  GwRoutingBreach breach = { 0, 0 };
  int64_t distance = 0;
  int32_t count = 0;

  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      const GwRoutingLocalStop *stops = gw_routing_local_stops (local, v);
      int32_t n = local->n_stops[v], excess = stops[n - 1].load - routing->vehicles[v].capacity;

      plan->first[v] = count;
      for (int32_t k = 1; k < n - 1; k++)
        plan->operations[count++] = stops[k].node;
      for (int32_t k = 1; k < n && n > 2; k++)
        distance += gw_routing_distances_from (routing, stops[k - 1].node)[stops[k].node];
      breach.overload += excess > 0 ? excess : 0;
      breach.warp += stops[n - 1].before.warp;
    }
  plan->first[routing->n_vehicles] = count;
  plan->cost = distance * routing->distance_weight;
  return breach;
}
