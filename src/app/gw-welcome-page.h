/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first page of all: back to a team that was open before, look round the sample neighbourhood,
 * start a team, import, open. Its
 * buttons call the application's actions. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_WELCOME_PAGE (gw_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (GwWelcomePage, gw_welcome_page, GW, WELCOME_PAGE, AdwBin)

/** gw_welcome_page_set_problem: a sentence about what did not work just now; nullable. */
void gw_welcome_page_set_problem (GwWelcomePage *self, const char *sentence);

/** gw_welcome_page_set_files: the team files, newest first, that lead back by "win.open-file" (ay). */
void gw_welcome_page_set_files (GwWelcomePage *self, const char *const *paths);

G_END_DECLS
