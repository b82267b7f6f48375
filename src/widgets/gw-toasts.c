/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overlay's last passing toast is remembered on the overlay itself. */
#include "config.h"

#include "gw-toasts.h"

#define LAST_KEY "gw-last-toast"

static void
on_dismissed (AdwToast *toast, AdwToastOverlay *overlay)
{
  if (g_object_get_data (G_OBJECT (overlay), LAST_KEY) == toast)
    g_object_set_data (G_OBJECT (overlay), LAST_KEY, NULL);
}

void
gw_toasts_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  AdwToast *last = g_object_get_data (G_OBJECT (overlay), LAST_KEY);

  if (last != NULL)
    adw_toast_dismiss (last);
  if (adw_toast_get_timeout (toast) != 0)
    {
      /* Above one that waits for an answer. */
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_object_set_data_full (G_OBJECT (overlay), LAST_KEY, g_object_ref (toast), g_object_unref);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay, 0);
    }
  adw_toast_overlay_add_toast (overlay, toast);
}
