/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visit on the board: a real widget with a name, a description and actions, so that a screen
 * reader finds it and a switch user can move it. Cards are pooled: the board gives a card another
 * entry when the first has scrolled away. The board takes the pointer itself; a card takes focus.
 * Main thread.
 */
#pragma once

#include "gw-board-pictures.h"
#include "gw-board-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GwBoardDeed: what a person can do with a card. Each is an action "card.…" too. */
typedef enum
{
  GW_BOARD_DEED_OPEN,
  GW_BOARD_DEED_HOLD,
  GW_BOARD_DEED_EARLIER,
  GW_BOARD_DEED_LATER,
  GW_BOARD_DEED_UP,
  GW_BOARD_DEED_DOWN,
  GW_BOARD_DEED_BEST,
  GW_BOARD_DEED_PUT_BACK,
  GW_BOARD_DEED_TO_COVER,
  GW_BOARD_DEED_SUGGEST,
  GW_BOARD_DEED_WHY,
  GW_BOARD_DEED_TIME,
  GW_BOARD_DEED_COPY,
  GW_BOARD_DEED_PIN,
  GW_BOARD_DEED_CANCEL,
  GW_BOARD_N_DEEDS
} GwBoardDeed;

/** GwBoardCardShape: LINE: one line, time first; BLOCK: name above time, as wide as it is long. */
typedef enum
{
  GW_BOARD_CARD_LINE,
  GW_BOARD_CARD_BLOCK
} GwBoardCardShape;

#define GW_TYPE_BOARD_CARD (gw_board_card_get_type ())

/** GwBoardCard: signal "acted" (int, #GwBoardDeed). */
G_DECLARE_FINAL_TYPE (GwBoardCard, gw_board_card, GW, BOARD_CARD, GtkWidget)

/** gw_board_card_new: a card without a visit. @pictures (nullable): of frames; NULL: it has none. */
GtkWidget *gw_board_card_new (GwBoardPictures *pictures);

/** gw_board_card_set_entry: shows entry @index of @week (referenced). */
void gw_board_card_set_entry (GwBoardCard *self, GwBoardWeek *week, guint index,
                              GwBoardCardShape shape);

/** gw_board_card_set_start: shows another start than the entry's: that of what is held. */
void gw_board_card_set_start (GwBoardCard *self, gint start);

/** gw_board_card_set_selected: whether it is chosen together with others; said and shown. */
void gw_board_card_set_selected (GwBoardCard *self, gboolean selected);

/** gw_board_card_get_entry: what it shows, lent; NULL while spare. */
const GwBoardEntry *gw_board_card_get_entry (GwBoardCard *self);

/** gw_board_card_get_index: index of the entry in its week; −1 while spare. */
gint gw_board_card_get_index (GwBoardCard *self);

/** gw_board_card_say: what a screen reader says beside the name; NULL: the visit's own words. */
void gw_board_card_say (GwBoardCard *self, const char *words);

G_END_DECLS
