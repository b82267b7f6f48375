/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page on the screen: the snapshot painter of scenes. */
#include "config.h"

#include "gw-page-view.h"

#include "gw-page-text.h"
#include "gw-picture.h"

#include <math.h>

struct _GwPageView
{
  GtkWidget parent_instance;

  const GwScene *scene;
  guint index;
  GPtrArray *textures;
};

G_DEFINE_FINAL_TYPE (GwPageView, gw_page_view, GTK_TYPE_WIDGET)

#define NATURAL_WIDTH 420
/* Pictures on a page are faces, a centimetre or two: this is sharp on any screen. */
#define PICTURE_PIXELS 256

static const GwPage *
get_page (GwPageView *self)
{
  return self->scene != NULL ? gw_scene_get_page (self->scene, self->index) : NULL;
}

static GdkRGBA
to_rgba (GwInk ink)
{
  return (GdkRGBA){ (float) ink.red, (float) ink.green, (float) ink.blue, 1 };
}

static graphene_rect_t
to_rect (GwRectangle place)
{
  return GRAPHENE_RECT_INIT (
      (float) gw_page_to_points (place.x), (float) gw_page_to_points (place.y),
      (float) gw_page_to_points (place.width), (float) gw_page_to_points (place.height));
}

static void
snapshot_text (GtkSnapshot *snapshot, const GwNode *node)
{
  g_autoptr (PangoLayout) layout = gw_page_layout_new (gw_page_context_get (), &node->style,
                                                       node->place.width, node->text);
  graphene_rect_t rect = to_rect (node->place);
  GdkRGBA colour = to_rgba (node->ink);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &rect.origin);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_box (GtkSnapshot *snapshot, const GwNode *node)
{
  graphene_rect_t rect = to_rect (node->place);
  GdkRGBA colour = to_rgba (node->ink);
  float stroke = MAX (1.0f, (float) gw_page_to_points (node->stroke));
  float widths[4] = { stroke, stroke, stroke, stroke };
  GdkRGBA colours[4] = { colour, colour, colour, colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) gw_page_to_points (node->radius));
  if (!node->filled)
    {
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &rect);
  gtk_snapshot_pop (snapshot);
}

/* Sheets only have level and upright lines. */
static void
snapshot_line (GtkSnapshot *snapshot, const GwNode *node)
{
  graphene_rect_t rect = to_rect (node->place);
  GdkRGBA colour = to_rgba (node->ink);
  float stroke = MAX (0.7f, (float) gw_page_to_points (node->stroke));

  rect.size.width = MAX (rect.size.width, stroke);
  rect.size.height = MAX (rect.size.height, stroke);
  gtk_snapshot_append_color (snapshot, &colour, &rect);
}

static void
snapshot_picture (GtkSnapshot *snapshot, const GwNode *node, GdkTexture *texture)
{
  graphene_rect_t rect = to_rect (node->place);
  GskRoundedRect outline;

  if (texture == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) gw_page_to_points (node->radius));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_texture (snapshot, texture, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_node (GwPageView *self, GtkSnapshot *snapshot, const GwNode *node, guint index)
{
  switch (node->kind)
    {
    case GW_NODE_TEXT:
      snapshot_text (snapshot, node);
      break;
    case GW_NODE_BOX:
      snapshot_box (snapshot, node);
      break;
    case GW_NODE_LINE:
      snapshot_line (snapshot, node);
      break;
    case GW_NODE_PICTURE:
      snapshot_picture (snapshot, node, g_ptr_array_index (self->textures, index));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
gw_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GwPageView *self = GW_PAGE_VIEW (widget);
  const GwPage *page = get_page (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  float scale;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (page == NULL)
    return;
  scale = (float) (width / gw_page_to_points (gw_page_get_width (page)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  for (guint i = 0; i < gw_page_get_n_nodes (page); i++)
    snapshot_node (self, snapshot, gw_page_get_node (page, i), i);
  gtk_snapshot_restore (snapshot);
}

static void
gw_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  const GwPage *page = get_page (GW_PAGE_VIEW (widget));
  double ratio = page != NULL ? (double) gw_page_get_height (page) / gw_page_get_width (page)
                              : (double) GW_A4_HEIGHT / GW_A4_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NATURAL_WIDTH / 2;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (int) lround ((for_size > 0 ? for_size : NATURAL_WIDTH) * ratio);
}

static GtkSizeRequestMode
gw_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GdkTexture *
read_texture (GBytes *bytes)
{
  g_autoptr (GdkPixbuf) pixbuf = gw_picture_read_bytes (bytes, PICTURE_PIXELS, NULL);

  return pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;
}

static void
clear_texture (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static void
read_page (GwPageView *self)
{
  const GwPage *page = get_page (self);
  GString *words = g_string_new (NULL);

  g_ptr_array_set_size (self->textures, 0);
  for (guint i = 0; page != NULL && i < gw_page_get_n_nodes (page); i++)
    {
      const GwNode *node = gw_page_get_node (page, i);

      g_ptr_array_add (self->textures,
                       node->kind == GW_NODE_PICTURE ? read_texture (node->picture) : NULL);
      if (node->kind == GW_NODE_TEXT)
        g_string_append_printf (words, "%s\n", node->text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->str, -1);
  g_string_free (words, TRUE);
}

static void
gw_page_view_finalize (GObject *object)
{
  GwPageView *self = GW_PAGE_VIEW (object);

  g_ptr_array_unref (self->textures);
  G_OBJECT_CLASS (gw_page_view_parent_class)->finalize (object);
}

static void
gw_page_view_class_init (GwPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gw_page_view_finalize;
  widget_class->snapshot = gw_page_view_snapshot;
  widget_class->measure = gw_page_view_measure;
  widget_class->get_request_mode = gw_page_view_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gw_page_view_init (GwPageView *self)
{
  self->textures = g_ptr_array_new_with_free_func (clear_texture);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
gw_page_view_show (GwPageView *self, const GwScene *scene, guint index)
{
  g_return_if_fail (GW_IS_PAGE_VIEW (self));

  self->scene = scene;
  self->index = index;
  read_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
