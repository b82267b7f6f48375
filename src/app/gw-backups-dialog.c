/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is read anew after each backup; a restore closes the session and opens the file again. */
#include "config.h"

#include "gw-backups-dialog.h"

#include "gw-dialog-parts.h"
#include "gw-window.h"

#include "gw-empty-state.h"
#include "gw-file-chooser.h"
#include "gw-question.h"
#include "gw-session-backup.h"

#include <glib/gi18n-lib.h>

#define GW_TYPE_BACKUPS_DIALOG (gw_backups_dialog_get_type ())

/** GwBackupsDialog: the window. */
G_DECLARE_FINAL_TYPE (GwBackupsDialog, gw_backups_dialog, GW, BACKUPS_DIALOG, AdwWindow)

struct _GwBackupsDialog
{
  AdwWindow parent_instance;

  GtkWidget *make_button;
  GtkSpinner *spinner;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GwEmptyState *empty;
  GtkListBox *list;
  AdwActionRow *folder_row;
  GtkWidget *folder_clear;

  GwSession *session;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (GwBackupsDialog, gw_backups_dialog, ADW_TYPE_WINDOW)

static char *
dup_second_folder (GwBackupsDialog *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

  return *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

static void
set_busy (GwBackupsDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->make_button, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* Going back --------------------------------------------------------------------------------- */

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwBackupsDialog) self = user_data;
  GwSession *session = GW_SESSION (source);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = gw_session_restore_finish (session, result, &error);
  g_autofree char *name = aside != NULL ? g_path_get_basename (aside) : NULL;
  g_autofree char *sentence = NULL;

  if (aside == NULL)
    sentence = g_strdup (error->message);
  else
    /* Translators: %s is the name of a file. */
    sentence = g_strdup_printf (_ ("The backup is back. The file as it was is kept as “%s”."),
                                name);
  if (GW_IS_WINDOW (parent))
    {
      gw_window_open (GW_WINDOW (parent), gw_session_get_path (session), GW_SESSION_NO_FLAGS);
      gw_window_add_toast (GW_WINDOW (parent), sentence);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_answered (AdwMessageDialog *question, const char *response, gpointer user_data)
{
  GwBackupsDialog *self = user_data;

  if (!g_str_equal (response, "restore"))
    return;
  set_busy (self, TRUE);
  gw_session_restore_async (self->session, g_object_get_data (G_OBJECT (question), "path"),
                            on_restored, g_object_ref (self));
}

static void
on_restore_clicked (GtkButton *button, GwBackupsDialog *self)
{
  const GwBackupLine *line = g_object_get_data (G_OBJECT (button), "line");
  GtkWidget *question = gw_question_new (GTK_WINDOW (self), _ ("Go back to this backup?"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (question),
      /* Translators: %s is a day and a time. */
      _ ("The team will be as it was on %s. The file as it is now is kept beside it."), line->when);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"),
                                    "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "restore",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "path", g_strdup (line->path), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (on_answered), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

/* The list ----------------------------------------------------------------------------------- */

static GtkWidget *
new_restore_button (GwBackupsDialog *self, GwBackupLine *line)
{
  /* One in each row: a letter would lead to none of them. */
  g_auto (GStrv) words = g_strsplit (_ ("_Restore…"), "_", -1);
  g_autofree char *label = g_strjoinv (NULL, words);
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: %s is a day and a time. */
  g_autofree char *name = g_strdup_printf (_ ("Restore the backup of %s"), line->when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "line", line, (GDestroyNotify) gw_backup_line_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_restore_clicked), self);
  return button;
}

static const char *
get_where (const GwBackupLine *line)
{
  if (line->is_aside)
    return _ ("before going back");
  return line->is_second ? _ ("in the second place") : _ ("beside the team file");
}

/* Takes @line over. */
static GtkWidget *
new_row (GwBackupsDialog *self, GwBackupLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *size = g_format_size (line->n_bytes);
  /* Translators: the size of a file and where it is: "3.2 MB, in the second place". */
  g_autofree char *where = g_strdup_printf ("%s, %s", size, get_where (line));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  gtk_widget_set_tooltip_text (row, line->path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_restore_button (self, line));
  return row;
}

static void
show_lines (GwBackupsDialog *self, GPtrArray *lines)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (lines->len == 0)
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No backups yet"));
      adw_action_row_set_subtitle (
          ADW_ACTION_ROW (row), _ ("The first one is made while you work, or now with the button "
                                   "above."));
      gtk_list_box_append (self->list, row);
    }
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (lines, i)));
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      lines = gw_session_list_backups_finish (GW_SESSION (source), result, &error);

  if (self->list == NULL)
    return;
  if (lines != NULL)
    {
      show_lines (self, lines);
      return;
    }
  gw_empty_state_show_failure (self->empty, error->message);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
show_folder (GwBackupsDialog *self)
{
  g_autofree char *folder = dup_second_folder (self);
  g_autofree char *name = folder != NULL ? g_filename_display_name (folder) : NULL;

  adw_action_row_set_subtitle (
      self->folder_row, name != NULL ? name
                                     : _ ("A stick or a shared folder that gets a copy of each "
                                          "backup, photos included"));
  gtk_widget_set_visible (self->folder_clear, folder != NULL);
}

static void
reload (GwBackupsDialog *self)
{
  g_autofree char *folder = dup_second_folder (self);

  show_folder (self);
  gw_session_list_backups_async (self->session, folder, on_listed, g_object_ref (self));
}

/* Callbacks ---------------------------------------------------------------------------------- */

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = gw_session_back_up_finish (GW_SESSION (source), result, &error);

  if (self->list == NULL)
    return;
  set_busy (self, FALSE);
  gw_dialog_say (self->toasts, made ? _ ("Backed up.") : error->message);
  reload (self);
}

static void
on_make_clicked (GtkButton *button, GwBackupsDialog *self)
{
  g_autofree char *folder = dup_second_folder (self);

  set_busy (self, TRUE);
  gw_session_back_up_async (self->session, folder, on_made, g_object_ref (self));
}

static void
on_again_clicked (GwEmptyState *empty, GwBackupsDialog *self)
{
  gw_empty_state_show_loading (self->empty);
  reload (self);
}

static void
on_folder_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (GwBackupsDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    g_settings_set_string (self->settings, "backup-folder", path);
}

static void
on_folder_clicked (GtkButton *button, GwBackupsDialog *self)
{
  GwFileWish wish = { .title = _ ("Choose a second place for backups"), .accept = _ ("_Choose") };

  gw_file_chooser_folder (GTK_WINDOW (self), &wish, on_folder_chosen, g_object_ref (self));
}

static void
on_folder_cleared (GtkButton *button, GwBackupsDialog *self)
{
  g_settings_set_string (self->settings, "backup-folder", "");
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_backups_dialog_dispose (GObject *object)
{
  GwBackupsDialog *self = GW_BACKUPS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_BACKUPS_DIALOG);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_backups_dialog_parent_class)->dispose (object);
}

static void
gw_backups_dialog_class_init (GwBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_backups_dialog_dispose;
  g_type_ensure (GW_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-backups-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, GwBackupsDialog, folder_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_cleared);
}

static void
gw_backups_dialog_init (GwBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::backup-folder", G_CALLBACK (reload), self,
                           G_CONNECT_SWAPPED);
}

/* Public API --------------------------------------------------------------------------------- */

void
gw_backups_dialog_present (GtkWindow *parent, GwSession *session)
{
  GwBackupsDialog *self;

  g_return_if_fail (GW_IS_SESSION (session));

  self = g_object_new (GW_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  gw_empty_state_show_loading (self->empty);
  gtk_stack_set_visible_child_name (self->stack, "words");
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
