/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-budget.h.
 */
#include "gw-engine-budget.h"

/* Seconds may be exceeded by so much before the search stops short of its steps. */
#define SECONDS_SLACK 0.02

void
gw_engine_budget_begin (GwEngineBudget *budget, const GwEngineTerms *terms)
{
  *budget = (GwEngineBudget){ .terms = *terms };
  budget->begin = gw_engine_budget_now (budget);
  budget->has_seconds = terms->steps <= 0 && terms->clock != NULL && terms->seconds > 0;
}

double
gw_engine_budget_measure (const GwEngineBudget *budget, double warm_up, double stretch,
                          int64_t burst, void (*run) (void *data, int64_t steps), void *data)
{
  double begin = gw_engine_budget_now (budget), now = begin;
  int64_t steps = 0;

  while (now - begin < warm_up && !gw_engine_budget_is_cancelled (budget))
    {
      run (data, burst);
      now = gw_engine_budget_now (budget);
    }
  begin = now;
  while (steps == 0 || (now - begin < stretch && !gw_engine_budget_is_cancelled (budget)))
    {
      run (data, burst);
      steps += burst;
      now = gw_engine_budget_now (budget);
    }
  /* A cancelled search returns at once, which tells nothing. */
  if (gw_engine_budget_is_cancelled (budget))
    return 0;
  return (double) steps / (now - begin > 1e-6 ? now - begin : 1e-6);
}

int64_t
gw_engine_budget_count_steps (const GwEngineBudget *budget, double rate, double share)
{
  double steps = rate * (budget->terms.seconds * share);

  return steps < 1.0 ? 1 : steps > 1e15 ? (int64_t) 1e15 : (int64_t) steps;
}

static void
set_steps (GwEngineBudget *budget, int64_t steps)
{
  int64_t stop_after = budget->terms.stop_after;

  budget->steps = steps;
  budget->last_step = stop_after > 0 && stop_after < steps ? stop_after : steps;
}

void
gw_engine_budget_plan (GwEngineBudget *budget, int64_t steps)
{
  set_steps (budget, steps > 1 ? steps : 1);
  if (!budget->has_seconds)
    return;
  budget->deadline = budget->begin + budget->terms.seconds * (1 + SECONDS_SLACK);
  budget->pace.deadline = budget->begin + budget->terms.seconds;
  budget->pace.looked = gw_engine_budget_now (budget);
}

bool
gw_engine_budget_replan (GwEngineBudget *budget, int64_t done, bool may_look)
{
  const GwEngineTerms *terms = &budget->terms;
  int64_t steps = budget->steps;
  int32_t n = budget->n_replans;

  if (n == GW_ENGINE_REPLANS)
    return false;
  if (n < terms->n_replans && terms->replans[n].at == done)
    steps = terms->replans[n].steps;
  else if (budget->has_seconds && may_look)
    steps = gw_engine_pace_look (&budget->pace, gw_engine_budget_now (budget), done, steps);
  if (steps == budget->steps || steps <= done)
    return false;
  budget->replans[budget->n_replans++] = (GwEngineReplan){ done, steps };
  set_steps (budget, steps);
  return true;
}

bool
gw_engine_budget_is_over (const GwEngineBudget *budget, int64_t done)
{
  return done >= budget->last_step ||
         (budget->has_seconds && gw_engine_budget_now (budget) > budget->deadline);
}
