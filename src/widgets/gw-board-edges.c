/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edges of the board: the names of the rows and of the lane, and the headings of the days. */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

/* The first of the open shifts. */
static void
focus_open (GwBoard *self)
{
  gint shown = gw_board_find_shown (self, GW_BOARD_ROW_OPEN);

  for (guint i = 0; i < self->layout.stops->len; i++)
    if (shown >= 0 && gw_board_get_stop (self, i)->shown == shown)
      {
        gw_board_focus_stop (self, (gint) i);
        return;
      }
}

static void
on_name_activated (GtkWidget *name, GwBoard *self)
{
  GHashTableIter iter;
  gpointer key, value;

  if (name == self->pool.lane_name)
    {
      self->layout.lane_open = !self->layout.lane_open;
      gw_board_relayout (self);
      return;
    }
  g_hash_table_iter_init (&iter, self->pool.names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == name)
      {
        gint row = GPOINTER_TO_INT (key);
        if (row == GW_BOARD_ROW_OPEN)
          focus_open (self);
        else if (row == GW_BOARD_FOLD)
          {
            self->layout.fold_open = !self->layout.fold_open;
            gw_board_relayout (self);
          }
        else if (self->geometry.view == GW_BOARD_VIEW_WEEK)
          gw_board_toggle_row (self, row);
        else
          gw_board_emit_row_activated (self, row);
        return;
      }
}

static void
describe_fold (GwBoard *self, GtkWidget *name)
{
  guint n = 0;

  for (guint row = 0; row < gw_board_week_get_n_rows (self->week); row++)
    if (!gw_board_week_works (self->week, row, self->geometry.day) &&
        !gw_board_week_get_row (self->week, row)->is_gone)
      n++;
  g_autofree char *title = g_strdup_printf (ngettext ("Not working (%u)", "Not working (%u)", n),
                                            n);
  gw_board_name_set_words (GW_BOARD_NAME (name),
                           self->layout.fold_open ? "pan-down-symbolic" : "pan-end-symbolic", title,
                           "");
}

static void
describe_open (GwBoard *self, GtkWidget *name)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;
  guint n = gw_board_week_count_open (self->week, in_day ? self->geometry.day : -1);
  g_autofree char *detail = g_strdup_printf (ngettext ("%u, nobody’s yet", "%u, nobody’s yet", n),
                                             n);

  gw_board_name_set_words (GW_BOARD_NAME (name), "gw-open-shift-symbolic",
                           gw_board_words_row (self->week, GW_BOARD_ROW_OPEN), detail);
}

static void
describe_row (GwBoard *self, GwBoardName *name, guint row)
{
  gboolean in_day = self->geometry.view == GW_BOARD_VIEW_DAY;

  gw_board_name_set_row (name, self->week, row,
                         in_day ? -1 : gw_board_is_opened (self, (gint) row));
  gw_board_name_show_face (name, self->source, gw_board_week_get_row (self->week, row)->record);
}

static GtkWidget *
ensure_name (GwBoard *self, gint row)
{
  GtkWidget *name = g_hash_table_lookup (self->pool.names, GINT_TO_POINTER (row));

  if (name == NULL)
    {
      name = gw_board_name_new ();
      g_signal_connect (name, "activated", G_CALLBACK (on_name_activated), self);
      gtk_widget_set_parent (name, GTK_WIDGET (self));
      g_hash_table_insert (self->pool.names, GINT_TO_POINTER (row), name);
    }
  if (row == GW_BOARD_FOLD)
    describe_fold (self, name);
  else if (row == GW_BOARD_ROW_OPEN)
    describe_open (self, name);
  else
    describe_row (self, GW_BOARD_NAME (name), (guint) row);
  gtk_widget_set_child_visible (name, TRUE);
  return name;
}

static void
sync_names (GwBoard *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);

  for (gint shown = 0; shown < (gint) self->layout.shown->len; shown++)
    {
      GwBoardBox box = gw_board_geometry_get_name_box (&self->geometry, shown);
      if (box.y + box.height >= body.y && box.y <= body.y + body.height)
        g_hash_table_add (wanted, ensure_name (self, gw_board_get_shown_row (self, shown)));
    }
  gw_board_hide_unwanted (self->pool.names, wanted);
}

static void
sync_lane_name (GwBoard *self)
{
  guint n = gw_board_week_get_numbers (self->week)->to_cover;
  g_autofree char *more = NULL;

  if (self->pool.lane_name == NULL)
    {
      self->pool.lane_name = gw_board_name_new ();
      gtk_widget_add_css_class (self->pool.lane_name, "lane-name");
      g_signal_connect (self->pool.lane_name, "activated", G_CALLBACK (on_name_activated), self);
      gtk_widget_set_parent (self->pool.lane_name, GTK_WIDGET (self));
    }
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    n = gw_board_week_get_cell (self->week, -1, self->geometry.day)->n_entries;
  if (self->layout.lane_hidden > 0)
    more = g_strdup_printf (ngettext ("%u · %u more", "%u · %u more", self->layout.lane_hidden), n,
                            self->layout.lane_hidden);
  else
    more = n > 0                                          ? g_strdup_printf ("%u", n)
           : gw_board_week_get_n_entries (self->week) > 0 ? g_strdup (_ ("All covered"))
                                                          : g_strdup (_ ("No visits yet"));
  gw_board_name_set_words (GW_BOARD_NAME (self->pool.lane_name),
                           n > 0 ? "gw-cover-symbolic" : "gw-fine-symbolic", _ ("To cover"), more);
}

static void
on_heading_clicked (GtkWidget *heading, GwBoard *self)
{
  guint day;

  if (g_ptr_array_find (self->pool.headings, heading, &day))
    gw_board_emit_day_activated (self, (gint) day);
}

/* Told when it is asked: setting a tooltip's text asks the display server where the pointer is. */
static gboolean
on_heading_tooltip (GtkWidget *heading, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip,
                    GwBoard *self)
{
  g_autofree char *full = NULL;
  guint day;

  if (self->week == NULL || !g_ptr_array_find (self->pool.headings, heading, &day))
    return FALSE;
  full = gw_day_format (gw_day_add (gw_board_week_get_first_day (self->week), (gint) day),
                        "%A %-d %B");
  gw_board_set_tooltip (tooltip, full);
  return TRUE;
}

static void
dress_heading (GwBoard *self, GtkWidget *heading, gint day)
{
  GwDay on = gw_day_add (gw_board_week_get_first_day (self->week), day);
  g_autofree char *text = gw_board_words_day (on);
  gboolean today = gw_board_week_get_today (self->week) == day;

  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (heading)), text) != 0)
    gtk_button_set_label (GTK_BUTTON (heading), text);
  if (today)
    gtk_widget_add_css_class (heading, "today");
  else
    gtk_widget_remove_css_class (heading, "today");
}

static void
sync_headings (GwBoard *self)
{
  guint n = self->geometry.view == GW_BOARD_VIEW_WEEK ? (guint) self->geometry.n_days : 0;

  while (self->pool.headings->len < n)
    {
      GtkWidget *heading = gtk_button_new ();
      gtk_widget_add_css_class (heading, "flat");
      gtk_widget_add_css_class (heading, "day-heading");
      gtk_widget_set_focusable (heading, FALSE);
      gtk_widget_set_has_tooltip (heading, TRUE);
      g_signal_connect (heading, "query-tooltip", G_CALLBACK (on_heading_tooltip), self);
      g_signal_connect (heading, "clicked", G_CALLBACK (on_heading_clicked), self);
      gtk_widget_set_parent (heading, GTK_WIDGET (self));
      g_ptr_array_add (self->pool.headings, heading);
    }
  for (guint i = 0; i < self->pool.headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->pool.headings, i);
      gtk_widget_set_child_visible (heading, i < n);
      if (i < n)
        dress_heading (self, heading, (gint) i);
    }
}

void
gw_board_sync_edges (GwBoard *self)
{
  sync_names (self);
  sync_lane_name (self);
  sync_headings (self);
}

static void
allocate_names (GwBoard *self)
{
  for (gint shown = 0; shown < (gint) self->layout.shown->len; shown++)
    {
      gint row = gw_board_get_shown_row (self, shown);
      GtkWidget *name = g_hash_table_lookup (self->pool.names, GINT_TO_POINTER (row));
      GwBoardBox box = gw_board_geometry_get_name_box (&self->geometry, shown);

      if (name == NULL || !gtk_widget_get_child_visible (name))
        continue;
      if (self->geometry.view == GW_BOARD_VIEW_WEEK)
        box.height = MIN (box.height, gw_board_px (self, GW_BOARD_ROW_HEIGHT));
      gw_board_allocate_child (name, box);
    }
  if (self->pool.lane_name != NULL)
    gw_board_allocate_child (self->pool.lane_name,
                             gw_board_geometry_get_name_box (&self->geometry, -1));
}

static void
allocate_headings (GwBoard *self)
{
  for (guint i = 0; i < self->pool.headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->pool.headings, i);
      GwBoardBox box;

      if (!gtk_widget_get_child_visible (heading))
        continue;
      box = gw_board_geometry_get_cell_box (&self->geometry, -1, (gint) i);
      box.x += 2;
      box.width -= 4;
      box.y = 1;
      box.height = self->geometry.axis_height - 2;
      gw_board_allocate_child (heading, box);
    }
}

void
gw_board_allocate_edges (GwBoard *self)
{
  allocate_names (self);
  allocate_headings (self);
}
