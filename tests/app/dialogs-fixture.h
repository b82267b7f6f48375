/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window over the sample team, for dialogs to open above; and how to read what is on them, and to
 * see that a dialog that is closed leaves nothing behind.
 */
#pragma once

#include "gw-test-team.h"
#include "gw-widget-probe.h"

#include "gw-widgets.h"

#include <adwaita.h>

typedef struct
{
  GwTestTeam team;
  GtkWindow *parent;
} Fixture;

/** await_words: waits until @words can be read on @dialog. */
#define await_words(dialog, words) gw_await_that (gw_probe_says (GTK_WIDGET (dialog), words))

static inline void
click (GtkWindow *dialog, const char *words)
{
  gw_probe_click (GTK_WIDGET (dialog), words);
}

static inline GtkWindow *
find_dialog (GtkWindow *parent)
{
  GtkWindow *dialog = gw_probe_find_window_over (parent);

  g_assert_nonnull (dialog);
  return dialog;
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
  gw_probe_await_frames (widget, 3);
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
  gw_await_that (weak == NULL);
}

static inline void
set_up (Fixture *self, gconstpointer data)
{
  gw_test_team_init_sample (&self->team, 7);
  self->parent = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->parent, 1024, 600);
  gtk_window_present (self->parent);
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (self->parent);
  gw_test_team_clear (&self->team);
}

static inline void
begin_tests (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gw_widgets_init ();
}

/** ADD_TEST: a test that gets a fixture of its own. */
#define ADD_TEST(name, function) \
  g_test_add ("/app/" name, Fixture, NULL, set_up, function, tear_down)
