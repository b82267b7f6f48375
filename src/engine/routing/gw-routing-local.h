/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Granular local search with penalties: from a plan downhill to one that no single move between
 * near operations makes cheaper. Lateness (as time warp) and overload are allowed at a price, so
 * that the way to a better plan may lead through plans that break the rules. For problems with hard
 * windows and vehicles that are all alike; the moves and their order follow Vidal (HGS-CVRP, 2022)
 * and Kool et al. (2022).
 *
 * A local search belongs to one thread.
 */
#pragma once

#include <stdatomic.h>

#include "gw-engine-random.h"
#include "gw-routing-plan.h"
#include "gw-routing-span.h"

/* Prices and costs inside are multiples of 1 / SCALE of a unit of cost. */
#define GW_ROUTING_LOCAL_SCALE 64

/* Prices of a unit of overload and of time warp, in scaled units. */
typedef struct
{
  int64_t load, warp;
} GwRoutingPrices;

/* A stop: the two ends of a route included. */
typedef struct
{
  int32_t node;
  int32_t load;                /* of the route up to here */
  GwRoutingSpan before, after; /* from the start to here; from here to the end */
} GwRoutingLocalStop;

/* Places that are remembered. */
#define GW_ROUTING_SWAP_STAR_PLACES 3

/* The best places of one operation in one route, cheapest first. */
typedef struct
{
  int32_t changed; /* number of the move after which this was found */
  int32_t slot[GW_ROUTING_SWAP_STAR_PLACES];
  int64_t cost[GW_ROUTING_SWAP_STAR_PLACES];
} GwRoutingPlaces;

typedef struct
{
  const GwEngineRouting *routing;
  GwEngineArena arena;
  GwEngineRandom random;
  GwRoutingPrices prices;

  int32_t stride;
  GwRoutingLocalStop *stops; /* [vehicle * stride] */
  int32_t *n_stops;          /* [vehicle], both ends included */
  int64_t *penalty;          /* [vehicle], of its overload and warp */
  int32_t *changed;          /* [vehicle]: number of the move that changed it last */
  int32_t *tested;           /* [operation]: number of moves when it was tried last */
  int32_t *route_of, *slot_of;
  int32_t *order, *absent, n_absent;
  GwRoutingSpan *alone; /* [node] */
  int32_t *scratch;     /* [operation] */
  int32_t *scratch_more;
  int32_t n_moves, spare;

  /* SWAP*: */
  GwRoutingPlaces *places; /* [operation * n_vehicles + vehicle] */
  bool has_places;         /* since the routes were taken over */
  int64_t *leaving;        /* [operation] */
  int32_t *pairs_tested;   /* [vehicle] */
  uint8_t *is_near;        /* [vehicle] */
  int64_t n_evaluations;
} GwRoutingLocal;

/* How a plan breaks the rules. */
typedef struct
{
  int64_t overload, warp;
} GwRoutingBreach;

/* Whether @routing is of the kind that local search knows. */
bool gw_routing_local_suits (const GwEngineRouting *routing);

/* Makes a local search; NULL without memory. */
GwRoutingLocal *gw_routing_local_new (const GwEngineRouting *routing, uint64_t seed,
                                      uint64_t stream);

/* Frees it; NULL is allowed. */
void gw_routing_local_free (GwRoutingLocal *local);

/* Takes over @plan; what it does not serve is put in, in a random order, where it costs least. */
void gw_routing_local_load (GwRoutingLocal *local, const GwRoutingPlan *plan,
                            GwRoutingPrices prices);

/* Goes downhill until nothing helps any more, or soon after *@cancel (may be NULL) is not 0. With
 * @is_thorough also by exchanges that put both operations wherever they fit best (SWAP*). */
void gw_routing_local_run (GwRoutingLocal *local, bool is_thorough, const atomic_int *cancel);

/* Writes the routes into @plan, with the cost of their distance, and how they break the rules. */
GwRoutingBreach gw_routing_local_store (const GwRoutingLocal *local, GwRoutingPlan *plan);
