/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records as a change would leave them, without a store: to look ahead at what it would mean, and to
 * plan one week after another. Pure; any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-planner-input.h"

G_BEGIN_DECLS

/**
 * gw_planner_list_after: the records that @change alters or makes, as they are after it; what it
 * deletes stays as it is. @input holds those there were. (transfer full) (element-type GwRecord)
 */
GPtrArray *gw_planner_list_after (const GwPlannerInput *input, GwChange *change);

G_END_DECLS
