/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-verify.h. Written from the rules' definitions in gw-engine-rule.h and
 * gw-engine-problem.h; every number is found anew by looking at the whole plan.
 */
#include "gw-engine-verify.h"

#include <stdlib.h>
#include <string.h>

#include "gw-engine-verify-private.h"

static void
remember_breach (GwEngineVerdict *verdict, GwEngineViolation breach)
{
  GwEngineViolation *all = realloc (verdict->violations,
                                    (size_t) (verdict->n_violations + 1) * sizeof breach);

  if (all == NULL)
    {
      verdict->is_complete = false;
      return;
    }
  verdict->violations = all;
  all[verdict->n_violations++] = breach;
}

void
gw_engine_case_enter (GwEngineCase *self, GwEngineRule rule, GwEngineSubject subject, int32_t index,
                      int64_t amount)
{
  int64_t weight = self->settings->weight[rule];

  if (amount == 0 || weight == 0)
    return;
  switch (gw_engine_rule_get_info (rule)->level)
    {
    case GW_ENGINE_LEVEL_HARD:
      self->verdict->score.hard += amount;
      self->verdict->by_rule[rule] += amount;
      remember_breach (self->verdict, (GwEngineViolation){ rule, subject, index, amount });
      break;
    case GW_ENGINE_LEVEL_MEDIUM:
      self->verdict->score.medium += amount * weight;
      self->verdict->by_rule[rule] += amount * weight;
      break;
    case GW_ENGINE_LEVEL_SOFT:
      self->verdict->score.soft += amount * weight;
      self->verdict->by_rule[rule] += amount * weight;
      break;
    }
}

static void
open_case (GwEngineCase *self)
{
  const GwEngineProblem *problem = self->problem;

  self->settings = gw_engine_problem_get_settings (problem);
  self->operations = gw_engine_problem_get_operations (problem, &self->n_operations);
  self->windows = gw_engine_problem_get_windows (problem, NULL);
  self->shifts = gw_engine_problem_get_shifts (problem, &self->n_shifts);
  self->eligible = gw_engine_problem_get_eligible (problem, NULL);
  self->blocks = gw_engine_problem_get_blocks (problem, &self->n_blocks);
  self->colleagues = gw_engine_problem_get_colleagues (problem, &self->n_colleagues);
  self->persons = gw_engine_problem_get_persons (problem, &self->n_persons);
  self->links = gw_engine_problem_get_links (problem, &self->n_links);
  self->fits = gw_engine_problem_get_fits (problem, &self->n_fits);
  self->absences = gw_engine_problem_get_absences (problem, &self->n_absences);
  self->wishes = gw_engine_problem_get_wishes (problem, &self->n_wishes);
}

static bool
is_time (int32_t time)
{
  return time >= -2 * GW_ENGINE_TIME_MAX && time <= 2 * GW_ENGINE_TIME_MAX;
}

static bool
is_wellformed (const GwEngineCase *self)
{
  const GwEnginePlan *plan = self->plan;
  bool fine = plan->n_operations == self->n_operations && plan->n_shifts == self->n_shifts &&
              plan->n_blocks == self->n_blocks;

  for (int32_t o = 0; fine && o < self->n_operations; o++)
    fine = plan->shift_of[o] >= GW_ENGINE_NONE && plan->shift_of[o] < self->n_shifts &&
           (plan->shift_of[o] == GW_ENGINE_NONE || is_time (plan->start_of[o]));
  for (int32_t s = 0; fine && s < self->n_shifts; s++)
    fine = plan->colleague_of[s] >= GW_ENGINE_NONE && plan->colleague_of[s] < self->n_colleagues;
  for (int32_t b = 0; fine && b < self->n_blocks; b++)
    fine = is_time (plan->block_start[b]);
  return fine;
}

bool
gw_engine_verify (const GwEngineProblem *problem, const GwEnginePlan *plan,
                  GwEngineVerdict *verdict)
{
  GwEngineCase self = { .problem = problem, .plan = plan, .verdict = verdict };

  memset (verdict, 0, sizeof *verdict);
  open_case (&self);
  verdict->is_wellformed = is_wellformed (&self);
  verdict->is_complete = true;
  if (!verdict->is_wellformed)
    return false;
  gw_engine_case_check_operations (&self);
  verdict->is_complete = gw_engine_case_check_shifts (&self) && verdict->is_complete;
  verdict->is_complete = gw_engine_case_check_links (&self) && verdict->is_complete;
  gw_engine_case_check_colleagues (&self);
  return verdict->score.hard == 0 && verdict->is_complete;
}

void
gw_engine_verdict_clear (GwEngineVerdict *verdict)
{
  free (verdict->violations);
  verdict->violations = NULL;
  verdict->n_violations = 0;
}
