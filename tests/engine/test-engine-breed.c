/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The population and its broods: who stays and who goes, how prices follow the children, and that
 * children are what they say they are.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-routing-breed.h"
#include "gw-routing-brood.h"
#include "gw-small-town.h"

#define TOWN_SIZE 30

typedef struct
{
  Town *town;
  GwEngineRouting *routing;
  GwRoutingLocal *local; /* also for its memory and its random numbers */
  GwRoutingBreed breed;
  GwRoutingPlan plan;
} World;

static const GwRoutingBreach sound = { 0, 0 };

static void
begin (World *world, uint64_t seed)
{
  world->town = make_town (TOWN_SIZE, seed);
  world->routing = gw_engine_routing_new (&world->town->input, NULL);
  world->local = gw_routing_local_new (world->routing, 1, 0);
  world->plan = gw_routing_plan_new (world->routing, &world->local->arena);
  GW_CHECK (gw_routing_breed_init (&world->breed, world->routing));
}

static void
end (World *world)
{
  gw_routing_breed_clear (&world->breed);
  gw_routing_local_free (world->local);
  gw_engine_routing_free (world->routing);
  free (world->town);
}

/* --- who stays ----------------------------------------------------------------------------------- */

/* Adds a plan in which everything goes anywhere in three routes, at @cost. */
static void
add_random (World *world, int64_t cost, GwRoutingBreach breach)
{
  GwRoutingPlan *plan = &world->plan;
  GwEngineRandom *random = &world->local->random;

  for (int32_t o = 0; o < TOWN_SIZE; o++)
    plan->operations[o] = o;
  for (int32_t i = TOWN_SIZE - 1; i > 0; i--)
    {
      int32_t k = gw_engine_random_below (random, i + 1), o = plan->operations[i];

      plan->operations[i] = plan->operations[k];
      plan->operations[k] = o;
    }
  for (int32_t v = 0; v <= VEHICLES; v++)
    plan->first[v] = v < 3 ? v * TOWN_SIZE / 3 : TOWN_SIZE;
  plan->cost = cost;
  gw_routing_breed_add (&world->breed, plan, breach);
}

static bool
has_cost (const GwRoutingHalf *half, int64_t cost)
{
  for (int32_t i = 0; i < half->n; i++)
    if (half->individuals[i]->plan.cost == cost)
      return true;
  return false;
}

/* Children of nobody, one after another. */
static void
add_born (World *world, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    {
      GwRoutingBreach breach;

      memset (world->plan.first, 0, (VEHICLES + 1) * sizeof *world->plan.first);
      gw_routing_local_load (world->local, &world->plan, world->breed.prices);
      gw_routing_local_run (world->local, false, NULL);
      breach = gw_routing_local_store (world->local, &world->plan);
      gw_routing_breed_add (&world->breed, &world->plan, breach);
      gw_routing_breed_note_birth (&world->breed, breach);
    }
}

/* How many sound plans are like the last one. */
static int32_t
count_doubles (const World *world)
{
  int32_t n = 0;

  for (int32_t i = 0; i < world->breed.sound.n; i++)
    n += gw_routing_plan_distance (world->routing, &world->breed.sound.individuals[i]->plan,
                                   &world->plan, world->local->scratch) == 0;
  return n;
}

/* However many are born, it stays within its size and keeps its best. */
static void
test_keeps_best (void)
{
  const GwRoutingPlan *first, *second;
  int64_t best = INT64_MAX;
  World world;

  begin (&world, 5);
  gw_routing_breed_choose (&world.breed, &world.local->random, &first, &second);
  GW_CHECK (first == NULL);
  for (int32_t i = 0; i < 60; i++)
    {
      int64_t now = INT64_MAX;

      add_born (&world, 10);
      for (int32_t k = 0; k < world.breed.sound.n; k++)
        if (world.breed.sound.individuals[k]->plan.cost < now)
          now = world.breed.sound.individuals[k]->plan.cost;
      GW_CHECK_INT (now, <=, best);
      best = now;
      GW_CHECK (world.breed.sound.n <= GW_ROUTING_BREED_MOST);
      GW_CHECK (world.breed.broken.n <= GW_ROUTING_BREED_MOST);
    }
  GW_CHECK (world.breed.sound.n > 1 && world.breed.broken.n > 1);
  end (&world);
}

/* The sixty-sixth is one too many: twenty-five stay, and the four cheapest are among them, wherever in
 * the line they came. */
static void
test_culling (void)
{
  for (uint64_t seed = 1; seed <= 10; seed++)
    {
      World world;

      begin (&world, seed);
      for (int32_t i = 0; i < GW_ROUTING_BREED_MOST; i++)
        {
          GW_CHECK_INT (world.breed.sound.n, ==, i);
          add_random (&world, 1000 + (i * 37 + (int32_t) seed * 11) % GW_ROUTING_BREED_MOST, sound);
        }
      GW_CHECK_INT (world.breed.sound.n, ==, GW_ROUTING_BREED_MOST);
      add_random (&world, 5000, sound);
      GW_CHECK_INT (world.breed.sound.n, ==, GW_ROUTING_BREED_LEAST);
      for (int32_t i = 0; i < 4; i++)
        GW_CHECK (has_cost (&world.breed.sound, 1000 + i));
      GW_CHECK_INT (world.breed.n_added, ==, GW_ROUTING_BREED_MOST + 1);
      end (&world);
    }
}

/* Doubles go before any other, and before those that cost more. */
static void
test_doubles_go_first (void)
{
  World world;
  int32_t n_others = GW_ROUTING_BREED_LEAST - 5;

  begin (&world, 3);
  for (int32_t i = 0; i < n_others; i++)
    add_random (&world, 9000 + i, sound);
  add_random (&world, 1000, sound);
  while (world.breed.sound.n < GW_ROUTING_BREED_MOST)
    gw_routing_breed_add (&world.breed, &world.plan, sound);
  GW_CHECK_INT (count_doubles (&world), ==, GW_ROUTING_BREED_MOST - n_others);
  gw_routing_breed_add (&world.breed, &world.plan, sound);
  GW_CHECK_INT (world.breed.sound.n, ==, GW_ROUTING_BREED_LEAST);
  for (int32_t i = 0; i < n_others; i++)
    GW_CHECK (has_cost (&world.breed.sound, 9000 + i));
  GW_CHECK_INT (count_doubles (&world), ==, GW_ROUTING_BREED_LEAST - n_others);
  end (&world);
}

/* Plans that break rules do not drive out plans that keep them, however cheap they are. */
static void
test_halves_live_apart (void)
{
  static const GwRoutingBreach late = { 0, 3 }, heavy = { 2, 0 };
  World world;

  begin (&world, 4);
  for (int32_t i = 0; i < 30; i++)
    add_random (&world, 9000 + i, sound);
  for (int32_t i = 0; i < 200; i++)
    add_random (&world, 10 + i, i % 2 == 0 ? late : heavy);
  GW_CHECK_INT (world.breed.sound.n, ==, 30);
  GW_CHECK (world.breed.broken.n >= GW_ROUTING_BREED_LEAST);
  GW_CHECK (world.breed.broken.n <= GW_ROUTING_BREED_MOST);
  for (int32_t i = 0; i < 30; i++)
    GW_CHECK (has_cost (&world.breed.sound, 9000 + i));
  for (int32_t i = 0; i < world.breed.broken.n; i++)
    GW_CHECK (world.breed.broken.individuals[i]->breach.warp +
                  world.breed.broken.individuals[i]->breach.overload >
              0);
  gw_routing_breed_restart (&world.breed);
  GW_CHECK_INT (world.breed.sound.n + world.breed.broken.n + world.breed.n_added, ==, 0);
  add_random (&world, 7, late);
  GW_CHECK_INT (world.breed.broken.n, ==, 1);
  end (&world);
}

/* --- prices and parents ----------------------------------------------------------------------------- */

/* Of a hundred births @n_late are late and @n_heavy overloaded. */
static void
note_births (World *world, int32_t n_late, int32_t n_heavy)
{
  for (int32_t i = 0; i < 100; i++)
    gw_routing_breed_note_birth (&world->breed,
                                 (GwRoutingBreach){ i < n_heavy ? 1 : 0, i < n_late ? 1 : 0 });
}

static void
test_prices_follow (void)
{
  GwRoutingPrices before;
  World world;

  begin (&world, 6);
  before = world.breed.prices;
  note_births (&world, 60, 60);
  GW_CHECK_INT (world.breed.prices.warp, ==, before.warp);
  GW_CHECK_INT (world.breed.prices.load, ==, before.load);
  note_births (&world, 100, 0);
  GW_CHECK (world.breed.prices.warp > before.warp);
  GW_CHECK (world.breed.prices.load < before.load);
  before = world.breed.prices;
  note_births (&world, 0, 100);
  GW_CHECK (world.breed.prices.warp < before.warp);
  GW_CHECK (world.breed.prices.load > before.load);
  /* However long it goes on, a price neither vanishes nor overflows. */
  for (int32_t i = 0; i < 500; i++)
    note_births (&world, 0, 100);
  GW_CHECK (world.breed.prices.warp > 0);
  GW_CHECK (world.breed.prices.load < INT64_C (1) << 40);
  end (&world);
}

/* Each parent is the better of two: the best are drawn more often than the worst, all are drawn. */
static void
test_parents (void)
{
  const GwRoutingPlan *parents[2];
  int32_t drawn[20] = { 0 };
  World world;

  begin (&world, 7);
  add_random (&world, 0, sound);
  gw_routing_breed_choose (&world.breed, &world.local->random, &parents[0], &parents[1]);
  GW_CHECK (parents[0] != NULL && parents[0] == parents[1]);
  for (int32_t i = 1; i < 20; i++)
    add_random (&world, i * 100, sound);
  for (int32_t i = 0; i < 4000; i++)
    {
      gw_routing_breed_choose (&world.breed, &world.local->random, &parents[0], &parents[1]);
      drawn[parents[0]->cost / 100]++;
      drawn[parents[1]->cost / 100]++;
    }
  for (int32_t i = 0; i < 20; i++)
    GW_CHECK_INT (drawn[i], >, 0);
  GW_CHECK_INT (drawn[0] + drawn[1] + drawn[2], >, 2 * (drawn[17] + drawn[18] + drawn[19]));
  end (&world);
}

/* --- broods ------------------------------------------------------------------------------------------ */

typedef struct
{
  World world;
  GwRoutingBrood brood;
  GwRoutingChain chain;
} Nest;

static void
begin_nest (Nest *nest, uint64_t seed, uint64_t stream)
{
  begin (&nest->world, seed);
  GW_CHECK (gw_routing_brood_init (&nest->brood, nest->world.routing, seed, stream));
  GW_CHECK (gw_routing_chain_init (&nest->chain, nest->world.routing, seed, stream));
}

static void
end_nest (Nest *nest)
{
  gw_routing_chain_clear (&nest->chain);
  gw_routing_brood_clear (&nest->brood);
  end (&nest->world);
}

/* Makes children for a while and adds them to the population; returns how many. */
static int32_t
work (Nest *nest, int32_t n_fresh, int64_t steps, const atomic_int *cancel)
{
  GwRoutingBroodPlan how = { n_fresh, 5, 0.1, 50 };

  gw_routing_brood_work (&nest->brood, &nest->world.breed, &nest->chain, &how, steps, cancel);
  for (int32_t i = 0; i < nest->brood.n_children; i++)
    gw_routing_breed_add (&nest->world.breed, &nest->brood.children[i].plan,
                          nest->brood.children[i].breach);
  return nest->brood.n_children;
}

static bool
is_sound (GwRoutingBreach breach)
{
  return breach.overload == 0 && breach.warp == 0;
}

/* Each child serves everybody once and breaks what it says it breaks; a repaired one and an annealed
 * one keep the rules, and annealing makes nothing dearer. */
static void
test_children (void)
{
  int32_t n_crossed = 0, n_repaired = 0, n_annealed = 0;

  for (uint64_t seed = 1; seed <= 4; seed++)
    {
      GwRoutingPrices prices = { 0, 0 };
      Nest nest;

      begin_nest (&nest, seed, 1);
      for (int32_t round = 0; round < 15; round++)
        {
          bool has_parents = nest.world.breed.n_added >= 20;
          int32_t n = work (&nest, 20, 300, NULL);

          n_crossed += has_parents ? n : 0;
          GW_CHECK_INT (nest.brood.n_children, <=, GW_ROUTING_BROOD_MOST);
          for (int32_t i = 0; i < nest.brood.n_children; i++)
            {
              const GwRoutingChild *child = &nest.brood.children[i], *last = child - 1;
              GwRoutingBreach counted;

              count (nest.world.town, &child->plan, prices, &counted);
              GW_CHECK_INT (child->breach.warp, ==, counted.warp);
              GW_CHECK_INT (child->breach.overload, ==, counted.overload);
              if (child->is_birth)
                continue;
              GW_CHECK (i > 0 && is_sound (child->breach));
              if (is_sound (last->breach))
                GW_CHECK_INT (child->plan.cost, <=, last->plan.cost);
              n_annealed += is_sound (last->breach);
              n_repaired += !is_sound (last->breach);
            }
        }
      end_nest (&nest);
    }
  GW_CHECK_INT (n_crossed, >, 100);
  GW_CHECK_INT (n_repaired, >, 10);
  GW_CHECK_INT (n_annealed, >, 5);
}

/* No parents, no children, unless children without parents are asked for; none after a cancel. */
static void
test_no_children (void)
{
  atomic_int cancel = 1;
  Nest nest;

  begin_nest (&nest, 2, 1);
  GW_CHECK_INT (work (&nest, 0, 100, NULL), ==, 0);
  GW_CHECK_INT (work (&nest, 10, 100, &cancel), ==, 0);
  GW_CHECK_INT (work (&nest, 10, 100, NULL), >, 0);
  /* What was done too much is done less the next time. */
  GW_CHECK_INT (nest.brood.steps_left, <=, 0);
  nest.brood.steps_left = -100000;
  GW_CHECK_INT (work (&nest, 10, 100, NULL), ==, 0);
  end_nest (&nest);
}

/* The same thread of the same search has the same children; another thread has others. */
static void
test_same_children (void)
{
  Nest one, same, other;
  bool differs = false;

  begin_nest (&one, 9, 1);
  begin_nest (&same, 9, 1);
  begin_nest (&other, 9, 2);
  for (int32_t round = 0; round < 6; round++)
    {
      int32_t n = work (&one, 20, 200, NULL);

      GW_CHECK_INT (work (&same, 20, 200, NULL), ==, n);
      differs |= work (&other, 20, 200, NULL) != n;
      for (int32_t i = 0; i < n; i++)
        {
          const GwRoutingPlan *a = &one.brood.children[i].plan, *b = &same.brood.children[i].plan;

          GW_CHECK_INT (a->cost, ==, b->cost);
          GW_CHECK_INT (
              gw_routing_plan_distance (one.world.routing, a, b, one.world.local->scratch), ==, 0);
          differs |= i >= other.brood.n_children || a->cost != other.brood.children[i].plan.cost;
        }
    }
  GW_CHECK (differs);
  end_nest (&one);
  end_nest (&same);
  end_nest (&other);
}

int
main (void)
{
  gw_tap_run ("it keeps its best and its size", test_keeps_best);
  gw_tap_run ("one too many, and twenty-five stay", test_culling);
  gw_tap_run ("doubles go first", test_doubles_go_first);
  gw_tap_run ("sound and broken live apart", test_halves_live_apart);
  gw_tap_run ("prices follow the children", test_prices_follow);
  gw_tap_run ("parents are the better of two", test_parents);
  gw_tap_run ("children are what they say", test_children);
  gw_tap_run ("no parents, no children", test_no_children);
  gw_tap_run ("the same children again", test_same_children);
  return gw_tap_done ();
}
