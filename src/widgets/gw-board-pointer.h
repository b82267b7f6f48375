/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer and the keyboard do, and what they have begun. Same layer only. */
#pragma once

#include "gw-board.h"

G_BEGIN_DECLS

/**
 * GwBoardPress: the mouse on the board.
 * @pointer_x: where the pointer is
 * @pointer_y: the same
 * @x: where it was pressed
 * @y: the same
 * @stop: the stop it was pressed on, or −1
 * @subject: what lay there
 * @dragging: it has been moved far enough
 * @given_up: this press moves nothing any more
 * @scroll_tick: while the board scrolls because the pointer is at its edge
 */
typedef struct
{
  double pointer_x;
  double pointer_y;
  double x;
  double y;
  gint stop;
  GwBoardSubject subject;
  gboolean dragging;
  gboolean given_up;
  guint scroll_tick;
} GwBoardPress;

/** GwBoardTyping: a name that is being typed, forgotten after a moment. */
typedef struct
{
  GString *text;
  guint source;
} GwBoardTyping;

/** gw_board_add_pointer: adds the controllers of the mouse. */
void gw_board_add_pointer (GwBoard *self);

/** gw_board_add_keys: adds the controllers of the keyboard. */
void gw_board_add_keys (GwBoard *self);

/** gw_board_add_menu: adds the controllers that ask for menus. */
void gw_board_add_menu (GwBoard *self);

/** gw_board_ask_menu: a menu for what has the focus; FALSE when nothing has. */
gboolean gw_board_ask_menu (GwBoard *self);

/** gw_board_find_subject: what lies at a point; FALSE where there is nothing to ask about. */
gboolean gw_board_find_subject (GwBoard *self, double x, double y, GwBoardSubject *subject);

/** gw_board_aim_at_point: the target under a point. */
void gw_board_aim_at_point (GwBoard *self, double x, double y, GdkModifierType state);

G_END_DECLS
