/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling gaps: what is not covered is placed where nobody else has to move, the most urgent first.
 * Breaks and role time may make room, which a search finds only by luck. Deterministic.
 */
#pragma once

#include "gw-engine-plan.h"
#include "gw-engine-solve.h"

/* Places what @scope leaves free and @plan does not place, where it fits without moving anybody.
 * The plan never gets worse. Returns how many operations were placed, or -1 without memory, with
 * @plan as far as it came. */
int32_t gw_engine_fill_plan (const GwEngineProblem *problem, const GwEngineScope *scope,
                             GwEnginePlan *plan);
