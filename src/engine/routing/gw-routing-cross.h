/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Crossover by selective route exchange (Nagata and Kobayashi 2010): some routes of one
 * plan give way to routes of another from the same neighbourhood. What is then done twice is taken
 * out on one of the two sides, what is left over is absent.
 */
#pragma once

#include "gw-routing-plan.h"
#include "gw-engine-random.h"

/* What the crossover works with; reused from child to child. */
typedef struct
{
  int32_t *route_of_first, *route_of_second; /* [operation] */
  uint8_t *is_leaving, *is_coming;           /* [vehicle] */
  uint8_t *is_taken;                         /* [operation] */
} GwRoutingCross;

/* Allocates it in @arena, which says whether that worked. */
GwRoutingCross gw_routing_cross_new (const GwEngineRouting *routing, GwEngineArena *arena);

/* Writes a child of @first and @second, mostly like @first, into @child (neither of both). Its cost
 * is not known. */
void gw_routing_cross (GwRoutingCross *cross, const GwEngineRouting *routing,
                       const GwRoutingPlan *first, const GwRoutingPlan *second,
                       GwRoutingPlan *child, GwEngineRandom *random);
