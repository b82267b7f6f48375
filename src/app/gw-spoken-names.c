/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button has its words twice: as a property, with the mark, and through the label inside it; a
 * box to tick has them as a property alone. */
#include "config.h"

#include "gw-spoken-names.h"

#include <gtk/gtk.h>

static gboolean
marks_a_letter (gpointer widget)
{
  return (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (widget)) ||
         (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (widget) &&
          gtk_check_button_get_label (widget) != NULL);
}

/* Words without the mark, which is one low line; two are one. */
static char *
dup_unmarked (const char *words)
{
  GString *unmarked = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at++)
    {
      if (*at == '_')
        at++;
      if (*at == '\0')
        break;
      g_string_append_c (unmarked, *at);
    }
  return g_string_free (unmarked, FALSE);
}

/* What is left is the label inside a button; a box to tick does not name its own. */
static void
drop_marked (GObject *widget)
{
  g_autofree char *words = NULL;

  if (!marks_a_letter (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }
  words = dup_unmarked (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
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
