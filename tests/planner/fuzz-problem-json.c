/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Problem and plan files against spoilt text. What must hold: nothing crashes or hangs, a refusal is
 * a sentence with a place, and what is accepted can be searched, scored and verified; the verifier
 * and the engine agree on the score, however strange the problem.
 */
#include "config.h"

#include "gw-engine-score.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-fuzz.h"
#include "gw-problem-json.h"

#include <string.h>

static const char *const problems[] = {
  "{ \"format\": \"good-week-problem\", \"version\": 1, \"days\": 7,\n"
  "  \"places\": [\"Rose\", \"George\"],\n"
  "  \"travel\": [[[0, 6], [6, 0]]],\n"
  "  \"colleagues\": [{ \"week_minutes_max\": 2880 }, {}],\n"
  "  \"persons\": [{}, {}],\n"
  "  \"shifts\": [{ \"day\": 0, \"start\": 420, \"end\": 840, \"colleague\": 0 },\n"
  "             { \"day\": 1, \"start\": 420, \"end\": 840, \"colleague\": 1 },\n"
  "             { \"day\": 0, \"start\": 480, \"end\": 900, \"colleague\": 1 }],\n"
  "  \"operations\": [\n"
  "    { \"person\": 0, \"place\": 0, \"duration\": 30, \"priority\": 30, \"visit\": 0,\n"
  "      \"windows\": [{ \"open\": 450, \"close\": 510, \"ideal\": 480 }] },\n"
  "    { \"person\": 0, \"place\": 0, \"duration\": 30, \"priority\": 30, \"visit\": 0,\n"
  "      \"windows\": [{ \"open\": 450, \"close\": 510, \"ideal\": 480 }] },\n"
  "    { \"person\": 1, \"place\": 1, \"duration\": 45, \"priority\": 30,\n"
  "      \"windows\": [{ \"open\": 480, \"close\": 600, \"ideal\": null }] }],\n"
  "  \"links\": [{ \"kind\": \"together\", \"a\": 0, \"b\": 1 }] }",
};
static const char *const plans[] = {
  "{ \"format\": \"good-week-plan\", \"version\": 1,\n"
  "  \"operations\": [{ \"shift\": 0, \"start\": 480 }, { \"shift\": 2, \"start\": 480 },\n"
  "                 { \"shift\": 0, \"start\": 516 }],\n"
  "  \"shifts\": [0, 1, 1], \"blocks\": [620, 620, 620] }",
};

static guint n_taken;

static void
check_plan (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  GwEngineVerdict verdict;
  GwEngineScore score;

  gw_engine_verify (problem, plan, &verdict);
  if (verdict.is_wellformed)
    {
      score = gw_engine_score_plan (problem, plan, NULL, NULL);
      g_assert_cmpint (gw_engine_score_compare (&score, &verdict.score), ==, 0);
    }
  gw_engine_verdict_clear (&verdict);
}

static void
check_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
read_problem (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  GwEngineOptions options = { .threads = 1, .steps = 5 };
  g_autoptr (GError) error = NULL;
  const GwEngineProblem *problem = gw_problem_json_read ((const char *) bytes, n_bytes, &error);
  GwEngineResult result = { 0 };
  GwEnginePlan *plan;

  if (problem == NULL)
    {
      check_sentence (error);
      return;
    }
  plan = gw_engine_solve (problem, &options, &result);
  g_assert_nonnull (plan);
  check_plan (problem, plan);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
  n_taken++;
}

static void
read_plan (const guint8 *bytes, gsize n_bytes, gpointer data)
{
  const GwEngineProblem *problem = data;
  g_autoptr (GError) error = NULL;
  GwEnginePlan *plan = gw_plan_json_read (problem, (const char *) bytes, n_bytes, &error);

  if (plan == NULL)
    check_sentence (error);
  else
    {
      check_plan (problem, plan);
      n_taken++;
    }
  gw_engine_plan_free (plan);
}

static void
fuzz_plans (void)
{
  const GwEngineProblem *problem = gw_problem_json_read (problems[0], strlen (problems[0]), NULL);

  g_assert_nonnull (problem);
  gw_fuzz_run (plans, G_N_ELEMENTS (plans), read_plan, (gpointer) problem);
  gw_engine_problem_unref (problem);
}

int
main (void)
{
  g_print ("TAP version 13\n1..2\n");
  gw_fuzz_run (problems, G_N_ELEMENTS (problems), read_problem, NULL);
  g_assert_cmpuint (n_taken, >, gw_fuzz_get_rounds () / 100);
  g_print ("ok 1 - problems, %u taken\n", n_taken);
  n_taken = 0;
  fuzz_plans ();
  g_assert_cmpuint (n_taken, >, gw_fuzz_get_rounds () / 100);
  g_print ("ok 2 - plans, %u taken\n", n_taken);
  return 0;
}
