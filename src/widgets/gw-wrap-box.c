/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are broken greedily; the same walk measures and places. */
#include "config.h"

#include "gw-wrap-box.h"

struct _GwWrapBox
{
  GtkWidget parent_instance;

  gint spacing;
};

G_DEFINE_FINAL_TYPE (GwWrapBox, gw_wrap_box, GTK_TYPE_WIDGET)

static void
place (GtkWidget *child, gint x, gint y, gint width, gint height, gint box_width)
{
  GtkAllocation allocation = { x, y, width, height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    allocation.x = box_width - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* Height of the line that begins at @first in @width, and the child after it. */
static gint
measure_line (GwWrapBox *self, GtkWidget *first, gint width, GtkWidget **out_next)
{
  gint x = 0;
  gint height = 0;
  GtkWidget *child = first;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &minimum, &natural);
      if (x > 0 && x + natural.width > width)
        break;
      x += MIN (natural.width, MAX (width, minimum.width)) + self->spacing;
      height = MAX (height, natural.height);
    }
  *out_next = child;
  return height;
}

static gint
measure_height (GwWrapBox *self, gint width)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  gint height = 0;

  while (child != NULL)
    height += measure_line (self, child, width, &child) + self->spacing;
  return MAX (height - self->spacing, 0);
}

static void
gw_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, gint for_size, gint *minimum,
                     gint *natural, gint *minimum_baseline, gint *natural_baseline)
{
  GwWrapBox *self = GW_WRAP_BOX (widget);
  gint widest = 0;
  gint all = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size >= 0 ? for_size : G_MAXINT / 2);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gint child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + self->spacing;
    }
  *minimum = widest;
  *natural = MAX (widest, all - self->spacing);
}

static void
gw_wrap_box_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  GwWrapBox *self = GW_WRAP_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gint y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      gint line = measure_line (self, child, width, &next);
      gint x = 0;

      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          GtkRequisition minimum, natural;
          gint child_width;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_get_preferred_size (child, &minimum, &natural);
          child_width = CLAMP (natural.width, minimum.width, MAX (width, minimum.width));
          place (child, x, y, child_width, line, width);
          x += child_width + self->spacing;
        }
      y += line + self->spacing;
    }
}

static GtkSizeRequestMode
gw_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gw_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gw_wrap_box_parent_class)->dispose (object);
}

static void
gw_wrap_box_class_init (GwWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gw_wrap_box_dispose;
  widget_class->measure = gw_wrap_box_measure;
  widget_class->size_allocate = gw_wrap_box_size_allocate;
  widget_class->get_request_mode = gw_wrap_box_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gw_wrap_box_init (GwWrapBox *self)
{
}

GtkWidget *
gw_wrap_box_new (gint spacing)
{
  GwWrapBox *self = g_object_new (GW_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
gw_wrap_box_append (GwWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (GW_IS_WRAP_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
gw_wrap_box_insert_before (GwWrapBox *self, GtkWidget *child, GtkWidget *sibling)
{
  g_return_if_fail (GW_IS_WRAP_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), sibling);
}
