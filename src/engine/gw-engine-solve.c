/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search as a whole: budget, threads, exchange, progress. All chains stop at the same step
 * numbers and meet at a barrier; one thread (the caller's) then compares the chains, tells the
 * others what to do and reports progress; at a second barrier all go on. So the result depends on
 * the steps alone.
 */
#include "gw-engine-solve.h"

#include <pthread.h>
#include <stdlib.h>

#include "gw-engine-score.h"
#include "gw-engine-search.h"

#define MAX_THREADS 64
/* How often the chains meet; also how often progress is told. */
#define MEETINGS 100
/* From this meeting on, of each EXCHANGE_EVERY, the worse half follows the best. */
#define EXCHANGE_EVERY 10
/* The part of a budget of seconds that calibration may take, and its fewest steps. */
#define CALIBRATION_SHARE 0.04
#define CALIBRATION_STEPS 50
/* Seconds may be exceeded by so much before the search stops short of its steps. */
#define SECONDS_SLACK 1.02

typedef struct
{
  const GwEngineProblem *problem;
  const GwEngineOptions *options;
  int32_t n_threads;
  int64_t steps;     /* planned */
  int64_t last_step; /* where to stop */
  GwEngineChain chains[MAX_THREADS];
  pthread_barrier_t barrier;
  double deadline; /* or 0 */

  /* Threads wait here until all of them have come (1), or one could not be had (-1). */
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int gate; /* under mutex */

  /* Written by the first thread between the barriers, read by all after them. */
  bool is_over;
  bool was_cancelled;
  int32_t leader; /* chain to follow, or NONE */
  uint8_t follows[MAX_THREADS];
} Search;

typedef struct
{
  Search *search;
  int32_t number;
} Worker;

static int32_t
find_leader (const Search *search)
{
  int32_t leader = 0;

  for (int32_t i = 1; i < search->n_threads; i++)
    if (gw_engine_score_compare (&search->chains[i].best_score,
                                 &search->chains[leader].best_score) < 0)
      leader = i;
  return leader;
}

/* The worse half of the chains is to follow the leader. */
static void
plan_exchange (Search *search, int32_t leader)
{
  for (int32_t i = 0; i < search->n_threads; i++)
    {
      int32_t better = 0;

      for (int32_t k = 0; k < search->n_threads; k++)
        {
          int order = gw_engine_score_compare (&search->chains[k].best_score,
                                               &search->chains[i].best_score);

          better += order < 0 || (order == 0 && k < i);
        }
      search->follows[i] = i != leader && better >= (search->n_threads + 1) / 2;
    }
}

static void
tell_progress (const Search *search, int32_t leader, int64_t done)
{
  const GwEngineOptions *options = search->options;
  GwEngineProgress progress;

  if (options->progress == NULL)
    return;
  progress.steps_done = done;
  progress.steps_planned = search->steps;
  progress.best = search->chains[leader].best;
  progress.score = gw_engine_score_plan (search->problem, progress.best, NULL, NULL);
  progress.n_unplaced = gw_engine_plan_count_unplaced (progress.best);
  options->progress (&progress, options->progress_data);
}

/* Between the barriers, on the first thread. */
static void
confer (Search *search, int32_t meeting, int64_t done)
{
  const GwEngineOptions *options = search->options;
  int32_t leader = find_leader (search);

  search->was_cancelled = options->cancel != NULL && atomic_load (options->cancel) != 0;
  search->is_over = search->was_cancelled || done >= search->last_step;
  if (search->deadline > 0 && options->clock (options->clock_data) > search->deadline)
    search->is_over = true;
  search->leader = GW_ENGINE_NONE;
  if (meeting % EXCHANGE_EVERY == 0 && search->n_threads > 1)
    {
      search->leader = leader;
      plan_exchange (search, leader);
    }
  tell_progress (search, leader, done);
}

static int
wait_at_gate (Search *search)
{
  int gate;

  pthread_mutex_lock (&search->mutex);
  while (search->gate == 0)
    pthread_cond_wait (&search->changed, &search->mutex);
  gate = search->gate;
  pthread_mutex_unlock (&search->mutex);
  return gate;
}

static void
open_gate (Search *search, int gate)
{
  pthread_mutex_lock (&search->mutex);
  search->gate = gate;
  pthread_cond_broadcast (&search->changed);
  pthread_mutex_unlock (&search->mutex);
}

static void *
work (void *data)
{
  Worker *worker = data;
  Search *search = worker->search;
  GwEngineChain *chain = &search->chains[worker->number];

  if (wait_at_gate (search) < 0)
    return NULL;
  gw_engine_chain_prepare (chain, search->steps);
  for (int32_t meeting = 1;; meeting++)
    {
      /* The same numbers for every thread and every last_step, so that a search that was stopped
       * short can be repeated. */
      int64_t from = search->steps / MEETINGS * (meeting - 1) +
                     search->steps % MEETINGS * (meeting - 1) / MEETINGS;
      int64_t until = search->steps / MEETINGS * meeting +
                      search->steps % MEETINGS * meeting / MEETINGS;

      until = until > search->last_step ? search->last_step : until;
      gw_engine_chain_run (chain, until - from, search->options->cancel);
      pthread_barrier_wait (&search->barrier);
      if (worker->number == 0)
        confer (search, meeting, until);
      pthread_barrier_wait (&search->barrier);
      if (search->is_over)
        return NULL;
      if (search->leader >= 0 && search->follows[worker->number])
        gw_engine_chain_follow (chain, &search->chains[search->leader]);
      /* A leader must not go on while others read its best plan. */
      if (search->leader >= 0)
        pthread_barrier_wait (&search->barrier);
    }
}

/* Measures steps a second on a chain that is thrown away. */
static int64_t
calibrate (const GwEngineProblem *problem, const GwEngineOptions *options, int32_t n_threads)
{
  double begin = options->clock (options->clock_data), now = begin, rate;
  double stretch = options->seconds * CALIBRATION_SHARE;
  GwEngineChain chain;
  int64_t steps = 0;

  if (gw_engine_chain_init (&chain, problem, options, MAX_THREADS))
    {
      gw_engine_chain_prepare (&chain, CALIBRATION_STEPS);
      begin = now = options->clock (options->clock_data);
      while (steps == 0 || now - begin < stretch)
        {
          gw_engine_chain_run (&chain, CALIBRATION_STEPS, options->cancel);
          steps += CALIBRATION_STEPS;
          now = options->clock (options->clock_data);
          if (options->cancel != NULL && atomic_load (options->cancel) != 0)
            break;
        }
    }
  gw_engine_chain_clear (&chain);
  rate = (double) steps / (now - begin > 1e-6 ? now - begin : 1e-6);
  /* Threads share caches and memory. */
  rate *= n_threads > 1 ? 0.85 : 0.95;
  rate *= options->seconds * (1.0 - CALIBRATION_SHARE);
  return rate < 1.0 ? 1 : rate > 1e15 ? (int64_t) 1e15 : (int64_t) rate;
}

static bool
start_threads (Search *search, pthread_t *threads, Worker *workers)
{
  int32_t started = 1;

  for (int32_t i = 0; i < search->n_threads; i++)
    workers[i] = (Worker){ search, i };
  for (; started < search->n_threads; started++)
    if (pthread_create (&threads[started], NULL, work, &workers[started]) != 0)
      break;
  /* All or none: a thread that does not come would be waited for at the barrier. */
  open_gate (search, started == search->n_threads ? 1 : -1);
  work (&workers[0]);
  for (int32_t i = 1; i < started; i++)
    pthread_join (threads[i], NULL);
  return started == search->n_threads;
}

static int32_t
count_frozen (const GwEngineState *state)
{
  int32_t n = 0;

  for (int32_t s = 0; s < state->problem->n_shifts; s++)
    n += state->is_frozen[s];
  return n;
}

/* The best plan of all chains, or the warm start where nothing better was found. */
static GwEnginePlan *
choose_plan (const Search *search, GwEngineResult *result)
{
  const GwEnginePlan *warm = search->options->warm;
  const GwEngineChain *leader = &search->chains[find_leader (search)];
  const GwEnginePlan *best = leader->best;
  GwEngineScore score = gw_engine_score_plan (search->problem, best, NULL, NULL);

  if (warm != NULL)
    {
      GwEngineScore before = gw_engine_score_plan (search->problem, warm, NULL, NULL);

      if (gw_engine_score_compare (&before, &score) <= 0)
        {
          best = warm;
          score = before;
        }
    }
  result->score = score;
  result->was_cancelled = search->was_cancelled;
  result->n_frozen_shifts = count_frozen (search->chains[0].state);
  result->steps_done = search->chains[0].done;
  for (int32_t i = 0; i < search->n_threads; i++)
    result->evaluations += search->chains[i].state->n_evaluations;
  return gw_engine_plan_copy (best);
}

static GwEnginePlan *
run_search (Search *search, GwEngineResult *result)
{
  pthread_t threads[MAX_THREADS];
  Worker workers[MAX_THREADS];
  bool done = true;

  for (int32_t i = 0; i < search->n_threads && done; i++)
    done = gw_engine_chain_init (&search->chains[i], search->problem, search->options, i);
  if (!done || pthread_barrier_init (&search->barrier, NULL, (unsigned) search->n_threads) != 0)
    return NULL;
  pthread_mutex_init (&search->mutex, NULL);
  pthread_cond_init (&search->changed, NULL);
  done = start_threads (search, threads, workers);
  pthread_cond_destroy (&search->changed);
  pthread_mutex_destroy (&search->mutex);
  pthread_barrier_destroy (&search->barrier);
  return done ? choose_plan (search, result) : NULL;
}

GwEnginePlan *
gw_engine_solve (const GwEngineProblem *problem, const GwEngineOptions *options,
                 GwEngineResult *result)
{
  Search *search = calloc (1, sizeof *search);
  GwEnginePlan *plan = NULL;
  double begin = options->clock != NULL ? options->clock (options->clock_data) : 0;

  *result = (GwEngineResult){ 0 };
  if (search == NULL)
    return NULL;
  search->problem = problem;
  search->options = options;
  search->n_threads = options->threads < 1             ? 1
                      : options->threads > MAX_THREADS ? MAX_THREADS
                                                       : options->threads;
  search->steps = options->steps;
  if (search->steps <= 0 && options->clock != NULL && options->seconds > 0)
    {
      search->steps = calibrate (problem, options, search->n_threads);
      search->deadline = begin + options->seconds * SECONDS_SLACK;
    }
  if (search->steps < 1)
    search->steps = 1;
  search->last_step = search->steps;
  if (options->stop_after > 0 && options->stop_after < search->steps)
    search->last_step = options->stop_after;
  result->steps_planned = search->steps;
  plan = run_search (search, result);
  for (int32_t i = 0; i < search->n_threads; i++)
    gw_engine_chain_clear (&search->chains[i]);
  free (search);
  return plan;
}
