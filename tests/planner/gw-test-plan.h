/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of planning share: an early of Marta's, and a plan of a week in a few steps.
 */
#pragma once

#include "gw-planner.h"
#include "gw-test-week.h"

#define H(hours) ((hours) *60)

enum
{
  SHIFT = 31,
  SHIFT_2,
  VISIT = 101,
  VISIT_2,
  VISIT_3,
};

static inline GwWeekPlan *
plan_week (GwWeekProblem *problem, GwPlanScope scope)
{
  GwPlanOptions options = { .scope = scope, .steps = 2000, .threads = 2, .seed = 7 };
  g_autoptr (GError) error = NULL;
  GwWeekPlan *plan = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static inline void
set_up (TestWeek *week)
{
  test_week_init (week);
  test_add_everybody (week);
  test_add (week, test_shift (week, SHIFT, TEST_MARTA, 0, H (7), H (14)));
}
