/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of a benchmark. */
#include "config.h"

#include "gw-bench-run.h"

#include "gw-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char gw_bench_table_heading[] =
    "family,instance,seed,threads,seconds,cost,best_known,gap_percent,feasible,iterations\n";
const char gw_bench_trace_heading[] =
    "family,instance,seed,threads,seconds,unserved,cost,gap_percent\n";

/* --- searching -------------------------------------------------------------------------------- */

typedef struct
{
  const GwBenchTask *task;
  GwBenchRun *run;
  double begun;
} Running;

static double
read_clock (void *user_data)
{
  return (double) g_get_monotonic_time () / (double) G_USEC_PER_SEC;
}

static void
note_moment (Running *running, gint32 n_unserved, gint64 cost)
{
  GArray *course = running->run->course;
  GwBenchMoment moment = {
    .seconds = read_clock (NULL) - running->begun,
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

  note_moment (running, n_unserved, cost);
  if (!gw_cli_shows_progress ())
    return;
  line = g_strdup_printf (_ ("%1$s, seed %2$u: %3$.3f after %4$.0f s. Ctrl+C keeps the best."),
                          name, (guint) running->task->seed,
                          gw_published_instance_get_cost (running->task->instance, cost),
                          read_clock (NULL) - running->begun);
  gw_cli_progress (line);
}

static void
search (Running *running, const GwEngineRouting *problem)
{
  const GwBenchTask *task = running->task;
  GwEngineRoutingResult result = { 0 };
  double left = task->seconds - (read_clock (NULL) - running->begun);
  GwEngineRoutingOptions options = {
    .threads = task->threads,
    .seed = task->seed,
    .steps = task->steps,
    .stop_after = task->stop_after,
    .seconds = MAX (left, 0.001),
    .clock = read_clock,
    .cancel = task->cancel,
    .progress = on_progress,
    .progress_data = running,
  };

  running->run->routes = gw_engine_routing_solve (problem, &options, &result);
  running->run->seconds = read_clock (NULL) - running->begun;
  running->run->steps_done = result.steps_done;
  running->run->steps_planned = result.steps_planned;
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
  Running running = { task, run, read_clock (NULL) };
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

/* --- telling ---------------------------------------------------------------------------------- */

void
gw_bench_print_faults (const GwPublishedInstance *instance, const GwEngineRoutesVerdict *verdict)
{
  for (gint32 i = 0; i < verdict->n_faults; i++)
    {
      const GwEngineRoutesFault *fault = &verdict->faults[i];
      const char *rule = gw_engine_routes_rule_get_name (fault->rule);
      double amount = (double) fault->amount;
      if (fault->rule != GW_ENGINE_ROUTES_CAPACITY)
        amount /= instance->units;
      if (fault->rule == GW_ENGINE_ROUTES_UNSERVED)
        g_print (_ ("Not served: “%s”\n"), instance->patients[fault->operation]);
      else if (fault->operation < 0)
        g_print (_ ("Broken: %1$s, route %2$d, by %3$.4g\n"), rule, fault->vehicle + 1, amount);
      else
        /* Translators: the name of a rule, a number, and who is visited. */
        g_print (_ ("Broken: %1$s, route %2$d, “%3$s”\n"), rule, fault->vehicle + 1,
                 instance->patients[fault->operation]);
    }
}

void
gw_bench_print_overtime (const GwPublishedInstance *instance, const GwEngineRoutes *routes)
{
  if (instance->shift_ends != NULL)
    g_print (_ ("Back after the end of shifts, all together: %.0f min\n"),
             gw_published_instance_get_overtime (instance, routes));
}

static double
get_gap (double cost, double best_known)
{
  return best_known > 0 ? (cost / best_known - 1) * 100 : NAN;
}

double
gw_bench_run_get_gap (const GwBenchRun *self, const GwBenchTask *task)
{
  return self->is_feasible ? get_gap (self->cost, task->best_known) : NAN;
}

void
gw_bench_append_number (GString *text, double number, gint decimals)
{
  char format[] = { '%', '.', (char) ('0' + decimals), 'f', '\0' };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (number))
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, format, number));
}

/* What both files begin with. */
static void
append_names (GString *text, const GwBenchTask *task)
{
  g_autofree char *name = g_path_get_basename (task->path);

  g_string_append_printf (text, "%s,%s,%" G_GUINT64_FORMAT ",%d,",
                          gw_published_family_get_name (task->instance->family), name, task->seed,
                          task->threads);
}

static void
append_moment (GString *trace, const GwBenchTask *task, const GwBenchMoment *moment)
{
  append_names (trace, task);
  gw_bench_append_number (trace, moment->seconds, 3);
  g_string_append_printf (trace, ",%d,", moment->n_unserved);
  gw_bench_append_number (trace, moment->cost, 3);
  g_string_append_c (trace, ',');
  gw_bench_append_number (
      trace, moment->n_unserved == 0 ? get_gap (moment->cost, task->best_known) : NAN, 4);
  g_string_append_c (trace, '\n');
}

void
gw_bench_append_rows (const GwBenchRun *self, const GwBenchTask *task, GString *table,
                      GString *trace)
{
  append_names (table, task);
  gw_bench_append_number (table, self->seconds, 2);
  g_string_append_c (table, ',');
  gw_bench_append_number (table, self->is_feasible ? self->cost : NAN, 3);
  g_string_append_c (table, ',');
  gw_bench_append_number (table, task->best_known, 3);
  g_string_append_c (table, ',');
  gw_bench_append_number (table, gw_bench_run_get_gap (self, task), 4);
  g_string_append_printf (table, ",%s,%" G_GINT64_FORMAT "\n", self->is_feasible ? "yes" : "no",
                          self->steps_done);
  for (guint i = 0; i < self->course->len; i++)
    append_moment (trace, task, &g_array_index (self->course, GwBenchMoment, i));
}
