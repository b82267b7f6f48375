/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on its way: a visit, several, or a shift, and what a drop would mean. Same layer only. */
#pragma once

#include "gw-board-children.h"

#include <adwaita.h>

G_BEGIN_DECLS

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
  guint price_source;
  guint settle_source;
} GwBoardHeld;

/** GwBoardGlide: the ghost on its way from here to there. */
typedef struct
{
  AdwAnimation *animation;
  GwBoardBox from;
  GwBoardBox to;
  double at;
} GwBoardGlide;

/** GwBoardPriced: a verdict and whether it was asked for. */
typedef struct
{
  gboolean asked;
  GwBoardVerdict verdict;
} GwBoardPriced;

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

/** gw_board_rehold: after a new week: finds what is held again, or lets it go. */
void gw_board_rehold (GwBoard *self);

/** gw_board_forget_verdicts: nothing is priced. */
void gw_board_forget_verdicts (GwBoard *self);

/** gw_board_ask_prices: asks about the target, and then about all rows. */
void gw_board_ask_prices (GwBoard *self);

/** gw_board_get_priced: verdict of a shown row (−1: the lane) if asked for, else NULL. */
const GwBoardVerdict *gw_board_get_priced (GwBoard *self, gint shown);

G_END_DECLS
