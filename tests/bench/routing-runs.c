/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables and traces say. */
#include "config.h"

#include "routing-runs.h"

#include <math.h>
#include <string.h>

#define MOST_SEEDS 32

/* --- means by seed ---------------------------------------------------------------------------- */

/* Sums and numbers, for each seed; seeds are told apart by their text. */
typedef struct
{
  char *names[MOST_SEEDS];
  double sums[MOST_SEEDS];
  guint counts[MOST_SEEDS];
  guint n_seeds;
} Means;

static void
means_clear (Means *self)
{
  for (guint i = 0; i < self->n_seeds; i++)
    g_free (self->names[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Means, means_clear)

static guint
means_find_seed (Means *self, const char *name)
{
  guint i = 0;

  while (i < self->n_seeds && strcmp (self->names[i], name) != 0)
    i++;
  if (i == self->n_seeds && i < MOST_SEEDS)
    self->names[self->n_seeds++] = g_strdup (name);
  return MIN (i, MOST_SEEDS - 1);
}

static void
means_get (const Means *self, GapPoint *point)
{
  double sum = 0;
  guint n = 0;

  *point = (GapPoint){ point->seconds, NAN, NAN, NAN };
  for (guint i = 0; i < self->n_seeds; i++)
    {
      double mean = self->sums[i] / self->counts[i];
      sum += self->sums[i];
      n += self->counts[i];
      point->low = i == 0 ? mean : MIN (point->low, mean);
      point->high = i == 0 ? mean : MAX (point->high, mean);
    }
  point->gap = n > 0 ? sum / n : NAN;
  if (self->n_seeds < 2)
    point->low = point->high = NAN;
}

/* --- the table -------------------------------------------------------------------------------- */

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
read_table (const char *path, RoutingRuns *self)
{
  g_auto (GStrv) rows = read_rows (path);
  g_auto (Means) means = { 0 };
  GapPoint mean = { 0 };

  for (char **row = rows; *row != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (*row, ",", -1);
      guint seed;
      if (g_strv_length (cells) < 10)
        continue;
      self->n_runs++;
      if (strcmp (cells[8], "yes") != 0)
        {
          self->n_without++;
          continue;
        }
      self->cost += g_ascii_strtod (cells[5], NULL);
      if (*cells[7] == '\0')
        continue;
      seed = means_find_seed (&means, cells[2]);
      means.sums[seed] += g_ascii_strtod (cells[7], NULL);
      means.counts[seed]++;
      self->n_gaps++;
    }
  means_get (&means, &mean);
  self->gap = mean.gap;
  self->low = mean.low;
  self->high = mean.high;
  self->cost = self->n_runs > self->n_without ? self->cost / (self->n_runs - self->n_without) : NAN;
}

/* --- the trace -------------------------------------------------------------------------------- */

typedef struct
{
  double seconds, gap;
  guint run, seed;
} Moment;

static int
compare_moments (const void *a, const void *b)
{
  const Moment *first = a, *second = b;

  return first->seconds < second->seconds ? -1 : first->seconds > second->seconds;
}

static GArray *
read_moments (const char *path, Means *means, guint *n_runs)
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
      moment.seed = means_find_seed (means, cells[2]);
      run = g_strconcat (cells[1], " ", cells[2], NULL);
      if (strcmp (run, last) != 0)
        {
          (*n_runs)++;
          means->counts[moment.seed]++;
        }
      g_free (last);
      last = g_steal_pointer (&run);
      moment.seconds = g_ascii_strtod (cells[4], NULL);
      moment.gap = g_ascii_strtod (cells[7], NULL);
      moment.run = *n_runs - 1;
      if (*cells[7] != '\0')
        g_array_append_val (moments, moment);
    }
  g_array_sort (moments, compare_moments);
  return moments;
}

/* The mean over runs of the best so far, from when every run has one. */
static void
read_trace (const char *path, RoutingRuns *self, double seconds)
{
  g_auto (Means) means = { 0 };
  guint n_runs, n_begun = 0;
  g_autoptr (GArray) moments = read_moments (path, &means, &n_runs);
  g_autofree double *gaps = g_new (double, n_runs + 1);
  GapPoint point = { 0 };

  for (guint i = 0; i < n_runs; i++)
    gaps[i] = NAN;
  for (guint i = 0; i < moments->len; i++)
    {
      const Moment *moment = &g_array_index (moments, Moment, i);
      gboolean is_first = isnan (gaps[moment->run]) != 0;
      n_begun += is_first;
      means.sums[moment->seed] += moment->gap - (is_first ? 0 : gaps[moment->run]);
      gaps[moment->run] = moment->gap;
      point.seconds = moment->seconds;
      means_get (&means, &point);
      if (n_begun == n_runs)
        g_array_append_val (self->course, point);
    }
  if (self->course->len > 0 && point.seconds < seconds)
    {
      point.seconds = seconds;
      g_array_append_val (self->course, point);
    }
}

void
routing_runs_read (RoutingRuns *self, const char *table, const char *trace, double seconds)
{
  *self = (RoutingRuns){ .course = g_array_new (FALSE, FALSE, sizeof (GapPoint)) };
  read_table (table, self);
  read_trace (trace, self, seconds);
}
