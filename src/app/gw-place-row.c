/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sidebar. */
#include "config.h"

#include "gw-place-row.h"

#include <glib/gi18n-lib.h>

struct _GwPlaceRow
{
  GtkListBoxRow parent_instance;

  const GwPlace *place;
  GtkLabel *waiting_label;
};

G_DEFINE_FINAL_TYPE (GwPlaceRow, gw_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
gw_place_row_class_init (GwPlaceRowClass *klass)
{
}

static void
gw_place_row_init (GwPlaceRow *self)
{
}

static void
fill (GwPlaceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (_ (self->place->label));

  self->waiting_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->waiting_label), "gw-waiting");
  gtk_widget_add_css_class (GTK_WIDGET (self->waiting_label), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->waiting_label), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (self->place->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->waiting_label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
gw_place_row_new (const GwPlace *place)
{
  GwPlaceRow *self = g_object_new (GW_TYPE_PLACE_ROW, NULL);

  self->place = place;
  fill (self);
  gw_place_row_set_waiting (self, 0);
  return GTK_WIDGET (self);
}

const GwPlace *
gw_place_row_get_place (GwPlaceRow *self)
{
  g_return_val_if_fail (GW_IS_PLACE_ROW (self), NULL);
  return self->place;
}

void
gw_place_row_set_waiting (GwPlaceRow *self, guint waiting)
{
  g_autofree char *count = g_strdup_printf ("%u", waiting);
  g_autofree char *spoken = NULL;

  g_return_if_fail (GW_IS_PLACE_ROW (self));
  gtk_label_set_label (self->waiting_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_label), waiting > 0);
  if (waiting == 0)
    spoken = g_strdup (_ (self->place->label));
  else
    /* TRANSLATORS: read aloud: the name of a place, and how many things wait there */
    spoken = g_strdup_printf (ngettext ("%s, %u waiting", "%s, %u waiting", waiting),
                              _ (self->place->label), waiting);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
