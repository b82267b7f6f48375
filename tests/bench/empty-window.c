/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What starting and memory are compared with: an empty libadwaita window that tells of its first
 * frame and answers the dump-geometry action as the program does, with one entry.
 */

#include <adwaita.h>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static gboolean drawn = FALSE;

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  const char *pipe = g_getenv ("GOOD_WEEK_READY");
  int fd = !drawn && pipe != NULL ? open (pipe, O_WRONLY | O_NONBLOCK | O_CLOEXEC) : -1;

  drawn = TRUE;
  if (fd < 0)
    return;
  if (write (fd, "ready\n", 6) != 6)
    g_warning ("nobody reads $GOOD_WEEK_READY");
  close (fd);
}

static void
on_realize (GtkWidget *window, gpointer data)
{
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint",
                          G_CALLBACK (on_after_paint), NULL);
}

static void
on_activate (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
dump_geometry (GSimpleAction *action, GVariant *path, gpointer data)
{
  const char *json = drawn ? "[{\"kind\":\"card\",\"name\":\"empty\"}]" : "[]";
  g_file_set_contents (g_variant_get_string (path, NULL), json, -1, NULL);
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_application_quit (application);
}

int
main (int argc, char **argv)
{
  static const GActionEntry actions[] = {
    { .name = "dump-geometry", .activate = dump_geometry, .parameter_type = "s" },
    { .name = "quit", .activate = quit },
  };
  g_autoptr (AdwApplication)
      application = adw_application_new ("org.goodweek.GoodWeek", G_APPLICATION_DEFAULT_FLAGS);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
