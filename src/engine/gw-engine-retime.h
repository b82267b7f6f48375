/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The best times for runs whose order is settled. While it searches, a run is timed by a quick policy
 * (gw-engine-run.h); here the starts that cost least are found by dynamic programming over the
 * starts that each item may have.
 */
#pragma once

#include "gw-engine-state.h"

/* Gives the runs of @state better times where there are any, as far as other runs that they are linked
 * to allow: those stay as they are. The cost never grows. Without memory nothing changes. Starts that
 * are more than two hours, or 48 steps of the grid, away from where the policy has them are not tried. */
void gw_engine_retime (GwEngineState *state);
