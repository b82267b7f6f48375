/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button, or a box to tick, has its words twice: as a property, with the mark, and through the label
 * inside it. */
#include "config.h"

#include "gw-spoken-names.h"

#include <gtk/gtk.h>

static gboolean
marks_a_letter (gpointer widget)
{
  return (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (widget)) ||
         (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (widget));
}

static void
drop_marked (GObject *widget)
{
  if (marks_a_letter (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Setting the words sets the property again. A button with a name of its own marks no letter. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (values);

  if (!marks_a_letter (widget))
    return TRUE;
  drop_marked (widget);
  g_signal_handlers_disconnect_by_func (widget, drop_marked, NULL);
  g_signal_connect (widget, "notify::label", G_CALLBACK (drop_marked), NULL);
  return TRUE;
}

void
gw_spoken_names_watch (void)
{
  /* Signals are there once the class is. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_BUTTON));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
