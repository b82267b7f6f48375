/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paid free time is an opportunity: which visits that nobody covers would fit into it. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-board-words.h"
#include "gw-question.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

#define MOST_IDEAS 3

static void
on_idea_activated (GtkWidget *row, GwRotaPage *self)
{
  const GwBoardMove *move = g_object_get_data (G_OBJECT (row), "move");
  GwBoardMove chosen = *move;

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (row, GTK_TYPE_POPOVER)));
  gw_rota_page_move_visit (self, &chosen);
}

static GtkWidget *
new_idea (GwRotaPage *self, const GwBoardEntry *entry, const GwBoardMove *move,
          const GwBoardVerdict *verdict)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *span = gw_board_words_span (verdict->start.value,
                                               verdict->start.value + entry->end - entry->start);
  /* Translators: an idea for free time: a person, and from when until when */
  g_autofree char *name = gw_text_isolate (entry->name);
  g_autofree char *title = g_strdup_printf (C_ ("idea", "%s, %s"), name, span);
  GwBoardMove placed = *move;

  placed.start = verdict->start;
  placed.flags = 0;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               verdict->sentence != NULL ? verdict->sentence : entry->purpose);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "move", g_memdup2 (&placed, sizeof placed), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_idea_activated), self);
  return row;
}

/* Ideas are visits of that day that can be there, and end within the free time. */
static guint
add_ideas (GwRotaPage *self, const GwBoardSubject *subject, GtkListBox *list)
{
  GwBoardWeek *board = gw_board_get_week (self->board);
  const GwBoardCell *lane = gw_board_week_get_cell (board, -1, subject->day);
  GwBoardPricer *pricer = GW_BOARD_PRICER (gw_rota_week_get_pricer (self->week));
  guint n = 0;

  for (guint i = 0; i < lane->n_entries && n < MOST_IDEAS; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (board, lane->first + i);
      GwBoardMove move = { .visit = entry->visit_id,
                           .to = gw_board_week_get_row (board, (guint) subject->row)->id,
                           .day = gw_rota_page_get_board_day (self, subject->day),
                           .start = GW_MINUTE (subject->start),
                           .flags = GW_BOARD_MOVE_ANY_TIME };
      g_auto (GwBoardVerdict) verdict = { GW_BOARD_UNKNOWN, NULL, move.start };

      if ((entry->flags & GW_BOARD_ENTRY_PAST) != 0 ||
          !gw_board_pricer_price (pricer, &move, &verdict) || verdict.severity == GW_BOARD_CANNOT ||
          verdict.start.value < subject->start ||
          verdict.start.value + entry->end - entry->start > subject->end)
        continue;
      gtk_list_box_append (list, new_idea (self, entry, &move, &verdict));
      n++;
    }
  return n;
}

static GtkWidget *
new_heading (const GwBoardSubject *subject)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Free time, paid: %d min",
                                                      "Free time, paid: %d min",
                                                      (gulong) (subject->end - subject->start)),
                                            subject->end - subject->start);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
on_free_asked (GwBoard *board, const GwBoardSubject *subject, GwRotaPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), new_heading (subject));
  if (add_ideas (self, subject, GTK_LIST_BOX (list)) > 0)
    gtk_box_append (GTK_BOX (box), list);
  else
    {
      GtkWidget *label = gtk_label_new (
          _ ("No visit that is to cover today fits in here. Time for a log, a rest, or a visit of "
             "one’s own choosing."));
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
      g_object_ref_sink (list);
      g_object_unref (list);
    }
  gw_question_pop_over (GTK_WIDGET (self->board), &subject->box, box);
}

void
gw_rota_page_connect_free (GwRotaPage *self)
{
  g_signal_connect (self->board, "free-asked", G_CALLBACK (on_free_asked), self);
}
