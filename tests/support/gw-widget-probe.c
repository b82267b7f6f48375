/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for widgets, from the outside in. */
#include "config.h"

#include "gw-widget-probe.h"

GtkWidget *
gw_probe_find (GtkWidget *root, GwProbe is_it, gconstpointer data)
{
  GtkWidget *found = is_it (root, data) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gw_probe_find (child, is_it, data);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

GtkWidget *
gw_probe_find_type (GtkWidget *root, GType type)
{
  return gw_probe_find (root, is_of_type, &type);
}

static gboolean
is_label_with (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

GtkWidget *
gw_probe_find_label (GtkWidget *root, const char *words)
{
  return gw_probe_find (root, is_label_with, words);
}

gboolean
gw_probe_says (GtkWidget *root, const char *words)
{
  return gw_probe_find_label (root, words) != NULL;
}

static gboolean
is_button_with (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget) && gw_probe_says (widget, words);
}

GtkWidget *
gw_probe_find_button (GtkWidget *root, const char *words)
{
  return gw_probe_find (root, is_button_with, words);
}

GtkWindow *
gw_probe_find_window_over (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }
  return NULL;
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer n_left)
{
  return --*(guint *) n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
gw_probe_await_frames (GtkWidget *widget, guint n)
{
  guint n_left = n;

  gtk_widget_add_tick_callback (widget, on_frame, &n_left, NULL);
  gw_await_that (n_left == 0);
}

gboolean
gw_probe_is_ready (GtkWidget *root, const char *words)
{
  GtkWidget *button = gw_probe_find_button (root, words);

  return button != NULL && gtk_widget_is_sensitive (button);
}

void
gw_probe_click (GtkWidget *root, const char *words)
{
  gw_await_that (gw_probe_is_ready (root, words));
  g_signal_emit_by_name (gw_probe_find_button (root, words), "clicked");
}
