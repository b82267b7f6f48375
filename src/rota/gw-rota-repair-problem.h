/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The problem of covering what somebody leaves who is away, and nothing else: other visits that nobody
 * covers are not in it, so that they neither move nor count. Made on a worker from the problem of the
 * days shown.
 */
#pragma once

#include "gw-week-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * gw_rota_repair_problem_async: of @problem, leaves of what nobody covers only the visits in @visits
 * (a set of #GwId, which stays as it is meanwhile). Main thread.
 */
void gw_rota_repair_problem_async (GwWeekProblem *problem, GHashTable *visits,
                                   GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_rota_repair_problem_finish: the problem, (transfer full), and in @out_n_others how many other
 * visits of its days nobody covers; NULL with @error set when the days cannot be planned.
 */
GwWeekProblem *gw_rota_repair_problem_finish (GAsyncResult *result, guint *out_n_others,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
