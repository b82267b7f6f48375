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
  for (guint i = 0; i < G_N_ELEMENTS (style_sheets); i++)
    add_style_sheet (display, style_sheets[i]);
}
