/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A colleague's day in the week view: the shift as text, how many visits, and the ribbon, a
 * picture of the shift in proportion. Focusable; opening it opens the row to its visits.
 * Main thread.
 */
#pragma once

#include "gw-board-geometry.h"
#include "gw-board-pictures.h"
#include "gw-board-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_BOARD_DAY_CELL (gw_board_day_cell_get_type ())

/**
 * GwBoardDayCell: signal "acted" (int, #GwBoardDeed), from its actions "cell.open" (its row opens or
 * closes), "cell.hold", "cell.earlier", "cell.later", "cell.up", "cell.down", "cell.put-back".
 */
G_DECLARE_FINAL_TYPE (GwBoardDayCell, gw_board_day_cell, GW, BOARD_DAY_CELL, GtkWidget)

/** gw_board_day_cell_new: an empty cell. @pictures: of hatching. */
GtkWidget *gw_board_day_cell_new (GwBoardPictures *pictures);

/**
 * GwBoardDayCellShape: how much it shows: text and ribbon; one line of text; nothing but the focus,
 * where the board draws what lies in it.
 */
typedef enum
{
  GW_BOARD_DAY_CELL_FULL,
  GW_BOARD_DAY_CELL_LINE,
  GW_BOARD_DAY_CELL_BARE
} GwBoardDayCellShape;

/**
 * gw_board_day_cell_set: shows a day of a row of @week (referenced), or with @shift not −1 only that
 * shift of it.
 */
void gw_board_day_cell_set (GwBoardDayCell *self, GwBoardWeek *week, gint row, gint day, gint shift,
                            GwBoardDayCellShape shape);

/**
 * gw_board_day_cell_get_ribbon: where the ribbon is within the box of a cell whose own part is
 * @height pixels high (an open row's cell is higher).
 */
GwBoardBox gw_board_day_cell_get_ribbon (const GwBoardBox *cell, double height);

G_END_DECLS
