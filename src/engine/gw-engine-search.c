/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-search.h. The temperature falls geometrically from a share of the sampled mean
 * difference to a small part of it; the best plan is kept by level, not by the annealed sum.
 */
#include "gw-engine-search.h"

#include <stdlib.h>

#include "gw-engine-hand-over.h"
#include "gw-engine-recreate.h"
#include "gw-engine-ruin.h"

typedef GwEngineChain GwLnsChain;
#include "gw-engine-lns.h"

/* Steps that are sampled and taken back before the search. */
#define SAMPLES 100
/* First and last temperature as parts of the sampled mean difference: where islands are crowded it takes
 * more heat until something gives way (tests/bench/RESULTS.md). */
#define START_SHARE 0.4
#define END_SHARE 0.02
#define CROWDED_START_SHARE 1.0
#define CROWDED_END_SHARE 0.03
/* Last temperature while what is hard to cover drives out what is easy. */
#define EASED_SHARE 0.05
/* While covering comes first a minute of travel costs so many times what it does else: visits near each
 * other leave room for more (tests/bench/RESULTS.md). */
#define EASED_MINUTES 30
/* Below this one, as part of the mean difference, what is not covered hardly changes any more. */
#define SETTLED_SHARE 0.25
/* Of 100 changes so many begin near a visit that is not covered: while covering comes first, until
 * that has settled, and then. */
#define EASING_SEEDS 100
#define EARLY_SEEDS 50
#define LATE_SEEDS 10
/* Of 100 steps so many change who holds a shift where all shifts may change, fewer where fewer may, but
 * at least so many early and late when any may. */
#define HAND_OVERS 65
#define EARLY_HAND_OVERS 10
#define LATE_HAND_OVERS 2

GwEngineScore
gw_engine_chain_score (const GwEngineChain *chain)
{
  const GwEngineState *state = chain->state;

  return (GwEngineScore){ state->hard_of_colleagues, state->medium, state->soft };
}

/* While covering comes first soft is overrated, until gw_engine_chain_end_easing(). */
static void
keep_best (GwEngineChain *chain)
{
  GwEngineScore score = gw_engine_chain_score (chain);

  if (gw_engine_score_compare (&score, &chain->best_score) >= 0)
    return;
  chain->best_score = score;
  gw_engine_state_get_plan (chain->state, chain->best);
}

static inline int64_t
gw_lns_cost (const GwLnsChain *chain)
{
  return gw_engine_state_cost (chain->state);
}

/* Now and then what changes is who holds a shift. */
static inline bool
gw_lns_ruin (GwLnsChain *chain)
{
  GwEngineState *state = chain->state;

  if (state->n_changeable > 0 &&
      gw_engine_random_below (&state->random, 100) < chain->hand_over_share)
    return gw_engine_hand_over (state);
  return gw_engine_ruin (state);
}

static inline bool
gw_lns_recreate (GwLnsChain *chain, int32_t n_old)
{
  gw_engine_recreate (chain->state, n_old);
  return !chain->state->is_spoilt;
}

/* How often the visits that are not covered now were not covered before, times their priorities. */
static int64_t
sum_absences (const GwEngineChain *chain)
{
  const GwEngineState *state = chain->state;
  int64_t sum = 0;

  for (int32_t i = 0; i < state->n_absent; i++)
    {
      int32_t o = state->absent[i];

      if (!state->problem->operations[o].is_optional)
        sum += (int64_t) chain->absences[o] * state->problem->operations[o].priority;
    }
  return sum;
}

/* Whether visits that are hard to place have driven out others that are easier: what is not covered
 * now has been covered more often so far, and there is no more of it than before. */
static inline bool
gw_lns_eases (const GwLnsChain *chain)
{
  const GwEngineState *state = chain->state;

  return chain->done < chain->easing_steps && state->medium <= state->saved_medium &&
         sum_absences (chain) < chain->absences_before;
}

static void
count_absences (GwEngineChain *chain)
{
  const GwEngineState *state = chain->state;

  for (int32_t i = 0; i < state->n_absent; i++)
    chain->absences[state->absent[i]]++;
}

/* Sets where the change begins, how often it is who holds a shift, and when it is too dear. */
static inline void
gw_lns_begin (GwLnsChain *chain, int64_t limit)
{
  GwEngineState *state = chain->state;
  int32_t least = EARLY_HAND_OVERS;

  state->is_easing = chain->done < chain->easing_steps;
  state->limit = state->is_easing ? INT64_MAX : limit;
  state->absent_seeds = state->is_easing ? EASING_SEEDS : EARLY_SEEDS;
  if (state->is_easing)
    chain->absences_before = sum_absences (chain);
  else if (chain->annealing.temperature <= chain->mean_difference * SETTLED_SHARE)
    {
      state->absent_seeds = LATE_SEEDS;
      least = LATE_HAND_OVERS;
    }
  chain->hand_over_share = gw_engine_max (chain->hand_overs, least);
  gw_engine_state_begin (state);
}

static inline void
gw_lns_keep (GwLnsChain *chain)
{
  keep_best (chain);
  if (chain->state->is_easing)
    gw_engine_elite_note (&chain->elite, chain->state);
}

static inline void
gw_lns_undo (GwLnsChain *chain)
{
  gw_engine_state_undo (chain->state);
}

/* Once it does not ease any more nobody asks what was absent. */
static inline void
gw_lns_end (GwLnsChain *chain)
{
  if (chain->state->is_easing)
    count_absences (chain);
  chain->done++;
}

bool
gw_engine_chain_init (GwEngineChain *chain, const GwEngineProblem *problem,
                      const GwEngineOptions *options, int32_t number)
{
  *chain = (GwEngineChain){ .annealing = { 0, 1.0 } };
  chain->state = gw_engine_state_new (problem, options->scope, options->warm);
  chain->best = gw_engine_plan_new (problem);
  chain->absences = calloc ((size_t) problem->n_operations + 1, sizeof *chain->absences);
  if (!gw_engine_elite_init (&chain->elite, problem) || chain->state == NULL ||
      chain->best == NULL || chain->absences == NULL)
    return false;
  chain->state->cancel = options->cancel;
  gw_engine_random_init (&chain->state->random, options->seed, (uint64_t) number);
  chain->best_score = gw_engine_chain_score (chain);
  gw_engine_state_get_plan (chain->state, chain->best);
  return true;
}

/* The mean size of the differences that steps make, without unplaced visits. */
static double
sample (GwEngineChain *chain)
{
  GwEngineState *state = chain->state;
  double sum = 0;
  int n = 0;

  chain->hand_over_share = EARLY_HAND_OVERS;
  for (int i = 0; i < SAMPLES && !gw_engine_state_is_cancelled (state); i++)
    {
      int64_t soft = state->soft;

      gw_engine_state_begin (state);
      if (gw_lns_change (chain) && state->soft != soft)
        {
          sum += (double) llabs (state->soft - soft);
          n++;
        }
      gw_engine_state_undo (state);
    }
  return n > 0 ? sum / n : 1.0;
}

/* How many of 100 steps change who holds a shift. */
static int32_t
share_of_hand_overs (const GwEngineState *state)
{
  int32_t n = 0;

  for (int32_t s = 0; s < state->problem->n_shifts; s++)
    n += state->can_take[s] || state->can_change[s];
  return n > 0 ? (int32_t) ((int64_t) HAND_OVERS * state->n_changeable / n) : 0;
}

static bool
is_crowded (const GwEngineChain *chain)
{
  return chain->state->problem->crowd > GW_ENGINE_CROWD;
}

static double
start_share (const GwEngineChain *chain)
{
  return is_crowded (chain) ? CROWDED_START_SHARE : START_SHARE;
}

static void
begin_easing (GwEngineChain *chain, int64_t steps)
{
  double mean;

  chain->easing_steps = steps;
  chain->state->timer.minute_weight *= EASED_MINUTES;
  gw_engine_state_set_plan (chain->state, chain->best);
  mean = sample (chain);
  gw_engine_annealing_init (&chain->annealing, mean * start_share (chain), mean * EASED_SHARE,
                            steps);
}

void
gw_engine_chain_end_easing (GwEngineChain *chain)
{
  GwEngineState *state = chain->state;

  if (chain->easing_steps == 0)
    return;
  chain->easing_steps = 0;
  state->timer.minute_weight = state->problem->settings.weight[GW_ENGINE_RULE_MINUTES];
  gw_engine_state_set_plan (state, chain->best);
  chain->best_score = gw_engine_chain_score (chain);
}

void
gw_engine_chain_prepare (GwEngineChain *chain, int64_t easing_steps)
{
  GwEngineState *state = chain->state;

  if (state->problem->n_operations == 0)
    return;
  state->limit = INT64_MAX;
  gw_engine_state_begin (state);
  gw_engine_recreate (state, 0);
  if (state->is_spoilt)
    gw_engine_state_undo (state);
  keep_best (chain);
  gw_engine_elite_take (&chain->elite, state);
  chain->mean_difference = sample (chain);
  chain->hand_overs = share_of_hand_overs (state);
  if (easing_steps > 0)
    begin_easing (chain, easing_steps);
}

void
gw_engine_chain_anneal (GwEngineChain *chain, int64_t steps)
{
  chain->last_temperature = chain->mean_difference *
                            (is_crowded (chain) ? CROWDED_END_SHARE : END_SHARE);
  gw_engine_annealing_init (&chain->annealing, chain->mean_difference * start_share (chain),
                            chain->last_temperature, steps);
}

void
gw_engine_chain_replan (GwEngineChain *chain, int64_t steps)
{
  gw_engine_annealing_init (&chain->annealing, chain->annealing.temperature,
                            chain->last_temperature, steps);
}

void
gw_engine_chain_gather (GwEngineChain *chain)
{
  gw_engine_state_set_plan (chain->state, chain->elite.plan);
  if (chain->state->hard_of_colleagues > chain->best_score.hard)
    gw_engine_state_set_plan (chain->state, chain->best);
  keep_best (chain);
}

void
gw_engine_chain_run (GwEngineChain *chain, int64_t steps)
{
  if (chain->state->problem->n_operations == 0)
    chain->done += steps;
  else
    gw_lns_run (chain, steps, chain->state->cancel, GW_ENGINE_CANCEL_EVERY);
}

void
gw_engine_chain_keep (GwEngineChain *chain, const GwEnginePlan *plan, GwEngineScore score)
{
  gw_engine_plan_assign (chain->best, plan);
  chain->best_score = score;
}

void
gw_engine_chain_go_on (GwEngineChain *chain, const GwEnginePlan *plan)
{
  gw_engine_state_set_plan (chain->state, plan);
  keep_best (chain);
}

void
gw_engine_chain_follow (GwEngineChain *chain, const GwEngineChain *other)
{
  gw_engine_state_set_plan (chain->state, other->best);
  chain->best_score = other->best_score;
  gw_engine_plan_assign (chain->best, other->best);
}

void
gw_engine_chain_clear (GwEngineChain *chain)
{
  gw_engine_state_free (chain->state);
  gw_engine_plan_free (chain->best);
  gw_engine_elite_clear (&chain->elite);
  free (chain->absences);
}
