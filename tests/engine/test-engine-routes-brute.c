/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search against trying everything: thousands of tiny random routing problems, with links,
 * skills, capacity, shifts, hard and soft windows. What the engine says about its routes must be
 * what the verifier says, always. It must find the same optimum: nearly always in a short search
 * from the first seed, and else in a longer one from another seed, since a search by chance promises
 * no more. The first argument is how many problems, the second the first of them.
 */
#include "config.h"

#include "gw-tap.h"
#include "gw-tiny-routing.h"

#include <stdlib.h>

#define N_PROBLEMS 2000
#define STEPS 2000
/* One problem in ten has so many at once: only then are plans crossed, in a pool or a population. */
#define LONG_STEPS 30000
#define LONG_EVERY 10
#define MORE_STEPS 20000
#define MOST_TRIES 8
#define HORIZON 40

static uint32_t n_problems = N_PROBLEMS, first_seed = 1;

/* How many problems of each kind there were, so that the test cannot become empty unseen. */
static int n_linked, n_soft, n_short, n_skilled;

static void
count_kind (const TinyRouting *tiny, int32_t n_unserved)
{
  n_linked += tiny->input.n_links > 0;
  n_soft += tiny->input.is_soft;
  n_short += n_unserved > 0;
  n_skilled += tiny->input.may_do != NULL;
}

static GwEngineRoutes *
solve (const TinyRouting *tiny, uint32_t seed, int64_t steps, int32_t threads)
{
  GwEngineRoutingOptions options = { .threads = threads, .seed = seed, .steps = steps };
  GwEngineRoutingResult result;
  const char *fault;
  GwEngineRouting *routing = gw_engine_routing_new (&tiny->input, &fault);
  GwEngineRoutes *routes = NULL;

  if (routing != NULL)
    routes = gw_engine_routing_solve (routing, &options, &result);
  else
    printf ("# %s\n", fault);
  gw_engine_routing_free (routing);
  return routes;
}

/* Whether the verifier says of @routes what they say of themselves. */
static bool
is_true (const TinyRouting *tiny, const GwEngineRoutes *routes)
{
  GwEngineRoutesVerdict verdict;

  gw_engine_verify_routes (&tiny->input, routes, &verdict);
  if (tiny_is_allowed (&verdict) && verdict.cost == routes->cost &&
      verdict.n_unserved == routes->n_unserved)
    return true;
  GW_CHECK_INT (verdict.n_unserved, ==, routes->n_unserved);
  GW_CHECK_INT (verdict.cost, ==, routes->cost);
  for (int32_t i = 0; i < verdict.n_faults; i++)
    printf ("# %s\n", gw_engine_routes_rule_get_name (verdict.faults[i].rule));
  return false;
}

/* Searches until the optimum is found; returns how often, or 0 for never or for wrong routes. */
static int
count_tries (const TinyRouting *tiny, uint32_t seed, int32_t threads, int32_t n_unserved,
             int64_t cost)
{
  for (int i = 1; i <= MOST_TRIES; i++)
    {
      int64_t steps = i > 1 ? MORE_STEPS : seed % LONG_EVERY == 0 ? LONG_STEPS : STEPS;
      GwEngineRoutes *routes = solve (tiny, seed + (uint32_t) i - 1, steps, threads);
      bool is_good = routes != NULL && is_true (tiny, routes);
      bool is_best = is_good && routes->n_unserved == n_unserved && routes->cost == cost;
      if (is_good && !is_best && i == MOST_TRIES)
        printf ("# %d not served at %lld, not %d at %lld\n", routes->n_unserved,
                (long long) routes->cost, n_unserved, (long long) cost);
      gw_engine_routes_free (routes);
      if (is_best)
        return i;
      if (!is_good)
        return 0;
    }
  return 0;
}

static void
test_same_optimum (void)
{
  int n_slow = 0;
  TinyRouting tiny;

  for (uint32_t seed = first_seed; seed < first_seed + n_problems; seed++)
    {
      int32_t n_unserved;
      int64_t cost;
      int tries;
      tiny_routing_make (&tiny, seed, TINY_OPERATIONS, HORIZON);
      tiny_routing_find_best (&tiny, &n_unserved, &cost);
      count_kind (&tiny, n_unserved);
      tries = count_tries (&tiny, seed, seed % 50 == 0 ? 2 : 1, n_unserved, cost);
      n_slow += tries != 1;
      GW_CHECK_INT (tries, >, 0);
      if (tries == 0)
        printf ("# that was problem %u: %d operations, %d vehicles, %d links, %s\n", seed,
                tiny.input.n_operations, tiny.input.n_vehicles, tiny.input.n_links,
                tiny.input.is_soft ? "soft" : "hard");
    }
  printf ("# %d of %u needed more than one search\n", n_slow, n_problems);
  GW_CHECK_INT (n_slow * 50, <, (int) n_problems);
}

static void
test_all_kinds (void)
{
  int few = (int) n_problems / 20;

  GW_CHECK_INT (n_linked, >, few);
  GW_CHECK_INT (n_soft, >, few);
  GW_CHECK_INT (n_short, >, few);
  GW_CHECK_INT (n_skilled, >, few);
}

int
main (int argc, char *argv[])
{
  if (argc > 1)
    n_problems = (uint32_t) strtoul (argv[1], NULL, 10);
  if (argc > 2)
    first_seed = (uint32_t) strtoul (argv[2], NULL, 10);
  gw_tap_run ("the same optimum as trying everything", test_same_optimum);
  gw_tap_run ("problems of all kinds", test_all_kinds);
  return gw_tap_done ();
}
