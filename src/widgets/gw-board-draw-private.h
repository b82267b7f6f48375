/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that draw share. Same layer only. */
#pragma once

#include "gw-board-private.h"

G_BEGIN_DECLS

/** gw_board_push_clip: nothing is drawn outside of @box until the snapshot is popped. */
void gw_board_push_clip (GtkSnapshot *snapshot, const GwBoardBox *box);

/** gw_board_draw_line: a filled rectangle. */
void gw_board_draw_line (GtkSnapshot *snapshot, double x, double y, double width, double height,
                         const GdkRGBA *color);

/** gw_board_draw_words: in the middle of @box; FALSE, and nothing is drawn, where they do not fit. */
gboolean gw_board_draw_words (GwBoard *self, GtkSnapshot *snapshot, const char *words,
                              const GwBoardBox *box, const GdkRGBA *color);

/** gw_board_row_is_visible: whether any of a shown row is on the screen. */
gboolean gw_board_row_is_visible (GwBoard *self, gint shown);

/** gw_board_draw_day_rows: what lies under the cards in the view of a day. */
void gw_board_draw_day_rows (GwBoard *self, GtkSnapshot *snapshot);

G_END_DECLS
