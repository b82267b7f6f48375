/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A set of routes and nothing derived from it: what is kept as the best, put into the pool, and
 * exchanged between threads.
 */
#pragma once

#include "gw-routing-problem.h"

/* Vehicle v does operations[first[v]] … operations[first[v + 1] - 1]. */
typedef struct
{
  int32_t *first;      /* [vehicle + 1] */
  int32_t *operations; /* [operation] */
  int64_t cost;        /* with what operations not served cost; INT64_MAX: no plan yet */
} GwRoutingPlan;

/* Allocates a plan in @arena. The plan says itself that it is none yet. */
GwRoutingPlan gw_routing_plan_new (const GwEngineRouting *routing, GwEngineArena *arena);

/* Copies @from into @to. */
void gw_routing_plan_copy (const GwEngineRouting *routing, GwRoutingPlan *to,
                           const GwRoutingPlan *from);

/* Puts @to together: the route of vehicle v as in sources[source_of[v]], none of which is @to. The
 * cost is left alone. */
void gw_routing_plan_gather (const GwEngineRouting *routing, GwRoutingPlan *to,
                             const GwRoutingPlan *const *sources, const int32_t *source_of);

/* How many operations are followed by another one in @a than in @b. @scratch: [operation]. */
int32_t gw_routing_plan_distance (const GwEngineRouting *routing, const GwRoutingPlan *a,
                                  const GwRoutingPlan *b, int32_t *scratch);
