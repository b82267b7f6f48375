/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-pool.h.
 */
#include "gw-routing-pool.h"

/* Plans are alike when fewer than one in so many operations has another successor. */
#define ALIKE 50

bool
gw_routing_pool_init (GwRoutingPool *pool, const GwEngineRouting *routing, int32_t size)
{
  *pool = (GwRoutingPool){ .routing = routing };
  pool->size = size < GW_ROUTING_POOL_MAX ? size : GW_ROUTING_POOL_MAX;
  pool->scratch = GW_ENGINE_NEW (&pool->arena, int32_t, routing->n_operations);
  for (int32_t i = 0; i < pool->size; i++)
    pool->plans[i] = gw_routing_plan_new (routing, &pool->arena);
  return !pool->arena.has_failed;
}

void
gw_routing_pool_clear (GwRoutingPool *pool)
{
  gw_engine_arena_clear (&pool->arena);
}

bool
gw_routing_pool_offer (GwRoutingPool *pool, const GwRoutingPlan *plan)
{
  int32_t worst = 0, nearest = 0, least = INT32_MAX;
  bool is_alike;

  for (int32_t i = 0; i < pool->n_plans; i++)
    {
      int32_t distance = gw_routing_plan_distance (pool->routing, &pool->plans[i], plan,
                                                   pool->scratch);

      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
      if (pool->plans[i].cost > pool->plans[worst].cost)
        worst = i;
    }
  is_alike = pool->n_plans > 0 && least <= pool->routing->n_operations / ALIKE;
  if (!is_alike && pool->n_plans < pool->size)
    {
      gw_routing_plan_copy (pool->routing, &pool->plans[pool->n_plans++], plan);
      return true;
    }
  worst = is_alike ? nearest : worst;
  if (plan->cost >= pool->plans[worst].cost)
    return false;
  gw_routing_plan_copy (pool->routing, &pool->plans[worst], plan);
  return true;
}

void
gw_routing_pool_choose (const GwRoutingPool *pool, GwEngineRandom *random,
                        const GwRoutingPlan **first, const GwRoutingPlan **second)
{
  int32_t n = pool->n_plans, a, b;

  *first = *second = NULL;
  if (n < 2)
    return;
  a = gw_engine_random_below (random, n);
  b = gw_engine_random_below (random, n);
  a = pool->plans[b].cost < pool->plans[a].cost ? b : a;
  b = gw_engine_random_below (random, n - 1);
  b += b >= a;
  *first = &pool->plans[a];
  *second = &pool->plans[b];
}
