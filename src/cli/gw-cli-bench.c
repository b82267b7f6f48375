/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * good-week-plan bench: published instances searched by the engine, judged by the verifier, beside
 * the best known costs.
 */
#include "config.h"

#include "gw-bench-report.h"
#include "gw-bench-series.h"
#include "gw-cli.h"

#include <glib/gi18n-lib.h>

static char *seed_list, *best_known_path, *csv_path, *trace_path, *solutions_folder, *best_folder;
static gboolean has_hard_shifts;
static char *repeat_text;
static GwCliBudget budget = GW_CLI_BUDGET_INIT;
static GwPlanSteps repeat;

static const GOptionEntry entries[] = {
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &budget.seconds,
    N_ ("How long each run searches, up to 86400 seconds; 10"), "S" },
  GW_CLI_THREADS_ENTRY (budget),
  { "seeds", 0, 0, G_OPTION_ARG_STRING, &seed_list, N_ ("Seeds, a run for each; 1"), "A,B,C" },
  { "steps", 0, 0, G_OPTION_ARG_INT64, &budget.steps,
    N_ ("Steps of each thread (1–1000000000000) instead of seconds; the same steps give the same "
        "routes"),
    "N" },
  GW_CLI_REPEAT_ENTRY (repeat_text),
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

/* --- options ---------------------------------------------------------------------------------- */

/* NULL after a message. */
static GArray *
read_seeds (void)
{
  g_auto (GStrv) words = g_strsplit (seed_list != NULL ? seed_list : "1", ",", -1);
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (guint64));
  gboolean is_good = *words != NULL;

  for (char **word = words; *word != NULL && is_good; word++)
    {
      guint64 seed;

      is_good = g_ascii_string_to_unsigned (g_strstrip (*word), 10, 0, G_MAXUINT64, &seed, NULL);
      for (guint i = 0; i < seeds->len && is_good; i++)
        is_good = g_array_index (seeds, guint64, i) != seed;
      g_array_append_val (seeds, seed);
    }
  if (is_good)
    return g_steal_pointer (&seeds);
  gw_cli_say (_ ("--seeds needs different whole numbers from 0 to 18446744073709551615 with commas "
                 "between, such as 1,2,3."));
  return NULL;
}

/* Routes are written under the names of their instances. */
static gboolean
have_own_names (char **paths)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (solutions_folder == NULL && best_folder == NULL)
    return TRUE;
  for (char **path = paths; *path != NULL; path++)
    if (!g_hash_table_add (names, g_path_get_basename (*path)))
      {
        gw_cli_say (_ ("Two instances have the name of “%s”, so their routes would go into one "
                       "file. Please run them one after the other."),
                    *path);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_options (GwBenchSeries *series, int *argc, char ***argv)
{
  if (!gw_cli_parse (&gw_cli_bench, entries, argc, argv, -2))
    return FALSE;
  series->paths = *argv + 2;
  series->has_hard_shifts = has_hard_shifts;
  series->solutions_folder = solutions_folder;
  series->best_folder = best_folder;
  if (!gw_bench_parse_family ((*argv)[1], has_hard_shifts, &series->family) ||
      !gw_cli_budget_check (&budget, 10) || !gw_cli_parse_repeat (repeat_text, &budget, &repeat) ||
      !gw_cli_check_repeats_once (&repeat) || !have_own_names (series->paths))
    return FALSE;
  series->budget = budget;
  series->repeat = repeat.n_searches > 0 ? &repeat.searches[0] : NULL;
  return TRUE;
}

static GwCliStatus
check_files (char **instances)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (GwCliFile));
  const GwCliFile own[] = { { best_known_path, FALSE }, { csv_path, TRUE }, { trace_path, TRUE } };
  GwCliStatus status;

  for (char **path = instances; *path != NULL; path++)
    {
      GwCliFile file = { *path, FALSE };
      g_array_append_val (files, file);
    }
  g_array_append_vals (files, own, G_N_ELEMENTS (own));
  status = gw_cli_check_files (&g_array_index (files, GwCliFile, 0), files->len);
  if (status == GW_CLI_DONE &&
      ((solutions_folder != NULL && !gw_cli_make_public_folder (solutions_folder)) ||
       (best_folder != NULL && !gw_cli_make_public_folder (best_folder))))
    status = GW_CLI_NOT_SAVED;
  return status;
}

/* --- running ---------------------------------------------------------------------------------- */

static GwCliStatus
run_series (GwBenchSeries *series)
{
  g_autoptr (GwBestKnown) best_known = gw_best_known_new (best_known_path);
  g_autoptr (GwCliTable) table = NULL;
  g_autoptr (GwCliTable) trace = NULL;
  GwCliStatus status = check_files (series->paths);

  if (status != GW_CLI_DONE)
    return status;
  series->best_known = best_known;
  if (!gw_best_known_is_readable (best_known) || !gw_bench_series_check (series))
    return GW_CLI_UNREADABLE;
  if (csv_path != NULL)
    table = gw_cli_table_new (csv_path, gw_bench_table_heading);
  if (trace_path != NULL)
    trace = gw_cli_table_new (trace_path, gw_bench_trace_heading);
  if ((csv_path != NULL && table == NULL) || (trace_path != NULL && trace == NULL))
    return GW_CLI_NOT_SAVED;
  series->table = table;
  series->trace = trace;
  return gw_bench_series_run (series);
}

static GwCliStatus
run (int argc, char **argv)
{
  GwBenchSeries series = { 0 };
  g_autoptr (GArray) seeds = NULL;

  if (!read_options (&series, &argc, &argv))
    return GW_CLI_USAGE;
  seeds = read_seeds ();
  if (seeds == NULL)
    return GW_CLI_USAGE;
  series.seeds = &g_array_index (seeds, guint64, 0);
  series.n_seeds = seeds->len;
  return run_series (&series);
}

const GwCliCommand gw_cli_bench = {
  .name = "bench",
  .arguments = "vrptw|hhcrsp|hhcrsp-json FILES…",
  .summary = N_ ("Search published instances, beside their best known costs"),
  .run = run,
};
