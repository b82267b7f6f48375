/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures chunk by chunk, so that what they claim to be is known before their pixels are made. */
#include "config.h"

#include "gw-picture.h"

#include "gw-error.h"

#define CHUNK 65536

/* What a picture says of itself, and what is wanted. */
typedef struct
{
  int longest;
  gboolean is_too_large;
} Wish;

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, Wish *wish)
{
  int longer = MAX (width, height);

  wish->is_too_large = (gint64) width * height > GW_PICTURE_MOST_PIXELS;
  /* Without a size, loaders end before they make pixels. */
  if (wish->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (longer > 0)
    gdk_pixbuf_loader_set_size (loader, (int) MAX ((gint64) width * wish->longest / longer, 1),
                                (int) MAX ((gint64) height * wish->longest / longer, 1));
}

static gboolean
feed (GdkPixbufLoader *loader, const Wish *wish, GInputStream *stream, GCancellable *cancellable,
      GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    if (!gdk_pixbuf_loader_write (loader, chunk, (gsize) n, error) || wish->is_too_large)
      return FALSE;
  return n == 0;
}

GdkPixbuf *
gw_picture_read (GInputStream *stream, int longest, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) failure = NULL;
  Wish wish = { .longest = longest };
  GdkPixbuf *pixbuf = NULL;
  gboolean is_whole;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && longest >= 1 && longest <= 20000, NULL);

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &wish);
  is_whole = feed (loader, &wish, stream, cancellable, &failure);
  /* A loader is closed in any case, and some only look at the picture then. */
  if (!gdk_pixbuf_loader_close (loader, is_whole ? &failure : NULL))
    is_whole = FALSE;
  if (wish.is_too_large)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID, "The picture has too many pixels");
  else if (!is_whole)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

GdkPixbuf *
gw_picture_read_bytes (GBytes *bytes, int longest, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return gw_picture_read (stream, longest, NULL, error);
}
