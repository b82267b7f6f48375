/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is held as it is seen: under the pointer, at its target, or gliding back. Same layer only. */
#pragma once

#include "gw-board-hold.h"

G_BEGIN_DECLS

/** gw_board_show_ghost: what is held, as the pointer carries it. */
void gw_board_show_ghost (GwBoard *self);

/** gw_board_hide_ghost: until something is held again. */
void gw_board_hide_ghost (GwBoard *self);

/** gw_board_update_ghost: it says when it would start. */
void gw_board_update_ghost (GwBoard *self);

/** gw_board_get_ghost: the widget of what is held, or was last; perhaps NULL. */
GtkWidget *gw_board_get_ghost (GwBoard *self);

/** gw_board_get_ghost_box: where the ghost is. */
GwBoardBox gw_board_get_ghost_box (GwBoard *self);

/** gw_board_glide: the ghost goes from here to there and away. */
void gw_board_glide (GwBoard *self, const GwBoardBox *from, const GwBoardBox *to);

G_END_DECLS
