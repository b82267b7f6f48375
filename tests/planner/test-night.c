/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The night before the first day: visits of the first morning lie in the shift that began on the
 * evening before, and its hours are still those of the week before.
 */
#include "config.h"

#include "gw-engine-score.h"
#include "gw-engine-verify.h"
#include "gw-plan-effects.h"
#include "gw-test-plan.h"
#include "gw-week-index.h"

#define NIGHT_ENDS (H (24) + H (7))

static void
set_up_night (TestWeek *week)
{
  test_week_init (week);
  test_add_everybody (week);
  test_add (week, test_shift (week, SHIFT, TEST_MARTA, -1, H (22), NIGHT_ENDS));
}

static GwPlannedSlot
get_slot (GwWeekPlan *plan, guint visit)
{
  GwPlannedSlot slot;

  g_assert_true (gw_week_plan_get_slot (plan, test_id (visit), 0, &slot));
  return slot;
}

static guint
count_trouble (GwWeekPlan *plan)
{
  g_autoptr (GPtrArray) trouble = gw_week_plan_list_trouble (plan);

  return trouble->len;
}

/* The second opinion agrees with the score. */
static void
assert_verified (GwWeekProblem *problem, GwWeekPlan *plan)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (problem);
  GwEngineVerdict verdict = { 0 };
  GwEngineScore score = gw_engine_score_plan (engine, gw_week_plan_get_engine (plan), NULL, NULL);

  gw_engine_verify (engine, gw_week_plan_get_engine (plan), &verdict);
  g_assert_true (verdict.is_wellformed);
  g_assert_cmpint (verdict.score.hard, ==, score.hard);
  g_assert_cmpint (verdict.score.medium, ==, score.medium);
  g_assert_cmpint (verdict.score.soft, ==, score.soft);
  gw_engine_verdict_clear (&verdict);
}

/* At one o'clock on Monday Marta is at work since Sunday. */
static void
test_covers (void)
{
  static const GwPlanScope scopes[] = { GW_PLAN_TO_COVER, GW_PLAN_EVERYTHING };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      TestWeek week;
      g_autoptr (GwWeekProblem) problem = NULL;
      g_autoptr (GwWeekPlan) plan = NULL;
      GwPlannedSlot slot;

      set_up_night (&week);
      test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (1)));
      problem = test_build (&week);
      plan = plan_week (problem, scopes[i]);
      slot = get_slot (plan, VISIT);
      g_assert_true (gw_id_equal (slot.colleague, test_id (TEST_MARTA)));
      g_assert_true (gw_id_equal (slot.shift, test_id (SHIFT)));
      g_assert_cmpint (slot.start.value, ==, H (1));
      g_assert_cmpuint (count_trouble (plan), ==, 0);
      assert_verified (problem, plan);
      test_week_clear (&week);
    }
}

/* On Wednesday at one it is Tuesday's night shift, also when Wednesday alone is planned. */
static void
test_within_the_week (void)
{
  TestWeek week;
  g_autoptr (GwPlannerInput) wednesday = NULL;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  g_autoptr (GPtrArray) records = NULL;

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 1, H (22), NIGHT_ENDS));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 2, H (1)));
  wednesday = gw_planner_input_new (gw_day_add (week.monday, 2), 1);
  records = gw_planner_input_list_records (week.input);
  gw_planner_input_add_all (wednesday, records);
  problem = gw_week_problem_new (wednesday, NULL);
  plan = plan_week (problem, GW_PLAN_TO_COVER);
  g_assert_true (gw_id_equal (get_slot (plan, VISIT).colleague, test_id (TEST_MARTA)));
  test_week_clear (&week);
}

/* What she still does on Sunday evening, and the way from there, come first. */
static void
test_after_the_evening (void)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  GwDraft *evening;

  set_up_night (&week);
  evening = test_visit (&week, VISIT_2, TEST_GEORGE, -1, H (23) + 45);
  test_give (evening, TEST_MARTA, H (23) + 45);
  test_add (&week, evening);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, 15));
  problem = test_build (&week);
  plan = plan_week (problem, GW_PLAN_TO_COVER);
  /* With George until a quarter past, then six minutes; on the five. */
  g_assert_cmpint (get_slot (plan, VISIT).start.value, ==, 25);
  g_assert_cmpint (get_slot (plan, VISIT).travel_before.value, ==, 6);
  g_assert_cmpuint (count_trouble (plan), ==, 0);
  test_week_clear (&week);
}

static char *
dup_answer (GwPricer *pricer, TestWeek *week, gint start)
{
  GwVisitTarget target = { .visit = test_id (VISIT),
                           .to = test_id (TEST_MARTA),
                           .day = week->monday,
                           .start = GW_MINUTE (start) };
  g_autoptr (GwVerdict) verdict = gw_pricer_price_visit (pricer, &target);

  return g_strdup (verdict->headline);
}

/* A visit that she has already keeps its time; beside it there is room. */
static void
test_beside_another (void)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) current = NULL;
  g_autoptr (GwPricer) pricer = NULL;
  g_autofree char *taken = NULL, *free = NULL;
  GwDraft *given;

  set_up_night (&week);
  given = test_visit (&week, VISIT_2, TEST_ROSE, 0, H (1));
  test_give (given, TEST_MARTA, H (1));
  gw_visit_set_pinned (given, TRUE);
  test_add (&week, given);
  test_add (&week, test_visit (&week, VISIT, TEST_GEORGE, 0, H (2)));
  problem = test_build (&week);
  current = gw_week_problem_dup_current (problem);
  g_assert_cmpuint (count_trouble (current), ==, 0);
  pricer = gw_pricer_new (current);
  taken = dup_answer (pricer, &week, H (1) + 30);
  g_assert_cmpstr (taken, ==, "Marta can’t: travel needs 6 min more than there is");
  free = dup_answer (pricer, &week, H (2));
  g_assert_cmpstr (free, ==, "+6 min travel");
  test_week_clear (&week);
}

/* Who was away on Sunday evening does not come after midnight: somebody else does. */
static void
test_away (void)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) current = NULL, plan = NULL;
  GwDraft *visit, *away;

  set_up_night (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_AMINA, -1, H (22), NIGHT_ENDS));
  visit = test_visit (&week, VISIT, TEST_ROSE, 0, H (1));
  test_give (visit, TEST_MARTA, H (1));
  test_add (&week, visit);
  away = test_draft (&gw_absence_type, 900);
  gw_absence_set_colleague (away, test_id (TEST_MARTA));
  gw_absence_set_kind (away, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (away, gw_day_add (week.monday, -1));
  gw_absence_set_last_day (away, gw_day_add (week.monday, -1));
  test_add (&week, away);
  problem = test_build (&week);
  current = gw_week_problem_dup_current (problem);
  g_assert_cmpuint (count_trouble (current), ==, 1);
  plan = plan_week (problem, GW_PLAN_TO_COVER);
  g_assert_true (gw_id_equal (get_slot (plan, VISIT).colleague, test_id (TEST_AMINA)));
  g_assert_cmpuint (count_trouble (plan), ==, 0);
  test_week_clear (&week);
}

/* Rules about Marta's week that are broken when she worked from Tuesday to Sunday night, and on
 * Monday from @start. */
static GPtrArray *
list_week_trouble (gint start, gboolean has_visit)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;

  set_up_night (&week);
  for (gint day = -6; day <= -2; day++)
    test_add (&week, test_shift (&week, (guint) (900 + day), TEST_MARTA, day, H (9), H (12)));
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 0, start, H (22)));
  if (has_visit)
    test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (1)));
  problem = test_build (&week);
  plan = gw_week_problem_dup_current (problem);
  assert_verified (problem, plan);
  test_week_clear (&week);
  return gw_week_plan_list_trouble (plan);
}

/* Rest and days in a row are the same whether a visit asks for the night or not. */
static void
test_same_week (void)
{
  static const gint starts[] = { H (12), H (19) };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GPtrArray) without = list_week_trouble (starts[i], FALSE);
      g_autoptr (GPtrArray) with = list_week_trouble (starts[i], TRUE);

      g_assert_cmpuint (without->len, >, 0);
      g_assert_cmpuint (with->len, ==, without->len);
      for (guint k = 0; k < with->len; k++)
        {
          const GwTrouble *one = g_ptr_array_index (without, k);
          const GwTrouble *other = g_ptr_array_index (with, k);

          g_assert_cmpstr (one->rule, ==, other->rule);
          if (g_str_equal (other->rule, "daily-rest"))
            g_assert_cmpstr (other->sentence, ==,
                             "Marta can’t: only 5 h rest after Sunday’s shift");
          else
            g_assert_cmpstr (other->sentence, ==, one->sentence);
        }
    }
}

/* From a late of Sunday straight to its night: the rest before it is the week before's. */
static void
test_after_a_late (void)
{
  TestWeek week;
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwWeekPlan) plan = NULL;
  GwPlanEffects effects;

  set_up_night (&week);
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, -1, H (14), H (22)));
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (1)));
  problem = test_build (&week);
  plan = plan_week (problem, GW_PLAN_TO_COVER);
  g_assert_true (gw_id_equal (get_slot (plan, VISIT).shift, test_id (SHIFT)));
  gw_plan_effects_compute (plan, &effects);
  g_assert_cmpint (effects.broken, ==, 0);
  g_assert_cmpuint (count_trouble (plan), ==, 0);
  assert_verified (problem, plan);
  test_week_clear (&week);
}

/* A meeting after midnight takes its time out of the night, whichever evening that began on. */
static void
test_meeting (void)
{
  for (gint evening = -1; evening <= 1; evening += 2)
    {
      g_auto (TestWeek) week = { 0 };
      g_autoptr (GwWeekProblem) problem = NULL;
      g_autoptr (GwWeekPlan) plan = NULL;
      GwDraft *meeting = test_draft (&gw_meeting_type, 902);

      test_week_init (&week);
      test_add_everybody (&week);
      test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, evening, H (22), NIGHT_ENDS));
      gw_meeting_set_title (meeting, "Handover");
      gw_meeting_set_first_day (meeting, gw_day_add (week.monday, evening + 1));
      gw_meeting_set_start (meeting, GW_HM (0, 45));
      gw_meeting_set_end (meeting, GW_HM (1, 15));
      test_add (&week, meeting);
      test_add (&week, test_visit (&week, VISIT, TEST_ROSE, evening + 1, H (1)));
      problem = test_build (&week);
      plan = plan_week (problem, GW_PLAN_TO_COVER);
      g_assert_true (gw_id_equal (get_slot (plan, VISIT).shift, test_id (SHIFT)));
      g_assert_cmpint (get_slot (plan, VISIT).start.value, ==, H (1) + 15);
      g_assert_cmpuint (count_trouble (plan), ==, 0);
      assert_verified (problem, plan);
    }
}

/* What Marta's shifts cost in wishes when she asked for Tuesday, has its night, and works on
 * Wednesday or not. */
static gint64
get_wishes (gboolean has_wednesday)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  gint64 by_rule[GW_ENGINE_N_RULES];
  GwDraft *leave = test_draft (&gw_absence_type, 900);

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 1, H (22), NIGHT_ENDS));
  if (has_wednesday)
    test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 2, H (20), H (23)));
  gw_absence_set_colleague (leave, test_id (TEST_MARTA));
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_state (leave, GW_ABSENCE_ASKED);
  gw_absence_set_first_day (leave, gw_day_add (week.monday, 1));
  gw_absence_set_last_day (leave, gw_day_add (week.monday, 1));
  test_add (&week, leave);
  problem = test_build (&week);
  gw_engine_score_plan (gw_week_problem_get_engine (problem),
                        gw_week_problem_get_records_plan (problem), by_rule, NULL);
  return by_rule[GW_ENGINE_RULE_WISH];
}

/* Leave that is asked for is a wish about its own days, whenever the last shift of them ends. */
static void
test_asked_leave (void)
{
  g_assert_cmpint (get_wishes (FALSE), >, 0);
  g_assert_cmpint (get_wishes (TRUE), ==, get_wishes (FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/night/covers", test_covers);
  g_test_add_func ("/planner/night/within-the-week", test_within_the_week);
  g_test_add_func ("/planner/night/after-the-evening", test_after_the_evening);
  g_test_add_func ("/planner/night/beside-another", test_beside_another);
  g_test_add_func ("/planner/night/away", test_away);
  g_test_add_func ("/planner/night/same-week", test_same_week);
  g_test_add_func ("/planner/night/after-a-late", test_after_a_late);
  g_test_add_func ("/planner/night/meeting", test_meeting);
  g_test_add_func ("/planner/night/asked-leave", test_asked_leave);
  return g_test_run ();
}
