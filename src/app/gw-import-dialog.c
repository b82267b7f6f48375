/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The steps and what leads from one to the next. Each step that reads is left by its answer; answers
 * to questions that are not asked any more are dropped.
 */
#include "config.h"

#include "gw-import-dialog.h"

#include "gw-dialog-parts.h"
#include "gw-import-codes.h"
#include "gw-import-columns.h"
#include "gw-import-report-view.h"

#include "gw-empty-state.h"
#include "gw-entry.h"
#include "gw-file-chooser.h"
#include "gw-session-import-preview.h"

#include "gw-choices.h"
#include "gw-civil-parse.h"

#include <glib/gi18n-lib.h>

/* The choice after the lists. */
#define WHAT_SHEET GW_IMPORT_N_TARGETS

#define GW_TYPE_IMPORT_DIALOG (gw_import_dialog_get_type ())

/** GwImportDialog: the window. */
G_DECLARE_FINAL_TYPE (GwImportDialog, gw_import_dialog, GW, IMPORT_DIALOG, AdwWindow)

struct _GwImportDialog
{
  AdwWindow parent_instance;

  GtkWidget *back_button;
  GtkButton *next_button;
  GtkStack *steps;
  AdwActionRow *file_row;
  GtkWidget *file_button;
  AdwComboRow *what_row;
  AdwComboRow *mode_row;
  GtkEditable *week_row;
  GtkTextView *text_view;
  GtkLabel *problem_label;
  GwEmptyState *reading;
  GwImportColumns *columns;
  GwImportCodes *codes;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GwImportReportView *report;

  GwSession *session;
  GFile *file;
  char *text;
  GPtrArray *rows;
  GCancellable *asking;
  GwJob *job;
  gboolean is_guessing;
  gboolean has_said;
};

G_DEFINE_FINAL_TYPE (GwImportDialog, gw_import_dialog, ADW_TYPE_WINDOW)

/* Steps -------------------------------------------------------------------------------------- */

static gboolean
is_at (GwImportDialog *self, const char *step)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->steps), step);
}

static guint
get_what (GwImportDialog *self)
{
  return adw_combo_row_get_selected (self->what_row);
}

/* The Monday of the week that a rota sheet is for; FALSE when what is typed is no day. */
static gboolean
read_monday (GwImportDialog *self, GwDay *out_monday)
{
  GwDay day;

  if (self->session == NULL ||
      !gw_day_parse (gtk_editable_get_text (self->week_row),
                     gw_record_source_get_today (GW_RECORD_SOURCE (self->session)), &day))
    return FALSE;
  *out_monday = gw_day_get_week_start (day);
  return TRUE;
}

static gboolean
is_ready (GwImportDialog *self)
{
  gboolean is_mapped = FALSE;
  GwDay monday;

  if (is_at (self, "source"))
    return self->rows != NULL && self->asking == NULL &&
           (get_what (self) != WHAT_SHEET || read_monday (self, &monday));
  if (is_at (self, "columns"))
    g_object_get (self->columns, "ready", &is_mapped, NULL);
  return is_mapped || is_at (self, "codes") || is_at (self, "report");
}

static void
update_buttons (GwImportDialog *self)
{
  gboolean maps = is_at (self, "columns") || is_at (self, "codes");

  gtk_widget_set_visible (self->back_button, maps);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !is_at (self, "progress"));
  gtk_button_set_label (self->next_button, maps                     ? _ ("_Import")
                                           : is_at (self, "report") ? _ ("_Close")
                                                                    : _ ("_Next"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), is_ready (self));
}

static void
show_step (GwImportDialog *self, const char *step)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  update_buttons (self);
}

static void
show_problem (GwImportDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}

/* The source --------------------------------------------------------------------------------- */

static GwImportSource
get_source (GwImportDialog *self)
{
  gboolean is_sheet = get_what (self) == WHAT_SHEET;
  GwImportSource source = { .is_sheet = is_sheet,
                            .target = is_sheet ? GW_IMPORT_SHIFTS
                                               : (GwImportTarget) get_what (self),
                            .file = self->file,
                            .text = self->text };

  if (is_sheet && !read_monday (self, &source.monday))
    g_assert_not_reached (); /* the step is only left with a week */
  if (source.target == GW_IMPORT_TRAVEL)
    source.mode = gw_travel_mode_choices[adw_combo_row_get_selected (self->mode_row)].number;
  return source;
}

static void
guess_what (GwImportDialog *self)
{
  char **headings = g_ptr_array_index (self->rows, 0);
  GwImportTarget target;

  if (self->has_said || !gw_column_map_guess_target ((const char *const *) headings,
                                                     g_strv_length (headings), &target))
    return;
  self->is_guessing = TRUE;
  adw_combo_row_set_selected (self->what_row, target);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->what_row), _ ("Judging by its headings"));
  self->is_guessing = FALSE;
}

static void
on_rows_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = gw_session_read_rows_finish (GW_SESSION (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking || self->steps == NULL)
    {
      g_clear_pointer (&rows, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->asking);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  show_problem (self, rows == NULL ? error->message : NULL);
  if (rows != NULL)
    guess_what (self);
  update_buttons (self);
}

static void
stop_asking (GwImportDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
read_rows (GwImportDialog *self)
{
  stop_asking (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->file != NULL || self->text != NULL)
    {
      self->asking = g_cancellable_new ();
      gw_session_read_rows_async (self->session, self->file, self->text, self->asking, on_rows_read,
                                  g_object_ref (self));
    }
  show_problem (self, NULL);
  update_buttons (self);
}

static void
take_file (GwImportDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  g_clear_pointer (&self->text, g_free);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), "", 0);
  g_set_object (&self->file, file);
  adw_action_row_set_subtitle (self->file_row, escaped);
  read_rows (self);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (GwImportDialog) self = user_data;

  if (file != NULL && self->steps != NULL)
    take_file (self, file);
}

static void
on_file_clicked (GtkButton *button, GwImportDialog *self)
{
  static const char *const patterns[] = { "*.csv", "*.CSV", "*.tsv", "*.txt", NULL };
  GwFileWish wish = { .title = _ ("Choose a list"),
                      .accept = _ ("_Choose"),
                      .filter_name = _ ("Lists (CSV, text)"),
                      .patterns = patterns };

  gw_file_chooser_open (GTK_WINDOW (self), &wish, on_file_chosen, g_object_ref (self));
}

static void
on_text_changed (GtkTextBuffer *buffer, GwImportDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (*self->text == '\0')
    g_clear_pointer (&self->text, g_free);
  else
    {
      g_clear_object (&self->file);
      adw_action_row_set_subtitle (self->file_row, _ ("CSV, as spreadsheets save it"));
    }
  read_rows (self);
}

static void
on_paste_clicked (GtkButton *button, GwImportDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  g_signal_emit_by_name (self->text_view, "paste-clipboard");
}

static void
on_what_changed (AdwComboRow *row, GParamSpec *pspec, GwImportDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->mode_row), get_what (self) == GW_IMPORT_TRAVEL);
  gtk_widget_set_visible (GTK_WIDGET (self->week_row), get_what (self) == WHAT_SHEET);
  update_buttons (self);
  if (self->is_guessing || self->session == NULL)
    return;
  self->has_said = TRUE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), NULL);
}

static void
on_week_changed (GtkEditable *entry, GwImportDialog *self)
{
  GwDay monday;
  gboolean is_day = self->session == NULL || read_monday (self, &monday);

  gw_entry_mark (GTK_WIDGET (entry), !is_day);
  update_buttons (self);
}

/* Meaning ------------------------------------------------------------------------------------ */

static void
on_sheet_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GwWeekSheet *sheet = gw_session_read_sheet_finish (GW_SESSION (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking || self->steps == NULL)
    {
      g_clear_pointer (&sheet, gw_week_sheet_free);
      return;
    }
  g_clear_object (&self->asking);
  if (sheet != NULL)
    {
      gw_import_codes_show (self->codes, sheet);
      show_step (self, "codes");
      return;
    }
  show_problem (self, error->message);
  show_step (self, "source");
}

static void
show_meaning (GwImportDialog *self)
{
  GwImportSource source = get_source (self);

  if (!source.is_sheet)
    {
      gw_import_columns_show (self->columns, self->session, &source, self->rows);
      show_step (self, "columns");
      return;
    }
  stop_asking (self);
  self->asking = g_cancellable_new ();
  gw_empty_state_show_loading (self->reading);
  gw_session_read_sheet_async (self->session, &source, self->asking, on_sheet_read,
                               g_object_ref (self));
  show_step (self, "reading");
}

/* Running ------------------------------------------------------------------------------------ */

static void
show_progress (GwImportDialog *self, GParamSpec *pspec, GwJob *job)
{
  gint permille = gw_job_get_permille (job);

  /* The last report may come after the answer. */
  if (job != self->job)
    return;
  if (permille < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, permille / 1000.0);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwImportDialog) self = user_data;
  GwImportResult *outcome = gw_session_import_finish (GW_SESSION (source), result);

  g_clear_object (&self->job);
  if (self->steps == NULL)
    {
      gw_import_result_free (outcome);
      return;
    }
  gw_import_report_view_show (self->report, self->session, outcome);
  show_step (self, "report");
  gtk_window_present (GTK_WINDOW (self));
}

static void
run (GwImportDialog *self)
{
  GwImportSource source = get_source (self);
  g_autofree char *legend = NULL;

  if (source.is_sheet)
    {
      legend = gw_import_codes_dup_legend (self->codes);
      source.legend = legend;
      source.new_names = gw_import_codes_get_new_names (self->codes);
    }
  else
    {
      gw_import_columns_remember (self->columns);
      source.map = gw_import_columns_get_map (self->columns);
    }
  self->job = gw_session_import_async (self->session, &source, 1, on_imported, g_object_ref (self));
  g_signal_connect_object (self->job, "notify::permille", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  /* Nobody waits for an import: the window behind can be used. */
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  show_step (self, "progress");
}

static void
on_stop_clicked (GtkButton *button, GwImportDialog *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  if (self->job != NULL)
    gw_job_stop (self->job);
}

static void
on_next_clicked (GtkButton *button, GwImportDialog *self)
{
  if (is_at (self, "source"))
    show_meaning (self);
  else if (is_at (self, "report"))
    gtk_window_close (GTK_WINDOW (self));
  else
    run (self);
}

static void
on_back_clicked (GtkButton *button, GwImportDialog *self)
{
  show_step (self, "source");
}

static void
on_ready_changed (GwImportColumns *columns, GParamSpec *pspec, GwImportDialog *self)
{
  if (self->next_button != NULL && self->steps != NULL)
    update_buttons (self);
}

/* Closed while it runs, the window waits out of sight and comes back with the report. */
static gboolean
gw_import_dialog_close_request (GtkWindow *window)
{
  GwImportDialog *self = GW_IMPORT_DIALOG (window);

  if (self->job == NULL)
    return GTK_WINDOW_CLASS (gw_import_dialog_parent_class)->close_request (window);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return TRUE;
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_import_dialog_dispose (GObject *object)
{
  GwImportDialog *self = GW_IMPORT_DIALOG (object);

  stop_asking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->job);
  g_clear_object (&self->file);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, mode_row);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, week_row);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, codes);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, GwImportDialog, report);
}

static void
gw_import_dialog_class_init (GwImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gw_import_dialog_close_request;
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  g_type_ensure (GW_TYPE_IMPORT_CODES);
  g_type_ensure (GW_TYPE_IMPORT_COLUMNS);
  g_type_ensure (GW_TYPE_IMPORT_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-import-dialog.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_file_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_what_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_week_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_ready_changed);
}

static void
fill_choices (GwImportDialog *self)
{
  g_autoptr (GtkStringList) what = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);

  for (guint i = 0; i < GW_IMPORT_N_TARGETS; i++)
    gtk_string_list_append (what, gw_import_target_get_label ((GwImportTarget) i));
  gtk_string_list_append (what, _ ("A rota sheet: names down, days across"));
  for (const GwChoice *choice = gw_travel_mode_choices; choice->key != NULL; choice++)
    gtk_string_list_append (modes, _ (choice->label));
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (what));
  adw_combo_row_set_model (self->mode_row, G_LIST_MODEL (modes));
}

static void
gw_import_dialog_init (GwImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  g_signal_connect (gtk_text_view_get_buffer (self->text_view), "changed",
                    G_CALLBACK (on_text_changed), self);
  update_buttons (self);
}

/* Public API --------------------------------------------------------------------------------- */

void
gw_import_dialog_present_file (GtkWindow *parent, GwSession *session, GFile *file)
{
  GwImportDialog *self;
  g_autofree char *today = NULL;

  g_return_if_fail (GW_IS_SESSION (session));

  self = g_object_new (GW_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  today = gw_day_format (
      gw_day_get_week_start (gw_record_source_get_today (GW_RECORD_SOURCE (session))),
      _ ("%-d %b %Y"));
  gtk_editable_set_text (self->week_row, today);
  if (file != NULL)
    take_file (self, file);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->file_button);
}

void
gw_import_dialog_present (GtkWindow *parent, GwSession *session)
{
  gw_import_dialog_present_file (parent, session, NULL);
}
