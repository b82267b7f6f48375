/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signals of the board, and one function that emits each. Same layer only. */
#pragma once

#include "gw-board.h"

G_BEGIN_DECLS

/** gw_board_add_signals: registers the signals, while the class is made. */
void gw_board_add_signals (void);

/** gw_board_emit_dropped: "dropped". */
void gw_board_emit_dropped (GwBoard *self, const GwBoardMove *move);

/** gw_board_emit_all_dropped: "all-dropped". */
void gw_board_emit_all_dropped (GwBoard *self, GArray *moves);

/** gw_board_emit_refused: "refused". */
void gw_board_emit_refused (GwBoard *self, const char *sentence);

/** gw_board_emit_acted: "acted". */
void gw_board_emit_acted (GwBoard *self, GwBoardDeed deed, gint entry);

/** gw_board_emit_asked: "menu-asked", or with @free_time "free-asked". */
void gw_board_emit_asked (GwBoard *self, const GwBoardSubject *subject, gboolean free_time);

/** gw_board_emit_selection_changed: "selection-changed". */
void gw_board_emit_selection_changed (GwBoard *self);

/** gw_board_emit_focus_changed: "focus-changed". */
void gw_board_emit_focus_changed (GwBoard *self);

/** gw_board_emit_day_activated: "day-activated". */
void gw_board_emit_day_activated (GwBoard *self, gint day);

/** gw_board_emit_row_activated: "row-activated". */
void gw_board_emit_row_activated (GwBoard *self, gint row);

/** gw_board_emit_paged: "paged". */
void gw_board_emit_paged (GwBoard *self, gint direction);

/** gw_board_emit_today: "today-asked". */
void gw_board_emit_today (GwBoard *self);

/** gw_board_emit_zoom_changed: "zoom-changed". */
void gw_board_emit_zoom_changed (GwBoard *self);

G_END_DECLS
