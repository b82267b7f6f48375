/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a run. */
#include "config.h"

#include "gw-bench-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const char gw_bench_table_heading[] =
    "family,instance,seed,threads,seconds,cost,best_known,gap_percent,feasible,iterations\n";
const char gw_bench_trace_heading[] =
    "family,instance,seed,threads,seconds,unserved,cost,gap_percent\n";

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

/* Rounded to nothing, nothing has no sign. */
static double
without_sign (double number, gint decimals)
{
  return fabs (number) * pow (10, decimals) < 0.5 ? 0 : number;
}

/* --- lines ------------------------------------------------------------------------------------ */

void
gw_bench_print_faults (const GwPublishedInstance *instance, const GwEngineRoutesVerdict *verdict)
{
  gint32 n_more = -verdict->n_faults;

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
  for (gint rule = 0; rule < GW_ENGINE_ROUTES_N_RULES; rule++)
    n_more += verdict->by_rule[rule];
  if (n_more > 0)
    g_print (ngettext ("and %d more\n", "and %d more\n", (gulong) n_more), n_more);
}

void
gw_bench_print_overtime (const GwPublishedInstance *instance, const GwEngineRoutes *routes)
{
  if (instance->shift_ends != NULL)
    g_print (_ ("Back after the end of shifts, all together: %.0f min\n"),
             gw_published_instance_get_overtime (instance, routes));
}

/* A run that was stopped by hand was stopped within a round, and does not repeat. */
static void
print_repeat (const GwBenchRun *self, const GwBenchTask *task)
{
  GwPlanSteps steps = { .searches = { self->search }, .n_searches = 1 };
  g_autofree char *text = gw_plan_steps_to_text (&steps);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, task->seed);

  /* Translators: what stands after the colon are options of a command line. */
  g_print (_ ("For the same routes again: --threads %1$d --seeds %2$s --repeat %3$s\n"),
           task->threads, seed, text);
}

void
gw_bench_print_run (const GwBenchRun *self, const GwBenchTask *task)
{
  g_autofree char *name = g_path_get_basename (task->path);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, task->seed);
  double gap = without_sign (gw_bench_run_get_gap (self, task), 2);
  g_autofree char *steps = g_strdup_printf ("%" G_GINT64_FORMAT, self->search.done);
  g_autofree char *planned = g_strdup_printf ("%" G_GINT64_FORMAT, self->search.planned);

  if (!self->is_feasible)
    g_print (_ ("%1$s, seed %2$s: no feasible answer within the fleet; %3$d of %4$d visits not "
                "served. %5$.1f s, %6$s of %7$s steps.\n"),
             name, seed, self->verdict.n_unserved, task->instance->n_operations, self->seconds,
             steps, planned);
  else if (isnan (gap))
    g_print (_ ("%1$s, seed %2$s: %3$.3f, feasible. %4$.1f s, %5$s of %6$s steps.\n"), name, seed,
             self->cost, self->seconds, steps, planned);
  else
    g_print (_ ("%1$s, seed %2$s: %3$.3f, feasible; best known %4$.3f, gap %5$.2f %%. %6$.1f s, "
                "%7$s of %8$s steps.\n"),
             name, seed, self->cost, task->best_known, gap, self->seconds, steps, planned);
  gw_bench_print_overtime (task->instance, self->routes);
  gw_bench_print_faults (task->instance, &self->verdict);
  if (self->was_stopped)
    g_print ("%s\n", _ ("Stopped before its end: this run does not go into the table."));
  else
    print_repeat (self, task);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
append_number (GString *text, double number, gint decimals)
{
  char format[] = { '%', '.', (char) ('0' + decimals), 'f', '\0' };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (number))
    g_string_append (
        text, g_ascii_formatd (digits, sizeof digits, format, without_sign (number, decimals)));
}

/* What both files begin with. */
static void
append_names (GString *text, const GwBenchTask *task)
{
  g_autofree char *base = g_path_get_basename (task->path);
  g_autoptr (GString) name = g_string_new (base);

  if (strpbrk (name->str, ",\"\r\n") != NULL)
    {
      g_string_replace (name, "\"", "\"\"", 0);
      g_string_prepend_c (name, '"');
      g_string_append_c (name, '"');
    }
  g_string_append_printf (text, "%s,%s,%" G_GUINT64_FORMAT ",%d,",
                          gw_published_family_get_name (task->instance->family), name->str,
                          task->seed, task->threads);
}

static void
append_moment (GString *trace, const GwBenchTask *task, const GwBenchMoment *moment)
{
  append_names (trace, task);
  append_number (trace, moment->seconds, 3);
  g_string_append_printf (trace, ",%d,", moment->n_unserved);
  append_number (trace, moment->cost, 3);
  g_string_append_c (trace, ',');
  append_number (trace, moment->n_unserved == 0 ? get_gap (moment->cost, task->best_known) : NAN,
                 4);
  g_string_append_c (trace, '\n');
}

char *
gw_bench_dup_row (const GwBenchRun *self, const GwBenchTask *task)
{
  GString *row = g_string_new (NULL);

  append_names (row, task);
  append_number (row, self->seconds, 2);
  g_string_append_c (row, ',');
  append_number (row, self->is_feasible ? self->cost : NAN, 3);
  g_string_append_c (row, ',');
  append_number (row, task->best_known, 3);
  g_string_append_c (row, ',');
  append_number (row, gw_bench_run_get_gap (self, task), 4);
  g_string_append_printf (row, ",%s,%" G_GINT64_FORMAT "\n", self->is_feasible ? "yes" : "no",
                          self->search.done);
  return g_string_free (row, FALSE);
}

char *
gw_bench_dup_course (const GwBenchRun *self, const GwBenchTask *task)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < self->course->len; i++)
    append_moment (rows, task, &g_array_index (self->course, GwBenchMoment, i));
  return g_string_free (rows, FALSE);
}
