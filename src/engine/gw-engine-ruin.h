/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ruining: which visits to take out together, so that putting them back may find something
 * better. Strings of neighbouring runs (Christiaens & Vanden Berghe 2020), all visits of one
 * person by one colleague, or a whole shift.
 */
#pragma once

#include "gw-engine-state.h"

/* Takes some visits out. Returns false when the rest does not fit without them (then the change
 * must be undone). */
bool gw_engine_ruin (GwEngineState *state);

/* Takes the free visits of shift @s out (with the other halves of two-person visits); with
 * @colleague not NONE only those which that colleague may not do. Returns as gw_engine_ruin(). */
bool gw_engine_ruin_shift (GwEngineState *state, int32_t s, int32_t colleague);
