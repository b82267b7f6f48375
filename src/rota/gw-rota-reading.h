/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One reading of the rota by the planner, on a worker: records in, a problem, its pricer, its
 * troubles and numbers out. Made on a worker, then owned by the main thread.
 */
#pragma once

#include "gw-pricer.h"
#include "gw-session.h"
#include "gw-week-report.h"

G_BEGIN_DECLS

/** GwRotaReading: what the planner found; each member may be taken. */
typedef struct
{
  GwWeekProblem *problem;
  GwWeekPlan *plan;
  GwPricer *pricer;
  GPtrArray *troubles;
  GwWeekNumbers numbers;
} GwRotaReading;

/** gw_rota_reading_free: frees what was not taken. */
void gw_rota_reading_free (GwRotaReading *self);

/** gw_rota_read_async: reads @n_days from @first_day of @team on a worker. Main thread. */
void gw_rota_read_async (GwSession *session, GwDay first_day, guint n_days, GwId team,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);

/** gw_rota_read_finish: (transfer full), or NULL with a sentence in @error. */
GwRotaReading *gw_rota_read_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRotaReading, gw_rota_reading_free)

G_END_DECLS
