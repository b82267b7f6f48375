/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of the window, and what is possible just now. */
#include "config.h"

#include "gw-window-private.h"

#include "gw-dialogs.h"
#include "gw-go-to.h"
#include "gw-places.h"
#include "gw-recent-files.h"
#include "gw-session-edit.h"

#include "gw-toasts.h"

#include <glib/gi18n-lib.h>

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gw_session_undo_finish (GW_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  /* TRANSLATORS: %s is what was done, for instance "Rose’s visit moved" */
  if (label != NULL)
    sentence = g_strdup_printf (_ ("Taken back: %s"), label);
  gw_window_add_toast (self, sentence != NULL ? sentence : error->message);
}

static void
on_done_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gw_session_redo_finish (GW_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  /* TRANSLATORS: %s is what was done, for instance "Rose’s visit moved" */
  if (label != NULL)
    sentence = g_strdup_printf (_ ("Done again: %s"), label);
  gw_window_add_toast (self, sentence != NULL ? sentence : error->message);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);

  gw_session_undo_async (self->session, on_taken_back, g_object_ref (self));
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);

  gw_session_redo_async (self->session, on_done_again, g_object_ref (self));
}

static void
show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);

  gw_window_show_place (self, g_variant_get_string (parameter, NULL));
  /* Where a page knows what the keys are for. */
  if (gtk_stack_get_visible_child (self->places) != NULL)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->places));
}

static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = GW_WINDOW (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
toggle_names (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);
  gboolean hide = !gw_session_get_hide_names (self->session);

  gw_session_set_hide_names (self->session, hide);
  g_settings_set_boolean (self->settings, "hide-names", hide);
  gw_window_add_toast (self, hide ? _ ("Names are hidden: initials only.")
                                  : _ ("Names are shown again."));
}

static void
change_user (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_window_show_user_page (GW_WINDOW (widget));
}

static void
leave_for_welcome (GwWindow *self, gpointer data)
{
  gw_window_take_session (self, NULL);
  gw_recent_files_leave (self->settings);
  gw_window_show_welcome (self, NULL);
}

static void
show_welcome (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_window_leave_team (GW_WINDOW (widget), leave_for_welcome, NULL, NULL);
}

static void
open_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_window_open (GW_WINDOW (widget), g_variant_get_bytestring (parameter), GW_SESSION_NO_FLAGS);
}

static void
import_lists (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_import_dialog_present (GTK_WINDOW (widget), GW_WINDOW (widget)->session,
                            gw_window_get_day (GW_WINDOW (widget), NULL));
}

static void
export_lists (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_export_dialog_present (GTK_WINDOW (widget), GW_WINDOW (widget)->session,
                            gw_window_get_day (GW_WINDOW (widget), NULL));
}

static void
print_sheets (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);
  guint n_days;
  GwDay day = gw_window_get_day (self, &n_days);

  gw_print_dialog_present (GTK_WINDOW (self), self->session, gw_window_get_record (self), day,
                           n_days);
}

static void
print_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);
  const GwRecordType *type = NULL;

  if (self->session != NULL)
    type = gw_record_source_find_type (GW_RECORD_SOURCE (self->session),
                                       g_variant_get_string (parameter, NULL));
  if (type != NULL)
    gw_print_dialog_present_list (GTK_WINDOW (self), self->session, type,
                                  gw_window_get_day (self, NULL));
}

static void
erase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_erase_dialog_present (GW_WINDOW (widget), gw_window_get_record (GW_WINDOW (widget)));
}

static void
show_backups (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_backups_dialog_present (GTK_WINDOW (widget), GW_WINDOW (widget)->session);
}

static void
show_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_preferences_window_present (GTK_WINDOW (widget), GW_WINDOW (widget)->session);
}

/* What a page did, with a way back. */
static void
say (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = gw_toasts_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  gw_toasts_show (GW_WINDOW (widget)->toasts, toast);
}

static void
export_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (GW_WINDOW (widget)->session != NULL)
    gw_window_export_list (GW_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_window_show_day (GW_WINDOW (widget), GW_DAY (g_variant_get_int32 (parameter)));
}

static void
on_gone_to (GwGoTo *go_to, GwItem *item, GwWindow *self)
{
  gw_window_open_item (self, item);
}

static void
go_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = gw_go_to_new (GTK_WINDOW (widget), GW_WINDOW (widget)->session);

  g_signal_connect_object (window, "chosen", G_CALLBACK (on_gone_to), widget, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_window_start_record (GW_WINDOW (widget));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_window_focus_search (GW_WINDOW (widget));
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gw_shortcuts_present (GTK_WINDOW (widget));
}

/* F6 goes round the regions: the places, the place, the status line's job. */
static void
next_region (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GwWindow *self = GW_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean in_sidebar = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));

  if (in_sidebar)
    gw_window_focus_place (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->sidebar)));
}

/* Which actions need an open team; the others are always there. */
static const char *const team_actions[] = {
  "win.place",   "win.toggle-sidebar", "win.next-region", "win.print",       "win.export",
  "win.backups", "win.hide-names",     "win.preferences", "win.change-user", "win.welcome",
  "win.go-to",   "win.find",           "win.add",         "win.show-day",
};

void
gw_window_update_actions (GwWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_team = self->session != NULL;
  gboolean may_write = has_team && !gw_session_is_read_only (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (team_actions); i++)
    gtk_widget_action_set_enabled (widget, team_actions[i], has_team);
  gtk_widget_action_set_enabled (widget, "win.import", may_write);
  gtk_widget_action_set_enabled (widget, "win.erase", may_write);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 has_team && gw_session_get_can_undo (self->session));
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 has_team && gw_session_get_can_redo (self->session));
}

static void
bind_place_keys (GtkWidgetClass *widget_class)
{
  guint n_places;
  const GwPlace *places = gw_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.place",
                                         "s", places[i].name);
}

void
gw_window_class_install_actions (GtkWidgetClass *widget_class)
{
  const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "win.undo", undo, GDK_KEY_z, GDK_CONTROL_MASK },
    { "win.redo", redo, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "win.toggle-sidebar", toggle_sidebar, GDK_KEY_F9, 0 },
    { "win.hide-names", toggle_names, GDK_KEY_h, GDK_CONTROL_MASK },
    { "win.next-region", next_region, GDK_KEY_F6, 0 },
    { "win.go-to", go_to, GDK_KEY_k, GDK_CONTROL_MASK },
    { "win.find", find, GDK_KEY_f, GDK_CONTROL_MASK },
    { "win.add", add, GDK_KEY_n, GDK_CONTROL_MASK },
    { "win.print", print_sheets, GDK_KEY_p, GDK_CONTROL_MASK },
    { "win.preferences", show_preferences, GDK_KEY_comma, GDK_CONTROL_MASK },
    { "win.show-help-overlay", show_shortcuts, GDK_KEY_question, GDK_CONTROL_MASK },
    { "win.import", import_lists, 0, 0 },
    { "win.export", export_lists, 0, 0 },
    { "win.backups", show_backups, 0, 0 },
    { "win.erase", erase, 0, 0 },
    { "win.change-user", change_user, 0, 0 },
    { "win.welcome", show_welcome, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "win.place", "s", show_place);
  gtk_widget_class_install_action (widget_class, "win.show-day", "i", show_day);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say);
  gtk_widget_class_install_action (widget_class, "win.open-file", "ay", open_file);
  gtk_widget_class_install_action (widget_class, "win.export-list", "s", export_list);
  gtk_widget_class_install_action (widget_class, "win.print-list", "s", print_list);
  bind_place_keys (widget_class);
}
