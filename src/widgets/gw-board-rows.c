/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are shown and how high each is, the lane, and the size of text that all of it follows. */
#include "config.h"

#include "gw-board-rows.h"

#include <math.h>

#define MOST_ZOOM_SCALE 1.5
#define NAME_WIDTH 152
#define LEAST_DAY_WIDTH 84
#define OPENED_PADDING 5
#define LEAST_LANE_WEEK 50
#define LEAST_LANE_DAY 56

double
gw_board_px (GwBoard *self, double pixels)
{
  return round (pixels * self->scale);
}

double
gw_board_get_zoom (GwBoard *self)
{
  static const double zooms[] = { GW_BOARD_ZOOM_WHOLE, GW_BOARD_ZOOM_HALF, GW_BOARD_ZOOM_HOUR };

  return zooms[self->zoom_step + 1] * MIN (self->scale, MOST_ZOOM_SCALE);
}

/* In large text a card is wider, or its name would not fit; the minute at the start stays. */
static void
follow_scale (GwBoard *self, double scale)
{
  if (scale == self->scale)
    return;
  self->scale = scale;
  gw_board_geometry_zoom_about (&self->geometry, gw_board_get_zoom (self),
                                gw_board_geometry_get_body (&self->geometry).x);
}

static gint
compare_working (gconstpointer a, gconstpointer b, gpointer data)
{
  GwBoard *self = data;
  gint one = *(const gint *) a, other = *(const gint *) b;
  const GwBoardCell *first = gw_board_week_get_cell (self->week, one, self->geometry.day);
  const GwBoardCell *second = gw_board_week_get_cell (self->week, other, self->geometry.day);
  gint first_start = first->n_shifts > 0 ? first->start : G_MAXINT;
  gint second_start = second->n_shifts > 0 ? second->start : G_MAXINT;

  if (first_start != second_start)
    return first_start < second_start ? -1 : 1;
  return one - other;
}

/* Who is no longer in the team is not among those who could work. */
static void
append_rows (GwBoard *self, gboolean working)
{
  for (gint row = 0; row < (gint) gw_board_week_get_n_rows (self->week); row++)
    if (gw_board_week_works (self->week, (guint) row, self->geometry.day) == working &&
        (working || !gw_board_week_get_row (self->week, (guint) row)->is_gone))
      g_array_append_val (self->layout.shown, row);
}

static gboolean
has_idle (GwBoard *self)
{
  guint n = self->layout.shown->len;
  gboolean has;

  append_rows (self, FALSE);
  has = self->layout.shown->len > n;
  g_array_set_size (self->layout.shown, n);
  return has;
}

/*
 * Shifts that nobody holds, as what is to cover comes first; those who work, by the start of their
 * shift; then the fold, and behind it the others.
 */
static void
list_day_rows (GwBoard *self)
{
  const gint fold = GW_BOARD_FOLD, open = GW_BOARD_ROW_OPEN;

  append_rows (self, TRUE);
  g_array_sort_with_data (self->layout.shown, compare_working, self);
  if (has_idle (self))
    {
      g_array_append_val (self->layout.shown, fold);
      if (self->layout.fold_open)
        append_rows (self, FALSE);
    }
  if (gw_board_week_count_open (self->week, self->geometry.day) > 0)
    g_array_prepend_val (self->layout.shown, open);
}

static guint
count_most_entries (GwBoard *self, gint row)
{
  guint most = 0;

  for (gint day = 0; day < self->geometry.n_days; day++)
    most = MAX (most, gw_board_week_get_cell (self->week, row, day)->n_entries);
  return most;
}

/* A day's rows share the height there is, within reason. */
double
gw_board_get_day_height (GwBoard *self)
{
  double room = self->geometry.height - self->geometry.axis_height -
                gw_board_px (self, LEAST_LANE_DAY) - gw_board_px (self, GW_BOARD_FOLD_HEIGHT);
  guint n = MAX (self->layout.shown->len, 1);

  return CLAMP (floor (room / n), gw_board_px (self, GW_BOARD_ROW_HEIGHT),
                gw_board_px (self, GW_BOARD_MOST_HEIGHT));
}

/* As many lines as a day has open shifts; in a day, as they overlap. */
double
gw_board_measure_open (GwBoard *self)
{
  gint lines = 1;

  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    lines = gw_board_week_get_cell (self->week, GW_BOARD_ROW_OPEN, self->geometry.day)->n_levels;
  for (gint day = 0; self->geometry.view == GW_BOARD_VIEW_WEEK && day < self->geometry.n_days;
       day++)
    lines = MAX (lines,
                 (gint) gw_board_week_get_cell (self->week, GW_BOARD_ROW_OPEN, day)->n_shifts);
  return MAX (gw_board_px (self, GW_BOARD_ROW_HEIGHT),
              lines * gw_board_px (self, GW_BOARD_LANE_LINE) + 4);
}

static double
measure_row (GwBoard *self, gint row)
{
  guint most;

  if (row == GW_BOARD_ROW_OPEN)
    return gw_board_measure_open (self);

  if (row == GW_BOARD_FOLD)
    return gw_board_px (self, GW_BOARD_FOLD_HEIGHT);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    return gw_board_get_day_height (self);
  if (!gw_board_is_opened (self, row))
    return gw_board_px (self, GW_BOARD_ROW_HEIGHT);
  most = count_most_entries (self, row);
  return gw_board_px (self, GW_BOARD_ROW_HEIGHT) +
         (most > 0 ? most * gw_board_px (self, GW_BOARD_LINE_HEIGHT) + OPENED_PADDING : 0);
}

guint
gw_board_get_lane_lines (GwBoard *self)
{
  return self->layout.lane_open ? GW_BOARD_LANE_LINES_OPEN : GW_BOARD_LANE_LINES_CLOSED;
}

static void
measure_lane (GwBoard *self)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;
  guint lines = 0;

  for (gint day = 0; day < (gint) gw_board_week_get_n_days (self->week); day++)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (self->week, -1, day);
      if (!in_day)
        lines = MAX (lines, cell->n_entries);
      else if (day == self->geometry.day)
        lines = (guint) cell->n_levels;
    }
  lines = MIN (lines, gw_board_get_lane_lines (self));
  self->geometry.lane_height = MAX (lines * gw_board_px (self, GW_BOARD_LANE_LINE) + 4,
                                    in_day ? gw_board_px (self, LEAST_LANE_DAY)
                                           : gw_board_px (self, LEAST_LANE_WEEK));
}

/* The day view's axis holds every shift and visit of its day. */
static void
measure_axis (GwBoard *self)
{
  gint start = GW_BOARD_DAY_STARTS, end = GW_BOARD_DAY_ENDS;

  for (gint row = GW_BOARD_ROW_OPEN; row < (gint) gw_board_week_get_n_rows (self->week); row++)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (self->week, row, self->geometry.day);
      if (cell->n_shifts > 0)
        {
          start = MIN (start, cell->start);
          end = MAX (end, cell->end);
        }
      for (guint i = 0; i < cell->n_entries; i++)
        {
          const GwBoardEntry *entry = gw_board_week_get_entry (self->week, cell->first + i);
          start = MIN (start, entry->start);
          end = MAX (end, entry->end);
        }
    }
  gw_board_geometry_set_axis (&self->geometry, start, end);
}

void
gw_board_layout_rows (GwBoard *self)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_set_size (self->layout.shown, 0);
  g_array_set_size (self->layout.stops, 0);
  if (self->week == NULL)
    return;
  self->geometry.n_days = (gint) gw_board_week_get_n_days (self->week);
  self->geometry.day = CLAMP (self->geometry.day, 0, self->geometry.n_days - 1);
  follow_scale (self, gw_board_measure_scale (GTK_WIDGET (self)));
  self->geometry.name_width = MIN (gw_board_px (self, NAME_WIDTH),
                                   MAX (NAME_WIDTH, self->geometry.width / 5));
  self->geometry.least_day_width = gw_board_px (self, LEAST_DAY_WIDTH);
  self->geometry.axis_height = gw_board_px (self,
                                            self->geometry.view == GW_BOARD_VIEW_DAY ? 24 : 28);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    {
      measure_axis (self);
      list_day_rows (self);
    }
  else
    {
      const gint open = GW_BOARD_ROW_OPEN;

      if (gw_board_week_count_open (self->week, -1) > 0)
        g_array_append_val (self->layout.shown, open);
      for (gint row = 0; row < (gint) gw_board_week_get_n_rows (self->week); row++)
        g_array_append_val (self->layout.shown, row);
    }
  for (guint i = 0; i < self->layout.shown->len; i++)
    {
      double height = measure_row (self, g_array_index (self->layout.shown, gint, i));
      g_array_append_val (heights, height);
    }
  gw_board_geometry_set_rows (&self->geometry, (const double *) (gpointer) heights->data,
                              heights->len);
  measure_lane (self);
  gw_board_list_stops (self);
}

gint
gw_board_get_shown_row (GwBoard *self, gint shown)
{
  if (shown < 0 || shown >= (gint) self->layout.shown->len)
    return GW_BOARD_FOLD;
  return g_array_index (self->layout.shown, gint, shown);
}

gint
gw_board_find_shown (GwBoard *self, gint row)
{
  for (guint i = 0; row != GW_BOARD_FOLD && i < self->layout.shown->len; i++)
    if (g_array_index (self->layout.shown, gint, i) == row)
      return (gint) i;
  return -1;
}

gboolean
gw_board_is_opened (GwBoard *self, gint row)
{
  GwId id = gw_board_week_get_row (self->week, (guint) row)->id;
  return g_hash_table_contains (self->layout.opened, &id);
}

void
gw_board_toggle_row (GwBoard *self, gint row)
{
  GwId id = gw_board_week_get_row (self->week, (guint) row)->id;

  if (!g_hash_table_remove (self->layout.opened, &id))
    g_hash_table_add (self->layout.opened, g_memdup2 (&id, sizeof id));
  gw_board_relayout (self);
}
