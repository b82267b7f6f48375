/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry whose text cannot be used: for eyes and for screen readers alike. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** gw_entry_mark: marks @entry (an entry, or a row with one) as wrong, or takes the mark away. */
void gw_entry_mark (GtkWidget *entry, gboolean is_wrong);

G_END_DECLS
