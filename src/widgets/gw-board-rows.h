/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows that are shown, their heights and the lane's, as the stops in them are laid out by. Same
 * layer only.
 */
#pragma once

#include "gw-board-private.h"

G_BEGIN_DECLS

/** Height of a line of the lane and of the open shifts, at the usual size of text. */
#define GW_BOARD_LANE_LINE 26

/** gw_board_get_day_height: of a colleague's row in the view of a day. */
double gw_board_get_day_height (GwBoard *self);

/** gw_board_measure_open: the height of the row of open shifts. */
double gw_board_measure_open (GwBoard *self);

/** gw_board_get_lane_lines: how many lines the lane has at most. */
guint gw_board_get_lane_lines (GwBoard *self);

/** gw_board_list_stops: all stops, from the shown rows. */
void gw_board_list_stops (GwBoard *self);

G_END_DECLS
