/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One plan, changed by several chains at the same time once they have covered what they can, each by
 * itself: the best pieces of all are put together, and each chain has islands of its own for a round.
 * Annealing accepts by differences, so chains that change different islands anneal as one would;
 * after a round their islands are put together, and dealt anew. What reaches over islands (who
 * holds a shift, how many faces a person sees) is as it was at the beginning of the round.
 */
#pragma once

#include "gw-engine-search.h"
#include "gw-engine-team.h"

/* Who changes what, and the plan that is shared. */
typedef struct
{
  const GwEngineProblem *problem;
  int32_t n_chains;
  int32_t *owner;  /* [island] chain, or GW_ENGINE_NONE: nothing in it may move */
  int32_t *weight; /* [island] operations and shifts that may change */
  int32_t *order;  /* [island] */
  int32_t n_live;  /* islands in which something may move */
  GwEngineRandom random;
  GwEngineElite elite;
  GwEnginePlan *plan;
  GwEngineScore score; /* of the plan; hard: of working weeks only */
  int64_t other_hard;  /* what pins break */
  GwEnginePlan *pieces, *base; /* scratch: what is put together, and what stays where that is too much */
  bool has_failed;     /* there was no memory to know the score: it must not go on */
} GwEngineShare;

/* Prepares @share for @n_chains chains like @chain, whose plan it takes. Returns false without
 * memory; clear it in any case. */
bool gw_engine_share_init (GwEngineShare *share, const GwEngineChain *chain, int32_t n_chains,
                           uint64_t seed);

/* Takes over the best plan of chain @leader of @chains, and the best pieces that any has seen. */
void gw_engine_share_take (GwEngineShare *share, const GwEngineChain *chains, int32_t leader);

/* Whether there is something for each chain to change. */
bool gw_engine_share_is_possible (const GwEngineShare *share);

/* Deals the islands anew. Not while chains run. */
void gw_engine_share_deal (GwEngineShare *share);

/* Puts together what the chains have made of their islands. When a colleague cannot work what they gave
 * out together, all that the chain with the best plan has changed counts, and of the others' islands those
 * that are not too much. */
void gw_engine_share_collect (GwEngineShare *share, const GwEngineChain *chains);

/* Puts the best pieces that any chain has seen into the plan, as far as colleagues can work them together.
 * Not while chains run. */
void gw_engine_share_gather (GwEngineShare *share);

/* Makes chain @number go on from the shared plan, in its own islands. For each chain on its own
 * thread. */
void gw_engine_share_follow (const GwEngineShare *share, GwEngineChain *chain, int32_t number);

/* Frees what @share holds. */
void gw_engine_share_clear (GwEngineShare *share);
