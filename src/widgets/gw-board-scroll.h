/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling: the geometry’s scroll and the two adjustments. Same layer only. */
#pragma once

#include "gw-board.h"

G_BEGIN_DECLS

/**
 * GwBoardScroll: @adjusting while the board itself sets the adjustments; @wanted_minute is to be seen
 * once the board has a size, −1: none.
 */
typedef struct
{
  GtkAdjustment *adjustments[2];
  guint policies[2];
  gboolean adjusting;
  gint wanted_minute;
} GwBoardScroll;

/** gw_board_update_adjustments: from the geometry to the adjustments. */
void gw_board_update_adjustments (GwBoard *self);

/** gw_board_set_adjustment: connects one. */
void gw_board_set_adjustment (GwBoard *self, GtkOrientation orientation, GtkAdjustment *adjustment);

/** gw_board_scroll_at_edge: scrolls a little when the point is near an edge; whether anything moved. */
gboolean gw_board_scroll_at_edge (GwBoard *self, double x, double y);

/** gw_board_scroll_by: pixels; returns whether anything moved. */
gboolean gw_board_scroll_by (GwBoard *self, double x, double y);

G_END_DECLS
