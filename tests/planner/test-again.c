/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan that was made records of and read back is the same plan: it breaks no rule that it did not
 * break before, and is worth as much. Records keep no breaks and no floating role time.
 */
#include "config.h"

#include "gw-engine-score.h"
#include "gw-plan-review.h"
#include "gw-planner.h"
#include "gw-sample.h"
#include "gw-test-week.h"
#include "gw-week-index.h"

static GwEngineScore
get_score (GwWeekProblem *week, const GwEnginePlan *plan)
{
  return gw_engine_score_plan (gw_week_problem_get_engine (week), plan, NULL, NULL);
}

/* Gives whoever holds a shift on that day role time without a start. */
static GPtrArray *
add_role_times (GPtrArray *records, gint every)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  guint number = 9000;

  for (guint i = 0; i < records->len; i++)
    {
      GwRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GwDraft) draft = NULL;

      g_ptr_array_add (all, gw_record_ref (record));
      if (gw_record_get_record_type (record) != &gw_shift_type ||
          gw_id_is_none (gw_shift_get_colleague (record)) || ++number % (guint) every != 0)
        continue;
      draft = test_draft (&gw_role_time_type, number);
      gw_role_time_set_colleague (draft, gw_shift_get_colleague (record));
      gw_role_time_set_day (draft, gw_shift_get_day (record));
      gw_role_time_set_duration (draft, (GwSpan){ 45 });
      g_ptr_array_add (all, gw_draft_build (draft));
    }
  return all;
}

static void
check_same_again (guint64 seed, gint role_every, gint steps)
{
  GwSampleSpec spec = { .kind = GW_SAMPLE_ONE_TEAM, .seed = seed };
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = steps, .threads = 1 };
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GwPlannerInput) input = NULL, after = NULL;
  g_autoptr (GwWeekProblem) week = NULL, again = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GwPlanReview) review = NULL;
  g_autoptr (GwChange) change = NULL;
  GwEngineScore wanted, found;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &spec.today));
  options.seed = seed;
  sample = gw_sample_new (&spec);
  records = add_role_times (gw_sample_get_records (sample), role_every);
  input = gw_planner_input_new (gw_day_add (spec.today, 7), 7);
  gw_planner_input_add_all (input, records);
  week = gw_week_problem_new (input, NULL);
  plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
  review = gw_plan_review_new (plan);
  change = gw_plan_review_build_change (review, "Plan");
  after = test_apply (input, records, change);
  again = gw_week_problem_new (after, NULL);
  wanted = get_score (week, gw_week_plan_get_engine (plan));
  found = get_score (again, gw_week_problem_get_records_plan (again));
  g_test_message ("hard %" G_GINT64_FORMAT ", medium %" G_GINT64_FORMAT, wanted.hard,
                  wanted.medium);
  g_assert_cmpint (found.hard, ==, wanted.hard);
  g_assert_cmpint (found.medium, ==, wanted.medium);
}

static void
test_sample (void)
{
  for (guint64 seed = 1; seed <= 5; seed++)
    check_same_again (seed, G_MAXINT, 400);
}

static void
test_role_time (void)
{
  for (guint64 seed = 6; seed <= 10; seed++)
    check_same_again (seed, 3, 400);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/again/sample", test_sample);
  g_test_add_func ("/planner/again/role-time", test_role_time);
  return g_test_run ();
}
