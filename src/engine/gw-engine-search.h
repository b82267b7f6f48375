/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One annealing trajectory: ruin, recreate, accept or take back. A chain belongs to one thread;
 * chains are compared and exchanged by gw-engine-solve.c between stretches of steps.
 */
#pragma once

#include "gw-engine-annealing.h"
#include "gw-engine-state.h"

/* One chain. */
typedef struct
{
  GwEngineState *state;
  GwEnginePlan *best;
  GwEngineScore best_score; /* hard: of working weeks only */
  GwEngineAnnealing annealing;
  int32_t *absences; /* [operation]: steps after which it was not covered */
  int64_t easing_steps;
  int64_t done;
} GwEngineChain;

/* Makes chain number @number. Returns false without memory; clear it in any case. */
bool gw_engine_chain_init (GwEngineChain *chain, const GwEngineProblem *problem,
                           const GwEngineOptions *options, int32_t number);

/* Places what can be placed, and sets the temperature from sampled differences for a search of
 * @steps steps. */
void gw_engine_chain_prepare (GwEngineChain *chain, int64_t steps);

/* Does @steps steps, or fewer once *@cancel is not 0 (@cancel may be NULL). */
void gw_engine_chain_run (GwEngineChain *chain, int64_t steps, const atomic_int *cancel);

/* Goes on from @other's best plan. */
void gw_engine_chain_follow (GwEngineChain *chain, const GwEngineChain *other);

/* Frees what the chain holds. */
void gw_engine_chain_clear (GwEngineChain *chain);
