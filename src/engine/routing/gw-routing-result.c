/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-result.h.
 */
#include "gw-routing-result.h"

#include <stdlib.h>

/* When the operation at stop @k of @vehicle starts: as early as it can. */
static int32_t
start_of (const GwRoutingState *state, int32_t vehicle, int32_t k)
{
  const GwRoutingStop *stop = &gw_routing_stops (state, vehicle)[k];

  return stop->ready - state->routing->operations[stop->node].duration;
}

GwEngineRoutes *
gw_routing_routes_new (GwRoutingChain *chain, const GwRoutingPlan *plan)
{
  GwRoutingState *state = chain->state;
  const GwEngineRouting *routing = state->routing;
  size_t n = (size_t) routing->n_operations + 1, n_vehicles = (size_t) routing->n_vehicles;
  GwEngineRoutes *routes = calloc (1, sizeof *routes);
  int32_t count = 0;

  if (routes == NULL)
    return NULL;
  routes->first = calloc (n_vehicles + 1, sizeof *routes->first);
  routes->operations = calloc (n, sizeof *routes->operations);
  routes->starts = calloc (n, sizeof *routes->starts);
  if (routes->first == NULL || routes->operations == NULL || routes->starts == NULL)
    {
      gw_engine_routes_free (routes);
      return NULL;
    }
  gw_routing_chain_set (chain, plan, true);
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      routes->first[v] = count;
      for (int32_t k = 1; k < state->n_stops[v] - 1; k++)
        {
          routes->operations[count] = gw_routing_stops (state, v)[k].node;
          routes->starts[count++] = start_of (state, v, k);
        }
    }
  routes->first[n_vehicles] = count;
  routes->n_vehicles = routing->n_vehicles;
  routes->n_served = count;
  routes->n_unserved = routing->n_operations - count;
  routes->distance = state->distance;
  routes->tardiness = state->tardiness;
  routes->greatest_tardiness = state->greatest;
  routes->cost = gw_routing_cost (state);
  return routes;
}

void
gw_engine_routes_free (GwEngineRoutes *routes)
{
  if (routes == NULL)
    return;
  free (routes->first);
  free (routes->operations);
  free (routes->starts);
  free (routes);
}
