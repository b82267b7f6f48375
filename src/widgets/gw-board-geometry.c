/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board's geometry. All of it is written left to right; mirror() is the only turn. */
#include "config.h"

#include "gw-board-geometry.h"

#include <math.h>

static double
mirror (const GwBoardGeometry *self, double x)
{
  return self->right_to_left ? self->width - x : x;
}

static GwBoardBox
mirror_box (const GwBoardGeometry *self, GwBoardBox box)
{
  if (self->right_to_left)
    box.x = self->width - box.x - box.width;
  return box;
}

static double
rows_top (const GwBoardGeometry *self)
{
  return self->axis_height + self->lane_height;
}

static double
row_top (const GwBoardGeometry *self, guint row)
{
  return g_array_index (self->row_tops, double, row);
}

static double
rows_height (const GwBoardGeometry *self)
{
  return self->row_tops->len > 0 ? row_top (self, self->row_tops->len - 1) : 0;
}

/* Vertical extent of a row; the lane is row −1 and does not scroll. */
static void
get_row_extent (const GwBoardGeometry *self, gint row, double *out_y, double *out_height)
{
  if (row < 0)
    {
      *out_y = self->axis_height;
      *out_height = self->lane_height;
      return;
    }
  g_return_if_fail ((guint) row + 1 < self->row_tops->len);
  *out_y = rows_top (self) + row_top (self, (guint) row) - self->scroll_y;
  *out_height = row_top (self, (guint) row + 1) - row_top (self, (guint) row);
}

static gint
find_row (const GwBoardGeometry *self, double y)
{
  double content_y = y - rows_top (self) + self->scroll_y;
  guint low = 0, high = self->row_tops->len;

  if (high < 2 || content_y < 0 || content_y >= rows_height (self))
    return -1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (row_top (self, middle) <= content_y)
        low = middle;
      else
        high = middle;
    }
  return (gint) low;
}

void
gw_board_geometry_init (GwBoardGeometry *self)
{
  *self = (GwBoardGeometry){
    .view = GW_BOARD_VIEW_WEEK,
    .name_width = 152,
    .axis_height = 26,
    .lane_height = 50,
    .n_days = 7,
    .axis_start = GW_BOARD_DAY_STARTS,
    .axis_end = GW_BOARD_DAY_ENDS,
    .zoom = GW_BOARD_ZOOM_HALF,
    .least_day_width = 84,
    .row_tops = g_array_new (FALSE, TRUE, sizeof (double)),
  };
}

void
gw_board_geometry_clear (GwBoardGeometry *self)
{
  g_clear_pointer (&self->row_tops, g_array_unref);
}

void
gw_board_geometry_set_rows (GwBoardGeometry *self, const double *heights, guint n_rows)
{
  double top = 0;

  g_array_set_size (self->row_tops, 0);
  g_array_append_val (self->row_tops, top);
  for (guint i = 0; i < n_rows; i++)
    {
      top += heights[i];
      g_array_append_val (self->row_tops, top);
    }
}

void
gw_board_geometry_set_axis (GwBoardGeometry *self, gint start, gint end)
{
  self->axis_start = GW_BOARD_DAY_STARTS;
  self->axis_end = GW_BOARD_DAY_ENDS;
  if (start >= self->axis_start && end <= self->axis_end)
    return;
  self->axis_start = 0;
  self->axis_end = MAX (1440, (end + 59) / 60 * 60);
}

double
gw_board_geometry_get_day_width (const GwBoardGeometry *self)
{
  double room = MAX (self->width - self->name_width, 0);
  return MAX (room / MAX (self->n_days, 1), self->least_day_width);
}

void
gw_board_geometry_get_content (const GwBoardGeometry *self, double *out_width, double *out_height)
{
  if (self->view == GW_BOARD_VIEW_WEEK)
    *out_width = gw_board_geometry_get_day_width (self) * self->n_days;
  else
    *out_width = (self->axis_end - self->axis_start) * self->zoom;
  *out_height = rows_height (self);
}

GwBoardBox
gw_board_geometry_get_body (const GwBoardGeometry *self)
{
  GwBoardBox box = { self->name_width, rows_top (self), MAX (self->width - self->name_width, 0),
                     MAX (self->height - rows_top (self), 0) };
  return mirror_box (self, box);
}

static GwBoardRegion
find_region (const GwBoardGeometry *self, double along, double y)
{
  gboolean in_names = along < self->name_width;

  if (along < 0 || y < 0 || along > self->width || y > self->height)
    return GW_BOARD_REGION_NONE;
  if (y < self->axis_height)
    return in_names ? GW_BOARD_REGION_CORNER : GW_BOARD_REGION_AXIS;
  if (y < rows_top (self))
    return in_names ? GW_BOARD_REGION_LANE_NAME : GW_BOARD_REGION_LANE;
  return in_names ? GW_BOARD_REGION_NAMES : GW_BOARD_REGION_ROWS;
}

GwBoardSpot
gw_board_geometry_pick (const GwBoardGeometry *self, double x, double y)
{
  double along = mirror (self, x);
  GwBoardSpot spot = { find_region (self, along, y), -1, -1, -1 };

  if (spot.region == GW_BOARD_REGION_NONE || spot.region == GW_BOARD_REGION_CORNER)
    return spot;
  if (spot.region == GW_BOARD_REGION_ROWS || spot.region == GW_BOARD_REGION_NAMES)
    spot.row = find_row (self, y);
  if (along < self->name_width)
    return spot;
  if (self->view == GW_BOARD_VIEW_DAY)
    {
      spot.day = self->day;
      spot.minute = gw_board_geometry_get_minute (self, x);
      return spot;
    }
  spot.day = (gint) floor ((along - self->name_width + self->scroll_x) /
                           gw_board_geometry_get_day_width (self));
  if (spot.day >= self->n_days)
    spot.day = -1;
  return spot;
}

GwBoardBox
gw_board_geometry_get_row_box (const GwBoardGeometry *self, gint row)
{
  GwBoardBox box = gw_board_geometry_get_body (self);
  get_row_extent (self, row, &box.y, &box.height);
  return box;
}

GwBoardBox
gw_board_geometry_get_name_box (const GwBoardGeometry *self, gint row)
{
  GwBoardBox box = { 0, 0, self->name_width, 0 };
  get_row_extent (self, row, &box.y, &box.height);
  return mirror_box (self, box);
}

GwBoardBox
gw_board_geometry_get_cell_box (const GwBoardGeometry *self, gint row, gint day)
{
  double day_width = gw_board_geometry_get_day_width (self);
  GwBoardBox box = { self->name_width + day * day_width - self->scroll_x, 0, day_width, 0 };
  get_row_extent (self, row, &box.y, &box.height);
  return mirror_box (self, box);
}

static double
get_along (const GwBoardGeometry *self, gint minute)
{
  return self->name_width + (minute - self->axis_start) * self->zoom - self->scroll_x;
}

GwBoardBox
gw_board_geometry_get_span_box (const GwBoardGeometry *self, gint row, gint start, gint end)
{
  double along = get_along (self, start);
  GwBoardBox box = { along, 0, MAX (get_along (self, end) - along, 0), 0 };
  get_row_extent (self, row, &box.y, &box.height);
  return mirror_box (self, box);
}

double
gw_board_geometry_get_x (const GwBoardGeometry *self, gint minute)
{
  return mirror (self, get_along (self, minute));
}

gint
gw_board_geometry_get_minute (const GwBoardGeometry *self, double x)
{
  double along = mirror (self, x) - self->name_width + self->scroll_x;
  return self->axis_start + (gint) floor (along / self->zoom);
}

void
gw_board_geometry_zoom_about (GwBoardGeometry *self, double zoom, double x)
{
  double along = mirror (self, x) - self->name_width;
  double minutes = (along + self->scroll_x) / self->zoom;

  self->zoom = CLAMP (zoom, 0.5, 8.0);
  self->scroll_x = minutes * self->zoom - along;
  gw_board_geometry_clamp_scroll (self);
}

void
gw_board_geometry_clamp_scroll (GwBoardGeometry *self)
{
  GwBoardBox body = gw_board_geometry_get_body (self);
  double width, height;

  gw_board_geometry_get_content (self, &width, &height);
  self->scroll_x = CLAMP (self->scroll_x, 0, MAX (width - body.width, 0));
  self->scroll_y = CLAMP (self->scroll_y, 0, MAX (height - body.height, 0));
}

/* How far to scroll so that [start, start + length) lies within [0, room); starts count more. */
static double
reveal_by (double start, double length, double room)
{
  if (start < 0 || length > room)
    return start;
  return start + length > room ? start + length - room : 0;
}

void
gw_board_geometry_reveal (GwBoardGeometry *self, const GwBoardBox *box)
{
  GwBoardBox body = gw_board_geometry_get_body (self);
  GwBoardBox turned = mirror_box (self, *box);

  self->scroll_x += reveal_by (turned.x - self->name_width, turned.width, body.width);
  self->scroll_y += reveal_by (box->y - body.y, box->height, body.height);
  gw_board_geometry_clamp_scroll (self);
}

gint
gw_board_snap (gint minute)
{
  return MAX ((minute + GW_BOARD_SNAP / 2) / GW_BOARD_SNAP * GW_BOARD_SNAP, 0);
}

double
gw_board_ribbon_zoom (double width, gint minutes)
{
  return MIN (GW_BOARD_RIBBON_ZOOM, MAX (width, 0) / MAX (minutes, 1));
}

gint
gw_board_ribbon_minute (const GwBoardBox *box, gboolean right_to_left, gint start, gint end,
                        double x)
{
  double zoom = gw_board_ribbon_zoom (box->width, end - start);
  double along = right_to_left ? box->x + box->width - x : x - box->x;

  if (zoom <= 0)
    return start;
  return CLAMP (gw_board_snap (start + (gint) floor (along / zoom)), start, end);
}

/* The first level whose last stretch has ended; @ends holds one end a level. */
static gint
find_level (GArray *ends, const GwBoardSpan *span)
{
  guint level = 0;

  while (level < ends->len && g_array_index (ends, gint, level) > span->start)
    level++;
  if (level == ends->len)
    g_array_append_val (ends, span->end);
  else
    g_array_index (ends, gint, level) = span->end;
  return (gint) level;
}

static void
close_group (GwBoardSpan *spans, guint first, guint last, GArray *ends)
{
  for (guint i = first; i < last; i++)
    spans[i].n_levels = (gint) ends->len;
  g_array_set_size (ends, 0);
}

gint
gw_board_stack (GwBoardSpan *spans, guint n_spans)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint));
  gint group_end = G_MININT, most = 0;
  guint first = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].start >= group_end)
        {
          close_group (spans, first, i, ends);
          first = i;
        }
      spans[i].level = find_level (ends, &spans[i]);
      group_end = MAX (group_end, spans[i].end);
      most = MAX (most, (gint) ends->len);
    }
  close_group (spans, first, n_spans, ends);
  return most;
}
