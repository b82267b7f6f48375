/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question as a dialog: the day she rings is the day it usually is, so Enter is often enough. */
#include "config.h"

#include "gw-rota-away.h"

#include "gw-civil-parse.h"
#include "gw-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NOON (12 * 60)

/* In the order of the drop-down. */
enum
{
  PART_WHOLE,
  PART_MORNING,
  PART_AFTERNOON,
  PART_TIMES
};

/* What the dialog knows. */
typedef struct
{
  GwRotaAwayFunc func;
  gpointer data;
  GwId colleague;
  GwDay today;
  AdwMessageDialog *dialog;
  GtkEditable *first;
  GtkEditable *last;
  GtkCheckButton *unknown;
  GtkDropDown *part;
  GtkWidget *times_label;
  GtkEditable *times;
  GtkLabel *problem;
} Question;

static gboolean
read_times (Question *question, GwMinute *start, GwMinute *end)
{
  switch (gtk_drop_down_get_selected (question->part))
    {
    case PART_MORNING:
      *start = GW_MINUTE (0);
      *end = GW_MINUTE (NOON);
      return TRUE;
    case PART_AFTERNOON:
      *start = GW_MINUTE (NOON);
      *end = GW_MINUTE (GW_MINUTES_A_DAY);
      return TRUE;
    case PART_TIMES:
      return gw_minute_range_parse (gtk_editable_get_text (question->times), start, end) &&
             end->value <= GW_MINUTES_A_DAY;
    case PART_WHOLE:
    default:
      *start = GW_MINUTE (0);
      *end = GW_MINUTE (GW_MINUTES_A_DAY);
      return TRUE;
    }
}

/* What is typed as a record; NULL with a sentence when something is amiss. */
static GwRecord *
build (Question *question, const char **out_problem)
{
  gboolean unknown = gtk_check_button_get_active (question->unknown);
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_absence_type);
  GwDay first, last;
  GwMinute start, end;

  *out_problem = NULL;
  if (!gw_day_parse (gtk_editable_get_text (question->first), question->today, &first))
    *out_problem = _ ("The first day is not a day: try “today” or “24 Nov”.");
  else if (!unknown &&
           !gw_day_parse (gtk_editable_get_text (question->last), question->today, &last))
    *out_problem = _ ("The last day is not a day: try “tomorrow” or “24 Nov”.");
  else if (!unknown && gw_day_compare (last, first) < 0)
    *out_problem = _ ("The last day lies before the first.");
  else if (!read_times (question, &start, &end))
    *out_problem = _ ("The times cannot be read: try “7–14”.");
  if (*out_problem != NULL)
    return NULL;
  gw_absence_set_colleague (draft, question->colleague);
  gw_absence_set_kind (draft, GW_ABSENCE_AWAY);
  gw_absence_set_state (draft, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (draft, first);
  if (!unknown)
    gw_absence_set_last_day (draft, last);
  if (gtk_drop_down_get_selected (question->part) != PART_WHOLE)
    {
      gw_absence_set_start (draft, start);
      gw_absence_set_end (draft, end);
    }
  return gw_draft_build (draft);
}

static void
on_edited (Question *question)
{
  const char *problem;
  g_autoptr (GwRecord) absence = build (question, &problem);
  gboolean times = gtk_drop_down_get_selected (question->part) == PART_TIMES;

  gtk_widget_set_sensitive (GTK_WIDGET (question->last),
                            !gtk_check_button_get_active (question->unknown));
  gtk_widget_set_visible (question->times_label, times);
  gtk_widget_set_visible (GTK_WIDGET (question->times), times);
  gtk_label_set_label (question->problem, problem != NULL ? problem : "");
  adw_message_dialog_set_response_enabled (question->dialog, "away", absence != NULL);
  adw_message_dialog_set_response_enabled (question->dialog, "repair", absence != NULL);
}

/* Somebody who is away from a later day is away at least on that day. */
static void
on_first_edited (Question *question)
{
  GwDay first, last;

  if (gw_day_parse (gtk_editable_get_text (question->first), question->today, &first) &&
      gw_day_parse (gtk_editable_get_text (question->last), question->today, &last) &&
      gw_day_compare (last, first) < 0)
    gtk_editable_set_text (question->last, gtk_editable_get_text (question->first));
  on_edited (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  const char *problem;
  g_autoptr (GwRecord) absence = build (question, &problem);

  if (absence != NULL && !g_str_equal (response, "not"))
    question->func (absence,
                    g_str_equal (response, "repair") ? GW_ROTA_AWAY_REPAIR : GW_ROTA_AWAY_NOTE,
                    question->data);
}

static GtkEditable *
new_entry (const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
make_fields (Question *question, GwDay day)
{
  const char *parts[] = { _ ("All day"), _ ("The morning"), _ ("The afternoon"), _ ("From … until"),
                          NULL };
  g_autofree char *text = gw_day_format (day, "%a %-d %b %Y");
  GtkWidget *grid = gw_question_new_fields ();

  question->first = new_entry (text);
  question->last = new_entry (text);
  question->times = new_entry ("");
  question->unknown = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_mnemonic (_ ("When they are _back is not known yet")));
  question->part = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (parts));
  question->problem = GTK_LABEL (gtk_label_new (""));
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->times), _ ("7–14"));
  gtk_label_set_wrap (question->problem, TRUE);
  gtk_label_set_xalign (question->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (question->problem), "rota-trouble");
  gw_question_add_field (grid, 0, _ ("_First day"), GTK_WIDGET (question->first));
  gw_question_add_field (grid, 1, _ ("_Last day"), GTK_WIDGET (question->last));
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (question->unknown), 1, 2, 1, 1);
  gw_question_add_field (grid, 3, _ ("_Which part"), GTK_WIDGET (question->part));
  question->times_label = gw_question_add_field (grid, 4, _ ("_Times"),
                                                 GTK_WIDGET (question->times));
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (question->problem), 0, 5, 2, 1);
  return grid;
}

static void
follow_fields (Question *question)
{
  g_signal_connect_swapped (question->first, "changed", G_CALLBACK (on_first_edited), question);
  g_signal_connect_swapped (question->last, "changed", G_CALLBACK (on_edited), question);
  g_signal_connect_swapped (question->times, "changed", G_CALLBACK (on_edited), question);
  g_signal_connect_swapped (question->unknown, "toggled", G_CALLBACK (on_edited), question);
  g_signal_connect_swapped (question->part, "notify::selected", G_CALLBACK (on_edited), question);
  on_edited (question);
}

void
gw_rota_ask_away (GtkWidget *parent, GwId colleague, const char *name, GwDay day, GwDay today,
                  GwRotaAwayFunc func, gpointer user_data)
{
  /* Translators: %s is a colleague's name */
  g_autofree char *title = g_strdup_printf (_ ("%s is away"), name);
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->data = user_data;
  question->colleague = colleague;
  question->today = today;
  question->dialog = ADW_MESSAGE_DIALOG (
      gw_question_new (GTK_WINDOW (gtk_widget_get_root (parent)), title,
                       _ ("Visits of that time go to the to-cover lane. The reason is not kept.")));
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question, day));
  adw_message_dialog_add_responses (question->dialog, "not", _ ("_Leave it"), "away",
                                    _ ("Mark as _away"), "repair", _ ("Mark and find _cover"),
                                    NULL);
  gw_question_settle (question->dialog, "not", "repair");
  follow_fields (question);
  g_object_set_data_full (G_OBJECT (question->dialog), "question", question, g_free);
  g_signal_connect (question->dialog, "response", G_CALLBACK (on_response), question);
  gw_question_present_for (GTK_WIDGET (question->dialog), parent);
}
