/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts: short ones stay one line, long ones show their end as well. */
#include "config.h"

#include "gw-toasts.h"

#define SHORT "Rose goes to Marta"
#define LONG                                                                                  \
  "The travel service cannot be reached, so travel times are computed from distance. Please " \
  "check the network &amp; the address."

static AdwToast *
show (AdwToastOverlay *overlay, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  gw_toasts_show (overlay, g_object_ref (toast));
  return toast;
}

static void
test_lines (void)
{
  g_autoptr (AdwToastOverlay)
      overlay = g_object_ref_sink (ADW_TOAST_OVERLAY (adw_toast_overlay_new ()));
  g_autoptr (AdwToast) brief = show (overlay, SHORT);
  g_autoptr (AdwToast) lengthy = show (overlay, LONG);
  GtkWidget *title = adw_toast_get_custom_title (lengthy);

  g_assert_null (adw_toast_get_custom_title (brief));
  g_assert_true (GTK_IS_LABEL (title));
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (title)));
  g_assert_true (
      g_str_has_suffix (gtk_label_get_text (GTK_LABEL (title)), "network & the address."));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/toasts/lines", test_lines);
  return g_test_run ();
}
