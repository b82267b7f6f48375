/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things are is told when they have come to rest: a window that the desktop has not placed yet,
 * or a row that the next frame moves, would lead a test's mouse astray. So each window draws one more
 * frame first, and whatever is waiting to be done is done.
 */
#include "config.h"

#include "gw-testing.h"

/* A window that nobody ever places is told where it is all the same. */
#define MOST_TRIES 100
#define TRY_AGAIN_MS 20

typedef struct
{
  char *path;
  guint n_frames; /* still to come */
  guint n_tries;
} Settling;

static void draw_once_more (Settling *self);

static void
write_now (Settling *self)
{
  g_autoptr (GError) error = NULL;

  if (!gw_testing_write_geometry (self->path, &error))
    g_warning ("No geometry: %s", error->message);
  g_free (self->path);
  g_free (self);
}

static gboolean
on_try_again (gpointer data)
{
  draw_once_more (data);
  return G_SOURCE_REMOVE;
}

static gboolean
are_placed (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window)) && !gw_testing_is_placed (window))
        return FALSE;
    }
  return TRUE;
}

static gboolean
on_idle (gpointer data)
{
  Settling *self = data;

  if (are_placed () || ++self->n_tries > MOST_TRIES)
    write_now (self);
  else
    g_timeout_add (TRY_AGAIN_MS, on_try_again, self);
  return G_SOURCE_REMOVE;
}

/* After everything else that waits: keys and clicks that have arrived, answers, the frame itself. */
static void
on_frame_gone (gpointer data)
{
  Settling *self = data;

  if (--self->n_frames == 0)
    g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* The frame that has begun is laid out and drawn after this. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
draw_once_more (Settling *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  self->n_frames = 1;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_mapped (window))
        continue;
      self->n_frames++;
      gtk_widget_add_tick_callback (window, on_frame, self, on_frame_gone);
    }
  on_frame_gone (self);
}

void
gw_testing_write_geometry_when_settled (const char *path)
{
  Settling *self = g_new0 (Settling, 1);

  self->path = g_strdup (path);
  draw_once_more (self);
}
