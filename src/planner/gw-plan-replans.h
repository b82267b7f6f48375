/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a search was planned anew, in the engine's words and in those of #GwPlanSearch. Pure; any thread.
 */
#pragma once

#include "gw-plan-steps.h"

#include "gw-engine-pace.h"

G_BEGIN_DECLS

/** gw_plan_search_set_replans: notes @n_replans of the engine's @replans in @self. */
void gw_plan_search_set_replans (GwPlanSearch *self, const GwEngineReplan *replans,
                                 gint32 n_replans);

/** gw_plan_search_get_replans: the other way; @out_replans has room for #GW_ENGINE_REPLANS. Returns how
 * many there are. */
gint32 gw_plan_search_get_replans (const GwPlanSearch *self, GwEngineReplan *out_replans);

G_END_DECLS
