/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a card looks for what its visit is: the colours are named in the style sheet, and which of them
 * a card has is decided here, since a frame that the style sheet draws is too slow for hundreds.
 * Main thread.
 */
#pragma once

#include "gw-board-card.h"
#include "gw-board-pictures.h"

G_BEGIN_DECLS

/**
 * gw_board_look_up: the frame of a card of @entry, in the colours and the direction of @widget;
 * @chosen: it is chosen together with others.
 */
GwBoardFrame gw_board_look_up (GtkWidget *widget, const GwBoardEntry *entry, GwBoardCardShape shape,
                               gboolean chosen);

G_END_DECLS
