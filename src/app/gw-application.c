/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: command line, actions that need no window, one window for each team file. */
#include "config.h"

#include "gw-application.h"

#include "gw-dialogs.h"
#include "gw-opening.h"
#include "gw-places.h"
#include "gw-recent-files.h"
#include "gw-spoken-names.h"
#include "gw-start-team-dialog.h"
#include "gw-testing.h"
#include "gw-window.h"

#include "gw-session-receive.h"

#include "gw-file-chooser.h"
#include "gw-widgets.h"

#include <glib/gi18n-lib.h>

struct _GwApplication
{
  AdwApplication parent_instance;

  char *first_file;   /* what the command line and the settings ask for; nullable */
  GwOpening *opening; /* of it, until a window takes it */
};

G_DEFINE_FINAL_TYPE (GwApplication, gw_application, ADW_TYPE_APPLICATION)

static GwWindow *
ensure_window (GwApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  /* A dialog may be the active one; the team's window is what we want. */
  for (GList *l = windows; l != NULL && !GW_IS_WINDOW (window); l = l->next)
    window = l->data;
  if (!GW_IS_WINDOW (window))
    {
      window = GTK_WINDOW (gw_window_new (GTK_APPLICATION (self)));
      gw_testing_watch_frames (window);
    }
  return GW_WINDOW (window);
}

/* The file that was open last, when it is still there. */
static char *
dup_last_file (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  return gw_recent_files_dup_last (settings);
}

/* What will be opened, said before anything is started that could open it. */
static char *
guess_first_file (char **arguments)
{
  g_autofree char *sample = NULL;

  for (char **argument = arguments + 1; *argument != NULL; argument++)
    if (g_str_equal (*argument, "--sample"))
      {
        sample = gw_window_dup_sample_path ();
        return g_file_test (sample, G_FILE_TEST_EXISTS) ? g_steal_pointer (&sample) : NULL;
      }
    else if (**argument != '-')
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (*argument);

        g_autofree char *path = g_file_get_path (file);

        /* A whole team is not opened but received first. */
        return path != NULL && gw_session_is_whole_team (path) ? NULL : g_steal_pointer (&path);
      }
  return dup_last_file ();
}

static void
open_file_in (GwApplication *self, GwWindow *window, const char *path)
{
  if (self->opening != NULL && g_str_equal (gw_opening_get_path (self->opening), path))
    gw_window_take_opening (window, g_steal_pointer (&self->opening));
  else
    gw_window_open (window, path, GW_SESSION_NO_FLAGS);
}

static void
gw_application_activate (GApplication *application)
{
  gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  GwApplication *self = GW_APPLICATION (application);
  GwWindow *window = ensure_window (self);
  g_autofree char *path = is_first ? dup_last_file () : NULL;

  if (path != NULL)
    open_file_in (self, window, path);
  gw_window_present (window);
}

static void
gw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GwWindow *window = ensure_window (GW_APPLICATION (application));
  g_autofree char *path = g_file_get_path (files[0]);

  if (path != NULL)
    open_file_in (GW_APPLICATION (application), window, path);
  else
    gw_window_add_toast (window, _ ("Only a file on this laptop can be opened."));
  gw_window_present (window);
}

static void
open_sample_in (GwApplication *self, GwWindow *window)
{
  g_autofree char *path = gw_window_dup_sample_path ();

  if (self->opening != NULL && g_str_equal (gw_opening_get_path (self->opening), path))
    gw_window_take_opening (window, g_steal_pointer (&self->opening));
  else
    gw_window_open_sample (window);
  gw_window_present (window);
}

static int
gw_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GwApplication *self = GW_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);

  if (g_variant_dict_contains (options, "sample"))
    {
      open_sample_in (self, ensure_window (self));
    }
  else if (arguments[0] != NULL && arguments[1] != NULL)
    {
      g_autoptr (GFile)
          file = g_application_command_line_create_file_for_arg (command_line, arguments[1]);

      g_application_open (application, &file, 1, "");
    }
  else
    g_application_activate (application);
  g_clear_pointer (&self->opening, gw_opening_drop);
  return 0;
}

/* Actions ------------------------------------------------------------------------------------ */

/* The toolkit closes no window that it has not shown yet, one that waits for its team for instance. */
static void
close_window (GtkWindow *window)
{
  gboolean stays = FALSE;

  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    {
      gtk_window_close (window);
      return;
    }
  g_signal_emit_by_name (window, "close-request", &stays);
  if (!stays)
    gtk_window_destroy (window);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window saves before it goes; the last one ends the program. */
  for (GList *l = windows; l != NULL; l = l->next)
    close_window (l->data);
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gw_about_window_present (gtk_application_get_active_window (user_data));
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  GtkWidget *dialog;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    return;
  dialog = adw_message_dialog_new (window, _ ("The help cannot be shown"),
                                   _ ("Help pages are shown by the program “Help” (yelp), which is "
                                      "not installed here. Ask whoever looks after this computer "
                                      "to install it."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_show_uri_full (window, "help:good-week", GDK_CURRENT_TIME, NULL, on_help_shown,
                       g_object_ref (window));
}

static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gw_window_open_sample (ensure_window (user_data));
}

static void
start_team (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gw_start_team_dialog_present (ensure_window (user_data), GW_START_TEAM_EMPTY);
}

static void
start_team_from_lists (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gw_start_team_dialog_present (ensure_window (user_data), GW_START_TEAM_IMPORT);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (GwWindow) window = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    gw_window_open (window, path, GW_SESSION_NO_FLAGS);
}

static void
dump_geometry (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gw_testing_write_geometry_when_settled (g_variant_get_string (parameter, NULL));
}

/* What a menu would do, by name, so that a test need not find its way through menus. */
static void
do_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), g_variant_get_string (parameter, NULL), NULL);
}

static void
open_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const patterns[] = { "*.gw", "*.gwteam", NULL };
  GwWindow *window = ensure_window (user_data);
  GwFileWish wish = { .title = _ ("Open a team file"),
                      .accept = _ ("_Open"),
                      .filter_name = _ ("Team files"),
                      .patterns = patterns };

  gw_file_chooser_open (GTK_WINDOW (window), &wish, on_file_chosen, g_object_ref (window));
}

static void
add_actions (GwApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit },
    { .name = "about", .activate = about },
    { .name = "help", .activate = help },
    { .name = "sample", .activate = open_sample },
    { .name = "start-team", .activate = start_team },
    { .name = "start-team-from-lists", .activate = start_team_from_lists },
    { .name = "open", .activate = open_file },
  };
  static const GActionEntry test_entries[] = {
    { .name = "dump-geometry", .activate = dump_geometry, .parameter_type = "s" },
    { .name = "window-action", .activate = do_window_action, .parameter_type = "s" },
  };
  GtkApplication *application = GTK_APPLICATION (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (gw_testing_is_on ())
    g_action_map_add_action_entries (G_ACTION_MAP (self), test_entries, G_N_ELEMENTS (test_entries),
                                     self);
  gtk_application_set_accels_for_action (application, "app.quit",
                                         (const char *const[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (application, "app.help",
                                         (const char *const[]){ "F1", NULL });
  gtk_application_set_accels_for_action (application, "app.open",
                                         (const char *const[]){ "<Control>o", NULL });
}

static gboolean
gw_application_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  GW_APPLICATION (application)->first_file = guess_first_file (*arguments);
  return G_APPLICATION_CLASS (gw_application_parent_class)
      ->local_command_line (application, arguments, exit_status);
}

/* The toolkit needs a while to start; meanwhile another thread reads the team file. */
static void
gw_application_startup (GApplication *application)
{
  GwApplication *self = GW_APPLICATION (application);

  if (self->first_file != NULL)
    self->opening = gw_opening_new (self->first_file, GW_SESSION_NO_FLAGS);
  G_APPLICATION_CLASS (gw_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  gw_widgets_init ();
  gw_spoken_names_watch ();
  gw_places_init ();
  add_actions (self);
  gw_testing_prepare ();
}

static void
gw_application_finalize (GObject *object)
{
  GwApplication *self = GW_APPLICATION (object);

  g_clear_pointer (&self->opening, gw_opening_drop);
  g_free (self->first_file);
  G_OBJECT_CLASS (gw_application_parent_class)->finalize (object);
}

static void
gw_application_class_init (GwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gw_application_finalize;
  application_class->local_command_line = gw_application_local_command_line;
  application_class->startup = gw_application_startup;
  application_class->activate = gw_application_activate;
  application_class->open = gw_application_open;
  application_class->command_line = gw_application_command_line;
}

static void
gw_application_init (GwApplication *self)
{
  static const GOptionEntry options[] = {
    { .long_name = "sample",
      .arg = G_OPTION_ARG_NONE,
      .description = N_ ("Open the sample neighbourhood") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[TEAM FILE]"));
}

GApplication *
gw_application_new (void)
{
  return g_object_new (GW_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/goodweek/GoodWeek", NULL);
}
