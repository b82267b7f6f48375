/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The population: plans that keep the rules and plans that do not, from which parents are drawn.
 * Who survives is decided by cost and by how much a plan adds to the variety (Vidal et al. 2012),
 * and prices for breaking rules are led so that a good share of the children keeps them.
 *
 * Read by all threads between two meetings; changed at meetings only.
 */
#pragma once

#include "gw-engine-random.h"
#include "gw-routing-local.h"

/* Plans that a half of the population has after a selection, and how many may join it before the
 * next one. */
#define GW_ROUTING_BREED_LEAST 25
#define GW_ROUTING_BREED_GROWTH 40
#define GW_ROUTING_BREED_MOST (GW_ROUTING_BREED_LEAST + GW_ROUTING_BREED_GROWTH)

/* One plan of the population. */
typedef struct
{
  GwRoutingPlan plan;
  int64_t cost; /* penalties included, by the prices of now */
  GwRoutingBreach breach;
  double fitness; /* rank, small is good */
  int32_t number; /* row and column of the distances */
} GwRoutingIndividual;

/* Plans that keep the rules, or plans that do not. */
typedef struct
{
  GwRoutingIndividual *individuals[GW_ROUTING_BREED_MOST + 1];
  int32_t n;
} GwRoutingHalf;

typedef struct
{
  const GwEngineRouting *routing;
  GwEngineArena arena;
  GwRoutingHalf sound, broken;
  GwRoutingIndividual *all; /* [2 * (MOST + 1)] */
  int32_t free_numbers[2 * (GW_ROUTING_BREED_MOST + 1)], n_free;
  int32_t *distance; /* [number * 2 * (MOST + 1) + number], of plans of the same half */
  int32_t *scratch;  /* [operation] */
  GwRoutingPrices prices;
  int32_t n_added;                      /* since the beginning */
  int32_t n_born, n_in_time, n_in_load; /* since the prices were set */
} GwRoutingBreed;

/* Makes an empty population; clear it in any case. Returns false without memory. */
bool gw_routing_breed_init (GwRoutingBreed *breed, const GwEngineRouting *routing);

/* Frees what it holds. */
void gw_routing_breed_clear (GwRoutingBreed *breed);

/* Empties it. */
void gw_routing_breed_restart (GwRoutingBreed *breed);

/* Adds a copy of @plan, which serves all operations; its cost is without penalties. */
void gw_routing_breed_add (GwRoutingBreed *breed, const GwRoutingPlan *plan,
                           GwRoutingBreach breach);

/* Counts a child as it came out of the local search, and leads the prices now and then. */
void gw_routing_breed_note_birth (GwRoutingBreed *breed, GwRoutingBreach breach);

/* Draws two parents, each the better of two; the same one twice when there is no other. NULL when
 * there is none. */
void gw_routing_breed_choose (const GwRoutingBreed *breed, GwEngineRandom *random,
                              const GwRoutingPlan **first, const GwRoutingPlan **second);
