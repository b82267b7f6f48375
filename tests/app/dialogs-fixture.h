/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window over the sample team, for dialogs to open above; and how to find what is on them, to wait
 * for it, and to see that a dialog that is closed leaves nothing behind.
 */
#pragma once

#include "gw-widgets.h"

#include "gw-record-source.h"
#include "gw-session-sample.h"
#include "gw-session.h"

#include <adwaita.h>

typedef struct
{
  char *folder;
  GwSession *session;
  GtkWindow *parent;
} Fixture;

static inline gboolean
on_time_up (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static inline void
wait_ms (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, on_time_up, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget below @root, visible, of which @matches is true. */
static inline GtkWidget *
find_widget (GtkWidget *root, gboolean (*matches) (GtkWidget *, const char *), const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (matches (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static inline gboolean
is_button (GtkWidget *widget, const char *text)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && strstr (label, text) != NULL;
}

static inline gboolean
is_entry_row (GtkWidget *widget, const char *text)
{
  return ADW_IS_ENTRY_ROW (widget) && strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

/* Waits up to ten seconds for something to be on the screen. */
static inline GtkWidget *
await_widget (GtkWindow *window, gboolean (*matches) (GtkWidget *, const char *), const char *text)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < 200 && found == NULL; i++)
    {
      wait_ms (50);
      found = find_widget (GTK_WIDGET (window), matches, text);
    }
  if (found == NULL)
    g_test_message ("“%s” never came", text);
  g_assert_nonnull (found);
  return found;
}

static inline GtkWindow *
find_dialog (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }
  g_assert_not_reached ();
}

/* For people to look at; the test does not. */
static inline void
take_picture (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("GW_PICTURES");
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  GtkWidget *widget = GTK_WIDGET (window);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (path == NULL)
    return;
  wait_ms (300);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
  g_test_message ("%s: %d × %d", path, gtk_widget_get_width (widget),
                  gtk_widget_get_height (widget));
}

/* Closes the dialog and sees that nothing holds it any more. */
static inline void
close_dialog (GtkWindow *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  gtk_window_close (dialog);
  for (guint i = 0; i < 100 && weak != NULL; i++)
    wait_ms (50);
  g_assert_null (weak);
}

static inline void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GwClock) clock = NULL;
  GwSampleWish wish = { .size = GW_SAMPLE_SIZE_TEAM, .seed = 7 };

  self->folder = g_dir_make_tmp ("good-week-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "Mill Lane.gw", NULL);
  clock = gw_clock_new_system (NULL);
  wish.today = gw_clock_get_today (clock);
  g_assert_true (gw_session_write_sample_sync (path, &wish, NULL, NULL, &error));
  g_assert_no_error (error);
  self->session = gw_session_open_sync (path, GW_SESSION_NO_FLAGS, NULL, &error);
  g_assert_no_error (error);
  self->parent = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->parent, 1024, 600);
  gtk_window_present (self->parent);
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  gtk_window_destroy (self->parent);
  gw_session_close_sync (self->session, NULL);
  g_clear_object (&self->session);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
}

static inline GwDay
get_today (Fixture *self)
{
  return gw_record_source_get_today (GW_RECORD_SOURCE (self->session));
}
