/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The readers of published routing formats and of their solutions against spoilt files. What must hold: nothing crashes or
 * hangs, a refusal is a sentence, and what is accepted is an instance whose indices are in range.
 */
#include "config.h"

#include "gw-fuzz.h"
#include "gw-routing-samples.h"
#include "gw-routing-solution.h"

#include <string.h>

static const char *const solutions[GW_ROUTING_N_FAMILIES] = {
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

static void
read_spoilt (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  GwRoutingFamily family = (GwRoutingFamily) GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRoutingInstance)
      instance = gw_routing_instance_read (family, (const char *) bytes, n_bytes, &error);
  GwEngineRoutingInput input;

  if (instance == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  input = gw_routing_instance_get_input (instance);
  for (gint32 i = 0; i < input.n_places * input.n_places; i++)
    g_assert_true (input.distance[i] >= 0 && input.distance[i] <= GW_ENGINE_ROUTING_MAX);
  check_operations (&input);
  check_vehicles (&input);
  check_links (&input);
}

static void
read_spoilt_solution (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  const GwRoutingInstance *instance = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GwRoutingSolution)
      solution = gw_routing_solution_read (instance, (const char *) bytes, n_bytes, &error);

  g_assert_true ((solution == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  else
    for (gint32 i = 0; i < solution->routes.n_served; i++)
      g_assert_cmpint (solution->routes.operations[i], <, instance->n_operations);
}

static void
fuzz_solutions (GwRoutingFamily family)
{
  const char *text = gw_routing_samples[family];
  g_autoptr (GwRoutingInstance)
      instance = gw_routing_instance_read (family, text, strlen (text), NULL);

  gw_fuzz_run (solutions + family, 1, read_spoilt_solution, instance);
}

int
main (void)
{
  g_print ("TAP version 13\n1..%d\n", GW_ROUTING_N_FAMILIES);
  for (gint family = 0; family < GW_ROUTING_N_FAMILIES; family++)
    {
      gw_fuzz_run (gw_routing_samples + family, 1, read_spoilt, GINT_TO_POINTER (family));
      fuzz_solutions ((GwRoutingFamily) family);
      g_print ("ok %d - %s\n", family + 1, gw_routing_family_get_name ((GwRoutingFamily) family));
    }
  return 0;
}
