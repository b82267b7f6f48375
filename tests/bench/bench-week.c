/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How near a short search comes to a long one, how soon a cancel is heard, and how speed falls as
 * weeks grow:
 *
 *     bench-week budgets TEAMS SHORT LONG LIMIT [WEEK…]   seconds, per cent
 *     bench-week cancel TEAMS MOMENTS
 *     bench-week growth
 *
 * So that a busy machine says the same, seconds are steps here: as many as two threads make in one
 * on an idle machine of two cores. With GW_BENCH_FULL they are seconds, and the long
 * search takes ten minutes. Tuned on other weeks than those measured.
 */
#include "canceller.h"
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "gw-engine-random.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-sample-problem.h"

static double
now (void *user_data)
{
  return read_clock (CLOCK_MONOTONIC);
}

static double
megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* Steps that each of two threads makes in a second. */
static double
steps_a_second (int teams)
{
  return teams == 1 ? 65000 : teams <= 4 ? 26000 : 8000;
}

/* --- Budgets --------------------------------------------------------------------------------- */

static GwEngineScore
solve (const GwEngineProblem *problem, int teams, double seconds, uint64_t seed)
{
  GwEngineOptions options = { .threads = 2, .seed = seed, .clock = now };
  GwEngineResult result;
  GwEngineVerdict verdict;
  GwEnginePlan *plan;

  if (getenv ("GW_BENCH_FULL") != NULL)
    options.seconds = seconds;
  else
    options.steps = (int64_t) (seconds * steps_a_second (teams));
  plan = gw_engine_solve (problem, &options, &result);
  if (plan == NULL)
    exit (2);
  if (!gw_engine_verify (problem, plan, &verdict))
    say ("hard rules broken, says the verifier", (double) verdict.score.hard, 0, "");
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (plan);
  return result.score;
}

/* Three seeds of the short search against one of the long. Soft penalties are compared as they are
 * when both leave the same uncovered; who covers less has it easier with the wishes. */
static void
compare (int teams, double brief, double lengthy, double limit, uint64_t week)
{
  GwEngineProblem *problem = gw_sample_week (week, teams, 2);
  GwEngineScore long_one, score;
  double soft = 0, medium = 0;
  char name[80];

  for (uint64_t seed = 1; seed <= 3; seed++)
    {
      score = solve (problem, teams, brief, seed);
      soft += (double) score.soft / 3;
      medium += (double) score.medium / 3;
    }
  snprintf (name, sizeof name, "memory while searching, %d teams", teams);
  say (name, megabytes (), teams > 4 ? 300 : -1, "MB");
  long_one = solve (problem, teams, lengthy, 9);
  snprintf (name, sizeof name, "week %d: unplaced priority, %.0f s against %.0f s", (int) week,
            brief, lengthy);
  say (name, medium, (double) long_one.medium, "");
  snprintf (name, sizeof name, "week %d: soft penalty, %% of the long one (%lld)", (int) week,
            (long long) long_one.soft);
  say (name, 100 * soft / (double) long_one.soft, 100 + limit, "%");
  gw_engine_problem_unref (problem);
}

static int
run_budgets (int argc, char **argv)
{
  int teams = atoi (argv[2]);
  double brief = atof (argv[3]), lengthy = atof (argv[4]), limit = atof (argv[5]);

  if (getenv ("GW_BENCH_FULL") != NULL)
    lengthy = 600;
  printf ("\nA week of %d teams, two threads\n", teams);
  for (int i = 6; i < argc; i++)
    compare (teams, brief, lengthy, limit, strtoull (argv[i], NULL, 10));
  return missed > 0;
}

/* --- Cancel ---------------------------------------------------------------------------------- */

/* Seconds from a cancel @after the beginning to the answer. */
static double
time_cancel (const GwEngineProblem *problem, double after)
{
  Canceller canceller;
  GwEngineOptions options = { .threads = 2, .steps = 1000000000, .cancel = &canceller.cancel };
  GwEngineResult result;

  canceller_start (&canceller, after);
  gw_engine_plan_free (gw_engine_solve (problem, &options, &result));
  return canceller_stop (&canceller);
}

static int
run_cancel (int teams, int moments)
{
  GwEngineProblem *problem = gw_sample_week (1, teams, 2);
  double *seconds = calloc ((size_t) moments, sizeof *seconds);
  GwEngineRandom random;

  gw_engine_random_init (&random, 1, 0);
  for (int i = 0; i < moments; i++)
    /* Half of them in the first 200 ms, in which it prepares. */
    seconds[i] = time_cancel (problem, gw_engine_random_below (&random, i % 2 ? 200 : 1500) * 1e-3);
  qsort (seconds, (size_t) moments, sizeof *seconds, compare_doubles);
  printf ("\nCancel, %d teams, two threads, %d moments\n", teams, moments);
  say ("cancel to answer, median", 1000 * seconds[moments / 2], -1, "ms");
  say ("cancel to answer, longest", 1000 * seconds[moments - 1], 50, "ms");
  free (seconds);
  gw_engine_problem_unref (problem);
  return missed > 0;
}

/* --- Growth ---------------------------------------------------------------------------------- */

static void
time_steps (const char *name, const GwEngineProblem *problem)
{
  GwEngineOptions options = { .steps = 30000, .seed = 1 };
  GwEngineResult result;
  double begin = read_clock (CLOCK_PROCESS_CPUTIME_ID), spent;
  int32_t n_operations, n_shifts;

  gw_engine_problem_get_operations (problem, &n_operations);
  gw_engine_problem_get_shifts (problem, &n_shifts);
  gw_engine_plan_free (gw_engine_solve (problem, &options, &result));
  spent = read_clock (CLOCK_PROCESS_CPUTIME_ID) - begin;
  printf ("%-16s %6d x %-5d %10.0f %12.0f\n", name, n_operations, n_shifts,
          (double) result.steps_done / spent, (double) result.evaluations / spent);
  fflush (stdout);
}

static int
run_growth (void)
{
  static const int teams[] = { 1, 2, 4, 8, 12, 16 };

  printf ("\nA second of processor time, one thread, 30,000 steps\n%-16s %-14s %10s %12s\n", "week",
          "  visits, shifts", "steps", "evaluations");
  for (size_t i = 0; i < sizeof teams / sizeof *teams; i++)
    {
      GwEngineProblem *problem = gw_sample_week (1, teams[i], 2);
      char name[32];

      snprintf (name, sizeof name, "%d team%s", teams[i], teams[i] > 1 ? "s" : "");
      time_steps (name, problem);
      gw_engine_problem_unref (problem);
    }
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc > 6 && strcmp (argv[1], "budgets") == 0)
    return run_budgets (argc, argv);
  if (argc == 4 && strcmp (argv[1], "cancel") == 0)
    return run_cancel (atoi (argv[2]), atoi (argv[3]));
  if (argc == 2 && strcmp (argv[1], "growth") == 0)
    return run_growth ();
  fprintf (stderr, "bench-week budgets|cancel|growth …\n");
  return 2;
}
