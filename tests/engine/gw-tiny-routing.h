/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tiny random routing problems and the best routes by trying everything: each operation in each
 * place of each route, or not served. For tests that say "there is nothing better".
 */
#pragma once

#include "gw-engine-verify-routes.h"

#define TINY_OPERATIONS 5
#define TINY_VEHICLES 2
#define TINY_PLACES (TINY_OPERATIONS + 1)

/* A problem with its arrays inside; copies are not independent: use by reference. */
typedef struct
{
  GwEngineRoutingInput input;
  int32_t distance[TINY_PLACES * TINY_PLACES];
  int32_t travel[TINY_PLACES * TINY_PLACES];
  GwEngineRoutingOperation operations[TINY_OPERATIONS];
  GwEngineRoutingVehicle vehicles[TINY_VEHICLES];
  GwEngineRoutingLink links[TINY_OPERATIONS / 2];
  uint8_t may_do[TINY_OPERATIONS * TINY_VEHICLES];
} TinyRouting;

/* Routes with their arrays inside. */
typedef struct
{
  GwEngineRoutes routes;
  int32_t first[TINY_VEHICLES + 1];
  int32_t operations[TINY_OPERATIONS], starts[TINY_OPERATIONS];
} TinyRoutes;

/* Makes problem number @seed: up to @most operations, times up to about @horizon. */
void tiny_routing_make (TinyRouting *self, uint32_t seed, int32_t most, int32_t horizon);

/* Called for each set of routes; starts are not set. */
typedef void (*TinyVisit) (const TinyRouting *tiny, TinyRoutes *routes, void *user_data);

/* Calls @visit for every way to arrange the operations. */
void tiny_routing_visit_all (const TinyRouting *tiny, TinyVisit visit, void *user_data);

/* The fewest operations not served, and the least cost with so few. */
void tiny_routing_find_best (const TinyRouting *tiny, int32_t *n_unserved, int64_t *cost);

/* Whether @verdict has no fault but operations that are not served. */
bool tiny_is_allowed (const GwEngineRoutesVerdict *verdict);
