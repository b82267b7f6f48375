/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a window: sidebar rows and pages made on first use. */
#include "config.h"

#include "gw-place-row.h"
#include "gw-window-private.h"

#include "gw-session-records.h"

#include <glib/gi18n-lib.h>

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

/* A menu has a hundred widgets, and most starts never open it. */
static void
make_menu (GtkMenuButton *button, gpointer data)
{
  GwWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->primary_menu);
}

void
gw_window_fill_sidebar (GwWindow *self)
{
  guint n_places;
  const GwPlace *places = gw_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    gtk_list_box_append (self->sidebar, gw_place_row_new (&places[i]));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
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

static void
follow_count (GtkWidget *page, GwPlaceRow *row)
{
  if (has_property (page, "waiting"))
    {
      g_signal_connect_object (page, "notify::waiting", G_CALLBACK (show_waiting), row, 0);
      show_waiting (page, NULL, row);
    }
}

/* Edges of a place's header ------------------------------------------------------------------- */

/* An icon alone has no name; its tooltip would tell the key as well. */
static void
name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_sidebar_button (GwWindow *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Places (F9)"));
  name_button (button, _ ("Places"));
  g_object_bind_property (self->flap, "reveal-flap", button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return button;
}

/* The menu lies in the sidebar; while that is away, a second one stands here. Where both are too
 * wide, searching leaves; it has a key as well. */
static GtkWidget *
new_end_edge (GwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *go_to = gtk_button_new_from_icon_name ("system-search-symbolic");
  GtkWidget *menu = gtk_menu_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (go_to), "win.go-to");
  gtk_widget_set_tooltip_text (go_to, _ ("Go to anything (Ctrl+K)"));
  name_button (go_to, _ ("Go to anything"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "open-menu-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu), make_menu, self, NULL);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (menu), TRUE);
  gtk_widget_set_tooltip_text (menu, _ ("Main menu (F10)"));
  name_button (menu, _ ("Main menu"));
  g_object_bind_property (self->flap, "reveal-flap", menu, "visible",
                          G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), go_to);
  gtk_box_append (GTK_BOX (box), squeezer);
  gtk_box_append (GTK_BOX (box), menu);
  return box;
}

static GtkWidget *
make_page (GwWindow *self, GwPlaceRow *row)
{
  const GwPlace *place = gw_place_row_get_place (row);
  GtkWidget *page = place->new_page (self->session);

  gtk_stack_add_named (self->places, page, place->name);
  if (place->set_edges != NULL)
    place->set_edges (page, new_sidebar_button (self), new_end_edge (self));
  follow_count (page, row);
  return page;
}

static void
on_waiting_changed (GListModel *waiting, guint position, guint removed, guint added,
                    GwPlaceRow *row)
{
  gw_place_row_set_waiting (row, g_list_model_get_n_items (waiting));
}

void
gw_window_follow_counts (GwWindow *self)
{
  GtkListBoxRow *row;

  g_clear_pointer (&self->counts, g_ptr_array_unref);
  self->counts = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    {
      const GwPlace *place = gw_place_row_get_place (GW_PLACE_ROW (row));
      g_autoptr (GwQuery) query = NULL;
      GwLiveList *waiting;

      gw_place_row_set_waiting (GW_PLACE_ROW (row), 0);
      if (place->new_waiting_query == NULL)
        continue;
      query = place->new_waiting_query ();
      waiting = gw_session_watch (self->session, query);
      g_signal_connect_object (waiting, "items-changed", G_CALLBACK (on_waiting_changed), row, 0);
      g_ptr_array_add (self->counts, waiting);
    }
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
gw_window_focus_place (GwWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->places);

  if (page != NULL && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
gw_window_forget_places (GwWindow *self)
{
  GtkWidget *page;

  follow_detail (self, NULL);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_stack_remove (self->places, page);
}

void
gw_window_open_item (GwWindow *self, GwItem *item)
{
  const GwPlace *place = gw_places_find_for (gw_item_get_record_type (item));

  if (place == NULL || self->session == NULL)
    return;
  gw_window_show_place (self, place->name);
  place->open_item (gtk_stack_get_child_by_name (self->places, place->name), item);
}

/* The place that is shown, or NULL. */
static const GwPlace *
get_place (GwWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->places);
  GwPlaceRow *row = name != NULL ? find_row (self, name) : NULL;

  return row != NULL ? gw_place_row_get_place (row) : NULL;
}

void
gw_window_start_record (GwWindow *self)
{
  const GwPlace *place = get_place (self);

  if (place != NULL && place->start_new != NULL)
    place->start_new (gtk_stack_get_visible_child (self->places));
}

void
gw_window_focus_search (GwWindow *self)
{
  const GwPlace *place = get_place (self);

  if (place != NULL && place->focus_search != NULL)
    place->focus_search (gtk_stack_get_visible_child (self->places));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", NULL);
}

const GwRecord *
gw_window_get_record (GwWindow *self)
{
  const GwPlace *place = get_place (self);

  if (place == NULL || place->get_record == NULL)
    return NULL;
  return place->get_record (gtk_stack_get_visible_child (self->places));
}

GwDay
gw_window_get_day (GwWindow *self, guint *out_n_days)
{
  guint n_places, n_days = 7;
  const GwPlace *places = gw_places_get (&n_places);
  GwDay day = gw_record_source_get_today (GW_RECORD_SOURCE (self->session));

  for (guint i = 0; i < n_places; i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->places, places[i].name);

      if (page != NULL && places[i].get_day != NULL)
        {
          day = places[i].get_day (page, &n_days);
          break;
        }
    }
  if (out_n_days != NULL)
    *out_n_days = n_days;
  return day;
}

void
gw_window_show_day (GwWindow *self, GwDay day)
{
  guint n_places;
  const GwPlace *places = gw_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    if (places[i].show_day != NULL)
      {
        gw_window_show_place (self, places[i].name);
        places[i].show_day (gtk_stack_get_visible_child (self->places), day);
        return;
      }
}
