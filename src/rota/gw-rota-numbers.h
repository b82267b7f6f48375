/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line of numbers above the board: to cover, clashes, wishes kept, contact. Each is words with
 * a number; the first two lead to what they count. Main thread.
 */
#pragma once

#include "gw-rota-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GW_TYPE_ROTA_NUMBERS (gw_rota_numbers_get_type ())

/** GwRotaNumbers: a box of buttons and labels; buttons run "rota.next-trouble". */
G_DECLARE_FINAL_TYPE (GwRotaNumbers, gw_rota_numbers, GW, ROTA_NUMBERS, GtkWidget)

/** gw_rota_numbers_show: shows what @week has now; a number not known yet is left out. */
void gw_rota_numbers_show (GwRotaNumbers *self, GwRotaWeek *week);

G_END_DECLS
