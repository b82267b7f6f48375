/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing: what lies under the cards (grid, today, absences, travel, breaks, free time, the lines
 * between two colleagues of one visit, now), then the cards, each region within its own bounds.
 */
#include "config.h"

#include "gw-board-draw-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

void
gw_board_push_clip (GtkSnapshot *snapshot, const GwBoardBox *box)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) box->x, (float) box->y,
                                                         (float) box->width, (float) box->height));
}

void
gw_board_draw_line (GtkSnapshot *snapshot, double x, double y, double width, double height,
                    const GdkRGBA *color)
{
  gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

gboolean
gw_board_draw_words (GwBoard *self, GtkSnapshot *snapshot, const char *words, const GwBoardBox *box,
                     const GdkRGBA *color)
{
  PangoLayout *layout = gw_board_pictures_find_words (self->pool.pictures, GTK_WIDGET (self), words,
                                                      0.74, PANGO_WEIGHT_NORMAL, -1);
  gint width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > box->width)
    return FALSE;
  gw_board_paint_layout (snapshot, layout, box->x + (box->width - width) / 2,
                         box->y + (box->height - height) / 2, color);
  return TRUE;
}

gboolean
gw_board_row_is_visible (GwBoard *self, gint shown)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox row = gw_board_geometry_get_row_box (&self->geometry, shown);

  return row.y + row.height >= body.y && row.y <= body.y + body.height;
}

static void
draw_row_lines (GwBoard *self, GtkSnapshot *snapshot)
{
  for (gint shown = 0; shown < (gint) self->layout.shown->len; shown++)
    {
      GwBoardBox row = gw_board_geometry_get_row_box (&self->geometry, shown);
      if (gw_board_row_is_visible (self, shown))
        gw_board_draw_line (snapshot, 0, row.y + row.height - 1, self->geometry.width, 1,
                            &self->colors.line);
    }
}

static void
draw_columns (GwBoard *self, GtkSnapshot *snapshot, double top, double bottom)
{
  gint today = gw_board_week_get_today (self->week);

  for (gint day = 0; day < self->geometry.n_days; day++)
    {
      GwBoardBox cell = gw_board_geometry_get_cell_box (&self->geometry, -1, day);
      double edge = self->geometry.right_to_left ? cell.x + cell.width - 1 : cell.x;
      if (day == today)
        gw_board_draw_line (snapshot, cell.x, top, cell.width, bottom - top, &self->colors.shade);
      gw_board_draw_line (snapshot, edge, top, 1, bottom - top, &self->colors.line);
    }
}

static void
draw_hours (GwBoard *self, GtkSnapshot *snapshot, double top, double bottom)
{
  for (gint minute = (self->geometry.axis_start + 59) / 60 * 60; minute <= self->geometry.axis_end;
       minute += 60)
    gw_board_draw_line (snapshot, gw_board_geometry_get_x (&self->geometry, minute), top, 1,
                        bottom - top, &self->colors.line);
}

static void
draw_hour_names (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox axis = gw_board_geometry_get_body (&self->geometry);

  axis.y = 0;
  axis.height = self->geometry.axis_height;
  gw_board_push_clip (snapshot, &axis);
  for (gint minute = (self->geometry.axis_start + 59) / 60 * 60; minute <= self->geometry.axis_end;
       minute += 60)
    {
      double x = gw_board_geometry_get_x (&self->geometry, minute);
      g_autofree char *words = gw_minute_to_text (GW_MINUTE (minute));
      GwBoardBox box = { x - 48, 0, 96, self->geometry.axis_height };
      if (x >= axis.x - 24 && x <= axis.x + axis.width + 24)
        gw_board_draw_words (self, snapshot, words, &box, &self->colors.dim);
    }
  gtk_snapshot_pop (snapshot);
}

static void
draw_now (GwBoard *self, GtkSnapshot *snapshot)
{
  gint today = gw_board_week_get_today (self->week);
  double x = gw_board_geometry_get_x (&self->geometry, gw_board_week_get_now (self->week));
  GwBoardBox knob = { x - 3, self->geometry.axis_height - 3, 7, 7 };

  if (self->geometry.view != GW_BOARD_VIEW_DAY || today != self->geometry.day || today < 0)
    return;
  gw_board_draw_line (snapshot, x, self->geometry.axis_height, 1, self->geometry.height,
                      &self->colors.cannot);
  gw_board_paint_box (snapshot, &knob, 3, &self->colors.cannot);
}

/* Double-ups: one line down from a colleague's card to the other's. */
static void
draw_twins (GwBoard *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      const GwBoardEntry *entry;
      GwBoardBox from, to;
      gint other;

      if (stop->entry < 0)
        continue;
      entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
      if (entry->twin <= stop->entry)
        continue;
      other = gw_board_find_stop (self, entry->twin);
      if (other < 0)
        continue;
      from = gw_board_get_stop_box (self, stop);
      to = gw_board_get_stop_box (self, gw_board_get_stop (self, (guint) other));
      if (from.y > to.y)
        {
          GwBoardBox swap = from;
          from = to;
          to = swap;
        }
      gw_board_draw_line (snapshot, from.x + 8, from.y + from.height - 2, 2,
                          MAX (to.y - from.y - from.height + 4, 0), &self->colors.accent);
    }
}

static void
snapshot_cards (GwBoard *self, GtkSnapshot *snapshot, gboolean in_lane)
{
  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GtkWidget *card;

      if (stop->entry < 0 || (stop->shown < 0) != in_lane)
        continue;
      card = gw_board_find_card (self, stop->entry);
      if (card != NULL && gtk_widget_get_child_visible (card))
        gtk_widget_snapshot_child (GTK_WIDGET (self), card, snapshot);
    }
}

static void
snapshot_table (GwBoard *self, GHashTable *table, GtkSnapshot *snapshot)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    if (gtk_widget_get_child_visible (child))
      gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
}

static void
draw_target_cell (GwBoard *self, GtkSnapshot *snapshot)
{
  const GwBoardVerdict *verdict = gw_board_get_priced (self, self->held.shown);
  const GdkRGBA *color = &self->colors.accent;
  GwBoardBox box;
  GskRoundedRect outline;

  if (!self->held.active || self->geometry.view != GW_BOARD_VIEW_WEEK || self->held.day < 0)
    return;
  if (verdict != NULL && verdict->severity == GW_BOARD_CANNOT)
    color = &self->colors.cannot;
  box = gw_board_geometry_get_cell_box (&self->geometry, self->held.shown, self->held.day);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) box.x + 1, (float) box.y + 1,
                                                        (float) box.width - 2,
                                                        (float) box.height - 2),
                                   6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
draw_body (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  double bottom = body.y + body.height;

  gw_board_push_clip (snapshot, &body);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    {
      draw_hours (self, snapshot, body.y, bottom);
      gw_board_draw_day_rows (self, snapshot);
    }
  else
    draw_columns (self, snapshot, body.y, bottom);
  snapshot_table (self, self->pool.cells, snapshot);
  draw_row_lines (self, snapshot);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    draw_twins (self, snapshot);
  snapshot_cards (self, snapshot, FALSE);
  if (self->held.shown >= 0)
    draw_target_cell (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* "+3" where a day has more to cover than the lane has lines. */
static void
draw_lane_more (GwBoard *self, GtkSnapshot *snapshot)
{
  for (gint day = 0; day < self->geometry.n_days; day++)
    {
      const GwBoardCell *cell = gw_board_week_get_cell (self->week, -1, day);
      GwBoardBox box = gw_board_geometry_get_cell_box (&self->geometry, -1, day);
      guint shown = 0;
      g_autofree char *words = NULL;

      for (guint i = 0; i < self->layout.stops->len && gw_board_get_stop (self, i)->shown < 0; i++)
        shown += gw_board_get_stop (self, i)->day == day;
      if (shown >= cell->n_entries)
        continue;
      words = g_strdup_printf (_ ("+%u more"), cell->n_entries - shown);
      box.y += box.height - gw_board_px (self, 25);
      box.height = gw_board_px (self, 22);
      gw_board_draw_words (self, snapshot, words, &box, &self->colors.dim);
    }
}

static void
draw_lane (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  double top = self->geometry.axis_height, bottom = body.y;
  GwBoardBox lane = { body.x, top, body.width, bottom - top };

  gw_board_push_clip (snapshot, &lane);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    draw_hours (self, snapshot, top, bottom);
  else
    {
      draw_columns (self, snapshot, top, bottom);
      draw_lane_more (self, snapshot);
    }
  snapshot_cards (self, snapshot, TRUE);
  if (self->held.shown < 0)
    draw_target_cell (self, snapshot);
  gtk_snapshot_pop (snapshot);
  gw_board_draw_line (snapshot, 0, top - 1, self->geometry.width, 1, &self->colors.line);
  gw_board_draw_line (snapshot, 0, bottom - 1, self->geometry.width, 1, &self->colors.hatch);
}

static void
draw_names (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox names = gw_board_geometry_get_name_box (&self->geometry, -1);

  gtk_widget_snapshot_child (GTK_WIDGET (self), self->pool.lane_name, snapshot);
  names.y = body.y;
  names.height = body.height;
  gw_board_push_clip (snapshot, &names);
  snapshot_table (self, self->pool.names, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Which day it is, where the axis begins: the header has no room for it in a narrow window. */
static void
draw_day_name (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox corner = gw_board_geometry_get_name_box (&self->geometry, -1);
  GwDay day = gw_day_add (gw_board_week_get_first_day (self->week), self->geometry.day);
  g_autofree char *words = gw_board_words_day (day);

  corner.y = 0;
  corner.height = self->geometry.axis_height;
  gw_board_draw_words (self, snapshot, words, &corner, &self->colors.dim);
}

static void
draw_axis (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox axis = gw_board_geometry_get_body (&self->geometry);

  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    {
      draw_hour_names (self, snapshot);
      draw_day_name (self, snapshot);
      return;
    }
  axis.y = 0;
  axis.height = self->geometry.axis_height;
  gw_board_push_clip (snapshot, &axis);
  for (guint i = 0; i < self->pool.headings->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (self->pool.headings, i)))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->pool.headings, i),
                                 snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_above (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox bounds = gw_board_geometry_get_body (&self->geometry);

  bounds.height += bounds.y;
  bounds.y = 0;
  gw_board_push_clip (snapshot, &bounds);
  draw_now (self, snapshot);
  gw_board_band_draw (self, snapshot);
  if (gw_board_get_ghost (self) != NULL && gtk_widget_get_child_visible (gw_board_get_ghost (self)))
    gtk_widget_snapshot_child (GTK_WIDGET (self), gw_board_get_ghost (self), snapshot);
  for (guint i = 0; i < self->pool.pills->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (self->pool.pills, i)))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->pool.pills, i),
                                 snapshot);
  gtk_snapshot_pop (snapshot);
}

void
gw_board_draw (GwBoard *self, GtkSnapshot *snapshot)
{
  if (self->week == NULL || self->pool.lane_name == NULL)
    return;
  gw_board_colors_look_up (&self->colors, GTK_WIDGET (self));
  draw_body (self, snapshot);
  draw_lane (self, snapshot);
  draw_names (self, snapshot);
  draw_axis (self, snapshot);
  draw_above (self, snapshot);
}
