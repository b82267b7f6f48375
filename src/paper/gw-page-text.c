/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts for pages, and their sizes. */
#include "config.h"

#include "gw-page-text.h"

#include <math.h>

#define POINTS_AN_INCH 72.0
#define UNITS_AN_INCH 25400.0
/* Sheets are read at arm's length by people of every age: a clear sans serif that is everywhere. */
#define MOST_LINES_IN_BOLD 4
#define MOST_HEIGHT GW_MM (150)
#define FONT_FAMILY "Cantarell, DejaVu Sans, sans-serif"

double
gw_page_to_points (gint32 length)
{
  return length * POINTS_AN_INCH / UNITS_AN_INCH;
}

gint32
gw_page_from_points (double points)
{
  return (gint32) ceil (points * UNITS_AN_INCH / POINTS_AN_INCH);
}

static PangoContext *
context_new (void)
{
  /* A font map of its own: Pango's are not for several threads at once. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), POINTS_AN_INCH);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

PangoContext *
gw_page_context_get (void)
{
  /* Finding fonts takes milliseconds, measuring a word microseconds: keep one a thread. */
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);

  if (context == NULL)
    {
      context = context_new ();
      g_private_set (&contexts, context);
    }
  return context;
}

/* A name or a heading that does not end would leave its page to itself, and anything else run over
   the foot of the page; what fits in neither ends with an ellipsis. */
static void
limit_height (PangoLayout *layout, const GwTextStyle *style)
{
  if (style->weight >= PANGO_WEIGHT_BOLD)
    pango_layout_set_height (layout, -MOST_LINES_IN_BOLD);
  else
    pango_layout_set_height (layout, (int) (gw_page_to_points (MOST_HEIGHT) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

PangoLayout *
gw_page_layout_new (PangoContext *context, const GwTextStyle *style, gint32 width, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILY);

  pango_font_description_set_size (font, style->size_decipoints * PANGO_SCALE / 10);
  pango_font_description_set_weight (font, (PangoWeight) style->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (gw_page_to_points (width) * PANGO_SCALE));
      limit_height (layout, style);
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
measure (const GwTextStyle *style, gint32 width, const char *text, PangoRectangle *logical)
{
  g_autoptr (PangoLayout) layout = gw_page_layout_new (gw_page_context_get (), style, width, text);

  pango_layout_get_extents (layout, NULL, logical);
}

gint32
gw_text_measure (const GwTextStyle *style, gint32 width, const char *text)
{
  PangoRectangle logical;

  measure (style, width, text, &logical);
  return gw_page_from_points ((double) logical.height / PANGO_SCALE);
}

gint32
gw_text_measure_width (const GwTextStyle *style, const char *text)
{
  PangoRectangle logical;

  measure (style, 0, text, &logical);
  return gw_page_from_points ((double) logical.width / PANGO_SCALE);
}
