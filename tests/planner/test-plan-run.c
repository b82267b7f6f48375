/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search on a worker: news, stopping, repeating, and days on which nothing can be done. */
#include "config.h"

#include "gw-plan-review.h"
#include "gw-sample.h"
#include "gw-test-plan.h"
#include "gw-week-index.h"
#include "gw-week-report.h"

/* --- on a worker ------------------------------------------------------------------------------ */

typedef struct
{
  GMainLoop *loop;
  GwJob *job;
  GwWeekPlan *plan;
  GwPlanOutcome outcome;
  guint n_news;
} Waiting;

static void
on_news (const GwPlanNews *news, gpointer data)
{
  Waiting *waiting = data;

  g_assert_nonnull (news->best);
  g_assert_cmpuint (news->n_visits, ==, gw_week_plan_count_to_cover (news->best));
  g_assert_cmpuint (news->n_visits, <=, 1);
  g_assert_cmpuint (news->n_to_cover, >=, news->n_visits);
  waiting->n_news++;
  gw_job_stop (waiting->job);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->plan = gw_planner_plan_finish (result, &waiting->outcome, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

/* Stopped by its first news, a search of twenty million steps comes back with the best so far. */
static void
test_stopped (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = NULL;
  g_autoptr (GwJob) job = gw_job_new ("Planning");
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 20000000, .threads = 2 };
  Waiting waiting = { g_main_loop_new (NULL, FALSE), job };
  GwPlannedSlot slot;
  GwDraft *both;

  test_week_init_early (&week);
  /* For two colleagues: it is one visit to cover, whether one is missing or both are. */
  both = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_colleagues_needed (both, 2);
  test_add (&week, both);
  problem = test_build (&week);
  gw_planner_plan_async (problem, &options, job, on_news, &waiting, on_planned, &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_cmpuint (waiting.n_news, >=, 1);
  g_assert_true (waiting.outcome.was_stopped);
  /* Stopped by hand, it cannot be repeated. */
  g_assert_cmpuint (waiting.outcome.repeat.n_searches, ==, 0);
  g_assert_false (gw_job_get_running (job));
  g_assert_true (gw_week_plan_get_slot (waiting.plan, test_id (VISIT), 0, &slot));
  gw_week_plan_unref (waiting.plan);
  g_main_loop_unref (waiting.loop);
}

/* --- repeating -------------------------------------------------------------------------------- */

static void
test_steps_text (void)
{
  static const char *const good[] = { "5/5", "5000/4800@1500:4900@2500:4800,300/300", "1/0",
                                      "9/9,9/9,9/1@3:4" };
  static const char *const bad[] = { "",
                                     "5",
                                     "0/0",
                                     "5/5,",
                                     "5/x",
                                     "5/5@3",
                                     "5/5@3:",
                                     "1/1,1/1,1/1,1/1",
                                     "-5/5",
                                     "5/ 5",
                                     "5/5@1:2@1:2@1:2@1:2@1:2",
                                     "99999999999999999999/5",
                                     "1000000000001/5",
                                     "5/5@5:1000000000001" };
  GwPlanSteps steps = { 0 };

  g_assert_null (gw_plan_steps_to_text (&steps));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (gw_plan_steps_parse (good[i], &steps));
      text = gw_plan_steps_to_text (&steps);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (gw_plan_steps_parse (bad[i], &steps));
      g_assert_cmpuint (steps.n_searches, ==, 0);
    }
}

/* The first days of the sample's next week. */
static GwWeekProblem *
make_sample_days (guint n_days)
{
  GwSampleSpec spec = { .kind = GW_SAMPLE_ONE_TEAM, .seed = 6 };
  g_autoptr (GwSample) sample = NULL;
  g_autoptr (GwPlannerInput) input = NULL;

  g_assert_true (gw_day_from_ymd (2026, 11, 23, &spec.today));
  sample = gw_sample_new (&spec);
  input = gw_planner_input_new (gw_day_add (spec.today, 7), n_days);
  gw_planner_input_add_all (input, gw_sample_get_records (sample));
  return gw_week_problem_new (input, NULL);
}

/* What a search of seconds did finds the same plan again. */
static void
check_repeated (GwWeekProblem *week, GwPlanScope scope, guint threads)
{
  GwPlanOptions options = { .scope = scope, .seconds = 0.2, .threads = threads, .seed = 3 };
  GwPlanOutcome outcome, again;
  g_autoptr (GwWeekPlan)
      first = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, &outcome, NULL);
  g_autoptr (GwWeekPlan) second = NULL;
  g_autofree char *text = gw_plan_steps_to_text (&outcome.repeat);

  g_assert_cmpuint (outcome.repeat.n_searches, >, 0);
  options.repeat = outcome.repeat;
  second = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, &again, NULL);
  g_test_message ("%s", text);
  g_assert_cmpint (again.steps_done, ==, outcome.steps_done);
  g_assert_true (
      gw_engine_plan_equal (gw_week_plan_get_engine (first), gw_week_plan_get_engine (second)));
}

static void
test_repeated (void)
{
  g_autoptr (GwWeekProblem) week = make_sample_days (2);

  for (guint threads = 1; threads <= 2; threads++)
    {
      check_repeated (week, GW_PLAN_EVERYTHING, threads);
      check_repeated (week, GW_PLAN_TO_COVER, threads);
    }
}

/* Planned anew at a step, or cut short by time: so it is again, whatever the clock says. */
static void
test_cut_short (void)
{
  static const struct
  {
    GwPlanScope scope;
    const char *text;
  } cases[] = {
    { GW_PLAN_EVERYTHING, "2000/1500@500:1500" },
    { GW_PLAN_EVERYTHING, "2000/1234@500:1500@833:1300" },
    { GW_PLAN_EVERYTHING, "200/83@50:90@63:85@71:83" },
    { GW_PLAN_TO_COVER, "1000/400,1000/1000,1000/700" },
    { GW_PLAN_TO_COVER, "1000/400" },
  };
  g_autoptr (GwWeekProblem) week = make_sample_days (2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GwPlanOptions options = { .scope = cases[i].scope, .threads = 2, .seconds = 1e-6 };
      g_autoptr (GwWeekPlan) plan = NULL;
      g_autofree char *echo = NULL;
      GwPlanOutcome outcome;

      g_assert_true (gw_plan_steps_parse (cases[i].text, &options.repeat));
      plan = gw_planner_plan_sync (week, &options, NULL, NULL, NULL, &outcome, NULL);
      echo = gw_plan_steps_to_text (&outcome.repeat);
      g_assert_cmpstr (echo, ==, cases[i].text);
      g_assert_false (outcome.was_stopped);
    }
}

/* --- bad days --------------------------------------------------------------------------------- */

/* Plans everything; there is no place for the visit. */
static void
expect_left (TestWeek *week)
{
  g_autoptr (GwWeekProblem) problem = test_build (week);
  g_autoptr (GwWeekPlan) plan = plan_week (problem, GW_PLAN_EVERYTHING);
  GwPlannedSlot slot;

  g_assert_true (gw_week_plan_get_slot (plan, test_id (VISIT), 0, &slot));
  g_assert_false (slot.is_placed);
}

static void
test_everyone_away (void)
{
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  test_add (&week, test_visit (&week, VISIT, TEST_ROSE, 0, H (8)));
  for (guint i = 0; i < 3; i++)
    {
      GwDraft *absence = test_draft (&gw_absence_type, 61 + i);
      gw_absence_set_colleague (absence, test_id (TEST_MARTA + i));
      gw_absence_set_kind (absence, GW_ABSENCE_AWAY);
      gw_absence_set_first_day (absence, gw_day_add (week.monday, -400));
      test_add (&week, absence);
    }
  expect_left (&week);
}

static void
test_longer_than_any_shift (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *draft;

  test_week_init_early (&week);
  draft = test_visit (&week, VISIT, TEST_ROSE, 0, H (8));
  gw_visit_set_duration (draft, GW_SPAN (1440));
  test_add (&week, draft);
  expect_left (&week);
}

static void
test_nothing_at_all (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekPlan) plan = NULL;
  GwWeekNumbers numbers;

  test_week_init (&week);
  plan = plan_records (&week, GW_PLAN_EVERYTHING);
  gw_week_numbers_compute (plan, NULL, &numbers);
  g_assert_cmpuint (numbers.n_visits, ==, 0);
}

/* Numbers no form would let in, from a merged or damaged file. */
static void
test_wild_numbers (void)
{
  static const gint64 wild[] = { G_MININT32, -1, 0, 1, 1440, 100000, G_MAXINT32 };
  GRand *random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 200; round++)
    {
      g_auto (TestWeek) week = { 0 };
      g_autoptr (GwWeekProblem) problem = NULL;
      g_autoptr (GError) error = NULL;

      test_week_init_early (&week);
      for (guint i = 0; i < 6; i++)
        {
          GwDraft *visit = test_visit (&week, VISIT + i, TEST_ROSE, 0, H (8));
          GwDraft *shift = test_shift (&week, 40 + i, TEST_JOE, 0, H (7), H (14));
          static const guint visit_fields[] = {
            GW_VISIT_START,    GW_VISIT_DURATION,  GW_VISIT_IDEAL,    GW_VISIT_TOLERANCE,
            GW_VISIT_EARLIEST, GW_VISIT_LATEST,    GW_VISIT_FIRMNESS, GW_VISIT_COLLEAGUES_NEEDED,
            GW_VISIT_GAP_MOST, GW_VISIT_GAP_LEAST, GW_VISIT_STATE
          };
          gw_visit_set_after (visit, test_id (VISIT + (guint) g_rand_int_range (random, 0, 6)));
          gw_draft_set_integer (visit, visit_fields[g_rand_int_range (random, 0, 11)],
                                wild[g_rand_int_range (random, 0, 7)]);
          gw_draft_set_integer (shift, g_rand_boolean (random) ? GW_SHIFT_START : GW_SHIFT_END,
                                wild[g_rand_int_range (random, 0, 7)]);
          test_add (&week, visit);
          test_add (&week, shift);
        }
      problem = gw_week_problem_new (week.input, &error);
      g_assert_true ((problem != NULL) != (error != NULL));
      if (problem != NULL && round % 20 == 0)
        gw_week_plan_unref (plan_week (problem, GW_PLAN_EVERYTHING));
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/plan/stopped", test_stopped);
  g_test_add_func ("/planner/repeat/text", test_steps_text);
  g_test_add_func ("/planner/repeat/seconds", test_repeated);
  g_test_add_func ("/planner/repeat/cut-short", test_cut_short);
  g_test_add_func ("/planner/bad-days/everyone-away", test_everyone_away);
  g_test_add_func ("/planner/bad-days/longer-than-any-shift", test_longer_than_any_shift);
  g_test_add_func ("/planner/bad-days/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/planner/bad-days/wild-numbers", test_wild_numbers);
  return g_test_run ();
}
