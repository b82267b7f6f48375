/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences from the report; the rows in a recycling view, since they may be a thousand. */
#include "config.h"

#include "gw-import-report-view.h"

#include "gw-dialog-parts.h"

#include "gw-csv-writer.h"
#include "gw-file-chooser.h"
#include "gw-session-edit.h"

#include <glib/gi18n-lib.h>

struct _GwImportReportView
{
  AdwBin parent_instance;

  GtkLabel *headline;
  GtkLabel *summary;
  GtkWidget *problems_box;
  GtkLabel *problems_label;
  GtkColumnView *problems_view;
  GtkWidget *undo_button;
  GtkWidget *show_button;
  GtkWidget *save_button;
  GtkLabel *note;

  GwSession *session;
  GwImportResult *result;
  GwDay day; /* what "Show that week" leads to */
};

G_DEFINE_FINAL_TYPE (GwImportReportView, gw_import_report_view, ADW_TYPE_BIN)

/* Columns of the view: what a problem says in each. */
typedef char *(*DupText) (const GwImportProblem *problem);

static char *
dup_line (const GwImportProblem *problem)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, problem->line);
}

static char *
dup_column (const GwImportProblem *problem)
{
  if (problem->column == 0)
    return g_strdup (_ ("the row"));
  return *problem->heading != '\0' ? g_strdup (problem->heading)
                                   : g_strdup_printf ("%u", problem->column);
}

static char *
dup_reason (const GwImportProblem *problem)
{
  return g_strdup (problem->reason);
}

static char *
dup_outcome (const GwImportProblem *problem)
{
  return g_strdup (problem->row_kept ? _ ("taken without this cell") : _ ("left out"));
}

/* The rows ----------------------------------------------------------------------------------- */

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

/* Items are the positions of the problems, as text. */
static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, GwImportReportView *self)
{
  DupText dup_text = (DupText) g_object_get_data (G_OBJECT (factory), "text");
  const GwImportProblem *problem = gw_import_report_get_problem (self->result->report,
                                                                 gtk_list_item_get_position (item));
  g_autofree char *text = dup_text (problem);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (GwImportReportView *self, const char *title, DupText dup_text, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "text", (gpointer) dup_text);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->problems_view, column);
}

static void
show_problems (GwImportReportView *self)
{
  GwImportReport *report = self->result->report;
  guint n_all = gw_import_report_get_n_problems (report);
  guint n_kept = gw_import_report_get_n_kept (report);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_kept; i++)
    gtk_string_list_append (rows, "");
  if (n_all > n_kept)
    /* Translators: a long list is cut: the first 1000 of 5000. */
    words = g_strdup_printf (_ ("Rows to look at: the first %u of %u"), n_kept, n_all);
  else
    words = g_strdup_printf (ngettext ("%u row to look at", "%u rows to look at", n_all), n_all);
  gtk_label_set_label (self->problems_label, words);
  gtk_column_view_set_model (self->problems_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                                      g_object_ref (G_LIST_MODEL (rows)))));
  gtk_widget_set_visible (self->problems_box, n_all > 0);
  gtk_widget_set_visible (self->save_button, n_all > 0);
}

/* Taking it back ----------------------------------------------------------------------------- */

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportReportView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gw_session_undo_finish (GW_SESSION (source), result, &error);

  if (self->note == NULL)
    return;
  gtk_label_set_label (self->note, label != NULL
                                       ? _ ("The import was taken back; everything is as it "
                                            "was before.")
                                       : error->message);
  gtk_widget_set_sensitive (self->undo_button, label == NULL);
}

static void
on_undo_clicked (GtkButton *button, GwImportReportView *self)
{
  gtk_widget_set_sensitive (self->undo_button, FALSE);
  gtk_widget_set_visible (self->show_button, FALSE);
  gtk_label_set_label (self->note, _ ("Taking it back…"));
  gw_session_undo_import_async (self->session, self->result->group, on_undone, g_object_ref (self));
}

/* Saving the list ---------------------------------------------------------------------------- */

static void
append_row (GString *text, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      gw_csv_append_cell (text, cells[i]);
    }
  g_string_append (text, "\r\n");
}

static char *
dup_csv (GwImportReport *report)
{
  GString *text = g_string_new ("\xef\xbb\xbf");
  const char *const headings[] = { _ ("Line"), _ ("Column"), _ ("Reason"), _ ("What became of it"),
                                   NULL };

  append_row (text, headings);
  for (guint i = 0; i < gw_import_report_get_n_kept (report); i++)
    {
      const GwImportProblem *problem = gw_import_report_get_problem (report, i);
      g_autofree char *line = dup_line (problem);
      g_autofree char *column = dup_column (problem);
      g_autofree char *outcome = dup_outcome (problem);
      const char *const cells[] = { line, column, problem->reason, outcome, NULL };

      append_row (text, cells);
    }
  return g_string_free (text, FALSE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportReportView) self = user_data;
  gboolean done = g_file_replace_contents_finish (G_FILE (source), result, NULL, NULL);

  if (self->note != NULL)
    gtk_label_set_label (self->note,
                         done ? _ ("The list is saved.")
                              : _ ("The list could not be saved. Please choose another folder."));
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (GwImportReportView) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  if (file == NULL || self->result == NULL)
    return;
  csv = dup_csv (self->result->report);
  bytes = g_bytes_new_take (csv, strlen (csv));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_saved, g_object_ref (self));
}

static void
on_show_clicked (GtkButton *button, GwImportReportView *self)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-day", "i", self->day.value);
  gtk_window_close (dialog);
}

static void
on_save_clicked (GtkButton *button, GwImportReportView *self)
{
  GwFileWish wish = { .title = _ ("Save the list of rows"),
                      .accept = _ ("_Save"),
                      .suggested_name = _ ("rows to look at.csv") };

  gw_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &wish, on_file_chosen,
                        g_object_ref (self));
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_import_report_view_dispose (GObject *object)
{
  GwImportReportView *self = GW_IMPORT_REPORT_VIEW (object);

  if (self->problems_view != NULL)
    gtk_column_view_set_model (self->problems_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_IMPORT_REPORT_VIEW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->result, gw_import_result_free);
  G_OBJECT_CLASS (gw_import_report_view_parent_class)->dispose (object);
}

static void
gw_import_report_view_class_init (GwImportReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_import_report_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-import-report-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, headline);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, summary);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, problems_box);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, problems_label);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, problems_view);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, show_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, save_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportReportView, note);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
gw_import_report_view_init (GwImportReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_column (self, _ ("Line"), dup_line, FALSE);
  add_column (self, _ ("Column"), dup_column, FALSE);
  add_column (self, _ ("Reason"), dup_reason, TRUE);
  add_column (self, _ ("What became of it"), dup_outcome, FALSE);
}

/* Public API --------------------------------------------------------------------------------- */

static const char *
get_headline (const GwImportResult *result)
{
  if (result->failure != NULL)
    return _ ("The import ended early");
  return result->is_stopped ? _ ("Stopped") : _ ("The list is in");
}

static char *
dup_summary (const GwImportResult *result)
{
  g_autofree char *counts = gw_import_report_dup_summary (result->report);
  g_autofree char *meanwhile = NULL;
  GString *text = g_string_new (result->failure);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", counts);
  if (result->n_meanwhile > 0)
    {
      meanwhile = g_strdup_printf (ngettext ("%u record was changed by somebody meanwhile and was "
                                             "left as it is.",
                                             "%u records were changed by somebody meanwhile and "
                                             "were left as they are.",
                                             result->n_meanwhile),
                                   result->n_meanwhile);
      g_string_append_printf (text, "\n%s", meanwhile);
    }
  if (result->is_stopped && !gw_id_is_none (result->group))
    g_string_append_printf (text, "\n%s",
                            _ ("What was read before the stop is in. Undo import takes "
                               "it back."));
  return g_string_free (text, FALSE);
}

/* What came into the rota, unless it is on the screen. */
static void
offer_week (GwImportReportView *self, GwDay shown)
{
  const GwImportResult *result = self->result;
  GwDay week = gw_day_get_week_start (result->day);

  self->day = result->day;
  gtk_widget_set_visible (self->show_button,
                          result->has_day &&
                              gw_day_compare (week, gw_day_get_week_start (shown)) != 0);
}

void
gw_import_report_view_show (GwImportReportView *self, GwSession *session, GwImportResult *result,
                            GwDay shown)
{
  g_autofree char *summary = dup_summary (result);

  g_return_if_fail (GW_IS_IMPORT_REPORT_VIEW (self));

  gtk_column_view_set_model (self->problems_view, NULL);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->result, gw_import_result_free);
  self->result = result;
  gtk_label_set_label (self->headline, get_headline (result));
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->note, "");
  offer_week (self, shown);
  gtk_widget_set_visible (self->undo_button, !gw_id_is_none (result->group));
  gtk_widget_set_sensitive (self->undo_button, TRUE);
  show_problems (self);
}
