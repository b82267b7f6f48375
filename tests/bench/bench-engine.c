/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures of the engine on weeks made up from a seed: a short search against a longer one in the
 * same run, speed, and how long questions take. `bench-engine [TEAMS [SHORT [LONG]]]`, seconds.
 */
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>

#include "gw-engine-price.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-sample-problem.h"

static double
now (void *user_data)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* Processor time of this thread, so that a busy machine does not count. */
static double
spent (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static GwEnginePlan *
solve (const GwEngineProblem *problem, double seconds, uint64_t seed, GwEngineResult *result)
{
  GwEngineOptions options = { .threads = 2, .seconds = seconds, .clock = now, .seed = seed };
  GwEnginePlan *plan = gw_engine_solve (problem, &options, result);
  GwEngineVerdict verdict;

  if (plan == NULL)
    exit (2);
  if (!gw_engine_verify (problem, plan, &verdict))
    say ("hard rules broken, says the verifier", (double) verdict.score.hard, 0, "");
  gw_engine_verdict_clear (&verdict);
  return plan;
}

static void
compare_budgets (const GwEngineProblem *problem, double brief, double lengthy)
{
  GwEngineResult result;
  double soft = 0, medium = 0;

  for (uint64_t seed = 1; seed <= 3; seed++)
    {
      gw_engine_plan_free (solve (problem, brief, seed, &result));
      soft += (double) result.score.soft / 3;
      medium += (double) result.score.medium / 3;
    }
  say ("evaluations a second, thousands", (double) result.evaluations / brief / 1000, -1, "k/s");
  say ("steps a second of each thread, thousands", (double) result.steps_done / brief / 1000, -1,
       "k/s");
  gw_engine_plan_free (solve (problem, lengthy, 9, &result));
  say ("unplaced priority, short search, three seeds", medium, (double) result.score.medium, "");
  say ("soft penalty, short search, per cent of the long one",
       100 * soft / (double) result.score.soft, 101, "%");
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* 400 places in one go, as a drag needs them, for many visits. */
static void
time_prices (const GwEngineProblem *problem)
{
  GwEngineResult result;
  GwEnginePlan *plan = solve (problem, 1, 1, &result);
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  const GwEngineWindow *windows = gw_engine_problem_get_windows (problem, NULL);
  double all[100], places[100];

  for (int i = 0; i < 100; i++)
    {
      int o = i * 37 % plan->n_operations;
      double begin = spent ();
      GwEnginePrice prices[5];

      for (int k = 0; k < 400; k++)
        gw_engine_price_place (pricer, o, k % plan->n_shifts, windows[o].open + k % 30, prices);
      all[i] = 1000 * (spent () - begin);
      begin = spent ();
      gw_engine_price_best_places (pricer, o, prices, 5);
      places[i] = 1000 * (spent () - begin);
    }
  qsort (all, 100, sizeof *all, compare_doubles);
  qsort (places, 100, sizeof *places, compare_doubles);
  say ("price of 400 places, p99", all[98], plan->n_operations > 700 ? 5 : 1, "ms");
  say ("five best places for a visit, p99", places[98], 16, "ms");
  gw_engine_pricer_free (pricer);
  gw_engine_plan_free (plan);
}

int
main (int argc, char **argv)
{
  int teams = argc > 1 ? atoi (argv[1]) : 1;
  double brief = argc > 2 ? atof (argv[2]) : teams > 1 ? 20 : 5;
  double lengthy = argc > 3 ? atof (argv[3]) : 12 * brief;
  GwEngineProblem *problem = gw_sample_week (1, teams, 2);
  int32_t n_operations, n_shifts;

  gw_engine_problem_get_operations (problem, &n_operations);
  gw_engine_problem_get_shifts (problem, &n_shifts);
  printf ("\nThe engine: %d operations, %d shifts, %.0f s against %.0f s, two threads\n",
          n_operations, n_shifts, brief, lengthy);
  time_prices (problem);
  compare_budgets (problem, brief, lengthy);
  gw_engine_problem_unref (problem);
  return missed > 0;
}
