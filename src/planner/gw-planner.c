/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the search, on a worker, with news, and keeps the best when stopped. */
#include "config.h"

#include "gw-planner.h"

#include "gw-engine-score.h"
#include "gw-error.h"
#include "gw-shift.h"
#include "gw-visit.h"
#include "gw-week-index.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_SECONDS 5.0
#define DEFAULT_THREADS 2
#define MOST_THREADS 64
#define NEWS_INTERVAL (G_USEC_PER_SEC / 10)

/* --- scope ------------------------------------------------------------------------------------ */

typedef struct
{
  GwEngineScope scope;
  guint8 *freedom;
  guint8 *may_take;
  guint8 *may_change;
} Scope;

/* Whether who should come is away then: nobody covers it, whatever the records say. */
static gboolean
is_left_by_absence (const GwWeekProblem *week, gint32 operation)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (week);
  const GwEnginePlan *plan = gw_week_problem_get_records_plan (week);
  gint32 start = plan->start_of[operation];
  gint32 end = start + gw_engine_problem_get_operations (engine, NULL)[operation].duration;
  gint32 colleague = plan->colleague_of[plan->shift_of[operation]];
  gint32 n;
  const GwEngineAbsence *absences = gw_engine_problem_get_absences (engine, &n);

  for (gint32 i = 0; i < n; i++)
    if (absences[i].colleague == colleague && absences[i].start < end && absences[i].end > start)
      return TRUE;
  return FALSE;
}

static gboolean
is_free (const GwWeekProblem *week, const GwPlanOptions *options, gint32 operation)
{
  const GwRecord *visit = gw_week_problem_get_visit (week, operation, NULL);
  GwId id = gw_record_get_id (visit);

  if (!gw_week_problem_is_planned (week, operation))
    return FALSE;
  switch (options->scope)
    {
    case GW_PLAN_TO_COVER:
      return gw_week_problem_get_records_plan (week)->shift_of[operation] < 0 ||
             is_left_by_absence (week, operation);
    case GW_PLAN_SELECTION:
      return options->visits != NULL && g_hash_table_contains (options->visits, &id);
    case GW_PLAN_EVERYTHING:
    default:
      return TRUE;
    }
}

/* Whether the colleague of a shift is away in all of it. */
static gboolean
is_away (const GwWeekProblem *week, gint32 shift)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (week);
  const GwEngineShift *s = &gw_engine_problem_get_shifts (engine, NULL)[shift];
  gint32 n;
  const GwEngineAbsence *absences = gw_engine_problem_get_absences (engine, &n);

  for (gint32 i = 0; i < n; i++)
    if (absences[i].colleague == s->colleague && absences[i].start <= s->start &&
        absences[i].end >= s->end)
      return TRUE;
  return FALSE;
}

static void
fill_scope (const GwWeekProblem *week, const GwPlanOptions *options, Scope *scope)
{
  const GwEnginePlan *plan = gw_week_problem_get_records_plan (week);

  scope->freedom = g_new0 (guint8, (gsize) plan->n_operations + 1);
  scope->may_take = g_new0 (guint8, (gsize) plan->n_shifts + 1);
  scope->may_change = g_new0 (guint8, (gsize) plan->n_shifts + 1);
  for (gint32 i = 0; i < plan->n_operations; i++)
    {
      gboolean placed = plan->shift_of[i] >= 0;
      scope->freedom[i] = is_free (week, options, i) ? GW_ENGINE_FREE
                          : placed && options->scope == GW_PLAN_TO_COVER &&
                                  gw_week_problem_is_planned (week, i)
                              ? GW_ENGINE_RETIME
                              : GW_ENGINE_FIXED;
    }
  for (gint32 i = 0; i < plan->n_shifts; i++)
    {
      gboolean planned = gw_week_problem_is_planned_shift (week, i);
      scope->may_take[i] = planned;
      scope->may_change[i] = planned && !options->keep_shifts &&
                             options->scope != GW_PLAN_SELECTION &&
                             (plan->colleague_of[i] < 0 || is_away (week, i));
    }
  scope->scope = (GwEngineScope){ scope->freedom, scope->may_take, scope->may_change,
                                  gw_week_problem_get_now (week) };
}

static void
clear_scope (Scope *scope)
{
  g_free (scope->freedom);
  g_free (scope->may_take);
  g_free (scope->may_change);
}

/* --- running ---------------------------------------------------------------------------------- */

typedef struct
{
  GwWeekProblem *week;
  GwPlanNewsFunc news;
  gpointer news_data;
} Listener;

static double
read_clock (void *user_data)
{
  return (double) g_get_monotonic_time () / (double) G_USEC_PER_SEC;
}

static void
on_progress (const GwEngineProgress *progress, void *user_data)
{
  Listener *listener = user_data;
  GwPlanNews news = { .n_to_cover = (guint) MAX (progress->n_unplaced, 0),
                      .hard = progress->score.hard,
                      .medium = progress->score.medium,
                      .soft = progress->score.soft };
  GwEnginePlan *copy = NULL;

  if (progress->steps_planned > 0)
    news.permille = (gint) CLAMP (progress->steps_done * 1000 / progress->steps_planned, 0, 1000);
  if (progress->best != NULL)
    copy = gw_engine_plan_copy (progress->best);
  if (copy == NULL)
    return;
  news.best = gw_week_plan_new (listener->week, copy);
  listener->news (&news, listener->news_data);
  gw_week_plan_unref (news.best);
}

static void
on_cancelled (GCancellable *cancellable, gpointer flag)
{
  atomic_store ((atomic_int *) flag, 1);
}

static void
report (const GwEngineProblem *engine, const GwEnginePlan *plan, gint64 done, GwPlanNews *news)
{
  GwEngineScore score = gw_engine_score_plan (engine, plan, NULL, NULL);

  *news = (GwPlanNews){ .permille = (gint) done,
                        .n_to_cover = (guint) gw_engine_plan_count_unplaced (plan),
                        .hard = score.hard,
                        .medium = score.medium,
                        .soft = score.soft };
}

static GwEngineOptions
make_engine_options (const GwPlanOptions *options)
{
  GwEngineOptions engine = {
    .threads = (gint32) CLAMP (options->threads > 0 ? options->threads : DEFAULT_THREADS, 1,
                               MOST_THREADS),
    .seed = options->seed,
    .steps = MAX (options->steps, 0),
    .seconds = options->seconds > 0 ? options->seconds : DEFAULT_SECONDS,
    .clock = read_clock,
  };

  return engine;
}

GwWeekPlan *
gw_planner_plan_sync (GwWeekProblem *problem, const GwPlanOptions *options, GwPlanNewsFunc news,
                      gpointer news_data, GCancellable *cancellable, GwPlanOutcome *out_outcome,
                      GError **error)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (problem);
  const GwEnginePlan *records = gw_week_problem_get_records_plan (problem);
  GwEngineOptions engine_options = make_engine_options (options);
  Listener listener = { problem, news, news_data };
  GwEngineResult result = { 0 };
  atomic_int cancel = 0;
  Scope scope = { 0 };
  GwEnginePlan *plan;
  gulong handler = 0;

  fill_scope (problem, options, &scope);
  engine_options.scope = &scope.scope;
  engine_options.warm = records;
  engine_options.cancel = &cancel;
  engine_options.progress = news != NULL ? on_progress : NULL;
  engine_options.progress_data = &listener;
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), &cancel, NULL);
  plan = gw_engine_solve (engine, &engine_options, &result);
  g_cancellable_disconnect (cancellable, handler);
  clear_scope (&scope);
  if (plan == NULL)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                           _ ("There is not enough memory to plan these days."));
      return NULL;
    }
  if (out_outcome != NULL)
    {
      *out_outcome = (GwPlanOutcome){ .steps_planned = result.steps_planned,
                                      .steps_done = result.steps_done,
                                      .was_stopped = result.was_cancelled };
      report (engine, records, 0, &out_outcome->before);
      report (engine, plan, 1000, &out_outcome->score);
    }
  return gw_week_plan_new (problem, plan);
}

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

  detail = g_strdup_printf (ngettext ("%u visit to cover", "%u visits to cover", news->n_to_cover),
                            news->n_to_cover);
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
