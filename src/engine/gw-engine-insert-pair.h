/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding places for the two halves of a visit that two colleagues make together: the cheapest pair
 * of spots that have a start in common.
 */
#pragma once

#include "gw-engine-state.h"

/* Inserts the absent operations @first and @second, which start together, where that costs least and
 * less than @worth, each spot being overlooked with probability @blink / 1024. Returns whether they
 * are placed. */
bool gw_engine_insert_pair (GwEngineState *state, int32_t first, int32_t second, int64_t worth,
                            int32_t blink);
