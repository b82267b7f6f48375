/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The elite pool: a few good plans that differ. A plan comes in when it is better than the worst
 * one and unlike all others, or better than the one that it is like. One thread at a time.
 */
#pragma once

#include "gw-engine-random.h"
#include "gw-routing-plan.h"

/* The most plans of a pool. */
#define GW_ROUTING_POOL_MAX 32

/* Zero-initialise, then set routing and call gw_routing_pool_init(). */
typedef struct
{
  const GwEngineRouting *routing;
  GwEngineArena arena;
  GwRoutingPlan plans[GW_ROUTING_POOL_MAX];
  int32_t n_plans, size;
  int32_t *scratch; /* [operation] */
} GwRoutingPool;

/* Makes an empty pool for @size plans; clear it in any case. Returns false without memory. */
bool gw_routing_pool_init (GwRoutingPool *pool, const GwEngineRouting *routing, int32_t size);

/* Frees what the pool holds. */
void gw_routing_pool_clear (GwRoutingPool *pool);

/* Offers @plan, which is copied if it comes in. Returns whether it did. */
bool gw_routing_pool_offer (GwRoutingPool *pool, const GwRoutingPlan *plan);

/* Chooses two different plans; the better of two draws comes first. NULL in both when there are
 * fewer than two. */
void gw_routing_pool_choose (const GwRoutingPool *pool, GwEngineRandom *random,
                             const GwRoutingPlan **first, const GwRoutingPlan **second);
