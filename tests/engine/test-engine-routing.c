/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes: whatever the search returns is checked by the verifier, which shares nothing with the
 * search; budgets of steps repeat.
 */
#include <stddef.h>
#include <string.h>

#include "gw-engine-verify-routes.h"
#include "gw-routing-world.h"
#include "gw-tap.h"

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

/* Checks that all is served by the rules, and that the same steps give the same routes; frees @world.
 * Returns how many vehicles are used. */
static int32_t
check_right_and_repeatable (World *world, int64_t steps, int32_t threads)
{
  GwEngineRoutes *routes = solve (world, steps, threads, 7);
  GwEngineRoutes *again = solve (world, steps, threads, 7);
  int32_t n_used = 0;

  for (int32_t v = 0; v < routes->n_vehicles; v++)
    n_used += routes->first[v + 1] > routes->first[v];
  GW_CHECK (routes->n_unserved == 0);
  GW_CHECK (are_right (world, routes));
  GW_CHECK (are_equal (routes, again));
  gw_engine_routes_free (routes);
  gw_engine_routes_free (again);
  free (world);
  return n_used;
}

static void
test_links (void)
{
  check_right_and_repeatable (make_linked_world (60, 12, 60), 2000, 1);
  check_right_and_repeatable (make_linked_world (60, 12, 60), 2000, 2);
  check_right_and_repeatable (make_linked_world (18, 12, 18), 40000, 2);
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
  check_right_and_repeatable (make_world (100, 30, true, 100), 4000, 1);
}

static void
test_split_routes (void)
{
  GW_CHECK_INT (check_right_and_repeatable (make_split_world (), 4000, 2), >=, 32);
}

static void
test_population (void)
{
  /* 4,000 steps for each operation, of all threads together, lead there. */
  check_right_and_repeatable (make_world (16, 30, true, 16), 70000, 1);
  check_right_and_repeatable (make_world (24, 30, true, 24), 50000, 2);
  check_right_and_repeatable (make_world (40, 30, true, 40), 85000, 2);
}

static void
test_skills (void)
{
  check_right_and_repeatable (make_world (60, 30, false, 60), 4000, 2);
  check_right_and_repeatable (make_world (16, 30, false, 16), 40000, 2);
}

int
main (void)
{
  gw_tap_run ("one trajectory", test_one_trajectory);
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
