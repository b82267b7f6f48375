/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The local search with penalties, and the population: what is kept up to date by difference is
 * compared with counting anew, stop by stop.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-verify-routes.h"
#include "gw-routing-breed.h"
#include "gw-routing-cross.h"
#include "gw-routing-local.h"
#include "gw-routing-swap-star.h"
#include "gw-tap.h"

#define MOST 90
#define VEHICLES 30

typedef struct
{
  int32_t distance[(MOST + 1) * (MOST + 1)];
  GwEngineRoutingOperation operations[MOST];
  GwEngineRoutingVehicle vehicles[VEHICLES];
  GwEngineRoutingInput input;
} Town;

static Town *
make_town (int32_t n, uint64_t seed)
{
  Town *town = calloc (1, sizeof *town);
  int32_t x[MOST + 1], y[MOST + 1];
  GwEngineRandom random;

  gw_engine_random_init (&random, seed, 0);
  for (int32_t i = 0; i <= n; i++)
    {
      x[i] = gw_engine_random_below (&random, 100);
      y[i] = gw_engine_random_below (&random, 100);
    }
  for (int32_t i = 0; i <= n; i++)
    for (int32_t j = 0; j <= n; j++)
      town->distance[i * (n + 1) + j] = abs (x[i] - x[j]) + abs (y[i] - y[j]);
  for (int32_t o = 0; o < n; o++)
    {
      int32_t open = 150 + gw_engine_random_below (&random, 500);

      town->operations[o] = (GwEngineRoutingOperation){ o + 1, 10, open,
                                                        open + 30 +
                                                            gw_engine_random_below (&random, 150),
                                                        1 + gw_engine_random_below (&random, 5) };
    }
  for (int32_t v = 0; v < VEHICLES; v++)
    town->vehicles[v] = (GwEngineRoutingVehicle){ 0, 0, 0, 1000, 30 };
  town->input = (GwEngineRoutingInput){ .n_places = n + 1,
                                        .n_operations = n,
                                        .n_vehicles = VEHICLES,
                                        .distance = town->distance,
                                        .operations = town->operations,
                                        .vehicles = town->vehicles,
                                        .distance_weight = 1 };
  return town;
}

/* How far a route goes back in time, walked along from the earliest start on. */
static int64_t
walk (const Town *town, const GwRoutingPlan *plan, int32_t v, int64_t *load, int64_t *length)
{
  int64_t at = 0, warp = 0;
  int32_t place = 0, n = town->input.n_places;

  *load = *length = 0;
  for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
    {
      const GwEngineRoutingOperation *op = &town->operations[plan->operations[i]];
      int32_t leg = town->distance[place * n + op->place];

      at += leg;
      *length += leg;
      at = at > op->open ? at : op->open;
      warp += at > op->close ? at - op->close : 0;
      at = (at < op->close ? at : op->close) + op->duration;
      *load += op->demand;
      place = op->place;
    }
  at += town->distance[place * n];
  *length += town->distance[place * n];
  return warp + (at > 1000 ? at - 1000 : 0);
}

/* The cost with penalties, counted anew; also whether each operation stands in it once. */
static int64_t
count (const Town *town, const GwRoutingPlan *plan, GwRoutingPrices prices, GwRoutingBreach *breach)
{
  int32_t seen[MOST] = { 0 };
  int64_t length = 0, load, more;

  *breach = (GwRoutingBreach){ 0, 0 };
  for (int32_t v = 0; v < VEHICLES; v++)
    {
      breach->warp += walk (town, plan, v, &load, &more);
      breach->overload += load > 30 ? load - 30 : 0;
      length += more;
    }
  for (int32_t i = 0; i < plan->first[VEHICLES]; i++)
    seen[plan->operations[i]]++;
  for (int32_t o = 0; o < town->input.n_operations; o++)
    GW_CHECK_INT (seen[o], ==, 1);
  GW_CHECK_INT (plan->cost, ==, length);
  return length * GW_ROUTING_LOCAL_SCALE + breach->warp * prices.warp +
         breach->overload * prices.load;
}

/* From nothing and from bad plans downhill: nothing is lost, sums are true, and it does not get
 * dearer, thorough or not. */
static void
test_downhill (void)
{
  for (uint64_t seed = 1; seed <= 40; seed++)
    {
      Town *town = make_town (20 + (int32_t) seed, seed);
      GwEngineRouting *routing = gw_engine_routing_new (&town->input, NULL);
      GwRoutingLocal *local = gw_routing_local_new (routing, seed, 0);
      GwRoutingPrices prices = { 64 * (1 + (int64_t) (seed % 9)), 16 + 40 * (int64_t) (seed % 7) };
      GwRoutingPlan plan = gw_routing_plan_new (routing, &local->arena);
      GwRoutingBreach breach, counted;
      int64_t before, after;

      GW_CHECK (gw_routing_local_suits (routing));
      gw_routing_local_load (local, &plan, prices);
      breach = gw_routing_local_store (local, &plan);
      before = count (town, &plan, prices, &counted);
      GW_CHECK_INT (breach.warp, ==, counted.warp);
      GW_CHECK_INT (breach.overload, ==, counted.overload);
      for (int32_t is_thorough = 0; is_thorough < 2; is_thorough++)
        {
          gw_routing_local_load (local, &plan, prices);
          gw_routing_local_run (local, is_thorough != 0, NULL);
          breach = gw_routing_local_store (local, &plan);
          after = count (town, &plan, prices, &counted);
          GW_CHECK_INT (breach.warp, ==, counted.warp);
          GW_CHECK_INT (breach.overload, ==, counted.overload);
          GW_CHECK_INT (after, <=, before);
          before = after;
        }
      gw_routing_local_free (local);
      gw_engine_routing_free (routing);
      free (town);
    }
}

/* High prices make plans that the verifier has nothing to say against. */
static void
test_prices_lead_to_sound_plans (void)
{
  int32_t n_sound = 0;

  for (uint64_t seed = 1; seed <= 20; seed++)
    {
      Town *town = make_town (40, 100 + seed);
      GwEngineRouting *routing = gw_engine_routing_new (&town->input, NULL);
      GwRoutingLocal *local = gw_routing_local_new (routing, seed, 0);
      GwRoutingPrices prices = { INT64_C (1) << 20, INT64_C (1) << 20 };
      GwRoutingPlan plan = gw_routing_plan_new (routing, &local->arena);
      GwRoutingBreach breach;

      gw_routing_local_load (local, &plan, prices);
      gw_routing_local_run (local, true, NULL);
      breach = gw_routing_local_store (local, &plan);
      n_sound += breach.warp == 0 && breach.overload == 0;
      gw_routing_local_free (local);
      gw_engine_routing_free (routing);
      free (town);
    }
  GW_CHECK_INT (n_sound, >=, 15);
}

/* Where no simple move helps any more, SWAP* still does now and then, and never makes it dearer. */
static void
test_swap_star (void)
{
  int32_t n_helped = 0;

  for (uint64_t seed = 1; seed <= 30; seed++)
    {
      Town *town = make_town (60, 500 + seed);
      GwRoutingPrices prices = { 640, 64 };
      GwEngineRouting *routing;
      GwRoutingLocal *local;
      GwRoutingPlan plan;
      GwRoutingBreach breach;
      int64_t before, after;
      bool has_helped;

      for (int32_t o = 0; o < 60; o++)
        town->operations[o].close = 900;
      routing = gw_engine_routing_new (&town->input, NULL);
      local = gw_routing_local_new (routing, seed, 0);
      plan = gw_routing_plan_new (routing, &local->arena);
      gw_routing_local_load (local, &plan, prices);
      gw_routing_local_run (local, false, NULL);
      gw_routing_local_store (local, &plan);
      before = count (town, &plan, prices, &breach);
      has_helped = gw_routing_swap_star (local);
      gw_routing_local_store (local, &plan);
      after = count (town, &plan, prices, &breach);
      GW_CHECK (has_helped ? after < before : after == before);
      n_helped += has_helped;
      gw_routing_local_free (local);
      gw_engine_routing_free (routing);
      free (town);
    }
  GW_CHECK_INT (n_helped, >, 3);
}

/* A plan of its own: all operations, in a random order, shared among the vehicles. */
static void
draw_plan (GwRoutingPlan *plan, int32_t n, GwEngineRandom *random)
{
  for (int32_t i = 0; i < n; i++)
    {
      int32_t k = gw_engine_random_below (random, i + 1);

      plan->operations[i] = plan->operations[k];
      plan->operations[k] = i;
    }
  for (int32_t v = 0; v <= VEHICLES; v++)
    plan->first[v] = n * v / VEHICLES;
}

/* Whatever is crossed: nothing is done twice, and no operation is there without its partner. */
static void
test_cross (void)
{
  for (int32_t alike = 0; alike < 2; alike++)
    {
      Town *town = make_town (60, 7);
      GwEngineRoutingLink links[20];
      GwEngineRouting *routing;
      GwEngineArena arena = { 0 };
      GwRoutingPlan first, second, child;
      GwRoutingCross cross;
      GwEngineRandom random;

      for (int32_t i = 0; i < 20; i++)
        links[i] = (GwEngineRoutingLink){ 3 * i, 3 * i + 1, 0, 0 };
      for (int32_t v = 0; v < VEHICLES; v++)
        town->vehicles[v].capacity += alike ? 0 : v;
      town->input.links = links;
      town->input.n_links = 20;
      town->input.is_soft = true;
      routing = gw_engine_routing_new (&town->input, NULL);
      first = gw_routing_plan_new (routing, &arena);
      second = gw_routing_plan_new (routing, &arena);
      child = gw_routing_plan_new (routing, &arena);
      cross = gw_routing_cross_new (routing, &arena);
      gw_engine_random_init (&random, 3, 0);
      for (int32_t round = 0; round < 500; round++)
        {
          int32_t seen[MOST] = { 0 };

          draw_plan (&first, 60, &random);
          draw_plan (&second, 60, &random);
          gw_routing_cross (&cross, routing, &first, &second, &child, &random);
          for (int32_t i = 0; i < child.first[VEHICLES]; i++)
            seen[child.operations[i]]++;
          for (int32_t o = 0; o < 60; o++)
            GW_CHECK (seen[o] <= 1);
          for (int32_t i = 0; i < 20; i++)
            GW_CHECK (seen[3 * i] == seen[3 * i + 1]);
        }
      gw_engine_arena_clear (&arena);
      gw_engine_routing_free (routing);
      free (town);
    }
}

/* Children of nobody, one after another. */
static void
fill_breed (GwRoutingBreed *breed, GwRoutingLocal *local, GwRoutingPlan *plan, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    {
      GwRoutingBreach breach;

      memset (plan->first, 0, (VEHICLES + 1) * sizeof *plan->first);
      gw_routing_local_load (local, plan, breed->prices);
      gw_routing_local_run (local, false, NULL);
      breach = gw_routing_local_store (local, plan);
      gw_routing_breed_add (breed, plan, breach);
      gw_routing_breed_note_birth (breed, breach);
    }
}

static int64_t
find_least (const GwRoutingBreed *breed)
{
  int64_t least = INT64_MAX;

  for (int32_t i = 0; i < breed->sound.n; i++)
    if (breed->sound.individuals[i]->plan.cost < least)
      least = breed->sound.individuals[i]->plan.cost;
  return least;
}

/* How many sound plans are like @plan. */
static int32_t
count_equal (const GwRoutingBreed *breed, const GwRoutingPlan *plan, int32_t *scratch)
{
  int32_t n_equal = 0;

  for (int32_t i = 0; i < breed->sound.n; i++)
    n_equal += gw_routing_plan_distance (breed->routing, &breed->sound.individuals[i]->plan, plan,
                                         scratch) == 0;
  return n_equal;
}

/* However many come, it stays within its size, keeps its best, and drops doubles first. */
static void
test_population (void)
{
  Town *town = make_town (30, 5);
  GwEngineRouting *routing = gw_engine_routing_new (&town->input, NULL);
  GwRoutingLocal *local = gw_routing_local_new (routing, 1, 0);
  GwRoutingPlan plan = gw_routing_plan_new (routing, &local->arena);
  const GwRoutingPlan *first, *second;
  GwRoutingBreed breed;
  int64_t least = INT64_MAX, now;
  int32_t before, n_others;

  GW_CHECK (gw_routing_breed_init (&breed, routing));
  gw_routing_breed_choose (&breed, &local->random, &first, &second);
  GW_CHECK (first == NULL);
  for (int32_t i = 0; i < 60; i++)
    {
      fill_breed (&breed, local, &plan, 10);
      now = find_least (&breed);
      GW_CHECK_INT (now, <=, least);
      least = now;
      GW_CHECK (breed.sound.n <= GW_ROUTING_BREED_MOST);
      GW_CHECK (breed.broken.n <= GW_ROUTING_BREED_MOST);
    }
  GW_CHECK (breed.sound.n > 1 && breed.broken.n > 1);
  gw_routing_breed_choose (&breed, &local->random, &first, &second);
  GW_CHECK (first != NULL && second != NULL);
  /* Doubles of one fill it up; the next selection drops them before any other. */
  gw_routing_breed_restart (&breed);
  fill_breed (&breed, local, &plan, 30);
  n_others = breed.sound.n - count_equal (&breed, &plan, local->scratch);
  GW_CHECK_INT (count_equal (&breed, &plan, local->scratch), <=, 1);
  do
    {
      before = breed.sound.n;
      gw_routing_breed_add (&breed, &plan, (GwRoutingBreach){ 0, 0 });
    }
  while (breed.sound.n > before);
  GW_CHECK_INT (before, ==, GW_ROUTING_BREED_MOST);
  GW_CHECK_INT (breed.sound.n, ==, GW_ROUTING_BREED_LEAST);
  GW_CHECK_INT (count_equal (&breed, &plan, local->scratch), <=,
                GW_ROUTING_BREED_LEAST - n_others > 1 ? GW_ROUTING_BREED_LEAST - n_others : 1);
  gw_routing_breed_clear (&breed);
  gw_routing_local_free (local);
  gw_engine_routing_free (routing);
  free (town);
}

int
main (void)
{
  gw_tap_run ("downhill nothing is lost", test_downhill);
  gw_tap_run ("high prices lead to sound plans", test_prices_lead_to_sound_plans);
  gw_tap_run ("SWAP* helps where simple moves do not", test_swap_star);
  gw_tap_run ("crossing keeps pairs whole", test_cross);
  gw_tap_run ("a population keeps its best", test_population);
  return gw_tap_done ();
}
