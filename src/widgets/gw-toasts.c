/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last passing toast is remembered on the window, not on the overlay: a page may have an overlay
 * of its own below the window's, and two sentences must not stand there with one "Undo".
 */
#include "config.h"

#include "gw-toasts.h"

#define LAST_KEY "gw-last-toast"

static void
on_dismissed (AdwToast *toast, GObject *holder)
{
  if (g_object_get_data (holder, LAST_KEY) == toast)
    g_object_set_data (holder, LAST_KEY, NULL);
}

void
gw_toasts_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (overlay));
  GObject *holder = root != NULL ? G_OBJECT (root) : G_OBJECT (overlay);
  AdwToast *last = g_object_get_data (holder, LAST_KEY);

  if (last != NULL)
    adw_toast_dismiss (last);
  if (adw_toast_get_timeout (toast) != 0)
    {
      /* Above one that waits for an answer. */
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_object_set_data_full (holder, LAST_KEY, g_object_ref (toast), g_object_unref);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), holder, 0);
    }
  adw_toast_overlay_add_toast (overlay, toast);
}
