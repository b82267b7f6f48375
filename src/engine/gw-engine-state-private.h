/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of a state share. Small functions that the search calls all the time are inline.
 */
#pragma once

#include <stdlib.h>

#include "gw-engine-state.h"

/* Makes the first plan of a state: what is in @tied_to (shift by operation, or NONE) first, then the
 * warm start as it is where it fits, then what is left of it piece by piece. */
void gw_engine_state_make_plan (GwEngineState *state, const GwEnginePlan *warm,
                                const int32_t *tied_to);

/* Counts @operation in, which comes into shift @s held by @colleague (or NONE). */
void gw_engine_state_count_in (GwEngineState *state, int32_t operation, int32_t s,
                               int32_t colleague);

/* Counts @operation out, which leaves a shift held by @colleague (or NONE). */
void gw_engine_state_count_out (GwEngineState *state, int32_t operation, int32_t colleague);

/* Counts (or, with -1 as @sign, discounts) that @c (or NONE) holds shift @s. */
void gw_engine_state_count_holder (GwEngineState *state, int32_t s, int32_t c, int sign);

/* Prices the working weeks of @c (or NONE) afresh, and journals what they cost before. */
void gw_engine_state_count_colleague (GwEngineState *state, int32_t c);

/* Prices the soft links of @operation afresh, and journals what they cost before. */
void gw_engine_state_refresh_ties (GwEngineState *state, int32_t operation);

/* What it costs that @n_known colleagues know @person. */
static inline int64_t
gw_engine_state_continuity (const GwEngineState *state, int32_t person, int32_t n_known)
{
  int64_t over = n_known - state->problem->persons[person].small_team;

  if (over <= 0 || state->problem->persons[person].small_team == 0)
    return 0;
  return over * over * state->problem->settings.weight[GW_ENGINE_RULE_CONTINUITY];
}

/* By how much @tie is missed when its ends start at @a and @b. */
static inline int64_t
gw_engine_state_tie_amount (const GwEngineState *state, const GwEngineSoftTie *tie, int32_t a,
                            int32_t b)
{
  int32_t apart = b - a;

  if (tie->is_near)
    return gw_engine_too_near (a, state->problem->item_duration[tie->a], b,
                               state->problem->item_duration[tie->b], tie->low);
  if (tie->is_gap)
    return abs (apart) < tie->low ? tie->low - abs (apart) : 0;
  if (apart < tie->low)
    return tie->low - apart;
  return apart > tie->high ? apart - tie->high : 0;
}
