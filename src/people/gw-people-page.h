/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The place People: faces, and in place of them the page of the one chosen. Main thread.
 */
#pragma once

#include "gw-item.h"
#include "gw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_PEOPLE_PAGE (gw_people_page_get_type ())

/**
 * GwPeoplePage: activates "win.say" (s) when something was done that can be undone, and
 * "win.export-list" (s: key of a record type).
 */
G_DECLARE_FINAL_TYPE (GwPeoplePage, gw_people_page, GW, PEOPLE_PAGE, AdwBin)

/** gw_people_page_new: the people of @session. */
GtkWidget *gw_people_page_new (GwSession *session);

/** gw_people_page_open: shows @item, a loaded person. */
void gw_people_page_open (GwPeoplePage *self, GwItem *item);

/** gw_people_page_start: the form of a new person. */
void gw_people_page_start (GwPeoplePage *self);

/** gw_people_page_get_record: the person whose form is open, or NULL. (transfer none) (nullable) */
const GwRecord *gw_people_page_get_record (GwPeoplePage *self);

/** gw_people_page_focus_search: leads the reader to the search entry. */
void gw_people_page_focus_search (GwPeoplePage *self);

/** gw_people_page_set_edges: widgets at the header's start and end; each nullable. */
void gw_people_page_set_edges (GwPeoplePage *self, GtkWidget *start, GtkWidget *end);

G_END_DECLS
