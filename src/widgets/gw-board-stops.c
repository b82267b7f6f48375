/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every place the focus can be: cards, the cells of days, and their shifts; and where each is. */
#include "config.h"

#include "gw-board-rows.h"

#define CARD_MARGIN 4

static void
add_stop (GwBoard *self, gint shown, gint day, gint entry, double top, double height)
{
  GwBoardStop stop = { shown, day, entry, -1, 0, 1, top, height };
  g_array_append_val (self->layout.stops, stop);
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
  g_array_append_val (self->layout.stops, stop);
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
                            .top = 2 + line * gw_board_px (self, GW_BOARD_LANE_LINE),
                            .height = gw_board_px (self, GW_BOARD_LANE_LINE) - 2 };
      if (gw_board_measure_open (self) <= gw_board_px (self, GW_BOARD_ROW_HEIGHT))
        shape.height = gw_board_measure_open (self) - 4;
      add_shift_stop (self, shown, cell, day, i, &shape);
    }
}

/* A line each, the last one for "+3" when they are more than lines. */
static void
add_lane_week (GwBoard *self, gint day)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, -1, day);
  guint lines = gw_board_get_lane_lines (self);
  guint n = cell->n_entries <= lines ? cell->n_entries : lines - 1;

  for (guint i = 0; i < n; i++)
    add_stop (self, -1, day, (gint) (cell->first + i),
              2 + i * gw_board_px (self, GW_BOARD_LANE_LINE),
              gw_board_px (self, GW_BOARD_LANE_LINE) - 2);
  self->layout.lane_hidden += cell->n_entries - n;
}

static void
add_lane_day (GwBoard *self)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, -1, self->geometry.day);
  guint lines = gw_board_get_lane_lines (self);

  for (guint i = 0; i < cell->n_entries; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, cell->first + i);
      if (entry->level < (gint) lines)
        add_stop (self, -1, self->geometry.day, (gint) (cell->first + i),
                  2 + entry->level * gw_board_px (self, GW_BOARD_LANE_LINE),
                  gw_board_px (self, GW_BOARD_LANE_LINE) - 2);
      else
        self->layout.lane_hidden++;
    }
}

/* Its shifts lie under its cards. */
static void
add_row_day (GwBoard *self, gint shown, gint row)
{
  const GwBoardCell *cell = gw_board_week_get_cell (self->week, row, self->geometry.day);
  GwBoardStop shape = { .n_parts = 1, .height = gw_board_get_day_height (self) };

  for (guint i = 0; i < cell->n_shifts; i++)
    add_shift_stop (self, shown, cell, self->geometry.day, i, &shape);

  for (guint i = 0; i < cell->n_entries; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, cell->first + i);
      double height = (gw_board_get_day_height (self) - 2.0 * CARD_MARGIN) /
                      MAX (entry->n_levels, 1);
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

void
gw_board_list_stops (GwBoard *self)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;

  g_array_set_size (self->layout.stops, 0);
  self->layout.lane_hidden = 0;
  if (in_day)
    add_lane_day (self);
  for (gint day = 0; !in_day && day < self->geometry.n_days; day++)
    add_lane_week (self, day);
  for (gint shown = 0; shown < (gint) self->layout.shown->len; shown++)
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

const GwBoardStop *
gw_board_get_stop (GwBoard *self, guint index)
{
  g_return_val_if_fail (index < self->layout.stops->len, NULL);
  return &g_array_index (self->layout.stops, GwBoardStop, index);
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
  for (guint i = 0; entry >= 0 && i < self->layout.stops->len; i++)
    if (gw_board_get_stop (self, i)->entry == entry)
      return (gint) i;
  return -1;
}

gint
gw_board_find_cell_stop (GwBoard *self, gint shown, gint day, gint part)
{
  for (guint i = 0; i < self->layout.stops->len; i++)
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

  for (guint i = 0; shift >= 0 && i < self->layout.stops->len; i++)
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
  for (guint i = 0; i < self->layout.stops->len; i++)
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
