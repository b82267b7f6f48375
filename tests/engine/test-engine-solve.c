/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Solving: repeatability, cancel, warm starts, budgets.
 */
#include <pthread.h>
#include <stdlib.h>

#include "gw-engine-score.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-sample-problem.h"
#include "gw-tap.h"

/* --- Repeating ------------------------------------------------------------------------------- */

static void
test_repeats (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);

  for (int threads = 1; threads <= 3; threads++)
    {
      GwEngineOptions options = { .threads = threads, .steps = 1500, .seed = 11 };
      GwEngineResult first_result, second_result;
      GwEnginePlan *first = gw_engine_solve (problem, &options, &first_result);
      GwEnginePlan *second = gw_engine_solve (problem, &options, &second_result);

      GW_CHECK (gw_engine_plan_equal (first, second));
      GW_CHECK_INT (first_result.evaluations, ==, second_result.evaluations);
      GW_CHECK_INT (first_result.steps_done, ==, 1500);
      gw_engine_plan_free (first);
      gw_engine_plan_free (second);
    }
  gw_engine_problem_unref (problem);
}

static void
test_seeds_differ (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);
  GwEngineOptions options = { .steps = 300, .seed = 1 };
  GwEngineResult result;
  GwEnginePlan *first = gw_engine_solve (problem, &options, &result), *second;

  options.seed = 2;
  second = gw_engine_solve (problem, &options, &result);
  GW_CHECK (!gw_engine_plan_equal (first, second));
  gw_engine_plan_free (first);
  gw_engine_plan_free (second);
  gw_engine_problem_unref (problem);
}

/* A clock that every look moves on. */
static double
tick (void *user_data)
{
  double *seconds = user_data;

  return *seconds += 0.01;
}

/* A clock that is slower the later it is: another program wants the processor too. */
static double
tick_slower (void *user_data)
{
  double *seconds = user_data;

  return *seconds += *seconds < 0.3 ? 0.01 : 0.04;
}

/* Searches for @options->seconds, and again for the steps that are reported: that is the same plan. */
static void
check_repeats (GwEngineOptions options, GwEngineResult *result)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 2);
  GwEnginePlan *first = gw_engine_solve (problem, &options, result), *second;
  GwEngineResult again;

  options.seconds = 0;
  options.progress = NULL;
  options.steps = result->steps_planned;
  options.stop_after = result->steps_done;
  options.replans = result->replans;
  options.n_replans = result->n_replans;
  second = gw_engine_solve (problem, &options, &again);
  GW_CHECK (gw_engine_plan_equal (first, second));
  GW_CHECK_INT (again.steps_done, ==, result->steps_done);
  GW_CHECK_INT (again.evaluations, ==, result->evaluations);
  gw_engine_plan_free (first);
  gw_engine_plan_free (second);
  gw_engine_problem_unref (problem);
}

static void
check_seconds (GwEngineClock clock, int32_t threads, int32_t replans)
{
  double time = 0;
  GwEngineOptions options = {
    .seconds = 2, .clock = clock, .clock_data = &time, .seed = 5, .threads = threads
  };
  GwEngineResult result;

  check_repeats (options, &result);
  GW_CHECK_INT (result.steps_planned, >, 0);
  GW_CHECK_INT (result.steps_done, >, 0);
  GW_CHECK_INT (result.n_replans, >=, replans);
}

static void
test_seconds (void)
{
  check_seconds (tick, 1, 0);
  check_seconds (tick_slower, 1, 1);
  check_seconds (tick_slower, 2, 1);
}

static void
check_stopped (int64_t after)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 2);
  GwEngineOptions options = { .steps = 4000, .stop_after = after, .seed = 5, .threads = 2 };
  GwEngineResult result;
  GwEnginePlan *first = gw_engine_solve (problem, &options, &result), *second;
  GwEngineScore score = gw_engine_score_plan (problem, first, NULL, NULL);

  GW_CHECK_INT (result.steps_done, ==, after);
  GW_CHECK_INT (gw_engine_score_compare (&result.score, &score), ==, 0);
  second = gw_engine_solve (problem, &options, &result);
  GW_CHECK (gw_engine_plan_equal (first, second));
  gw_engine_plan_free (first);
  gw_engine_plan_free (second);
  gw_engine_problem_unref (problem);
}

/* Stopped short by the clock, it is repeated by planning for the same and stopping there: while covering
 * comes first, at the end of that, and later. */
static void
test_stop_after (void)
{
  check_stopped (333);
  check_stopped (600);
  check_stopped (777);
}

/* A clock that says that time is up once progress has been told ten times. */
typedef struct
{
  double seconds;
  int n_told;
} Bell;

static double
tick_until_told (void *user_data)
{
  Bell *bell = user_data;

  return bell->seconds += bell->n_told < 10 ? 0.001 : 100;
}

static void
count_told (const GwEngineProgress *progress, void *user_data)
{
  (void) progress;
  ((Bell *) user_data)->n_told++;
}

/* Time was up while it still eased: how it eased and cooled must not depend on where it stopped. */
static void
test_stopped_early_repeats (void)
{
  for (int threads = 1; threads <= 2; threads++)
    {
      Bell bell = { 0, 0 };
      GwEngineOptions options = { .seconds = 2,
                                  .clock = tick_until_told,
                                  .clock_data = &bell,
                                  .progress = count_told,
                                  .progress_data = &bell,
                                  .seed = 5,
                                  .threads = threads };
      GwEngineResult result;

      check_repeats (options, &result);
      GW_CHECK_INT (bell.n_told, ==, 10);
      GW_CHECK_INT (result.steps_done, <, result.steps_planned);
    }
}

/* --- Cancel and progress --------------------------------------------------------------------- */

typedef struct
{
  atomic_int cancel;
  int n_told;
  GwEngineScore last;
  const GwEngineProblem *problem;
} Watch;

static void
watch (const GwEngineProgress *progress, void *user_data)
{
  Watch *self = user_data;
  GwEngineScore score = gw_engine_score_plan (self->problem, progress->best, NULL, NULL);

  GW_CHECK_INT (gw_engine_score_compare (&score, &progress->score), ==, 0);
  GW_CHECK_INT (progress->n_unplaced, ==, gw_engine_plan_count_unplaced (progress->best));
  if (self->n_told > 0)
    GW_CHECK_INT (gw_engine_score_compare (&progress->score, &self->last), <=, 0);
  self->last = progress->score;
  if (++self->n_told == 3)
    atomic_store (&self->cancel, 1);
}

static void
test_cancel (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);

  for (int threads = 1; threads <= 2; threads++)
    {
      Watch watcher = { .problem = problem };
      GwEngineOptions options = { .threads = threads,
                                  .steps = 20000,
                                  .cancel = &watcher.cancel,
                                  .progress = watch,
                                  .progress_data = &watcher };
      GwEngineResult result;
      GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);

      GW_CHECK (result.was_cancelled);
      GW_CHECK_INT (watcher.n_told, >=, 3);
      GW_CHECK_INT (watcher.n_told, <=, 4);
      GW_CHECK_INT (result.steps_done, <, 2000);
      GW_CHECK (plan != NULL);
      GW_CHECK_INT (gw_engine_score_compare (&result.score, &watcher.last), <=, 0);
      gw_engine_plan_free (plan);
    }
  gw_engine_problem_unref (problem);
}

/* Cancelled before it began: whatever can be had at once. */
static void
test_cancel_at_once (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);
  atomic_int cancel = 1;
  GwEngineOptions options = { .threads = 2, .steps = 1000000, .cancel = &cancel };
  GwEngineResult result;
  GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);

  GW_CHECK (plan != NULL);
  GW_CHECK (result.was_cancelled);
  GW_CHECK_INT (result.steps_done, ==, 0);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* A clock that cancels while the steps a second are measured, after a first plan was made. */
typedef struct
{
  double seconds;
  int n_looks;
  atomic_int cancel;
} Impatience;

static double
tick_and_cancel (void *user_data)
{
  Impatience *self = user_data;

  if (++self->n_looks == 4)
    atomic_store (&self->cancel, 1);
  return self->seconds += 0.001;
}

/* What the measuring found is not lost. */
static void
test_cancel_calibration (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 4);

  for (int threads = 1; threads <= 2; threads++)
    {
      Impatience impatience = { 0 };
      GwEngineOptions options = { .threads = threads,
                                  .seconds = 30,
                                  .clock = tick_and_cancel,
                                  .clock_data = &impatience,
                                  .cancel = &impatience.cancel };
      GwEngineOptions long_enough = { .steps = 1 };
      GwEngineResult result, first;
      GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);

      GW_CHECK (result.was_cancelled);
      GW_CHECK_INT (result.steps_done, ==, 0);
      gw_engine_plan_free (gw_engine_solve (problem, &long_enough, &first));
      GW_CHECK_INT (result.score.hard, <=, first.score.hard);
      GW_CHECK_INT (result.score.medium, <=, first.score.medium * 5 / 4);
      GW_CHECK_INT (gw_engine_plan_count_unplaced (plan), <, plan->n_operations / 2);
      gw_engine_plan_free (plan);
    }
  gw_engine_problem_unref (problem);
}

/* --- Warm starts ----------------------------------------------------------------------------- */

static void
test_warm_is_never_worse (void)
{
  for (uint64_t seed = 0; seed < 40; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 30, 8);
      GwEngineOptions options = { .steps = 300, .seed = seed };
      GwEngineResult cold, warm;
      GwEnginePlan *first = gw_engine_solve (problem, &options, &cold), *second;

      options.warm = first;
      options.steps = 20;
      options.seed = seed + 1;
      second = gw_engine_solve (problem, &options, &warm);
      GW_CHECK_INT (gw_engine_score_compare (&warm.score, &cold.score), <=, 0);
      gw_engine_plan_free (first);
      gw_engine_plan_free (second);
      gw_engine_problem_unref (problem);
    }
}

/* A warm start that breaks every rule gives a plan that breaks none. */
static void
test_warm_nonsense (void)
{
  GwEngineProblem *problem = gw_sample_week (4, 1, 0);
  GwEnginePlan *nonsense = gw_engine_plan_new (problem), *plan;
  GwEngineOptions options = { .steps = 200, .warm = nonsense };
  GwEngineResult result;
  GwEngineVerdict before, after;

  gw_engine_verify (problem, nonsense, &before);
  for (int32_t o = 0; o < nonsense->n_operations; o++)
    {
      nonsense->shift_of[o] = o * 7 % nonsense->n_shifts;
      nonsense->start_of[o] = o * 31 % 10000;
    }
  plan = gw_engine_solve (problem, &options, &result);
  gw_engine_verify (problem, plan, &after);
  GW_CHECK_INT (after.score.hard, ==, before.score.hard);
  GW_CHECK_INT (after.score.medium, <, before.score.medium);
  gw_engine_verdict_clear (&before);
  gw_engine_verdict_clear (&after);
  gw_engine_plan_free (nonsense);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* --- Edges ----------------------------------------------------------------------------------- */

static void
test_nothing_to_do (void)
{
  GwEngineBuilder *builder = gw_engine_builder_new (7, 0);
  GwEngineProblem *problem = gw_engine_builder_seal (builder, NULL);
  GwEngineOptions options = { .steps = 100, .threads = 2 };
  GwEngineResult result;
  GwEnginePlan *plan;

  GW_CHECK (problem != NULL);
  plan = gw_engine_solve (problem, &options, &result);
  GW_CHECK (plan != NULL);
  GW_CHECK_INT (result.score.hard + result.score.medium + result.score.soft, ==, 0);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
  gw_engine_builder_free (builder);
}

/* Visits but no shifts: everything stays uncovered, nothing falls over. */
static void
test_nobody_there (void)
{
  GwEngineBuilder *builder = gw_engine_builder_new (7, 0);
  GwEngineOperation op;
  GwEngineOptions options = { .steps = 100 };
  GwEngineResult result;
  GwEngineProblem *problem;
  GwEnginePlan *plan;

  gw_engine_operation_init (&op);
  op.priority = 3;
  gw_engine_builder_add_operation (builder, &op);
  gw_engine_builder_add_window (builder, 0, 500, 600, 550);
  problem = gw_engine_builder_seal (builder, NULL);
  plan = gw_engine_solve (problem, &options, &result);
  GW_CHECK_INT (result.score.medium, ==, 3);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
  gw_engine_builder_free (builder);
}

static void
test_faults (void)
{
  GwEngineBuilder *builder = gw_engine_builder_new (7, 0);
  GwEngineOperation op;
  GwEngineFault fault;
  GwEngineProblem *problem;

  gw_engine_operation_init (&op);
  op.person = 3;
  gw_engine_builder_add_operation (builder, &op);
  problem = gw_engine_builder_seal (builder, &fault);
  GW_CHECK (problem == NULL);
  GW_CHECK_INT (fault.status, ==, GW_ENGINE_BAD_INDEX);
  GW_CHECK_STR (fault.what, "operation");
  GW_CHECK_INT (fault.index, ==, 0);
  gw_engine_builder_free (builder);
}

int
main (void)
{
  gw_tap_run ("equal budgets give equal plans", test_repeats);
  gw_tap_run ("seeds differ", test_seeds_differ);
  gw_tap_run ("seconds are steps that can be repeated", test_seconds);
  gw_tap_run ("a search stopped short repeats", test_stop_after);
  gw_tap_run ("a search that ran out of time early repeats", test_stopped_early_repeats);
  gw_tap_run ("cancel keeps the best", test_cancel);
  gw_tap_run ("cancel before the beginning", test_cancel_at_once);
  gw_tap_run ("cancelled while steps are measured", test_cancel_calibration);
  gw_tap_run ("a warm start is never made worse", test_warm_is_never_worse);
  gw_tap_run ("a nonsensical warm start is mended", test_warm_nonsense);
  gw_tap_run ("nothing to do", test_nothing_to_do);
  gw_tap_run ("nobody there", test_nobody_there);
  gw_tap_run ("faults are named", test_faults);
  return gw_tap_done ();
}
