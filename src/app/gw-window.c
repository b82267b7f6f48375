/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: its stages, its size, its end. */
#include "config.h"

#include "gw-window-private.h"

#include "gw-recent-files.h"
#include "gw-toasts.h"

#include <glib/gi18n-lib.h>

#define NARROW_WIDTH 1200

/* Who waits longer wants to see that something is being done. */
#define PATIENCE_MS 250

G_DEFINE_FINAL_TYPE (GwWindow, gw_window, ADW_TYPE_APPLICATION_WINDOW)

/* Stages ------------------------------------------------------------------------------------- */

/*
 * The stack gives the focus back to where it was: when an item of the main menu led away, to that
 * item, which cannot be seen any more, and there every key would be lost.
 */
static void
mend_focus (GwWindow *self, GtkWidget *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_get_mapped (focus) || !gtk_widget_get_mapped (page))
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (page == self->team_stage)
    gw_window_focus_place (self);
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_stage (GwWindow *self, GtkWidget *page)
{
  gtk_stack_set_visible_child (self->stages, page);
  mend_focus (self, page);
  gw_window_update_actions (self);
}

void
gw_window_show_team_stage (GwWindow *self)
{
  show_stage (self, self->team_stage);
}

void
gw_window_show_waiting (GwWindow *self, const char *title)
{
  if (self->waiting_page == NULL)
    {
      self->waiting_page = g_object_new (GW_TYPE_WAITING_PAGE, NULL);
      gtk_stack_add_child (self->stages, GTK_WIDGET (self->waiting_page));
    }
  gw_waiting_page_set_title (self->waiting_page, title);
  show_stage (self, GTK_WIDGET (self->waiting_page));
}

/* The sample has a way of its own there. */
static void
show_recent_files (GwWindow *self)
{
  g_autofree char *sample = gw_window_dup_sample_path ();
  g_auto (GStrv) recent = gw_recent_files_list (self->settings, sample);

  gw_welcome_page_set_files (self->welcome_page, (const char *const *) recent);
}

void
gw_window_show_welcome (GwWindow *self, const char *problem)
{
  if (self->welcome_page == NULL)
    {
      self->welcome_page = g_object_new (GW_TYPE_WELCOME_PAGE, NULL);
      gtk_stack_add_child (self->stages, GTK_WIDGET (self->welcome_page));
    }
  gw_welcome_page_set_problem (self->welcome_page, problem);
  show_recent_files (self);
  show_stage (self, GTK_WIDGET (self->welcome_page));
}

void
gw_window_show_user_page (GwWindow *self)
{
  if (self->user_page == NULL)
    {
      self->user_page = g_object_new (GW_TYPE_USER_PAGE, NULL);
      gtk_stack_add_child (self->stages, GTK_WIDGET (self->user_page));
      g_signal_connect_swapped (self->user_page, "chosen", G_CALLBACK (gw_window_show_team_stage),
                                self);
    }
  gw_user_page_set_session (self->user_page, self->session);
  show_stage (self, GTK_WIDGET (self->user_page));
  gtk_widget_child_focus (GTK_WIDGET (self->user_page), GTK_DIR_TAB_FORWARD);
}

void
gw_window_add_toast (GwWindow *self, const char *sentence)
{
  g_return_if_fail (GW_IS_WINDOW (self));
  /* An answer may come to a window that has gone. */
  if (self->toasts == NULL)
    return;
  gw_toasts_show (self->toasts, gw_toasts_new (sentence));
}

static void
restore_size (GwWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "sidebar-visible", self->flap, "reveal-flap",
                   G_SETTINGS_BIND_GET);
}

static gboolean
on_width_known (gpointer data)
{
  g_autoptr (GwWindow) self = data;

  /* Closed meanwhile. */
  if (self->settings == NULL)
    return G_SOURCE_REMOVE;
  /* Never to fold would hold the window as wide as both together, and folding came too late. */
  adw_flap_set_fold_policy (self->flap, self->is_narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                        : ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_reveal_flap (
      self->flap, !self->is_narrow && g_settings_get_boolean (self->settings, "sidebar-visible"));
  return G_SOURCE_REMOVE;
}

/* In a narrow window the places fold away, since the board needs its 12 rows of a week whole. */
static void
gw_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GwWindow *self = GW_WINDOW (widget);
  gboolean is_narrow = width < NARROW_WIDTH;

  GTK_WIDGET_CLASS (gw_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  /* Folding asks for a new layout, which must not begin inside this one. */
  g_idle_add (on_width_known, g_object_ref (self));
}

static void
keep_size (GwWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
      g_settings_set_int (self->settings, "window-height", CLAMP (height, 360, 16384));
    }
  if (!self->is_narrow)
    g_settings_set_boolean (self->settings, "sidebar-visible",
                            adw_flap_get_reveal_flap (self->flap));
}

/* The first picture -------------------------------------------------------------------------- */

static gboolean
on_patience_ended (gpointer data)
{
  GwWindow *self = data;

  self->patience_source = 0;
  gw_window_show_waiting (self, _ ("Opening the team file…"));
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

void
gw_window_end_patience (GwWindow *self)
{
  if (self->patience_source == 0)
    return;
  g_clear_handle_id (&self->patience_source, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

void
gw_window_present (GwWindow *self)
{
  g_return_if_fail (GW_IS_WINDOW (self));

  if (self->is_opening && !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (self->patience_source == 0)
        self->patience_source = g_timeout_add (PATIENCE_MS, on_patience_ended, self);
      return;
    }
  if (self->session == NULL && gtk_stack_get_visible_child (self->stages) == self->team_stage)
    gw_window_show_welcome (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}

/* The end ------------------------------------------------------------------------------------ */

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GwWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gw_session_close_finish (GW_SESSION (source), result, &error))
    g_warning ("The team file was closed, but: %s", error->message);
  gw_window_forget_places (self);
  g_signal_handlers_disconnect_by_data (source, self);
  g_clear_object (&self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
begin_closing (GwWindow *self, gpointer data)
{
  keep_size (self);
  self->is_closing = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  gw_session_close_async (self->session, on_closed, g_object_ref (self));
}

/* Closing waits until everything that was submitted is on the disk. */
static gboolean
gw_window_close_request (GtkWindow *window)
{
  GwWindow *self = GW_WINDOW (window);

  if (self->is_closing)
    return TRUE;
  if (self->session != NULL)
    {
      gw_window_leave_team (self, begin_closing, NULL, NULL);
      return TRUE;
    }
  keep_size (self);
  /* Also where a file is only being opened: what arrives then finds no window any more. */
  self->is_closing = TRUE;
  return GTK_WINDOW_CLASS (gw_window_parent_class)->close_request (window);
}

static void
gw_window_dispose (GObject *object)
{
  GwWindow *self = GW_WINDOW (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  gw_window_forget_leaving (self);
  if (self->session != NULL)
    gw_window_take_session (self, NULL);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), GW_TYPE_WINDOW);
  G_OBJECT_CLASS (gw_window_parent_class)->dispose (object);
}

static void
gw_window_class_init (GwWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gw_window_close_request;
  g_type_ensure (GW_TYPE_STATUS_LINE);
  widget_class->size_allocate = gw_window_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/goodweek/GoodWeek/app/gw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, stages);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, team_stage);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, team_label);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, places);
  gtk_widget_class_bind_template_child (widget_class, GwWindow, status_line);
  gw_window_class_install_actions (widget_class);
}

static void
gw_window_init (GwWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APP_ID);
  gw_window_fill_sidebar (self);
  gw_window_update_actions (self);
}

GtkWidget *
gw_window_new (GtkApplication *application)
{
  GwWindow *self = g_object_new (GW_TYPE_WINDOW, "application", application, NULL);

  restore_size (self);
  return GTK_WIDGET (self);
}
