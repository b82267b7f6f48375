/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rota's place in the program. A static linker drops what nobody calls, so the program calls
 * gw_rota_init() once, after gw_widgets_init().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** gw_rota_init: registers the resource and the types; again does nothing. Main thread. */
void gw_rota_init (void);

G_END_DECLS
