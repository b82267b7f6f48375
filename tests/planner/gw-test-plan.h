/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of planning share: a plan of a week in a few steps.
 */
#pragma once

#include "gw-planner.h"
#include "gw-test-week.h"

static inline GwWeekPlan *
plan_week (GwWeekProblem *problem, GwPlanScope scope)
{
  GwPlanOptions options = { .scope = scope, .steps = 2000, .threads = 2, .seed = 7 };
  g_autoptr (GError) error = NULL;
  GwWeekPlan *plan = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* The same of the records so far. */
static inline GwWeekPlan *
plan_records (TestWeek *week, GwPlanScope scope)
{
  g_autoptr (GwWeekProblem) problem = test_build (week);

  return plan_week (problem, scope);
}
