/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to visits and shifts, and what is said of it. Same layer only. */
#pragma once

#include "gw-rota-page.h"

#include "gw-board.h"
#include "gw-change.h"

G_BEGIN_DECLS

/** GwRotaPart: a visit as one colleague's; the none id: the part that is to cover. */
typedef struct
{
  GwId visit;
  GwId colleague;
} GwRotaPart;

/**
 * GwRotaSettling: what was put down and is being thought about.
 * @waiting: (element-type GArray) of #GwBoardMove: each act, the oldest first
 * @since: since when the first of them has waited, in monotonic time
 * @n_sent: how many changes are on their way into the rota
 */
typedef struct
{
  GQueue waiting;
  gint64 since;
  guint n_sent;
} GwRotaSettling;

/** gw_rota_page_send: submits @change (taken), says its label, or why not. */
void gw_rota_page_send (GwRotaPage *self, GwChange *change);

/** gw_rota_page_send_and_say: the same, with a whole @sentence (nullable) for the label. */
void gw_rota_page_send_and_say (GwRotaPage *self, GwChange *change, const char *sentence);

/** gw_rota_page_refuse: says why something is not done. */
void gw_rota_page_refuse (GwRotaPage *self, const char *sentence);

/** gw_rota_page_put_back: what was dropped glides back to where it was. */
void gw_rota_page_put_back (GwRotaPage *self);

/** gw_rota_page_may_edit: whether the rota can be changed now; says why not. */
gboolean gw_rota_page_may_edit (GwRotaPage *self);

/**
 * gw_rota_page_add_to_cover: @words about what was done, and that @n_visits have nobody then; @words
 * alone when none has. (transfer full)
 */
char *gw_rota_page_add_to_cover (const char *words, guint n_visits) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_page_dup_label_name: a person or colleague as labels of changes keep them. (transfer full) */
char *gw_rota_page_dup_label_name (GwRotaPage *self, GwId id);

/** gw_rota_page_dup_name: a person or colleague as the screen calls them. (transfer full) */
char *gw_rota_page_dup_name (GwRotaPage *self, GwId id);

/** gw_rota_page_do: does @deed to a part of a visit, wherever the focus is. */
void gw_rota_page_do (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part);

/** gw_rota_page_do_all: the same to all that are chosen, if that part is one of several. */
gboolean gw_rota_page_do_all (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part);

/**
 * gw_rota_page_settle_moves: does what was put down (#GwBoardMove, together) as soon as it is known
 * what it means, for the most part at once; or says why not.
 */
void gw_rota_page_settle_moves (GwRotaPage *self, GArray *moves);

/** gw_rota_page_settle: something is known now: does what was put down before, or says why not. */
void gw_rota_page_settle (GwRotaPage *self);

/** gw_rota_page_is_settling: whether something that was put down is not done yet. */
gboolean gw_rota_page_is_settling (GwRotaPage *self);

/** gw_rota_page_take_back_move: takes back the newest of that; FALSE: there is none. */
gboolean gw_rota_page_take_back_move (GwRotaPage *self);

/** gw_rota_page_forget_moves: forgets all of that. */
void gw_rota_page_forget_moves (GwRotaPage *self);

/** gw_rota_page_move_visit: does @move of a visit, or says why not. */
void gw_rota_page_move_visit (GwRotaPage *self, const GwBoardMove *move);

/** gw_rota_page_connect_shifts: signals of the board that move several visits. */
void gw_rota_page_connect_shifts (GwRotaPage *self);

/** gw_rota_page_find_visit: a visit that the board shows, or NULL. (transfer none) */
const GwRecord *gw_rota_page_find_visit (GwRotaPage *self, GwId id);

/** gw_rota_page_connect_edits: signals of the board and the inspector that change visits. */
void gw_rota_page_connect_edits (GwRotaPage *self);

G_END_DECLS
