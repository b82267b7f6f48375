/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-breed.h.
 */
#include "gw-routing-breed.h"

#include <stdlib.h>

/* Each half at its greatest, and one that is coming in. */
#define ROOM (2 * (GW_ROUTING_BREED_MOST + 1))
/* Variety is the mean distance to so many of the nearest plans. */
#define CLOSEST 5
/* So many of the best count as much for the cost alone. */
#define ELITE 4
/* Births between two looks at the prices, the share that should keep a rule, and the steps. */
#define LEAD_EVERY 100
#define TARGET_SHARE 0.4
#define TOLERANCE 0.05
#define DEARER 1.2
#define CHEAPER 0.85
#define LEAST_PRICE 4
#define MOST_PRICE (INT64_C (100000) * GW_ROUTING_LOCAL_SCALE)

static int64_t
clamp_price (int64_t price)
{
  return price < LEAST_PRICE ? LEAST_PRICE : price > MOST_PRICE ? MOST_PRICE : price;
}

bool
gw_routing_breed_init (GwRoutingBreed *breed, const GwEngineRouting *routing)
{
  int64_t longest = 1, demand = 1;

  *breed = (GwRoutingBreed){ .routing = routing };
  breed->all = GW_ENGINE_NEW (&breed->arena, GwRoutingIndividual, ROOM);
  breed->distance = GW_ENGINE_NEW (&breed->arena, int32_t, ROOM * ROOM);
  breed->scratch = GW_ENGINE_NEW (&breed->arena, int32_t, routing->n_operations);
  if (breed->arena.has_failed)
    return false;
  for (int32_t i = 0; i < ROOM; i++)
    breed->all[i].plan = gw_routing_plan_new (routing, &breed->arena);
  for (int32_t o = 0; o < routing->n_operations; o++)
    {
      longest = routing->remote[o] > longest ? routing->remote[o] : longest;
      demand = routing->operations[o].demand > demand ? routing->operations[o].demand : demand;
    }
  breed->prices.warp = routing->distance_weight * GW_ROUTING_LOCAL_SCALE;
  breed->prices.load = longest * routing->distance_weight * GW_ROUTING_LOCAL_SCALE / demand;
  breed->prices.load = clamp_price (breed->prices.load);
  gw_routing_breed_restart (breed);
  return !breed->arena.has_failed;
}

void
gw_routing_breed_clear (GwRoutingBreed *breed)
{
  gw_engine_arena_clear (&breed->arena);
}

void
gw_routing_breed_restart (GwRoutingBreed *breed)
{
  breed->sound.n = breed->broken.n = 0;
  breed->n_free = breed->n_added = 0;
  for (int32_t i = ROOM - 1; i >= 0; i--)
    {
      breed->all[i].number = i;
      breed->free_numbers[breed->n_free++] = i;
    }
}

static int64_t
full_cost (const GwRoutingBreed *breed, const GwRoutingIndividual *one)
{
  return one->plan.cost * GW_ROUTING_LOCAL_SCALE + one->breach.overload * breed->prices.load +
         one->breach.warp * breed->prices.warp;
}

static int32_t
get_distance (const GwRoutingBreed *breed, const GwRoutingIndividual *a,
              const GwRoutingIndividual *b)
{
  return breed->distance[a->number * ROOM + b->number];
}

/* The mean distance to the closest ones of its half; in *@least the smallest. */
static double
find_variety (const GwRoutingBreed *breed, const GwRoutingHalf *half,
              const GwRoutingIndividual *one, int32_t *least)
{
  int32_t closest[CLOSEST + 1], n = 0;
  double sum = 0;

  for (int32_t i = 0; i < half->n; i++)
    {
      int32_t distance = get_distance (breed, one, half->individuals[i]), k;

      if (half->individuals[i] == one || (n == CLOSEST && distance >= closest[n - 1]))
        continue;
      for (k = n < CLOSEST ? n++ : n - 1; k > 0 && closest[k - 1] > distance; k--)
        closest[k] = closest[k - 1];
      closest[k] = distance;
    }
  for (int32_t i = 0; i < n; i++)
    sum += closest[i];
  *least = n > 0 ? closest[0] : INT32_MAX;
  return n > 0 ? sum / n : 0;
}

static int
compare_cost (const void *a, const void *b)
{
  const GwRoutingIndividual *x = *(GwRoutingIndividual *const *) a;
  const GwRoutingIndividual *y = *(GwRoutingIndividual *const *) b;

  if (x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  return x->number - y->number;
}

/* Ranks the plans of @half by cost, which orders them so, and by variety. Returns the one to leave:
 * a double if there is one, else the least fit; never the best. */
static int32_t
rank (GwRoutingBreed *breed, GwRoutingHalf *half)
{
  double variety[GW_ROUTING_BREED_MOST + 1];
  int32_t least[GW_ROUTING_BREED_MOST + 1], n = half->n, worst = n - 1;
  bool is_worst_double = false;

  for (int32_t i = 0; i < n; i++)
    half->individuals[i]->cost = full_cost (breed, half->individuals[i]);
  qsort (half->individuals, (size_t) n, sizeof half->individuals[0], compare_cost);
  for (int32_t i = 0; i < n; i++)
    variety[i] = find_variety (breed, half, half->individuals[i], &least[i]);
  for (int32_t i = 0; i < n; i++)
    {
      int32_t more = 0;

      for (int32_t k = 0; k < n; k++)
        more += variety[k] > variety[i] || (k < i && variety[k] == variety[i]);
      half->individuals[i]->fitness =
          n > 1 ? (i + (1.0 - (double) ELITE / (n > ELITE ? n : ELITE)) * more) / (n - 1) : 0;
    }
  for (int32_t i = n - 1; i > 0; i--)
    {
      bool is_double = least[i] == 0;

      if (is_double > is_worst_double ||
          (is_double == is_worst_double &&
           half->individuals[i]->fitness > half->individuals[worst]->fitness))
        {
          worst = i;
          is_worst_double = is_double;
        }
    }
  return worst;
}

static void
leave (GwRoutingBreed *breed, GwRoutingHalf *half, int32_t i)
{
  breed->free_numbers[breed->n_free++] = half->individuals[i]->number;
  half->individuals[i] = half->individuals[--half->n];
}

void
gw_routing_breed_add (GwRoutingBreed *breed, const GwRoutingPlan *plan, GwRoutingBreach breach)
{
  bool is_sound = breach.overload == 0 && breach.warp == 0;
  GwRoutingHalf *half = is_sound ? &breed->sound : &breed->broken;
  GwRoutingIndividual *one = &breed->all[breed->free_numbers[--breed->n_free]];

  gw_routing_plan_copy (breed->routing, &one->plan, plan);
  breed->n_added++;
  one->breach = breach;
  for (int32_t i = 0; i < half->n; i++)
    {
      GwRoutingIndividual *other = half->individuals[i];
      int32_t distance = gw_routing_plan_distance (breed->routing, &other->plan, plan,
                                                   breed->scratch);

      breed->distance[one->number * ROOM + other->number] = distance;
      breed->distance[other->number * ROOM + one->number] = distance;
    }
  half->individuals[half->n++] = one;
  if (half->n > GW_ROUTING_BREED_MOST)
    while (half->n > GW_ROUTING_BREED_LEAST)
      leave (breed, half, rank (breed, half));
  (void) rank (breed, half);
}

static int64_t
lead_price (int64_t price, double share)
{
  double factor = share < TARGET_SHARE - TOLERANCE   ? DEARER
                  : share > TARGET_SHARE + TOLERANCE ? CHEAPER
                                                     : 1.0;

  return clamp_price ((int64_t) ((double) price * factor) + (factor > 1));
}

void
gw_routing_breed_note_birth (GwRoutingBreed *breed, GwRoutingBreach breach)
{
  breed->n_born++;
  breed->n_in_time += breach.warp == 0;
  breed->n_in_load += breach.overload == 0;
  if (breed->n_born < LEAD_EVERY)
    return;
  breed->prices.warp = lead_price (breed->prices.warp, (double) breed->n_in_time / LEAD_EVERY);
  breed->prices.load = lead_price (breed->prices.load, (double) breed->n_in_load / LEAD_EVERY);
  breed->n_born = breed->n_in_time = breed->n_in_load = 0;
  (void) rank (breed, &breed->broken);
}

static const GwRoutingIndividual *
draw (const GwRoutingBreed *breed, GwEngineRandom *random)
{
  const GwRoutingIndividual *two[2];

  for (int i = 0; i < 2; i++)
    {
      int32_t k = gw_engine_random_below (random, breed->sound.n + breed->broken.n);

      two[i] = k < breed->sound.n ? breed->sound.individuals[k]
                                  : breed->broken.individuals[k - breed->sound.n];
    }
  return two[0]->fitness < two[1]->fitness ? two[0] : two[1];
}

void
gw_routing_breed_choose (const GwRoutingBreed *breed, GwEngineRandom *random,
                         const GwRoutingPlan **first, const GwRoutingPlan **second)
{
  *first = *second = NULL;
  if (breed->sound.n + breed->broken.n == 0)
    return;
  *first = &draw (breed, random)->plan;
  for (int i = 0; i < 5 && (*second == NULL || *second == *first); i++)
    *second = &draw (breed, random)->plan;
}
