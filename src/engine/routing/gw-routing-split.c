/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-routing-split.h.
 */
#include "gw-routing-split.h"

/* Where a route lies between @a and @b, in the mean. */
static int64_t
lie (const GwEngineRouting *routing, const GwRoutingPlan *plan, int32_t v, int32_t a, int32_t b)
{
  const int32_t *from_a = gw_routing_distances_from (routing, a);
  const int32_t *from_b = gw_routing_distances_from (routing, b);
  int32_t n = plan->first[v + 1] - plan->first[v];
  int64_t sum = 0;

  for (int32_t i = plan->first[v]; i < plan->first[v + 1]; i++)
    sum += from_a[plan->operations[i]] - from_b[plan->operations[i]];
  return sum * 64 / n;
}

void
gw_routing_split (const GwEngineRouting *routing, const GwRoutingPlan *plan, int32_t n_members,
                  GwEngineRandom *random, int32_t *member_of, int64_t *keys, int32_t *order)
{
  int32_t a = gw_engine_random_below (random, routing->n_operations);
  int32_t b = gw_engine_random_below (random, routing->n_operations);
  int32_t n_used = 0, n_unused = 0, n_before = 0;
  int32_t total = plan->first[routing->n_vehicles];

  for (int32_t v = 0; v < routing->n_vehicles; v++)
    {
      int32_t k = n_used;
      int64_t key;

      if (plan->first[v] == plan->first[v + 1])
        {
          member_of[v] = n_unused++ % n_members;
          continue;
        }
      key = lie (routing, plan, v, a, b);
      for (; k > 0 && keys[k - 1] > key; k--)
        {
          keys[k] = keys[k - 1];
          order[k] = order[k - 1];
        }
      keys[k] = key;
      order[k] = v;
      n_used++;
    }
  for (int32_t i = 0; i < n_used; i++)
    {
      int32_t v = order[i], n = plan->first[v + 1] - plan->first[v];

      member_of[v] = (int32_t) ((int64_t) (n_before + n / 2) * n_members / (total > 0 ? total : 1));
      n_before += n;
    }
}
