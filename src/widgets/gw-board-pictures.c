/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table from all that a picture depends on to it. It is emptied when it grows large, as
 * it may while a window is being resized: what is still seen is soon drawn again.
 */
#include "config.h"

#include "gw-board-pictures.h"

#include "gw-board-paint.h"

#include <math.h>

#define MOST_PICTURES 400
#define MOST_WORDS 400
#define MOST_PIXELS (2 * 1024 * 1024)
/* A picture as large as a screen would cost more to copy than to draw. */
#define MOST_PIXELS_EACH (256 * 1024)

#define STRIPE 3
#define DASH 3
/* Beginning here, a line is two pixels wide and not one. */
#define HATCH_FROM 0.325

/** Key: compared byte by byte, so that no byte may be left unset. */
typedef struct
{
  gint width;
  gint height;
  gint scale;
  gint pitch; /* of a hatch; 0: a frame */
  GwBoardFrame frame;
} Key;

struct _GwBoardPictures
{
  GHashTable *nodes; /* Key → GskRenderNode */
  gsize n_pixels;
  GHashTable *words; /* text, size, weight, width → PangoLayout */
};

static guint
hash_key (gconstpointer data)
{
  const guchar *bytes = data;
  guint hash = 2166136261u;

  for (gsize i = 0; i < sizeof (Key); i++)
    hash = (hash ^ bytes[i]) * 16777619u;
  return hash;
}

static gboolean
equal_keys (gconstpointer one, gconstpointer other)
{
  return memcmp (one, other, sizeof (Key)) == 0;
}

GwBoardPictures *
gw_board_pictures_new (void)
{
  GwBoardPictures *self = g_rc_box_new0 (GwBoardPictures);

  self->nodes = g_hash_table_new_full (hash_key, equal_keys, g_free,
                                       (GDestroyNotify) gsk_render_node_unref);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

GwBoardPictures *
gw_board_pictures_ref (GwBoardPictures *self)
{
  return g_rc_box_acquire (self);
}

static void
pictures_clear (gpointer data)
{
  GwBoardPictures *self = data;

  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->words);
}

void
gw_board_pictures_unref (GwBoardPictures *self)
{
  g_rc_box_release_full (self, pictures_clear);
}

void
gw_board_pictures_forget (GwBoardPictures *self)
{
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->words);
  self->n_pixels = 0;
}

PangoLayout *
gw_board_pictures_find_words (GwBoardPictures *self, GtkWidget *widget, const char *text,
                              double scale, PangoWeight weight, gint width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s", (gint) (scale * 1000), (gint) weight,
                                          width, text);
  PangoLayout *layout = g_hash_table_lookup (self->words, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->words) >= MOST_WORDS)
    g_hash_table_remove_all (self->words);
  layout = gw_board_paint_text (widget, text, scale, weight, width);
  g_hash_table_insert (self->words, g_steal_pointer (&key), layout);
  return layout;
}

guint
gw_board_pictures_get_n (GwBoardPictures *self)
{
  return g_hash_table_size (self->nodes);
}

/* Drawing ------------------------------------------------------------------------------------- */

static void
set_color (cairo_t *cr, const GdkRGBA *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
add_round_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double round = MAX (MIN (radius, MIN (width, height) / 2), 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - round, y + round, round, -G_PI_2, 0);
  cairo_arc (cr, x + width - round, y + height - round, round, 0, G_PI_2);
  cairo_arc (cr, x + round, y + height - round, round, G_PI_2, G_PI);
  cairo_arc (cr, x + round, y + round, round, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* What a box of the same shape, moved inwards, leaves free. */
static void
draw_stripe (cairo_t *cr, const Key *key)
{
  const GwBoardFrame *frame = &key->frame;
  double edge = frame->edge_width;
  double width = key->width - 2 * edge, height = key->height - 2 * edge;
  double away = (frame->flags & GW_BOARD_FRAME_TURNED) != 0 ? -STRIPE : STRIPE;

  cairo_save (cr);
  add_round_box (cr, edge, edge, width, height, frame->radius - edge);
  cairo_clip (cr);
  cairo_rectangle (cr, 0, 0, key->width, key->height);
  add_round_box (cr, edge + away, edge, width, height, frame->radius - edge);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_color (cr, &frame->stripe);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_edge (cairo_t *cr, const Key *key)
{
  const GwBoardFrame *frame = &key->frame;
  double edge = frame->edge_width;
  double dash = DASH * edge;

  add_round_box (cr, edge / 2, edge / 2, key->width - edge, key->height - edge,
                 frame->radius - edge / 2);
  cairo_set_line_width (cr, edge);
  if ((frame->flags & GW_BOARD_FRAME_DASHED) != 0)
    cairo_set_dash (cr, &dash, 1, 0);
  set_color (cr, &frame->edge);
  cairo_stroke (cr);
}

static void
draw_frame (cairo_t *cr, const Key *key)
{
  add_round_box (cr, 0, 0, key->width, key->height, key->frame.radius);
  set_color (cr, &key->frame.fill);
  cairo_fill (cr);
  if (key->frame.stripe.alpha > 0)
    draw_stripe (cr, key);
  draw_edge (cr, key);
}

static void
draw_hatch (cairo_t *cr, const Key *key)
{
  const GdkRGBA *color = &key->frame.fill;
  double share = 1.2 / key->pitch;
  /* Half of the pitch along each axis makes lines at 45° that far apart. */
  double step = key->pitch * G_SQRT2 / 2;
  cairo_pattern_t *lines = cairo_pattern_create_linear (HATCH_FROM, HATCH_FROM, HATCH_FROM + step,
                                                        HATCH_FROM + step);

  cairo_pattern_add_color_stop_rgba (lines, 0, color->red, color->green, color->blue, color->alpha);
  cairo_pattern_add_color_stop_rgba (lines, share, color->red, color->green, color->blue,
                                     color->alpha);
  cairo_pattern_add_color_stop_rgba (lines, share, color->red, color->green, color->blue, 0);
  cairo_pattern_add_color_stop_rgba (lines, 1, color->red, color->green, color->blue, 0);
  cairo_pattern_set_extend (lines, CAIRO_EXTEND_REPEAT);
  cairo_set_source (cr, lines);
  cairo_paint (cr);
  cairo_pattern_destroy (lines);
}

static cairo_surface_t *
draw (const Key *key)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, key->width * key->scale, key->height * key->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, key->scale, key->scale);
  cr = cairo_create (surface);
  if (key->pitch > 0)
    draw_hatch (cr, key);
  else
    draw_frame (cr, key);
  cairo_destroy (cr);
  return surface;
}

/*
 * A node that copies the picture. Software copies it in a tenth of the time that it needs for a texture
 * node, which converts its pixels each time; hardware keeps what it made of a node as long as it is
 * the same one.
 */
static GskRenderNode *
make_node (const Key *key)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, (float) key->width, (float) key->height);
  GskRenderNode *node = gsk_cairo_node_new (&rect);
  cairo_surface_t *picture = draw (key);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_rectangle (cr, 0, 0, key->width, key->height);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return node;
}

/* Keeping ------------------------------------------------------------------------------------- */

static GskRenderNode *
find_or_draw (GwBoardPictures *self, const Key *key)
{
  GskRenderNode *node = g_hash_table_lookup (self->nodes, key);
  gsize n_pixels = (gsize) key->width * (gsize) key->height * (gsize) (key->scale * key->scale);

  if (node != NULL)
    return node;
  if (g_hash_table_size (self->nodes) >= MOST_PICTURES || self->n_pixels + n_pixels > MOST_PIXELS)
    {
      g_hash_table_remove_all (self->nodes);
      self->n_pixels = 0;
    }
  node = make_node (key);
  g_hash_table_insert (self->nodes, g_memdup2 (key, sizeof *key), node);
  self->n_pixels += n_pixels;
  return node;
}

static void
append (GwBoardPictures *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, const Key *key)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect->origin);
  gtk_snapshot_append_node (snapshot, find_or_draw (self, key));
  gtk_snapshot_restore (snapshot);
}

/* TRUE when there is something to paint, and where on whole pixels. */
static gboolean
place (const GwBoardBox *box, GtkWidget *widget, Key *key, graphene_rect_t *rect)
{
  double x = round (box->x), y = round (box->y);

  memset (key, 0, sizeof *key);
  key->width = (gint) (round (box->x + box->width) - x);
  key->height = (gint) (round (box->y + box->height) - y);
  key->scale = gtk_widget_get_scale_factor (widget);
  if (key->width <= 0 || key->height <= 0)
    return FALSE;
  graphene_rect_init (rect, (float) x, (float) y, (float) key->width, (float) key->height);
  return TRUE;
}

static gboolean
is_too_large (const Key *key)
{
  return (gint64) key->width * key->height * key->scale * key->scale > MOST_PIXELS_EACH;
}

/* One as large as a screen; such are few. */
static void
paint_hatch_directly (GtkSnapshot *snapshot, const graphene_rect_t *rect, const Key *key)
{
  GdkRGBA clear = key->frame.fill;
  float share = 1.2f / (float) key->pitch;
  float step = (float) key->pitch * 0.7071f;
  GskColorStop stops[] = {
    { 0, key->frame.fill }, { share, key->frame.fill }, { share, clear }, { 1, clear }
  };

  stops[2].color.alpha = stops[3].color.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (snapshot, rect, &GRAPHENE_POINT_INIT (0, 0),
                                                 &GRAPHENE_POINT_INIT (step, step), stops,
                                                 G_N_ELEMENTS (stops));
}

void
gw_board_pictures_paint_hatch (GwBoardPictures *self, GtkSnapshot *snapshot, GtkWidget *widget,
                               const GwBoardBox *box, gint pitch, const GdkRGBA *color)
{
  graphene_rect_t rect;
  Key key;

  if (!place (box, widget, &key, &rect))
    return;
  key.pitch = pitch;
  key.frame.fill = *color;
  if (is_too_large (&key))
    paint_hatch_directly (snapshot, &rect, &key);
  else
    append (self, snapshot, &rect, &key);
}

static void
paint_frame_directly (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GwBoardFrame *frame)
{
  float edge = (float) frame->edge_width;
  gboolean turned = (frame->flags & GW_BOARD_FRAME_TURNED) != 0;
  float stripe_x = turned ? rect->origin.x + rect->size.width - STRIPE - edge
                          : rect->origin.x + edge;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, (float) frame->radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &frame->fill, rect);
  gtk_snapshot_append_color (
      snapshot, &frame->stripe,
      &GRAPHENE_RECT_INIT (stripe_x, rect->origin.y, STRIPE, rect->size.height));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ edge, edge, edge, edge },
                              (GdkRGBA[4]){ frame->edge, frame->edge, frame->edge, frame->edge });
}

void
gw_board_pictures_paint_frame (GwBoardPictures *self, GtkSnapshot *snapshot, GtkWidget *widget,
                               const GwBoardBox *box, const GwBoardFrame *frame)
{
  graphene_rect_t rect;
  Key key;

  if (!place (box, widget, &key, &rect))
    return;
  key.frame = *frame;
  if (is_too_large (&key))
    paint_frame_directly (snapshot, &rect, frame);
  else
    append (self, snapshot, &rect, &key);
}
