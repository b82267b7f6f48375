/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a window: sidebar rows and pages made on first use. */
#include "config.h"

#include "gw-place-row.h"
#include "gw-window-private.h"

static GwPlaceRow *
find_row (GwWindow *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_str_equal (gw_place_row_get_place (GW_PLACE_ROW (row))->name, name))
      return GW_PLACE_ROW (row);
  return NULL;
}

static void
on_row_selected (GwWindow *self, GtkListBoxRow *row)
{
  if (row != NULL && self->session != NULL)
    gw_window_show_place (self, gw_place_row_get_place (GW_PLACE_ROW (row))->name);
}

/* A click on the place that is shown brings it back from under a folded sidebar. */
static void
on_row_activated (GwWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

void
gw_window_fill_sidebar (GwWindow *self)
{
  guint n_places;
  const GwPlace *places = gw_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    gtk_list_box_append (self->sidebar, gw_place_row_new (&places[i]));
  g_signal_connect_swapped (self->sidebar, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect_swapped (self->sidebar, "row-activated", G_CALLBACK (on_row_activated), self);
}

static gboolean
has_property (GtkWidget *page, const char *name)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (page), name) != NULL;
}

static void
show_waiting (GtkWidget *page, GParamSpec *pspec, GwPlaceRow *row)
{
  guint waiting = 0;

  g_object_get (page, "waiting", &waiting, NULL);
  gw_place_row_set_waiting (row, waiting);
}

static void
show_detail (GwWindow *self)
{
  g_autofree char *detail = NULL;

  if (self->detail_page != NULL && has_property (self->detail_page, "detail"))
    g_object_get (self->detail_page, "detail", &detail, NULL);
  gw_status_line_set_detail (self->status_line, detail);
}

static void
follow_detail (GwWindow *self, GtkWidget *page)
{
  if (self->detail_page != NULL)
    g_signal_handlers_disconnect_by_func (self->detail_page, show_detail, self);
  self->detail_page = page;
  if (page != NULL && has_property (page, "detail"))
    g_signal_connect_object (page, "notify::detail", G_CALLBACK (show_detail), self,
                             G_CONNECT_SWAPPED);
  show_detail (self);
}

static GtkWidget *
make_page (GwWindow *self, GwPlaceRow *row)
{
  const GwPlace *place = gw_place_row_get_place (row);
  GtkWidget *page = place->new_page (self->session);

  gtk_stack_add_named (self->places, page, place->name);
  if (has_property (page, "waiting"))
    {
      g_signal_connect_object (page, "notify::waiting", G_CALLBACK (show_waiting), row, 0);
      show_waiting (page, NULL, row);
    }
  return page;
}

void
gw_window_show_place (GwWindow *self, const char *name)
{
  GwPlaceRow *row = find_row (self, name);
  GtkWidget *page;

  if (row == NULL || self->session == NULL)
    return;
  page = gtk_stack_get_child_by_name (self->places, name);
  if (page == NULL)
    page = make_page (self, row);
  gtk_stack_set_visible_child (self->places, page);
  follow_detail (self, page);
  gtk_list_box_select_row (self->sidebar, GTK_LIST_BOX_ROW (row));
  g_settings_set_string (self->settings, "last-place", name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.place", TRUE);
}

void
gw_window_forget_places (GwWindow *self)
{
  GtkWidget *page;

  follow_detail (self, NULL);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_stack_remove (self->places, page);
}
