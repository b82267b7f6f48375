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

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define SKIPPED 77
#define QUICK_SECONDS 10

typedef struct
{
  const char *program, *data, *plots, *only;
  gboolean is_full;
  int threads;
  char *folder; /* for tables and traces */
  guint n_missed;
} Bench;

/* The mean of a table, and the course of it. */
typedef struct
{
  double gap; /* NaN: no run has one */
  guint n_runs, n_without;
  GArray *course; /* of GapPoint */
} Outcome;

/* --- one call of the program ------------------------------------------------------------------ */

static void
add_files (const Bench *bench, const Figure *figure, GPtrArray *arguments)
{
  g_auto (GStrv) files = g_strsplit (figure->files, " ", -1);
  guint n = bench->is_full ? g_strv_length (files) : figure->n_quick;

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

/* --- its tables ------------------------------------------------------------------------------- */

/* Rows without their heading; the files have no cell with a comma in it. */
static char **
read_rows (const char *path)
{
  g_autofree char *text = NULL;
  char *rows;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_new0 (char *, 1);
  rows = strchr (text, '\n');
  return g_strsplit (g_strstrip (rows != NULL ? rows + 1 : text), "\n", -1);
}

static void
read_table (const char *path, Outcome *outcome)
{
  g_auto (GStrv) rows = read_rows (path);
  double sum = 0;
  guint n = 0;

  for (char **row = rows; *row != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (*row, ",", -1);
      if (g_strv_length (cells) < 10)
        continue;
      outcome->n_runs++;
      outcome->n_without += strcmp (cells[8], "yes") != 0;
      if (*cells[7] == '\0')
        continue;
      sum += g_ascii_strtod (cells[7], NULL);
      n++;
    }
  outcome->gap = n > 0 ? sum / n : NAN;
}

typedef struct
{
  double seconds, gap;
  guint run;
} Moment;

static int
compare_moments (const void *a, const void *b)
{
  const Moment *first = a, *second = b;

  return first->seconds < second->seconds ? -1 : first->seconds > second->seconds;
}

static GArray *
read_moments (const char *path, guint *n_runs)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  g_auto (GStrv) rows = read_rows (path);
  g_autofree char *last = g_strdup ("");

  *n_runs = 0;
  for (char **row = rows; *row != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (*row, ",", -1);
      g_autofree char *run = NULL;
      Moment moment;
      if (g_strv_length (cells) < 8)
        continue;
      run = g_strconcat (cells[1], " ", cells[2], NULL);
      *n_runs += strcmp (run, last) != 0;
      g_free (last);
      last = g_steal_pointer (&run);
      moment = (Moment){ g_ascii_strtod (cells[4], NULL), g_ascii_strtod (cells[7], NULL),
                         *n_runs - 1 };
      if (*cells[7] != '\0')
        g_array_append_val (moments, moment);
    }
  g_array_sort (moments, compare_moments);
  return moments;
}

/* The mean over runs of the best so far, from when every run has one. */
static void
read_trace (const char *path, Outcome *outcome)
{
  guint n_runs, n_begun = 0;
  g_autoptr (GArray) moments = read_moments (path, &n_runs);
  g_autofree double *gaps = g_new (double, n_runs + 1);
  double sum = 0;

  outcome->course = g_array_new (FALSE, FALSE, sizeof (GapPoint));
  for (guint i = 0; i < n_runs; i++)
    gaps[i] = NAN;
  for (guint i = 0; i < moments->len; i++)
    {
      const Moment *moment = &g_array_index (moments, Moment, i);
      GapPoint point = { moment->seconds, 0 };
      n_begun += isnan (gaps[moment->run]) != 0;
      sum += moment->gap - (isnan (gaps[moment->run]) ? 0 : gaps[moment->run]);
      gaps[moment->run] = moment->gap;
      point.gap = sum / n_runs;
      if (n_begun == n_runs)
        g_array_append_val (outcome->course, point);
    }
}

/* --- one figure ------------------------------------------------------------------------------- */

static Outcome
measure (const Bench *bench, const Figure *figure, double seconds)
{
  g_autofree char *table = g_build_filename (bench->folder, "table.csv", NULL);
  g_autofree char *trace = g_build_filename (bench->folder, "trace.csv", NULL);
  Outcome outcome = { .gap = NAN };

  g_remove (table);
  g_remove (trace);
  call (bench, figure, seconds, table, trace);
  read_table (table, &outcome);
  read_trace (trace, &outcome);
  return outcome;
}

static void
print_outcome (Bench *bench, const Figure *figure, const Aim *aim, const Outcome *outcome)
{
  double limit = bench->threads > 1 ? aim->limit : aim->best_peer;
  gboolean is_missed = outcome->n_runs == 0 || outcome->n_without > 0 || outcome->gap > limit;

  printf ("%-16s %4.0f s  %9.3f %%", figure->name, aim->seconds, outcome->gap);
  if (!isnan (limit))
    printf ("   best other %7.3f %%   limit %7.3f %%  %s", aim->best_peer, limit,
            is_missed ? "MISSED" : "met");
  if (outcome->n_without > 0)
    printf ("  (%u of %u runs without an answer)", outcome->n_without, outcome->n_runs);
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
        points[n] = (GapPoint){ peer->points[n].seconds, peer->points[n].gap };
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
  add_peers (plot, figure);
  gap_plot_save (plot, path);
}

static void
run_figure (Bench *bench, const Figure *figure)
{
  GapPlot *plot = gap_plot_new (figure->title);
  GapPoint ends[MOST_TIMES];
  guint n = 0;

  for (; n < MOST_TIMES && figure->aims[n].seconds > 0; n++)
    {
      const Aim *aim = &figure->aims[n];
      Outcome outcome;
      if (!bench->is_full && aim->seconds > QUICK_SECONDS)
        break;
      outcome = measure (bench, figure, aim->seconds);
      print_outcome (bench, figure, aim, &outcome);
      ends[n] = (GapPoint){ aim->seconds, outcome.gap };
      gap_plot_add (plot, "Good Week, course of runs",
                    (const GapPoint *) (void *) outcome.course->data, outcome.course->len,
                    GAP_STYLE_COURSE);
      g_array_unref (outcome.course);
    }
  gap_plot_add (plot, "Good Week, end of runs", ends, n, GAP_STYLE_OURS);
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

int
main (int argc, char *argv[])
{
  Bench bench = { .program = argc > 1 ? argv[1] : "good-week-plan" };

  read_settings (&bench);
  if (bench.data == NULL || !g_file_test (bench.data, G_FILE_TEST_IS_DIR))
    {
      printf ("skipped: GW_BENCH_DATA names no folder with the published instances\n");
      return SKIPPED;
    }
  if (!make_folders (&bench))
    return 2;
  printf ("Mean gap to the best known, %d threads, %s\n", bench.threads,
          bench.is_full ? "five seeds" : "one seed, short runs (--full: five, to 60 s)");
  for (guint i = 0; i < n_routing_figures; i++)
    if (bench.only == NULL || strcmp (bench.only, routing_figures[i].name) == 0)
      run_figure (&bench, &routing_figures[i]);
  printf ("%u missed\n", bench.n_missed);
  remove_folder (&bench);
  return bench.n_missed > 0;
}
