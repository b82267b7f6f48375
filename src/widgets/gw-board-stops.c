/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where: the rows that are shown, the lane's lines, and every place the focus can be. */
#include "config.h"

#include "gw-board-private.h"

#include <math.h>

#define CARD_MARGIN 4
#define MOST_ZOOM_SCALE 1.5
#define NAME_WIDTH 152
#define LEAST_DAY_WIDTH 84
#define LANE_LINE 26
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

static void
append_rows (GwBoard *self, gboolean working)
{
  for (gint row = 0; row < (gint) gw_board_week_get_n_rows (self->week); row++)
    if (gw_board_week_works (self->week, (guint) row, self->geometry.day) == working)
      g_array_append_val (self->shown, row);
}

/*
 * Shifts that nobody holds, as what is to cover comes first; those who work, by the start of their
 * shift; then the fold, and behind it the others.
 */
static void
list_day_rows (GwBoard *self)
{
  const gint fold = GW_BOARD_FOLD, open = GW_BOARD_ROW_OPEN;
  guint n_rows = gw_board_week_get_n_rows (self->week);

  append_rows (self, TRUE);
  g_array_sort_with_data (self->shown, compare_working, self);
  if (self->shown->len < n_rows)
    {
      g_array_append_val (self->shown, fold);
      if (self->fold_open)
        append_rows (self, FALSE);
    }
  if (gw_board_week_count_open (self->week, self->geometry.day) > 0)
    g_array_prepend_val (self->shown, open);
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
static double
get_day_height (GwBoard *self)
{
  double room = self->geometry.height - self->geometry.axis_height -
                gw_board_px (self, LEAST_LANE_DAY) - gw_board_px (self, GW_BOARD_FOLD_HEIGHT);
  guint n = MAX (self->shown->len, 1);

  return CLAMP (floor (room / n), gw_board_px (self, GW_BOARD_ROW_HEIGHT),
                gw_board_px (self, GW_BOARD_MOST_HEIGHT));
}

/* As many lines as a day has open shifts; in a day, as they overlap. */
static double
measure_open (GwBoard *self)
{
  gint lines = 1;

  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    lines = gw_board_week_get_cell (self->week, GW_BOARD_ROW_OPEN, self->geometry.day)->n_levels;
  for (gint day = 0; self->geometry.view == GW_BOARD_VIEW_WEEK && day < self->geometry.n_days;
       day++)
    lines = MAX (lines,
                 (gint) gw_board_week_get_cell (self->week, GW_BOARD_ROW_OPEN, day)->n_shifts);
  return MAX (gw_board_px (self, GW_BOARD_ROW_HEIGHT), lines * gw_board_px (self, LANE_LINE) + 4);
}

static double
measure_row (GwBoard *self, gint row)
{
  guint most;

  if (row == GW_BOARD_ROW_OPEN)
    return measure_open (self);

  if (row == GW_BOARD_FOLD)
    return gw_board_px (self, GW_BOARD_FOLD_HEIGHT);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    return get_day_height (self);
  if (!gw_board_is_opened (self, row))
    return gw_board_px (self, GW_BOARD_ROW_HEIGHT);
  most = count_most_entries (self, row);
  return gw_board_px (self, GW_BOARD_ROW_HEIGHT) +
         (most > 0 ? most * gw_board_px (self, GW_BOARD_LINE_HEIGHT) + OPENED_PADDING : 0);
}

static guint
get_lane_lines (GwBoard *self)
{
  return self->lane_open ? GW_BOARD_LANE_LINES_OPEN : GW_BOARD_LANE_LINES_CLOSED;
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
  lines = MIN (lines, get_lane_lines (self));
  self->geometry.lane_height = MAX (lines * gw_board_px (self, LANE_LINE) + 4,
                                    in_day ? gw_board_px (self, LEAST_LANE_DAY)
                                           : gw_board_px (self, LEAST_LANE_WEEK));
}

static void
add_stop (GwBoard *self, gint shown, gint day, gint entry, double top, double height)
{
  GwBoardStop stop = { shown, day, entry, -1, 0, 1, top, height };
  g_array_append_val (self->stops, stop);
}

static void
add_shift_stop (GwBoard *self, gint shown, const GwBoardCell *cell, gint day, guint part,
                const GwBoardStop *shape)
{
  GwBoardStop stop = *shape;

  stop.shown = shown;
  stop.day = day;
  stop.entry = -1;
  stop.shift = cell->n_shifts > 0 ? (gint) (cell->first_shift + part) : -1;
  stop.part = (gint) part;
  g_array_append_val (self->stops, stop);
}

/* Below each other, as in the lane. */
static void
add_open_shifts (GwBoard *self, gint shown, gint day)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, GW_BOARD_ROW_OPEN, day);
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;

  for (guint i = 0; i < cell->n_shifts; i++)
    {
      gint line = in_day ? gw_board_week_get_shift (self->week, cell->first_shift + i)->level
                         : (gint) i;
      GwBoardStop shape = { .n_parts = 1,
                            .top = 2 + line * gw_board_px (self, LANE_LINE),
                            .height = gw_board_px (self, LANE_LINE) - 2 };
      if (measure_open (self) <= gw_board_px (self, GW_BOARD_ROW_HEIGHT))
        shape.height = measure_open (self) - 4;
      add_shift_stop (self, shown, cell, day, i, &shape);
    }
}

/* A line each, the last one for "+3" when they are more than lines. */
static void
add_lane_week (GwBoard *self, gint day)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, -1, day);
  guint lines = get_lane_lines (self);
  guint n = cell->n_entries <= lines ? cell->n_entries : lines - 1;

  for (guint i = 0; i < n; i++)
    add_stop (self, -1, day, (gint) (cell->first + i), 2 + i * gw_board_px (self, LANE_LINE),
              gw_board_px (self, LANE_LINE) - 2);
  self->lane_hidden += cell->n_entries - n;
}

static void
add_lane_day (GwBoard *self)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, -1, self->geometry.day);
  guint lines = get_lane_lines (self);

  for (guint i = 0; i < cell->n_entries; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, cell->first + i);
      if (entry->level < (gint) lines)
        add_stop (self, -1, self->geometry.day, (gint) (cell->first + i),
                  2 + entry->level * gw_board_px (self, LANE_LINE),
                  gw_board_px (self, LANE_LINE) - 2);
      else
        self->lane_hidden++;
    }
}

/* Its shifts lie under its cards. */
static void
add_row_day (GwBoard *self, gint shown, gint row)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, row, self->geometry.day);
  GwBoardStop shape = { .n_parts = 1, .height = get_day_height (self) };

  for (guint i = 0; i < cell->n_shifts; i++)
    add_shift_stop (self, shown, cell, self->geometry.day, i, &shape);

  for (guint i = 0; i < cell->n_entries; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, cell->first + i);
      double height = (get_day_height (self) - 2.0 * CARD_MARGIN) / MAX (entry->n_levels, 1);
      add_stop (self, shown, self->geometry.day, (gint) (cell->first + i),
                CARD_MARGIN + entry->level * height, height);
    }
}

static void
add_row_week (GwBoard *self, gint shown, gint row)
{
  for (gint day = 0; day < self->geometry.n_days; day++)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (self->week, row, day);
      GwBoardStop shape = { .n_parts = (gint) MAX (cell->n_shifts, 1),
                            .height = gw_board_px (self, GW_BOARD_ROW_HEIGHT) };
      for (guint i = 0; i < MAX (cell->n_shifts, 1); i++)
        add_shift_stop (self, shown, cell, day, i, &shape);
      if (!gw_board_is_opened (self, row))
        continue;
      for (guint i = 0; i < cell->n_entries; i++)
        add_stop (self, shown, day, (gint) (cell->first + i),
                  gw_board_px (self, GW_BOARD_ROW_HEIGHT) +
                      i * gw_board_px (self, GW_BOARD_LINE_HEIGHT),
                  gw_board_px (self, GW_BOARD_LINE_HEIGHT) - 2);
    }
}

static void
list_stops (GwBoard *self)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;

  g_array_set_size (self->stops, 0);
  self->lane_hidden = 0;
  if (in_day)
    add_lane_day (self);
  for (gint day = 0; !in_day && day < self->geometry.n_days; day++)
    add_lane_week (self, day);
  for (gint shown = 0; shown < (gint) self->shown->len; shown++)
    {
      gint row = gw_board_get_shown_row (self, shown);
      if (row == GW_BOARD_FOLD)
        continue;
      if (row == GW_BOARD_ROW_OPEN)
        for (gint day = in_day ? self->geometry.day : 0;
             day <= (in_day ? self->geometry.day : self->geometry.n_days - 1); day++)
          add_open_shifts (self, shown, day);
      else if (in_day)
        add_row_day (self, shown, row);
      else
        add_row_week (self, shown, row);
    }
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

  g_array_set_size (self->shown, 0);
  g_array_set_size (self->stops, 0);
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
        g_array_append_val (self->shown, open);
      for (gint row = 0; row < (gint) gw_board_week_get_n_rows (self->week); row++)
        g_array_append_val (self->shown, row);
    }
  for (guint i = 0; i < self->shown->len; i++)
    {
      double height = measure_row (self, g_array_index (self->shown, gint, i));
      g_array_append_val (heights, height);
    }
  gw_board_geometry_set_rows (&self->geometry, (const double *) (gpointer) heights->data,
                              heights->len);
  measure_lane (self);
  list_stops (self);
}

gint
gw_board_get_shown_row (GwBoard *self, gint shown)
{
  if (shown < 0 || shown >= (gint) self->shown->len)
    return GW_BOARD_FOLD;
  return g_array_index (self->shown, gint, shown);
}

gint
gw_board_find_shown (GwBoard *self, gint row)
{
  for (guint i = 0; row != GW_BOARD_FOLD && i < self->shown->len; i++)
    if (g_array_index (self->shown, gint, i) == row)
      return (gint) i;
  return -1;
}

const GwBoardStop *
gw_board_get_stop (GwBoard *self, guint index)
{
  g_return_val_if_fail (index < self->stops->len, NULL);
  return &g_array_index (self->stops, GwBoardStop, index);
}

GwBoardBox
gw_board_get_stop_box (GwBoard *self, const GwBoardStop *stop)
{
  GwBoardBox box;

  if (self->geometry.view == GW_BOARD_VIEW_DAY && stop->shift >= 0)
    {
      const GwBoardShift *shift = gw_board_week_get_shift (self->week, (guint) stop->shift);
      box = gw_board_geometry_get_span_box (&self->geometry, stop->shown, shift->start, shift->end);
    }
  else if (self->geometry.view == GW_BOARD_VIEW_DAY && stop->entry >= 0)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
      box = gw_board_geometry_get_span_box (&self->geometry, stop->shown, entry->start, entry->end);
      box.x += 0.5;
      box.width = MAX (box.width - 1, 8);
    }
  else
    {
      box = gw_board_geometry_get_cell_box (&self->geometry, stop->shown, stop->day);
      if (stop->entry >= 0)
        {
          box.x += 3;
          box.width -= 6;
        }
      else
        {
          if (gw_board_get_shown_row (self, stop->shown) == GW_BOARD_ROW_OPEN)
            {
              box.x += 3;
              box.width -= 6;
            }
          if (stop->n_parts > 1)
            {
              box.width /= stop->n_parts;
              box.x += box.width *
                       (self->geometry.right_to_left ? stop->n_parts - 1 - stop->part : stop->part);
            }
        }
    }
  box.y += stop->top;
  box.height = stop->height;
  return box;
}

gint
gw_board_find_stop (GwBoard *self, gint entry)
{
  for (guint i = 0; entry >= 0 && i < self->stops->len; i++)
    if (gw_board_get_stop (self, i)->entry == entry)
      return (gint) i;
  return -1;
}

gint
gw_board_find_cell_stop (GwBoard *self, gint shown, gint day, gint part)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      if (stop->entry < 0 && stop->shown == shown && stop->day == day && stop->part == part)
        return (gint) i;
    }
  return -1;
}

gint
gw_board_find_shift_stop (GwBoard *self, GwId id)
{
  gint shift = gw_board_week_find_shift (self->week, id);

  for (guint i = 0; shift >= 0 && i < self->stops->len; i++)
    if (gw_board_get_stop (self, i)->shift == shift)
      return (gint) i;
  return -1;
}

gint
gw_board_pick_stop (GwBoard *self, double x, double y)
{
  GwBoardSpot spot = gw_board_geometry_pick (&self->geometry, x, y);
  gint best = -1;

  if (spot.region != GW_BOARD_REGION_LANE && spot.region != GW_BOARD_REGION_ROWS)
    return -1;
  for (guint i = 0; i < self->stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GwBoardBox box;

      if (stop->shown != spot.row || stop->day != spot.day)
        continue;
      box = gw_board_get_stop_box (self, stop);
      if (x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)
        best = (gint) i;
    }
  return best;
}

gboolean
gw_board_is_opened (GwBoard *self, gint row)
{
  GwId id = gw_board_week_get_row (self->week, (guint) row)->id;
  return g_hash_table_contains (self->opened, &id);
}

void
gw_board_toggle_row (GwBoard *self, gint row)
{
  GwId id = gw_board_week_get_row (self->week, (guint) row)->id;

  if (!g_hash_table_remove (self->opened, &id))
    g_hash_table_add (self->opened, g_memdup2 (&id, sizeof id));
  gw_board_relayout (self);
}
