/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture or initials in a circle. */
#include "config.h"

#include "gw-face.h"

struct _GwFace
{
  GtkWidget parent_instance;

  gint size;
  char *initials;
  GdkPaintable *picture;
};

G_DEFINE_FINAL_TYPE (GwFace, gw_face, GTK_TYPE_WIDGET)

static void
paint_initials (GwFace *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout)
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->initials);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gint width, height;
  GdkRGBA color;

  pango_attr_list_insert (attributes,
                          pango_attr_size_new_absolute (self->size * 2 / 5 * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (self->size - width) / 2,
                                                          (float) (self->size - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* As large as fills the circle, the middle of it. */
static void
paint_picture (GwFace *self, GtkSnapshot *snapshot)
{
  double width = gdk_paintable_get_intrinsic_width (self->picture);
  double height = gdk_paintable_get_intrinsic_height (self->picture);
  double scale = width > 0 && height > 0 ? MAX (self->size / width, self->size / height) : 0;

  if (scale <= 0)
    width = height = self->size;
  else
    {
      width *= scale;
      height *= scale;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (self->size - width) / 2,
                                                          (float) (self->size - height) / 2));
  gdk_paintable_snapshot (self->picture, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
gw_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GwFace *self = GW_FACE (widget);
  GskRoundedRect circle;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, (float) self->size, (float) self->size);

  if (self->picture == NULL)
    {
      if (self->initials != NULL)
        paint_initials (self, snapshot);
      return;
    }
  gsk_rounded_rect_init_from_rect (&circle, &rect, (float) self->size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  paint_picture (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
gw_face_measure (GtkWidget *widget, GtkOrientation orientation, gint for_size, gint *minimum,
                 gint *natural, gint *minimum_baseline, gint *natural_baseline)
{
  *minimum = *natural = GW_FACE (widget)->size;
}

static void
gw_face_dispose (GObject *object)
{
  GwFace *self = GW_FACE (object);

  g_clear_pointer (&self->initials, g_free);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (gw_face_parent_class)->dispose (object);
}

static void
gw_face_class_init (GwFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_face_dispose;
  widget_class->snapshot = gw_face_snapshot;
  widget_class->measure = gw_face_measure;
  gtk_widget_class_set_css_name (widget_class, "face");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gw_face_init (GwFace *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
gw_face_new (gint size)
{
  GwFace *self = g_object_new (GW_TYPE_FACE, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

void
gw_face_set_initials (GwFace *self, const char *initials)
{
  g_return_if_fail (GW_IS_FACE (self));
  if (g_strcmp0 (self->initials, initials) == 0)
    return;
  g_free (self->initials);
  self->initials = g_strdup (initials);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gw_face_set_picture (GwFace *self, GdkPaintable *picture)
{
  g_return_if_fail (GW_IS_FACE (self));
  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

GdkPaintable *
gw_face_get_picture (GwFace *self)
{
  g_return_val_if_fail (GW_IS_FACE (self), NULL);
  return self->picture;
}
