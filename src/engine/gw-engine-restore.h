/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Putting back what a search moved without need: visits and shifts return one by one to where a
 * reference plan has them, as long as the plan does not get worse for it, level by level. What
 * somebody has to be told of is then what something else is gained by. Deterministic.
 */
#pragma once

#include "gw-engine-plan.h"

/* Puts back in @plan what need not differ from @reference. With a problem in which stability is
 * dear hardly anything stays moved; with any problem the score of @plan gets no worse. Returns how
 * many changes were taken back, or -1 without memory, with @plan as far as it came. Each change
 * costs two prices a pass (gw-engine-price.h). */
int32_t gw_engine_restore_plan (const GwEngineProblem *problem, const GwEnginePlan *reference,
                                GwEnginePlan *plan);

/* How many operations @plan has in another colleague's hands or at another time than @reference;
 * those that @reference does not place are not counted. */
int32_t gw_engine_restore_count (const GwEnginePlan *reference, const GwEnginePlan *plan);
