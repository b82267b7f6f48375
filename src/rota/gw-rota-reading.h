/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One reading of the rota by the planner, on a worker: records in, a problem, its pricer, its
 * troubles and numbers out. Made on a worker, then owned by the main thread.
 */
#pragma once

#include "gw-planner-input.h"
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
  gboolean has_regular; /* whether there is a regular visit or shift to fill a week from */
} GwRotaReading;

/** gw_rota_reading_free: frees what was not taken. */
void gw_rota_reading_free (GwRotaReading *self);

/**
 * GwRotaSpan: what to read.
 * @first_day: the first day
 * @n_days: how many
 * @team: this team alone; the none id: everybody
 * @today: when it is; what lies before stays as it is. With @now 0 on day 0 nothing is past.
 * @now: the minute of @today
 */
typedef struct
{
  GwDay first_day;
  guint n_days;
  GwId team;
  GwDay today;
  GwMinute now;
} GwRotaSpan;

/** gw_rota_collect_sync: the planner's records of @span. (transfer full), or NULL. Workers. */
GwPlannerInput *gw_rota_collect_sync (GwSession *session, const GwRotaSpan *span,
                                      GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_rota_read_async: reads @n_days from @first_day of @team on a worker, with the travel times that
 * @known (nullable) has measured. Main thread.
 */
void gw_rota_read_async (GwSession *session, GwDay first_day, guint n_days, GwId team,
                         GwPlannerInput *known, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);

/** gw_rota_read_finish: (transfer full), or NULL with a sentence in @error. */
GwRotaReading *gw_rota_read_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRotaReading, gw_rota_reading_free)

G_END_DECLS
