/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes: whatever the search returns is checked stop by stop against the problem, by a reading of
 * the rules that shares nothing with the search; budgets of steps repeat.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-random.h"
#include "gw-engine-routing.h"
#include "gw-tap.h"

#define MOST 128

typedef struct
{
  int32_t distance[MOST * MOST], travel[MOST * MOST];
  GwEngineRoutingOperation operations[MOST];
  GwEngineRoutingVehicle vehicles[MOST];
  uint8_t may_do[MOST * MOST];
  GwEngineRoutingInput input;
} World;

/* A town of @n operations around one depot; @is_plain: symmetric, everybody may do everything. */
static World *
make_world (int32_t n, int32_t n_vehicles, bool is_plain, uint64_t seed)
{
  World *world = calloc (1, sizeof *world);
  GwEngineRandom random;
  int32_t x[MOST], y[MOST];

  gw_engine_random_init (&random, seed, 0);
  for (int32_t i = 0; i <= n; i++)
    {
      x[i] = gw_engine_random_below (&random, 100);
      y[i] = gw_engine_random_below (&random, 100);
    }
  for (int32_t i = 0; i <= n; i++)
    for (int32_t j = 0; j <= n; j++)
      {
        int32_t d = abs (x[i] - x[j]) + abs (y[i] - y[j]);

        world->distance[i * (n + 1) + j] = d + (is_plain || i == j ? 0 : (x[i] > x[j]) * 3);
        world->travel[i * (n + 1) + j] = is_plain ? d : d / 2;
      }
  for (int32_t o = 0; o < n; o++)
    {
      int32_t open = 200 + gw_engine_random_below (&random, 400);

      world->operations[o] = (GwEngineRoutingOperation){ o + 1, 10, open,
                                                         open + 40 +
                                                             gw_engine_random_below (&random, 200),
                                                         1 + gw_engine_random_below (&random, 5) };
    }
  for (int32_t v = 0; v < n_vehicles; v++)
    {
      world->vehicles[v] = (GwEngineRoutingVehicle){ 0, 0, 0, 1200, 40 };
      for (int32_t o = 0; o < n; o++)
        world->may_do[o * n_vehicles + v] = is_plain || gw_engine_random_below (&random, 3) > 0;
    }
  world->input = (GwEngineRoutingInput){ .n_places = n + 1,
                                         .n_operations = n,
                                         .n_vehicles = n_vehicles,
                                         .distance = world->distance,
                                         .travel = is_plain ? NULL : world->travel,
                                         .operations = world->operations,
                                         .vehicles = world->vehicles,
                                         .may_do = is_plain ? NULL : world->may_do,
                                         .distance_weight = 1 };
  return world;
}

/* Whether the routes obey every rule and cost what they say. */
static bool
are_right (const World *world, const GwEngineRoutes *routes)
{
  const GwEngineRoutingInput *input = &world->input;
  const int32_t *travel = input->travel != NULL ? input->travel : input->distance;
  uint8_t seen[MOST] = { 0 };
  int64_t distance = 0;
  int32_t n_served = 0;

  for (int32_t v = 0; v < routes->n_vehicles; v++)
    {
      const GwEngineRoutingVehicle *vehicle = &input->vehicles[v];
      int32_t at = vehicle->start_place, time = vehicle->open, load = 0;

      for (int32_t i = routes->first[v]; i < routes->first[v + 1]; i++)
        {
          int32_t o = routes->operations[i];
          const GwEngineRoutingOperation *op = &input->operations[o];

          distance += input->distance[at * input->n_places + op->place];
          time += travel[at * input->n_places + op->place];
          if (seen[o]++ || routes->starts[i] < time || routes->starts[i] < op->open ||
              routes->starts[i] > op->close)
            return false;
          if (input->may_do != NULL && !input->may_do[o * input->n_vehicles + v])
            return false;
          time = routes->starts[i] + op->duration;
          load += op->demand;
          at = op->place;
          n_served++;
        }
      if (routes->first[v] < routes->first[v + 1])
        {
          distance += input->distance[at * input->n_places + vehicle->end_place];
          time += travel[at * input->n_places + vehicle->end_place];
        }
      if (time > vehicle->close || load > vehicle->capacity)
        return false;
    }
  return n_served == routes->n_served && n_served + routes->n_unserved == input->n_operations &&
         distance == routes->distance && distance * input->distance_weight == routes->cost;
}

static GwEngineRoutes *
solve (const World *world, int64_t steps, int32_t threads, uint64_t seed)
{
  GwEngineRouting *routing = gw_engine_routing_new (&world->input, NULL);
  GwEngineRoutingOptions options = { .steps = steps, .threads = threads, .seed = seed };
  GwEngineRoutingResult result;
  GwEngineRoutes *routes = gw_engine_routing_solve (routing, &options, &result);

  GW_CHECK (result.steps_done == steps);
  gw_engine_routing_free (routing);
  return routes;
}

static bool
are_equal (const GwEngineRoutes *a, const GwEngineRoutes *b)
{
  return a->cost == b->cost && a->n_served == b->n_served &&
         memcmp (a->first, b->first, ((size_t) a->n_vehicles + 1) * sizeof *a->first) == 0 &&
         memcmp (a->operations, b->operations, (size_t) a->n_served * sizeof *a->operations) == 0;
}

static void
check_right_and_repeatable (bool is_plain, int32_t n, int64_t steps, int32_t threads)
{
  World *world = make_world (n, 30, is_plain, (uint64_t) n);
  GwEngineRoutes *routes = solve (world, steps, threads, 7);
  GwEngineRoutes *again = solve (world, steps, threads, 7);

  GW_CHECK (routes->n_unserved == 0);
  GW_CHECK (are_right (world, routes));
  GW_CHECK (are_equal (routes, again));
  gw_engine_routes_free (routes);
  gw_engine_routes_free (again);
  free (world);
}

static void
test_too_small_a_fleet (void)
{
  World *world = make_world (60, 2, true, 3);
  GwEngineRoutes *routes = solve (world, 2000, 2, 1);

  GW_CHECK (routes->n_unserved > 0);
  GW_CHECK (are_right (world, routes));
  gw_engine_routes_free (routes);
  free (world);
}

static void
test_nothing_to_do (void)
{
  World *world = make_world (0, 2, true, 3);
  GwEngineRoutes *routes = solve (world, 10, 1, 1);

  GW_CHECK (routes->n_served == 0 && routes->cost == 0);
  gw_engine_routes_free (routes);
  free (world);
}

static void
test_faults (void)
{
  World *world = make_world (4, 2, true, 3);
  const char *fault = NULL;

  world->operations[2].close = world->operations[2].open - 1;
  GW_CHECK (gw_engine_routing_new (&world->input, &fault) == NULL && fault != NULL);
  free (world);
}

static void
test_cancel (void)
{
  World *world = make_world (50, 30, true, 5);
  GwEngineRouting *routing = gw_engine_routing_new (&world->input, NULL);
  atomic_int cancel = 1;
  GwEngineRoutingOptions options = { .steps = INT64_C (1) << 40, .threads = 2, .cancel = &cancel };
  GwEngineRoutingResult result;
  GwEngineRoutes *routes = gw_engine_routing_solve (routing, &options, &result);

  GW_CHECK (result.was_cancelled);
  GW_CHECK (are_right (world, routes));
  gw_engine_routes_free (routes);
  gw_engine_routing_free (routing);
  free (world);
}

static void
test_one_trajectory (void)
{
  check_right_and_repeatable (true, 100, 4000, 1);
}

static void
test_split_routes (void)
{
  check_right_and_repeatable (true, 100, 4000, 2);
}

static void
test_pool (void)
{
  check_right_and_repeatable (true, 24, 200000, 2);
}

static void
test_skills (void)
{
  check_right_and_repeatable (false, 60, 4000, 2);
  check_right_and_repeatable (false, 24, 200000, 2);
}

int
main (void)
{
  gw_tap_run ("one trajectory", test_one_trajectory);
  gw_tap_run ("routes split among threads", test_split_routes);
  gw_tap_run ("the pool", test_pool);
  gw_tap_run ("skills, and matrices that differ by direction", test_skills);
  gw_tap_run ("a fleet that is too small", test_too_small_a_fleet);
  gw_tap_run ("nothing to do", test_nothing_to_do);
  gw_tap_run ("faults", test_faults);
  gw_tap_run ("cancel", test_cancel);
  return gw_tap_done ();
}
