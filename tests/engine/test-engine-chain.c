/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One annealing trajectory where it is at the edge: crossed plans for which there are no times,
 * direct ways that are slower than detours, and numbers of routes that run out.
 */
#include "gw-engine-verify-routes.h"
#include "gw-routing-chain.h"
#include "gw-tap.h"

#define PLACES 6
#define OPERATIONS 5

typedef struct
{
  int32_t distance[PLACES * PLACES];
  GwEngineRoutingOperation operations[OPERATIONS];
  GwEngineRoutingVehicle vehicles[2];
  GwEngineRoutingLink links[2];
  GwEngineRoutingInput input;
} Town;

/* Operation o is at place o + 1; every way takes ten, and nothing has to happen at a time. */
static Town
make_town (int32_t n_operations, int32_t close)
{
  Town town = { 0 };

  for (int32_t i = 0; i < PLACES; i++)
    for (int32_t j = 0; j < PLACES; j++)
      town.distance[i * PLACES + j] = i == j ? 0 : 10;
  for (int32_t o = 0; o < n_operations; o++)
    town.operations[o] = (GwEngineRoutingOperation){ o + 1, 0, 0, close, 1 };
  for (int32_t v = 0; v < 2; v++)
    town.vehicles[v] = (GwEngineRoutingVehicle){ 0, 0, 0, close, 100 };
  town.input = (GwEngineRoutingInput){
    .n_places = PLACES, .n_operations = n_operations, .n_vehicles = 2, .distance_weight = 1
  };
  return town;
}

/* Seals @town, whose pointers are set only here: it may have been copied. */
static GwEngineRouting *
seal (Town *town)
{
  const char *fault = NULL;
  GwEngineRouting *routing;

  town->input.distance = town->distance;
  town->input.operations = town->operations;
  town->input.vehicles = town->vehicles;
  town->input.links = town->links;
  routing = gw_engine_routing_new (&town->input, &fault);
  GW_CHECK (routing != NULL && fault == NULL);
  return routing;
}

/* Two pairs, one colleague with the first pair first and one with the second: each waits for the
 * other for ever. Such a plan may come out of crossing two good ones. */
static void
test_circle (void)
{
  Town town = make_town (4, 1000);
  int32_t first[] = { 0, 2, 4 }, operations[] = { 0, 1, 3, 2 };
  GwRoutingPlan plan = { first, operations, 0 };
  GwEngineRouting *routing;
  GwRoutingChain chain;

  town.links[0] = (GwEngineRoutingLink){ 0, 2, 0, 0 };
  town.links[1] = (GwEngineRoutingLink){ 1, 3, 0, 0 };
  town.input.n_links = 2;
  town.input.is_soft = true;
  town.input.tardiness_weight = town.input.greatest_tardiness_weight = 1;
  routing = seal (&town);
  GW_CHECK (gw_routing_chain_init (&chain, routing, 1, 0));
  gw_routing_chain_set (&chain, &plan, true);
  GW_CHECK_INT (chain.state->n_absent, ==, 4);
  chain.core->fill (&chain);
  GW_CHECK_INT (chain.state->n_absent, ==, 0);

  operations[2] = 2, operations[3] = 3;
  gw_routing_chain_set (&chain, &plan, true);
  GW_CHECK_INT (chain.state->n_absent, ==, 0);
  GW_CHECK_INT (gw_routing_chain_cost (&chain), ==, 60);
  gw_routing_chain_clear (&chain);
  gw_engine_routing_free (routing);
}

/* The same, but nobody waits in a circle: the second colleague would only be home too late. */
static void
test_late_home (void)
{
  Town town = make_town (2, 100);
  int32_t first[] = { 0, 1, 2 }, operations[] = { 0, 1 };
  GwRoutingPlan plan = { first, operations, 0 };
  GwEngineRouting *routing;
  GwRoutingChain chain;

  town.links[0] = (GwEngineRoutingLink){ 0, 1, 60, 80 };
  town.operations[0].open = 40;
  town.input.n_links = 1;
  routing = seal (&town);
  GW_CHECK (gw_routing_chain_init (&chain, routing, 1, 0));
  gw_routing_chain_set (&chain, &plan, true);
  GW_CHECK_INT (chain.state->n_absent, ==, 2);
  gw_routing_chain_clear (&chain);
  gw_engine_routing_free (routing);
}

/* From place 1 to place 3 directly takes longer than by place 2, which takes no time to visit: where
 * windows are tight, nothing may be taken out in the middle. All plans on the way must be in time. */
static void
test_slow_direct_way (void)
{
  for (uint64_t seed = 1; seed <= 20; seed++)
    {
      Town town = make_town (5, 60);
      GwEngineRoutingOptions options = { .seed = seed, .steps = 2000 };
      GwEngineRoutingResult result;
      GwEngineRoutesVerdict verdict;
      GwEngineRouting *routing;
      GwEngineRoutes *routes;

      for (int32_t i = 1; i < PLACES; i++)
        for (int32_t j = 1; j < PLACES; j++)
          town.distance[i * PLACES + j] =
              i == j ? 0 : 10 * (i > j ? i - j : j - i) * (i > j ? i - j : j - i);
      town.input.n_vehicles = 1 + (int32_t) (seed % 2);
      routing = seal (&town);
      routes = gw_engine_routing_solve (routing, &options, &result);
      GW_CHECK (routes != NULL);
      GW_CHECK (gw_engine_verify_routes (&town.input, routes, &verdict));
      GW_CHECK_INT (routes->n_unserved, ==, 0);
      GW_CHECK_INT (routes->cost, ==, 60);
      gw_engine_routes_free (routes);
      gw_engine_routing_free (routing);
    }
}

/* After so many steps that the numbers of the routes begin anew, what is remembered is still true:
 * the cost by difference is that of the same plan set anew. */
static void
test_versions_run_out (void)
{
  Town town = make_town (5, 1000);
  GwEngineRouting *routing;
  GwRoutingChain chain, fresh;
  GwRoutingPlan plan;

  for (int32_t i = 0; i < PLACES; i++)
    for (int32_t j = 0; j < PLACES; j++)
      town.distance[i * PLACES + j] = i == j ? 0 : 10 + (i * j) % 7;
  routing = seal (&town);
  GW_CHECK (gw_routing_chain_init (&chain, routing, 1, 0));
  GW_CHECK (gw_routing_chain_init (&fresh, routing, 1, 1));
  plan = gw_routing_plan_new (routing, &chain.state->arena);
  chain.core->fill (&chain);
  gw_engine_annealing_init (&chain.annealing, 20, 20, 0);
  chain.core->run (&chain, 100, NULL);
  chain.state->last_version = UINT32_MAX - 10;
  for (int32_t i = 0; i < 200; i++)
    {
      chain.core->run (&chain, 1, NULL);
      gw_routing_chain_get (&chain, &plan);
      gw_routing_chain_set (&fresh, &plan, true);
      GW_CHECK_INT (gw_routing_chain_cost (&fresh), ==, plan.cost);
    }
  GW_CHECK_INT (chain.state->last_version, <, 10000);
  gw_routing_chain_clear (&chain);
  gw_routing_chain_clear (&fresh);
  gw_engine_routing_free (routing);
}

/* One operation more is served whatever detour it takes. */
static void
test_far_away (void)
{
  Town town = make_town (5, GW_ENGINE_ROUTING_MAX);
  GwEngineRoutingOptions options = { .seed = 1, .steps = 500 };
  GwEngineRoutingResult result;
  GwEngineRouting *routing;
  GwEngineRoutes *routes;

  /* Near the start, but a thousand times as far from there. */
  for (int32_t i = 1; i < PLACES; i++)
    for (int32_t j = 0; j < PLACES; j++)
      if (i != j)
        town.distance[i * PLACES + j] = 100000;
  town.input.n_vehicles = 1;
  routing = seal (&town);
  routes = gw_engine_routing_solve (routing, &options, &result);
  GW_CHECK (routes != NULL);
  GW_CHECK_INT (routes->n_unserved, ==, 0);
  gw_engine_routes_free (routes);
  gw_engine_routing_free (routing);
}

int
main (void)
{
  gw_tap_run ("pairs that wait in a circle", test_circle);
  gw_tap_run ("a route that ends too late", test_late_home);
  gw_tap_run ("a direct way slower than the detour", test_slow_direct_way);
  gw_tap_run ("numbers of routes run out", test_versions_run_out);
  gw_tap_run ("all are served, however far away", test_far_away);
  return gw_tap_done ();
}
