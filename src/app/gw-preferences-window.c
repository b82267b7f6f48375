/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows bound to the settings. The second place of backups is the same setting as in Backups. */
#include "config.h"

#include "gw-preferences-window.h"

#include "gw-dialog-parts.h"

#include "gw-entry.h"
#include "gw-file-chooser.h"
#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

#define GW_TYPE_PREFERENCES_WINDOW (gw_preferences_window_get_type ())

/** GwPreferencesWindow: the window. */
G_DECLARE_FINAL_TYPE (GwPreferencesWindow, gw_preferences_window, GW, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

struct _GwPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwActionRow *user_row;
  GtkSwitch *hide_names;
  AdwActionRow *encryption_row;
  GtkSpinButton *plan_seconds;
  AdwEntryRow *travel_row;
  AdwActionRow *folder_row;
  GtkWidget *folder_clear;

  GwSession *session;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (GwPreferencesWindow, gw_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* What is shown ------------------------------------------------------------------------------ */

static void
show_folder (GwPreferencesWindow *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");
  g_autofree char *name = *folder != '\0' ? g_filename_display_name (folder) : NULL;
  g_autofree char *escaped = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  adw_action_row_set_subtitle (
      self->folder_row,
      escaped != NULL ? escaped : _ ("None: backups are kept beside the team file only"));
  gtk_widget_set_visible (self->folder_clear, escaped != NULL);
}

static void
show_user (GwPreferencesWindow *self)
{
  GwItem *user = gw_session_get_user (self->session);
  const GwRecord *record = user != NULL ? gw_item_get_record (user) : NULL;
  g_autofree char *name = record != NULL ? gw_session_dup_title (self->session, record) : NULL;
  g_autofree char *escaped = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  adw_action_row_set_subtitle (self->user_row,
                               escaped != NULL ? escaped : _ ("Nobody has said yet"));
}

static void
show_encryption (GwPreferencesWindow *self)
{
  gboolean is_encrypted = gw_session_is_encrypted (self->session);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->encryption_row),
                                 is_encrypted ? _ ("The team file is encrypted")
                                              : _ ("The team file is not encrypted"));
  adw_action_row_set_subtitle (
      self->encryption_row,
      is_encrypted
          ? _ ("Nobody can read it without the key of this laptop.")
          : _ ("Whoever can open this laptop’s disk, or a backup, can read it. Use a laptop "
               "whose disk is encrypted, and keep sticks with backups locked away."));
}

static void
apply_hide_names (GwPreferencesWindow *self)
{
  gw_session_set_hide_names (self->session, g_settings_get_boolean (self->settings, "hide-names"));
}

/* Callbacks ---------------------------------------------------------------------------------- */

static void
on_user_clicked (GtkButton *button, GwPreferencesWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.change-user", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_travel_url (GwPreferencesWindow *self)
{
  g_autofree char *url = g_settings_get_string (self->settings, "travel-service-url");

  gtk_editable_set_text (GTK_EDITABLE (self->travel_row), url);
}

static gboolean
is_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return host != NULL && *host != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static void
on_travel_applied (AdwEntryRow *row, GwPreferencesWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  gboolean fits = *text == '\0' || is_address (text);

  gw_entry_mark (GTK_WIDGET (row), !fits);
  if (fits)
    {
      g_settings_set_string (self->settings, "travel-service-url", text);
      return;
    }
  adw_preferences_window_add_toast (
      ADW_PREFERENCES_WINDOW (self),
      adw_toast_new (_ ("That is no web address. It begins with https:// and names a server.")));
}

static void
on_folder_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (GwPreferencesWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "backup-folder", path);
}

static void
on_folder_clicked (GtkButton *button, GwPreferencesWindow *self)
{
  GwFileWish wish = { .title = _ ("Choose a second place for backups"), .accept = _ ("_Choose") };

  gw_file_chooser_folder (GTK_WINDOW (self), &wish, on_folder_chosen, g_object_ref (self));
}

static void
on_folder_cleared (GtkButton *button, GwPreferencesWindow *self)
{
  g_settings_set_string (self->settings, "backup-folder", "");
}

/* Lifecycle ---------------------------------------------------------------------------------- */

static void
gw_preferences_window_dispose (GObject *object)
{
  GwPreferencesWindow *self = GW_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gw_preferences_window_parent_class)->dispose (object);
}

static void
gw_preferences_window_class_init (GwPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               GW_DIALOG_TEMPLATE ("gw-preferences-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, user_row);
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, hide_names);
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, encryption_row);
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, plan_seconds);
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, travel_row);
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, GwPreferencesWindow, folder_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_user_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_travel_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_cleared);
}

static void
gw_preferences_window_init (GwPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APP_ID);
  g_settings_bind (self->settings, "hide-names", self->hide_names, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "plan-seconds",
                   gtk_spin_button_get_adjustment (self->plan_seconds), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::backup-folder", G_CALLBACK (show_folder), self,
                           G_CONNECT_SWAPPED);
}

/* Public API --------------------------------------------------------------------------------- */

void
gw_preferences_window_present (GtkWindow *parent, GwSession *session)
{
  GwPreferencesWindow *self;

  g_return_if_fail (GW_IS_SESSION (session));

  self = g_object_new (GW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (self->settings, "changed::hide-names", G_CALLBACK (apply_hide_names),
                           self, G_CONNECT_SWAPPED);
  show_user (self);
  show_encryption (self);
  show_folder (self);
  show_travel_url (self);
  gtk_window_present (GTK_WINDOW (self));
}
