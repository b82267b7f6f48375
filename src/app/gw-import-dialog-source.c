/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step of an import: which list it is, and the file or the text that it is read from. */
#include "config.h"

#include "gw-import-dialog-private.h"

#include "gw-dialog-parts.h"

#include "gw-entry.h"
#include "gw-file-chooser.h"

#include "gw-choices.h"
#include "gw-civil-parse.h"
#include "gw-week-sheet.h"

#include <glib/gi18n-lib.h>

guint
gw_import_dialog_get_what (GwImportDialog *self)
{
  return adw_combo_row_get_selected (self->what_row);
}

/* The Monday of the week that a rota sheet is for; FALSE when what is typed is no day. */
gboolean
gw_import_dialog_read_monday (GwImportDialog *self, GwDay *out_monday)
{
  GwDay day;

  if (self->session == NULL ||
      !gw_day_parse (gtk_editable_get_text (self->week_row),
                     gw_record_source_get_today (GW_RECORD_SOURCE (self->session)), &day))
    return FALSE;
  *out_monday = gw_day_get_week_start (day);
  return TRUE;
}

GwImportSource
gw_import_dialog_get_source (GwImportDialog *self)
{
  gboolean is_sheet = gw_import_dialog_get_what (self) == WHAT_SHEET;
  GwImportSource source = { .is_sheet = is_sheet,
                            .target = is_sheet ? GW_IMPORT_SHIFTS
                                               : (GwImportTarget) gw_import_dialog_get_what (self),
                            .file = self->file,
                            .text = self->text };

  if (is_sheet && !gw_import_dialog_read_monday (self, &source.monday))
    g_assert_not_reached (); /* the step is only left with a week */
  if (source.target == GW_IMPORT_TRAVEL)
    source.mode = gw_travel_mode_choices[adw_combo_row_get_selected (self->mode_row)].number;
  return source;
}

static void
guess_what (GwImportDialog *self)
{
  char **headings = g_ptr_array_index (self->rows, 0);
  gboolean is_sheet = gw_week_sheet_is_likely (self->rows);
  GwImportTarget target;

  if (self->has_said ||
      (!is_sheet && !gw_column_map_guess_target ((const char *const *) headings,
                                                 g_strv_length (headings), &target)))
    return;
  self->is_guessing = TRUE;
  adw_combo_row_set_selected (self->what_row, is_sheet ? WHAT_SHEET : (guint) target);
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
  gw_import_dialog_show_problem (self, rows == NULL ? error->message : NULL);
  if (rows != NULL)
    guess_what (self);
  gw_import_dialog_update_buttons (self);
}

void
gw_import_dialog_stop_asking (GwImportDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
read_rows (GwImportDialog *self)
{
  gw_import_dialog_stop_asking (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->file != NULL || self->text != NULL)
    {
      self->asking = g_cancellable_new ();
      gw_session_read_rows_async (self->session, self->file, self->text, self->asking, on_rows_read,
                                  g_object_ref (self));
    }
  gw_import_dialog_show_problem (self, NULL);
  gw_import_dialog_update_buttons (self);
}

void
gw_import_dialog_take_file (GwImportDialog *self, GFile *file)
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
    gw_import_dialog_take_file (self, file);
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
  gtk_widget_set_visible (GTK_WIDGET (self->mode_row),
                          gw_import_dialog_get_what (self) == GW_IMPORT_TRAVEL);
  gtk_widget_set_visible (GTK_WIDGET (self->week_row),
                          gw_import_dialog_get_what (self) == WHAT_SHEET);
  gw_import_dialog_update_buttons (self);
  if (self->is_guessing || self->session == NULL)
    return;
  self->has_said = TRUE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), NULL);
}

static void
on_week_changed (GtkEditable *entry, GwImportDialog *self)
{
  GwDay monday;
  gboolean is_day = self->session == NULL || gw_import_dialog_read_monday (self, &monday);

  gw_entry_mark (GTK_WIDGET (entry), !is_day);
  gw_import_dialog_update_buttons (self);
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

void
gw_import_dialog_bind_source (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_file_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_what_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_week_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked);
}

void
gw_import_dialog_init_source (GwImportDialog *self)
{
  fill_choices (self);
  g_signal_connect (gtk_text_view_get_buffer (self->text_view), "changed",
                    G_CALLBACK (on_text_changed), self);
}
