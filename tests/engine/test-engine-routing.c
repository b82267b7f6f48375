/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes: whatever the search returns is checked by the verifier, which shares nothing with the
 * search; budgets of steps repeat.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "gw-engine-random.h"
#include "gw-engine-routing.h"
#include "gw-engine-verify-routes.h"
#include "gw-tap.h"

#define MOST 128

typedef struct
{
  int32_t distance[MOST * MOST], travel[MOST * MOST];
  GwEngineRoutingOperation operations[MOST];
  GwEngineRoutingVehicle vehicles[MOST];
  GwEngineRoutingLink links[MOST];
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

/* Whether the routes obey every rule and cost what they say; some may be missing. */
static bool
are_right (const World *world, const GwEngineRoutes *routes)
{
  GwEngineRoutesVerdict verdict;

  gw_engine_verify_routes (&world->input, routes, &verdict);
  for (int32_t rule = 0; rule < GW_ENGINE_ROUTES_N_RULES; rule++)
    if (rule != GW_ENGINE_ROUTES_UNSERVED && verdict.by_rule[rule] > 0)
      {
        printf ("# broken: %s\n", gw_engine_routes_rule_get_name ((GwEngineRoutesRule) rule));
        return false;
      }
  return verdict.cost == routes->cost && verdict.n_unserved == routes->n_unserved &&
         verdict.greatest_tardiness == routes->greatest_tardiness;
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

/* Late starts cost, and every third operation is tied to the next one. */
static World *
make_linked_world (int32_t n, int32_t n_vehicles, uint64_t seed)
{
  World *world = make_world (n, n_vehicles, false, seed);
  GwEngineRoutingInput *input = &world->input;

  for (int32_t o = 0; o + 1 < n; o += 3)
    {
      world->operations[o + 1].open = world->operations[o].open;
      world->operations[o + 1].close = world->operations[o].close;
      world->links[input->n_links++] = (GwEngineRoutingLink){ o, o + 1, (o % 2) * 20,
                                                              (o % 2) * 20 + (o % 4) * 15 };
    }
  input->links = world->links;
  input->is_soft = true;
  input->tardiness_weight = 2;
  input->greatest_tardiness_weight = 3;
  return world;
}

static void
check_linked (int32_t n, int64_t steps, int32_t threads)
{
  World *world = make_linked_world (n, 12, (uint64_t) n);
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
test_links (void)
{
  check_linked (60, 2000, 1);
  check_linked (60, 2000, 2);
  check_linked (18, 40000, 2);
}

/* The cost that is kept by difference, against the verifier, step after step: a search of one step
 * more each time. */
static void
test_differences (void)
{
  World *world = make_linked_world (40, 8, 11);

  for (int64_t steps = 1; steps < 120; steps++)
    {
      GwEngineRoutes *routes = solve (world, steps, 1, (uint64_t) steps);

      GW_CHECK (are_right (world, routes));
      gw_engine_routes_free (routes);
    }
  free (world);
}

static void
test_too_small_a_fleet (void)
{
  for (int32_t n = 24; n <= 60; n += 36)
    {
      World *world = make_world (n, 2, true, 3);
      /* The smaller one would have a population. */
      GwEngineRoutes *routes = solve (world, n == 24 ? 80000 : 2000, 2, 1);

      GW_CHECK (routes->n_unserved > 0);
      GW_CHECK (are_right (world, routes));
      gw_engine_routes_free (routes);
      free (world);
    }
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

/* Where the world has a number, what it is changed to, and what is said then. */
typedef struct
{
  size_t where;
  int32_t value;
  const char *says;
} Fault;

#define AT(member) offsetof (World, member)

static void
test_faults (void)
{
  static const Fault faults[] = {
    { AT (input.n_places), 0, "no places" },
    { AT (input.n_operations), GW_ENGINE_ROUTING_MOST_OPERATIONS + 1, "too many" },
    { AT (input.n_vehicles), 0, "no vehicles" },
    { AT (input.n_links), -1, "too many" },
    { AT (input.distance_weight), -1, "weight" },
    { AT (input.tardiness_weight), GW_ENGINE_ROUTING_MAX + 1, "weight" },
    { AT (distance[1]), -1, "distance" },
    { AT (travel[1]), GW_ENGINE_ROUTING_MAX + 1, "travel time" },
    { AT (operations[2].place), 99, "place that does not exist" },
    { AT (operations[2].duration), -1, "duration" },
    { AT (operations[2].demand), -1, "demand" },
    { AT (operations[2].open), -GW_ENGINE_ROUTING_MAX - 1, "window" },
    { AT (operations[2].close), -GW_ENGINE_ROUTING_MAX, "window" },
    { AT (vehicles[1].start_place), -1, "vehicle starts" },
    { AT (vehicles[1].end_place), 99, "vehicle starts or ends" },
    { AT (vehicles[1].close), -1, "span" },
    { AT (vehicles[1].capacity), -1, "capacity" },
    { AT (links[0].first), 99, "does not exist" },
    { AT (links[0].second), 0, "one twice" },
    { AT (links[0].min_lag), 5000, "lag" },
    { AT (links[1].first), 1, "two links" },
  };

  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    {
      World *world = make_world (6, 3, false, 3);
      const char *fault = NULL;
      int32_t *number = (int32_t *) (void *) ((char *) world + faults[i].where);

      world->links[0] = (GwEngineRoutingLink){ 0, 1, 0, 10 };
      world->links[1] = (GwEngineRoutingLink){ 2, 3, 0, 10 };
      world->input.n_links = 2;
      world->input.links = world->links;
      *number = faults[i].value;
      GW_CHECK (gw_engine_routing_new (&world->input, &fault) == NULL && fault != NULL);
      GW_CHECK (fault != NULL && strstr (fault, faults[i].says) != NULL);
      free (world);
    }
}

/* What would overflow is refused as a whole. */
static void
test_too_great (void)
{
  for (int which = 0; which < 3; which++)
    {
      World *world = make_world (6, 3, false, 3);
      const char *fault = NULL;

      for (int32_t o = 0; o < 6; o++)
        {
          world->operations[o].demand = which == 0 ? GW_ENGINE_ROUTING_MAX : 0;
          world->operations[o].duration = which == 1 ? GW_ENGINE_ROUTING_MAX : 1;
        }
      if (which == 2)
        world->input.distance_weight = world->input.tardiness_weight = GW_ENGINE_ROUTING_MAX;
      world->distance[1] = which == 2 ? GW_ENGINE_ROUTING_MAX : 10;
      world->input.is_soft = true;
      GW_CHECK (gw_engine_routing_new (&world->input, &fault) == NULL);
      GW_CHECK (fault != NULL &&
                (strstr (fault, "great") != NULL || strstr (fault, "long") != NULL));
      free (world);
    }
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
test_population (void)
{
  /* 4,000 steps for each operation, of all threads together, lead there. */
  check_right_and_repeatable (true, 16, 70000, 1);
  check_right_and_repeatable (true, 24, 50000, 2);
  check_right_and_repeatable (true, 40, 85000, 2);
}

static void
test_skills (void)
{
  check_right_and_repeatable (false, 60, 4000, 2);
  check_right_and_repeatable (false, 16, 40000, 2);
}

/* A clock that goes on while it is looked at a few times, and then stands still. */
static double
tick_a_while (void *data)
{
  double *time = data;

  if (*time < 0.1)
    *time += 0.01;
  return *time;
}

/* Seconds become steps by a burst of searching that must leave no trace. */
static void
check_seconds_as_steps (bool is_plain, int32_t n, int32_t threads)
{
  World *world = make_world (n, 30, is_plain, (uint64_t) n);
  GwEngineRouting *routing = gw_engine_routing_new (&world->input, NULL);
  double time = 0;
  GwEngineRoutingOptions options = {
    .seconds = 1, .clock = tick_a_while, .clock_data = &time, .threads = threads, .seed = 7
  };
  GwEngineRoutingResult result, repeated;
  GwEngineRoutes *routes = gw_engine_routing_solve (routing, &options, &result);
  GwEngineRoutingOptions repeat = {
    .steps = result.steps_planned, .stop_after = result.steps_done, .threads = threads, .seed = 7
  };
  GwEngineRoutes *again = gw_engine_routing_solve (routing, &repeat, &repeated);

  GW_CHECK_INT (repeated.steps_done, ==, result.steps_done);
  GW_CHECK (are_equal (routes, again));
  gw_engine_routes_free (routes);
  gw_engine_routes_free (again);
  gw_engine_routing_free (routing);
  free (world);
}

static void
test_seconds_as_steps (void)
{
  for (int32_t n = 40; n <= 100; n += 60)
    for (int32_t threads = 1; threads <= 2; threads++)
      {
        check_seconds_as_steps (true, n, threads);
        check_seconds_as_steps (false, n, threads);
      }
}

int
main (void)
{
  gw_tap_run ("one trajectory", test_one_trajectory);
  gw_tap_run ("seconds become steps", test_seconds_as_steps);
  gw_tap_run ("routes split among threads", test_split_routes);
  gw_tap_run ("the population", test_population);
  gw_tap_run ("the pool: skills, and matrices that differ by direction", test_skills);
  gw_tap_run ("late starts and links", test_links);
  gw_tap_run ("differences add up", test_differences);
  gw_tap_run ("a fleet that is too small", test_too_small_a_fleet);
  gw_tap_run ("nothing to do", test_nothing_to_do);
  gw_tap_run ("faults", test_faults);
  gw_tap_run ("numbers too great together", test_too_great);
  gw_tap_run ("cancel", test_cancel);
  return gw_tap_done ();
}
