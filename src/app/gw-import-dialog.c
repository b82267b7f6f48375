/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The steps and what leads from one to the next. Each step that reads is left by its answer; answers
 * to questions that are not asked any more are dropped.
 */
#include "config.h"

#include "gw-import-dialog-private.h"

#include "gw-dialog-parts.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GwImportDialog, gw_import_dialog, ADW_TYPE_WINDOW)

/* Steps -------------------------------------------------------------------------------------- */

static gboolean
is_at (GwImportDialog *self, const char *step)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->steps), step);
}

static gboolean
is_ready (GwImportDialog *self)
{
  gboolean is_mapped = FALSE;
  GwDay monday;

  if (is_at (self, "source"))
    return self->rows != NULL && self->asking == NULL &&
           (gw_import_dialog_get_what (self) != WHAT_SHEET ||
            gw_import_dialog_read_monday (self, &monday));
  if (is_at (self, "columns"))
    g_object_get (self->columns, "ready", &is_mapped, NULL);
  return is_mapped || is_at (self, "codes") || is_at (self, "report");
}

void
gw_import_dialog_update_buttons (GwImportDialog *self)
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
  gw_import_dialog_update_buttons (self);
}

void
gw_import_dialog_show_problem (GwImportDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
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
  gw_import_dialog_show_problem (self, error->message);
  show_step (self, "source");
}

static void
show_meaning (GwImportDialog *self)
{
  GwImportSource source = gw_import_dialog_get_source (self);

  if (!source.is_sheet)
    {
      gw_import_columns_show (self->columns, self->session, &source, self->rows);
      show_step (self, "columns");
      return;
    }
  gw_import_dialog_stop_asking (self);
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
  gw_import_report_view_show (self->report, self->session, outcome, self->day);
  show_step (self, "report");
  gtk_window_present (GTK_WINDOW (self));
}

static void
run (GwImportDialog *self)
{
  GwImportSource source = gw_import_dialog_get_source (self);
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
    gw_import_dialog_update_buttons (self);
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

  gw_import_dialog_stop_asking (self);
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
  gw_import_dialog_bind_source (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_ready_changed);
}

static void
gw_import_dialog_init (GwImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gw_import_dialog_init_source (self);
  gw_import_dialog_update_buttons (self);
}

/* Public API --------------------------------------------------------------------------------- */

void
gw_import_dialog_present_file (GtkWindow *parent, GwSession *session, GwDay day, GFile *file)
{
  GwImportDialog *self;
  g_autofree char *monday = NULL;

  g_return_if_fail (GW_IS_SESSION (session));

  self = g_object_new (GW_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->day = day;
  monday = gw_day_format (gw_day_get_week_start (day), _ ("%-d %b %Y"));
  gtk_editable_set_text (self->week_row, monday);
  if (file != NULL)
    gw_import_dialog_take_file (self, file);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->file_button);
}

void
gw_import_dialog_present (GtkWindow *parent, GwSession *session, GwDay day)
{
  gw_import_dialog_present_file (parent, session, day, NULL);
}
