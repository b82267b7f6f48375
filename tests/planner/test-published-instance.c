/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published routing formats: what is in a small file comes out, and faults are told with a place. */
#include "config.h"

#include "gw-error.h"
#include "gw-published-samples.h"

#include <string.h>

static GwPublishedInstance *
read_sample (GwPublishedFamily family)
{
  g_autoptr (GError) error = NULL;
  const char *text = gw_published_samples[family];
  GwPublishedInstance *instance = gw_published_instance_read (family, text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (instance);
  return instance;
}

static void
test_families (void)
{
  for (guint i = 0; i < GW_PUBLISHED_N_FAMILIES; i++)
    g_assert_cmpint (
        gw_published_family_find (gw_published_family_get_name ((GwPublishedFamily) i)), ==, i);
  g_assert_cmpint (gw_published_family_find ("tsp"), ==, GW_PUBLISHED_N_FAMILIES);
}

static void
test_vrptw (void)
{
  g_autoptr (GwPublishedInstance) instance = read_sample (GW_PUBLISHED_VRPTW);
  GwEngineRoutingInput input = gw_published_instance_get_input (instance);

  g_assert_cmpint (input.n_operations, ==, 3);
  g_assert_cmpint (input.n_places, ==, 4);
  g_assert_cmpint (input.n_vehicles, ==, 2);
  g_assert_cmpint (input.distance[0 * 4 + 1], ==, 300);
  g_assert_cmpint (input.distance[3 * 4 + 0], ==, 905);
  g_assert_cmpint (input.operations[0].open, ==, 200);
  g_assert_cmpint (input.operations[2].duration, ==, 125);
  g_assert_cmpint (input.operations[2].demand, ==, 10);
  g_assert_cmpint (input.vehicles[1].close, ==, 3000);
  g_assert_cmpint (input.vehicles[1].capacity, ==, 25);
  g_assert_false (input.is_soft);
  g_assert_null (input.may_do);
  g_assert_cmpstr (instance->patients[2], ==, "3");
  g_assert_cmpfloat (gw_published_instance_get_cost (instance, 1815), ==, 181.5);
}

static void
test_hhcrsp (void)
{
  g_autoptr (GwPublishedInstance) instance = read_sample (GW_PUBLISHED_HHCRSP);
  GwEngineRoutingInput input = gw_published_instance_get_input (instance);

  g_assert_cmpint (input.n_operations, ==, 4);
  g_assert_cmpint (input.n_vehicles, ==, 2);
  g_assert_cmpint (input.distance[2 * 5 + 1], ==, 31623);
  g_assert_cmpint (input.operations[1].duration, ==, 105000);
  g_assert_cmpint (input.operations[3].close, ==, 700000);
  g_assert_cmpint (input.n_links, ==, 1);
  g_assert_cmpint (input.links[0].first, ==, 2);
  g_assert_cmpint (input.links[0].second, ==, 3);
  g_assert_cmpint (input.links[0].min_lag, ==, 100000);
  g_assert_cmpint (input.links[0].max_lag, ==, 200000);
  g_assert_cmpmem (input.may_do, 8, ((guint8[]){ 1, 1, 1, 0, 1, 1, 0, 1 }), 8);
  g_assert_true (input.is_soft);
  g_assert_cmpstr (instance->patients[3], ==, "3");
  g_assert_cmpstr (instance->services[3], ==, "3");
  g_assert_cmpfloat (gw_published_instance_get_cost (instance, 30000), ==, 1);
}

static void
test_json (void)
{
  g_autoptr (GwPublishedInstance) instance = read_sample (GW_PUBLISHED_HHCRSP_JSON);
  GwEngineRoutingInput input = gw_published_instance_get_input (instance);

  g_assert_cmpint (input.n_operations, ==, 4);
  g_assert_cmpint (input.n_vehicles, ==, 3);
  g_assert_cmpint (input.distance[0 * 4 + 1], ==, 7);
  g_assert_cmpint (input.distance[1 * 4 + 0], ==, 8);
  g_assert_cmpint (input.operations[0].duration, ==, 30);
  g_assert_cmpint (input.operations[1].duration, ==, 45);
  g_assert_cmpint (input.operations[1].open, ==, 60);
  g_assert_cmpint (input.operations[1].close, ==, 90);
  g_assert_cmpint (input.operations[3].place, ==, 3);
  g_assert_cmpint (input.vehicles[0].start_place, ==, 1);
  g_assert_cmpint (input.vehicles[0].end_place, ==, 1);
  g_assert_cmpint (input.vehicles[0].open, ==, 30);
  g_assert_cmpint (input.vehicles[1].close, ==, GW_ENGINE_ROUTING_MAX);
  g_assert_cmpint (input.n_links, ==, 2);
  g_assert_cmpint (input.links[0].max_lag, ==, 0);
  g_assert_cmpint (input.links[1].min_lag, ==, 15);
  g_assert_cmpmem (input.may_do, 12, ((guint8[]){ 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1 }), 12);
  g_assert_cmpstr (instance->caregivers[2], ==, "c2");
  g_assert_cmpstr (instance->services[1], ==, "s1");
}

/* The end of a shift binds when it is asked to; without a shift nothing does. */
static void
test_shifts (void)
{
  g_autoptr (GwPublishedInstance) instance = read_sample (GW_PUBLISHED_HHCRSP_JSON);
  gint32 first[] = { 0, 1, 1, 2 }, operations[] = { 0, 3 }, starts[] = { 250, 500 };
  GwEngineRoutes routes = {
    .n_vehicles = 3, .n_served = 2, .first = first, .operations = operations, .starts = starts
  };

  /* Back at 250 + 30 + 4, with a shift to 270. */
  g_assert_cmpfloat (gw_published_instance_get_overtime (instance, &routes), ==, 14);
  gw_published_instance_close_shifts (instance);
  g_assert_cmpint (instance->vehicles[0].close, ==, 270);
  g_assert_cmpint (instance->vehicles[1].close, ==, 240);
  g_assert_cmpint (instance->vehicles[2].close, ==, GW_ENGINE_ROUTING_MAX);
}

/* --- faults ----------------------------------------------------------------------------------- */

typedef struct
{
  GwPublishedFamily family;
  const char *find, *replacement; /* in the sample */
  const char *sentence;           /* what the fault says */
} Fault;

static const Fault faults[] = {
  { GW_PUBLISHED_VRPTW, "VEHICLE", "VANS", "Line 3: The word VEHICLE" },
  { GW_PUBLISHED_VRPTW, "  2   ", "  0   ", "Line 5: A number from 1" },
  { GW_PUBLISHED_VRPTW, "70   10", "70   ten", "Line 12: A number from" },
  { GW_PUBLISHED_VRPTW, "40   10  ", "40", "Line 11: A customer has seven" },
  { GW_PUBLISHED_VRPTW, "12.5", "12.5 9", "The file ends" },
  { GW_PUBLISHED_VRPTW, "    2   ", "    5   ", "Line 12: Customer 2 is needed" },
  { GW_PUBLISHED_VRPTW, "20   100", "200   100", "Line 11: The window ends" },
  { GW_PUBLISHED_VRPTW, "     0   300", " 0 nan ", "Line 10: A number from" },
  { GW_PUBLISHED_HHCRSP, "nbServi\n3", "nbServi\n3.5", "Line 6: A whole number" },
  { GW_PUBLISHED_HHCRSP, "nbNodes\n5", "nbNodes\n3000", "too short" },
  { GW_PUBLISHED_HHCRSP, "1 0 0\n", "1 2 0\n", "Line 9: A number from 0 to 1" },
  { GW_PUBLISHED_HHCRSP, "1 0 0\n", "0 0 0\n", "Patient 1 needs 0 services" },
  { GW_PUBLISHED_HHCRSP, "mind", "d", "The table d is here a second time" },
  { GW_PUBLISHED_HHCRSP, "maxd\n0 0 0 20 0\n", "", "The table maxd is missing" },
  { GW_PUBLISHED_HHCRSP, "maxd\n0 0 0 20", "maxd\n0 0 0 5",
    "time between the services of patient 3" },
  { GW_PUBLISHED_HHCRSP, "l\n600", "l\n600 1", "name of a table" },
  { GW_PUBLISHED_HHCRSP, "p\n0 0 0\n0 0 0\n10 10", "p\n0 0 0\n0 0 0\n11 10", "supported" },
  { GW_PUBLISHED_HHCRSP_JSON, "[[0, 7", "[[0, -7", "distances[0][1]: A whole number" },
  { GW_PUBLISHED_HHCRSP_JSON, "[[0, 7", "[[0, 1, 7", "distances[0]: This list has more than" },
  { GW_PUBLISHED_HHCRSP_JSON, "[60.0", "[60.5", "patients[0].time_window[0]: A whole number" },
  { GW_PUBLISHED_HHCRSP_JSON, "[60.0", "[100", "patients[0].time_window: The first number" },
  { GW_PUBLISHED_HHCRSP_JSON, "[\"c2\"]", "[\"c9\"]", "“c9” is not in the file" },
  { GW_PUBLISHED_HHCRSP_JSON, "\"c1\"", "\"c0\"", "“c0” is here a second time" },
  { GW_PUBLISHED_HHCRSP_JSON, "sequential", "later", "neither simultaneous nor" },
  { GW_PUBLISHED_HHCRSP_JSON, "[30, 270]", "[30]", "working_shift[1]: This is missing" },
  { GW_PUBLISHED_HHCRSP_JSON, "\"patients\"", "\"clients\"", "There is no patient" },
  { GW_PUBLISHED_HHCRSP_JSON, "\"s1\" }]", "\"s1\" ]", "not JSON" },
};

static char *
spoil (const Fault *fault)
{
  const char *sample = gw_published_samples[fault->family];
  const char *at = strstr (sample, fault->find);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (sample, (gsize) (at - sample));
  return g_strconcat (before, fault->replacement, at + strlen (fault->find), NULL);
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = spoil (&faults[i]);
      g_autoptr (GError) error = NULL;
      g_assert_null (gw_published_instance_read (faults[i].family, text, strlen (text), &error));
      g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
      if (strstr (error->message, faults[i].sentence) == NULL)
        g_error ("case %u says “%s”", i, error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/routing/families", test_families);
  g_test_add_func ("/planner/routing/vrptw", test_vrptw);
  g_test_add_func ("/planner/routing/hhcrsp", test_hhcrsp);
  g_test_add_func ("/planner/routing/hhcrsp-json", test_json);
  g_test_add_func ("/planner/routing/shifts", test_shifts);
  g_test_add_func ("/planner/routing/faults", test_faults);
  return g_test_run ();
}
