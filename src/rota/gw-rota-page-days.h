/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days the page shows, of which team, as a week or as a day. Same layer only. */
#pragma once

#include "gw-rota-page.h"

#include "gw-board.h"

G_BEGIN_DECLS

/** gw_rota_page_begin_days: the choice of days and of the team, and the first days. */
void gw_rota_page_begin_days (GwRotaPage *self);

/** gw_rota_page_update_range: the header says which days are shown. */
void gw_rota_page_update_range (GwRotaPage *self);

/** gw_rota_page_show_view: the week of @day, or that day. */
void gw_rota_page_show_view (GwRotaPage *self, GwBoardView view, GwDay day);

/**
 * gw_rota_page_get_board_day: a day of the board, from 0. On the way to another week the board still
 * shows the one before, and what is pointed at there is meant.
 */
GwDay gw_rota_page_get_board_day (GwRotaPage *self, gint day);

/** gw_rota_page_has_arrived: whether the board shows the week that the page went to. */
gboolean gw_rota_page_has_arrived (GwRotaPage *self);

/** gw_rota_page_arrive: the week that was gone to is about to be shown. */
void gw_rota_page_arrive (GwRotaPage *self);

/** gw_rota_page_step: the week or day before (−1) or after (+1). */
void gw_rota_page_step (GwRotaPage *self, gint direction);

G_END_DECLS
