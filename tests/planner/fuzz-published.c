/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The readers of published routing formats and of their solutions against spoilt files. What must
 * hold: nothing crashes or hangs, a refusal is a sentence, and what is accepted is an instance whose
 * indices are in range, that the engine takes, and of which it makes routes that the verifier allows.
 */
#include "config.h"

#include "gw-engine-verify-routes.h"
#include "gw-fuzz.h"
#include "gw-published-samples.h"
#include "gw-published-solution.h"

#include <string.h>

/* So that the test cannot become one of refusals only. */
static guint n_taken;

static const char *const solutions[GW_PUBLISHED_N_FAMILIES] = {
  "Route #1: 1 2\nRoute #2: 3\nCost 301.0\n",
  "Route #1: 1/1@5 2/2@20 3/1@37.2083\nRoute #2: 3/3@50.5\nCost 14.9568\n",
  "{\"routes\":[{\"caregiver_id\":\"c0\",\"locations\":[{\"patient\":\"p0\",\"service\":\"s0\","
  "\"arrival_time\":60,\"departure_time\":90}]}]}",
};

static void
check_operations (const GwEngineRoutingInput *input)
{
  for (gint32 i = 0; i < input->n_operations; i++)
    {
      const GwEngineRoutingOperation *operation = &input->operations[i];
      g_assert_true (operation->place >= 0 && operation->place < input->n_places);
      g_assert_true (operation->open >= 0 && operation->open <= operation->close);
      g_assert_true (operation->close <= GW_ENGINE_ROUTING_MAX);
      g_assert_true (operation->duration >= 0 && operation->duration <= GW_ENGINE_ROUTING_MAX);
    }
}

static void
check_vehicles (const GwEngineRoutingInput *input)
{
  for (gint32 i = 0; i < input->n_vehicles; i++)
    {
      const GwEngineRoutingVehicle *vehicle = &input->vehicles[i];
      g_assert_true (vehicle->start_place >= 0 && vehicle->start_place < input->n_places);
      g_assert_true (vehicle->end_place >= 0 && vehicle->end_place < input->n_places);
      g_assert_true (vehicle->open <= vehicle->close);
    }
}

static void
check_links (const GwEngineRoutingInput *input)
{
  for (gint32 i = 0; i < input->n_links; i++)
    {
      g_assert_cmpint (input->links[i].first, <, input->links[i].second);
      g_assert_cmpint (input->links[i].second, <, input->n_operations);
      g_assert_cmpint (input->links[i].min_lag, <=, input->links[i].max_lag);
    }
}

/* Ten steps of the engine; nothing but what is not served may be wrong with the routes. */
static void
check_routes (const GwEngineRoutingInput *input)
{
  GwEngineRoutingOptions options = { .threads = 1, .steps = 10 };
  GwEngineRoutingResult result;
  GwEngineRoutesVerdict verdict;
  const char *fault;
  GwEngineRouting *routing = gw_engine_routing_new (input, &fault);
  GwEngineRoutes *routes;

  if (routing == NULL)
    g_error ("%s", fault);
  routes = gw_engine_routing_solve (routing, &options, &result);
  g_assert_nonnull (routes);
  gw_engine_verify_routes (input, routes, &verdict);
  g_assert_cmpint (verdict.cost, ==, routes->cost);
  for (gint rule = 0; rule < GW_ENGINE_ROUTES_N_RULES; rule++)
    if (rule != GW_ENGINE_ROUTES_UNSERVED && verdict.by_rule[rule] > 0)
      g_error ("%s", gw_engine_routes_rule_get_name ((GwEngineRoutesRule) rule));
  gw_engine_routes_free (routes);
  gw_engine_routing_free (routing);
}

static void
read_spoilt (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  GwPublishedFamily family = (GwPublishedFamily) GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwPublishedInstance)
      instance = gw_published_instance_read (family, (const char *) bytes, n_bytes, &error);
  GwEngineRoutingInput input;

  if (instance == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  input = gw_published_instance_get_input (instance);
  for (gint32 i = 0; i < input.n_places * input.n_places; i++)
    g_assert_true (input.distance[i] >= 0 && input.distance[i] <= GW_ENGINE_ROUTING_MAX);
  check_operations (&input);
  check_vehicles (&input);
  check_links (&input);
  check_routes (&input);
  n_taken++;
}

static void
read_spoilt_solution (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  const GwPublishedInstance *instance = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwPublishedSolution)
      solution = gw_published_solution_read (instance, (const char *) bytes, n_bytes, &error);

  g_assert_true ((solution == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  else
    for (gint32 i = 0; i < solution->routes.n_served; i++)
      g_assert_cmpint (solution->routes.operations[i], <, instance->n_operations);
}

static void
fuzz_solutions (GwPublishedFamily family)
{
  const char *text = gw_published_samples[family];
  g_autoptr (GwPublishedInstance)
      instance = gw_published_instance_read (family, text, strlen (text), NULL);

  gw_fuzz_run (solutions + family, 1, read_spoilt_solution, instance);
}

int
main (void)
{
  g_print ("TAP version 13\n1..%d\n", GW_PUBLISHED_N_FAMILIES);
  for (gint family = 0; family < GW_PUBLISHED_N_FAMILIES; family++)
    {
      gw_fuzz_run (gw_published_samples + family, 1, read_spoilt, GINT_TO_POINTER (family));
      fuzz_solutions ((GwPublishedFamily) family);
      g_assert_cmpuint (n_taken, >, gw_fuzz_get_rounds () / 100);
      n_taken = 0;
      g_print ("ok %d - %s\n", family + 1,
               gw_published_family_get_name ((GwPublishedFamily) family));
    }
  return 0;
}
