/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row's head: face, name, hours of the week, and the arrow that opens the row. Also the head of
 * the lane and of the rows that are folded away. Main thread.
 */
#pragma once

#include "gw-board-week.h"

#include "gw-record-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_BOARD_NAME (gw_board_name_get_type ())

/** GwBoardName: signal "activated": clicked, or its accessible action "name.open" ran. */
G_DECLARE_FINAL_TYPE (GwBoardName, gw_board_name, GW, BOARD_NAME, GtkWidget)

/** gw_board_name_new: an empty head. */
GtkWidget *gw_board_name_new (void);

/** gw_board_name_set_row: shows colleague @row of @week; @opened turns the arrow down, −1: it has none. */
void gw_board_name_set_row (GwBoardName *self, GwBoardWeek *week, guint row, gint opened);

/** gw_board_name_set_words: shows words beside an icon instead of a colleague; @icon_name nullable. */
void gw_board_name_set_words (GwBoardName *self, const char *icon_name, const char *title,
                              const char *detail);

/** gw_board_name_show_face: the face of who it shows, from @source (nullable: initials). */
void gw_board_name_show_face (GwBoardName *self, GwRecordSource *source, const GwRecord *record);

/** gw_board_set_tooltip: @words in a tooltip that is never wider than a paragraph. */
void gw_board_set_tooltip (GtkTooltip *tooltip, const char *words);

G_END_DECLS
