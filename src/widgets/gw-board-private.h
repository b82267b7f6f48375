/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the board. Each subject has a header of its own, with its part of the state; a file
 * includes those it deals in, and this one where it needs the board itself. Same layer only.
 */
#pragma once

#include "gw-board-band.h"
#include "gw-board-day-cell.h"
#include "gw-board-ghost.h"
#include "gw-board-pointer.h"
#include "gw-board-name.h"
#include "gw-board-paint.h"
#include "gw-board-scroll.h"
#include "gw-board-select.h"
#include "gw-board-signals.h"

G_BEGIN_DECLS

/** GwBoardFocus: what has the focus, by what it is on, and what is to have it after a drop. */
typedef struct
{
  guint source;
  GwId visit;
  GwId colleague;
  GwId wanted_visit;
  GwId wanted_colleague;
  GwId wanted_shift;
} GwBoardFocus;

struct _GwBoard
{
  GtkWidget parent_instance;

  GwBoardWeek *week;
  GwBoardPricer *pricer;
  GwRecordSource *source;
  GwBoardGeometry geometry;
  GwBoardColors colors;
  double scale;
  gint zoom_step; /* −1: the whole day, 0: half of it, 1: hours */

  GwBoardLayout layout;
  GwBoardPool pool;
  GwBoardFocus focus;
  GHashTable *selected; /* chosen together: GwBoardKey */
  GwBoardBand band;
  GwBoardHeld held;
  GwBoardGlide glide;
  GwBoardPress press;
  GwBoardTyping typing;
  GwBoardScroll scroll;
};

/** gw_board_get_focus_stop: the stop whose child has the focus, or −1. */
gint gw_board_get_focus_stop (GwBoard *self);

/** gw_board_focus_stop: scrolls to it and focuses its widget. */
gboolean gw_board_focus_stop (GwBoard *self, gint stop);

/** gw_board_is_stop_visible: whether some of it is on the screen. */
gboolean gw_board_is_stop_visible (GwBoard *self, guint stop);

/**
 * gw_board_keep_keyboard: after other things came to the screen, where the keyboard is: at the visit
 * that had it, or else at the first thing in sight.
 */
void gw_board_keep_keyboard (GwBoard *self);

/** gw_board_relayout: rows, scroll, children and drawing again. */
void gw_board_relayout (GwBoard *self);

/** gw_board_draw: the snapshot. */
void gw_board_draw (GwBoard *self, GtkSnapshot *snapshot);

G_END_DECLS
