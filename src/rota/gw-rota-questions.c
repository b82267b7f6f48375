/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small forms: another time, why a visit is cancelled, how it went. */
#include "config.h"

#include "gw-rota-questions.h"

#include "gw-board-words.h"
#include "gw-choices.h"
#include "gw-civil-parse.h"
#include "gw-question.h"
#include "gw-visit-timing.h"

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
      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  TimeQuestion asked = *question;
  gtk_popover_popdown (GTK_POPOVER (popover));
  asked.func (start, asked.data);
}

void
gw_rota_ask_time (GtkWidget *parent, const GdkRectangle *box, GwMinute start, GwRotaTimeFunc func,
                  gpointer user_data)
{
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
  g_object_set_data_full (G_OBJECT (entry), "question", question, g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (on_time_entered), question);
  gw_question_pop_over (parent, box, entry);
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

void
gw_rota_ask_cancel (GtkWidget *parent, GwBoardWeek *week, guint index, GwSpan notice,
                    GwRotaCancelFunc func, gpointer user_data)
{
  g_autofree char *sentence = gw_board_words_sentence (week, index);
  CancelQuestion *question = g_new0 (CancelQuestion, 1);
  GtkWidget *grid = gw_question_new_fields ();
  GtkWidget *dialog = gw_question_new (GTK_WINDOW (gtk_widget_get_root (parent)),
                                       _ ("Cancel this visit?"), sentence);

  question->func = func;
  question->data = user_data;
  question->notice = notice;
  question->by = make_choice (gw_cancelled_by_choices);
  question->pay = make_choice (gw_cancelled_pay_choices);
  question->reason = GTK_EDITABLE (gtk_entry_new ());
  gw_question_add_field (grid, 0, _ ("_Who asked"), GTK_WIDGET (question->by));
  gw_question_add_field (grid, 1, _ ("The _funder pays"), GTK_WIDGET (question->pay));
  gw_question_add_field (grid, 2, _ ("W_hy"), GTK_WIDGET (question->reason));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), grid);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep the visit"),
                                    "cancel-visit", _ ("_Cancel the visit"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "cancel-visit",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gw_question_present_for (dialog, parent);
}

/* What the dialog about a visit that happened knows. */
typedef struct
{
  GwRotaActualFunc func;
  gpointer data;
  AdwMessageDialog *dialog;
  GtkEditable *times;
  GtkEditable *note;
} ActualQuestion;

static void
on_actual_edited (ActualQuestion *question)
{
  GwMinute start, end;

  adw_message_dialog_set_response_enabled (
      question->dialog, "keep",
      gw_minute_range_parse (gtk_editable_get_text (question->times), &start, &end));
}

static void
on_actual_response (AdwMessageDialog *dialog, const char *response, ActualQuestion *question)
{
  const char *note = gtk_editable_get_text (question->note);
  GwMinute start, end;

  if (g_str_equal (response, "keep") &&
      gw_minute_range_parse (gtk_editable_get_text (question->times), &start, &end))
    question->func (start, end, *note != '\0' ? note : NULL, question->data);
}

static GtkWidget *
make_actual_fields (ActualQuestion *question, const GwVisit *visit)
{
  GwMinute start = gw_visit_has_actual_start (visit) ? gw_visit_get_actual_start (visit)
                                                     : gw_visit_get_shown_start (visit);
  GwMinute end = gw_visit_has_actual_end (visit) ? gw_visit_get_actual_end (visit)
                                                 : gw_visit_get_end (visit);
  g_autofree char *times = gw_board_words_span (start.value, end.value);
  GtkWidget *grid = gw_question_new_fields ();

  question->times = GTK_EDITABLE (gtk_entry_new ());
  question->note = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_text (question->times, times);
  if (gw_visit_get_actual_note (visit) != NULL)
    gtk_editable_set_text (question->note, gw_visit_get_actual_note (visit));
  gtk_entry_set_activates_default (GTK_ENTRY (question->times), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (question->note), TRUE);
  gw_question_add_field (grid, 0, _ ("_Began and ended"), GTK_WIDGET (question->times));
  gw_question_add_field (grid, 1, _ ("What made the _difference"), GTK_WIDGET (question->note));
  return grid;
}

void
gw_rota_ask_actual (GtkWidget *parent, const GwVisit *visit, const char *name,
                    GwRotaActualFunc func, gpointer user_data)
{
  g_autofree char *day = gw_day_format (gw_visit_get_day (visit), C_ ("a day", "%a %-d %b"));
  /* Translators: a person's name and a day: "Rose, Mon 24 Nov" */
  g_autofree char *whose = g_strdup_printf (C_ ("whose visit", "%s, %s"), name, day);
  ActualQuestion *question = g_new0 (ActualQuestion, 1);

  question->func = func;
  question->data = user_data;
  question->dialog = ADW_MESSAGE_DIALOG (
      gw_question_new (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("How did it go?"), whose));
  adw_message_dialog_set_extra_child (question->dialog, make_actual_fields (question, visit));
  adw_message_dialog_add_responses (question->dialog, "leave", _ ("_Leave it"), "keep",
                                    _ ("_Write it down"), NULL);
  gw_question_settle (question->dialog, "leave", "keep");
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, g_free);
  g_signal_connect_swapped (question->times, "changed", G_CALLBACK (on_actual_edited), question);
  g_signal_connect (question->dialog, "response", G_CALLBACK (on_actual_response), question);
  gw_question_present_for (GTK_WIDGET (question->dialog), parent);
}
