/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys that exist, as the program shows them on Ctrl+?. The toolkit would make this window
 * together with each window that might show it; making it when it is asked for lets the program
 * start sooner. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gw_shortcuts_present: shows the keys over @parent (nullable). */
void gw_shortcuts_present (GtkWindow *parent);

G_END_DECLS
