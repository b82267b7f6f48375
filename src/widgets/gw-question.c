/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Message dialogs. */
#include "config.h"

#include "gw-question.h"

/* Wider than any letter of a heading. */
#define NARROWEST_HEADING 60

/*
 * The dialog has its heading twice: on one line, and wrapped for where that does not fit. With GTK
 * 4.18 it measures the first at widths that only suit the second, which is a warning unless the
 * first may break as well; it is still shown only where it fits.
 */
static void
let_lines_break (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_CHAR);
      gtk_widget_set_size_request (gtk_widget_get_parent (widget), NARROWEST_HEADING, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_lines_break (child);
}

GtkWidget *
gw_question_new (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  let_lines_break (dialog);
  return dialog;
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
