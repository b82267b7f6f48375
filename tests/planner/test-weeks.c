/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weeks planned one after another: what one decides is the history of the next, for who knows whom
 * and for lates, weekends and hours.
 */
#include "config.h"

#include "gw-plan-change.h"
#include "gw-planner-after.h"
#include "gw-planner.h"
#include "gw-sample.h"
#include "gw-test-week.h"
#include "gw-week-index.h"

#define WEEKS 3

/* The records of one week on, as the weeks before it left them. */
static GwPlannerInput *
make_input (GPtrArray *records, GHashTable *decided, GwDay monday)
{
  GwPlannerInput *input = gw_planner_input_new (monday, 7);

  for (guint i = 0; i < records->len; i++)
    {
      const GwRecord *record = g_ptr_array_index (records, i);
      GwId id = gw_record_get_id (record);
      const GwRecord *now = g_hash_table_lookup (decided, &id);

      gw_planner_input_add (input, now != NULL ? now : record);
    }
  return input;
}

static void
remember (GHashTable *decided, GwWeekPlan *plan)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  g_autoptr (GwChange)
      change = gw_plan_change_build (week, gw_week_plan_get_engine (plan), NULL, "Plan");
  g_autoptr (GPtrArray) after = gw_planner_list_after (gw_week_problem_get_input (week), change);

  g_assert_cmpuint (after->len, >, 100);
  for (guint i = 0; i < after->len; i++)
    {
      GwRecord *record = g_ptr_array_index (after, i);
      GwId id = gw_record_get_id (record);
      g_hash_table_replace (decided, g_memdup2 (&id, sizeof id), gw_record_ref (record));
    }
}

/* The person of @operation, by a record that stays the same from week to week. */
static gint32
find_person (GwWeekProblem *week, GwId person)
{
  const GwEnginePlan *plan = gw_week_problem_get_records_plan (week);
  const GwEngineOperation *all = gw_engine_problem_get_operations (
      gw_week_problem_get_engine (week), NULL);

  for (gint32 i = 0; i < plan->n_operations; i++)
    if (gw_id_equal (gw_visit_get_person (gw_week_problem_get_visit (week, i, NULL)), person))
      return all[i].person;
  return -1;
}

/* Everybody whom @plan sends to a person is known there in @next, and hours add up. */
static void
check_carried (GwWeekPlan *plan, GwWeekProblem *next)
{
  GwWeekProblem *week = gw_week_plan_get_problem (plan);
  const GwEnginePlan *engine = gw_week_plan_get_engine (plan);
  const GwEngineProblem *after = gw_week_problem_get_engine (next);
  guint n = 0;

  for (gint32 i = 0; i < engine->n_operations; i++)
    {
      GwId person = gw_visit_get_person (gw_week_problem_get_visit (week, i, NULL));
      gint32 shift = engine->shift_of[i], there = find_person (next, person), colleague;

      if (shift < 0 || engine->colleague_of[shift] < 0 || there < 0)
        continue;
      colleague = gw_week_problem_find_colleague (
          next,
          gw_record_get_id (gw_week_problem_get_colleague (week, engine->colleague_of[shift])));
      g_assert_cmpint (colleague, >=, 0);
      g_assert_cmpint (gw_engine_problem_get_history (after, there, colleague), >, 0);
      n++;
    }
  g_assert_cmpuint (n, >, 100);
}

static gint64
sum_minutes_before (GwWeekProblem *week)
{
  gint32 n;
  const GwEngineColleague *all = gw_engine_problem_get_colleagues (
      gw_week_problem_get_engine (week), &n);
  gint64 minutes = 0;

  for (gint32 i = 0; i < n; i++)
    minutes += all[i].minutes_before + 1000 * all[i].lates_before + 1000 * all[i].weekends_before;
  return minutes;
}

static void
test_three_weeks (void)
{
  GwSampleSpec spec = { .kind = GW_SAMPLE_ONE_TEAM, .seed = 4 };
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 600, .threads = 1 };
  g_autoptr (GHashTable) decided = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                                          (GDestroyNotify) gw_record_unref);
  g_autoptr (GHashTable) nothing = g_hash_table_new (gw_id_hash_ptr, gw_id_equal_ptr);
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GwWeekPlan) last = NULL;
  GPtrArray *records;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &spec.today));
  sample = gw_sample_new (&spec);
  records = gw_sample_get_records (sample);
  for (gint i = 0; i < WEEKS; i++)
    {
      GwDay monday = gw_day_add (spec.today, 7 * (i + 1));
      g_autoptr (GwPlannerInput) input = make_input (records, decided, monday);
      g_autoptr (GwPlannerInput) alone = make_input (records, nothing, monday);
      g_autoptr (GwWeekProblem) week = gw_week_problem_new (input, NULL);
      g_autoptr (GwWeekProblem) lonely = gw_week_problem_new (alone, NULL);

      if (last != NULL)
        check_carried (last, week);
      g_assert_cmpint (sum_minutes_before (week), >=, sum_minutes_before (lonely));
      g_clear_pointer (&last, gw_week_plan_unref);
      last = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
      remember (decided, last);
    }
}

/* --- small weeks ----------------------------------------------------------------------------- */

/* A week with four open shifts at @start, a visit to Rose in each, and the last four weeks, in which
 * @who had such a shift on each of the same days and went to Rose or, when @is_elsewhere, to George. */
static GwWeekProblem *
make_small_week (TestWeek *week, guint who, gint start, gboolean is_elsewhere)
{
  guint number = 1000;

  test_week_init (week);
  test_add_everybody (week);
  for (gint day = -28; day < 4; day++)
    {
      gboolean is_past = day < 0;
      GwDraft *visit;

      if ((day + 28) % 7 >= 4)
        continue;
      test_add (week, test_shift (week, number++, is_past ? who : 0, day, start, start + H (7)));
      visit = test_visit (week, number++, is_past && is_elsewhere ? TEST_GEORGE : TEST_ROSE, day,
                          start + H (3));
      if (is_past)
        test_give (visit, who, start + H (3));
      test_add (week, visit);
    }
  return test_build (week);
}

/* How many of the four shifts @who gets. */
static guint
count_shifts (GwWeekProblem *problem, guint who)
{
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 4000, .threads = 1 };
  g_autoptr (GwWeekPlan)
      plan = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, NULL, NULL);
  const GwEnginePlan *engine = gw_week_plan_get_engine (plan);
  gint32 colleague = gw_week_problem_find_colleague (problem, test_id (who));
  guint n = 0;

  g_assert_cmpint (gw_engine_plan_count_unplaced (engine), ==, 0);
  for (gint32 s = 0; s < engine->n_shifts; s++)
    n += engine->colleague_of[s] == colleague && gw_week_problem_is_planned_shift (problem, s);
  return n;
}

/* Whoever had the lates of the last weeks does not get those of this one. */
static void
test_lates_go_round (void)
{
  static const guint everybody[] = { TEST_MARTA, TEST_AMINA, TEST_JOE };

  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      g_auto (TestWeek) week = { 0 };
      g_autoptr (GwWeekProblem) problem = make_small_week (&week, everybody[i], H (15), TRUE);
      gint32 colleague = gw_week_problem_find_colleague (problem, test_id (everybody[i]));

      g_assert_cmpint (
          gw_engine_problem_get_colleagues (gw_week_problem_get_engine (problem), NULL)[colleague]
              .lates_before,
          ==, 16);
      g_assert_cmpuint (count_shifts (problem, everybody[i]), ==, 0);
    }
}

/* Whom Rose has seen in the last weeks comes again. */
static void
test_faces_stay (void)
{
  static const guint everybody[] = { TEST_MARTA, TEST_AMINA, TEST_JOE };

  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      g_auto (TestWeek) week = { 0 };
      g_autoptr (GwWeekProblem) problem = make_small_week (&week, everybody[i], H (8), FALSE);

      g_assert_cmpuint (count_shifts (problem, everybody[i]), ==, 4);
    }
}

/* In whatever order shifts are read, a weekend counts once. */
static void
test_weekends_count_once (void)
{
  static const gint days[] = { -2, -9, -1, -8, -16, -3, -100 };
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  gint32 marta;

  test_week_init (&week);
  test_add_everybody (&week);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    test_add (&week, test_shift (&week, 1000 + i, TEST_MARTA, days[i], H (8), H (15)));
  problem = test_build (&week);
  marta = gw_week_problem_find_colleague (problem, test_id (TEST_MARTA));
  g_assert_cmpint (
      gw_engine_problem_get_colleagues (gw_week_problem_get_engine (problem), NULL)[marta]
          .weekends_before,
      ==, 3);
}

/* --- selection -------------------------------------------------------------------------------- */

/* Days that were not asked for, and visits outside a selection, never move. */
static void
test_selection (void)
{
  GwSampleSpec spec = { .kind = GW_SAMPLE_ONE_TEAM, .seed = 5 };
  /* So few steps leave something to do. */
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 20, .threads = 1 };
  g_autoptr (GHashTable) decided = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free,
                                                          (GDestroyNotify) gw_record_unref);
  g_autoptr (GHashTable)
      some = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GwPlannerInput) input = NULL, after = NULL;
  g_autoptr (GwWeekProblem) week = NULL, again = NULL;
  g_autoptr (GwWeekPlan) plan = NULL, part = NULL;
  g_autoptr (GArray) changed = NULL;
  GwDay monday;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &spec.today));
  monday = gw_day_add (spec.today, 7);
  sample = gw_sample_new (&spec);
  input = make_input (gw_sample_get_records (sample), decided, monday);
  week = gw_week_problem_new (input, NULL);
  plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
  remember (decided, plan);
  after = make_input (gw_sample_get_records (sample), decided, monday);
  again = gw_week_problem_new (after, NULL);
  for (gint32 i = 0; i < gw_week_plan_get_engine (plan)->n_operations; i += 4)
    {
      GwId id = gw_record_get_id (gw_week_problem_get_visit (again, i, NULL));
      g_hash_table_add (some, g_memdup2 (&id, sizeof id));
    }
  options.scope = GW_PLAN_SELECTION;
  options.steps = 2000;
  options.visits = some;
  part = gw_planner_plan_sync (again, &options, NULL, NULL, NULL, NULL, NULL);
  changed = gw_plan_change_list (again, gw_week_plan_get_engine (part));
  g_assert_cmpuint (changed->len, >, 0);
  for (guint i = 0; i < changed->len; i++)
    g_assert_true (g_hash_table_contains (some, &g_array_index (changed, GwId, i)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/weeks/three-weeks", test_three_weeks);
  g_test_add_func ("/planner/weeks/lates-go-round", test_lates_go_round);
  g_test_add_func ("/planner/weeks/faces-stay", test_faces_stay);
  g_test_add_func ("/planner/weeks/weekends-count-once", test_weekends_count_once);
  g_test_add_func ("/planner/weeks/selection", test_selection);
  return g_test_run ();
}
