/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-swap-star.h.
 */
#include "gw-routing-swap-star.h"

#include "gw-routing-local-moves.h"

/* So many of the nearest operations make two routes neighbours. */
#define NEAREST 8

/* The pair that seems best so far. */
typedef struct
{
  int32_t u, v;           /* GW_ROUTING_NONE: one moves alone */
  int32_t slot_u, slot_v; /* in the other route as it is now; 0: in the other one's place */
  int64_t cost;
} Choice;

/* What leaving its route changes. */
static int64_t
price_leaving (GwRoutingLocal *local, int32_t o)
{
  int32_t r = local->route_of[o], k = local->slot_of[o], n = local->n_stops[r];
  const GwRoutingLocalStop *x = gw_routing_local_stops (local, r);
  int32_t detour = (n > 3 ? gw_routing_local_leg (local, x[k - 1].node, x[k + 1].node) : 0) -
                   gw_routing_local_gap (local, x, k) - gw_routing_local_gap (local, x, k + 1);

  return gw_routing_local_detour (local, detour) +
         gw_routing_local_warp_penalty (local, x[k - 1].before, x[k - 1].node, &x[k + 1]) -
         x[n - 1].before.warp * local->prices.warp;
}

/* What it costs to put @o between stops @a and @b of a route, load aside, compared with going from
 * @a to @b directly. */
static int64_t
price_between (GwRoutingLocal *local, int32_t o, const GwRoutingLocalStop *a,
               const GwRoutingLocalStop *b, bool is_used)
{
  int32_t last = a->node,
          detour = gw_routing_local_leg (local, last, o) + gw_routing_local_leg (local, o, b->node);
  GwRoutingSpan span = gw_routing_local_go_on (local, a->before, &last, o);

  if (is_used)
    detour -= gw_routing_local_leg (local, a->node, b->node);
  return gw_routing_local_detour (local, detour) +
         gw_routing_local_warp_penalty (local, span, last, b) -
         gw_routing_local_warp_penalty (local, a->before, a->node, b);
}

/* The best places of @o in @s. */
static const GwRoutingPlaces *
find_places (GwRoutingLocal *local, int32_t o, int32_t s)
{
  GwRoutingPlaces *places = &local->places[(int64_t) o * local->routing->n_vehicles + s];
  const GwRoutingLocalStop *y = gw_routing_local_stops (local, s);
  int32_t m = local->n_stops[s];

  if (places->changed > local->changed[s])
    return places;
  places->changed = local->changed[s] + 1;
  for (int i = 0; i < GW_ROUTING_SWAP_STAR_PLACES; i++)
    {
      places->slot[i] = GW_ROUTING_NONE;
      places->cost[i] = INT64_MAX / 4;
    }
  local->n_evaluations += m - 1;
  for (int32_t k = 1; k < m; k++)
    {
      int64_t cost = price_between (local, o, &y[k - 1], &y[k], true);
      int32_t i = GW_ROUTING_SWAP_STAR_PLACES - 1;

      if (cost >= places->cost[i])
        continue;
      for (; i > 0 && places->cost[i - 1] > cost; i--)
        {
          places->cost[i] = places->cost[i - 1];
          places->slot[i] = places->slot[i - 1];
        }
      places->cost[i] = cost;
      places->slot[i] = k;
    }
  return places;
}

/* The cheapest place of @o in @s when @leaving is not there any more; 0 for its place. */
static int64_t
price_coming (GwRoutingLocal *local, int32_t o, int32_t s, int32_t leaving, int32_t *slot)
{
  const GwRoutingPlaces *places = find_places (local, o, s);
  const GwRoutingLocalStop *y = gw_routing_local_stops (local, s);
  int32_t k = local->slot_of[leaving];
  int64_t best = price_between (local, o, &y[k - 1], &y[k + 1], local->n_stops[s] > 3);

  local->n_evaluations++;
  *slot = 0;
  for (int i = 0; i < GW_ROUTING_SWAP_STAR_PLACES; i++)
    if (places->slot[i] > 0 && places->slot[i] != k && places->slot[i] != k + 1)
      {
        if (places->cost[i] < best)
          {
            best = places->cost[i];
            *slot = places->slot[i];
          }
        break;
      }
  return best;
}

/* Writes the route of @v without @leaving (may be NONE) and with @coming (may be NONE) at @slot
 * into @nodes; returns how many. */
static int32_t
write_route (const GwRoutingLocal *local, int32_t v, int32_t leaving, int32_t coming, int32_t slot,
             int32_t *nodes)
{
  const GwRoutingLocalStop *x = gw_routing_local_stops (local, v);
  int32_t n = local->n_stops[v], count = 0;

  if (leaving >= 0 && coming >= 0 && slot == 0)
    slot = local->slot_of[leaving];
  for (int32_t k = 1; k < n; k++)
    {
      if (coming >= 0 && k == slot)
        nodes[count++] = coming;
      if (k < n - 1 && x[k].node != leaving)
        nodes[count++] = x[k].node;
    }
  return count;
}

/* The cost of a route of @nodes, penalties included. */
static int64_t
price_route (const GwRoutingLocal *local, int32_t v, const int32_t *nodes, int32_t n)
{
  const GwRoutingLocalStop *x = gw_routing_local_stops (local, v);
  int32_t last = x[0].node, load = 0;
  const GwRoutingLocalStop *end = &x[local->n_stops[v] - 1];
  GwRoutingSpan span = x[0].before;
  int64_t distance = 0;

  if (n == 0)
    return 0;
  for (int32_t k = 0; k < n; k++)
    {
      distance += gw_routing_local_leg (local, last, nodes[k]);
      load += local->routing->operations[nodes[k]].demand;
      span = gw_routing_local_go_on (local, span, &last, nodes[k]);
    }
  distance += gw_routing_local_leg (local, last, end->node);
  return gw_routing_local_detour (local, (int32_t) distance) +
         gw_routing_local_load_penalty (local, load) +
         gw_routing_local_warp_penalty (local, span, last, end);
}

/* Does what seemed best if it is. */
static bool
carry_out (GwRoutingLocal *local, int32_t r, int32_t s, const Choice *choice)
{
  int32_t *old_r = local->scratch, *old_s = local->scratch_more, n, m, k, l;
  int64_t before, after;

  n = write_route (local, r, GW_ROUTING_NONE, GW_ROUTING_NONE, 0, old_r);
  m = write_route (local, s, GW_ROUTING_NONE, GW_ROUTING_NONE, 0, old_s);
  before = price_route (local, r, old_r, n) + price_route (local, s, old_s, m);
  k = write_route (local, r, choice->u, choice->v, choice->slot_v, old_r);
  l = write_route (local, s, choice->v, choice->u, choice->slot_u, old_s);
  after = price_route (local, r, old_r, k) + price_route (local, s, old_s, l);
  local->n_evaluations += 4;
  if (after >= before)
    return false;
  local->n_moves++;
  gw_routing_local_splice (local, r, 1, n, old_r, k);
  gw_routing_local_splice (local, s, 1, m, old_s, l);
  return true;
}

static bool
try_pair (GwRoutingLocal *local, int32_t r, int32_t s)
{
  const GwRoutingLocalStop *x = gw_routing_local_stops (local, r);
  const GwRoutingLocalStop *y = gw_routing_local_stops (local, s);
  int32_t n = local->n_stops[r], m = local->n_stops[s];
  int32_t load_r = x[n - 1].load, load_s = y[m - 1].load;
  int64_t paid = gw_routing_local_load_penalty (local, load_r) +
                 gw_routing_local_load_penalty (local, load_s);
  Choice best = { GW_ROUTING_NONE, GW_ROUTING_NONE, 0, 0, 0 };

  for (int32_t i = 1; i < n - 1; i++)
    local->leaving[x[i].node] = price_leaving (local, x[i].node);
  for (int32_t j = 1; j < m - 1; j++)
    local->leaving[y[j].node] = price_leaving (local, y[j].node);
  for (int32_t i = 1; i < n - 1; i++)
    for (int32_t j = 1; j < m - 1; j++)
      {
        int32_t u = x[i].node, v = y[j].node, slot_u, slot_v;
        int32_t more = local->routing->operations[v].demand - local->routing->operations[u].demand;
        int64_t cost = gw_routing_local_load_penalty (local, load_r + more) +
                       gw_routing_local_load_penalty (local, load_s - more) - paid +
                       local->leaving[u] + local->leaving[v];

        if (cost >= best.cost)
          continue;
        cost += price_coming (local, u, s, v, &slot_u);
        if (cost >= best.cost)
          continue;
        cost += price_coming (local, v, r, u, &slot_v);
        if (cost < best.cost)
          best = (Choice){ u, v, slot_u, slot_v, cost };
      }
  if (best.u < 0)
    return false;
  return carry_out (local, r, s, &best);
}

/* Marks the routes near to @r. */
static void
find_near_routes (GwRoutingLocal *local, int32_t r, uint8_t *is_near)
{
  const GwEngineRouting *routing = local->routing;
  const GwRoutingLocalStop *x = gw_routing_local_stops (local, r);
  int32_t n = routing->n_near < NEAREST ? routing->n_near : NEAREST;

  memset (is_near, 0, (size_t) routing->n_vehicles);
  for (int32_t k = 1; k < local->n_stops[r] - 1; k++)
    for (int32_t i = 0; i < n; i++)
      is_near[local->route_of[routing->near[(int64_t) x[k].node * routing->n_near + i]]] = 1;
}

bool
gw_routing_swap_star (GwRoutingLocal *local)
{
  bool has_helped = false;

  local->has_places = true;
  for (int32_t r = 0; r < local->routing->n_vehicles; r++)
    {
      int32_t last = local->pairs_tested[r];

      local->pairs_tested[r] = local->n_moves;
      if (local->n_stops[r] == 2)
        continue;
      find_near_routes (local, r, local->is_near);
      for (int32_t s = 0; s < local->routing->n_vehicles; s++)
        if (s != r && local->is_near[s] && local->n_stops[s] > 2 && local->n_stops[r] > 2 &&
            (local->changed[r] > last || local->changed[s] > last))
          has_helped |= try_pair (local, r, s);
    }
  return has_helped;
}
