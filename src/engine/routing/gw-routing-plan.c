/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-plan.h.
 */
#include "gw-routing-plan.h"

#include <string.h>

GwRoutingPlan
gw_routing_plan_new (const GwEngineRouting *routing, GwEngineArena *arena)
{
  GwRoutingPlan plan = { .cost = INT64_MAX };

  plan.first = GW_ENGINE_NEW (arena, int32_t, routing->n_vehicles + 1);
  plan.operations = GW_ENGINE_NEW (arena, int32_t, routing->n_operations);
  return plan;
}

void
gw_routing_plan_copy (const GwEngineRouting *routing, GwRoutingPlan *to, const GwRoutingPlan *from)
{
  memcpy (to->first, from->first, ((size_t) routing->n_vehicles + 1) * sizeof *to->first);
  memcpy (to->operations, from->operations,
          (size_t) from->first[routing->n_vehicles] * sizeof *to->operations);
  to->cost = from->cost;
}

void
gw_routing_plan_gather (const GwEngineRouting *routing, GwRoutingPlan *to,
                        const GwRoutingPlan *const *sources, const int32_t *source_of)
{
  int32_t count = 0;

  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      const GwRoutingPlan *source = sources[source_of[v]];
      int32_t n = source->first[v + 1] - source->first[v];

      to->first[v] = count;
      memcpy (to->operations + count, source->operations + source->first[v],
              (size_t) n * sizeof *to->operations);
      count += n;
    }
  to->first[routing->n_vehicles] = count;
}

static void
list_successors (const GwEngineRouting *routing, const GwRoutingPlan *plan, int32_t *next)
{
  for (int32_t o = 0; o < routing->n_operations; o++)
    next[o] = GW_ROUTING_NONE;
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    for (int32_t i = plan->first[v]; i + 1 < plan->first[v + 1]; i++)
      next[plan->operations[i]] = plan->operations[i + 1];
}

int32_t
gw_routing_plan_distance (const GwEngineRouting *routing, const GwRoutingPlan *a,
                          const GwRoutingPlan *b, int32_t *scratch)
{
  int32_t count = 0;

  list_successors (routing, a, scratch);
  for (int32_t v = 0; v < routing->n_vehicles; v++)
    for (int32_t i = b->first[v]; i < b->first[v + 1]; i++)
      {
        int32_t next = i + 1 < b->first[v + 1] ? b->operations[i + 1] : GW_ROUTING_NONE;

        count += scratch[b->operations[i]] != next;
      }
  return count;
}
