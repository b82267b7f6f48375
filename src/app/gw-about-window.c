/* SPDX-License-Identifier: GPL-3.0-or-later */
/* About the program. */
#include "config.h"

#include "gw-about-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
gw_about_window_present (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (window);

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  adw_about_window_set_application_icon (about, APP_ID);
  adw_about_window_set_application_name (about, _ ("Good Week"));
  adw_about_window_set_version (about, VERSION);
  adw_about_window_set_developer_name (about, _ ("The Good Week team"));
  adw_about_window_set_comments (
      about, _ ("“What does a good week look like to you?” Good Week helps a small team plan the "
                "answer: who visits whom and when, and what that means for everyone.\n\n"
                "It sits beside the provider’s medication and care-record system and does not "
                "replace it."));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_copyright (about, _ ("© 2026 The Good Week team"));
  /* Translators: your names, one a line. */
  adw_about_window_set_translator_credits (about, _ ("translator-credits"));
  gtk_window_present (GTK_WINDOW (window));
}
