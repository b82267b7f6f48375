/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The local search with penalties: what is kept up to date by difference is compared with counting
 * anew, stop by stop.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-verify-routes.h"
#include "gw-routing-cross.h"
#include "gw-routing-local.h"
#include "gw-routing-swap-star.h"
#include "gw-small-town.h"

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

int
main (void)
{
  gw_tap_run ("downhill nothing is lost", test_downhill);
  gw_tap_run ("high prices lead to sound plans", test_prices_lead_to_sound_plans);
  gw_tap_run ("SWAP* helps where simple moves do not", test_swap_star);
  gw_tap_run ("crossing keeps pairs whole", test_cross);
  return gw_tap_done ();
}
