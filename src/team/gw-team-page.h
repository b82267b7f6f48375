/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The place Team, lists and forms for now: colleagues and what they can do, when they are away, what
 * the team does regularly, and where. Main thread.
 */
#pragma once

#include "gw-item.h"
#include "gw-query.h"
#include "gw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_TEAM_PAGE (gw_team_page_get_type ())

/**
 * GwTeamPage: activates "win.say" (s) when something was done that can be undone, and
 * "win.export-list" (s: key of a record type).
 */
G_DECLARE_FINAL_TYPE (GwTeamPage, gw_team_page, GW, TEAM_PAGE, AdwBin)

/** gw_team_page_new: the team of @session. */
GtkWidget *gw_team_page_new (GwSession *session);

/** gw_team_page_new_waiting_query: time off that was asked for and not answered. (transfer full) */
GwQuery *gw_team_page_new_waiting_query (void);

/** gw_team_page_open: shows the form of @item, loaded, in the list it belongs to. */
void gw_team_page_open (GwTeamPage *self, GwItem *item);

/** gw_team_page_start: the form of a new record of the list that is shown. */
void gw_team_page_start (GwTeamPage *self);

/** gw_team_page_focus_search: leads the reader to the search entry. */
void gw_team_page_focus_search (GwTeamPage *self);

/** gw_team_page_set_edges: widgets at the header's start and end; each nullable. */
void gw_team_page_set_edges (GwTeamPage *self, GtkWidget *start, GtkWidget *end);

/** gw_team_page_get_record: what the form shows, or NULL. (transfer none) */
const GwRecord *gw_team_page_get_record (GwTeamPage *self);

G_END_DECLS
