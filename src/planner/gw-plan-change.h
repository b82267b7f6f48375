/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An engine plan as a change of records that touches only what differs from the records. For the
 * planner itself and for `good-week-plan`; the screen uses gw-plan-review.h. Pure; any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-week-index.h"

G_BEGIN_DECLS

/**
 * gw_plan_change_list: ids of visits and shifts that @plan places otherwise than the records.
 * (transfer full) (element-type GwId, in a GArray)
 */
GArray *gw_plan_change_list (const GwWeekProblem *week, const GwEnginePlan *plan);

/**
 * gw_plan_change_build: the change called @label. @accepted: set of ids (gw_id_hash_ptr()) that may
 * change; NULL: all. (transfer full)
 */
GwChange *gw_plan_change_build (const GwWeekProblem *week, const GwEnginePlan *plan,
                                GHashTable *accepted, const char *label);

/**
 * gw_plan_change_mix: @plan where @accepted says so, the records elsewhere. (transfer full), NULL
 * without memory.
 */
GwEnginePlan *gw_plan_change_mix (const GwWeekProblem *week, const GwEnginePlan *plan,
                                  GHashTable *accepted);

G_END_DECLS
