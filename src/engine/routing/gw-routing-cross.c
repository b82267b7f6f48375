/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-cross.h. Where vehicles are all alike, a coming route takes the place of any
 * leaving one; where they differ, a vehicle's route gives way to its own route in the other plan.
 */
#include "gw-routing-cross.h"

#include <string.h>

/* The greatest share of the used routes that is exchanged, as 1 / SHARE. */
#define SHARE 2

GwRoutingCross
gw_routing_cross_new (const GwEngineRouting *routing, GwEngineArena *arena)
{
  GwRoutingCross cross;

  cross.route_of_first = GW_ENGINE_NEW (arena, int32_t, routing->n_operations);
  cross.route_of_second = GW_ENGINE_NEW (arena, int32_t, routing->n_operations);
  cross.is_leaving = GW_ENGINE_NEW (arena, uint8_t, routing->n_vehicles);
  cross.is_coming = GW_ENGINE_NEW (arena, uint8_t, routing->n_vehicles);
  cross.is_taken = GW_ENGINE_NEW (arena, uint8_t, routing->n_operations);
  return cross;
}

static void
list_routes (const GwEngineRouting *routing, const GwRoutingPlan *plan, int32_t *route_of)
{
  for (int32_t o = 0; o < routing->n_operations; o++)
    route_of[o] = GW_ROUTING_NONE;
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
      route_of[plan->operations[i]] = v;
}

static int32_t
count_used (const GwEngineRouting *routing, const GwRoutingPlan *plan)
{
  int32_t n = 0;

  for (int32_t v = 0; v < routing->n_vehicles; v++)
    n += plan->first[v + 1] > plan->first[v];
  return n;
}

/* Sets in @is_chosen the first @n routes that are met going outwards from @seed. */
static void
choose_routes (const GwEngineRouting *routing, const int32_t *route_of, int32_t seed, int32_t n,
               uint8_t *is_chosen)
{
  for (int32_t i = -1; i < routing->n_near && n > 0; i++)
    {
      int32_t o = i < 0 ? seed : routing->near[(int64_t) seed * routing->n_near + i];

      if (route_of[o] >= 0 && !is_chosen[route_of[o]])
        {
          is_chosen[route_of[o]] = 1;
          n--;
        }
    }
}

/* Marks the operations of the routes of @plan for which @is_chosen is @value. */
static void
take (const GwEngineRouting *routing, const GwRoutingPlan *plan, const uint8_t *is_chosen,
      uint8_t value, uint8_t *is_taken)
{
  memset (is_taken, 0, (size_t) routing->n_operations);
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    if (is_chosen[v] == value)
      for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
        is_taken[plan->operations[i]] = 1;
}

/* Appends the route of @v in @plan without what is taken, if @skips. */
static void
append (const GwRoutingPlan *plan, int32_t v, const uint8_t *is_taken, bool skips,
        GwRoutingPlan *child, int32_t *count)
{
  for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
    if (!skips || !is_taken[plan->operations[i]])
      child->operations[(*count)++] = plan->operations[i];
}

/* Takes out of @child whatever has lost its partner: a pair is served whole, or is absent. */
static void
drop_halves (const GwEngineRouting *routing, GwRoutingPlan *child, uint8_t *is_there)
{
  int32_t count = 0, from = 0;

  memset (is_there, 0, (size_t) routing->n_operations);
  for (int32_t i = 0; i < child->first[routing->n_vehicles]; i++)
    is_there[child->operations[i]] = 1;
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      int32_t until = child->first[v + 1];

      for (int32_t i = from; i < until; i++)
        {
          int32_t o = child->operations[i], partner = routing->partner[o];

          if (partner < 0 || is_there[partner])
            child->operations[count++] = o;
        }
      from = until;
      child->first[v + 1] = count;
    }
}

void
gw_routing_cross (GwRoutingCross *cross, const GwEngineRouting *routing, const GwRoutingPlan *first,
                  const GwRoutingPlan *second, GwRoutingPlan *child, GwEngineRandom *random)
{
  int32_t used = count_used (routing, first), count = 0, next = 0;
  int32_t n = 1 + gw_engine_random_below (random, used / SHARE > 1 ? used / SHARE : 1);
  int32_t seed = gw_engine_random_below (random, routing->n_operations);
  bool keeps_first = gw_engine_random_below (random, 2) == 0;
  bool are_alike = routing->n_classes == 1;

  list_routes (routing, first, cross->route_of_first);
  list_routes (routing, second, cross->route_of_second);
  memset (cross->is_leaving, 0, (size_t) routing->n_vehicles);
  memset (cross->is_coming, 0, (size_t) routing->n_vehicles);
  choose_routes (routing, cross->route_of_first, seed, n, cross->is_leaving);
  if (are_alike)
    choose_routes (routing, cross->route_of_second, seed, n, cross->is_coming);
  else
    memcpy (cross->is_coming, cross->is_leaving, (size_t) routing->n_vehicles);
  if (keeps_first)
    take (routing, first, cross->is_leaving, 0, cross->is_taken);
  else
    take (routing, second, cross->is_coming, 1, cross->is_taken);
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      child->first[v] = count;
      if (!cross->is_leaving[v])
        {
          append (first, v, cross->is_taken, !keeps_first, child, &count);
          continue;
        }
      while (are_alike && next < routing->n_vehicles && !cross->is_coming[next])
        next++;
      if (!are_alike)
        append (second, v, cross->is_taken, keeps_first, child, &count);
      else if (next < routing->n_vehicles)
        append (second, next++, cross->is_taken, keeps_first, child, &count);
    }
  child->first[routing->n_vehicles] = count;
  if (routing->n_links > 0)
    drop_halves (routing, child, cross->is_taken);
}
