/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two questions before a team begins. */
#include "config.h"

#include "gw-start-team-dialog.h"

#include "gw-question.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GwWindow *window;
  AdwMessageDialog *dialog;
  GtkEditable *team;
  GtkEditable *colleague;
  GwStartTeamNext next;
} Questions;

static char *
dup_answer (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* Both answers are needed before the team can begin. */
static void
check (Questions *self)
{
  g_autofree char *team = dup_answer (self->team);
  g_autofree char *colleague = dup_answer (self->colleague);

  adw_message_dialog_set_response_enabled (self->dialog, "start",
                                           *team != '\0' && *colleague != '\0');
}

static void
on_response (Questions *self, const char *response)
{
  g_autofree char *team = dup_answer (self->team);
  g_autofree char *colleague = dup_answer (self->colleague);

  if (!g_str_equal (response, "start"))
    return;
  if (self->next == GW_START_TEAM_IMPORT)
    gw_window_import_after_opening (self->window);
  gw_window_start_team (self->window, team, colleague);
}

static GtkEditable *
add_question (GtkWidget *list, Questions *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), self);
  return GTK_EDITABLE (row);
}

static GtkWidget *
create_list (Questions *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->team = add_question (list, self, _ ("What is the team called?"));
  self->colleague = add_question (list, self, _ ("Your first name"));
  return list;
}

void
gw_start_team_dialog_present (GwWindow *window, GwStartTeamNext next)
{
  Questions *self = g_new0 (Questions, 1);
  GtkWidget *dialog = gw_question_new (
      GTK_WINDOW (window), _ ("Start a team"),
      _ ("The team file is kept on this laptop. People and colleagues "
         "can be added or imported afterwards."));

  self->window = window;
  self->next = next;
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "start", _ ("_Start"),
                                    NULL);
  gw_question_settle (self->dialog, "cancel", "start");
  adw_message_dialog_set_extra_child (self->dialog, create_list (self));
  g_object_set_data_full (G_OBJECT (dialog), "questions", self, g_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), self);
  check (self);
  gtk_window_present (GTK_WINDOW (dialog));
}
