/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recreating: absent visits are placed one after another where they cost least, in an order drawn
 * from a few (random, tight windows first, long first, early first, few places first), with
 * blinks; then breaks of touched runs may move.
 */
#pragma once

#include "gw-engine-state.h"

/* Places what is absent: all that left in this change, and some of what was absent before it, which
 * is the first @n_old of the state's absent operations. */
void gw_engine_recreate (GwEngineState *state, int32_t n_old);

/* Moves the blocks of shift @s to where they cost least. */
void gw_engine_settle_run (GwEngineState *state, int32_t s);
