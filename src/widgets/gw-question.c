/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Message dialogs. */
#include "config.h"

#include "gw-question.h"

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
