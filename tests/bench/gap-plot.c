/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots of gaps against time. */
#include "config.h"

#include "gap-plot.h"

#include <math.h>

#define WIDTH 900
#define HEIGHT 480
#define LEFT 70
#define RIGHT 690
#define TOP 50
#define BOTTOM 420
#define LEAST_GAP 0.01
#define LEAST_TIME 0.1

typedef struct
{
  char *name;
  GArray *points; /* of GapPoint */
  GapStyle style;
} Series;

struct _GapPlot
{
  char *title;
  GPtrArray *series;
  double most_gap, most_time;
};

static void
free_series (gpointer data)
{
  Series *series = data;

  g_free (series->name);
  g_array_unref (series->points);
  g_free (series);
}

GapPlot *
gap_plot_new (const char *title)
{
  GapPlot *self = g_new0 (GapPlot, 1);

  self->title = g_strdup (title);
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->most_gap = 10;
  self->most_time = 100;
  return self;
}

void
gap_plot_free (GapPlot *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->series);
  g_free (self);
}

void
gap_plot_add (GapPlot *self, const char *name, const GapPoint *points, guint n_points,
              GapStyle style)
{
  Series *series = g_new0 (Series, 1);

  series->name = g_strdup (name);
  series->style = style;
  series->points = g_array_new (FALSE, FALSE, sizeof (GapPoint));
  for (guint i = 0; i < n_points; i++)
    {
      GapPoint point = { MAX (points[i].seconds, LEAST_TIME), MAX (points[i].gap, LEAST_GAP) };
      if (isnan (points[i].gap))
        continue;
      g_array_append_val (series->points, point);
      while (point.gap > self->most_gap)
        self->most_gap *= 10;
      while (point.seconds > self->most_time)
        self->most_time *= 10;
    }
  g_ptr_array_add (self->series, series);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static double
get_x (const GapPlot *self, double seconds)
{
  return LEFT + (RIGHT - LEFT) * log (seconds / LEAST_TIME) / log (self->most_time / LEAST_TIME);
}

static double
get_y (const GapPlot *self, double gap)
{
  return BOTTOM - (BOTTOM - TOP) * log (gap / LEAST_GAP) / log (self->most_gap / LEAST_GAP);
}

/* A format of one %s for each number, so that no locale puts a comma into the file. */
static void
append_point (GString *svg, double x, double y)
{
  char first[G_ASCII_DTOSTR_BUF_SIZE], second[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, "%s,%s ", g_ascii_formatd (first, sizeof first, "%.1f", x),
                          g_ascii_formatd (second, sizeof second, "%.1f", y));
}

static void
append_text (GString *svg, double x, double y, const char *attributes, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (svg, "<text x=\"%d\" y=\"%d\" %s>%s</text>\n", (int) lround (x),
                          (int) lround (y), attributes, escaped);
}

static void
append_line (GString *svg, double x1, double y1, double x2, double y2)
{
  g_string_append_printf (svg, "<path class=\"grid\" d=\"M%d,%dL%d,%d\"/>\n", (int) lround (x1),
                          (int) lround (y1), (int) lround (x2), (int) lround (y2));
}

static void
append_axes (const GapPlot *self, GString *svg)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (double gap = LEAST_GAP; gap <= self->most_gap * 1.01; gap *= 10)
    {
      append_line (svg, LEFT, get_y (self, gap), RIGHT, get_y (self, gap));
      append_text (svg, LEFT - 8, get_y (self, gap) + 4, "text-anchor=\"end\"",
                   g_ascii_formatd (number, sizeof number, "%.7g", gap));
    }
  for (double time = LEAST_TIME; time <= self->most_time * 1.01; time *= 10)
    {
      append_line (svg, get_x (self, time), TOP, get_x (self, time), BOTTOM);
      append_text (svg, get_x (self, time), BOTTOM + 18, "text-anchor=\"middle\"",
                   g_ascii_formatd (number, sizeof number, "%.7g", time));
    }
  append_text (svg, (LEFT + RIGHT) / 2, BOTTOM + 40, "text-anchor=\"middle\"", "seconds");
  append_text (svg, LEFT - 8, TOP - 12, "text-anchor=\"end\"", "gap in %");
}

static const char *
get_colour (GapStyle style, guint number)
{
  static const char *const colours[] = { "#a33", "#2a7", "#b70", "#849", "#09a", "#777", "#640" };

  if (style == GAP_STYLE_OURS)
    return "#1a5fb4";
  return style == GAP_STYLE_COURSE ? "#99c1f1" : colours[number % G_N_ELEMENTS (colours)];
}

static void
append_curve (const GapPlot *self, GString *svg, const Series *series, const char *colour)
{
  g_string_append_printf (svg,
                          "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" points=\"",
                          colour, series->style == GAP_STYLE_OURS ? "2.5" : "1.3");
  for (guint i = 0; i < series->points->len; i++)
    {
      const GapPoint *point = &g_array_index (series->points, GapPoint, i);
      append_point (svg, get_x (self, point->seconds), get_y (self, point->gap));
    }
  g_string_append (svg, "\"/>\n");
  for (guint i = 0; series->style != GAP_STYLE_COURSE && i < series->points->len; i++)
    {
      const GapPoint *point = &g_array_index (series->points, GapPoint, i);
      g_string_append_printf (svg, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>\n",
                              (int) lround (get_x (self, point->seconds)),
                              (int) lround (get_y (self, point->gap)), colour);
    }
}

/* Curves with their names beside; a name that comes again is written once. */
static void
append_all_series (const GapPlot *self, GString *svg)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_others = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = g_ptr_array_index (self->series, i);
      const char *colour = get_colour (series->style, n_others);
      int y = TOP + 16 + (int) g_hash_table_size (named) * 22;
      n_others += series->style == GAP_STYLE_OTHER;
      append_curve (self, svg, series, colour);
      if (!g_hash_table_add (named, series->name))
        continue;
      g_string_append_printf (svg, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>\n",
                              RIGHT + 20, y - 4, colour);
      append_text (svg, RIGHT + 32, y, "", series->name);
    }
}

gboolean
gap_plot_save (const GapPlot *self, const char *path)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                          "font-family=\"Cantarell, sans-serif\" font-size=\"13\">\n"
                          "<style>.grid { stroke: #ddd; }</style>\n"
                          "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                          WIDTH, HEIGHT);
  append_text (svg, LEFT, 20, "font-size=\"16\" font-weight=\"bold\"", self->title);
  append_axes (self, svg);
  append_all_series (self, svg);
  g_string_append (svg, "</svg>\n");
  if (g_file_set_contents (path, svg->str, (gssize) svg->len, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}
