/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the board, split by concern: stops (what is where), children (pooled widgets),
 * drawing, holding (what is on its way), pointer, keys, scrolling. Same layer only.
 */
#pragma once

#include "gw-board-day-cell.h"
#include "gw-board-name.h"
#include "gw-board-paint.h"
#include "gw-board-select.h"
#include "gw-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** A shown row that is no colleague: the head of those who do not work today. */
#define GW_BOARD_FOLD (-1)

#define GW_BOARD_ROW_HEIGHT 45
#define GW_BOARD_MOST_HEIGHT 58
#define GW_BOARD_FOLD_HEIGHT 30
#define GW_BOARD_LINE_HEIGHT 24
#define GW_BOARD_LANE_LINES_CLOSED 2
#define GW_BOARD_LANE_LINES_OPEN 8

/** GwBoardKey: what a card stays the card of: a visit as one colleague’s. */
typedef struct
{
  GwId visit;
  GwId colleague;
} GwBoardKey;

/**
 * GwBoardStop: something that can have the focus: a card, a day's cell, or one of its shifts.
 * @shown: shown row, −1 in the lane
 * @day: day
 * @entry: index of the entry; −1 for a cell
 * @shift: index of the shift that a cell shows; −1 when there is none
 * @part: which of the cell's shifts it is, from 0
 * @n_parts: how many share the width of the cell
 * @top: pixels from the row's top
 * @height: pixels
 */
typedef struct
{
  gint shown;
  gint day;
  gint entry;
  gint shift;
  gint part;
  gint n_parts;
  double top;
  double height;
} GwBoardStop;

/** GwBoardMember: one of several visits on their way: whose, and where it was. */
typedef struct
{
  GwBoardKey key;
  GwDay day;
  gint start;
} GwBoardMember;

/**
 * GwBoardHeld: a visit, several, or a shift on its way. @entry is the card that was taken hold of, −1
 * for a shift; @own_… is where it was; @shown (target) and @day are of the present week; @members are
 * all visits when they are several, else empty; @verdicts has one for the lane and one for each shown
 * row, asked for bit by bit.
 */
typedef struct
{
  gboolean active;
  gboolean by_pointer;
  gboolean settling;
  GwBoardMove move;
  gint entry;
  gint own_row;
  gint own_day;
  gint own_start;
  gint length;
  gint shown;
  gint day;
  GArray *members;
  double grab_x;
  double grab_y;
  double pointer_x;
  double pointer_y;
  GArray *verdicts;
  GwBoardMove best[5];
  guint n_best;
  guint next_best;
} GwBoardHeld;

/** GwBoardPriced: a verdict and whether it was asked for. */
typedef struct
{
  gboolean asked;
  GwBoardVerdict verdict;
} GwBoardPriced;

/**
 * GwBoardBand: a band over free space: from where it was pressed, at the scroll of that moment, to the
 * pointer; @before is what was chosen before it; @tick is not 0 while there is a band.
 */
typedef struct
{
  guint tick;
  gboolean is_adding;
  gboolean in_lane;
  double from_x;
  double from_y;
  double to_x;
  double to_y;
  double scroll_x;
  double scroll_y;
  GHashTable *before;
} GwBoardBand;

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

  /* What is where. */
  GArray *shown;
  GArray *stops;
  GHashTable *opened;
  gboolean lane_open;
  gboolean fold_open;
  guint lane_hidden;

  /* Pooled children. */
  GHashTable *cards;
  GHashTable *cells;
  GHashTable *names;
  GPtrArray *headings;
  GwBoardPictures *pictures;
  GtkWidget *lane_name;
  GPtrArray *pills;
  GtkWidget *ghost;
  GtkWidget *shift_ghost;

  /* Focus, by what it is on. */
  guint focus_source;
  GwId focus_visit;
  GwId focus_colleague;
  GwId wanted_visit;
  GwId wanted_colleague;
  GwId wanted_shift;

  /* Chosen together. */
  GHashTable *selected;
  GwBoardBand band;

  /* Holding. */
  GwBoardHeld held;
  guint price_source;
  guint settle_source;
  guint scroll_tick;
  AdwAnimation *glide;
  GwBoardBox glide_from;
  GwBoardBox glide_to;
  double glide_at;
  double pointer_x;
  double pointer_y;
  double press_x;
  double press_y;
  gint press_stop;
  GwBoardSubject press_subject;
  gboolean dragging;
  gboolean given_up; /* this press moves nothing any more */
  GString *typed;
  guint typed_source;

  /* Scrolling. */
  GtkAdjustment *adjustments[2];
  guint scroll_policies[2];
  gboolean adjusting;
  gint wanted_minute;
};


/** gw_board_px: @pixels at the present size of text. */
double gw_board_px (GwBoard *self, double pixels);

/** gw_board_get_zoom: pixels a minute of the present step, at the present size of text. */
double gw_board_get_zoom (GwBoard *self);

/** gw_board_layout_rows: shown rows, heights, lane and stops from the week and what is open. */
void gw_board_layout_rows (GwBoard *self);

/**
 * gw_board_get_shown_row: row of the week of a shown row; GW_BOARD_FOLD for the fold and where there
 * is none, GW_BOARD_ROW_OPEN for the open shifts.
 */
gint gw_board_get_shown_row (GwBoard *self, gint shown);

/** gw_board_find_shown: shown row of a row of the week, or −1. */
gint gw_board_find_shown (GwBoard *self, gint row);

/** gw_board_get_stop: lent. */
const GwBoardStop *gw_board_get_stop (GwBoard *self, guint index);

/** gw_board_get_stop_box: where a stop is now. */
GwBoardBox gw_board_get_stop_box (GwBoard *self, const GwBoardStop *stop);

/** gw_board_find_stop: the stop of an entry; −1 when it is not shown. */
gint gw_board_find_stop (GwBoard *self, gint entry);

/** gw_board_find_cell_stop: the stop of one of a day's shifts, or of the day; −1 when not shown. */
gint gw_board_find_cell_stop (GwBoard *self, gint shown, gint day, gint part);

/** gw_board_find_shift_stop: the stop of a shift, or −1 when it is not shown. */
gint gw_board_find_shift_stop (GwBoard *self, GwId id);

/** gw_board_pick_stop: the stop under a point, or −1. */
gint gw_board_pick_stop (GwBoard *self, double x, double y);

/** gw_board_toggle_row: opens or closes a row of the week view. */
void gw_board_toggle_row (GwBoard *self, gint row);

/** gw_board_is_opened: whether the row is open. */
gboolean gw_board_is_opened (GwBoard *self, gint row);


/** gw_board_make_pools: empty pools. */
void gw_board_make_pools (GwBoard *self);

/** gw_board_sync_children: gives each visible stop, row and day its widget, and hides the rest. */
void gw_board_sync_children (GwBoard *self);

/** gw_board_allocate_children: puts them where they belong. */
void gw_board_allocate_children (GwBoard *self);

/** gw_board_hide_unwanted: hides the children in @table that are not in @wanted. */
void gw_board_hide_unwanted (GHashTable *table, GHashTable *wanted);

/** gw_board_allocate_child: gives a child @box, or what it needs at least. */
void gw_board_allocate_child (GtkWidget *child, GwBoardBox box);

/** gw_board_sync_edges: names of rows and lane, headings of days. */
void gw_board_sync_edges (GwBoard *self);

/** gw_board_allocate_edges: puts them where they belong. */
void gw_board_allocate_edges (GwBoard *self);

/** gw_board_find_cell: the widget of a cell's stop, or NULL while it is not visible. */
GtkWidget *gw_board_find_cell (GwBoard *self, const GwBoardStop *stop);

/** gw_board_find_card: the widget of an entry, or NULL while it is not visible. */
GtkWidget *gw_board_find_card (GwBoard *self, gint entry);

/** gw_board_get_focus_stop: the stop whose child has the focus, or −1. */
gint gw_board_get_focus_stop (GwBoard *self);

/** gw_board_focus_stop: scrolls to it and focuses its widget. */
gboolean gw_board_focus_stop (GwBoard *self, gint stop);

/** gw_board_relayout: rows, scroll, children and drawing again. */
void gw_board_relayout (GwBoard *self);


/** gw_board_draw: the snapshot. */
void gw_board_draw (GwBoard *self, GtkSnapshot *snapshot);


/** gw_board_hold: picks up the card of an entry. FALSE when it cannot be (the past, the fold). */
gboolean gw_board_hold (GwBoard *self, gint entry, gboolean by_pointer);

/** gw_board_hold_shift: picks up a shift by its index (−1: none). FALSE for none, or in the past. */
gboolean gw_board_hold_shift (GwBoard *self, gint shift, gboolean by_pointer);

/** gw_board_aim_by_day: days relative to the target; only the week shows other days. */
void gw_board_aim_by_day (GwBoard *self, gint days);

/** gw_board_list_moves: what a drop at @target would move, into @moves (GwBoardMove). */
void gw_board_list_moves (GwBoard *self, const GwBoardMove *target, GArray *moves);

/** gw_board_aim: a new target for what is held; −1 as @shown is the lane. */
void gw_board_aim (GwBoard *self, gint shown, gint day, gint start, guint flags);

/** gw_board_aim_by: minutes and rows relative to the target. */
void gw_board_aim_by (GwBoard *self, gint minutes, gint rows);

/** gw_board_aim_best: the next best place. */
void gw_board_aim_best (GwBoard *self);

/** gw_board_put_down: drops what is held at its target. */
void gw_board_put_down (GwBoard *self);

/** gw_board_let_go: nothing is held any more; no glide. */
void gw_board_let_go (GwBoard *self);

/** gw_board_show_ghost: what is held, as the pointer carries it. */
void gw_board_show_ghost (GwBoard *self);

/** gw_board_hide_ghost: until something is held again. */
void gw_board_hide_ghost (GwBoard *self);

/** gw_board_update_ghost: it says when it would start. */
void gw_board_update_ghost (GwBoard *self);

/** gw_board_get_ghost: the widget of what is held, or was last; perhaps NULL. */
GtkWidget *gw_board_get_ghost (GwBoard *self);

/** gw_board_glide: the ghost goes from here to there and away. */
void gw_board_glide (GwBoard *self, const GwBoardBox *from, const GwBoardBox *to);

/** gw_board_forget_verdicts: nothing is priced. */
void gw_board_forget_verdicts (GwBoard *self);

/** gw_board_ask_prices: asks about the target, and then about all rows. */
void gw_board_ask_prices (GwBoard *self);

/** gw_board_get_ghost_box: where the ghost is. */
GwBoardBox gw_board_get_ghost_box (GwBoard *self);

/** gw_board_get_priced: verdict of a shown row (−1: the lane) if asked for, else NULL. */
const GwBoardVerdict *gw_board_get_priced (GwBoard *self, gint shown);

/** gw_board_rehold: after a new week: finds what is held again, or lets it go. */
void gw_board_rehold (GwBoard *self);


/** gw_board_sync_pills: a pill for each visible row with a verdict. */
void gw_board_sync_pills (GwBoard *self);

/** gw_board_allocate_pills: beside the ghost's time. */
void gw_board_allocate_pills (GwBoard *self);


/** gw_board_add_pointer: adds the controllers of the mouse. */
void gw_board_add_pointer (GwBoard *self);

/** gw_board_add_keys: adds the controllers of the keyboard. */
void gw_board_add_keys (GwBoard *self);

/** gw_board_is_selected: whether the entry is chosen together with others. */
gboolean gw_board_is_selected (GwBoard *self, const GwBoardEntry *entry);

/** gw_board_extend_selection: chooses what has the focus, and after the focus went there @stop too. */
void gw_board_extend_selection (GwBoard *self, gint stop);

/** gw_board_new_keys: an empty set of #GwBoardKey, which it owns. (transfer full) */
GHashTable *gw_board_new_keys (void);

/** gw_board_dup_selected_keys: what is chosen, as keys. (transfer full) */
GHashTable *gw_board_dup_selected_keys (GwBoard *self);

/** gw_board_set_selection: chooses what @keys hold, and nothing else. */
void gw_board_set_selection (GwBoard *self, GHashTable *keys);


/** gw_board_band_begin: a band from a point; with @is_adding to what is chosen. FALSE: not there. */
gboolean gw_board_band_begin (GwBoard *self, double x, double y, gboolean is_adding);

/** gw_board_band_is_active: whether there is one. */
gboolean gw_board_band_is_active (GwBoard *self);

/** gw_board_band_move: its other end. */
void gw_board_band_move (GwBoard *self, double x, double y);

/** gw_board_band_end: what it touches stays chosen. */
void gw_board_band_end (GwBoard *self);

/** gw_board_band_give_up: what was chosen before it is chosen again. */
void gw_board_band_give_up (GwBoard *self);

/** gw_board_band_draw: draws it, if there is one. */
void gw_board_band_draw (GwBoard *self, GtkSnapshot *snapshot);

/** gw_board_add_menu: adds the controllers that ask for menus. */
void gw_board_add_menu (GwBoard *self);

/** gw_board_ask_menu: a menu for what has the focus; FALSE when nothing has. */
gboolean gw_board_ask_menu (GwBoard *self);

/** gw_board_find_subject: what lies at a point; FALSE where there is nothing to ask about. */
gboolean gw_board_find_subject (GwBoard *self, double x, double y, GwBoardSubject *subject);

/** gw_board_aim_at_point: the target under a point. */
void gw_board_aim_at_point (GwBoard *self, double x, double y, GdkModifierType state);


/** gw_board_update_adjustments: from the geometry to the adjustments. */
void gw_board_update_adjustments (GwBoard *self);

/** gw_board_set_adjustment: connects one. */
void gw_board_set_adjustment (GwBoard *self, GtkOrientation orientation, GtkAdjustment *adjustment);

/** gw_board_scroll_at_edge: scrolls a little when the point is near an edge; whether anything moved. */
gboolean gw_board_scroll_at_edge (GwBoard *self, double x, double y);

/** gw_board_scroll_by: pixels; returns whether anything moved. */
gboolean gw_board_scroll_by (GwBoard *self, double x, double y);


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
