/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plots of gaps against time. */
#include "config.h"

#include "gap-plot.h"

#include <math.h>

#define WIDTH 900
#define HEIGHT 535
#define LEFT 84
#define RIGHT 670
#define TOP 70
#define BOTTOM 450
/* Gaps between this and its negative are drawn linearly. */
#define LINEAR_GAP 0.01
#define LEAST_TIME 0.1
#define OURS "#0072b2"

typedef struct
{
  char *name;
  GArray *points; /* of GapPoint */
  GapStyle style;
} Series;

struct _GapPlot
{
  char *title, *note;
  GPtrArray *series;
  double least_gap, most_gap, most_time;
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
gap_plot_new (const char *title, const char *note)
{
  GapPlot *self = g_new0 (GapPlot, 1);

  self->title = g_strdup (title);
  self->note = g_strdup (note);
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->least_gap = 0;
  self->most_gap = 1;
  self->most_time = 10;
  return self;
}

void
gap_plot_free (GapPlot *self)
{
  g_free (self->title);
  g_free (self->note);
  g_ptr_array_unref (self->series);
  g_free (self);
}

static void
make_room (GapPlot *self, const GapPoint *point)
{
  double low = isnan (point->low) ? point->gap : point->low;
  double high = isnan (point->high) ? point->gap : point->high;

  self->least_gap = MIN (self->least_gap, low * 2);
  self->most_gap = MAX (self->most_gap, high * 2);
  self->most_time = MAX (self->most_time, point->seconds * 1.5);
}

/* The best is what it was until it falls. */
static void
hold_last (GArray *points, double seconds)
{
  GapPoint point = g_array_index (points, GapPoint, points->len - 1);

  point.seconds = seconds;
  g_array_append_val (points, point);
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
      GapPoint point = points[i];
      if (isnan (point.gap))
        continue;
      point.seconds = MAX (point.seconds, LEAST_TIME);
      make_room (self, &point);
      if (style == GAP_STYLE_COURSE && series->points->len > 0)
        hold_last (series->points, point.seconds);
      g_array_append_val (series->points, point);
    }
  g_ptr_array_add (self->series, series);
}

/* --- places ----------------------------------------------------------------------------------- */

static double
get_x (const GapPlot *self, double seconds)
{
  return LEFT + (RIGHT - LEFT) * log (seconds / LEAST_TIME) / log (self->most_time / LEAST_TIME);
}

static double
fold (double gap)
{
  return asinh (gap / LINEAR_GAP);
}

static double
get_y (const GapPlot *self, double gap)
{
  double least = fold (self->least_gap), most = fold (self->most_gap);

  return BOTTOM - (BOTTOM - TOP) * (fold (gap) - least) / (most - least);
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* Appends @format with its “@”s replaced by numbers, with a point in every locale. */
static void
append_drawing (GString *svg, const char *format, const double *numbers)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (const char *c = format; *c != '\0'; c++)
    if (*c == '@')
      g_string_append (svg, g_ascii_formatd (digits, sizeof digits, "%.1f", *numbers++));
    else
      g_string_append_c (svg, *c);
}

static void
append_text (GString *svg, double x, double y, const char *attributes, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  append_drawing (svg, "<text x=\"@\" y=\"@\" ", (double[]){ x, y });
  g_string_append_printf (svg, "%s>%s</text>\n", attributes, escaped);
}

static void
append_line (GString *svg, const char *kind, double x1, double y1, double x2, double y2)
{
  g_string_append_printf (svg, "<path class=\"%s\" ", kind);
  append_drawing (svg, "d=\"M@,@L@,@\"/>\n", (double[]){ x1, y1, x2, y2 });
}

static void
append_gap_tick (const GapPlot *self, GString *svg, double gap)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *number = NULL;
  double y;

  if (gap < self->least_gap || gap > self->most_gap)
    return;
  y = get_y (self, gap);
  append_line (svg, gap == 0 ? "best" : "grid", LEFT, y, RIGHT, y);
  g_ascii_formatd (digits, sizeof digits, "%.7g", fabs (gap));
  number = g_strconcat (gap < 0 ? "−" : "", digits, NULL);
  append_text (svg, LEFT - 8, y + 4, "class=\"end\"", number);
}

static void
append_axes (const GapPlot *self, GString *svg)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  append_gap_tick (self, svg, 0);
  for (double gap = LINEAR_GAP; gap < 1e6; gap *= 10)
    {
      append_gap_tick (self, svg, gap);
      append_gap_tick (self, svg, -gap);
    }
  for (double time = LEAST_TIME; time <= self->most_time; time *= 10)
    {
      double x = get_x (self, time);
      append_line (svg, "grid", x, TOP, x, BOTTOM);
      append_text (svg, x, BOTTOM + 18, "class=\"middle\"",
                   g_ascii_formatd (number, sizeof number, "%.7g", time));
    }
  append_text (svg, (LEFT + RIGHT) / 2.0, BOTTOM + 42, "class=\"middle\"",
               "Time of a run in seconds (logarithmic)");
  append_drawing (svg, "<text class=\"middle\" transform=\"translate(@,@) rotate(-90)\">",
                  (double[]){ 24, (TOP + BOTTOM) / 2.0 });
  g_string_append (svg, "Gap to the best known cost in % (logarithmic)</text>\n");
}

/* The marks of other programs: hollow, so that one below another shows. */
static const char *const marks[] = {
  "M-5,-5H5V5H-5Z",       "M0,-6L6,5H-6Z",  "M0,-6.5L6.5,0L0,6.5L-6.5,0Z", "M0,6L6,-5H-6Z",
  "M-5,-5L5,5M-5,5L5,-5", "M-6,0H6M0,-6V6", "M-3,-6H3L6,0L3,6H-3L-6,0Z",
};

/* Okabe and Ito's colours, but for the yellow, which is too pale on white, and the blue. */
static const char *const colours[] = { "#d55e00", "#009e73", "#cc79a7", "#e69f00",
                                       "#000000", "#56b4e9", "#777777" };

static void
append_mark (GString *svg, GapStyle style, guint number, double x, double y)
{
  append_drawing (svg, "<g transform=\"translate(@,@)\">", (double[]){ x, y });
  if (style == GAP_STYLE_OURS)
    g_string_append (svg, "<circle r=\"5\" fill=\"" OURS "\"/>");
  else if (style == GAP_STYLE_COURSE)
    g_string_append (svg, "<path d=\"M-8,0H8\" stroke=\"" OURS "\" stroke-width=\"1.5\"/>"
                          "<path d=\"M-8,-5H8V5H-8Z\" fill=\"" OURS "\" fill-opacity=\"0.15\"/>");
  else
    g_string_append_printf (svg, "<path class=\"mark\" d=\"%s\" stroke=\"%s\"/>",
                            marks[number % G_N_ELEMENTS (marks)],
                            colours[number % G_N_ELEMENTS (colours)]);
  g_string_append (svg, "</g>\n");
}

static void
append_path (const GapPlot *self, GString *svg, const Series *series, const char *attributes)
{
  g_string_append_printf (svg, "<polyline %s points=\"", attributes);
  for (guint i = 0; i < series->points->len; i++)
    {
      const GapPoint *point = &g_array_index (series->points, GapPoint, i);
      append_drawing (svg, "@,@ ",
                      (double[]){ get_x (self, point->seconds), get_y (self, point->gap) });
    }
  g_string_append (svg, "\"/>\n");
}

/* The spread of a course, there along the high side and back along the low one. */
static void
append_band (const GapPlot *self, GString *svg, const Series *series)
{
  g_string_append (svg, "<polygon fill=\"" OURS "\" fill-opacity=\"0.15\" points=\"");
  for (guint i = 0; i < 2 * series->points->len; i++)
    {
      gboolean is_back = i >= series->points->len;
      const GapPoint *point = &g_array_index (series->points, GapPoint,
                                              is_back ? 2 * series->points->len - 1 - i : i);
      double gap = is_back ? point->low : point->high;
      append_drawing (
          svg, "@,@ ",
          (double[]){ get_x (self, point->seconds), get_y (self, isnan (gap) ? point->gap : gap) });
    }
  g_string_append (svg, "\"/>\n");
}

static void
append_bar (const GapPlot *self, GString *svg, const GapPoint *point)
{
  double x = get_x (self, point->seconds), low, high;

  if (isnan (point->low) || isnan (point->high))
    return;
  low = get_y (self, point->low);
  high = get_y (self, point->high);
  append_line (svg, "bar", x, low, x, high);
  append_line (svg, "bar", x - 5, low, x + 5, low);
  append_line (svg, "bar", x - 5, high, x + 5, high);
}

static void
append_series (const GapPlot *self, GString *svg, const Series *series, guint number)
{
  g_autofree char *line = NULL;

  if (series->style == GAP_STYLE_COURSE)
    {
      append_band (self, svg, series);
      append_path (self, svg, series, "fill=\"none\" stroke=\"" OURS "\" stroke-width=\"1.5\"");
      return;
    }
  if (series->style == GAP_STYLE_OTHER)
    {
      line = g_strdup_printf ("fill=\"none\" stroke=\"%s\" stroke-dasharray=\"2,4\"",
                              colours[number % G_N_ELEMENTS (colours)]);
      append_path (self, svg, series, line);
    }
  for (guint i = 0; i < series->points->len; i++)
    {
      const GapPoint *point = &g_array_index (series->points, GapPoint, i);
      if (series->style == GAP_STYLE_OURS)
        append_bar (self, svg, point);
      append_mark (svg, series->style, number, get_x (self, point->seconds),
                   get_y (self, point->gap));
    }
}

/* Curves with their names at the right; a name that comes again is written once. */
static void
append_all_series (const GapPlot *self, GString *svg)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_others = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = g_ptr_array_index (self->series, i);
      guint number = n_others;
      double y = TOP + 12 + (double) g_hash_table_size (named) * 26;
      n_others += series->style == GAP_STYLE_OTHER;
      append_series (self, svg, series, number);
      if (series->points->len == 0 || !g_hash_table_add (named, series->name))
        continue;
      append_mark (svg, series->style, number, RIGHT + 24, y);
      append_text (svg, RIGHT + 40, y + 4, "", series->name);
    }
}

static const char style[] =
    "<style>text { font-family: Cantarell, \"Open Sans\", sans-serif; font-size: 13px; }\n"
    "text.end { text-anchor: end; } text.middle { text-anchor: middle; }\n"
    "text.title { font-size: 17px; font-weight: bold; } text.note { fill: #555; }\n"
    ".grid { stroke: #ddd; } .best { stroke: #888; } .mark { fill: none; stroke-width: 2; }\n"
    ".bar { stroke: " OURS "; stroke-width: 1.5; }</style>\n";

gboolean
gap_plot_save (const GapPlot *self, const char *path)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  append_drawing (svg,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"@\" height=\"@\" "
                  "viewBox=\"0 0 @ @\">\n",
                  (double[]){ WIDTH, HEIGHT, WIDTH, HEIGHT });
  g_string_append (svg, style);
  g_string_append (svg, "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
  append_text (svg, LEFT, 26, "class=\"title\"", self->title);
  append_text (svg, LEFT, 48, "class=\"note\"", self->note);
  append_axes (self, svg);
  append_all_series (self, svg);
  append_text (svg, LEFT, HEIGHT - 10, "class=\"note\"",
               "Other programs: one core of the same machine unless named, or as published. "
               "Linear between −0.01 and 0.01 %.");
  g_string_append (svg, "</svg>\n");
  if (g_file_set_contents (path, svg->str, (gssize) svg->len, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}
