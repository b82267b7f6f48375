/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three kinds of files; one at a time, with its outcome at the foot of the window. */
#include "config.h"

#include "gw-export-dialog.h"

#include "gw-dialog-parts.h"

#include "gw-file-chooser.h"
#include "gw-session-export.h"
#include "gw-session-jobs.h"
#include "gw-session-lists.h"

#include "gw-colleague.h"
#include "gw-model.h"
#include "gw-person.h"
#include "gw-shift.h"
#include "gw-text.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define GW_TYPE_EXPORT_DIALOG (gw_export_dialog_get_type ())

/** GwExportDialog: the window. */
G_DECLARE_FINAL_TYPE (GwExportDialog, gw_export_dialog, GW, EXPORT_DIALOG, AdwWindow)

struct _GwExportDialog
{
  AdwWindow parent_instance;

  GtkWidget *page;
  AdwComboRow *list_row;
  AdwComboRow *weeks_row;
  GtkSwitch *codes_switch;
  GtkRevealer *outcome_revealer;
  GtkSpinner *spinner;
  GtkLabel *outcome;
  GtkWidget *stop_button;
  GtkWidget *folder_button;

  GwSession *session;
  GwDay monday;
  GPtrArray *types;
  GFile *written;
  GwJob *job;
};

G_DEFINE_FINAL_TYPE (GwExportDialog, gw_export_dialog, ADW_TYPE_WINDOW)

static const guint weeks[] = { 4, 8, 12 };

/* What happens ------------------------------------------------------------------------------- */

static void
begin (GwExportDialog *self, GFile *file)
{
  GListModel *jobs = gw_session_get_jobs (self->session);

  g_clear_object (&self->job);
  /* The newest job is the one just started. */
  self->job = g_list_model_get_item (jobs, g_list_model_get_n_items (jobs) - 1);
  g_set_object (&self->written, file);
  gtk_widget_set_sensitive (self->page, FALSE);
  gtk_spinner_start (self->spinner);
  gtk_label_set_label (self->outcome, _ ("Writing…"));
  gtk_widget_set_visible (self->stop_button, TRUE);
  gtk_widget_set_visible (self->folder_button, FALSE);
  gtk_revealer_set_reveal_child (self->outcome_revealer, TRUE);
}

/* @done: a sentence; NULL when @error tells why not. */
static void
end (GwExportDialog *self, const char *done, const GError *error)
{
  if (self->page == NULL)
    return;
  g_clear_object (&self->job);
  gtk_widget_set_sensitive (self->page, TRUE);
  gtk_spinner_stop (self->spinner);
  gtk_label_set_label (self->outcome, done != NULL ? done : error->message);
  gtk_widget_set_visible (self->stop_button, FALSE);
  gtk_widget_set_visible (self->folder_button, done != NULL);
}

static void
on_stop_clicked (GtkButton *button, GwExportDialog *self)
{
  if (self->job != NULL)
    gw_job_stop (self->job);
}

static void
on_folder_clicked (GtkButton *button, GwExportDialog *self)
{
  if (self->written != NULL)
    gw_dialog_show_folder (GTK_WINDOW (self), self->written);
}

/* Lists -------------------------------------------------------------------------------------- */

static const GwRecordType *
get_type (GwExportDialog *self)
{
  return g_ptr_array_index (self->types, adw_combo_row_get_selected (self->list_row));
}

static void
on_list_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = gw_session_export_list_finish (GW_SESSION (source), result, &error);

  end (self, done ? _ ("The list is saved.") : NULL, error);
}

static void
on_list_file (GFile *file, gpointer user_data)
{
  g_autoptr (GwExportDialog) self = user_data;
  g_autoptr (GwQuery) query = NULL;

  if (file == NULL || self->page == NULL)
    return;
  query = gw_query_new (get_type (self));
  gw_session_export_list_async (self->session, query, file, on_list_written, g_object_ref (self));
  begin (self, file);
}

static void
on_list_clicked (GtkButton *button, GwExportDialog *self)
{
  g_autofree char *name = gw_text_to_file_name (_ (get_type (self)->label_plural), ".csv");
  GwFileWish wish = { .title = _ ("Save the list"), .accept = _ ("_Save"), .suggested_name = name };

  gw_file_chooser_save (GTK_WINDOW (self), &wish, on_list_file, g_object_ref (self));
}

/* Calendars ---------------------------------------------------------------------------------- */

static void
on_calendars_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint n = gw_session_export_calendars_finish (GW_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (n >= 0)
    sentence = g_strdup_printf (
        ngettext ("%d calendar file is saved.", "%d calendar files are saved.", n), n);
  end (self, sentence, error);
}

static void
on_calendars_folder (GFile *folder, gpointer user_data)
{
  g_autoptr (GwExportDialog) self = user_data;
  guint n_weeks;

  if (folder == NULL || self->page == NULL)
    return;
  n_weeks = weeks[MIN (adw_combo_row_get_selected (self->weeks_row), G_N_ELEMENTS (weeks) - 1)];
  gw_session_export_calendars_async (self->session, self->monday,
                                     gw_day_add (self->monday, (gint) n_weeks * 7 - 1), folder,
                                     on_calendars_written, g_object_ref (self));
  begin (self, folder);
}

static void
on_calendars_clicked (GtkButton *button, GwExportDialog *self)
{
  GwFileWish wish = { .title = _ ("Choose a folder for the calendars"), .accept = _ ("_Choose") };

  gw_file_chooser_folder (GTK_WINDOW (self), &wish, on_calendars_folder, g_object_ref (self));
}

/* The team ----------------------------------------------------------------------------------- */

static void
on_team_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = gw_session_export_team_finish (GW_SESSION (source), result, &error);

  end (self, done ? _ ("The team file is saved.") : NULL, error);
}

static void
on_team_file (GFile *file, gpointer user_data)
{
  g_autoptr (GwExportDialog) self = user_data;

  if (file == NULL || self->page == NULL)
    return;
  gw_session_export_team_async (self->session, file, gtk_switch_get_active (self->codes_switch),
                                on_team_written, g_object_ref (self));
  begin (self, file);
}

static void
on_team_clicked (GtkButton *button, GwExportDialog *self)
{
  g_autofree char *base = g_path_get_basename (gw_session_get_path (self->session));
  g_autofree char *name = NULL;
  GwFileWish wish = { .title = _ ("Save the whole team"), .accept = _ ("_Save") };

  if (g_str_has_suffix (base, ".gw"))
    base[strlen (base) - 3] = '\0';
  name = gw_text_to_file_name (base, ".gwteam");
  wish.suggested_name = name;
  gw_file_chooser_save (GTK_WINDOW (self), &wish, on_team_file, g_object_ref (self));
}

/* Choices ------------------------------------------------------------------------------------ */

/* The lists people ask for come first; logs that only the program writes are no lists. */
static void
fill_lists (GwExportDialog *self)
{
  const GwRecordType *const first[] = { &gw_person_type, &gw_colleague_type, &gw_visit_type,
                                        &gw_shift_type };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n_types;
  const GwRecordType *const *types = gw_model_get_types (&n_types);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (self->types, (gpointer) first[i]);
  for (guint i = 0; i < n_types; i++)
    if (!types[i]->append_only && !g_ptr_array_find (self->types, types[i], NULL))
      g_ptr_array_add (self->types, (gpointer) types[i]);
  for (guint i = 0; i < self->types->len; i++)
    {
      const GwRecordType *type = g_ptr_array_index (self->types, i);

      gtk_string_list_append (labels, _ (type->label_plural));
    }
  adw_combo_row_set_model (self->list_row, G_LIST_MODEL (labels));
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_export_dialog_dispose (GObject *object)
{
  GwExportDialog *self = GW_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_object (&self->written);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_export_dialog_parent_class)->dispose (object);
}

static void
gw_export_dialog_class_init (GwExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-export-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, list_row);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, weeks_row);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, codes_switch);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, outcome_revealer);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, GwExportDialog, folder_button);
  gtk_widget_class_bind_template_callback (widget_class, on_list_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_calendars_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_team_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
}

static void
gw_export_dialog_init (GwExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->types = g_ptr_array_new ();
  fill_lists (self);
}

static void
show_weeks (GwExportDialog *self)
{
  g_autofree char *monday = gw_day_format (self->monday, C_ ("a day", "%a %-d %b"));
  /* Translators: %s is the Monday of a week */
  g_autofree char *title = g_strdup_printf (_ ("From %s on"), monday);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->weeks_row), title);
}

/* Public API --------------------------------------------------------------------------------- */

void
gw_export_dialog_present (GtkWindow *parent, GwSession *session, GwDay day)
{
  GwExportDialog *self;

  g_return_if_fail (GW_IS_SESSION (session));

  self = g_object_new (GW_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->monday = gw_day_get_week_start (day);
  show_weeks (self);
  gtk_window_present (GTK_WINDOW (self));
}
