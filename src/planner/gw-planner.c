/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning on a worker, with news for the thread that asked. */
#include "config.h"

#include "gw-planner.h"

#include <glib/gi18n-lib.h>

#define NEWS_INTERVAL (G_USEC_PER_SEC / 10)

/* --- on a worker ------------------------------------------------------------------------------ */

typedef struct
{
  gatomicrefcount refs;
  GwWeekProblem *problem;
  GwPlanOptions options;
  GwJob *job;
  GwPlanNewsFunc news;
  gpointer news_data;
  gint64 last_news;
  GMainContext *context;
  GMutex lock;        /* guards what follows */
  GwPlanNews waiting; /* news on their way to the main thread */
  gboolean has_waiting;
  gboolean is_over; /* main thread only */
  GwPlanOutcome outcome;
} Run;

static Run *
ref_run (Run *run)
{
  g_atomic_ref_count_inc (&run->refs);
  return run;
}

static void
unref_run (gpointer data)
{
  Run *run = data;

  if (!g_atomic_ref_count_dec (&run->refs))
    return;
  g_clear_pointer (&run->waiting.best, gw_week_plan_unref);
  g_clear_pointer (&run->options.visits, g_hash_table_unref);
  g_clear_pointer (&run->options.at_least, gw_week_plan_unref);
  gw_week_problem_unref (run->problem);
  g_clear_object (&run->job);
  g_main_context_unref (run->context);
  g_mutex_clear (&run->lock);
  g_free (run);
}

static gboolean
deliver_news (gpointer data)
{
  Run *run = data;
  GwPlanNews news;
  gboolean has;

  g_mutex_lock (&run->lock);
  news = run->waiting;
  has = run->has_waiting;
  run->waiting = (GwPlanNews){ 0 };
  run->has_waiting = FALSE;
  g_mutex_unlock (&run->lock);
  if (has && !run->is_over && run->news != NULL)
    run->news (&news, run->news_data);
  g_clear_pointer (&news.best, gw_week_plan_unref);
  return G_SOURCE_REMOVE;
}

static void
on_news (const GwPlanNews *news, gpointer data)
{
  Run *run = data;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *detail = NULL;
  gboolean must_send;

  detail = g_strdup_printf (ngettext ("%u visit to cover", "%u visits to cover", news->n_visits),
                            news->n_visits);
  gw_job_report (run->job, news->permille, detail);
  if (now - run->last_news < NEWS_INTERVAL)
    return;
  run->last_news = now;
  g_mutex_lock (&run->lock);
  must_send = !run->has_waiting;
  g_clear_pointer (&run->waiting.best, gw_week_plan_unref);
  run->waiting = *news;
  run->waiting.best = gw_week_plan_ref (news->best);
  run->has_waiting = TRUE;
  g_mutex_unlock (&run->lock);
  if (must_send)
    {
      g_autoptr (GSource) source = g_idle_source_new ();
      g_source_set_callback (source, deliver_news, ref_run (run), unref_run);
      g_source_attach (source, run->context);
    }
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  GwWeekPlan *plan = gw_planner_plan_sync (run->problem, &run->options, on_news, run,
                                           gw_job_get_cancellable (run->job), &run->outcome,
                                           &error);

  if (plan == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, plan, (GDestroyNotify) gw_week_plan_unref);
}

static void
on_run_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *outer = user_data;
  Run *run = g_task_get_task_data (outer);
  g_autoptr (GError) error = NULL;
  GwWeekPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  run->is_over = TRUE;
  gw_job_finish (run->job);
  if (plan == NULL)
    g_task_return_error (outer, g_steal_pointer (&error));
  else
    g_task_return_pointer (outer, plan, (GDestroyNotify) gw_week_plan_unref);
  g_object_unref (outer);
}

void
gw_planner_plan_async (GwWeekProblem *problem, const GwPlanOptions *options, GwJob *job,
                       GwPlanNewsFunc news, gpointer news_data, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Run *run = g_new0 (Run, 1);
  GTask *outer = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, on_run_done, outer);

  g_atomic_ref_count_init (&run->refs);
  g_mutex_init (&run->lock);
  run->problem = gw_week_problem_ref (problem);
  run->options = *options;
  if (run->options.visits != NULL)
    g_hash_table_ref (run->options.visits);
  if (run->options.at_least != NULL)
    gw_week_plan_ref (run->options.at_least);
  run->job = g_object_ref (job);
  run->news = news;
  run->news_data = news_data;
  run->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (outer, gw_planner_plan_async);
  g_task_set_task_data (outer, run, unref_run);
  g_task_set_task_data (inner, ref_run (run), unref_run);
  g_task_run_in_thread (inner, run_in_thread);
}

GwWeekPlan *
gw_planner_plan_finish (GAsyncResult *result, GwPlanOutcome *out_outcome, GError **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, gw_planner_plan_async), NULL);
  if (out_outcome != NULL)
    *out_outcome = run->outcome;
  return g_task_propagate_pointer (G_TASK (result), error);
}
