/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Go to anything": full-text search over the team, Enter goes there. Main thread. */
#pragma once

#include "gw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_GO_TO (gw_go_to_get_type ())

/** GwGoTo: signal "chosen" (#GwItem, loaded). */
G_DECLARE_FINAL_TYPE (GwGoTo, gw_go_to, GW, GO_TO, AdwWindow)

/** gw_go_to_new: a window over @parent. */
GtkWidget *gw_go_to_new (GtkWindow *parent, GwSession *session);

G_END_DECLS
