/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The times of a plan: no visit, and no two that follow each other, would be better off earlier or later
 * as the others are.
 */
#include <stdlib.h>

#include "gw-engine-problem-private.h"
#include "gw-engine-score.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-sample-problem.h"
#include "gw-tap.h"

/* Minutes on the grid that are tried, earlier and later. */
#define REACH 30

/* The operation that is next in the run of @o, or NONE. */
static int32_t
next_of (const GwEnginePlan *plan, int32_t o)
{
  int32_t next = GW_ENGINE_NONE;

  for (int32_t i = 0; i < plan->n_operations; i++)
    if (plan->shift_of[i] == plan->shift_of[o] && plan->start_of[i] > plan->start_of[o] &&
        (next < 0 || plan->start_of[i] < plan->start_of[next]))
      next = i;
  return next;
}

static bool
is_linked (const GwEngineProblem *problem, int32_t o)
{
  return problem->operation_links.first[o] < problem->operation_links.first[o + 1];
}

/* Whether @plan gets better when what is in @operations starts @minutes later. */
static bool
gains (const GwEngineProblem *problem, GwEnginePlan *plan, GwEngineScore score,
       const int32_t *operations, int32_t n, int32_t minutes)
{
  GwEngineScore moved;

  for (int32_t i = 0; i < n; i++)
    plan->start_of[operations[i]] += minutes;
  moved = gw_engine_score_plan (problem, plan, NULL, NULL);
  for (int32_t i = 0; i < n; i++)
    plan->start_of[operations[i]] -= minutes;
  return gw_engine_score_compare (&moved, &score) < 0;
}

static void
test_times_are_best (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 2);
  GwEngineOptions options = { .steps = 3000, .seed = 1 };
  GwEngineResult result;
  GwEngineVerdict verdict;
  GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);
  int n_tried = 0, n_gains = 0;

  GW_CHECK (gw_engine_verify (problem, plan, &verdict));
  GW_CHECK_INT (verdict.score.soft, ==, result.score.soft);
  for (int32_t o = 0; o < plan->n_operations; o += 2)
    {
      int32_t both[2] = { o, plan->shift_of[o] >= 0 ? next_of (plan, o) : GW_ENGINE_NONE };
      int32_t n = both[1] < 0 || is_linked (problem, both[1]) ? 1 : 2;

      if (plan->shift_of[o] < 0 || is_linked (problem, o))
        continue;
      for (int32_t minutes = -REACH; minutes <= REACH; minutes += 5)
        for (int32_t k = 1; k <= n; k++, n_tried++)
          n_gains += gains (problem, plan, result.score, both, k, minutes);
    }
  GW_CHECK_INT (n_tried, >, 1000);
  GW_CHECK_INT (n_gains, ==, 0);
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

int
main (void)
{
  gw_tap_run ("no visit would be better off at another time", test_times_are_best);
  return gw_tap_done ();
}
