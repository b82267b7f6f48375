/* SPDX-License-Identifier: GPL-3.0-or-later */
/* About the program. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gw_about_window_present: shows it above @parent (nullable). */
void gw_about_window_present (GtkWindow *parent);

G_END_DECLS
