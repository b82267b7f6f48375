/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One thread's children: crosses two plans of the population, and educates the child by local
 * search, or now and then by a short annealing. The children wait here for the next meeting.
 */
#pragma once

#include "gw-routing-breed.h"
#include "gw-routing-chain.h"
#include "gw-routing-cross.h"

/* The most children between two meetings. */
#define GW_ROUTING_BROOD_MOST 128

typedef struct
{
  GwRoutingPlan plan;
  GwRoutingBreach breach;
  bool is_birth; /* straight from the local search: its breach tells about the prices */
} GwRoutingChild;

typedef struct
{
  const GwEngineRouting *routing;
  GwEngineArena arena;
  GwRoutingLocal *local;
  GwRoutingCross cross;
  GwRoutingPlan crossed;
  GwRoutingChild children[GW_ROUTING_BROOD_MOST];
  int32_t n_children;
  int64_t steps_left; /* may be negative: more was done than allowed */
} GwRoutingBrood;

/* How children are made. */
typedef struct
{
  int32_t n_fresh;             /* until there have been so many plans, children have no parents */
  double start_heat, end_heat; /* of the annealing, in cost */
  int64_t steps;               /* and its length */
} GwRoutingBroodPlan;

/* Makes a brood for the thread with @stream; clear it in any case. Returns false without memory. */
bool gw_routing_brood_init (GwRoutingBrood *brood, const GwEngineRouting *routing, uint64_t seed,
                            uint64_t stream);

/* Frees what it holds. */
void gw_routing_brood_clear (GwRoutingBrood *brood);

/* Makes children of @breed for @steps steps' time, with @chain for those that are annealed. */
void gw_routing_brood_work (GwRoutingBrood *brood, const GwRoutingBreed *breed,
                            GwRoutingChain *chain, const GwRoutingBroodPlan *how, int64_t steps,
                            const atomic_int *cancel);
