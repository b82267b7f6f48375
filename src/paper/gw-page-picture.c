/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures on pages: read, scaled to cover their place, masked. */
#include "config.h"

#include "gw-page-picture.h"

#include "gw-page-text.h"
#include "gw-picture.h"

/* Sharp on a 300 dpi printer without carrying a camera's twelve megapixels along. */
#define PIXELS_AN_INCH 300
#define UNITS_AN_INCH 25400

static GdkPixbuf *
read_picture (GBytes *bytes, gint32 longest)
{
  int pixels = CLAMP (longest * PIXELS_AN_INCH / UNITS_AN_INCH, 16, 4000);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gw_picture_read_bytes (bytes, pixels, &error);

  if (pixbuf == NULL)
    g_debug ("A picture cannot be read: %s", error->message);
  return pixbuf;
}

/* cairo wants premultiplied, native-endian 32-bit pixels. */
static cairo_surface_t *
to_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  int rowstride = gdk_pixbuf_get_rowstride (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p = pixels + (gsize) y * (gsize) rowstride + (gsize) x * (gsize) n_channels;
        guint32 alpha = n_channels == 4 ? p[3] : 255;
        guint32 pixel = alpha << 24 | (p[0] * alpha / 255) << 16 | (p[1] * alpha / 255) << 8 |
                        (p[2] * alpha / 255);

        memcpy (data + (gsize) y * (gsize) stride + (gsize) x * 4, &pixel, sizeof pixel);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

void
gw_page_paint_picture (cairo_t *cr, const GwNode *node)
{
  g_autoptr (GdkPixbuf)
      pixbuf = read_picture (node->picture, MAX (node->place.width, node->place.height));
  cairo_surface_t *surface;
  double width, height, scale;

  if (pixbuf == NULL)
    return;
  surface = to_surface (pixbuf);
  width = gw_page_to_points (node->place.width);
  height = gw_page_to_points (node->place.height);
  scale = MAX (width / gdk_pixbuf_get_width (pixbuf), height / gdk_pixbuf_get_height (pixbuf));
  gw_page_trace_box (cr, node->place, node->radius);
  cairo_clip (cr);
  cairo_translate (
      cr, gw_page_to_points (node->place.x) + (width - scale * gdk_pixbuf_get_width (pixbuf)) / 2,
      gw_page_to_points (node->place.y) + (height - scale * gdk_pixbuf_get_height (pixbuf)) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}
