/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting scenes with cairo, with the structure that a tagged PDF needs. */
#include "config.h"

#include "gw-scene-painter.h"

#include "gw-page-picture.h"
#include "gw-page-text.h"

#include <pango/pangocairo.h>

static const char *
get_tag (const GwNode *node)
{
  if (node->kind == GW_NODE_PICTURE)
    return "Figure";
  if (node->kind != GW_NODE_TEXT)
    return NULL;
  switch (node->style.role)
    {
    case GW_TEXT_TITLE:
      return "H1";
    case GW_TEXT_HEADING:
      return "H2";
    case GW_TEXT_PARAGRAPH:
      return "P";
    default:
      return NULL;
    }
}

static void
set_ink (cairo_t *cr, GwInk ink)
{
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
}

void
gw_page_trace_box (cairo_t *cr, GwRectangle place, gint32 radius)
{
  double x = gw_page_to_points (place.x);
  double y = gw_page_to_points (place.y);
  double width = gw_page_to_points (place.width);
  double height = gw_page_to_points (place.height);
  double r = MIN (gw_page_to_points (radius), MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
paint_box (cairo_t *cr, const GwNode *node)
{
  gw_page_trace_box (cr, node->place, node->radius);
  set_ink (cr, node->ink);
  if (node->filled)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, gw_page_to_points (node->stroke));
  cairo_stroke (cr);
}

static void
paint_line (cairo_t *cr, const GwNode *node)
{
  cairo_move_to (cr, gw_page_to_points (node->place.x), gw_page_to_points (node->place.y));
  cairo_rel_line_to (cr, gw_page_to_points (node->place.width),
                     gw_page_to_points (node->place.height));
  set_ink (cr, node->ink);
  cairo_set_line_width (cr, gw_page_to_points (node->stroke));
  cairo_stroke (cr);
}

static void
paint_text (cairo_t *cr, PangoContext *context, const GwNode *node)
{
  g_autoptr (PangoLayout)
      layout = gw_page_layout_new (context, &node->style, node->place.width, node->text);

  cairo_move_to (cr, gw_page_to_points (node->place.x), gw_page_to_points (node->place.y));
  set_ink (cr, node->ink);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_node (cairo_t *cr, PangoContext *context, const GwNode *node)
{
  switch (node->kind)
    {
    case GW_NODE_TEXT:
      paint_text (cr, context, node);
      break;
    case GW_NODE_BOX:
      paint_box (cr, node);
      break;
    case GW_NODE_LINE:
      paint_line (cr, node);
      break;
    case GW_NODE_PICTURE:
      gw_page_paint_picture (cr, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
gw_scene_paint_page (const GwScene *scene, guint index, cairo_t *cr, GwPaintFlags flags)
{
  GwPage *page = gw_scene_get_page (scene, index);
  PangoContext *context = gw_page_context_get ();

  for (guint i = 0; i < gw_page_get_n_nodes (page); i++)
    {
      const GwNode *node = gw_page_get_node (page, i);
      const char *tag = flags == GW_PAINT_TAGGED ? get_tag (node) : NULL;

      if (tag != NULL)
        cairo_tag_begin (cr, tag, NULL);
      cairo_save (cr);
      paint_node (cr, context, node);
      cairo_restore (cr);
      if (tag != NULL)
        cairo_tag_end (cr, tag);
    }
}
