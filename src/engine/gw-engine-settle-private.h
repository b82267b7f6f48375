/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaks and role time where a run has room for them. Private to the engine. */
#pragma once

#include "gw-engine-plan.h"

/* Time that a run leaves free, ways and their buffers taken off. */
typedef struct
{
  int32_t from, until;
} GwEngineStretch;

/* Shift @s of @plan: its @given items in order, and the @free ones, which are blocks whose start is
 * looked for. @stretches has room for one more than there are given items. */
typedef struct
{
  const GwEngineProblem *problem;
  GwEnginePlan *plan;
  int32_t s;
  const int32_t *given;
  int32_t n_given;
  const int32_t *free;
  int32_t n_free;
  GwEngineStretch *stretches;
} GwEngineRoom;

/* Puts one or two blocks without a place where they cost nothing, as near to the middles of their
 * ranges as can be. In a run that breaks no rule and begins within its shift no place is better:
 * whatever comes after a block only gets later. Returns false, with nothing changed, when there is no
 * such place or no such run, or there are more blocks. */
bool gw_engine_settle_in_room (const GwEngineRoom *self);
