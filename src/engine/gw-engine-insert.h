/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding places: the best slot for one operation, and the best pair of slots with a common start
 * for the two halves of a visit. Only spots that could be better than the best so far are timed.
 */
#pragma once

#include "gw-engine-state.h"

/* Takes the memory that this module needs from the state's arena. */
void gw_engine_insert_allocate (GwEngineState *state);

/* Inserts the absent free operations of @unit where it costs least, all or none. Positions are
 * overlooked with probability @blink / 1024. Optional visits are only placed when that is worth
 * more than leaving them out. Returns whether they are placed. */
bool gw_engine_insert_unit (GwEngineState *state, int32_t unit, int32_t blink);
