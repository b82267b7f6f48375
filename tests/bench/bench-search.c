/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a number of steps is worth, over several seeds, and how many there are in a second of
 * processor time: `bench-search [TEAMS [STEPS [SEEDS [THREADS]]]]`. For tests/bench/RESULTS.md.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "gw-engine-solve.h"
#include "gw-sample-problem.h"

/* Processor time of all threads. */
static double
spent (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

int
main (int argc, char **argv)
{
  int teams = argc > 1 ? atoi (argv[1]) : 1, n_seeds = argc > 3 ? atoi (argv[3]) : 5;
  GwEngineOptions options = { .steps = argc > 2 ? atoll (argv[2]) : 10000,
                              .threads = argc > 4 ? atoi (argv[4]) : 1 };
  GwEngineProblem *problem = gw_sample_week (1, teams, 2);
  double medium = 0, soft = 0, seconds = 0, evaluations = 0;

  for (int seed = 1; seed <= n_seeds; seed++)
    {
      double begin = spent ();
      GwEngineResult result;

      options.seed = (uint64_t) seed;
      gw_engine_plan_free (gw_engine_solve (problem, &options, &result));
      seconds += spent () - begin;
      medium += (double) result.score.medium / n_seeds;
      soft += (double) result.score.soft / n_seeds;
      evaluations += (double) result.evaluations;
      printf ("# seed %d: %lld medium, %lld soft\n", seed, (long long) result.score.medium,
              (long long) result.score.soft);
    }
  printf (
      "%d teams, %lld steps: medium %.1f, soft %.0f; %.0f steps and %.0f evaluations a second\n",
      teams, (long long) options.steps, medium, soft,
      (double) options.steps * options.threads * n_seeds / seconds, evaluations / seconds);
  gw_engine_problem_unref (problem);
  return 0;
}
