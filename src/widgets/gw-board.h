/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The board: one widget for the week and the day of a rota. It shows a #GwBoardWeek, lets people
 * move visits by mouse, keyboard and accessible actions, and says while a visit is held what a
 * drop would mean. It changes nothing itself: it emits "dropped" and waits for the next week, so
 * a refused drop leaves nothing to repair. Goes into a GtkScrolledWindow. Main thread.
 */
#pragma once

#include "gw-board-card.h"
#include "gw-board-geometry.h"
#include "gw-board-pricer.h"

#include "gw-record-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GwBoardSubject: what a menu or a question is about, in terms of the week that is shown.
 * @entry: index of the card; −1: it is about a day or a colleague
 * @row: row of the colleague; −1: the lane; GW_BOARD_ROW_OPEN: the open shifts
 * @day: the day; −1: all days of the row
 * @shift: index of the shift; −1: none
 * @start: first minute of the free time that is asked about
 * @end: the minute after its last
 * @box: where that is in the board, in pixels
 */
typedef struct
{
  gint entry;
  gint row;
  gint day;
  gint shift;
  gint start;
  gint end;
  GdkRectangle box;
} GwBoardSubject;

#define GW_TYPE_BOARD (gw_board_get_type ())

/**
 * GwBoard: signals:
 * "dropped" (pointer to #GwBoardMove): a visit or a shift was put down where it may be;
 * "all-dropped" (#GArray of #GwBoardMove): the same for several visits at once;
 * "refused" (string): it was put down where it cannot be, and why;
 * "acted" (int #GwBoardDeed, int entry index): something else was asked of a card;
 * "menu-asked" (pointer to #GwBoardSubject): what can be done with this?
 * "free-asked" (pointer to #GwBoardSubject): what could fill this paid free time?
 * "focus-changed": another card or cell has the focus;
 * "selection-changed": other cards are chosen together;
 * "day-activated" (int): the heading of a day was pressed;
 * "row-activated" (int): in a day, the name of a colleague was pressed;
 * "paged" (int ±1): the week or day before or after was asked for;
 * "today-asked"; "zoom-changed".
 */
G_DECLARE_FINAL_TYPE (GwBoard, gw_board, GW, BOARD, GtkWidget)

/** gw_board_new: an empty week view. */
GtkWidget *gw_board_new (void);

/**
 * gw_board_set_week: shows @week (referenced). Cards, focus, opened rows and what is held stay
 * where they are as far as their visits are still there.
 */
void gw_board_set_week (GwBoard *self, GwBoardWeek *week);

/** gw_board_get_week: what it shows. (transfer none) (nullable) */
GwBoardWeek *gw_board_get_week (GwBoard *self);

/** gw_board_set_pricer: who says what a drop means (referenced, nullable). */
void gw_board_set_pricer (GwBoard *self, GwBoardPricer *pricer);

/** gw_board_set_source: where faces come from (referenced, nullable: initials only). */
void gw_board_set_source (GwBoard *self, GwRecordSource *source);

/** gw_board_prices_changed: asks the pricer again for what is held. */
void gw_board_prices_changed (GwBoard *self);

/** gw_board_prices_known: the same, where only what was unknown may be known now. */
void gw_board_prices_known (GwBoard *self);

/** gw_board_set_view: week, or @day (from 0) as the day view. */
void gw_board_set_view (GwBoard *self, GwBoardView view, gint day);

/** gw_board_get_view: which view it is. */
GwBoardView gw_board_get_view (GwBoard *self);

/** gw_board_get_day: the day of the day view. */
gint gw_board_get_day (GwBoard *self);

/** gw_board_zoom: +1 or −1 steps between hour, half day and whole day; 0 is half a day. */
void gw_board_zoom (GwBoard *self, gint steps);

/** gw_board_scroll_to: brings @minute of the day view to the start of the body. */
void gw_board_scroll_to (GwBoard *self, gint minute);

/** gw_board_focus_entry: focuses the card of an entry, opening its row and scrolling as needed. */
gboolean gw_board_focus_entry (GwBoard *self, gint index);

/** gw_board_open_row: opens the row of a colleague in the week, and leads there. */
void gw_board_open_row (GwBoard *self, gint row);

/** gw_board_get_focus_entry: index of the entry that has, or last had, the focus; −1 for none. */
gint gw_board_get_focus_entry (GwBoard *self);

/** gw_board_get_entry_box: where an entry's card is in the board; FALSE when it is not shown. */
gboolean gw_board_get_entry_box (GwBoard *self, gint index, GdkRectangle *out_box);

/** gw_board_dup_focus_sentence: what has the focus, in full, or NULL. (transfer full) */
char *gw_board_dup_focus_sentence (GwBoard *self);

/** gw_board_next_trouble: focuses the next (+1) or last (−1) trouble or visit to cover. */
gboolean gw_board_next_trouble (GwBoard *self, gint direction);

/** gw_board_find: focuses the next card whose person's or row's name begins with @text. */
gboolean gw_board_find (GwBoard *self, const char *text);

/** gw_board_act: does @deed to entry @index, as its card's action would. */
void gw_board_act (GwBoard *self, gint index, GwBoardDeed deed);

/**
 * gw_board_act_on_shift: the same to a shift of a day (its index; −1: the day has none): HOLD picks it
 * up or puts it down, TO_COVER gives it to nobody, the others aim it; OPEN opens or closes the row.
 */
void gw_board_act_on_shift (GwBoard *self, gint row, gint day, gint shift, GwBoardDeed deed);

/** gw_board_is_holding: whether a visit is held. */
gboolean gw_board_is_holding (GwBoard *self);

/** gw_board_put_back: whatever is held, or was dropped and not taken, glides back. */
void gw_board_put_back (GwBoard *self);

/**
 * GwBoardGeometryFunc: told of each visible part: @kind "card", "cell", "lane", "row" or "button";
 * @id a record's id as text or ""; @name its accessible name; the rectangle in pixels of the
 * widget's root.
 */
typedef void (*GwBoardGeometryFunc) (const char *kind, const char *id, const char *name,
                                     const graphene_rect_t *box, gpointer user_data);

/** gw_board_append_geometry: tells @func of all that is visible, for tests that use a mouse. */
void gw_board_append_geometry (GwBoard *self, GwBoardGeometryFunc func, gpointer user_data);

G_END_DECLS
