/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may move and when: scope, pins, and a search that begins in the middle of the week.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-problem-private.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

static void
test_scope (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);
  GwEngineOptions options = { .steps = 400 };
  GwEngineResult result;
  GwEnginePlan *first = gw_engine_solve (problem, &options, &result), *second;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (problem, NULL);
  uint8_t *freedom = calloc ((size_t) first->n_operations, 1);
  uint8_t *may_take = calloc ((size_t) first->n_shifts, 1);
  uint8_t *may_change = calloc ((size_t) first->n_shifts, 1);
  GwEngineScope scope = { freedom, may_take, may_change, 2 * 1440 };
  int moved = 0;

  for (int32_t o = 0; o < first->n_operations; o++)
    freedom[o] = (uint8_t) (o % 3);
  for (int32_t s = 0; s < first->n_shifts; s++)
    may_take[s] = shifts[s].day != 4;
  options.warm = first;
  options.scope = &scope;
  options.seed = 9;
  options.steps = 2000;
  second = gw_engine_solve (problem, &options, &result);
  for (int32_t o = 0; o < first->n_operations; o++)
    {
      int32_t was = first->shift_of[o], is = second->shift_of[o];
      bool past = was >= 0 && first->start_of[o] < scope.not_before;

      if (freedom[o] != GW_ENGINE_FREE || past || (was >= 0 && !may_take[was]))
        GW_CHECK_INT (is, ==, was);
      if (was >= 0 && (freedom[o] == GW_ENGINE_FIXED || past || !may_take[was]))
        GW_CHECK_INT (second->start_of[o], ==, first->start_of[o]);
      if (is >= 0 && is != was)
        GW_CHECK (may_take[is] && second->start_of[o] >= scope.not_before);
      moved += is != was;
    }
  for (int32_t s = 0; s < first->n_shifts; s++)
    GW_CHECK_INT (first->colleague_of[s], ==, second->colleague_of[s]);
  GW_CHECK_INT (moved, >, 0);
  free (freedom);
  free (may_take);
  free (may_change);
  gw_engine_plan_free (first);
  gw_engine_plan_free (second);
  gw_engine_problem_unref (problem);
}

/* The hard rules that are broken when nothing is placed but what is pinned. */
static int64_t
find_hard_of_pins (const GwEngineProblem *problem)
{
  GwEnginePlan *empty = gw_engine_plan_new (problem), *plan;
  uint8_t *freedom = malloc ((size_t) empty->n_operations);
  uint8_t *may_change = calloc ((size_t) empty->n_shifts, 1);
  GwEngineScope scope = { freedom, NULL, may_change, GW_ENGINE_NO_TIME };
  GwEngineOptions options = { .steps = 1, .scope = &scope };
  GwEngineResult result;

  memset (freedom, GW_ENGINE_RETIME, (size_t) empty->n_operations);
  plan = gw_engine_solve (problem, &options, &result);
  for (int32_t o = 0; o < plan->n_operations; o++)
    GW_CHECK_INT (plan->shift_of[o] >= 0, ==, problem->operations[o].pin_shift >= 0);
  gw_engine_plan_free (plan);
  gw_engine_plan_free (empty);
  free (freedom);
  free (may_change);
  return result.score.hard;
}

/* Pins hold, and no hard rule is broken beyond those that they break. */
static void
test_pins_hold (void)
{
  int n_broken = 0;

  for (uint64_t seed = 0; seed < 60; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 40, 9);
      GwEngineOptions options = { .steps = 300, .seed = seed, .threads = 1 + (int) seed % 2 };
      GwEngineResult result;
      GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);
      GwEngineVerdict verdict;

      gw_engine_verify (problem, plan, &verdict);
      GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_PIN], ==, 0);
      GW_CHECK_INT (verdict.score.hard, <=, find_hard_of_pins (problem));
      n_broken += verdict.score.hard > 0;
      GW_CHECK_INT (gw_engine_score_compare (&verdict.score, &result.score), ==, 0);
      gw_engine_verdict_clear (&verdict);
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
  GW_CHECK_INT (n_broken, >, 0);
}

/* A visit today that was moved behind its window stays at its time, and takes nobody else's window
 * away: those of the next visit came to lie where its own had been. */
static void
test_past_windows (void)
{
  GwWorld world;
  GwEnginePlan *plan;
  uint8_t freedom[] = { GW_ENGINE_RETIME, GW_ENGINE_RETIME, GW_ENGINE_FREE };
  GwEngineScope scope = { .operation_freedom = freedom, .not_before = AT (12, 0) };
  GwEngineOptions options = { .steps = 200, .scope = &scope };
  GwEngineResult result;
  GwEngineVerdict verdict;

  gw_world_begin_usual (&world);
  gw_world_add_operation (&world, AT (8, 0), AT (9, 0));
  gw_engine_builder_add_window (world.builder, 0, AT (12, 0), AT (12, 30), GW_ENGINE_NO_TIME);
  gw_world_add_operation (&world, AT (8, 0), AT (9, 0));
  gw_world_add_operation (&world, AT (14, 0), AT (14, 30));
  gw_world_seal (&world);
  gw_world_put (&world, 0, 0, AT (12, 15));
  gw_world_put (&world, 1, 0, AT (13, 0));
  options.warm = world.plan;
  plan = gw_engine_solve (world.problem, &options, &result);
  GW_CHECK_INT (plan->shift_of[0], ==, 0);
  GW_CHECK_INT (plan->start_of[0], >=, AT (12, 0));
  GW_CHECK_INT (plan->start_of[0], <=, AT (12, 30));
  GW_CHECK_INT (plan->shift_of[1], ==, 0);
  GW_CHECK_INT (plan->start_of[1], ==, AT (13, 0));
  GW_CHECK_INT (plan->shift_of[2], >=, 0);
  GW_CHECK_INT (plan->start_of[2], >=, AT (14, 0));
  GW_CHECK_INT (plan->start_of[2], <=, AT (14, 30));
  gw_engine_verify (world.problem, plan, &verdict);
  GW_CHECK_INT (verdict.n_violations, ==, 1);
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_WINDOW], ==, AT (13, 0) - AT (9, 0));
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (plan);
  gw_world_end (&world);
}

int
main (void)
{
  gw_tap_run ("scope is respected", test_scope);
  gw_tap_run ("pins hold", test_pins_hold);
  gw_tap_run ("windows that are over take no others away", test_past_windows);
  return gw_tap_done ();
}
