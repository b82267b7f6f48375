/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How soon a cancel is heard by the search for routes, in each of its ways to search:
 *
 *     bench-cancel MOMENTS
 *
 * Processor time of both threads, so that a busy machine says the same; with GW_BENCH_FULL the time
 * that passes. Moments are drawn from the first three seconds, half of them from the first 0.2.
 */
#include "canceller.h"

#include <stdio.h>
#include <stdlib.h>

#include "gw-engine-random.h"
#include "gw-engine-routing.h"
#include "gw-town-map.h"

#define MOST 1000
#define VEHICLES 250
#define LIMIT 50 /* ms */

/* A way to search, and a problem and budget that lead there. */
typedef struct
{
  const char *name;
  int32_t n;
  bool is_linked;
  int64_t steps;
} Way;

static int32_t distance[(MOST + 1) * (MOST + 1)];
static GwEngineRoutingOperation operations[MOST];
static GwEngineRoutingVehicle vehicles[VEHICLES];
static GwEngineRoutingLink links[MOST / 4];

/* A town of @way's size around one depot; a third of the visits need two when it is linked. */
static GwEngineRouting *
make_town (const Way *way)
{
  static int32_t x[MOST + 1], y[MOST + 1];
  int32_t n = way->n;
  GwEngineRandom random;
  GwEngineRoutingInput input = { .n_places = n + 1,
                                 .n_operations = n,
                                 .n_vehicles = way->is_linked ? n / 8 : VEHICLES,
                                 .n_links = way->is_linked ? n / 6 : 0,
                                 .distance = distance,
                                 .operations = operations,
                                 .vehicles = vehicles,
                                 .links = links,
                                 .distance_weight = 1,
                                 .tardiness_weight = way->is_linked,
                                 .greatest_tardiness_weight = way->is_linked,
                                 .is_soft = way->is_linked };

  gw_engine_random_init (&random, 1, 0);
  for (int32_t i = 0; i <= n; i++)
    {
      x[i] = gw_engine_random_below (&random, 1000);
      y[i] = gw_engine_random_below (&random, 1000);
    }
  gw_town_measure (n + 1, x, y, distance);
  for (int32_t o = 0; o < n; o++)
    {
      int32_t open = 2000 + gw_engine_random_below (&random, 4000);
      int32_t close = open + 300 + gw_engine_random_below (&random, 1500);

      operations[o] = (GwEngineRoutingOperation){ o + 1, 100, open, close, 1 };
    }
  for (int32_t v = 0; v < VEHICLES; v++)
    vehicles[v] = (GwEngineRoutingVehicle){ 0, 0, 0, way->is_linked ? 100000 : 12000, MOST };
  for (int32_t i = 0; i < input.n_links; i++)
    links[i] = (GwEngineRoutingLink){ 2 * i, 2 * i + 1, 0, i % 2 ? 0 : 300 };
  return gw_engine_routing_new (&input, NULL);
}

/* Milliseconds from a cancel @after the beginning to the answer. */
static double
time_cancel (const GwEngineRouting *routing, const Way *way, double after)
{
  Canceller canceller;
  GwEngineRoutingOptions options = { .threads = 2,
                                     .steps = way->steps,
                                     .cancel = &canceller.cancel };
  GwEngineRoutingResult result;
  double seconds;

  canceller_start (&canceller, after);
  gw_engine_routes_free (gw_engine_routing_solve (routing, &options, &result));
  seconds = canceller_stop (&canceller);
  if (!result.was_cancelled)
    printf ("# %s: done before it was cancelled\n", way->name);
  return 1000 * seconds;
}

/* Returns whether the limit is met. */
static bool
measure (const Way *way, int moments)
{
  GwEngineRouting *routing = make_town (way);
  double *times = calloc ((size_t) moments, sizeof *times);
  GwEngineRandom random;
  bool is_met;

  if (routing == NULL || times == NULL)
    exit (2);
  gw_engine_random_init (&random, 2, 0);
  for (int i = 0; i < moments; i++)
    times[i] = time_cancel (routing, way,
                            gw_engine_random_below (&random, i % 2 ? 200 : 3000) * 1e-3);
  qsort (times, (size_t) moments, sizeof *times, compare_doubles);
  is_met = times[moments - 1] <= LIMIT;
  printf ("%-40s %8.1f ms %8.1f ms %8d ms  %s\n", way->name, times[moments / 2], times[moments - 1],
          LIMIT, is_met ? "met" : "MISSED");
  fflush (stdout);
  free (times);
  gw_engine_routing_free (routing);
  return is_met;
}

int
main (int argc, char **argv)
{
  static const Way ways[] = {
    { "1,000 customers, routes shared", MOST, false, 5000000 },
    { "1,000 customers, population", MOST, false, 12000000 },
    { "300 customers, population", 300, false, 6000000 },
    { "300 linked operations, pool", 300, true, 1000000 },
  };
  int moments = argc > 1 ? atoi (argv[1]) : 20;

  if (moments < 1)
    return 2;
  printf ("\nFrom a cancel to the answer, two threads, %d moments\n%-40s %11s %11s %11s\n", moments,
          "way of searching", "median", "longest", "limit");
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    missed += !measure (&ways[i], moments);
  return missed > 0;
}
