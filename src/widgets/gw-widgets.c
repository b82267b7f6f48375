/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the shared widgets known to the program. */
#include "config.h"

#include "gw-widgets.h"

#include <gtk/gtk.h>

#include "gw-widgets-resources.h"

#define RESOURCE_PATH "/org/goodweek/GoodWeek/widgets"

/* Style sheets of this layer, in the order in which they are read. */
static const char *const style_sheets[] = {
  RESOURCE_PATH "/gw-board.css",
  RESOURCE_PATH "/gw-form.css",
};

static void
add_style_sheet (GdkDisplay *display, const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/*
 * A new place for icons makes the toolkit forget what it has read of the icon theme, and read all of it
 * again for the next icon, while the window waits. When it is told of a theme it reads ahead in
 * another thread; it is told of the one that it has.
 */
static void
read_icons_ahead (GdkDisplay *display)
{
  g_object_notify (G_OBJECT (gtk_settings_get_for_display (display)), "gtk-icon-theme-name");
}

void
gw_widgets_init (void)
{
  static gboolean done = FALSE;
  GdkDisplay *display = gdk_display_get_default ();

  g_return_if_fail (display != NULL);
  if (done)
    return;
  done = TRUE;
  g_resources_register (gw_widgets_get_resource ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_PATH "/icons");
  read_icons_ahead (display);
  for (guint i = 0; i < G_N_ELEMENTS (style_sheets); i++)
    add_style_sheet (display, style_sheets[i]);
}
