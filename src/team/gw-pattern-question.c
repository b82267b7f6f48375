/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From when on, and until when? */
#include "config.h"

#include "gw-pattern-question.h"

#include "gw-entry.h"
#include "gw-question.h"
#include "gw-session-error.h"
#include "gw-session-records.h"

#include "gw-civil-parse.h"
#include "gw-pattern-generate.h"
#include "gw-pattern-split.h"

#include <glib/gi18n-lib.h>

#define DAY_PATTERN "%-d %B %Y"

/* One question, alive until it is answered and its visits are read. */
typedef struct
{
  GwForm *form;
  GwSession *session;
  GwDraft *edited;
  AdwMessageDialog *dialog;
  GtkEditable *from_row;
  GtkEditable *until_row;
  GwDay from;
  GwDay until;
  gboolean has_until;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->form);
  g_object_unref (self->session);
  gw_draft_free (self->edited);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static GwDraft *
copy_draft (const GwDraft *draft)
{
  GwDraft *copy = gw_draft_new_for (gw_draft_get_base (draft));

  for (guint field = 0; field < GW_VISIT_PATTERN_N_FIELDS; field++)
    gw_draft_set_value (copy, field, gw_draft_get_value (draft, field));
  return copy;
}

static void
check (Question *self)
{
  GwDay today = gw_clock_get_today (gw_session_get_clock (self->session));
  const char *until = gtk_editable_get_text (self->until_row);
  gboolean from_fits = gw_day_parse (gtk_editable_get_text (self->from_row), today, &self->from);
  gboolean until_fits = TRUE;

  self->has_until = *until != '\0';
  if (self->has_until)
    until_fits = gw_day_parse (until, today, &self->until) && from_fits &&
                 gw_day_compare (self->until, self->from) >= 0;
  gw_entry_mark (GTK_WIDGET (self->from_row), !from_fits);
  gw_entry_mark (GTK_WIDGET (self->until_row), !until_fits);
  adw_message_dialog_set_response_enabled (self->dialog, "change", from_fits && until_fits);
}

static char *
dup_sentence (const Question *self)
{
  g_autofree char *from = gw_day_format (self->from, DAY_PATTERN);
  g_autofree char *until = NULL;

  if (!self->has_until)
    return g_strdup_printf (_ ("The regular visit is changed from %s on."), from);
  until = gw_day_format (self->until, DAY_PATTERN);
  return g_strdup_printf (_ ("The regular visit is changed from %s until %s."), from, until);
}

static void
tell_failure (Question *self, const char *sentence)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->form));
  GtkWidget *dialog = gw_question_new (GTK_WINDOW (root), _ ("The change is not saved yet"),
                                       sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_visits_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      visits = gw_session_query_finish (GW_SESSION (source), result, NULL, &error);
  g_autoptr (GwChange) change = NULL;
  g_autofree char *sentence = dup_sentence (self);

  if (visits == NULL)
    {
      g_autofree char *failure = gw_session_error_to_sentence (error, GW_ERROR_DEED_READ);

      tell_failure (self, failure);
      return;
    }
  change = gw_visit_pattern_split (gw_draft_get_base (self->edited), self->edited, self->from,
                                   self->has_until, self->until, visits,
                                   _ ("Regular visit changed"));
  gw_form_save_change (self->form, change, sentence);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *self)
{
  const GwRecord *pattern = gw_draft_get_base (self->edited);
  g_autoptr (GwQuery) query = NULL;

  if (!g_str_equal (response, "change"))
    {
      question_free (self);
      return;
    }
  query = gw_query_new (&gw_visit_type);
  gw_query_where_id (query, GW_VISIT_PATTERN, gw_visit_pattern_get_series_id (pattern));
  gw_query_where_between (query, GW_VISIT_PATTERN_DAY, self->from.value, G_MAXINT32);
  gw_session_query_async (self->session, query, NULL, on_visits_read, self);
}

static GtkEditable *
add_day_row (GtkWidget *list, Question *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), self);
  return GTK_EDITABLE (row);
}

static void
fill (Question *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GwDay today = gw_clock_get_today (gw_session_get_clock (self->session));
  g_autofree char *from = gw_day_format (today, DAY_PATTERN);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->until_row = NULL;
  self->from_row = add_day_row (list, self, _ ("From"), from);
  self->until_row = add_day_row (list, self, _ ("Until (empty: for good)"), "");
  adw_message_dialog_set_extra_child (self->dialog, list);
}

void
gw_pattern_question_present (GwForm *form, GwSession *session, const GwDraft *draft)
{
  Question *self = g_new0 (Question, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (form));

  self->form = g_object_ref (form);
  self->session = g_object_ref (session);
  self->edited = copy_draft (draft);
  self->dialog = ADW_MESSAGE_DIALOG (
      gw_question_new (GTK_WINDOW (root), _ ("From when on?"),
                       _ ("Visits that were made already follow from that day on. Those "
                          "that somebody changed by hand stay as they are.")));
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "change", _ ("C_hange"),
                                    NULL);
  gw_question_settle (self->dialog, "cancel", "change");
  fill (self);
  check (self);
  g_signal_connect (self->dialog, "response", G_CALLBACK (on_response), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
