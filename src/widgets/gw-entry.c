/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark of an entry: a colour and a state. */
#include "config.h"

#include "gw-entry.h"

void
gw_entry_mark (GtkWidget *entry, gboolean is_wrong)
{
  g_return_if_fail (GTK_IS_WIDGET (entry));

  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
