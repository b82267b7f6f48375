/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-restore.h. A pass tries every change once; what was put back may make room for
 * more, so passes follow one another while they help.
 */
#include "gw-engine-restore.h"

#include <stddef.h>

#include "gw-engine-price.h"

/* Passes that are tried at most. */
#define PASSES 6

typedef struct
{
  const GwEngineProblem *problem;
  const GwEnginePlan *reference;
  GwEnginePlan *plan;
  GwEnginePricer *pricer;
  int32_t n_restored;
  bool has_failed;
} Restorer;

/* Takes @price when the plan is no worse for it and nobody else has to move. */
static bool
take (Restorer *self, const GwEnginePrice *price)
{
  const GwEngineScore same = { 0, 0, 0 };

  if (price->broken != GW_ENGINE_RULE_NONE || price->n_retimed > 0 ||
      gw_engine_score_compare (&price->delta, &same) > 0)
    return false;
  gw_engine_price_apply (self->pricer, price, self->plan);
  gw_engine_pricer_free (self->pricer);
  self->pricer = gw_engine_pricer_new (self->problem, self->plan);
  self->has_failed = self->pricer == NULL;
  self->n_restored++;
  return true;
}

/* Whether @o has a place in the reference, and is not there. */
static bool
has_moved (const Restorer *self, int32_t o)
{
  const GwEnginePlan *reference = self->reference;

  return reference->shift_of[o] >= 0 && (reference->shift_of[o] != self->plan->shift_of[o] ||
                                         reference->start_of[o] != self->plan->start_of[o]);
}

/* Where and when it was; or else, when it is with somebody else, back to its colleague. The second
 * ends too: what is in its own shift is only tried at its own time. */
static void
restore_operation (Restorer *self, int32_t o)
{
  int32_t s = self->reference->shift_of[o];
  GwEnginePrice price;

  gw_engine_price_place (self->pricer, o, s, self->reference->start_of[o], &price);
  if (take (self, &price) || s == self->plan->shift_of[o])
    return;
  gw_engine_price_place (self->pricer, o, s, GW_ENGINE_NO_TIME, &price);
  take (self, &price);
}

static void
restore_shift (Restorer *self, int32_t s)
{
  GwEnginePrice price;

  gw_engine_price_shift (self->pricer, s, self->reference->colleague_of[s], &price);
  take (self, &price);
}

static bool
pass (Restorer *self)
{
  int32_t before = self->n_restored;

  for (int32_t s = 0; s < self->plan->n_shifts && !self->has_failed; s++)
    if (self->reference->colleague_of[s] >= 0 &&
        self->reference->colleague_of[s] != self->plan->colleague_of[s])
      restore_shift (self, s);
  for (int32_t o = 0; o < self->plan->n_operations && !self->has_failed; o++)
    if (has_moved (self, o))
      restore_operation (self, o);
  return self->n_restored > before && !self->has_failed;
}

int32_t
gw_engine_restore_plan (const GwEngineProblem *problem, const GwEnginePlan *reference,
                        GwEnginePlan *plan)
{
  Restorer self = { .problem = problem, .reference = reference, .plan = plan };

  self.pricer = gw_engine_pricer_new (problem, plan);
  self.has_failed = self.pricer == NULL;
  for (int i = 0; i < PASSES && !self.has_failed; i++)
    if (!pass (&self))
      break;
  gw_engine_pricer_free (self.pricer);
  return self.has_failed ? -1 : self.n_restored;
}

int32_t
gw_engine_restore_count (const GwEnginePlan *reference, const GwEnginePlan *plan)
{
  int32_t n = 0;

  for (int32_t o = 0; o < plan->n_operations; o++)
    {
      int32_t was = reference->shift_of[o], is = plan->shift_of[o];

      n += was >= 0 && (is < 0 || reference->start_of[o] != plan->start_of[o] ||
                        reference->colleague_of[was] != plan->colleague_of[is]);
    }
  return n;
}
