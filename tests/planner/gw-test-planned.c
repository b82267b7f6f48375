/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans a week of the sample for tests that ask about it. */
#include "config.h"

#include "gw-test-planned.h"

#include "gw-plan-review.h"
#include "gw-planner.h"
#include "gw-sample.h"
#include "gw-test-week.h"

GwPlannerInput *
test_make_planned_week (guint64 seed, gint steps)
{
  GwSampleSpec spec = { .kind = GW_SAMPLE_ONE_TEAM, .seed = seed };
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = steps, .threads = 1 };
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GwPlannerInput) input = NULL;
  g_autoptr (GwWeekProblem) week = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  g_autoptr (GwChange) change = NULL;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &spec.today));
  sample = gw_sample_new (&spec);
  input = gw_planner_input_new (gw_day_add (spec.today, 7), 7);
  gw_planner_input_add_all (input, gw_sample_get_records (sample));
  week = gw_week_problem_new (input, NULL);
  plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
  review = gw_plan_review_new (plan);
  change = gw_plan_review_build_change (review, "Plan");
  return test_apply (input, gw_sample_get_records (sample), change);
}
