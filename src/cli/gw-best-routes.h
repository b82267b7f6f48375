/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder of routes that are better than the best known ones: a file an instance, replaced only by
 * something better. Routes are judged before they are written and again from the file. One thread.
 */
#pragma once

#include "gw-bench-run.h"

G_BEGIN_DECLS

/**
 * gw_best_routes_keep: writes the routes of @run into @folder when they are feasible, cheaper than
 * the best known cost and cheaper than what lies there; says so. FALSE after a message when that
 * cannot be written, or reads differently afterwards.
 */
gboolean gw_best_routes_keep (const char *folder, const GwBenchRun *run, const GwBenchTask *task);

/** gw_best_routes_get_name: the name of a file of routes: of the instance, and @suffix (nullable). */
char *gw_best_routes_get_name (const GwBenchTask *task, const char *suffix);

G_END_DECLS
