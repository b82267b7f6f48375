/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets on the board: pooled cards, cells and names, headings, pills, the ghost. Same layer
 * only. */
#pragma once

#include "gw-board-stops.h"
#include "gw-board-pictures.h"

G_BEGIN_DECLS

/** GwBoardKey: what a card stays the card of: a visit as one colleague’s. */
typedef struct
{
  GwId visit;
  GwId colleague;
} GwBoardKey;

/**
 * GwBoardPool: children of the board.
 * @cards: by #GwBoardKey
 * @cells: by row, day and part
 * @names: by row
 * @icons: those of cards, loaded while nothing else is to do (@icons_source)
 * @ghost: of a visit on its way; @shift_ghost: of a shift; made when first wanted
 */
typedef struct
{
  GHashTable *cards;
  GHashTable *cells;
  GHashTable *names;
  GPtrArray *headings;
  GPtrArray *pills;
  GwBoardPictures *pictures;
  GPtrArray *icons;
  guint icons_source;
  GtkWidget *lane_name;
  GtkWidget *ghost;
  GtkWidget *shift_ghost;
} GwBoardPool;

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

/** gw_board_sync_pills: a pill for each visible row with a verdict. */
void gw_board_sync_pills (GwBoard *self);

/** gw_board_allocate_pills: beside the ghost's time. */
void gw_board_allocate_pills (GwBoard *self);

G_END_DECLS
