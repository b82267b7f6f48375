/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be set: on this laptop, for planning, for backups; and what is encrypted. Main thread. */
#pragma once

#include "gw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gw_preferences_window_present: shows the preferences above @parent, the window of @session. */
void gw_preferences_window_present (GtkWindow *parent, GwSession *session);

G_END_DECLS
