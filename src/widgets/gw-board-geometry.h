/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The board's geometry: point → row, day, minute, and back. It knows zoom, scroll and reading
 * direction, and no widget: the mouse, the keyboard, drawing and tests all ask the same functions.
 *
 * Lengths are pixels of the widget, the origin at its top left also from right to left. Rows are
 * numbers of shown rows from the top. Days are numbers of shown days from the first. Minutes count
 * from midnight of their day and may exceed 1440. Pure; any thread, one at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GW_BOARD_SNAP 5
#define GW_BOARD_DAY_STARTS 390
#define GW_BOARD_DAY_ENDS 1350
#define GW_BOARD_ZOOM_WHOLE 1.07
#define GW_BOARD_ZOOM_HALF 2.15
#define GW_BOARD_ZOOM_HOUR 4.0
#define GW_BOARD_RIBBON_ZOOM 0.32

/** GwBoardView: which of its views the board shows. */
typedef enum
{
  GW_BOARD_VIEW_WEEK,
  GW_BOARD_VIEW_DAY
} GwBoardView;

/** GwBoardRegion: the parts of the board. NAMES and LANE_NAME are the column of names. */
typedef enum
{
  GW_BOARD_REGION_NONE,
  GW_BOARD_REGION_CORNER,
  GW_BOARD_REGION_AXIS,
  GW_BOARD_REGION_LANE_NAME,
  GW_BOARD_REGION_LANE,
  GW_BOARD_REGION_NAMES,
  GW_BOARD_REGION_ROWS
} GwBoardRegion;

/**
 * GwBoardSpot: what lies under a point.
 * @region: the part of the board
 * @row: shown row, or −1 (lane, axis, below the last row)
 * @day: shown day, or −1 in the column of names
 * @minute: minute of that day in the day view; −1 in the week view, where a cell decides
 */
typedef struct
{
  GwBoardRegion region;
  gint row;
  gint day;
  gint minute;
} GwBoardSpot;

/** GwBoardBox: a rectangle in pixels. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GwBoardBox;

/**
 * GwBoardGeometry: all that decides where things are; set the members, then ask.
 * @view: week or day
 * @right_to_left: whether time runs to the left
 * @width: of the widget
 * @height: of the widget
 * @name_width: of the column of names
 * @axis_height: of the strip with days or hours
 * @lane_height: of the to-cover lane
 * @scroll_x: pixels scrolled along the time
 * @scroll_y: pixels scrolled down the rows
 * @n_days: columns of the week view
 * @day: the day that the day view shows
 * @axis_start: first minute of the day view
 * @axis_end: last minute of the day view
 * @zoom: pixels a minute in the day view
 * @least_day_width: days are not drawn narrower than this; the week then scrolls sideways
 * @row_tops: n_rows + 1 tops from the first row's, owned
 */
typedef struct
{
  GwBoardView view;
  gboolean right_to_left;
  double width;
  double height;
  double name_width;
  double axis_height;
  double lane_height;
  double scroll_x;
  double scroll_y;
  gint n_days;
  gint day;
  gint axis_start;
  gint axis_end;
  double zoom;
  double least_day_width;
  GArray *row_tops;
} GwBoardGeometry;

/** gw_board_geometry_init: the week view of seven days without rows or size. */
void gw_board_geometry_init (GwBoardGeometry *self);

/** gw_board_geometry_clear: frees what it owns. */
void gw_board_geometry_clear (GwBoardGeometry *self);

/** gw_board_geometry_set_rows: the heights of the shown rows, top down. */
void gw_board_geometry_set_rows (GwBoardGeometry *self, const double *heights, guint n_rows);

/** gw_board_geometry_set_axis: shows @start to @end, widened to 06:30–22:30 or, if more, 24 h. */
void gw_board_geometry_set_axis (GwBoardGeometry *self, gint start, gint end);

/** gw_board_geometry_get_day_width: width of a week's column. */
double gw_board_geometry_get_day_width (const GwBoardGeometry *self);

/** gw_board_geometry_get_content: the size of what scrolls: time across, rows down. */
void gw_board_geometry_get_content (const GwBoardGeometry *self, double *out_width,
                                    double *out_height);

/** gw_board_geometry_get_body: the part of the widget in which rows scroll. */
GwBoardBox gw_board_geometry_get_body (const GwBoardGeometry *self);

/** gw_board_geometry_pick: what lies under a point of the widget. */
GwBoardSpot gw_board_geometry_pick (const GwBoardGeometry *self, double x, double y);

/** gw_board_geometry_get_row_box: a row across the body, or the lane when @row is −1. */
GwBoardBox gw_board_geometry_get_row_box (const GwBoardGeometry *self, gint row);

/** gw_board_geometry_get_name_box: the row's part of the column of names; −1 is the lane's. */
GwBoardBox gw_board_geometry_get_name_box (const GwBoardGeometry *self, gint row);

/** gw_board_geometry_get_cell_box: one day of one row (week view); −1 is the lane. */
GwBoardBox gw_board_geometry_get_cell_box (const GwBoardGeometry *self, gint row, gint day);

/** gw_board_geometry_get_span_box: a stretch of time in a row (day view); −1 is the lane. */
GwBoardBox gw_board_geometry_get_span_box (const GwBoardGeometry *self, gint row, gint start,
                                           gint end);

/** gw_board_geometry_get_x: where @minute begins in the day view: the line that marks it. */
double gw_board_geometry_get_x (const GwBoardGeometry *self, gint minute);

/** gw_board_geometry_get_minute: the minute at @x in the day view, not snapped, not bounded. */
gint gw_board_geometry_get_minute (const GwBoardGeometry *self, double x);

/**
 * gw_board_geometry_zoom_about: changes the zoom so that the minute at @x stays under @x.
 * @zoom is held within 0.5–8 px a minute.
 */
void gw_board_geometry_zoom_about (GwBoardGeometry *self, double zoom, double x);

/** gw_board_geometry_clamp_scroll: brings the scroll back within the content. */
void gw_board_geometry_clamp_scroll (GwBoardGeometry *self);

/** gw_board_geometry_reveal: scrolls as little as needed for @box to be inside the body. */
void gw_board_geometry_reveal (GwBoardGeometry *self, const GwBoardBox *box);

/** gw_board_snap: the nearest five minutes, at least 0. */
gint gw_board_snap (gint minute);

/** gw_board_ribbon_zoom: pixels a minute of a ribbon of @minutes in @width pixels. */
double gw_board_ribbon_zoom (double width, gint minutes);

/**
 * gw_board_ribbon_minute: the snapped minute under @x of a ribbon that lies in @box and shows
 * @start to @end; held within them.
 */
gint gw_board_ribbon_minute (const GwBoardBox *box, gboolean right_to_left, gint start, gint end,
                             double x);

/**
 * GwBoardSpan: a stretch of time on its way to a level.
 * @start: first minute
 * @end: minute after the last
 * @level: written: 0 is the top level
 * @n_levels: written: levels of the group of stretches that touch each other
 */
typedef struct
{
  gint start;
  gint end;
  gint level;
  gint n_levels;
} GwBoardSpan;

/**
 * gw_board_stack: gives stretches that overlap different levels, as few as can be. @spans are in
 * the order of their starts. Returns the number of levels of all (0 without spans).
 */
gint gw_board_stack (GwBoardSpan *spans, guint n_spans);

G_END_DECLS
