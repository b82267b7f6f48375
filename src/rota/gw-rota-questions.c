/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two small forms. */
#include "config.h"

#include "gw-rota-questions.h"

#include "gw-board-words.h"
#include "gw-choices.h"
#include "gw-civil-parse.h"
#include "gw-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What the time's popover knows. */
typedef struct
{
  GwRotaTimeFunc func;
  gpointer data;
} TimeQuestion;

static void
on_time_entered (GtkEntry *entry, TimeQuestion *question)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  GwMinute start;

  if (!gw_minute_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &start))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  TimeQuestion asked = *question;
  gtk_popover_popdown (GTK_POPOVER (popover));
  asked.func (start, asked.data);
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

void
gw_rota_ask_time (GtkWidget *parent, const GdkRectangle *box, GwMinute start, GwRotaTimeFunc func,
                  gpointer user_data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = gw_minute_to_text (start);
  TimeQuestion *question = g_new0 (TimeQuestion, 1);

  question->func = func;
  question->data = user_data;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("08:30"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New start"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, parent);
  g_object_set_data_full (G_OBJECT (popover), "question", question, g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (on_time_entered), question);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}

/* What the cancellation's dialog knows. */
typedef struct
{
  GwRotaCancelFunc func;
  gpointer data;
  GwSpan notice;
  GtkDropDown *by;
  GtkDropDown *pay;
  GtkEditable *reason;
} CancelQuestion;

static GtkDropDown *
make_choice (const GwChoice *choices)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].key != NULL; i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), NULL));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, CancelQuestion *question)
{
  GwCancellation cancellation;

  if (!g_str_equal (response, "cancel-visit"))
    return;
  cancellation = (GwCancellation){
    .by = (GwCancelledBy) gw_cancelled_by_choices[gtk_drop_down_get_selected (question->by)].number,
    .notice = question->notice,
    .pay = (GwCancelledPay) gw_cancelled_pay_choices[gtk_drop_down_get_selected (question->pay)]
               .number,
    .reason = gtk_editable_get_text (question->reason),
  };
  question->func (&cancellation, question->data);
}

static void
add_line (GtkWidget *grid, gint line, const char *words, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, line, 1, 1);
}

void
gw_rota_ask_cancel (GtkWidget *parent, GwBoardWeek *week, guint index, GwSpan notice,
                    GwRotaCancelFunc func, gpointer user_data)
{
  g_autofree char *sentence = gw_board_words_sentence (week, index);
  CancelQuestion *question = g_new0 (CancelQuestion, 1);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *dialog = gw_question_new (GTK_WINDOW (gtk_widget_get_root (parent)),
                                       _ ("Cancel this visit?"), sentence);

  question->func = func;
  question->data = user_data;
  question->notice = notice;
  question->by = make_choice (gw_cancelled_by_choices);
  question->pay = make_choice (gw_cancelled_pay_choices);
  question->reason = GTK_EDITABLE (gtk_entry_new ());
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_line (grid, 0, _ ("_Who asked"), GTK_WIDGET (question->by));
  add_line (grid, 1, _ ("The _funder pays"), GTK_WIDGET (question->pay));
  add_line (grid, 2, _ ("W_hy"), GTK_WIDGET (question->reason));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), grid);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep the visit"),
                                    "cancel-visit", _ ("_Cancel the visit"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "cancel-visit",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
