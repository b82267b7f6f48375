/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of frames and hatching: alike ones are drawn once, and their number stays bounded. */
#include "config.h"

#include "gw-board-pictures.h"

#include <gtk/gtk.h>

typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  GwBoardPictures *pictures;
} Fixture;

static const GwBoardFrame blue = { .fill = { 0.8f, 0.9f, 1, 1 },
                                   .edge = { 0, 0, 1, 1 },
                                   .stripe = { 0, 0, 0.5f, 1 },
                                   .radius = 6,
                                   .edge_width = 1 };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->widget = g_object_ref_sink (gtk_label_new (NULL));
  fixture->snapshot = gtk_snapshot_new ();
  fixture->pictures = gw_board_pictures_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->pictures, gw_board_pictures_unref);
  g_clear_object (&fixture->snapshot);
  g_clear_object (&fixture->widget);
}

static void
paint (Fixture *fixture, double x, double width, const GwBoardFrame *frame)
{
  GwBoardBox box = { x, 10, width, 20 };

  gw_board_pictures_paint_frame (fixture->pictures, fixture->snapshot, fixture->widget, &box,
                                 frame);
}

static void
test_alike (Fixture *fixture, gconstpointer data)
{
  GwBoardFrame dashed = blue;

  dashed.flags = GW_BOARD_FRAME_DASHED;
  paint (fixture, 0, 50, &blue);
  paint (fixture, 300, 50, &blue);
  g_assert_cmpuint (gw_board_pictures_get_n (fixture->pictures), ==, 1);
  paint (fixture, 0, 50, &dashed);
  paint (fixture, 0, 51, &blue);
  g_assert_cmpuint (gw_board_pictures_get_n (fixture->pictures), ==, 3);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GwBoardBox none = { 10, 10, 0.2, 20 };

  gw_board_pictures_paint_hatch (fixture->pictures, fixture->snapshot, fixture->widget, &none, 5,
                                 &blue.fill);
  g_assert_cmpuint (gw_board_pictures_get_n (fixture->pictures), ==, 0);
  g_assert_null (gtk_snapshot_to_node (fixture->snapshot));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  PangoLayout *first = gw_board_pictures_find_words (fixture->pictures, fixture->widget, "07:00",
                                                     0.8, PANGO_WEIGHT_NORMAL, -1);

  g_assert_cmpstr (pango_layout_get_text (first), ==, "07:00");
  g_assert_true (gw_board_pictures_find_words (fixture->pictures, fixture->widget, "07:00", 0.8,
                                               PANGO_WEIGHT_NORMAL, -1) == first);
  g_assert_true (gw_board_pictures_find_words (fixture->pictures, fixture->widget, "07:00", 0.8,
                                               PANGO_WEIGHT_BOLD, -1) != first);
  paint (fixture, 0, 50, &blue);
  gw_board_pictures_forget (fixture->pictures);
  g_assert_cmpuint (gw_board_pictures_get_n (fixture->pictures), ==, 0);
}

/* Resizing a window asks for another width each time. */
static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  for (gint width = 1; width <= 1000; width++)
    paint (fixture, 0, width, &blue);
  g_assert_cmpuint (gw_board_pictures_get_n (fixture->pictures), >, 0);
  g_assert_cmpuint (gw_board_pictures_get_n (fixture->pictures), <=, 400);
}

static guint32
get_pixel (cairo_surface_t *surface, gint x, gint y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel, row + x * 4, sizeof pixel);
  return pixel;
}

/* The corner is round, then comes the edge, the stripe on the side of reading, and the fill. */
static void
test_looks (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 120, 40);
  cairo_t *cr = cairo_create (surface);
  GwBoardFrame turned = blue;
  GskRenderNode *node;

  turned.flags = GW_BOARD_FRAME_TURNED;
  paint (fixture, 10, 40, &blue);
  paint (fixture, 60, 40, &turned);
  node = gtk_snapshot_to_node (fixture->snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  g_assert_cmphex (get_pixel (surface, 10, 10), ==, 0);
  g_assert_cmphex (get_pixel (surface, 30, 10), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (surface, 12, 20), ==, 0xff000080);
  g_assert_cmphex (get_pixel (surface, 30, 20), ==, 0xffcce6ff);
  g_assert_cmphex (get_pixel (surface, 62, 20), ==, 0xffcce6ff);
  g_assert_cmphex (get_pixel (surface, 97, 20), ==, 0xff000080);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/widgets/board-pictures/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("alike", test_alike);
  ADD ("nothing", test_nothing);
  ADD ("words", test_words);
  ADD ("bounded", test_bounded);
  ADD ("looks", test_looks);
#undef ADD
  return g_test_run ();
}
