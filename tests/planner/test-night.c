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

enum
{
  TEAM = 41,
  TEAM_2,
};

/* A week with a night in it, what it is built into, and what it is planned as. */
typedef struct
{
  TestWeek week;
  GwWeekProblem *problem;
  GwWeekPlan *plan;
} Night;

static void
night_clear (Night *self)
{
  g_clear_pointer (&self->plan, gw_week_plan_unref);
  g_clear_pointer (&self->problem, gw_week_problem_unref);
  test_week_clear (&self->week);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Night, night_clear)

/* Everybody, and Marta's night that begins on @evening. */
static void
begin_on (Night *self, gint evening)
{
  test_week_init (&self->week);
  test_add_everybody (&self->week);
  test_add (&self->week, test_shift (&self->week, SHIFT, TEST_MARTA, evening, H (22), NIGHT_ENDS));
}

/* The one of Sunday. */
static void
begin (Night *self)
{
  begin_on (self, -1);
}

/* Rose's visit on @day at @ideal, which nobody makes as yet. */
static void
add_visit (Night *self, gint day, gint ideal)
{
  test_add (&self->week, test_visit (&self->week, VISIT, TEST_ROSE, day, ideal));
}

/* The records as they are. */
static void
build (Night *self)
{
  self->problem = test_build (&self->week);
  self->plan = gw_week_problem_dup_current (self->problem);
}

static void
plan_night (Night *self, GwPlanScope scope)
{
  self->problem = test_build (&self->week);
  self->plan = plan_week (self->problem, scope);
}

static GwPlannedSlot
get_slot (Night *self)
{
  GwPlannedSlot slot;

  g_assert_true (gw_week_plan_get_slot (self->plan, test_id (VISIT), 0, &slot));
  return slot;
}

static guint
count_trouble (Night *self)
{
  g_autoptr (GPtrArray) trouble = gw_week_plan_list_trouble (self->plan);

  return trouble->len;
}

/* The second opinion agrees with the score. */
static void
assert_verified (const GwEngineProblem *engine, const GwEnginePlan *plan)
{
  GwEngineScore score = gw_engine_score_plan (engine, plan, NULL, NULL);
  GwEngineVerdict verdict = { 0 };

  gw_engine_verify (engine, plan, &verdict);
  g_assert_true (verdict.is_wellformed);
  g_assert_cmpint (verdict.score.hard, ==, score.hard);
  g_assert_cmpint (verdict.score.medium, ==, score.medium);
  g_assert_cmpint (verdict.score.soft, ==, score.soft);
  gw_engine_verdict_clear (&verdict);
}

/* The visit is in Marta's night at @start, nothing is broken, and the second opinion agrees. */
static void
assert_covered (Night *self, gint start)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->problem);
  const GwEnginePlan *plan = gw_week_plan_get_engine (self->plan);
  GwPlannedSlot slot = get_slot (self);

  g_assert_true (gw_id_equal (slot.colleague, test_id (TEST_MARTA)));
  g_assert_true (gw_id_equal (slot.shift, test_id (SHIFT)));
  g_assert_cmpint (slot.start.value, ==, start);
  g_assert_cmpuint (count_trouble (self), ==, 0);
  assert_verified (engine, plan);
}

/* At one o'clock on Monday Marta is at work since Sunday. */
static void
test_covers (void)
{
  static const GwPlanScope scopes[] = { GW_PLAN_TO_COVER, GW_PLAN_EVERYTHING };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_auto (Night) night = { 0 };

      begin (&night);
      add_visit (&night, 0, H (1));
      plan_night (&night, scopes[i]);
      assert_covered (&night, H (1));
    }
}

/* On Wednesday at one it is Tuesday's night shift, also when Wednesday alone is planned. */
static void
test_within_the_week (void)
{
  static const GwPlanScope scopes[] = { GW_PLAN_TO_COVER, GW_PLAN_EVERYTHING };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_auto (Night) night = { 0 };
      g_autoptr (GwPlannerInput) wednesday = NULL;
      g_autoptr (GPtrArray) records = NULL;

      begin_on (&night, 1);
      add_visit (&night, 2, H (1));
      wednesday = gw_planner_input_new (gw_day_add (night.week.monday, 2), 1);
      records = gw_planner_input_list_records (night.week.input);
      gw_planner_input_add_all (wednesday, records);
      night.problem = gw_week_problem_new (wednesday, NULL);
      night.plan = plan_week (night.problem, scopes[i]);
      assert_covered (&night, H (1));
    }
}

/* What she still does on Sunday evening, and the way from there, come first. */
static void
test_after_the_evening (void)
{
  g_auto (Night) night = { 0 };
  GwDraft *evening;

  begin (&night);
  evening = test_visit (&night.week, VISIT_2, TEST_GEORGE, -1, H (23) + 45);
  test_add (&night.week, test_give (evening, TEST_MARTA, H (23) + 45));
  add_visit (&night, 0, 15);
  plan_night (&night, GW_PLAN_TO_COVER);
  /* With George until a quarter past, then six minutes; on the five. */
  assert_covered (&night, 25);
  g_assert_cmpint (get_slot (&night).travel_before.value, ==, 6);
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
  g_auto (Night) night = { 0 };
  g_autoptr (GwPricer) pricer = NULL;
  g_autofree char *taken = NULL, *free = NULL;
  GwDraft *given;

  begin (&night);
  given = test_visit (&night.week, VISIT_2, TEST_ROSE, 0, H (1));
  gw_visit_set_pinned (given, TRUE);
  test_add (&night.week, test_give (given, TEST_MARTA, H (1)));
  test_add (&night.week, test_visit (&night.week, VISIT, TEST_GEORGE, 0, H (2)));
  build (&night);
  g_assert_cmpuint (count_trouble (&night), ==, 0);
  pricer = gw_pricer_new (night.plan);
  taken = dup_answer (pricer, &night.week, H (1) + 30);
  g_assert_cmpstr (taken, ==, "Marta can’t: travel needs 6 min more than there is");
  free = dup_answer (pricer, &night.week, H (2));
  g_assert_cmpstr (free, ==, "+6 min travel");
}

/* Who was away on Sunday evening does not come after midnight: somebody else does. */
static void
test_away (void)
{
  g_auto (Night) night = { 0 };
  GwDraft *away = test_draft (&gw_absence_type, 900);

  begin (&night);
  test_add (&night.week, test_shift (&night.week, SHIFT_2, TEST_AMINA, -1, H (22), NIGHT_ENDS));
  test_add (&night.week,
            test_give (test_visit (&night.week, VISIT, TEST_ROSE, 0, H (1)), TEST_MARTA, H (1)));
  gw_absence_set_colleague (away, test_id (TEST_MARTA));
  gw_absence_set_kind (away, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (away, gw_day_add (night.week.monday, -1));
  gw_absence_set_last_day (away, gw_day_add (night.week.monday, -1));
  test_add (&night.week, away);
  build (&night);
  g_assert_cmpuint (count_trouble (&night), ==, 1);
  gw_week_plan_unref (night.plan);
  night.plan = plan_week (night.problem, GW_PLAN_TO_COVER);
  g_assert_true (gw_id_equal (get_slot (&night).colleague, test_id (TEST_AMINA)));
  g_assert_cmpuint (count_trouble (&night), ==, 0);
}

/* Rules about Marta's week that are broken when she worked from Tuesday to Sunday night, and on
 * Monday from @start. */
static GPtrArray *
list_week_trouble (gint start, gboolean has_visit)
{
  g_auto (Night) night = { 0 };

  begin (&night);
  for (gint day = -6; day <= -2; day++)
    test_add (&night.week,
              test_shift (&night.week, (guint) (900 + day), TEST_MARTA, day, H (9), H (12)));
  test_add (&night.week, test_shift (&night.week, SHIFT_2, TEST_MARTA, 0, start, H (22)));
  if (has_visit)
    add_visit (&night, 0, H (1));
  build (&night);
  assert_verified (gw_week_problem_get_engine (night.problem),
                   gw_week_plan_get_engine (night.plan));
  return gw_week_plan_list_trouble (night.plan);
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
  g_auto (Night) night = { 0 };
  GwPlanEffects effects;

  begin (&night);
  test_add (&night.week, test_shift (&night.week, SHIFT_2, TEST_MARTA, -1, H (14), H (22)));
  add_visit (&night, 0, H (1));
  plan_night (&night, GW_PLAN_TO_COVER);
  assert_covered (&night, H (1));
  gw_plan_effects_compute (night.plan, &effects);
  g_assert_cmpint (effects.broken, ==, 0);
}

/* A meeting after midnight takes its time out of the night, whichever evening that began on. */
static void
test_meeting (void)
{
  for (gint evening = -1; evening <= 1; evening += 2)
    {
      g_auto (Night) night = { 0 };
      GwDraft *meeting = test_draft (&gw_meeting_type, 902);

      begin_on (&night, evening);
      gw_meeting_set_title (meeting, "Handover");
      gw_meeting_set_first_day (meeting, gw_day_add (night.week.monday, evening + 1));
      gw_meeting_set_start (meeting, GW_HM (0, 45));
      gw_meeting_set_end (meeting, GW_HM (1, 15));
      test_add (&night.week, meeting);
      add_visit (&night, evening + 1, H (1));
      plan_night (&night, GW_PLAN_TO_COVER);
      assert_covered (&night, H (1) + 15);
    }
}

static guint
count_breaks (const GwWeekProblem *problem)
{
  gint32 n;
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (gw_week_problem_get_engine (problem),
                                                              &n);
  guint n_breaks = 0;

  for (gint32 i = 0; i < n; i++)
    n_breaks += blocks[i].kind == GW_ENGINE_BLOCK_BREAK;
  return n_breaks;
}

/* Breaks are judged by what is left after midnight: seven hours have one, six have none. */
static void
test_breaks (void)
{
  g_auto (Night) seven = { 0 }, six = { 0 };

  begin (&seven);
  add_visit (&seven, 0, H (1));
  plan_night (&seven, GW_PLAN_TO_COVER);
  assert_covered (&seven, H (1));
  g_assert_cmpuint (count_breaks (seven.problem), ==, 1);

  test_week_init (&six.week);
  test_add_everybody (&six.week);
  test_add (&six.week, test_shift (&six.week, SHIFT, TEST_MARTA, -1, H (22), H (24) + H (6)));
  add_visit (&six, 0, H (1));
  plan_night (&six, GW_PLAN_TO_COVER);
  assert_covered (&six, H (1));
  g_assert_cmpuint (count_breaks (six.problem), ==, 0);
}

/* As begin(), for a team of which Marta is no part, Amina is. */
static void
begin_for_team (Night *self)
{
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&self->week);
  gw_colleague_set_team (marta, test_id (TEAM_2));
  test_add (&self->week, marta);
  test_add (&self->week, test_colleague (TEST_AMINA));
  test_add (&self->week, test_person (TEST_ROSE));
  test_add (&self->week, test_shift (&self->week, SHIFT, TEST_MARTA, -1, H (22), NIGHT_ENDS));
  gw_planner_input_set_team (self->week.input, test_id (TEAM));
}

/* A night of another team is not there for a visit of ours. */
static void
test_other_team (void)
{
  g_auto (Night) night = { 0 };

  begin_for_team (&night);
  add_visit (&night, 0, H (1));
  plan_night (&night, GW_PLAN_TO_COVER);
  g_assert_cmpuint (gw_week_plan_count_to_cover (night.plan), ==, 1);
}

/* What another team's night covers already, alone or with ours, is no concern of this plan. */
static void
test_covered_elsewhere (void)
{
  const GwId both[] = { test_id (TEST_MARTA), test_id (TEST_AMINA) };

  for (guint n = 1; n <= G_N_ELEMENTS (both); n++)
    {
      g_auto (Night) night = { 0 };
      GwDraft *visit;

      begin_for_team (&night);
      test_add (&night.week, test_shift (&night.week, SHIFT_2, TEST_AMINA, -1, H (22), NIGHT_ENDS));
      visit = test_visit (&night.week, VISIT, TEST_ROSE, 0, H (1));
      gw_visit_set_colleagues_needed (visit, n);
      gw_visit_set_colleagues (visit, (GwIds){ both, n });
      gw_visit_set_start (visit, GW_MINUTE (H (1)));
      test_add (&night.week, visit);
      build (&night);
      g_assert_cmpint (gw_week_problem_find_operations (night.problem, test_id (VISIT), NULL), <,
                       0);
      g_assert_cmpuint (gw_week_plan_count_to_cover (night.plan), ==, 0);
      g_assert_cmpuint (count_trouble (&night), ==, 0);
    }
}

/* What Marta's shifts cost in wishes when she asked for Tuesday, has its night, and works on
 * Wednesday or not. */
static gint64
get_wishes (gboolean has_wednesday)
{
  g_auto (Night) night = { 0 };
  gint64 by_rule[GW_ENGINE_N_RULES];
  GwDraft *leave = test_draft (&gw_absence_type, 900);

  begin_on (&night, 1);
  if (has_wednesday)
    test_add (&night.week, test_shift (&night.week, SHIFT_2, TEST_MARTA, 2, H (20), H (23)));
  gw_absence_set_colleague (leave, test_id (TEST_MARTA));
  gw_absence_set_kind (leave, GW_ABSENCE_LEAVE);
  gw_absence_set_state (leave, GW_ABSENCE_ASKED);
  gw_absence_set_first_day (leave, gw_day_add (night.week.monday, 1));
  gw_absence_set_last_day (leave, gw_day_add (night.week.monday, 1));
  test_add (&night.week, leave);
  build (&night);
  gw_engine_score_plan (gw_week_problem_get_engine (night.problem),
                        gw_week_plan_get_engine (night.plan), by_rule, NULL);
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
  g_test_add_func ("/planner/night/breaks", test_breaks);
  g_test_add_func ("/planner/night/other-team", test_other_team);
  g_test_add_func ("/planner/night/covered-elsewhere", test_covered_elsewhere);
  g_test_add_func ("/planner/night/asked-leave", test_asked_leave);
  return g_test_run ();
}
