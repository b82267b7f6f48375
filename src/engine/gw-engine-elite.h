/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The best that was seen of each island: the least priority that was not covered in it, and how. What
 * is not covered in one island does not depend on the others, so the best pieces of plans that were
 * never seen together may be put together.
 */
#pragma once

#include "gw-engine-state.h"

/* Pieces of plans. */
typedef struct
{
  GwEnginePlan *plan;
  int64_t *medium; /* [island] of the piece, INT64_MAX when there is none */
} GwEngineElite;

/* Makes room. Returns false without memory; clear it in any case. */
bool gw_engine_elite_init (GwEngineElite *elite, const GwEngineProblem *problem);

/* Takes all of @state for the best. */
void gw_engine_elite_take (GwEngineElite *elite, const GwEngineState *state);

/* Looks at the islands that the present change of @state has touched. */
void gw_engine_elite_note (GwEngineElite *elite, const GwEngineState *state);

/* Copies what @from has of @island over what @elite has when it is better. */
void gw_engine_elite_learn (GwEngineElite *elite, const GwEngineElite *from,
                            const GwEngineProblem *problem, int32_t island);

/* Copies what @state has in @island into @to. */
void gw_engine_elite_read (const GwEngineState *state, int32_t island, GwEnginePlan *to);

/* Copies island @island of one plan into another. */
void gw_engine_elite_copy (const GwEngineProblem *problem, int32_t island, const GwEnginePlan *from,
                           GwEnginePlan *to);

/* Frees what @elite holds. */
void gw_engine_elite_clear (GwEngineElite *elite);
