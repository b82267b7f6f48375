/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-share.h.
 */
#include "gw-engine-share.h"

#include <stdlib.h>

#include "gw-engine-score.h"

/* A stream of random numbers that no chain has. */
#define STREAM 1000

static void
weigh (GwEngineShare *share, const GwEngineState *state)
{
  const GwEngineProblem *problem = share->problem;

  for (int32_t o = 0; o < problem->n_operations; o++)
    share->weight[problem->operation_island[o]] += state->freedom[o] == GW_ENGINE_FREE;
  for (int32_t s = 0; s < problem->n_shifts; s++)
    share->weight[problem->shift_island[s]] += state->can_change[s];
  for (int32_t i = 0; i < problem->n_islands; i++)
    {
      share->owner[i] = GW_ENGINE_NONE;
      if (share->weight[i] > 0)
        share->order[share->n_live++] = i;
    }
}

bool
gw_engine_share_init (GwEngineShare *share, const GwEngineChain *chain, int32_t n_chains,
                      uint64_t seed)
{
  const GwEngineProblem *problem = chain->state->problem;
  size_t n = (size_t) problem->n_islands + 1;

  *share = (GwEngineShare){ .problem = problem, .n_chains = n_chains };
  share->owner = calloc (n, sizeof *share->owner);
  share->weight = calloc (n, sizeof *share->weight);
  share->order = calloc (n, sizeof *share->order);
  share->plan = gw_engine_plan_copy (chain->best);
  share->pieces = gw_engine_plan_new (problem);
  share->base = gw_engine_plan_new (problem);
  if (!gw_engine_elite_init (&share->elite, problem) || share->owner == NULL ||
      share->weight == NULL || share->order == NULL || share->plan == NULL ||
      share->pieces == NULL || share->base == NULL)
    return false;
  gw_engine_random_init (&share->random, seed, STREAM);
  share->score = gw_engine_score_plan (problem, share->plan, NULL, NULL);
  if (!gw_engine_score_is_known (&share->score))
    return false;
  share->other_hard = share->score.hard - chain->best_score.hard;
  share->score = chain->best_score;
  weigh (share, chain->state);
  return true;
}

bool
gw_engine_share_is_possible (const GwEngineShare *share)
{
  return share->n_live >= share->n_chains;
}

void
gw_engine_share_deal (GwEngineShare *share)
{
  int32_t load[GW_ENGINE_TEAM_MAX] = { 0 };

  for (int32_t k = share->n_live - 1; k >= 0; k--)
    {
      int32_t other = gw_engine_random_below (&share->random, k + 1), island = share->order[other];
      int32_t least = 0;

      share->order[other] = share->order[k];
      share->order[k] = island;
      for (int32_t i = 1; i < share->n_chains; i++)
        if (load[i] < load[least])
          least = i;
      load[least] += share->weight[island];
      share->owner[island] = least;
    }
}

/* Remembers the best pieces that the chains have seen. */
static void
learn (GwEngineShare *share, const GwEngineChain *chains)
{
  for (int32_t i = 0; i < share->n_chains; i++)
    for (int32_t k = 0; k < share->n_live; k++)
      gw_engine_elite_learn (&share->elite, &chains[i].elite, share->problem, share->order[k]);
}

void
gw_engine_share_take (GwEngineShare *share, const GwEngineChain *chains, int32_t leader)
{
  gw_engine_plan_assign (share->plan, chains[leader].best);
  share->score = chains[leader].best_score;
  learn (share, chains);
}

static void
score (GwEngineShare *share)
{
  share->score = gw_engine_score_plan (share->problem, share->plan, NULL, NULL);
  share->has_failed |= !gw_engine_score_is_known (&share->score);
  share->score.hard -= share->other_hard;
}

/* Makes the plan of the pieces, all of them, or, when they are together too much for a colleague, the
 * base with those that are not, one after another. */
static void
put_together (GwEngineShare *share, int64_t hard)
{
  gw_engine_plan_assign (share->plan, share->pieces);
  score (share);
  if (share->score.hard <= hard)
    return;
  gw_engine_plan_assign (share->plan, share->base);
  for (int32_t k = 0; k < share->n_live && !share->has_failed; k++)
    {
      gw_engine_elite_copy (share->problem, share->order[k], share->pieces, share->plan);
      score (share);
      if (share->score.hard > hard)
        gw_engine_elite_copy (share->problem, share->order[k], share->base, share->plan);
    }
  score (share);
}

/* The chain whose plan is the best now. */
static const GwEngineChain *
find_first (const GwEngineChain *chains, int32_t n)
{
  const GwEngineChain *first = &chains[0];
  GwEngineScore least = gw_engine_chain_score (first);

  for (int32_t i = 1; i < n; i++)
    {
      GwEngineScore score_now = gw_engine_chain_score (&chains[i]);

      if (gw_engine_score_compare (&score_now, &least) >= 0)
        continue;
      first = &chains[i];
      least = score_now;
    }
  return first;
}

void
gw_engine_share_collect (GwEngineShare *share, const GwEngineChain *chains)
{
  gw_engine_state_get_plan (find_first (chains, share->n_chains)->state, share->base);
  gw_engine_plan_assign (share->pieces, share->base);
  for (int32_t i = 0; i < share->problem->n_islands; i++)
    if (share->owner[i] >= 0)
      gw_engine_elite_read (chains[share->owner[i]].state, i, share->pieces);
  put_together (share, share->score.hard);
}

void
gw_engine_share_gather (GwEngineShare *share)
{
  gw_engine_plan_assign (share->base, share->plan);
  gw_engine_plan_assign (share->pieces, share->plan);
  for (int32_t i = 0; i < share->problem->n_islands; i++)
    if (share->elite.medium[i] < INT64_MAX)
      gw_engine_elite_copy (share->problem, i, share->elite.plan, share->pieces);
  put_together (share, share->score.hard);
}

void
gw_engine_share_follow (const GwEngineShare *share, GwEngineChain *chain, int32_t number)
{
  gw_engine_chain_go_on (chain, share->plan);
  gw_engine_state_confine (chain->state, share->owner, number);
}

void
gw_engine_share_clear (GwEngineShare *share)
{
  gw_engine_elite_clear (&share->elite);
  free (share->owner);
  free (share->weight);
  free (share->order);
  gw_engine_plan_free (share->plan);
  gw_engine_plan_free (share->pieces);
  gw_engine_plan_free (share->base);
}
