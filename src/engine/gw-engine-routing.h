/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routing problems: operations to be done by vehicles (or colleagues) that start somewhere and end
 * somewhere, each operation within its window, some tied to one another, at the least sum of
 * distance, tardiness and greatest tardiness. This is the face of the search core for the
 * published families: vehicle routing with time windows (hard windows, capacity, distance) and
 * home health care routing and scheduling (late starts cost, skills, two-carer and ordered
 * visits). Times and distances are integers in any unit the caller likes, for instance tenths.
 *
 * A sealed problem is immutable and may be read from any thread.
 */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "gw-engine-pace.h"

/* Greatest time, distance, duration, demand and weight that may be handed in. Demands together may be
 * 2^30, and so may a route's times where starts may be late or operations are linked; the cost of the
 * dearest routes times the operations must be below 2^60. */
#define GW_ENGINE_ROUTING_MAX (INT32_C (1) << 28)

/* How many places and operations, and how many vehicles there may be. A search keeps, for each
 * thread, 12 bytes for each pair of an operation and a vehicle and 32 for each vehicle and stop it
 * could have: half a gigabyte for 3,000 operations and 1,000 vehicles. */
#define GW_ENGINE_ROUTING_MOST_OPERATIONS (1 << 14)
#define GW_ENGINE_ROUTING_MOST_VEHICLES (1 << 12)

/* One operation: one vehicle's part of one visit. */
typedef struct
{
  int32_t place;       /* 0 … n_places - 1 */
  int32_t duration;    /* ≥ 0 */
  int32_t open, close; /* earliest and latest start; a later one is tardy, or not allowed */
  int32_t demand;      /* ≥ 0, counted against the vehicle's capacity */
} GwEngineRoutingOperation;

/* One vehicle. It starts at @start_place not before @open and is back at @end_place at @close at
 * the latest (this end is never tardy: later is not allowed). */
typedef struct
{
  int32_t start_place, end_place;
  int32_t open, close;
  int32_t capacity;
} GwEngineRoutingVehicle;

/* The start of @second minus the start of @first lies in [@min_lag, @max_lag]; 0 and 0 mean
 * together. The two are done by different vehicles. An operation has one link at most. */
typedef struct
{
  int32_t first, second;
  int32_t min_lag, max_lag; /* 0 ≤ min_lag ≤ max_lag */
} GwEngineRoutingLink;

/* What a problem is made of; all arrays are lent for the time of the call. Travel may break the
 * triangle inequality; then the search may leave a visit where it is because without it the route
 * would be late. */
typedef struct
{
  int32_t n_places, n_operations, n_vehicles, n_links;
  const int32_t *distance; /* [from * n_places + to], ≥ 0; what is paid */
  const int32_t *travel;   /* the same shape; what it takes; NULL: as the distance */
  const GwEngineRoutingOperation *operations;
  const GwEngineRoutingVehicle *vehicles;
  const GwEngineRoutingLink *links;
  const uint8_t *may_do; /* [operation * n_vehicles + vehicle], 0 = may not; NULL: all may */
  /* Prices of a unit of distance, of tardiness, and of the greatest tardiness; ≥ 0. */
  int32_t distance_weight, tardiness_weight, greatest_tardiness_weight;
  bool is_soft; /* true: a start after close is tardy; false: it is not allowed */
} GwEngineRoutingInput;

/* A sealed problem. */
typedef struct GwEngineRouting GwEngineRouting;

/* Checks and copies @input. Returns NULL without memory or when something in it is out of range;
 * then @fault (may be NULL) is set to an English sentence for programmers, else to NULL. */
GwEngineRouting *gw_engine_routing_new (const GwEngineRoutingInput *input, const char **fault)
    __attribute__ ((warn_unused_result));

/* Frees it; NULL is allowed. */
void gw_engine_routing_free (GwEngineRouting *routing);

/* Routes: vehicle v does operations[first[v]] … operations[first[v + 1] - 1] in this order, from
 * starts[] on. An operation that stands in no route is not served. */
typedef struct
{
  int32_t n_vehicles, n_served, n_unserved;
  int32_t *first;      /* [n_vehicles + 1] */
  int32_t *operations; /* [n_served] */
  int32_t *starts;     /* [n_served] */
  int64_t distance, tardiness, greatest_tardiness;
  int64_t cost; /* the weighted sum of the three; not served operations are not in it */
} GwEngineRoutes;

/* Frees routes; NULL is allowed. */
void gw_engine_routes_free (GwEngineRoutes *routes);

/* Told on the calling thread at each meeting of the threads, some hundreds of times: @n_unserved
 * and @cost of the best so far after @steps steps of each thread. */
typedef void (*GwEngineRoutingProgress) (int32_t n_unserved, int64_t cost, int64_t steps,
                                         void *user_data);

/* How to search. Zero-initialise, then set a budget. */
typedef struct
{
  int32_t threads; /* 1 … 64; 0 means 1 */
  uint64_t seed;
  int64_t steps;                      /* budget of each thread, or 0: use seconds */
  int64_t stop_after;                 /* stop when so many are done but plan for steps; 0 = no. A
                                         budget of seconds may have done more steps than it planned:
                                         hand back what it did to repeat it */
  const GwEngineReplan *replans;      /* how such a search was planned anew, to repeat it */
  int32_t n_replans;
  double seconds;                     /* budget when steps is 0; needs a clock */
  double (*clock) (void *clock_data); /* seconds on a monotonic clock */
  void *clock_data;
  const atomic_int *cancel; /* may be NULL; not 0 = stop soon and return the best so far */
  GwEngineRoutingProgress progress;
  void *progress_data;
} GwEngineRoutingOptions;

/* What came out beside the routes. */
typedef struct
{
  int64_t steps_planned; /* at first; hand these back as steps, stop_after and replans for the same
                            routes */
  int64_t steps_done;    /* of each thread, in whole rounds: a cancelled search may have found more in
                            the round that was cut, and does not repeat exactly */
  GwEngineReplan replans[GW_ENGINE_REPLANS];
  int32_t n_replans;
  int64_t evaluations;   /* positions priced, all threads */
  bool was_cancelled;
} GwEngineRoutingResult;

/* Searches, blocking the calling thread, which is one of the searching threads. Returns the best
 * routes found: fewest operations not served, then least cost; NULL without memory or threads. */
GwEngineRoutes *gw_engine_routing_solve (const GwEngineRouting *routing,
                                         const GwEngineRoutingOptions *options,
                                         GwEngineRoutingResult *result)
    __attribute__ ((warn_unused_result));
