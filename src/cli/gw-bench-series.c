/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series of benchmark runs. */
#include "config.h"

#include "gw-bench-series.h"

#include "gw-bench-report.h"
#include "gw-best-routes.h"
#include "gw-cli-interrupt.h"

#include "gw-published-solution.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is counted on the way. */
typedef struct
{
  const GwBenchSeries *series;
  const atomic_int *cancel;
  guint n_runs, n_whole; /* all; those that were not stopped */
  guint n_gaps, n_without;
  double sum_of_gaps;
  GwCliStatus status;
} Course;

/* --- one run ---------------------------------------------------------------------------------- */

/* Routes that are no answer are written too, under a name that says so. */
static gboolean
save_solution (const char *folder, const GwBenchRun *run, const GwBenchTask *task)
{
  g_autofree char *text = gw_published_solution_write (task->instance, run->routes);
  g_autofree char *suffix = g_strdup_printf (".seed%" G_GUINT64_FORMAT "%s", task->seed,
                                             run->is_feasible ? "" : ".no-answer");
  g_autofree char *name = gw_best_routes_get_name (task, suffix);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return gw_cli_write_public (path, text, -1);
}

static gboolean
save_rows (const GwBenchSeries *series, const GwBenchRun *run, const GwBenchTask *task)
{
  g_autofree char *row = gw_bench_dup_row (run, task);
  g_autofree char *course = gw_bench_dup_course (run, task);

  return (series->table == NULL || gw_cli_table_append (series->table, row)) &&
         (series->trace == NULL || gw_cli_table_append (series->trace, course));
}

static gboolean
save (const GwBenchSeries *series, const GwBenchRun *run, const GwBenchTask *task)
{
  return (run->was_stopped || save_rows (series, run, task)) &&
         (series->solutions_folder == NULL ||
          save_solution (series->solutions_folder, run, task)) &&
         (series->best_folder == NULL || gw_best_routes_keep (series->best_folder, run, task));
}

static void
count (Course *course, const GwBenchRun *run, const GwBenchTask *task)
{
  double gap = gw_bench_run_get_gap (run, task);

  course->n_runs++;
  course->n_whole += run->was_stopped ? 0 : 1;
  if (!run->is_feasible)
    {
      course->n_without++;
      course->status = GW_CLI_BROKEN;
    }
  if (isnan (gap) || run->was_stopped)
    return;
  course->n_gaps++;
  course->sum_of_gaps += gap;
}

static gboolean
run_seed (Course *course, GwBenchTask *task, guint64 seed)
{
  g_autoptr (GwBenchRun) run = NULL;

  task->seed = seed;
  run = gw_bench_run (task);
  if (run == NULL)
    {
      course->status = gw_cli_was_interrupted () ? GW_CLI_BROKEN : GW_CLI_UNREADABLE;
      return FALSE;
    }
  gw_bench_print_run (run, task);
  count (course, run, task);
  if (save (course->series, run, task))
    return TRUE;
  course->status = GW_CLI_NOT_SAVED;
  return FALSE;
}

/* --- one instance ----------------------------------------------------------------------------- */

static gboolean
run_file (Course *course, const char *path)
{
  const GwBenchSeries *series = course->series;
  g_autoptr (GwPublishedInstance)
      instance = gw_bench_read_instance (series->family, path, series->has_hard_shifts);
  gboolean is_going = instance != NULL;
  GwBenchTask task = { .path = path,
                       .instance = instance,
                       .best_known = gw_best_known_find (series->best_known, path),
                       .threads = series->budget.threads,
                       .seconds = series->budget.seconds,
                       .steps = series->budget.steps,
                       .repeat = series->repeat,
                       .cancel = course->cancel };

  if (instance == NULL)
    course->status = GW_CLI_UNREADABLE;
  for (guint i = 0; i < series->n_seeds && is_going && !gw_cli_was_interrupted (); i++)
    is_going = run_seed (course, &task, series->seeds[i]);
  return is_going && !gw_cli_was_interrupted ();
}

/* --- all -------------------------------------------------------------------------------------- */

gboolean
gw_bench_series_check (const GwBenchSeries *self)
{
  for (char **path = self->paths; *path != NULL; path++)
    {
      g_autoptr (GwPublishedInstance) instance = NULL;

      /* Standard input can be read only once. */
      if (strcmp (*path, "-") == 0)
        continue;
      instance = gw_bench_read_instance (self->family, *path, self->has_hard_shifts);
      if (instance == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
print_total (const Course *course)
{
  guint n_planned = g_strv_length (course->series->paths) * course->series->n_seeds;

  if (course->n_gaps > 1)
    g_print (_ ("Mean gap of %1$u runs: %2$.3f %%\n"), course->n_gaps,
             course->sum_of_gaps / course->n_gaps);
  if (course->n_without > 0)
    g_print (_ ("Without a feasible answer: %1$u of %2$u runs\n"), course->n_without,
             course->n_runs);
  if (gw_cli_was_interrupted ())
    g_print (_ ("Stopped: %1$u of %2$u runs were made to their end.\n"), course->n_whole,
             n_planned);
}

/* A series that was stopped early leaves tables without rows, not none. */
static gboolean
end_tables (const GwBenchSeries *series)
{
  return (series->table == NULL || gw_cli_table_append (series->table, "")) &&
         (series->trace == NULL || gw_cli_table_append (series->trace, ""));
}

GwCliStatus
gw_bench_series_run (const GwBenchSeries *self)
{
  Course course = { .series = self, .status = GW_CLI_DONE };
  char **path = self->paths;

  course.cancel = gw_cli_interrupt_begin ();
  while (*path != NULL && run_file (&course, *path))
    path++;
  gw_cli_interrupt_end ();
  print_total (&course);
  if (!gw_cli_was_interrupted ())
    return course.status;
  if (course.status != GW_CLI_NOT_SAVED && !end_tables (self))
    return GW_CLI_NOT_SAVED;
  return course.status == GW_CLI_DONE && course.n_runs == 0 ? GW_CLI_BROKEN : course.status;
}
