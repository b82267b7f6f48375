/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies beside the board: the details of a visit, or a plan to review. It is made when it is
 * first wanted, since most starts never look at it.
 */
#include "config.h"

#include "gw-rota-page-private.h"

#define WIDTH 300

static GtkWidget *
make_review (GwRotaPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->repairs = g_object_new (GW_TYPE_ROTA_REPAIRS, "visible", FALSE, NULL);
  self->review = g_object_new (GW_TYPE_ROTA_REVIEW, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->repairs));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->review));
  return box;
}

void
gw_rota_page_make_side (GwRotaPage *self)
{
  if (self->side != NULL)
    return;
  self->side = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->side), WIDTH, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->side), "background");
  self->inspector = g_object_new (GW_TYPE_ROTA_INSPECTOR, NULL);
  gtk_stack_add_named (self->side, GTK_WIDGET (self->inspector), "inspector");
  gtk_stack_add_named (self->side, make_review (self), "review");
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->side));
  gw_rota_page_connect_inspector (self);
  gw_rota_page_connect_plan (self);
  gw_rota_page_connect_repairs (self);
}
