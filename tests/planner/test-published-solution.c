/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written solutions: out and in again without loss, each read by the verifier, and faults told. */
#include "config.h"

#include "gw-engine-verify-routes.h"
#include "gw-error.h"
#include "gw-published-samples.h"
#include "gw-published-solution.h"

#include <math.h>
#include <string.h>

static GwPublishedInstance *
read_instance (GwPublishedFamily family)
{
  g_autoptr (GError) error = NULL;
  const char *text = gw_published_samples[family];
  GwPublishedInstance *instance = gw_published_instance_read (family, text, strlen (text), &error);

  g_assert_no_error (error);
  return instance;
}

static GwPublishedSolution *
read_solution (const GwPublishedInstance *instance, const char *text)
{
  g_autoptr (GError) error = NULL;
  GwPublishedSolution *solution = gw_published_solution_read (instance, text, strlen (text),
                                                              &error);

  g_assert_no_error (error);
  return solution;
}

/* Whether @solution is good; its cost in the terms of the publications. */
static double
verify (const GwPublishedInstance *instance, GwPublishedSolution *solution)
{
  GwEngineRoutingInput input = gw_published_instance_get_input (instance);
  GwEngineRoutesVerdict verdict;

  if (!solution->has_times)
    g_assert_true (gw_engine_routes_set_earliest (&input, &solution->routes));
  if (!gw_engine_verify_routes (&input, &solution->routes, &verdict))
    return -1;
  solution->routes.cost = verdict.cost;
  return gw_published_instance_get_cost (instance, verdict.cost);
}

static void
check_round_trip (const GwPublishedInstance *instance, const GwPublishedSolution *solution)
{
  g_autofree char *text = gw_published_solution_write (instance, &solution->routes);
  g_autoptr (GwPublishedSolution) again = read_solution (instance, text);
  const GwEngineRoutes *a = &solution->routes, *b = &again->routes;
  gsize size = (gsize) a->n_served * sizeof (gint32);

  g_assert_cmpint (a->n_served, ==, b->n_served);
  g_assert_cmpmem (a->operations, size, b->operations, size);
  if (again->has_times)
    g_assert_cmpmem (a->starts, size, b->starts, size);
  if (!isnan (again->cost))
    g_assert_cmpfloat_with_epsilon (again->cost, gw_published_instance_get_cost (instance, a->cost),
                                    0.0001);
}

static void
test_vrptw (void)
{
  g_autoptr (GwPublishedInstance) instance = read_instance (GW_PUBLISHED_VRPTW);
  g_autoptr (GwPublishedSolution)
      solution = read_solution (instance, "# by hand\nRoute #1: 1 2\nRoute #7: 3\nCost 301.0\n");
  g_autofree char *text = NULL;

  g_assert_false (solution->has_times);
  g_assert_cmpfloat (solution->cost, ==, 301.0);
  g_assert_cmpfloat (verify (instance, solution), ==, 60 + 60 + 90.5 + 90.5);
  text = gw_published_solution_write (instance, &solution->routes);
  g_assert_cmpstr (text, ==, "Route #1: 1 2\nRoute #2: 3\nCost 301.0\n");
  check_round_trip (instance, solution);
}

/* Three routes for two vans: read as they are, and not good. */
static void
test_fleet (void)
{
  g_autoptr (GwPublishedInstance) instance = read_instance (GW_PUBLISHED_VRPTW);
  g_autoptr (GwPublishedSolution)
      solution = read_solution (instance, "Route #1: 1\nRoute #2: 2\nRoute #3: 3\n");

  g_assert_true (isnan (solution->cost));
  g_assert_cmpint (solution->routes.n_vehicles, ==, 3);
  g_assert_cmpfloat (verify (instance, solution), ==, -1);
}

static void
test_hhcrsp (void)
{
  static const char *const written = "Route #1: 1/1@5.0000 3/1@30.0000\n"
                                     "Route #2: 2/2@20.0000 3/3@45.5000\n"
                                     "Cost 13.9028\n";
  g_autoptr (GwPublishedInstance) instance = read_instance (GW_PUBLISHED_HHCRSP);
  g_autoptr (GwPublishedSolution) solution = read_solution (instance, written);

  g_assert_true (solution->has_times);
  /* Patient 2 needs service 2, which colleague 2 has not learnt. */
  g_assert_cmpfloat (verify (instance, solution), ==, -1);
  g_clear_pointer (&solution, gw_published_solution_free);
  solution = read_solution (instance, "Route #1: 1/1@5 2/2@20 3/1@37.2083\nRoute #2: 3/3@50.5\n");
  g_assert_cmpfloat_with_epsilon (verify (instance, solution), (24.8705 + 20) / 3, 0.0001);
  check_round_trip (instance, solution);
}

static void
test_json (void)
{
  static const char *const written =
      "{ \"routes\": [\n"
      "  { \"caregiver_id\": \"c0\", \"locations\": [\n"
      "    { \"patient_id\": \"p0\", \"service_id\": \"s0\", \"arrival_time\": 60.0,\n"
      "      \"departure_time\": 90 },\n"
      "    { \"patient\": \"p1\", \"service\": \"s0\", \"arrival_time\": 100,\n"
      "      \"departure_time\": 120 }] },\n"
      "  { \"caregiver_id\": \"c1\", \"locations\": [\n"
      "    { \"patient\": \"p0\", \"service\": \"s1\", \"arrival_time\": 60,\n"
      "      \"departure_time\": 105 },\n"
      "    { \"patient\": \"p1\", \"service\": \"s1\", \"arrival_time\": 108,\n"
      "      \"departure_time\": 123 }] }] }";
  g_autoptr (GwPublishedInstance) instance = read_instance (GW_PUBLISHED_HHCRSP_JSON);
  g_autoptr (GwPublishedSolution) solution = read_solution (instance, written);

  g_assert_cmpfloat (verify (instance, solution), ==, -1); /* p1: s0 comes 15 to 45 after s1 */
  solution->routes.starts[1] = 130;
  g_assert_cmpfloat (verify (instance, solution), ==, (4 + 3 + 6 + 5 + 3 + 9 + 10 + 10) / 3.0);
  check_round_trip (instance, solution);
}

/* --- faults ----------------------------------------------------------------------------------- */

typedef struct
{
  GwPublishedFamily family;
  const char *text, *sentence;
} Fault;

static const Fault faults[] = {
  { GW_PUBLISHED_VRPTW, "1 2 3\n", "Line 1: The word Route" },
  { GW_PUBLISHED_VRPTW, "Route 1: 1 2 3\n", "Line 1: The number of a route" },
  { GW_PUBLISHED_VRPTW, "Route #1: 1 2\nRoute #2: 4\n", "Line 2: “4” is not in the instance" },
  { GW_PUBLISHED_HHCRSP, "Route #1: 1/1\nRoute #1: 2/2\n", "Line 2: Route #1 is here a second" },
  { GW_PUBLISHED_HHCRSP, "Route #1: 1/1@x\n", "Line 1: A time is needed" },
  { GW_PUBLISHED_HHCRSP, "Route #1: 1/1@5 2/2\n", "Some visits have a time" },
  { GW_PUBLISHED_HHCRSP, "Route #1: 1\n", "“1” is not in the instance" },
  { GW_PUBLISHED_HHCRSP_JSON, "{}", "“routes” is missing" },
  { GW_PUBLISHED_HHCRSP_JSON, "{\"routes\":[{\"caregiver_id\":\"x\"}]}", "routes[0]: “x” is not" },
  { GW_PUBLISHED_HHCRSP_JSON, "{\"routes\":[{\"caregiver_id\":\"c0\"},{\"caregiver_id\":\"c0\"}]}",
    "a second time" },
  { GW_PUBLISHED_HHCRSP_JSON,
    "{\"routes\":[{\"caregiver_id\":\"c0\",\"locations\":[{\"patient\":\"p0\",\"service\":\"s0\","
    "\"arrival_time\":60,\"departure_time\":89}]}]}",
    "shorter than its service" },
  { GW_PUBLISHED_HHCRSP_JSON,
    "{\"routes\":[{\"caregiver_id\":\"c0\",\"locations\":[{\"patient\":\"p0\",\"service\":\"s0\","
    "\"arrival_time\":\"8\",\"departure_time\":89}]}]}",
    "“arrival_time” is no whole number" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GwPublishedInstance) instance = read_instance (faults[i].family);
      g_autoptr (GError) error = NULL;
      g_assert_null (
          gw_published_solution_read (instance, faults[i].text, strlen (faults[i].text), &error));
      g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
      if (strstr (error->message, faults[i].sentence) == NULL)
        g_error ("case %u says “%s”", i, error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/routing-solution/vrptw", test_vrptw);
  g_test_add_func ("/planner/routing-solution/fleet", test_fleet);
  g_test_add_func ("/planner/routing-solution/hhcrsp", test_hhcrsp);
  g_test_add_func ("/planner/routing-solution/hhcrsp-json", test_json);
  g_test_add_func ("/planner/routing-solution/faults", test_faults);
  return g_test_run ();
}
