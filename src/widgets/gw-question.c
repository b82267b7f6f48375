/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Message dialogs. */
#include "config.h"

#include "gw-question.h"

/*
 * The dialog has its heading twice: large on one line, and smaller and wrapped for where that does not
 * fit. With GTK 4.18 it measures the first at widths that only suit the second, which is a warning
 * unless the first is no larger and may break as well.
 */
static void
let_heading_break (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-2"))
    {
      gtk_widget_remove_css_class (widget, "title-2");
      gtk_widget_add_css_class (widget, "title-4");
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_heading_break (child);
}

GtkWidget *
gw_question_new (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  let_heading_break (dialog);
  return dialog;
}

void
gw_question_settle (AdwMessageDialog *dialog, const char *no, const char *yes)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  adw_message_dialog_set_response_appearance (dialog, yes, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, yes);
  adw_message_dialog_set_close_response (dialog, no);
}

void
gw_question_present_for (GtkWidget *dialog, GtkWidget *asker)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog) && GTK_IS_WIDGET (asker));

  g_signal_connect_object (asker, "destroy", G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
on_unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still busy closing. */
static void
on_popover_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_unparent, g_object_ref (popover), g_object_unref);
}

GtkWidget *
gw_question_pop_over (GtkWidget *parent, const GdkRectangle *box, GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && GTK_IS_WIDGET (child), NULL);

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}

GtkWidget *
gw_question_new_fields (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  return grid;
}

GtkWidget *
gw_question_add_field (GtkWidget *grid, gint line, const char *words, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, line, 1, 1);
  return label;
}
