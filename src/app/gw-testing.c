/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are on the screen, as JSON, for tests. */
#include "config.h"

#include "gw-testing.h"

#include "gw-board.h"
#include "gw-rota-page.h"

#include <adwaita.h>

typedef struct
{
  GString *json;
  GtkWidget *root;
  double origin_x;
  double origin_y;
  gboolean is_off; /* what is told of now takes no clicks */
} Dump;

gboolean
gw_testing_is_on (void)
{
  return g_strcmp0 (g_getenv ("GOOD_WEEK_TESTING"), "1") == 0;
}

static void
append_string (GString *json, const char *key, const char *text)
{
  g_string_append_printf (json, "\"%s\":\"", key);
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *c);
    else
      g_string_append_c (json, *c);
  g_string_append (json, "\",");
}

static void
append_item (const char *kind, const char *id, const char *name, const graphene_rect_t *box,
             gpointer user_data)
{
  Dump *dump = user_data;

  if (dump->json->len > 1)
    g_string_append_c (dump->json, ',');
  g_string_append (dump->json, "\n{");
  append_string (dump->json, "kind", kind);
  append_string (dump->json, "id", id);
  append_string (dump->json, "name", name != NULL ? name : "");
  g_string_append_printf (dump->json, "\"sensitive\":%s,", dump->is_off ? "false" : "true");
  g_string_append_printf (dump->json, "\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}",
                          (int) (box->origin.x + dump->origin_x),
                          (int) (box->origin.y + dump->origin_y), (int) box->size.width,
                          (int) box->size.height);
}

static const char *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *label = find_label (child);

      if (label != NULL && *label != '\0')
        return label;
    }
  return NULL;
}

static const char *
get_name (GtkWidget *widget)
{
  const char *name = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget))
    name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (name == NULL || *name == '\0')
    name = find_label (widget);
  if (name == NULL || *name == '\0')
    name = gtk_widget_get_tooltip_text (widget);
  return name;
}

static const char *
get_kind (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    return "button";
  if (GTK_IS_SWITCH (widget))
    return "switch";
  if (GTK_IS_LIST_BOX_ROW (widget))
    return "row";
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    return "entry";
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") ||
      g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return "row";
  if (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget))
    return "label";
  return NULL;
}

static void dump_widget (Dump *dump, GtkWidget *widget);

/* A popover is a surface of its own, placed relative to the one that it belongs to. */
static void
dump_popover (const Dump *parent, GtkWidget *popover)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (popover));
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (gtk_widget_get_parent (popover)));
  double inside_x, inside_y, outside_x, outside_y;
  Dump dump = *parent;

  if (!gtk_widget_get_mapped (popover) || !GDK_IS_POPUP (surface) || native != parent->root)
    return;
  gtk_native_get_surface_transform (GTK_NATIVE (popover), &inside_x, &inside_y);
  gtk_native_get_surface_transform (GTK_NATIVE (native), &outside_x, &outside_y);
  dump.root = popover;
  dump.origin_x += gdk_popup_get_position_x (GDK_POPUP (surface)) + inside_x - outside_x;
  dump.origin_y += gdk_popup_get_position_y (GDK_POPUP (surface)) + inside_y - outside_y;
  for (GtkWidget *child = gtk_widget_get_first_child (popover); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dump_widget (&dump, child);
}

static void
dump_widget (Dump *dump, GtkWidget *widget)
{
  const char *kind = get_kind (widget);
  graphene_rect_t box;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  dump->is_off = !gtk_widget_is_sensitive (widget);
  if (GW_IS_ROTA_PAGE (widget) && gw_rota_page_can_plan (GW_ROTA_PAGE (widget)) &&
      gtk_widget_compute_bounds (widget, dump->root, &box))
    append_item ("ready", "", "", &box, dump);
  if (GW_IS_BOARD (widget))
    {
      gw_board_append_geometry (GW_BOARD (widget), append_item, dump);
      return;
    }
  if (kind != NULL && gtk_widget_compute_bounds (widget, dump->root, &box))
    append_item (kind, gtk_widget_get_name (widget), get_name (widget), &box, dump);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      dump_popover (dump, child);
    else if (!GTK_IS_NATIVE (child))
      dump_widget (dump, child);
}

static void
dump_window (GString *json, GtkWindow *window)
{
  Dump dump = { json, GTK_WIDGET (window), 0, 0, FALSE };
  double inside_x, inside_y;
  int x, y;
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (dump.root),
                                            (float) gtk_widget_get_height (dump.root));

  if (!gtk_widget_get_mapped (dump.root))
    return;
  gw_testing_get_origin (window, &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &inside_x, &inside_y);
  dump.origin_x = x + inside_x;
  dump.origin_y = y + inside_y;
  append_item ("window", "", gtk_window_get_title (window), &box, &dump);
  if (gtk_window_is_active (window))
    append_item ("active", "", gtk_window_get_title (window), &box, &dump);
  dump_widget (&dump, dump.root);
}

void
gw_testing_prepare (void)
{
  const char *scale = g_getenv ("GW_TEXT_SCALE");
  GtkSettings *settings = gtk_settings_get_default ();

  if (!gw_testing_is_on ())
    return;
  if (g_getenv ("GW_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (scale != NULL && settings != NULL)
    g_object_set (settings, "gtk-xft-dpi", (gint) (96 * 1024 * g_ascii_strtod (scale, NULL)), NULL);
}

gboolean
gw_testing_write_geometry (const char *path, GError **error)
{
  g_autoptr (GString) json = g_string_new ("[");
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (windows, i);

      dump_window (json, toplevel);
    }
  g_string_append (json, "\n]\n");
  return g_file_set_contents (path, json->str, (gssize) json->len, error);
}
