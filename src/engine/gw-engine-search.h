/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One annealing trajectory: ruin, recreate, accept or take back. A chain belongs to one thread;
 * chains are compared and exchanged by gw-engine-solve.c between stretches of steps.
 */
#pragma once

#include "gw-engine-annealing.h"
#include "gw-engine-elite.h"

/* Steps between two looks at the cancel flag. */
#define GW_ENGINE_CANCEL_EVERY 16

/* One chain. */
typedef struct
{
  GwEngineState *state;
  GwEnginePlan *best;
  GwEngineScore best_score; /* hard: of working weeks only */
  GwEngineAnnealing annealing;
  int32_t *absences; /* [operation]: steps after which it was not covered */
  int64_t easing_steps;
  GwEngineElite elite; /* while it eases */
  int32_t hand_overs;  /* of 100 steps, where no least number is set */
  double mean_difference, last_temperature;
  int64_t done;
  /* This step. */
  int32_t hand_over_share; /* of 100 such steps change who holds a shift */
  int64_t absences_before; /* while it eases */
} GwEngineChain;

/* Makes chain number @number. Returns false without memory; clear it in any case. */
bool gw_engine_chain_init (GwEngineChain *chain, const GwEngineProblem *problem,
                           const GwEngineOptions *options, int32_t number);

/* Places what can be placed, and sets the temperature from sampled differences for @easing_steps
 * steps, in which what is hard to cover drives out what is easy, and travel counts for more than it costs;
 * 0: does not ease. */
void gw_engine_chain_prepare (GwEngineChain *chain, int64_t easing_steps);

/* Ends easing: it goes on from its best plan, and costs are right again. */
void gw_engine_chain_end_easing (GwEngineChain *chain);

/* Begins to anneal, within @steps steps. */
void gw_engine_chain_anneal (GwEngineChain *chain, int64_t steps);

/* Cools down within @steps steps from now on. */
void gw_engine_chain_replan (GwEngineChain *chain, int64_t steps);

/* Goes on from the best pieces that it has seen. */
void gw_engine_chain_gather (GwEngineChain *chain);

/* The score of its present plan; hard: of working weeks only. */
GwEngineScore gw_engine_chain_score (const GwEngineChain *chain);

/* Does @steps steps, or fewer once the search is cancelled. */
void gw_engine_chain_run (GwEngineChain *chain, int64_t steps);

/* Takes @plan as the best, which has @score. */
void gw_engine_chain_keep (GwEngineChain *chain, const GwEnginePlan *plan, GwEngineScore score);

/* Goes on from @plan, which came from chains of the same search. */
void gw_engine_chain_go_on (GwEngineChain *chain, const GwEnginePlan *plan);

/* Goes on from @other's best plan. */
void gw_engine_chain_follow (GwEngineChain *chain, const GwEngineChain *other);

/* Frees what the chain holds. */
void gw_engine_chain_clear (GwEngineChain *chain);
