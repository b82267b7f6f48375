/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding places: the best slot for one operation, and the best pair of slots with a common start
 * for the two halves of a visit. Positions whose earliest and latest starts rule them out, or
 * whose cost cannot beat the best so far, are passed over in constant time; only the others are
 * timed.
 */
#pragma once

#include "gw-engine-state.h"

/* A slot that an operation could take, judged by the hints of the run. */
typedef struct GwEngineSpot
{
  int32_t shift, slot;
  int32_t earliest, latest;
  int64_t cost; /* without what time costs */
} GwEngineSpot;

/* Takes the memory that this module needs from the state's arena. */
void gw_engine_insert_allocate (GwEngineState *state);

/* Inserts the absent free operations of @unit where it costs least, all or none. Positions are
 * overlooked with probability @blink / 1024. Optional visits are only placed when that is worth
 * more than leaving them out. Returns whether they are placed. */
bool gw_engine_insert_unit (GwEngineState *state, int32_t unit, int32_t blink);

/* Whether @operation may be put into shift @s by its present holder: scope, who, capacity. */
bool gw_engine_insert_may_enter (const GwEngineState *state, int32_t operation, int32_t s);
