/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of one act are one row. */
#include "config.h"

#include "gw-history-view.h"

#include "gw-empty-state.h"

#include <glib/gi18n-lib.h>

struct _GwHistoryView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GwEmptyState *empty;
  GtkListBox *list;

  guint question;
};

G_DEFINE_FINAL_TYPE (GwHistoryView, gw_history_view, ADW_TYPE_BIN)

static void
gw_history_view_class_init (GwHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GW_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/widgets/gw-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GwHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, GwHistoryView, empty);
  gtk_widget_class_bind_template_child (widget_class, GwHistoryView, list);
}

static void
gw_history_view_init (GwHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
add_act (GwHistoryView *self, const GwHistoryLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Translators: a colleague's name and a moment: "Marta · Tue 24 Nov 2026, 08:10". */
  g_autofree char *who_when = g_strdup_printf (_ ("%s · %s"), line->who, line->when);
  GtkWidget *when = new_line (who_when, "caption");

  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), new_line (line->label, "heading"));
  gtk_box_append (GTK_BOX (box), when);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
  return box;
}

static gboolean
is_same_act (const GwHistoryLine *a, const GwHistoryLine *b)
{
  return a != NULL && g_str_equal (a->when, b->when) && g_str_equal (a->who, b->who) &&
         g_str_equal (a->label, b->label);
}

static void
show_lines (GwHistoryView *self, GPtrArray *lines)
{
  const GwHistoryLine *previous = NULL;
  GtkWidget *box = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < lines->len; i++)
    {
      const GwHistoryLine *line = g_ptr_array_index (lines, i);

      if (box == NULL || !is_same_act (previous, line))
        box = add_act (self, line);
      gtk_box_append (GTK_BOX (box), new_line (line->what, NULL));
      previous = line;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/** GwHistoryAnswer: which question this answers, since another may have been asked meanwhile. */
typedef struct
{
  GwHistoryView *view;
  guint question;
} GwHistoryAnswer;

static void
on_history (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GwHistoryAnswer *answer = user_data;
  g_autoptr (GwHistoryView) self = answer->view;
  guint question = answer->question;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      lines = gw_record_source_history_finish (GW_RECORD_SOURCE (source), result, &error);

  g_free (answer);
  if (question != self->question)
    return;
  if (lines == NULL)
    gw_empty_state_show_failure (self->empty, error->message);
  else if (lines->len == 0)
    gw_empty_state_show_words (self->empty, "document-open-recent-symbolic",
                               _ ("Nothing has happened yet"), NULL, NULL);
  else
    show_lines (self, lines);
}

void
gw_history_view_show (GwHistoryView *self, GwRecordSource *source, const GwRecord *record)
{
  GwHistoryAnswer *answer;

  g_return_if_fail (GW_IS_HISTORY_VIEW (self));

  gw_empty_state_show_loading (self->empty);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  answer = g_new (GwHistoryAnswer, 1);
  answer->view = g_object_ref (self);
  answer->question = ++self->question;
  gw_record_source_history_async (source, record, on_history, answer);
}
