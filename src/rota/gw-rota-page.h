/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rota's page: header, numbers, the board, the inspector, planning and its review. Everything
 * it can do is an action "rota.…". It has its own header bar. Main thread.
 */
#pragma once

#include "gw-board.h"

#include "gw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_ROTA_PAGE (gw_rota_page_get_type ())

/**
 * GwRotaPage: properties "detail" (string): what has the focus, in full, for the status line;
 * "waiting" (uint): how many visits of the days shown are to cover, for the sidebar.
 */
G_DECLARE_FINAL_TYPE (GwRotaPage, gw_rota_page, GW, ROTA_PAGE, AdwBin)

/** gw_rota_page_new: shows this week of @session's team. (transfer floating) */
GtkWidget *gw_rota_page_new (GwSession *session);

/** gw_rota_page_set_edges: widgets at the header's start and end; each nullable. */
void gw_rota_page_set_edges (GwRotaPage *self, GtkWidget *start, GtkWidget *end);

/** gw_rota_page_go_to: shows the week of @day, and in the day view that day. */
void gw_rota_page_go_to (GwRotaPage *self, GwDay day);

/** gw_rota_page_get_day: the day that is shown: of the day view, or the week's first. */
GwDay gw_rota_page_get_day (GwRotaPage *self);

/** gw_rota_page_get_n_days: how many days are shown: one in the day view, or a week's. */
guint gw_rota_page_get_n_days (GwRotaPage *self);

/** gw_rota_page_can_plan: whether the planner has read the days shown and may change them. */
gboolean gw_rota_page_can_plan (GwRotaPage *self);

/** gw_rota_page_get_record: the colleague whose run is to be printed, or NULL. (transfer none) */
const GwRecord *gw_rota_page_get_record (GwRotaPage *self);

G_END_DECLS
