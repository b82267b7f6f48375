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

/* Whoever is named first, the sentence runs as the language does. */
static void
test_direction (void)
{
  g_autoptr (AdwToast) plain = gw_toasts_new ("Rose & Marta");
  g_autoptr (AdwToast) quoted = gw_toasts_new ("“\u2068\u05e8\u2069” is gone");
  g_autoptr (AdwToast) second = gw_toasts_new ("Marta for \u2068\u05e8\u2069");
  g_autoptr (AdwToast) turned = gw_toasts_new ("\u2068\u05e8\u05d5\u05d6\u2069 goes to Marta");

  g_assert_cmpstr (adw_toast_get_title (plain), ==, "Rose &amp; Marta");
  g_assert_true (g_str_has_prefix (adw_toast_get_title (turned), "\u200e\u2068"));
  g_assert_true (g_str_has_prefix (adw_toast_get_title (quoted), "\u200e“"));
  g_assert_true (g_str_has_prefix (adw_toast_get_title (second), "Marta"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/toasts/lines", test_lines);
  g_test_add_func ("/widgets/toasts/direction", test_direction);
  return g_test_run ();
}
