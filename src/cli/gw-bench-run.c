/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of a benchmark. */
#include "config.h"

#include "gw-bench-run.h"

#include "gw-cli-budget.h"
#include "gw-cli.h"

#include "gw-plan-replans.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- instances -------------------------------------------------------------------------------- */

gboolean
gw_bench_parse_family (const char *word, gboolean has_hard_shifts, GwPublishedFamily *out_family)
{
  *out_family = gw_published_family_find (word);
  if (*out_family == GW_PUBLISHED_N_FAMILIES)
    gw_cli_say (_ ("“%s” is no family: vrptw, hhcrsp or hhcrsp-json."), word);
  else if (has_hard_shifts && *out_family != GW_PUBLISHED_HHCRSP_JSON)
    gw_cli_say (_ ("--hard-shifts goes with hhcrsp-json only: other instances have no shifts."));
  else
    return TRUE;
  return FALSE;
}

GwPublishedInstance *
gw_bench_read_instance (GwPublishedFamily family, const char *path, gboolean has_hard_shifts)
{
  g_autoptr (GError) error = NULL;
  GwPublishedInstance *instance;
  gsize length;
  g_autofree char *text = gw_cli_read (path, &length);

  if (text == NULL)
    return NULL;
  instance = gw_published_instance_read (family, text, length, &error);
  if (instance == NULL)
    gw_cli_say ("%s: %s", path, error->message);
  else if (has_hard_shifts)
    gw_published_instance_close_shifts (instance);
  return instance;
}

/* --- searching -------------------------------------------------------------------------------- */

typedef struct
{
  const GwBenchTask *task;
  GwBenchRun *run;
  double begun;
} Running;

static void
note_moment (Running *running, gint32 n_unserved, gint64 cost)
{
  GArray *course = running->run->course;
  GwBenchMoment moment = {
    .seconds = gw_cli_read_clock (NULL) - running->begun,
    .n_unserved = n_unserved,
    .cost = gw_published_instance_get_cost (running->task->instance, cost),
  };
  const GwBenchMoment *last = course->len > 0
                                  ? &g_array_index (course, GwBenchMoment, course->len - 1)
                                  : NULL;

  if (last == NULL || moment.n_unserved != last->n_unserved || moment.cost < last->cost)
    g_array_append_val (course, moment);
}

static void
on_progress (int32_t n_unserved, int64_t cost, int64_t steps, void *user_data)
{
  Running *running = user_data;
  g_autofree char *name = g_path_get_basename (running->task->path);
  g_autofree char *line = NULL;
  char seed[24];

  note_moment (running, n_unserved, cost);
  if (!gw_cli_shows_progress ())
    return;
  g_snprintf (seed, sizeof seed, "%" G_GUINT64_FORMAT, running->task->seed);
  line = g_strdup_printf (_ ("%1$s, seed %2$s: %3$.3f after %4$.0f s. Ctrl+C keeps the best."),
                          name, seed,
                          gw_published_instance_get_cost (running->task->instance, cost),
                          gw_cli_read_clock (NULL) - running->begun);
  gw_cli_progress (line);
}

static void
search (Running *running, const GwEngineRouting *problem)
{
  const GwBenchTask *task = running->task;
  GwEngineReplan replans[GW_ENGINE_REPLANS];
  GwEngineRoutingResult result = { 0 };
  double left = task->seconds - (gw_cli_read_clock (NULL) - running->begun);
  GwEngineRoutingOptions options = {
    .threads = task->threads,
    .seed = task->seed,
    .steps = task->steps,
    .seconds = MAX (left, 0.001),
    .clock = gw_cli_read_clock,
    .cancel = task->cancel,
    .progress = on_progress,
    .progress_data = running,
  };

  if (task->repeat != NULL)
    {
      options.steps = task->repeat->planned;
      options.stop_after = task->repeat->done;
      options.replans = replans;
      options.n_replans = gw_plan_search_get_replans (task->repeat, replans);
    }
  running->run->routes = gw_engine_routing_solve (problem, &options, &result);
  running->run->seconds = gw_cli_read_clock (NULL) - running->begun;
  running->run->search = (GwPlanSearch){ result.steps_planned, result.steps_done };
  gw_plan_search_set_replans (&running->run->search, result.replans, result.n_replans);
  running->run->was_stopped = result.was_cancelled;
  gw_cli_progress (NULL);
}

/* What came out, by the verifier's reckoning, not by the engine's. */
static void
judge (Running *running)
{
  GwBenchRun *run = running->run;
  GwEngineRoutingInput input = gw_published_instance_get_input (running->task->instance);

  run->is_feasible = gw_engine_verify_routes (&input, run->routes, &run->verdict);
  run->cost = gw_published_instance_get_cost (running->task->instance, run->verdict.cost);
  note_moment (running, run->verdict.n_unserved, run->verdict.cost);
  if (run->routes->cost != run->verdict.cost)
    gw_cli_say (_ ("%s: the engine counts the cost otherwise than the verifier. Please report it."),
                running->task->path);
}

GwBenchRun *
gw_bench_run (const GwBenchTask *task)
{
  GwEngineRoutingInput input = gw_published_instance_get_input (task->instance);
  g_autoptr (GwBenchRun) run = g_new0 (GwBenchRun, 1);
  Running running = { task, run, gw_cli_read_clock (NULL) };
  const char *fault = NULL;
  GwEngineRouting *problem = gw_engine_routing_new (&input, &fault);

  run->course = g_array_new (FALSE, FALSE, sizeof (GwBenchMoment));
  if (problem != NULL)
    search (&running, problem);
  gw_engine_routing_free (problem);
  if (run->routes != NULL)
    {
      judge (&running);
      return g_steal_pointer (&run);
    }
  if (fault != NULL)
    gw_cli_say ("%s: %s", task->path, fault);
  else if (atomic_load (task->cancel) != 0)
    gw_cli_say (_ ("%s: stopped before there was an answer."), task->path);
  else
    gw_cli_say (_ ("There is not enough memory for this problem."));
  return NULL;
}

void
gw_bench_run_free (GwBenchRun *self)
{
  gw_engine_routes_free (self->routes);
  g_clear_pointer (&self->course, g_array_unref);
  g_free (self);
}
