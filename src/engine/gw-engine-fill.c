/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-fill.h. Every missing visit is offered its best places; the first one that suits
 * everybody is taken.
 */
#include "gw-engine-fill.h"

#include <stddef.h>
#include <stdlib.h>

#include "gw-engine-price.h"

/* Places that are looked at for each operation. */
#define MOST_PLACES 16

typedef struct
{
  const GwEngineProblem *problem;
  const GwEngineScope *scope;
  GwEnginePlan *plan;
  GwEnginePricer *pricer;
} Filler;

/* Whether the scope lets @operation, which is missing, be put to @start in shift @s. */
static bool
may_go (const Filler *self, int32_t operation, int32_t s, int32_t start)
{
  const GwEngineScope *scope = self->scope;

  if (scope == NULL)
    return true;
  if (scope->operation_freedom != NULL && scope->operation_freedom[operation] != GW_ENGINE_FREE)
    return false;
  if (s >= 0 && scope->shift_may_take != NULL && !scope->shift_may_take[s])
    return false;
  return s < 0 || scope->not_before == GW_ENGINE_NO_TIME || start >= scope->not_before;
}

static bool
suits (const Filler *self, const GwEnginePrice *price)
{
  return price->n_retimed == 0 && price->delta.hard <= 0 && price->delta.medium <= 0 &&
         (price->delta.medium < 0 || price->delta.soft < 0) &&
         may_go (self, price->operation, price->shift, price->start) &&
         (price->partner < 0 ||
          (self->plan->shift_of[price->partner] < 0 &&
           may_go (self, price->partner, price->partner_shift, price->partner_start)));
}

/* Returns how many operations found a place. */
static int32_t
place (Filler *self, int32_t operation)
{
  GwEnginePrice prices[MOST_PLACES];
  int32_t n = gw_engine_price_best_places (self->pricer, operation, prices, MOST_PLACES);

  for (int32_t i = 0; i < n; i++)
    if (suits (self, &prices[i]))
      {
        gw_engine_price_apply (self->pricer, &prices[i], self->plan);
        gw_engine_pricer_free (self->pricer);
        self->pricer = gw_engine_pricer_new (self->problem, self->plan);
        return 1 + (prices[i].partner >= 0);
      }
  return 0;
}

/* The most urgent operation that was not tried yet, or NONE. */
static int32_t
find_next (const Filler *self, const uint8_t *is_tried)
{
  const GwEngineOperation *all = gw_engine_problem_get_operations (self->problem, NULL);
  int32_t best = GW_ENGINE_NONE;

  for (int32_t o = 0; o < self->plan->n_operations; o++)
    if (self->plan->shift_of[o] < 0 && !is_tried[o] &&
        may_go (self, o, GW_ENGINE_NONE, GW_ENGINE_NO_TIME) &&
        (best < 0 || (all[o].is_optional ? 0 : all[o].priority) >
                         (all[best].is_optional ? 0 : all[best].priority)))
      best = o;
  return best;
}

int32_t
gw_engine_fill_plan (const GwEngineProblem *problem, const GwEngineScope *scope, GwEnginePlan *plan)
{
  Filler self = { problem, scope, plan, gw_engine_pricer_new (problem, plan) };
  uint8_t *is_tried = calloc ((size_t) plan->n_operations + 1, 1);
  int32_t n = 0, o;
  bool has_failed;

  while (self.pricer != NULL && is_tried != NULL && (o = find_next (&self, is_tried)) >= 0)
    {
      is_tried[o] = 1;
      n += place (&self, o);
    }
  has_failed = self.pricer == NULL || is_tried == NULL;
  gw_engine_pricer_free (self.pricer);
  free (is_tried);
  return has_failed ? -1 : n;
}
