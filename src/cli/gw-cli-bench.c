/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * good-week-plan bench: published instances searched by the engine, judged by the verifier, beside
 * the best known costs.
 */
#include "config.h"

#include "gw-best-known.h"
#include "gw-best-routes.h"
#include "gw-bench-run.h"
#include "gw-cli.h"

#include "gw-published-solution.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>

#define MOST_SEEDS 1000

static char *seed_list, *best_known_path, *csv_path, *trace_path, *solutions_folder, *best_folder;
static gboolean has_hard_shifts;
static int n_threads = 2;
static double n_seconds = 10;
static gint64 n_steps, stop_after;

/* Set by Ctrl+C; a lock-free atomic may be written in a signal handler. */
static atomic_int is_interrupted;

static const GOptionEntry entries[] = {
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &n_seconds, N_ ("How long each run searches; 10"), "S" },
  { "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, N_ ("Threads (1–64); 2"), "T" },
  { "seeds", 0, 0, G_OPTION_ARG_STRING, &seed_list, N_ ("Seeds, a run for each; 1"), "A,B,C" },
  { "steps", 0, 0, G_OPTION_ARG_INT64, &n_steps,
    N_ ("Steps of each thread instead of seconds; the same steps give the same routes"), "N" },
  { "stop-after", 0, 0, G_OPTION_ARG_INT64, &stop_after,
    N_ ("Plan for --steps, but stop after so many"), "N" },
  { "best-known", 0, 0, G_OPTION_ARG_FILENAME, &best_known_path,
    N_ ("List of best known costs; looked for beside the instances"), "FILE" },
  { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv_path, N_ ("Write a table with a row a run"), "OUT" },
  { "trace", 0, 0, G_OPTION_ARG_FILENAME, &trace_path,
    N_ ("Write the best cost against time, a row for each time it fell"), "OUT" },
  { "solutions", 0, 0, G_OPTION_ARG_FILENAME, &solutions_folder,
    N_ ("Folder for the routes that were found"), "DIR" },
  { "keep-best", 0, 0, G_OPTION_ARG_FILENAME, &best_folder,
    N_ ("Folder for routes that are better than the best known and than what lies there"), "DIR" },
  { "hard-shifts", 0, 0, G_OPTION_ARG_NONE, &has_hard_shifts,
    N_ ("Let nobody come back after the end of a shift (hhcrsp-json)"), NULL },
  { NULL },
};

typedef struct
{
  GwPublishedFamily family;
  guint64 seeds[MOST_SEEDS];
  guint n_seeds;
  GwBestKnown *best_known;
  GString *table, *trace;
  guint n_runs, n_gaps, n_without; /* runs, those with a gap, those without a feasible answer */
  double sum_of_gaps;
  GwCliStatus status;
} Bench;

static void
on_interrupt (int number)
{
  atomic_store (&is_interrupted, 1);
}

/* --- what came out ---------------------------------------------------------------------------- */

static void
print_run (const GwBenchRun *run, const GwBenchTask *task)
{
  g_autofree char *name = g_path_get_basename (task->path);
  double gap = gw_bench_run_get_gap (run, task);
  g_autofree char *steps = g_strdup_printf ("%" G_GINT64_FORMAT, run->steps_done);
  g_autofree char *planned = g_strdup_printf ("%" G_GINT64_FORMAT, run->steps_planned);

  if (!run->is_feasible)
    g_print (_ ("%1$s, seed %2$u: no feasible answer within the fleet; %3$d of %4$d visits not "
                "served. %5$.1f s, %6$s of %7$s steps.\n"),
             name, (guint) task->seed, run->verdict.n_unserved, task->instance->n_operations,
             run->seconds, steps, planned);
  else if (isnan (gap))
    g_print (_ ("%1$s, seed %2$u: %3$.3f, feasible. %4$.1f s, %5$s of %6$s steps.\n"), name,
             (guint) task->seed, run->cost, run->seconds, steps, planned);
  else
    g_print (_ ("%1$s, seed %2$u: %3$.3f, feasible; best known %4$.3f, gap %5$.2f %%. %6$.1f s, "
                "%7$s of %8$s steps.\n"),
             name, (guint) task->seed, run->cost, task->best_known, gap, run->seconds, steps,
             planned);
  gw_bench_print_overtime (task->instance, run->routes);
  gw_bench_print_faults (task->instance, &run->verdict);
  fflush (stdout);
}

static gboolean
save_solution (const GwBenchRun *run, const GwBenchTask *task)
{
  g_autofree char *text = gw_published_solution_write (task->instance, run->routes);
  g_autofree char *suffix = g_strdup_printf (".seed%" G_GUINT64_FORMAT, task->seed);
  g_autofree char *name = gw_best_routes_get_name (task, suffix);
  g_autofree char *path = g_build_filename (solutions_folder, name, NULL);

  return gw_cli_write (path, text, -1);
}

/* Files are written anew after each run, so that stopping loses nothing. */
static gboolean
save (Bench *bench, const GwBenchRun *run, const GwBenchTask *task)
{
  gw_bench_append_rows (run, task, bench->table, bench->trace);
  return (csv_path == NULL || gw_cli_write (csv_path, bench->table->str, -1)) &&
         (trace_path == NULL || gw_cli_write (trace_path, bench->trace->str, -1)) &&
         (solutions_folder == NULL || save_solution (run, task)) &&
         (best_folder == NULL || gw_best_routes_keep (best_folder, run, task));
}

static void
count (Bench *bench, const GwBenchRun *run, const GwBenchTask *task)
{
  double gap = gw_bench_run_get_gap (run, task);

  bench->n_runs++;
  if (!run->is_feasible)
    {
      bench->n_without++;
      bench->status = GW_CLI_BROKEN;
    }
  if (isnan (gap))
    return;
  bench->n_gaps++;
  bench->sum_of_gaps += gap;
}

static void
print_total (const Bench *bench)
{
  if (bench->n_gaps > 1)
    g_print (_ ("Mean gap of %1$u runs: %2$.3f %%\n"), bench->n_gaps,
             bench->sum_of_gaps / bench->n_gaps);
  if (bench->n_without > 0)
    g_print (_ ("Without a feasible answer: %1$u of %2$u runs\n"), bench->n_without, bench->n_runs);
}

/* --- running ---------------------------------------------------------------------------------- */

static gboolean
run_seed (Bench *bench, GwBenchTask *task, guint64 seed)
{
  g_autoptr (GwBenchRun) run = NULL;

  task->seed = seed;
  run = gw_bench_run (task);
  if (run == NULL)
    {
      bench->status = GW_CLI_UNREADABLE;
      return FALSE;
    }
  print_run (run, task);
  count (bench, run, task);
  if (save (bench, run, task))
    return TRUE;
  bench->status = GW_CLI_NOT_SAVED;
  return FALSE;
}

static gboolean
run_file (Bench *bench, const char *path)
{
  g_autoptr (GwPublishedInstance) instance = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_going = TRUE;
  gsize length;
  GwBenchTask task = { .path = path,
                       .threads = n_threads,
                       .seconds = n_seconds,
                       .steps = n_steps,
                       .stop_after = stop_after,
                       .cancel = &is_interrupted };

  text = gw_cli_read (path, &length);
  instance = text != NULL ? gw_published_instance_read (bench->family, text, length, &error) : NULL;
  if (instance == NULL)
    {
      if (error != NULL)
        gw_cli_say ("%s: %s", path, error->message);
      bench->status = GW_CLI_UNREADABLE;
      return FALSE;
    }
  if (has_hard_shifts)
    gw_published_instance_close_shifts (instance);
  task.instance = instance;
  task.best_known = gw_best_known_find (bench->best_known, path);
  for (guint i = 0; i < bench->n_seeds && is_going && !atomic_load (&is_interrupted); i++)
    is_going = run_seed (bench, &task, bench->seeds[i]);
  return is_going && !atomic_load (&is_interrupted);
}

static gboolean
make_folder (const char *folder)
{
  if (folder == NULL || g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  gw_cli_say (_ ("The folder %1$s cannot be made: %2$s. Please choose another place."), folder,
              g_strerror (errno));
  return FALSE;
}

static void
run_all (Bench *bench, char **paths)
{
  if (!gw_best_known_is_readable (bench->best_known))
    bench->status = GW_CLI_UNREADABLE;
  else if (!make_folder (solutions_folder) || !make_folder (best_folder))
    bench->status = GW_CLI_NOT_SAVED;
  if (bench->status != GW_CLI_DONE)
    return;
  signal (SIGINT, on_interrupt);
  while (*paths != NULL && run_file (bench, *paths))
    paths++;
  signal (SIGINT, SIG_DFL);
  print_total (bench);
}

/* --- options ---------------------------------------------------------------------------------- */

static gboolean
read_seeds (Bench *bench)
{
  g_auto (GStrv) words = g_strsplit (seed_list != NULL ? seed_list : "1", ",", -1);

  for (char **word = words; *word != NULL && bench->n_seeds < MOST_SEEDS; word++)
    if (!g_ascii_string_to_unsigned (g_strstrip (*word), 10, 0, G_MAXINT64,
                                     &bench->seeds[bench->n_seeds++], NULL))
      {
        gw_cli_say (_ ("--seeds needs whole numbers with commas between, such as 1,2,3."));
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_options (Bench *bench, int *argc, char ***argv)
{
  if (!gw_cli_parse (&gw_cli_bench, entries, argc, argv, -2))
    return FALSE;
  bench->family = gw_published_family_find ((*argv)[1]);
  if (bench->family == GW_PUBLISHED_N_FAMILIES)
    {
      gw_cli_say (_ ("“%s” is no family: vrptw, hhcrsp or hhcrsp-json."), (*argv)[1]);
      return FALSE;
    }
  if (n_threads < 1 || n_threads > 64 || n_steps < 0 || stop_after < 0 ||
      !(n_seconds > 0 && n_seconds <= 86400))
    {
      gw_cli_say (_ ("--threads must be from 1 to 64, --seconds more than 0, --steps at least 1."));
      return FALSE;
    }
  return read_seeds (bench);
}

static GwCliStatus
run (int argc, char **argv)
{
  Bench bench = { .status = GW_CLI_DONE };

  if (!read_options (&bench, &argc, &argv))
    return GW_CLI_USAGE;
  bench.best_known = gw_best_known_new (best_known_path);
  bench.table = g_string_new (gw_bench_table_heading);
  bench.trace = g_string_new (gw_bench_trace_heading);
  run_all (&bench, argv + 2);
  g_string_free (bench.table, TRUE);
  g_string_free (bench.trace, TRUE);
  gw_best_known_free (bench.best_known);
  return bench.status;
}

const GwCliCommand gw_cli_bench = {
  .name = "bench",
  .arguments = "vrptw|hhcrsp|hhcrsp-json FILES…",
  .summary = N_ ("Search published instances, beside their best known costs"),
  .run = run,
};
