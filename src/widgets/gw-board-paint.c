/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strokes of the board. */
#include "config.h"

#include "gw-board-paint.h"

#include <math.h>

#define SMALL_RADIUS 2

/* Of a dotted line, in pixels. */
#define DASH 3
#define GAP 3

static void
look_up (GtkStyleContext *context, const char *name, const char *fallback, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    gdk_rgba_parse (color, fallback);
}

static GdkRGBA
with_alpha (GdkRGBA color, float alpha)
{
  color.alpha *= alpha;
  return color;
}

void
gw_board_colors_look_up (GwBoardColors *colors, GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &colors->text);
  look_up (context, "accent_color", "#1c71d8", &colors->accent);
  look_up (context, "warning_color", "#905400", &colors->warning);
  look_up (context, "error_color", "#c01c28", &colors->cannot);
  look_up (context, "success_bg_color", "#26a269", &colors->wellbeing);
  look_up (context, "gw_team_color", "#813d9c", &colors->team);
  look_up (context, "gw_team_words_color", "#5e2b72", &colors->team_words);
  look_up (context, "view_bg_color", "#ffffff", &colors->base);
  colors->dim = with_alpha (colors->text, 0.62f);
  colors->line = with_alpha (colors->text, 0.11f);
  colors->faint = with_alpha (colors->text, 0.18f);
  colors->hatch = with_alpha (colors->text, 0.26f);
  colors->visit = with_alpha (colors->accent, 0.75f);
  colors->shade = with_alpha (colors->accent, 0.06f);
}

double
gw_board_measure_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return MAX (size / (11.0 * 96 / 72), 1);
}

static graphene_rect_t
to_rect (const GwBoardBox *box)
{
  return GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width,
                             (float) box->height);
}

static void
append_piece (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width,
              float height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/*
 * A small radius is a pixel left out at each corner. A clip along an arc costs ten times as much, and
 * a week has a thousand such boxes.
 */
static void
paint_small_corners (GtkSnapshot *snapshot, const GwBoardBox *box, const GdkRGBA *color)
{
  float x = (float) round (box->x), y = (float) round (box->y);
  float width = (float) round (box->x + box->width) - x;
  float height = (float) round (box->y + box->height) - y;

  append_piece (snapshot, color, x + 1, y, width - 2, 1);
  append_piece (snapshot, color, x, y + 1, MAX (width, 1), height - 2);
  append_piece (snapshot, color, x + 1, y + height - 1, width - 2, 1);
}

void
gw_board_paint_box (GtkSnapshot *snapshot, const GwBoardBox *box, float radius,
                    const GdkRGBA *color)
{
  graphene_rect_t rect = to_rect (box);
  GskRoundedRect rounded;

  if (radius <= 0)
    {
      gtk_snapshot_append_color (snapshot, color, &rect);
      return;
    }
  if (radius <= SMALL_RADIUS)
    {
      paint_small_corners (snapshot, box, color);
      return;
    }
  gsk_rounded_rect_init_from_rect (&rounded, &rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &rect);
  gtk_snapshot_pop (snapshot);
}

/* Dashes along one edge; a gradient that repeats costs more than all of them. */
static void
paint_dashes (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *edge)
{
  gboolean across = edge->size.width > edge->size.height;
  float length = across ? edge->size.width : edge->size.height;

  for (float at = 0; at < length; at += DASH + GAP)
    {
      float piece = MIN (DASH, length - at);

      if (across)
        append_piece (snapshot, color, edge->origin.x + at, edge->origin.y, piece, 1);
      else
        append_piece (snapshot, color, edge->origin.x, edge->origin.y + at, 1, piece);
    }
}

void
gw_board_paint_dotted (GtkSnapshot *snapshot, const GwBoardBox *box, const GdkRGBA *color)
{
  float x = (float) round (box->x), y = (float) round (box->y);
  float width = (float) round (box->x + box->width) - x;
  float height = (float) round (box->y + box->height) - y;

  paint_dashes (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, 1));
  paint_dashes (snapshot, color, &GRAPHENE_RECT_INIT (x, y + height - 1, width, 1));
  paint_dashes (snapshot, color, &GRAPHENE_RECT_INIT (x, y, 1, height));
  paint_dashes (snapshot, color, &GRAPHENE_RECT_INIT (x + width - 1, y, 1, height));
}

/* The same for both, or the theme would keep two of each. */
#define ICON_FLAGS (GTK_ICON_LOOKUP_FORCE_SYMBOLIC | GTK_ICON_LOOKUP_PRELOAD)

static GtkIconPaintable *
find_icon (GtkWidget *widget, const char *icon_name, gint size)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  return gtk_icon_theme_lookup_icon (theme, icon_name, NULL, size,
                                     gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), ICON_FLAGS);
}

GPtrArray *
gw_board_load_icons (GtkWidget *widget)
{
  static const struct
  {
    const char *name;
    gint size;
  } icons[] = {
    { "gw-break-symbolic", GW_BOARD_BREAK_ICON }, { "gw-cannot-symbolic", GW_BOARD_ICON },
    { "gw-critical-symbolic", GW_BOARD_ICON },    { "gw-fine-symbolic", GW_BOARD_ICON },
    { "gw-pair-symbolic", GW_BOARD_ICON },        { "gw-pin-symbolic", GW_BOARD_ICON },
    { "gw-wellbeing-symbolic", GW_BOARD_ICON },   { "gw-wish-symbolic", GW_BOARD_ICON },
  };
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    g_ptr_array_add (found, find_icon (widget, icons[i].name, icons[i].size));
  return found;
}

void
gw_board_paint_icon (GtkSnapshot *snapshot, GtkWidget *widget, const char *icon_name, double x,
                     double y, double size, const GdkRGBA *color)
{
  g_autoptr (GtkIconPaintable) icon = find_icon (widget, icon_name, (gint) size);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            color, 1);
  gtk_snapshot_restore (snapshot);
}

void
gw_board_paint_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y,
                       const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

const GdkRGBA *
gw_board_paint_segment_color (const GwBoardColors *colors, GwBoardSegmentKind kind)
{
  switch (kind)
    {
    case GW_BOARD_SEGMENT_VISIT:
      return &colors->visit;
    case GW_BOARD_SEGMENT_WELLBEING:
      return &colors->wellbeing;
    case GW_BOARD_SEGMENT_TEAM:
    case GW_BOARD_SEGMENT_ROLE:
    case GW_BOARD_SEGMENT_ROLE_ANY:
      return &colors->team;
    case GW_BOARD_SEGMENT_TRAVEL:
    case GW_BOARD_SEGMENT_TIGHT:
    case GW_BOARD_SEGMENT_BREAK:
    case GW_BOARD_SEGMENT_FREE:
    default:
      return NULL;
    }
}

PangoLayout *
gw_board_paint_text (GtkWidget *widget, const char *text, double scale, PangoWeight weight,
                     double width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (gint) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}
