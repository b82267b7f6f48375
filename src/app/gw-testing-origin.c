/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a window is on the screen, and whether it is there yet. GTK 4 does not say, on purpose; tests
 * under X11 need to know. The only file that speaks X11.
 */
#include "config.h"

#include "gw-testing.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

void
gw_testing_get_origin (GtkWindow *window, int *x, int *y)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  *x = *y = 0;
#ifdef GDK_WINDOWING_X11
  if (surface != NULL && GDK_IS_X11_SURFACE (surface))
    {
      Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
      Window child;

      XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface),
                             DefaultRootWindow (display), 0, 0, x, y, &child);
    }
#endif
}

/* What the server has sent and nobody has read yet may be a click. */
gboolean
gw_testing_is_placed (GtkWindow *window)
{
#ifdef GDK_WINDOWING_X11
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  if (surface != NULL && GDK_IS_X11_SURFACE (surface))
    {
      Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
      gint scale = gdk_surface_get_scale_factor (surface);
      XWindowAttributes attributes;

      return XPending (display) == 0 &&
             XGetWindowAttributes (display, gdk_x11_surface_get_xid (surface), &attributes) != 0 &&
             attributes.map_state == IsViewable &&
             attributes.width == gdk_surface_get_width (surface) * scale &&
             attributes.height == gdk_surface_get_height (surface) * scale;
    }
#endif
  return TRUE;
}
