/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The published families: `good-week-plan bench` on each figure's instances, the mean gap beside the
 * best other program and the limit, and a plot of gap against time. bench-routing PROGRAM; settings
 * from the environment, as ./dev bench sets them:
 *
 *   GW_BENCH_DATA     folder of the instances; without it all is skipped
 *   GW_BENCH_FULL     1: five seeds, all instances, all times; else a few minutes
 *   GW_BENCH_THREADS  2; with 1 the limit is the best other program
 *   GW_BENCH_PLOTS    folder for the plots; none without it
 *   GW_BENCH_ONLY     name of the only figure to take
 */
#include "config.h"

#include "gap-plot.h"
#include "routing-figures.h"
#include "routing-runs.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define SKIPPED 77
#define QUICK_SECONDS 10
#define FULL_SEEDS 5

typedef struct
{
  const char *program, *data, *plots, *only;
  gboolean is_full;
  int threads;
  char *folder; /* for tables and traces */
  guint n_missed;
} Bench;

/* --- one call of the program ------------------------------------------------------------------ */

static guint
count_files (const Bench *bench, const Figure *figure)
{
  g_auto (GStrv) files = g_strsplit (figure->files, " ", -1);

  return bench->is_full ? g_strv_length (files) : figure->n_quick;
}

static void
add_files (const Bench *bench, const Figure *figure, GPtrArray *arguments)
{
  g_auto (GStrv) files = g_strsplit (figure->files, " ", -1);
  guint n = count_files (bench, figure);

  for (guint i = 0; i < n && files[i] != NULL; i++)
    g_ptr_array_add (arguments, g_build_filename (bench->data, files[i], NULL));
}

static gboolean
call (const Bench *bench, const Figure *figure, double seconds, const char *table,
      const char *trace)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (arguments, g_strdup (bench->program));
  g_ptr_array_add (arguments, g_strdup ("bench"));
  g_ptr_array_add (arguments, g_strdup (figure->family));
  add_files (bench, figure, arguments);
  g_ptr_array_add (arguments, g_strdup_printf ("--seconds=%d", (int) seconds));
  g_ptr_array_add (arguments, g_strdup_printf ("--threads=%d", bench->threads));
  g_ptr_array_add (arguments, g_strdup (bench->is_full ? "--seeds=1,2,3,4,5" : "--seeds=1"));
  g_ptr_array_add (arguments, g_strconcat ("--csv=", table, NULL));
  g_ptr_array_add (arguments, g_strconcat ("--trace=", trace, NULL));
  g_ptr_array_add (arguments, NULL);
  if (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                    NULL, NULL, NULL, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

/* --- one figure ------------------------------------------------------------------------------- */

static void
measure (const Bench *bench, const Figure *figure, double seconds, RoutingRuns *runs)
{
  g_autofree char *table = g_build_filename (bench->folder, "table.csv", NULL);
  g_autofree char *trace = g_build_filename (bench->folder, "trace.csv", NULL);

  g_remove (table);
  g_remove (trace);
  call (bench, figure, seconds, table, trace);
  routing_runs_read (runs, table, trace, seconds);
}

/* Nothing that was not measured is met: a gap that is no number is not below its limit. */
static gboolean
is_met (const Bench *bench, const Figure *figure, const RoutingRuns *runs, double limit)
{
  guint n_wanted = count_files (bench, figure) * (bench->is_full ? FULL_SEEDS : 1);

  return runs->n_runs == n_wanted && runs->n_without == 0 &&
         (isnan (limit) || (runs->n_gaps == n_wanted && runs->gap <= limit));
}

static void
print_runs (Bench *bench, const Figure *figure, const Aim *aim, const RoutingRuns *runs)
{
  double limit = bench->threads > 1 ? aim->limit : aim->best_peer;
  gboolean is_missed = !is_met (bench, figure, runs, limit);

  printf ("%-16s %4.0f s", figure->name, aim->seconds);
  if (isnan (runs->gap))
    printf ("  mean cost %9.3f, no best known", runs->cost);
  else
    printf ("  %9.3f %%", runs->gap);
  if (!isnan (runs->low))
    printf (" (seeds %.3f to %.3f)", runs->low, runs->high);
  if (!isnan (limit))
    printf ("   best other %7.3f %%   limit %7.4f %%", aim->best_peer, limit);
  if (is_missed || !isnan (limit))
    printf ("  %s", is_missed ? "MISSED" : "met");
  if (runs->n_without > 0)
    printf ("  (%u of %u runs without an answer)", runs->n_without, runs->n_runs);
  printf ("\n");
  fflush (stdout);
  bench->n_missed += is_missed;
}

static void
add_peers (GapPlot *plot, const Figure *figure)
{
  for (const Peer *peer = figure->peers; peer < figure->peers + MOST_PEERS && peer->name; peer++)
    {
      GapPoint points[MOST_POINTS];
      guint n = 0;
      for (; n < MOST_POINTS && peer->points[n].seconds > 0; n++)
        points[n] = (GapPoint){ peer->points[n].seconds, peer->points[n].gap, NAN, NAN };
      gap_plot_add (plot, peer->name, points, n, GAP_STYLE_OTHER);
    }
}

static void
save_plot (const Bench *bench, const Figure *figure, GapPlot *plot)
{
  g_autofree char *file = g_strconcat (figure->name, ".svg", NULL);
  g_autofree char *path = NULL;

  if (bench->plots == NULL)
    return;
  path = g_build_filename (bench->plots, file, NULL);
  gap_plot_save (plot, path);
}

static char *
describe (const Bench *bench, const Figure *figure)
{
  g_auto (GStrv) files = g_strsplit (figure->files, " ", -1);
  guint n_all = g_strv_length (files), n = count_files (bench, figure);

  if (bench->is_full)
    return g_strdup_printf ("Good Week: mean of %u instance%s and %d seeds, threads: %d. Bars and "
                            "bands: best and worst seed.",
                            n, n == 1 ? "" : "s", FULL_SEEDS, bench->threads);
  return g_strdup_printf ("A quick look. Good Week: %u of %u instance%s, one seed, threads: %d.", n,
                          n_all, n_all == 1 ? "" : "s", bench->threads);
}

static void
run_figure (Bench *bench, const Figure *figure)
{
  g_autofree char *note = describe (bench, figure);
  GapPlot *plot = gap_plot_new (figure->title, note);
  GapPoint ends[MOST_TIMES];
  gboolean has_gaps = FALSE;
  guint n = 0;

  for (; n < MOST_TIMES && figure->aims[n].seconds > 0; n++)
    {
      const Aim *aim = &figure->aims[n];
      RoutingRuns runs;
      if (!bench->is_full && aim->seconds > QUICK_SECONDS)
        break;
      measure (bench, figure, aim->seconds, &runs);
      print_runs (bench, figure, aim, &runs);
      ends[n] = (GapPoint){ aim->seconds, runs.gap, runs.low, runs.high };
      has_gaps |= !isnan (runs.gap);
      gap_plot_add (plot, "Good Week, on the way", (const GapPoint *) (void *) runs.course->data,
                    runs.course->len, GAP_STYLE_COURSE);
      g_array_unref (runs.course);
    }
  gap_plot_add (plot, "Good Week, at the end", ends, n, GAP_STYLE_OURS);
  add_peers (plot, figure);
  if (has_gaps)
    save_plot (bench, figure, plot);
  gap_plot_free (plot);
}

/* --- all figures ------------------------------------------------------------------------------ */

static void
read_settings (Bench *bench)
{
  const char *threads = g_getenv ("GW_BENCH_THREADS");

  bench->data = g_getenv ("GW_BENCH_DATA");
  bench->is_full = g_strcmp0 (g_getenv ("GW_BENCH_FULL"), "1") == 0;
  bench->threads = threads != NULL ? (int) g_ascii_strtoll (threads, NULL, 10) : 2;
  bench->plots = g_getenv ("GW_BENCH_PLOTS");
  bench->only = g_getenv ("GW_BENCH_ONLY");
}

static gboolean
make_folders (Bench *bench)
{
  if (bench->plots != NULL && g_mkdir_with_parents (bench->plots, 0777) != 0)
    {
      g_printerr ("%s: %s\n", bench->plots, g_strerror (errno));
      return FALSE;
    }
  bench->folder = g_dir_make_tmp ("bench-routing-XXXXXX", NULL);
  return bench->folder != NULL;
}

static void
remove_folder (Bench *bench)
{
  static const char *const files[] = { "table.csv", "trace.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (bench->folder, files[i], NULL);
      g_remove (path);
    }
  g_rmdir (bench->folder);
  g_free (bench->folder);
}

static gboolean
is_wanted (const Bench *bench, guint figure)
{
  return bench->only == NULL || strcmp (bench->only, routing_figures[figure].name) == 0;
}

static gboolean
is_sound (const Bench *bench)
{
  guint n_wanted = 0;

  for (guint i = 0; i < n_routing_figures; i++)
    n_wanted += is_wanted (bench, i);
  if (bench->program != NULL && n_wanted > 0 && bench->threads >= 1)
    return TRUE;
  g_printerr (
      "bench-routing PROGRAM, with the path of good-week-plan; GW_BENCH_THREADS is at least "
      "1, GW_BENCH_ONLY one of:");
  for (guint i = 0; i < n_routing_figures; i++)
    g_printerr (" %s", routing_figures[i].name);
  g_printerr ("\n");
  return FALSE;
}

int
main (int argc, char *argv[])
{
  Bench bench = { .program = argc > 1 ? argv[1] : NULL };

  read_settings (&bench);
  if (!is_sound (&bench))
    return 2;
  if (bench.data == NULL || !g_file_test (bench.data, G_FILE_TEST_IS_DIR))
    {
      printf ("skipped: GW_BENCH_DATA names no folder with the published instances\n");
      return SKIPPED;
    }
  if (!make_folders (&bench))
    return 2;
  printf ("Mean gap to the best known, threads: %d, %s\n", bench.threads,
          bench.is_full ? "five seeds" : "one seed, short runs (--full: five, to 60 s)");
  for (guint i = 0; i < n_routing_figures; i++)
    if (is_wanted (&bench, i))
      run_figure (&bench, &routing_figures[i]);
  printf ("%u missed\n", bench.n_missed);
  remove_folder (&bench);
  return bench.n_missed > 0;
}
