/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows while a team file is being opened or made. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_WAITING_PAGE (gw_waiting_page_get_type ())

G_DECLARE_FINAL_TYPE (GwWaitingPage, gw_waiting_page, GW, WAITING_PAGE, AdwBin)

/** gw_waiting_page_set_title: what is being done, with no bar until something is reported. */
void gw_waiting_page_set_title (GwWaitingPage *self, const char *title);

/** gw_waiting_page_set_permille: how much of it is done, from 0 to 1000. */
void gw_waiting_page_set_permille (GwWaitingPage *self, gint permille);

G_END_DECLS
