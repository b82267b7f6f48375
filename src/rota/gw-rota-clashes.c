/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker has a pricer of its own, since the board's belongs to the main thread. */
#include "config.h"

#include "gw-rota-clashes.h"

typedef struct
{
  GwWeekProblem *week;
  GwId visit;
} Request;

static void
request_free (Request *request)
{
  gw_week_problem_unref (request->week);
  g_free (request);
}

void
gw_rota_clashes_free (GwRotaClashes *self)
{
  g_free (self->headline);
  g_ptr_array_unref (self->list);
  g_free (self);
}

static GwRotaClashes *
find (const Request *request)
{
  g_autoptr (GwWeekPlan) plan = gw_week_problem_dup_current (request->week);
  g_autoptr (GwPricer) pricer = gw_pricer_new (plan);
  GwRotaClashes *self = g_new0 (GwRotaClashes, 1);

  self->list = gw_pricer_list_clashes (pricer, request->visit, &self->headline);
  return self;
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, find (data), (GDestroyNotify) gw_rota_clashes_free);
}

void
gw_rota_clashes_async (GwWeekProblem *week, GwId visit, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->week = gw_week_problem_ref (week);
  request->visit = visit;
  g_task_set_source_tag (task, gw_rota_clashes_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, look);
}

GwRotaClashes *
gw_rota_clashes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
