/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last passing toast is remembered on the window, not on the overlay: a page may have an overlay
 * of its own below the window's, and two sentences must not stand there with one "Undo".
 */
#include "config.h"

#include "gw-toasts.h"

#define LAST_KEY "gw-last-toast"

/* A line of its own toasts cut off what comes after some seventy letters. */
#define LINE_CHARS 60

/* A long sentence is broken into lines: its end says what to do. */
static void
wrap_title (AdwToast *toast)
{
  GtkWidget *label;

  if (adw_toast_get_custom_title (toast) != NULL ||
      g_utf8_strlen (adw_toast_get_title (toast), -1) <= LINE_CHARS)
    return;
  label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), adw_toast_get_title (toast));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
}

static void
on_dismissed (AdwToast *toast, GObject *holder)
{
  if (g_object_get_data (holder, LAST_KEY) == toast)
    g_object_set_data (holder, LAST_KEY, NULL);
}

/* Names from right to left are isolated; text takes the direction of its first letter all the same. */
static gboolean
begins_isolated (const char *sentence)
{
  for (const char *at = sentence; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) == 0x2068)
      return TRUE;
    else if (g_unichar_isalpha (g_utf8_get_char (at)))
      return FALSE;
  return FALSE;
}

AdwToast *
gw_toasts_new (const char *sentence)
{
  gboolean turns = gtk_widget_get_default_direction () == GTK_TEXT_DIR_LTR &&
                   begins_isolated (sentence);
  /* Names may hold ampersands, and a toast reads markup. */
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  /* A sign without width from left to right goes before. */
  g_autofree char *title = g_strconcat (turns ? "\u200e" : "", escaped, NULL);

  return adw_toast_new (title);
}

void
gw_toasts_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (overlay));
  GObject *holder = root != NULL ? G_OBJECT (root) : G_OBJECT (overlay);
  AdwToast *last = g_object_get_data (holder, LAST_KEY);

  wrap_title (toast);
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
