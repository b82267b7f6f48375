/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Level B: who holds which shift. A hand-over gives a shift to another eligible colleague, or
 * swaps two shifts between their holders; visits that the new holder may not do are taken out.
 * Rest, hours, days in a row and fair sharing are priced here and nowhere else in the search.
 */
#pragma once

#include "gw-engine-state.h"

/* Changes the holder of a random changeable shift, or swaps two. Returns false when nothing was
 * found that obeys the rules of the working week; then the change must be undone. */
bool gw_engine_hand_over (GwEngineState *state);
