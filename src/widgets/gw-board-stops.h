/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where: shown rows and stops. Same layer only. */
#pragma once

#include "gw-board.h"

G_BEGIN_DECLS

/** A shown row that is no colleague: the head of those who do not work today. */
#define GW_BOARD_FOLD (-1)

#define GW_BOARD_ROW_HEIGHT 45
#define GW_BOARD_MOST_HEIGHT 58
#define GW_BOARD_FOLD_HEIGHT 30
#define GW_BOARD_LINE_HEIGHT 24
#define GW_BOARD_LANE_LINES_CLOSED 2
#define GW_BOARD_LANE_LINES_OPEN 8

/**
 * GwBoardStop: something that can have the focus: a card, a day's cell, or one of its shifts.
 * @shown: shown row, −1 in the lane
 * @day: day
 * @entry: index of the entry; −1 for a cell
 * @shift: index of the shift that a cell shows; −1 when there is none
 * @part: which of the cell's shifts it is, from 0
 * @n_parts: how many share the width of the cell
 * @top: pixels from the row's top
 * @height: pixels
 */
typedef struct
{
  gint shown;
  gint day;
  gint entry;
  gint shift;
  gint part;
  gint n_parts;
  double top;
  double height;
} GwBoardStop;

/**
 * GwBoardLayout: what is where.
 * @shown: rows of the week, GW_BOARD_FOLD or GW_BOARD_ROW_OPEN, from top to bottom
 * @stops: #GwBoardStop, all of them
 * @opened: ids of colleagues whose rows are open
 * @lane_hidden: visits to cover that the lane has no line for
 */
typedef struct
{
  GArray *shown;
  GArray *stops;
  GHashTable *opened;
  gboolean lane_open;
  gboolean fold_open;
  guint lane_hidden;
} GwBoardLayout;

/** gw_board_px: @pixels at the present size of text. */
double gw_board_px (GwBoard *self, double pixels);

/** gw_board_get_zoom: pixels a minute of the present step, at the present size of text. */
double gw_board_get_zoom (GwBoard *self);

/** gw_board_layout_rows: shown rows, heights, lane and stops from the week and what is open. */
void gw_board_layout_rows (GwBoard *self);

/**
 * gw_board_get_shown_row: row of the week of a shown row; GW_BOARD_FOLD for the fold and where there
 * is none, GW_BOARD_ROW_OPEN for the open shifts.
 */
gint gw_board_get_shown_row (GwBoard *self, gint shown);

/** gw_board_find_shown: shown row of a row of the week, or −1. */
gint gw_board_find_shown (GwBoard *self, gint row);

/** gw_board_get_stop: lent. */
const GwBoardStop *gw_board_get_stop (GwBoard *self, guint index);

/** gw_board_get_stop_box: where a stop is now. */
GwBoardBox gw_board_get_stop_box (GwBoard *self, const GwBoardStop *stop);

/** gw_board_find_stop: the stop of an entry; −1 when it is not shown. */
gint gw_board_find_stop (GwBoard *self, gint entry);

/** gw_board_find_cell_stop: the stop of one of a day's shifts, or of the day; −1 when not shown. */
gint gw_board_find_cell_stop (GwBoard *self, gint shown, gint day, gint part);

/** gw_board_find_shift_stop: the stop of a shift, or −1 when it is not shown. */
gint gw_board_find_shift_stop (GwBoard *self, GwId id);

/** gw_board_pick_stop: the stop under a point, or −1. */
gint gw_board_pick_stop (GwBoard *self, double x, double y);

/** gw_board_toggle_row: opens or closes a row of the week view. */
void gw_board_toggle_row (GwBoard *self, gint row);

/** gw_board_is_opened: whether the row is open. */
gboolean gw_board_is_opened (GwBoard *self, gint row);

G_END_DECLS
