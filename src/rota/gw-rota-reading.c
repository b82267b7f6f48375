/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store for the planner's records and builds its problem, all on a worker. */
#include "config.h"

#include "gw-rota-reading.h"

#include "gw-session-records.h"
#include "gw-shift-pattern.h"
#include "gw-visit-pattern.h"

/* What a worker needs; immutable while it works. */
typedef struct
{
  GwSession *session;
  GwRotaSpan span;
  GTimeZone *zone;
  GwPlannerInput *known;
  gboolean hides_names;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->session);
  g_time_zone_unref (request->zone);
  g_clear_pointer (&request->known, gw_planner_input_unref);
  g_free (request);
}

void
gw_rota_reading_free (GwRotaReading *self)
{
  g_clear_pointer (&self->pricer, gw_pricer_free);
  g_clear_pointer (&self->plan, gw_week_plan_unref);
  g_clear_pointer (&self->problem, gw_week_problem_unref);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  g_free (self);
}

GwPlannerInput *
gw_rota_collect_sync (GwSession *session, const GwRotaSpan *span, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GwPlannerInput) input = gw_planner_input_new (span->first_day, span->n_days);
  g_autoptr (GPtrArray) queries = gw_planner_input_list_queries (span->first_day, span->n_days);

  gw_planner_input_set_now (input, span->today, span->now);
  gw_planner_input_set_zone (input, gw_clock_get_zone (gw_session_get_clock (session)));
  if (!gw_id_is_none (span->team))
    gw_planner_input_set_team (input, span->team);
  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (GPtrArray) records = gw_session_query_sync (
          session, g_ptr_array_index (queries, i), cancellable, error);
      if (records == NULL)
        return NULL;
      gw_planner_input_add_all (input, records);
    }
  return g_steal_pointer (&input);
}

static gboolean
has_any (GwSession *session, const GwRecordType *type, GCancellable *cancellable)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  gw_query_set_limit (query, 1);
  records = gw_session_query_sync (session, query, cancellable, NULL);
  return records == NULL || records->len > 0;
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GwRotaReading) reading = g_new0 (GwRotaReading, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GwPlannerInput)
      input = gw_rota_collect_sync (request->session, &request->span, cancellable, &error);

  if (input != NULL && request->known != NULL)
    gw_planner_input_set_travel (input, gw_planner_input_get_travel (request->known));
  if (input != NULL)
    gw_planner_input_set_initials (input, request->hides_names);
  if (input != NULL)
    reading->problem = gw_week_problem_new (input, &error);
  if (reading->problem == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  reading->plan = gw_week_problem_dup_current (reading->problem);
  reading->pricer = gw_pricer_new (reading->plan);
  reading->troubles = gw_week_plan_list_trouble (reading->plan);
  reading->has_regular = has_any (request->session, &gw_visit_pattern_type, cancellable) ||
                         has_any (request->session, &gw_shift_pattern_type, cancellable);
  gw_week_numbers_compute (reading->plan, request->zone, &reading->numbers);
  g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) gw_rota_reading_free);
}

void
gw_rota_read_async (GwSession *session, GwDay first_day, guint n_days, GwId team,
                    GwPlannerInput *known, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GwClock *clock = gw_session_get_clock (session);
  Request *request = g_new0 (Request, 1);

  request->session = g_object_ref (session);
  request->span = (GwRotaSpan){ first_day, n_days, team, gw_clock_get_today (clock),
                                gw_clock_get_minute (clock) };
  request->known = known != NULL ? gw_planner_input_ref (known) : NULL;
  request->hides_names = gw_session_get_hide_names (session);
  request->zone = g_time_zone_ref (gw_clock_get_zone (clock));
  g_task_set_source_tag (task, gw_rota_read_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, read_in_worker);
}

GwRotaReading *
gw_rota_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
