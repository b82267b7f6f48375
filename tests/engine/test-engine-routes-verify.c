/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinion on routes: each rule broken once, and earliest times against all times. */
#include "config.h"

#include "gw-tap.h"
#include "gw-tiny-routing.h"

/* --- a small world ---------------------------------------------------------------------------- */

/* Three places on a line, ten apart, the office at 0. Operations 0 and 1 at the place 10, 2 at 20;
 * 0 and 1 are linked: the second starts 5 to 8 later. Vehicle 1 may not do operation 2. */
static const int32_t line[] = { 0, 10, 20, 10, 0, 10, 20, 10, 0 };
static const GwEngineRoutingOperation operations[] = {
  { .place = 1, .duration = 5, .open = 10, .close = 20, .demand = 2 },
  { .place = 1, .duration = 5, .open = 10, .close = 30, .demand = 2 },
  { .place = 2, .duration = 5, .open = 0, .close = 40, .demand = 2 },
};
static const GwEngineRoutingVehicle vehicles[] = {
  { .open = 0, .close = 60, .capacity = 4 },
  { .open = 0, .close = 60, .capacity = 4 },
};
static const GwEngineRoutingLink links[] = { { 0, 1, 5, 8 } };
static const uint8_t may_do[] = { 1, 1, 1, 1, 1, 0 };
static const GwEngineRoutingInput world = {
  .n_places = 3,
  .n_operations = 3,
  .n_vehicles = 2,
  .n_links = 1,
  .distance = line,
  .operations = operations,
  .vehicles = vehicles,
  .links = links,
  .may_do = may_do,
  .distance_weight = 1,
  .tardiness_weight = 10,
  .greatest_tardiness_weight = 100,
};

/* Vehicle 0 does 0 and 2, vehicle 1 does 1. */
typedef struct
{
  int32_t first[4], order[4], starts[4];
  GwEngineRoutes routes;
} Case;

static void
make_case (Case *self)
{
  *self = (Case){ { 0, 2, 3, 3 }, { 0, 2, 1 }, { 10, 25, 15 }, { 0 } };
  self->routes = (GwEngineRoutes){ .n_vehicles = 2,
                                   .n_served = 3,
                                   .first = self->first,
                                   .operations = self->order,
                                   .starts = self->starts };
}

static int32_t
count (const GwEngineRoutingInput *input, const GwEngineRoutes *routes, GwEngineRoutesRule rule)
{
  GwEngineRoutesVerdict verdict;
  int32_t n_others = 0;

  GW_CHECK (!gw_engine_verify_routes (input, routes, &verdict));
  for (int32_t i = 0; i < GW_ENGINE_ROUTES_N_RULES; i++)
    n_others += i != (int32_t) rule ? verdict.by_rule[i] : 0;
  GW_CHECK_INT (n_others, ==, 0);
  GW_CHECK (gw_engine_routes_rule_get_name (rule)[0] != '\0');
  return verdict.by_rule[rule];
}

static void
test_good (void)
{
  GwEngineRoutesVerdict verdict;
  Case c;

  make_case (&c);
  GW_CHECK (gw_engine_verify_routes (&world, &c.routes, &verdict));
  GW_CHECK_INT (verdict.distance, ==, 40 + 20);
  GW_CHECK_INT (verdict.cost, ==, 60);
  GW_CHECK_INT (verdict.n_unserved, ==, 0);
}

/* --- each rule -------------------------------------------------------------------------------- */

/* Long shifts, so that only the window counts. */
static const GwEngineRoutingVehicle patient_vehicles[] = { { .close = 200, .capacity = 4 },
                                                           { .close = 200, .capacity = 4 } };

static void
test_times (void)
{
  GwEngineRoutingInput input = world;
  Case c;

  input.vehicles = patient_vehicles;
  make_case (&c);
  c.starts[1] = 24; /* it takes until 25 to be there */
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_EARLY), ==, 1);
  make_case (&c);
  c.starts[0] = 9, c.starts[1] = 25, c.starts[2] = 15; /* before the window and the arrival */
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_EARLY), ==, 2);
  make_case (&c);
  c.starts[1] = 41;
  GW_CHECK_INT (count (&input, &c.routes, GW_ENGINE_ROUTES_LATE), ==, 1);
  c.starts[1] = 36; /* in its window, but back at 61 */
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_SHIFT), ==, 1);
}

static void
test_tardy (void)
{
  GwEngineRoutingInput input = world;
  GwEngineRoutesVerdict verdict;
  Case c;

  input.is_soft = true;
  input.vehicles = patient_vehicles;
  make_case (&c);
  c.starts[0] = 23, c.starts[1] = 44, c.starts[2] = 31;
  GW_CHECK (gw_engine_verify_routes (&input, &c.routes, &verdict));
  GW_CHECK_INT (verdict.tardiness, ==, 3 + 4 + 1);
  GW_CHECK_INT (verdict.greatest_tardiness, ==, 4);
  GW_CHECK_INT (verdict.cost, ==, 60 + 80 + 400);
}

static void
test_who (void)
{
  GwEngineRoutingInput input = world;
  Case c;

  make_case (&c); /* vehicle 0 does 0, vehicle 1 does 1 and 2 */
  c.first[1] = 1;
  c.order[1] = 1, c.order[2] = 2;
  c.starts[1] = 15, c.starts[2] = 30;
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_SKILL), ==, 1);
  input.may_do = NULL;
  c.first[1] = 0; /* now vehicle 1 does all three */
  GW_CHECK (!gw_engine_verify_routes (&input, &c.routes, &(GwEngineRoutesVerdict){ 0 }));
  input.vehicles = (const GwEngineRoutingVehicle[]){ { .close = 60, .capacity = 6 },
                                                     { .close = 60, .capacity = 6 } };
  GW_CHECK_INT (count (&input, &c.routes, GW_ENGINE_ROUTES_SAME), ==, 1);
  input.n_links = 0;
  input.vehicles = vehicles;
  GW_CHECK_INT (count (&input, &c.routes, GW_ENGINE_ROUTES_CAPACITY), ==, 1);
}

static void
test_links (void)
{
  Case c;

  make_case (&c);
  c.starts[2] = 14;
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_LAG), ==, 1);
  c.starts[2] = 19;
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_LAG), ==, 1);
  c.starts[2] = 18;
  GW_CHECK (gw_engine_verify_routes (&world, &c.routes, &(GwEngineRoutesVerdict){ 0 }));
}

static void
test_served (void)
{
  GwEngineRoutingInput input = world;
  GwEngineRoutesVerdict verdict;
  Case c;

  make_case (&c);
  c.routes.n_served = c.first[1] = c.first[2] = 1; /* operation 0 alone */
  GW_CHECK (!gw_engine_verify_routes (&world, &c.routes, &verdict));
  GW_CHECK_INT (verdict.n_unserved, ==, 2);
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_ROUTES_HALF], ==, 1);
  input.n_links = 0;
  GW_CHECK_INT (count (&input, &c.routes, GW_ENGINE_ROUTES_UNSERVED), ==, 2);
  make_case (&c);
  c.order[1] = 0, c.starts[1] = 20; /* 0 twice, 2 not at all */
  gw_engine_verify_routes (&world, &c.routes, &verdict);
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_ROUTES_TWICE], ==, 1);
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_ROUTES_UNSERVED], ==, 1);
}

static void
test_shape (void)
{
  Case c;

  make_case (&c); /* a third route for two vehicles */
  c.first[2] = 2;
  c.routes.n_vehicles = 3;
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_FLEET), ==, 1);
  make_case (&c);
  c.order[0] = 3;
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_SHAPE), ==, 1);
  GW_CHECK (!gw_engine_routes_set_earliest (&world, &c.routes));
  make_case (&c);
  c.first[1] = 4;
  GW_CHECK_INT (count (&world, &c.routes, GW_ENGINE_ROUTES_SHAPE), ==, 1);
}

/* --- earliest times --------------------------------------------------------------------------- */

static void
test_earliest (void)
{
  GwEngineRoutingInput input = world;
  Case c;

  make_case (&c);
  c.starts[0] = c.starts[1] = c.starts[2] = 0;
  GW_CHECK (gw_engine_routes_set_earliest (&world, &c.routes));
  GW_CHECK_INT (c.starts[0], ==, 10);
  GW_CHECK_INT (c.starts[1], ==, 25);
  GW_CHECK_INT (c.starts[2], ==, 15);
  /* A second that cannot come before 28 holds the first back to 20. */
  input.operations = (const GwEngineRoutingOperation[]){ operations[0], operations[1],
                                                         operations[2] };
  ((GwEngineRoutingOperation *) input.operations)[1].open = 28;
  GW_CHECK (gw_engine_routes_set_earliest (&input, &c.routes));
  GW_CHECK_INT (c.starts[0], ==, 20);
  GW_CHECK_INT (c.starts[1], ==, 35);
  /* The second before the first in one route: that moves for ever. */
  make_case (&c);
  c.first[1] = 3;
  c.order[0] = 1, c.order[1] = 0, c.order[2] = 2;
  GW_CHECK (!gw_engine_routes_set_earliest (&world, &c.routes));
}

/* The same world a thousand earlier: no time is special. */
static void
test_earliest_before_zero (void)
{
  GwEngineRoutingOperation early[3];
  GwEngineRoutingVehicle early_vehicles[2];
  GwEngineRoutingInput input = world;
  GwEngineRoutesVerdict verdict;
  Case c;

  for (int i = 0; i < 3; i++)
    {
      early[i] = operations[i];
      early[i].open -= 1000;
      early[i].close -= 1000;
    }
  for (int v = 0; v < 2; v++)
    {
      early_vehicles[v] = vehicles[v];
      early_vehicles[v].open -= 1000;
      early_vehicles[v].close -= 1000;
    }
  input.operations = early;
  input.vehicles = early_vehicles;
  make_case (&c);
  GW_CHECK (gw_engine_routes_set_earliest (&input, &c.routes));
  GW_CHECK_INT (c.starts[0], ==, -990);
  GW_CHECK_INT (c.starts[1], ==, -975);
  GW_CHECK_INT (c.starts[2], ==, -985);
  GW_CHECK (gw_engine_verify_routes (&input, &c.routes, &verdict));
}

/* The least cost of these routes over all start times up to @most. */
#define MOST_TIME 14

typedef struct
{
  int64_t cost;
  TinyRoutes *routes;
  const TinyRouting *tiny;
} Times;

static void
try_times (Times *times, int32_t i)
{
  GwEngineRoutesVerdict verdict;

  if (i < times->routes->routes.n_served)
    {
      for (times->routes->starts[i] = 0; times->routes->starts[i] <= MOST_TIME;
           times->routes->starts[i]++)
        try_times (times, i + 1);
      return;
    }
  gw_engine_verify_routes (&times->tiny->input, &times->routes->routes, &verdict);
  if (tiny_is_allowed (&verdict) && verdict.cost < times->cost)
    times->cost = verdict.cost;
}

static int n_possible, n_impossible;

static void
compare_times (const TinyRouting *tiny, TinyRoutes *routes, void *user_data)
{
  GwEngineRoutesVerdict verdict;
  int64_t early = INT64_MAX;
  Times times = { INT64_MAX, routes, tiny };

  if (gw_engine_routes_set_earliest (&tiny->input, &routes->routes))
    {
      for (int32_t i = 0; i < routes->routes.n_served; i++)
        if (routes->starts[i] > MOST_TIME)
          return; /* not among the times tried */
      gw_engine_verify_routes (&tiny->input, &routes->routes, &verdict);
      if (tiny_is_allowed (&verdict))
        early = verdict.cost;
    }
  try_times (&times, 0);
  GW_CHECK_INT (early, ==, times.cost);
  *(early == INT64_MAX ? &n_impossible : &n_possible) += 1;
}

static void
test_earliest_is_least (void)
{
  TinyRouting tiny;

  for (uint32_t seed = 1; seed <= 60; seed++)
    {
      tiny_routing_make (&tiny, seed, 3, 6);
      tiny_routing_visit_all (&tiny, compare_times, NULL);
    }
  GW_CHECK_INT (n_possible, >, 200);
  GW_CHECK_INT (n_impossible, >, 200);
}

int
main (void)
{
  gw_tap_run ("routes without a fault", test_good);
  gw_tap_run ("times", test_times);
  gw_tap_run ("tardiness", test_tardy);
  gw_tap_run ("who may do what, and how much", test_who);
  gw_tap_run ("links", test_links);
  gw_tap_run ("what is served", test_served);
  gw_tap_run ("the shape of routes", test_shape);
  gw_tap_run ("earliest times", test_earliest);
  gw_tap_run ("earliest times before 0", test_earliest_before_zero);
  gw_tap_run ("no other times are better", test_earliest_is_least);
  return gw_tap_done ();
}
