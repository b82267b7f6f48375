/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chosen together, and the band that chooses. Same layer only. */
#pragma once

#include "gw-board-children.h"

G_BEGIN_DECLS

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

G_END_DECLS
