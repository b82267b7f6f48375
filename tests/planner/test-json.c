/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problem and plan files: out and in again without loss, and garbage answered with a place. */
#include "config.h"

#include "gw-engine-score.h"
#include "gw-error.h"
#include "gw-planner.h"
#include "gw-problem-json.h"
#include "gw-test-week.h"
#include "gw-week-index.h"

#include <string.h>

/* A week with a bit of everything that the file can hold. */
static GwWeekProblem *
make_rich_week (TestWeek *week)
{
  GwId hoist = test_id (TEST_HOIST), marta = test_id (TEST_MARTA);
  GwDraft *draft;

  test_week_init (week);
  test_add (week, test_colleague (TEST_MARTA));
  draft = test_colleague (TEST_JOE);
  gw_colleague_set_shift_wishes (draft, GW_CHOICE_BIT (GW_SHIFT_WISH_EARLIES) |
                                            GW_CHOICE_BIT (GW_SHIFT_WISH_FEW_WEEKENDS));
  test_add (week, draft);
  draft = test_person (TEST_ROSE);
  gw_person_set_preferred (draft, (GwIds){ &marta, 1 });
  test_add (week, draft);
  test_add (week, test_person (TEST_GEORGE));
  draft = test_draft (&gw_skill_type, TEST_HOIST);
  gw_skill_set_name (draft, "hoist");
  test_add (week, draft);
  draft = test_draft (&gw_competence_type, 22);
  gw_competence_set_colleague (draft, marta);
  gw_competence_set_skill (draft, hoist);
  gw_competence_set_expires (draft, gw_day_add (week->monday, 2));
  test_add (week, draft);
  draft = test_draft (&gw_absence_type, 23);
  gw_absence_set_colleague (draft, test_id (TEST_JOE));
  gw_absence_set_kind (draft, GW_ABSENCE_AWAY);
  gw_absence_set_first_day (draft, gw_day_add (week->monday, 4));
  test_add (week, draft);
  draft = test_draft (&gw_meeting_type, 24);
  gw_meeting_set_title (draft, "Team meeting");
  gw_meeting_set_first_day (draft, week->monday);
  gw_meeting_set_start (draft, GW_HM (12, 0));
  gw_meeting_set_end (draft, GW_HM (13, 0));
  test_add (week, draft);
  test_add (week, test_give (test_visit (week, 100, TEST_ROSE, -3, H (8)), TEST_JOE, H (8)));
  for (gint day = 0; day < 5; day++)
    {
      guint n = 100 * ((guint) day + 2);
      test_add (week, test_shift (week, n, TEST_MARTA, day, H (7), H (14)));
      test_add (week, test_shift (week, n + 1, day == 2 ? 0 : TEST_JOE, day, H (7), H (14)));
      draft = test_visit (week, n + 2, TEST_ROSE, day, H (8));
      gw_visit_set_colleagues_needed (draft, 2);
      test_add (week, draft);
      draft = test_visit (week, n + 3, TEST_ROSE, day, H (12));
      gw_visit_set_after (draft, test_id (n + 2));
      gw_visit_set_gap_least (draft, GW_SPAN (H (4)));
      test_add (week, draft);
      draft = test_visit (week, n + 4, TEST_GEORGE, day, H (10));
      gw_visit_set_skills (draft, (GwIds){ &hoist, 1 });
      test_add (week, draft);
    }
  return test_build (week);
}

static void
assert_same_score (GwEngineScore a, GwEngineScore b)
{
  g_assert_cmpint (a.hard, ==, b.hard);
  g_assert_cmpint (a.medium, ==, b.medium);
  g_assert_cmpint (a.soft, ==, b.soft);
}

static void
test_round_trip (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = make_rich_week (&week);
  const GwEngineProblem *engine = gw_week_problem_get_engine (problem), *again;
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 500, .threads = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GwWeekPlan)
      plan = gw_planner_plan_sync (problem, &options, NULL, NULL, NULL, NULL, &error);
  g_autofree char *text = gw_problem_json_write (engine, NULL);
  g_autofree char *with_names = gw_problem_json_write (engine, problem);
  g_autofree char *plan_text = gw_plan_json_write (engine, gw_week_plan_get_engine (plan));
  g_autofree char *text_again = NULL;
  GwEnginePlan *plan_again;

  again = gw_problem_json_read (text, strlen (text), &error);
  g_assert_no_error (error);
  text_again = gw_problem_json_write (again, NULL);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_nonnull (strstr (with_names, "\"Marta\""));
  plan_again = gw_plan_json_read (again, plan_text, strlen (plan_text), &error);
  g_assert_no_error (error);
  g_assert_true (gw_engine_plan_equal (plan_again, gw_week_plan_get_engine (plan)));
  assert_same_score (gw_engine_score_plan (again, plan_again, NULL, NULL),
                     gw_engine_score_plan (engine, gw_week_plan_get_engine (plan), NULL, NULL));
  gw_engine_plan_free (plan_again);
  gw_engine_problem_unref (again);
}

/* --- what is planned ------------------------------------------------------------------------------ */

/* What is written of @problem, planned with @options, is what a search of it finds too. */
static void
assert_solves_the_same (GwWeekProblem *problem, const GwPlanOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gw_problem_json_write_planned (problem, options, &error);
  const GwEngineProblem *again = gw_problem_json_read (text, strlen (text), &error);
  GwEngineOptions engine = { .threads = 1, .seed = options->seed, .steps = options->steps };
  GwEngineResult result;
  GwPlanOutcome outcome;
  g_autoptr (GwWeekPlan)
      plan = gw_planner_plan_sync (problem, options, NULL, NULL, NULL, &outcome, &error);
  GwEnginePlan *solved;

  g_assert_no_error (error);
  engine.warm = gw_week_problem_get_records_plan (problem);
  solved = gw_engine_solve (again, &engine, &result);
  g_assert_cmpint (result.score.hard, ==, outcome.score.hard);
  g_assert_cmpint (result.score.medium, ==, outcome.score.medium);
  g_assert_cmpint (result.score.soft, ==, outcome.score.soft);
  gw_engine_plan_free (solved);
  gw_engine_problem_unref (again);
}

static void
test_planned (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = make_rich_week (&week);
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 500, .threads = 1, .seed = 7 };

  assert_solves_the_same (problem, &options);
  options.keep_shifts = TRUE;
  assert_solves_the_same (problem, &options);
}

/* On Tuesday at ten: Monday’s visits stay, one that was missed at eight comes no more, and Tuesday’s
 * come later. */
static void
test_planned_of_today (void)
{
  g_auto (TestWeek) week = { 0 };
  GwPlanOptions options = { .scope = GW_PLAN_EVERYTHING, .steps = 200, .threads = 1, .seed = 7 };
  g_autoptr (GwWeekProblem) problem = NULL;

  test_week_init (&week);
  test_add_everybody (&week);
  for (gint day = 0; day < 3; day++)
    test_add (&week, test_shift (&week, 41 + (guint) day, TEST_MARTA, day, H (7), H (15)));
  test_add (&week, test_give (test_visit (&week, 101, TEST_ROSE, 0, H (8)), TEST_MARTA, H (8)));
  test_add (&week, test_visit (&week, 102, TEST_GEORGE, 1, H (8)));
  test_add (&week, test_visit (&week, 103, TEST_ROSE, 1, H (10)));
  test_add (&week, test_visit (&week, 104, TEST_GEORGE, 2, H (9)));
  gw_planner_input_set_now (week.input, gw_day_add (week.monday, 1), GW_MINUTE (600));
  problem = test_build (&week);
  assert_solves_the_same (problem, &options);
}

/* --- faults ----------------------------------------------------------------------------------- */

static void
assert_fault (const char *text, GwError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  const GwEngineProblem *problem = gw_problem_json_read (text, strlen (text), &error);

  g_assert_null (problem);
  g_assert_error (error, GW_ERROR, (gint) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

#define HEAD "{\"format\":\"good-week-problem\",\"version\":1,\"days\":7"

static void
test_faults (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  /* The parser skips comments; a bracket behind a quote in one is not in a string. */
  g_autofree char *hidden = g_strconcat ("/*\"*/", deep, NULL);

  assert_fault ("", GW_ERROR_INVALID, NULL);
  assert_fault (hidden, GW_ERROR_INVALID, NULL);
  assert_fault ("[", GW_ERROR_INVALID, NULL);
  assert_fault (deep, GW_ERROR_INVALID, NULL);
  assert_fault ("\xff\xfe", GW_ERROR_INVALID, NULL);
  assert_fault ("[]", GW_ERROR_INVALID, "$: An object in { } is needed here.");
  assert_fault ("{}", GW_ERROR_INVALID, "format: “good-week-problem” is needed here.");
  assert_fault ("{\"format\":\"good-week-problem\",\"version\":2}", GW_ERROR_TOO_NEW, NULL);
  assert_fault ("{\"format\":\"good-week-problem\",\"version\":1}", GW_ERROR_INVALID,
                "days: This is missing.");
  assert_fault (HEAD ",\"shifts\":[{\"start\":1.5}]}", GW_ERROR_INVALID,
                "shifts[0].start: A whole number is needed here.");
  assert_fault (HEAD ",\"operations\":[{\"windows\":[{},{\"open\":true}]}]}", GW_ERROR_INVALID,
                "operations[0].windows[1].open: A whole number is needed here.");
  assert_fault (HEAD ",\"links\":[{\"kind\":\"chain\"}]}", GW_ERROR_INVALID,
                "links[0].kind: One of these is needed here: together, lag, gap, same, different.");
  assert_fault (HEAD ",\"operations\":[{\"person\":3,\"windows\":[{\"open\":0,\"close\":9}]}]}",
                GW_ERROR_INVALID, "operation[0]: This refers to something that is not there.");
  assert_fault (HEAD ",\"places\":[null,null],\"travel\":[[[0,1]]]}", GW_ERROR_INVALID,
                "travel[0]: A list of 2 lists is needed here.");
  assert_fault (HEAD ",\"colleagues\":[{\"held\":[{\"skills\":[\"hoist\"]}]}]}", GW_ERROR_INVALID,
                "colleagues[0].held[0].skills[0]: This skill is not in the list of skills.");
}

/* Spoilt copies of a good file: a sentence or a problem, never a crash. */
static void
test_spoilt (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = make_rich_week (&week);
  g_autofree char *text = gw_problem_json_write (gw_week_problem_get_engine (problem), problem);
  gsize length = strlen (text);
  static const char *const pieces[] = { "-1", "null", "1e9",  "99999999999", "\"\"",
                                        "[]", "{}",   "true", "2147483647",  "," };
  GRand *random = g_rand_new_with_seed (3);
  guint n_read = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) spoilt = g_string_new_len (text, (gssize) length);
      guint n = (guint) g_rand_int_range (random, 1, 4);

      for (guint i = 0; i < n; i++)
        {
          gsize at = (gsize) g_rand_int_range (random, 0, (gint32) spoilt->len);
          const char *digit = strpbrk (spoilt->str + at, "0123456789");
          gsize from = digit != NULL && g_rand_boolean (random) ? (gsize) (digit - spoilt->str)
                                                                : at;
          g_string_erase (spoilt, (gssize) from, 1);
          g_string_insert (spoilt, (gssize) from,
                           pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
        }
      {
        g_autoptr (GError) error = NULL;
        const GwEngineProblem *read = gw_problem_json_read (spoilt->str, spoilt->len, &error);
        g_assert_true ((read != NULL) != (error != NULL));
        n_read += read != NULL;
        gw_engine_problem_unref (read);
      }
    }
  g_test_message ("%u of 400 spoilt files could be read", n_read);
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_read, <, 400);
  g_rand_free (random);
}

static void
test_wrong_plan (void)
{
  g_auto (TestWeek) week = { 0 };
  g_autoptr (GwWeekProblem) problem = make_rich_week (&week);
  static const char *const texts[] = {
    "{\"format\":\"good-week-plan\"}",
    "{\"format\":\"good-week-problem\"}",
    "{\"format\":\"good-week-plan\",\"operations\":[{\"shift\":-1}]}",
    "[]",
    "nonsense",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (gw_plan_json_read (gw_week_problem_get_engine (problem), texts[i],
                                        strlen (texts[i]), &error));
      g_assert_error (error, GW_ERROR, GW_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/json/round-trip", test_round_trip);
  g_test_add_func ("/planner/json/planned", test_planned);
  g_test_add_func ("/planner/json/planned-of-today", test_planned_of_today);
  g_test_add_func ("/planner/json/faults", test_faults);
  g_test_add_func ("/planner/json/spoilt", test_spoilt);
  g_test_add_func ("/planner/json/wrong-plan", test_wrong_plan);
  return g_test_run ();
}
