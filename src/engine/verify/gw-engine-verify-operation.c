/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each operation by itself: whether it is covered, who does it, when, pins and alternatives.
 */
#include <stdlib.h>

#include "gw-engine-verify-private.h"

static void
enter_operation (GwEngineCase *self, GwEngineRule rule, int32_t o, int64_t amount)
{
  gw_engine_case_enter (self, rule, GW_ENGINE_SUBJECT_OPERATION, o, amount);
}

/* Counts operations of the same group of alternatives that are placed; @before: only those with a
 * smaller number. */
static int32_t
count_alternatives (const GwEngineCase *self, int32_t o, bool before)
{
  int32_t n = 0;

  for (int32_t i = 0; i < (before ? o : self->n_operations); i++)
    n += i != o && self->operations[i].alternative == self->operations[o].alternative &&
         gw_engine_case_is_placed (self, i);
  return n;
}

static bool
is_first_alternative (const GwEngineCase *self, int32_t o)
{
  for (int32_t i = 0; i < o; i++)
    if (self->operations[i].alternative == self->operations[o].alternative)
      return false;
  return true;
}

static void
check_missing (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];

  enter_operation (self, GW_ENGINE_RULE_PIN, o, op->pin_shift != GW_ENGINE_NONE);
  if (op->alternative != GW_ENGINE_NONE &&
      (!is_first_alternative (self, o) || count_alternatives (self, o, false) > 0))
    return;
  enter_operation (self, op->is_optional ? GW_ENGINE_RULE_OPTIONAL : GW_ENGINE_RULE_UNPLACED, o,
                   op->priority);
}

static void
check_who (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];
  int32_t c = gw_engine_case_colleague_at (self, o),
          day = self->shifts[self->plan->shift_of[o]].day;
  int32_t missing = 0;

  if (op->reference_colleague != GW_ENGINE_NONE && op->reference_colleague != c)
    enter_operation (self, GW_ENGINE_RULE_STABLE_COLLEAGUE, o, op->change_cost);
  if (c == GW_ENGINE_NONE)
    {
      enter_operation (self, GW_ENGINE_RULE_NO_COLLEAGUE, o, 1);
      return;
    }
  for (int bit = 0; bit < 64; bit++)
    missing += (op->skills >> bit & 1) != 0 &&
               (gw_engine_problem_get_skills (self->problem, c, day) >> bit & 1) == 0;
  enter_operation (self, GW_ENGINE_RULE_SKILL, o, missing);
  for (int32_t i = 0; i < self->n_absences; i++)
    if (self->absences[i].colleague == c)
      enter_operation (self, GW_ENGINE_RULE_ABSENCE, o,
                       gw_engine_case_shared (self->plan->start_of[o],
                                              self->plan->start_of[o] + op->duration,
                                              self->absences[i].start, self->absences[i].end));
  if (op->person != GW_ENGINE_NONE)
    enter_operation (self, GW_ENGINE_RULE_REGULAR, o,
                     !gw_engine_problem_is_regular (self->problem, op->person, c));
}

static void
check_when (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];
  int64_t start = self->plan->start_of[o], nearest = INT64_MAX;
  int32_t ideal = GW_ENGINE_NO_TIME;

  for (int32_t w = op->first_window; w < op->first_window + op->n_windows; w++)
    {
      int64_t off = gw_engine_case_positive (self->windows[w].open - start) +
                    gw_engine_case_positive (start - self->windows[w].close);

      if (off < nearest)
        {
          nearest = off;
          ideal = self->windows[w].ideal;
        }
    }
  if (nearest != INT64_MAX)
    enter_operation (self, GW_ENGINE_RULE_WINDOW, o, nearest);
  if (ideal != GW_ENGINE_NO_TIME)
    {
      int64_t off = llabs (start - ideal);

      enter_operation (self, GW_ENGINE_RULE_IDEAL, o, off);
      enter_operation (self, GW_ENGINE_RULE_TOLERANCE, o,
                       gw_engine_case_positive (off - op->soft_tolerance));
    }
  if (op->reference_start != GW_ENGINE_NO_TIME)
    enter_operation (self, GW_ENGINE_RULE_STABLE_TIME, o, llabs (start - op->reference_start));
}

static void
check_operation (GwEngineCase *self, int32_t o)
{
  const GwEngineOperation *op = &self->operations[o];

  if (!gw_engine_case_is_placed (self, o))
    {
      check_missing (self, o);
      return;
    }
  check_who (self, o);
  check_when (self, o);
  if (op->pin_shift != GW_ENGINE_NONE)
    enter_operation (
        self, GW_ENGINE_RULE_PIN, o,
        (op->pin_shift != self->plan->shift_of[o]) +
            (op->pin_start != GW_ENGINE_NO_TIME && op->pin_start != self->plan->start_of[o]));
  if (op->alternative != GW_ENGINE_NONE)
    enter_operation (self, GW_ENGINE_RULE_ALTERNATIVE, o, count_alternatives (self, o, true) > 0);
}

static void
check_fits (GwEngineCase *self)
{
  for (int32_t i = 0; i < self->n_fits; i++)
    {
      const GwEngineFit *fit = &self->fits[i];
      bool is_soft = gw_engine_rule_get_info (fit->rule)->level == GW_ENGINE_LEVEL_SOFT;

      if (gw_engine_case_is_placed (self, fit->operation) &&
          gw_engine_case_colleague_at (self, fit->operation) == fit->colleague)
        enter_operation (self, fit->rule, fit->operation, is_soft ? fit->points : 1);
    }
}

void
gw_engine_case_check_operations (GwEngineCase *self)
{
  for (int32_t o = 0; o < self->n_operations; o++)
    check_operation (self, o);
  check_fits (self);
}
