/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asking a travel time service about the doors of the records before a problem is built. Off
 * unless the team has set an address: the service learns where people live, never who they are.
 */
#pragma once

#include "gw-planner-input.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * gw_planner_travel_measure_sync: asks the service at @url for the times between all doors of
 * @input, in the ways of travelling its colleagues use, and sets them on @input. Times that its
 * travel model knows already are not asked for: hand the model of gw_planner_input_get_travel() to
 * the next input. A sentence when the service did not help (then times are computed), NULL when it
 * did. Waits; workers and tools. (transfer full) (nullable)
 */
char *gw_planner_travel_measure_sync (GwPlannerInput *input, const char *url,
                                      GCancellable *cancellable);

G_END_DECLS
