/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reasons: the first rule in the way for each colleague, and why a visit is where it is.
 */
#include "gw-engine-price-private.h"

/* The day that the operation's first window lies on. */
static int32_t
day_of (const GwEngineProblem *problem, int32_t operation)
{
  const GwEngineOperation *op = &problem->operations[operation];
  int32_t ticks = problem->settings.ticks_per_day;
  int32_t start = op->n_windows > 0 ? problem->windows[op->first_window].open : op->pin_start;

  return start >= 0 ? start / ticks : -1;
}

/* Whether @c is away in all of the operation's windows. */
static bool
is_away (const GwEngineProblem *problem, int32_t operation, int32_t c)
{
  const GwEngineOperation *op = &problem->operations[operation];
  const GwEngineSlices *slices = &problem->colleague_absences;

  for (int32_t w = 0; w < op->n_windows; w++)
    {
      const GwEngineWindow *window = &problem->windows[op->first_window + w];
      bool away = false;

      for (int32_t i = slices->first[c]; i < slices->first[c + 1] && !away; i++)
        {
          const GwEngineAbsence *absence = &problem->absences[slices->items[i]];

          away = absence->start < window->open + op->duration && absence->end > window->close;
        }
      if (!away)
        return false;
    }
  return op->n_windows > 0;
}

/* What stands against @c without looking at any shift. */
static void
refuse_without_shift (const GwEngineProblem *problem, int32_t operation, GwEngineRefusal *refusal)
{
  int32_t c = refusal->colleague;
  uint64_t skills = gw_engine_skills (problem, c, day_of (problem, operation));
  uint8_t reason = problem->assign_reason[(int64_t) operation * problem->n_colleagues + c];
  uint64_t missing = problem->operations[operation].skills & ~skills;

  refusal->amount = 1;
  if (missing != 0 && problem->settings.weight[GW_ENGINE_RULE_SKILL] != 0)
    {
      refusal->rule = GW_ENGINE_RULE_SKILL;
      refusal->amount = __builtin_popcountll (missing);
    }
  else if (reason != 0)
    refusal->rule = (GwEngineRule) (reason - 1);
  else if (is_away (problem, operation, c))
    refusal->rule = GW_ENGINE_RULE_ABSENCE;
  else
    refusal->rule = GW_ENGINE_RULE_BOUNDS;
}

/* Takes the answer of shift @s into account. */
static void
consider_shift (GwEnginePricer *pricer, int32_t operation, int32_t s, GwEngineRefusal *refusal)
{
  GwEnginePrice price;

  if (s == pricer->plan->shift_of[operation])
    {
      refusal->rule = GW_ENGINE_RULE_NONE;
      refusal->shift = s;
      refusal->amount = 0;
      return;
    }
  gw_engine_price_place (pricer, operation, s, GW_ENGINE_NO_TIME, &price);
  /* The later a rule stands in the list, the more has gone well before it. */
  if (refusal->shift >= 0 && price.broken != GW_ENGINE_RULE_NONE &&
      (price.broken < refusal->rule ||
       (price.broken == refusal->rule && price.broken_amount >= refusal->amount)))
    return;
  refusal->rule = price.broken;
  refusal->shift = s;
  refusal->amount = price.broken == GW_ENGINE_RULE_NONE ? 0 : price.broken_amount;
}

void
gw_engine_price_refusals (GwEnginePricer *pricer, int32_t operation, GwEngineRefusal *refusals)
{
  const GwEngineProblem *problem = pricer->problem;
  const GwEngineSlices *shifts = &problem->operation_shifts;

  for (int32_t c = 0; c < problem->n_colleagues; c++)
    refusals[c] = (GwEngineRefusal){ c, GW_ENGINE_RULE_BOUNDS, GW_ENGINE_NONE, 0 };
  for (int32_t i = shifts->first[operation]; i < shifts->first[operation + 1]; i++)
    {
      int32_t s = shifts->items[i], c = pricer->plan->colleague_of[s];

      if (c >= 0 && !(refusals[c].shift >= 0 && refusals[c].rule == GW_ENGINE_RULE_NONE))
        consider_shift (pricer, operation, s, &refusals[c]);
    }
  for (int32_t c = 0; c < problem->n_colleagues; c++)
    if (refusals[c].shift < 0)
      refuse_without_shift (problem, operation, &refusals[c]);
}

bool
gw_engine_price_explain (GwEnginePricer *pricer, int32_t operation,
                         GwEngineContributions *contributions, GwEnginePrice *next)
{
  const GwEngineProblem *problem = pricer->problem;
  const GwEngineSlices *links = &problem->operation_links;
  GwEngineTally tally = { .problem = problem, .contributions = contributions };
  int32_t s = pricer->plan->shift_of[operation];

  gw_engine_score_operation (&tally, pricer->plan, operation);
  for (int32_t i = links->first[operation]; i < links->first[operation + 1]; i++)
    gw_engine_score_link (&tally, pricer->plan, links->items[i]);
  if (problem->operations[operation].person >= 0)
    gw_engine_score_person (&tally, pricer->plan, problem->operations[operation].person);
  if (s >= 0)
    gw_engine_score_shift (&tally, pricer->plan, s, pricer->items + (int64_t) s * pricer->capacity,
                           pricer->n_items[s]);
  *next = (GwEnginePrice){ .operation = operation,
                           .shift = GW_ENGINE_NONE,
                           .colleague = GW_ENGINE_NONE,
                           .partner = GW_ENGINE_NONE,
                           .broken = GW_ENGINE_RULE_NONE };
  return gw_engine_price_best_places (pricer, operation, next, 1) > 0;
}
