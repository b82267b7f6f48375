/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one searching thread works on: the routes, with everything needed to change them, to know
 * their cost at once, and to take the change back. A route is an array of stops, its two ends
 * included. Whatever a route looks like has a number of its own (its version), so that what was
 * computed for a route holds until the version changes, and holds again after it was taken back.
 *
 * A state belongs to one thread. When several threads share the routes, each changes only those of
 * its own vehicles (is_mine).
 */
#pragma once

#include "gw-engine-random.h"
#include "gw-routing-problem.h"

/* How many operations a step may take out at most. */
#define GW_ROUTING_MOST_REMOVED 96

/* A stop of a route; the first and the last are the vehicle's ends. Sixteen bytes: a run of ten
 * fits three lines of the cache. */
typedef struct
{
  int32_t node;
  int32_t ready;  /* earliest departure */
  int32_t latest; /* latest arrival that keeps what follows in time (hard windows) */
  int32_t leg;    /* distance from the stop before */
} GwRoutingStop;

/* A route as it was before this step. */
typedef struct
{
  int32_t vehicle, n_stops, load;
  int64_t length;
  uint32_t version;
} GwRoutingSaved;

/* The best position of one operation in one version of one route. */
typedef struct
{
  uint32_t version;
  int32_t cost; /* or GW_ROUTING_NEVER */
  int32_t slot; /* to be inserted before this stop */
} GwRoutingPosition;

/* More than any position costs. */
#define GW_ROUTING_NEVER INT32_MAX


/* More than anything costs, and safe to add to. */
#define GW_ROUTING_IMPOSSIBLE (INT64_MAX / 4)

/* The most places that a half of a linked pair is tried in. */
#define GW_ROUTING_CANDIDATES 48

/* A place that is tried (linked family). */
typedef struct
{
  int32_t vehicle, slot;
  int32_t start;
  int64_t cost; /* a lower bound, weighted */
} GwRoutingCandidate;

/* One thread's routes. */
typedef struct
{
  const GwEngineRouting *routing;
  GwEngineRandom random;
  GwEngineArena arena;

  int32_t stride; /* stops set apart for each vehicle */
  GwRoutingStop *stops;
  int32_t *n_stops; /* [vehicle], both ends included: 2 = unused */
  int32_t *load;
  int64_t *length;   /* distance of the route */
  uint32_t *version; /* [vehicle] */
  uint32_t last_version;
  uint8_t *is_mine;
  int32_t *used, n_used; /* vehicles of mine with operations */
  int32_t *where_used;
  int32_t *spare; /* [class]: an unused vehicle of mine, or NONE */

  int32_t *route_of, *slot_of; /* [operation]; NONE when absent */
  int32_t *absent, n_absent;   /* of mine, not served */
  int32_t *where_absent;
  int32_t *saved_absent, n_saved_absent;

  int64_t distance, tardiness, greatest; /* unweighted sums, of all routes */

  GwRoutingPosition *cache; /* [operation * n_vehicles + vehicle], versions that were kept */
  GwRoutingPosition *trial; /* [operation removed * n_vehicles + vehicle], of this step */

  /* This step. */
  GwRoutingSaved *saved;
  int32_t n_saved;
  GwRoutingStop *saved_stops; /* [vehicle * stride] */
  uint8_t *is_saved;          /* [vehicle] */
  int64_t saved_distance, saved_tardiness, saved_greatest;
  int32_t removed[GW_ROUTING_MOST_REMOVED], n_removed; /* then all that are to be placed */
  int64_t keys[GW_ROUTING_MOST_REMOVED];
  uint8_t *is_marked; /* [operation] */
  int32_t *list;
  int64_t n_evaluations;

  /* A trial of the linked family: what it changed, and what it still has to carry on. */
  int32_t log_size, n_logged, n_rewound, n_pending;
  GwRoutingStop **log_stop;
  int32_t *log_route, *log_ready;
  int32_t *pending, *pending_start;
  int64_t more_tardiness, limit;
  int32_t trial_greatest;
  int32_t *old_ready; /* [operation] */
  GwRoutingCandidate ones[GW_ROUTING_CANDIDATES], twos[GW_ROUTING_CANDIDATES];
} GwRoutingState;

/* The stops of @vehicle. */
static inline GwRoutingStop *
gw_routing_stops (const GwRoutingState *state, int32_t vehicle)
{
  return state->stops + (int64_t) vehicle * state->stride;
}

/* The weighted sum that is minimised, without operations not served. */
static inline int64_t
gw_routing_cost (const GwRoutingState *state)
{
  return state->distance * state->routing->distance_weight +
         state->tardiness * state->routing->tardiness_weight +
         state->greatest * state->routing->greatest_tardiness_weight;
}

/* Makes a state in which nothing is served and every vehicle is mine; NULL without memory. */
GwRoutingState *gw_routing_state_new (const GwEngineRouting *routing);

/* Frees it; NULL is allowed. */
void gw_routing_state_free (GwRoutingState *state);

/* Takes everything out of @vehicle's route; its operations belong to no route then. */
void gw_routing_state_empty_route (GwRoutingState *state, int32_t vehicle);

/* From now on only the vehicles with a 1 in @is_mine are changed. */
void gw_routing_state_claim (GwRoutingState *state, const uint8_t *is_mine);

/* To be called when @vehicle may have become used or unused. */
void gw_routing_state_note_use (GwRoutingState *state, int32_t vehicle);

/* Adds @operation to those that are not served. */
void gw_routing_state_set_absent (GwRoutingState *state, int32_t operation);

/* Takes @operation off the list of those that are not served. */
void gw_routing_state_set_present (GwRoutingState *state, int32_t operation);

/* Begins a change. */
void gw_routing_state_begin (GwRoutingState *state);

/* Remembers @vehicle's route before it is changed for the first time. */
void gw_routing_state_save_route (GwRoutingState *state, int32_t vehicle);

/* Takes the change back. */
void gw_routing_state_undo (GwRoutingState *state);

/* Lets the change stand. */
void gw_routing_state_keep (GwRoutingState *state);

/* Remembers the route once. */
static inline void
gw_routing_state_touch (GwRoutingState *state, int32_t vehicle)
{
  if (!state->is_saved[vehicle])
    gw_routing_state_save_route (state, vehicle);
}
