/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Planning what nobody covers disturbs as few as possible: on a week that is planned already, a few
 * visits are taken out and planned again. Others stay where they are unless that covers more.
 */
#include "config.h"

#include "gw-engine-score.h"
#include "gw-plan-change.h"
#include "gw-plan-effects.h"
#include "gw-plan-review.h"
#include "gw-planner.h"
#include "gw-test-planned.h"
#include "gw-test-week.h"
#include "gw-week-index.h"

#define STEPS 2000

/* The planned week with every @every-th of its covered visits left by its colleagues, @most of them;
 * the ids of those visits go into @taken. */
static GwPlannerInput *
take_out (GwPlannerInput *planned, guint every, guint most, GHashTable *taken)
{
  GPtrArray *visits = gw_planner_input_get_records (planned, &gw_visit_type);
  GwDay first = gw_planner_input_get_first_day (planned);
  GwPlannerInput *after = gw_planner_input_new (first, 7);
  g_autoptr (GPtrArray) records = gw_planner_input_list_records (planned);
  guint number = every / 2;

  for (guint i = 0; i < visits->len; i++)
    {
      const GwVisit *visit = g_ptr_array_index (visits, i);
      gint day = gw_day_diff (gw_visit_get_day (visit), first);
      g_autoptr (GwDraft) draft = NULL;
      g_autoptr (GwRecord) left = NULL;
      GwId id = gw_record_get_id (visit);

      if (day < 0 || day >= 7 || gw_visit_get_colleagues (visit).n == 0 || ++number % every != 0 ||
          g_hash_table_size (taken) >= most)
        continue;
      draft = gw_draft_new_for (visit);
      gw_visit_set_colleagues (draft, (GwIds){ NULL, 0 });
      left = gw_draft_build (draft);
      gw_planner_input_add (after, left);
      g_hash_table_add (taken, g_memdup2 (&id, sizeof id));
    }
  /* Of two records with one id the first that is added counts. */
  gw_planner_input_add_all (after, records);
  return after;
}

/* Changes of records other than those in @taken. */
static guint
count_others (GwWeekProblem *week, GwWeekPlan *plan, GHashTable *taken)
{
  g_autoptr (GArray) changed = gw_plan_change_list (week, gw_week_plan_get_engine (plan));
  guint n = 0;

  for (guint i = 0; i < changed->len; i++)
    n += !g_hash_table_contains (taken, &g_array_index (changed, GwId, i));
  return n;
}

static GwEngineScore
score (GwWeekProblem *week, const GwEnginePlan *plan)
{
  return gw_engine_score_plan (gw_week_problem_get_engine (week), plan, NULL, NULL);
}

static GwWeekPlan *
plan_to_cover (GwWeekProblem *week, gint64 steps, guint64 seed)
{
  GwPlanOptions options = { .scope = GW_PLAN_TO_COVER, .steps = steps, .threads = 1 };
  g_autoptr (GError) error = NULL;
  GwWeekPlan *plan;

  options.seed = seed;
  plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

/* Three visits out of a planned week find their places again, and next to nobody else notices. */
static void
test_three_visits (void)
{
  guint n_all = 0;

  for (guint64 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (GHashTable)
          taken = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
      g_autoptr (GwPlannerInput) planned = test_make_planned_week (seed, 3000);
      g_autoptr (GwPlannerInput) input = NULL;
      g_autoptr (GwWeekProblem) before = NULL, week = NULL;
      g_autoptr (GwWeekPlan) plan = NULL;
      GwEngineScore whole, left, found;
      guint n;

      before = gw_week_problem_new (planned, NULL);
      whole = score (before, gw_week_problem_get_records_plan (before));
      input = take_out (planned, 83, 3, taken);
      g_assert_cmpuint (g_hash_table_size (taken), ==, 3);
      week = gw_week_problem_new (input, NULL);
      left = score (week, gw_week_problem_get_records_plan (week));
      g_assert_cmpint (left.medium, >, whole.medium);
      plan = plan_to_cover (week, STEPS, seed);
      found = score (week, gw_week_plan_get_engine (plan));
      n = count_others (week, plan, taken);
      g_test_message ("seed %u: %u others change; medium %d, %d with the visits out, %d found",
                      (guint) seed, n, (gint) whole.medium, (gint) left.medium,
                      (gint) found.medium);
      g_assert_cmpint (found.medium, <=, whole.medium);
      g_assert_cmpint (found.hard, <=, left.hard);
      /* Others only move for more than the three: each visit that is covered besides them. */
      g_assert_cmpuint (n, <=, found.medium < whole.medium ? 12 : 3);
      n_all += found.medium < whole.medium ? 0 : n;
    }
  g_assert_cmpuint (n_all, <=, 3);
}

static void
give (TestWeek *week, guint number, guint person, gint start, guint colleague)
{
  GwDraft *visit = test_visit (week, number, person, 0, start);

  test_give (visit, colleague, start);
  test_add (week, visit);
}

/* Marta, who should come to Rose, is away. Rose would choose Amina, who is with George before and
 * after; Joe has time. */
static void
set_up_away (TestWeek *week)
{
  GwId amina = test_id (TEST_AMINA);
  GwDraft *rose = test_person (TEST_ROSE), *away = test_draft (&gw_absence_type, 900);

  test_week_init (week);
  for (guint number = TEST_MARTA; number <= TEST_JOE; number++)
    {
      test_add (week, test_colleague (number));
      test_add (week, test_shift (week, SHIFT + number, number, 0, H (7), H (12)));
    }
  gw_person_set_preferred (rose, (GwIds){ &amina, 1 });
  test_add (week, rose);
  test_add (week, test_person (TEST_GEORGE));
  give (week, VISIT, TEST_ROSE, H (9), TEST_MARTA);
  give (week, VISIT + 1, TEST_GEORGE, H (8), TEST_AMINA);
  give (week, VISIT + 2, TEST_GEORGE, H (10), TEST_AMINA);
  gw_absence_set_colleague (away, test_id (TEST_MARTA));
  gw_absence_set_kind (away, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (away, week->monday);
  test_add (week, away);
}

static void
check_repair (GwWeekProblem *week, GwPlanFavour favour, guint colleague, gint travel,
              const char *name)
{
  GwPlanOptions options = { .scope = GW_PLAN_TO_COVER, .favour = favour, .steps = 400 };
  g_autoptr (GwWeekPlan) plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) words = NULL;
  GwPlanEffects effects;
  GwPlannedSlot slot;

  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 0, &slot));
  g_assert_true (gw_id_equal (slot.colleague, test_id (colleague)));
  g_assert_cmpint (slot.start.value, ==, H (9));
  gw_plan_effects_compute (plan, &effects);
  g_assert_cmpuint (effects.n_people, ==, 0);
  g_assert_cmpuint (effects.n_covered, ==, 1);
  g_assert_cmpuint (effects.n_to_cover, ==, 0);
  g_assert_cmpint (effects.moved, ==, 0);
  g_assert_cmpint (effects.travel, ==, travel);
  words = gw_plan_effects_list (&effects);
  g_assert_cmpstr (g_ptr_array_index (words, 0), ==, "Nobody else sees a change");
  g_assert_cmpstr (gw_plan_favour_to_text (favour), ==, name);
}

/* A visit for two with nobody is one visit to cover, as on the board. */
static void
test_visit_for_two (void)
{
  g_autoptr (GwWeekPlan) plan = NULL;
  GwPlanEffects effects;
  g_auto (TestWeek) week = { 0 };
  GwDraft *visit;

  test_week_init (&week);
  test_add_everybody (&week);
  visit = test_visit (&week, VISIT, TEST_ROSE, 0, H (9));
  gw_visit_set_colleagues_needed (visit, 2);
  test_add (&week, visit);
  plan = test_build_current (&week);
  gw_plan_effects_compute (plan, &effects);
  g_assert_cmpuint (effects.n_covered, ==, 0);
  g_assert_cmpuint (effects.n_to_cover, ==, 1);
}

/* What lies outside the days that are planned, and whom somebody sees without a shift, is not. */
static void
test_cover_of_other_days (void)
{
  g_autoptr (GwWeekPlan) plan = NULL;
  GwPlanEffects effects;
  g_auto (TestWeek) week = { 0 };

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 8, H (9)));
  test_add (&week, test_visit (&week, VISIT + 1, TEST_ROSE, 0, H (9)));
  test_add (&week,
            test_give (test_visit (&week, VISIT + 2, TEST_ROSE, 0, H (12)), TEST_MARTA, H (12)));
  plan = test_build_current (&week);
  gw_plan_effects_compute (plan, &effects);
  g_assert_cmpuint (effects.n_to_cover, ==, 1);
  g_assert_cmpuint (gw_week_plan_count_to_cover (plan), ==, 1);
  g_assert_cmpuint (effects.n_covered, ==, 0);
}

/* The repairs for somebody who is away: nobody else notices, and each is best at what it favours. */
static void
test_repairs (void)
{
  g_autoptr (GwWeekProblem) problem = NULL;
  g_auto (TestWeek) week = { 0 };

  set_up_away (&week);
  problem = test_build (&week);
  check_repair (problem, GW_FAVOUR_FAMILIAR, TEST_AMINA, 12, "Most familiar");
  check_repair (problem, GW_FAVOUR_CHEAP, TEST_JOE, 0, "Cheapest");
}

static GwWeekPlan *
repair (GwWeekProblem *week, GwPlanScope scope, GwPlanFavour favour, gint64 steps,
        GwWeekPlan *at_least)
{
  GwPlanOptions options = {
    .scope = scope, .favour = favour, .steps = steps, .threads = 1, .at_least = at_least
  };
  GwWeekPlan *plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, NULL, NULL);

  g_assert_nonnull (plan);
  return plan;
}

/* A repair that could not move enough goes on from a plan that covers more, whatever it favours. */
static void
test_repairs_cover_as_much (void)
{
  g_autoptr (GHashTable)
      taken = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  g_autoptr (GwPlannerInput) planned = test_make_planned_week (1, 3000);
  g_autoptr (GwPlannerInput) input = take_out (planned, 17, 20, taken);
  g_autoptr (GwWeekProblem) week = gw_week_problem_new (input, NULL);
  g_autoptr (GwWeekPlan)
      most = repair (week, GW_PLAN_EVERYTHING, GW_FAVOUR_STABILITY, 4 * STEPS, NULL);

  for (GwPlanFavour favour = 0; favour < GW_N_FAVOURS; favour++)
    {
      g_autoptr (GwWeekPlan) alone = repair (week, GW_PLAN_TO_COVER, favour, 4, NULL);
      g_autoptr (GwWeekPlan) helped = repair (week, GW_PLAN_TO_COVER, favour, 4, most);
      GwPlanEffects of_most, of_alone, of_helped;

      gw_plan_effects_compute (most, &of_most);
      gw_plan_effects_compute (alone, &of_alone);
      gw_plan_effects_compute (helped, &of_helped);
      g_assert_cmpint (gw_plan_effects_compare_cover (&of_most, &of_alone), <, 0);
      g_assert_cmpint (gw_plan_effects_compare_cover (&of_helped, &of_most), <=, 0);
    }
}

/* A plan that gives an open shift to somebody covers no more by that, and is not taken for it. */
static void
test_open_shift_is_no_cover (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) all = NULL, cover = NULL;
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = STEPS, .threads = 1 };
  GwPlanEffects of_all, of_cover;
  gint32 shift;

  test_week_init_early (&week);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  test_add (&week, test_shift (&week, SHIFT_2, 0, 3, H (7), H (14)));
  problem = test_build (&week);
  shift = gw_week_problem_find_shift (problem, test_id (SHIFT_2));
  all = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpint (gw_week_plan_get_engine (all)->colleague_of[shift], >=, 0);
  options.scope = GW_PLAN_TO_COVER;
  options.keep_shifts = TRUE;
  options.at_least = all;
  cover = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, NULL, NULL);
  gw_plan_effects_compute (all, &of_all);
  gw_plan_effects_compute (cover, &of_cover);
  g_assert_cmpuint (of_cover.n_to_cover, ==, 0);
  g_assert_cmpint (gw_plan_effects_compare_cover (&of_all, &of_cover), ==, 0);
  g_assert_cmpint (gw_week_plan_get_engine (cover)->colleague_of[shift], <, 0);
}

/* What Marta alone may do lies where another visit of hers is, which Amina may take. */
static GwWeekProblem *
make_swap (TestWeek *week)
{
  GwDraft *skill = test_draft (&gw_skill_type, TEST_HOIST);
  GwDraft *has = test_draft (&gw_competence_type, 901);
  GwDraft *visits[] = { test_visit (week, VISIT, TEST_ROSE, 0, H (8)),
                        test_visit (week, VISIT_2, TEST_GEORGE, 0, H (8)) };
  GwId hoist = test_id (TEST_HOIST);

  gw_skill_set_name (skill, "Hoist");
  test_add (week, skill);
  gw_competence_set_skill (has, hoist);
  gw_competence_set_colleague (has, test_id (TEST_MARTA));
  test_add (week, has);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    gw_visit_set_tolerance (visits[i], GW_SPAN (0));
  gw_visit_set_skills (visits[0], (GwIds){ &hoist, 1 });
  test_add (week, visits[0]);
  test_add (week, test_give (visits[1], TEST_MARTA, H (8)));
  test_add (week, test_shift (week, SHIFT_2, TEST_AMINA, 0, H (7), H (14)));
  return test_build (week);
}

/* Who is handed a plan that leaves nothing to cover has nothing to search for. */
static void
test_repair_goes_on (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) first = NULL, second = NULL;
  GwPlanOptions options = { .scope = GW_PLAN_TO_COVER, .steps = STEPS, .threads = 1 };
  GwPlanOutcome outcome;

  test_week_init_early (&week);
  problem = make_swap (&week);
  first = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, &outcome, NULL);
  g_assert_cmpuint (outcome.repeat.n_searches, ==, 3);
  g_assert_cmpuint (outcome.before.n_visits, ==, 1);
  g_assert_cmpuint (outcome.score.n_visits, ==, 0);
  options.at_least = first;
  second = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, &outcome, NULL);
  g_assert_cmpuint (outcome.repeat.n_searches, ==, 2);
  g_assert_cmpuint (outcome.score.n_visits, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/stability/three-visits", test_three_visits);
  g_test_add_func ("/planner/stability/repairs", test_repairs);
  g_test_add_func ("/planner/stability/repairs-cover-as-much", test_repairs_cover_as_much);
  g_test_add_func ("/planner/stability/open-shift-is-no-cover", test_open_shift_is_no_cover);
  g_test_add_func ("/planner/stability/repair-goes-on", test_repair_goes_on);
  g_test_add_func ("/planner/stability/visit-for-two", test_visit_for_two);
  g_test_add_func ("/planner/stability/cover-of-other-days", test_cover_of_other_days);
  return g_test_run ();
}
