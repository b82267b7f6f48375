/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The search as a whole: budget, threads, exchange, progress. All chains stop at the same step
 * numbers and meet; there the chains are compared, some follow the best, and progress is told. So
 * the result depends on the steps alone.
 */
#include "gw-engine-solve.h"

#include <stdlib.h>
#include <string.h>

#include "gw-engine-budget.h"
#include "gw-engine-retime.h"
#include "gw-engine-score.h"
#include "gw-engine-search.h"
#include "gw-engine-share.h"
#include "gw-engine-team.h"

/* How often the chains meet; also how often progress is told. */
#define MEETINGS 100
/* Until this meeting what is hard to cover drives out what is easy; from then on it anneals. Crowded
 * islands need longer until nothing more is covered (tests/bench/RESULTS.md). */
#define EASING_ROUNDS 15
#define CROWDED_ROUNDS 25
/* Every so many meetings the worse half follows the best. */
#define EXCHANGE_EVERY 10
/* The part of a budget of seconds that calibration may take, and its fewest steps. */
#define CALIBRATION_SHARE 0.04
#define CALIBRATION_STEPS 50
/* What the rate is cut by, alone and where threads share caches and memory: rather too few steps are
 * planned than too many, since what is left over is planned anew (see replan()). */
#define ALONE 0.95
#define TOGETHER 0.85
/* It measures at a heat that falls so slowly. */
#define CALIBRATION_COOLING 5000

typedef struct
{
  const GwEngineProblem *problem;
  const GwEngineOptions *options;
  int32_t n_threads;
  GwEngineBudget budget;
  GwEngineChain chains[GW_ENGINE_TEAM_MAX];
  /* The best of the calibration, for who cancels before there is a better one. */
  GwEnginePlan *tried;
  GwEngineShare share;
  bool is_shared; /* the chains work on one plan once they have covered what they can */
  int32_t easing_rounds;
  /* Since it was planned last. */
  int64_t first_step;
  int32_t first_round;
  int32_t n_looks;
  bool was_cancelled;
} Search;

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

/* The worse half of the chains follows the leader. */
static void
exchange (Search *search, int32_t leader)
{
  int32_t better[GW_ENGINE_TEAM_MAX] = { 0 };

  for (int32_t i = 0; i < search->n_threads; i++)
    for (int32_t k = 0; k < search->n_threads; k++)
      {
        int order = gw_engine_score_compare (&search->chains[k].best_score,
                                             &search->chains[i].best_score);

        better[i] += order < 0 || (order == 0 && k < i);
      }
  for (int32_t i = 0; i < search->n_threads; i++)
    if (i != leader && better[i] >= (search->n_threads + 1) / 2)
      gw_engine_chain_follow (&search->chains[i], &search->chains[leader]);
}

static void
tell_progress (const Search *search, int32_t leader, int64_t done)
{
  const GwEngineOptions *options = search->options;
  GwEngineProgress progress;

  if (options->progress == NULL)
    return;
  progress.steps_done = done;
  progress.steps_planned = search->budget.steps;
  progress.best = search->chains[leader].best;
  progress.score = gw_engine_score_plan (search->problem, progress.best, NULL, NULL);
  if (!gw_engine_score_is_known (&progress.score))
    return;
  progress.n_unplaced = gw_engine_plan_count_unplaced (progress.best);
  options->progress (&progress, options->progress_data);
}

/* The step at which round @round is planned to end, wherever the search stops: what a search does
 * must not depend on that, or one that was stopped short could not be repeated. */
static int64_t
plan_of_round (const Search *search, int32_t round)
{
  int64_t n = round + 1 - search->first_round, n_all = MEETINGS - search->first_round;
  int64_t rest = search->budget.steps - search->first_step;

  if (round + 1 >= MEETINGS)
    return search->budget.steps;
  return search->first_step + rest / n_all * n + rest % n_all * n / n_all;
}

/* The step at which round @round ends: the same for every thread. */
static int64_t
end_of_round (const Search *search, int32_t round)
{
  int64_t until = plan_of_round (search, round);

  return until > search->budget.last_step ? search->budget.last_step : until;
}

/* Plans the rest anew at some meetings. Where there are fewer steps than rounds, several end with the
 * same step. */
static void
replan (Search *search, int32_t round, int64_t done)
{
  /* Not while they ease: the heat of that is planned once. */
  static const int32_t rounds[GW_ENGINE_REPLANS] = { CROWDED_ROUNDS, 50, 70, 85 };
  _Static_assert(EASING_ROUNDS <= CROWDED_ROUNDS && CROWDED_ROUNDS < 50, "in order");

  if (round + 1 != rounds[search->n_looks])
    return;
  search->n_looks += search->n_looks < GW_ENGINE_REPLANS - 1;
  if (!gw_engine_budget_replan (&search->budget, done, true))
    return;
  search->first_step = done;
  search->first_round = round + 1;
}

/* What the chains do with one plan between two rounds, from the last in which they ease on: until then
 * each works on the whole plan by itself. Often a single crowded island is all there is to do, and luck
 * decides. */
static void
share (Search *search, int32_t round, int32_t leader)
{
  GwEngineChain *best = &search->chains[leader];

  if (round + 1 == search->easing_rounds)
    {
      gw_engine_share_take (&search->share, search->chains, leader);
      gw_engine_share_gather (&search->share);
    }
  else
    gw_engine_share_collect (&search->share, search->chains);
  if (gw_engine_score_compare (&search->share.score, &best->best_score) < 0)
    gw_engine_chain_keep (best, search->share.plan, search->share.score);
  gw_engine_share_deal (&search->share);
}

static bool
confer (void *data, int32_t round)
{
  Search *search = data;
  int32_t leader = find_leader (search);
  int64_t done = end_of_round (search, round);

  if (search->is_shared && round + 1 >= search->easing_rounds)
    share (search, round, leader);
  if (search->share.has_failed)
    return false;
  search->was_cancelled = gw_engine_budget_is_cancelled (&search->budget);
  tell_progress (search, leader, done);
  if (search->was_cancelled || gw_engine_budget_is_over (&search->budget, done))
    return false;
  replan (search, round, done);
  if (!search->is_shared && (round + 1) % EXCHANGE_EVERY == 0 && search->n_threads > 1)
    exchange (search, leader);
  return true;
}

static void
work (void *data, int32_t number, int32_t round)
{
  Search *search = data;
  GwEngineChain *chain = &search->chains[number];
  int64_t from = chain->done;

  if (round == search->easing_rounds)
    gw_engine_chain_end_easing (chain);
  if (round == 0)
    gw_engine_chain_prepare (chain, plan_of_round (search, search->easing_rounds - 1));
  else if (search->is_shared && round >= search->easing_rounds)
    gw_engine_share_follow (&search->share, chain, number);
  else if (round == search->easing_rounds)
    gw_engine_chain_gather (chain);
  if (round == search->easing_rounds)
    gw_engine_chain_anneal (chain, search->budget.steps - from);
  else if (round > 0 && round == search->first_round)
    gw_engine_chain_replan (chain, search->budget.steps - from);
  gw_engine_chain_run (chain, end_of_round (search, round) - from);
}

static void
run_chain (void *chain, int64_t steps)
{
  gw_engine_chain_run (chain, steps);
}

/* Measures the steps that the seconds are worth, on a chain that is thrown away but for its plan. */
static int64_t
calibrate (Search *search)
{
  double share = (search->n_threads > 1 ? TOGETHER : ALONE) * (1.0 - CALIBRATION_SHARE), rate = 0;
  double stretch = search->options->seconds * CALIBRATION_SHARE;
  GwEngineChain chain;

  if (gw_engine_chain_init (&chain, search->problem, search->options, GW_ENGINE_TEAM_MAX))
    {
      gw_engine_chain_prepare (&chain, 0);
      gw_engine_chain_anneal (&chain, CALIBRATION_COOLING);
      rate = gw_engine_budget_measure (&search->budget, 0, stretch, CALIBRATION_STEPS, run_chain,
                                       &chain);
      search->tried = gw_engine_plan_copy (chain.best);
    }
  gw_engine_chain_clear (&chain);
  return gw_engine_budget_count_steps (&search->budget, rate, share);
}

static int32_t
count_frozen (const GwEngineState *state)
{
  int32_t n = 0;

  for (int32_t s = 0; s < state->problem->n_shifts; s++)
    n += state->is_frozen[s];
  return n;
}

/* The best plan of all chains, at the best times that its runs can have. */
static const GwEnginePlan *
retime_best (Search *search)
{
  GwEngineChain *leader = &search->chains[find_leader (search)];

  gw_engine_chain_end_easing (leader);
  gw_engine_state_set_plan (leader->state, leader->best);
  gw_engine_retime (leader->state);
  gw_engine_state_get_plan (leader->state, leader->best);
  return leader->best;
}

/* Takes @plan for the best when it is better; returns false without memory. */
static bool
prefer (const GwEngineProblem *problem, const GwEnginePlan *plan, const GwEnginePlan **best,
        GwEngineScore *best_score)
{
  GwEngineScore score = gw_engine_score_plan (problem, plan, NULL, NULL);

  if (!gw_engine_score_is_known (&score))
    return false;
  if (gw_engine_score_compare (&score, best_score) > 0)
    return true;
  *best = plan;
  *best_score = score;
  return true;
}

/* The best plan of all chains, or the warm start where nothing better was found; NULL without
 * memory. */
static GwEnginePlan *
choose_plan (Search *search, GwEngineResult *result)
{
  const GwEnginePlan *warm = search->options->warm, *best = retime_best (search);
  GwEngineScore score = gw_engine_score_plan (search->problem, best, NULL, NULL);

  if (search->share.has_failed || !gw_engine_score_is_known (&score))
    return NULL;
  if (search->was_cancelled && search->tried != NULL &&
      !prefer (search->problem, search->tried, &best, &score))
    return NULL;
  if (warm != NULL && !prefer (search->problem, warm, &best, &score))
    return NULL;
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
  GwEngineTeam team = { search->n_threads, work, confer, search };

  for (int32_t i = 0; i < search->n_threads; i++)
    if (!gw_engine_chain_init (&search->chains[i], search->problem, search->options, i))
      return NULL;
  if (!gw_engine_share_init (&search->share, &search->chains[0], search->n_threads,
                             search->options->seed))
    return NULL;
  search->is_shared = gw_engine_share_is_possible (&search->share);
  return gw_engine_team_run (&team) ? choose_plan (search, result) : NULL;
}

GwEnginePlan *
gw_engine_solve (const GwEngineProblem *problem, const GwEngineOptions *options,
                 GwEngineResult *result)
{
  const GwEngineTerms terms = GW_ENGINE_TERMS_OF (options);
  Search *search = calloc (1, sizeof *search);
  GwEnginePlan *plan = NULL;

  *result = (GwEngineResult){ 0 };
  if (search == NULL)
    return NULL;
  search->problem = problem;
  search->options = options;
  search->n_threads = gw_engine_team_size (options->threads);
  search->easing_rounds = problem->crowd > GW_ENGINE_CROWD ? CROWDED_ROUNDS : EASING_ROUNDS;
  gw_engine_budget_begin (&search->budget, &terms);
  gw_engine_budget_plan (&search->budget,
                         search->budget.has_seconds ? calibrate (search) : options->steps);
  result->steps_planned = search->budget.steps;
  plan = run_search (search, result);
  result->n_replans = search->budget.n_replans;
  memcpy (result->replans, search->budget.replans, sizeof result->replans);
  for (int32_t i = 0; i < search->n_threads; i++)
    gw_engine_chain_clear (&search->chains[i]);
  gw_engine_share_clear (&search->share);
  gw_engine_plan_free (search->tried);
  free (search);
  return plan;
}
