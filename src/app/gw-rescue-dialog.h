/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Offers the newest backup when a team file cannot be opened because it is damaged. Nothing is
 * shown when there is none; the damaged file is kept in any case.
 */
#pragma once

#include "gw-window.h"

G_BEGIN_DECLS

/** gw_rescue_dialog_offer: looks for backups of the file at @path and asks; opens what is back. */
void gw_rescue_dialog_offer (GwWindow *window, const char *path);

G_END_DECLS
