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

/** gw_rota_page_show_view: week or day; @day of the week, from 0. */
void gw_rota_page_show_view (GwRotaPage *self, GwBoardView view, gint day);

/** gw_rota_page_step: the week or day before (−1) or after (+1). */
void gw_rota_page_step (GwRotaPage *self, gint direction);

G_END_DECLS
