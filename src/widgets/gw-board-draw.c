/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing: what lies under the cards (grid, today, absences, travel, breaks, free time, the lines
 * between two colleagues of one visit, now), then the cards, each region within its own bounds.
 */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

#define HATCH_WORDS_FROM 24
#define BREAK_ICON 14
#define BAR_TOP 10

static void
push_clip (GtkSnapshot *snapshot, const GwBoardBox *box)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) box->x, (float) box->y,
                                                         (float) box->width, (float) box->height));
}

static void
draw_line (GtkSnapshot *snapshot, double x, double y, double width, double height,
           const GdkRGBA *color)
{
  gtk_snapshot_append_color (
      snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* FALSE, and nothing is drawn, where they do not fit. */
static gboolean
draw_words (GwBoard *self, GtkSnapshot *snapshot, const char *words, const GwBoardBox *box,
            const GdkRGBA *color)
{
  PangoLayout *layout = gw_board_pictures_find_words (self->pictures, GTK_WIDGET (self), words,
                                                      0.74, PANGO_WEIGHT_NORMAL, -1);
  gint width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > box->width)
    return FALSE;
  gw_board_paint_layout (snapshot, layout, box->x + (box->width - width) / 2,
                         box->y + (box->height - height) / 2, color);
  return TRUE;
}

static void
draw_travel (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  gboolean tight = segment->kind == GW_BOARD_SEGMENT_TIGHT;
  const GdkRGBA *color = tight ? &self->colors.warning : &self->colors.hatch;
  GwBoardBox bar = { box.x, box.y + box.height / 2 - 4, box.width, 8 };
  GwBoardBox words = { box.x, bar.y - gw_board_px (self, 14), box.width, gw_board_px (self, 14) };
  g_autofree char *minutes = g_strdup_printf ("%d", segment->end - segment->start);

  gw_board_pictures_paint_hatch (self->pictures, snapshot, GTK_WIDGET (self), &bar, 5, color);
  if (box.width >= HATCH_WORDS_FROM)
    draw_words (self, snapshot, minutes, &words, tight ? &self->colors.warning : &self->colors.dim);
}

static void
draw_free (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  g_autofree char *words = g_strdup_printf (_ ("free %d"), segment->end - segment->start);
  g_autofree char *minutes = g_strdup_printf ("%d", segment->end - segment->start);

  box.x += 3;
  box.width -= 6;
  box.y += BAR_TOP;
  box.height -= 2 * BAR_TOP;
  gw_board_paint_dotted (snapshot, &box, &self->colors.hatch);
  if (!draw_words (self, snapshot, words, &box, &self->colors.dim))
    draw_words (self, snapshot, minutes, &box, &self->colors.dim);
}

/* Its minutes stand beside the cup where there is room. */
static void
draw_break (GwBoard *self, GtkSnapshot *snapshot, const GwBoardSegment *segment, GwBoardBox box)
{
  g_autofree char *minutes = g_strdup_printf ("%d", segment->end - segment->start);
  GwBoardBox words = { box.x + BREAK_ICON, box.y, box.width - BREAK_ICON, box.height };

  if (box.width < BREAK_ICON)
    return;
  if (self->geometry.right_to_left)
    words.x = box.x;
  if (draw_words (self, snapshot, minutes, &words, &self->colors.dim))
    {
      box.x += self->geometry.right_to_left ? box.width / 2 : 0;
      box.width /= 2;
    }
  gw_board_paint_icon (snapshot, GTK_WIDGET (self), "gw-break-symbolic",
                       box.x + (box.width - BREAK_ICON) / 2, box.y + (box.height - BREAK_ICON) / 2,
                       BREAK_ICON, &self->colors.dim);
}

static void
draw_team (GwBoard *self, GtkSnapshot *snapshot, GwBoardBox box)
{
  GdkRGBA wash = self->colors.team;
  GwBoardBox inner = { box.x + 1, box.y + 4, box.width - 2, box.height - 8 };

  wash.alpha *= 0.2f;
  gw_board_paint_box (snapshot, &inner, 6, &wash);
  draw_words (self, snapshot, _ ("Team"), &inner, &self->colors.team);
}

static void
draw_segment (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardSegment *segment)
{
  GwBoardBox box = gw_board_geometry_get_span_box (&self->geometry, shown, segment->start,
                                                   segment->end);

  switch (segment->kind)
    {
    case GW_BOARD_SEGMENT_TRAVEL:
    case GW_BOARD_SEGMENT_TIGHT:
      draw_travel (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_FREE:
      draw_free (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_BREAK:
      draw_break (self, snapshot, segment, box);
      break;
    case GW_BOARD_SEGMENT_TEAM:
      draw_team (self, snapshot, box);
      break;
    case GW_BOARD_SEGMENT_VISIT:
    case GW_BOARD_SEGMENT_WELLBEING:
    default:
      break;
    }
}

/* Shifts as bands, where their colleague is there; what lies outside of them is paler. */
static void
draw_shift (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardCell *cell,
            const GwBoardShift *shift)
{
  GwBoardStretch parts[2];
  guint n = gw_board_cell_list_present (cell, shift->start, shift->end, parts);

  for (guint i = 0; i < n; i++)
    {
      GwBoardBox box = gw_board_geometry_get_span_box (&self->geometry, shown, parts[i].start,
                                                       parts[i].end);
      box.y += 2;
      box.height -= 4;
      gw_board_paint_box (snapshot, &box, 8, &self->colors.shade);
    }
}

static void
draw_shifts (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardCell *cell)
{
  for (guint i = 0; i < cell->n_shifts; i++)
    draw_shift (self, snapshot, shown, cell,
                gw_board_week_get_shift (self->week, cell->first_shift + i));
}

static void
draw_absence (GwBoard *self, GtkSnapshot *snapshot, gint shown, const GwBoardCell *cell)
{
  g_autofree char *words = NULL;
  GwBoardBox box;

  if (cell->absence == 0)
    return;
  words = gw_board_words_shift (cell);
  box = gw_board_geometry_get_span_box (&self->geometry, shown,
                                        MAX (cell->absence_start, self->geometry.axis_start),
                                        MIN (cell->absence_end, self->geometry.axis_end));
  gw_board_pictures_paint_hatch (self->pictures, snapshot, GTK_WIDGET (self), &box, 9,
                                 &self->colors.line);
  box.x = gw_board_geometry_get_body (&self->geometry).x;
  box.width = 120;
  if (words != NULL)
    draw_words (self, snapshot, words, &box, &self->colors.dim);
}

static gboolean
row_is_visible (GwBoard *self, gint shown)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox row = gw_board_geometry_get_row_box (&self->geometry, shown);

  return row.y + row.height >= body.y && row.y <= body.y + body.height;
}

static void
draw_day_rows (GwBoard *self, GtkSnapshot *snapshot)
{
  for (gint shown = 0; shown < (gint) self->shown->len; shown++)
    {
      gint row = gw_board_get_shown_row (self, shown);
      const GwBoardCell *cell;

      if (row < 0 || !row_is_visible (self, shown))
        continue;
      cell = gw_board_week_get_cell (self->week, row, self->geometry.day);
      draw_shifts (self, snapshot, shown, cell);
      draw_absence (self, snapshot, shown, cell);
      for (guint i = 0; i < cell->n_segments; i++)
        draw_segment (self, snapshot, shown,
                      gw_board_week_get_segment (self->week, cell->first_segment + i));
    }
}

static void
draw_row_lines (GwBoard *self, GtkSnapshot *snapshot)
{
  for (gint shown = 0; shown < (gint) self->shown->len; shown++)
    {
      GwBoardBox row = gw_board_geometry_get_row_box (&self->geometry, shown);
      if (row_is_visible (self, shown))
        draw_line (snapshot, 0, row.y + row.height - 1, self->geometry.width, 1,
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
        draw_line (snapshot, cell.x, top, cell.width, bottom - top, &self->colors.shade);
      draw_line (snapshot, edge, top, 1, bottom - top, &self->colors.line);
    }
}

static void
draw_hours (GwBoard *self, GtkSnapshot *snapshot, double top, double bottom)
{
  for (gint minute = (self->geometry.axis_start + 59) / 60 * 60; minute <= self->geometry.axis_end;
       minute += 60)
    draw_line (snapshot, gw_board_geometry_get_x (&self->geometry, minute), top, 1, bottom - top,
               &self->colors.line);
}

static void
draw_hour_names (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox axis = gw_board_geometry_get_body (&self->geometry);

  axis.y = 0;
  axis.height = self->geometry.axis_height;
  push_clip (snapshot, &axis);
  for (gint minute = (self->geometry.axis_start + 59) / 60 * 60; minute <= self->geometry.axis_end;
       minute += 60)
    {
      double x = gw_board_geometry_get_x (&self->geometry, minute);
      g_autofree char *words = gw_minute_to_text (GW_MINUTE (minute));
      GwBoardBox box = { x - 48, 0, 96, self->geometry.axis_height };
      if (x >= axis.x - 24 && x <= axis.x + axis.width + 24)
        draw_words (self, snapshot, words, &box, &self->colors.dim);
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
  draw_line (snapshot, x, self->geometry.axis_height, 1, self->geometry.height,
             &self->colors.cannot);
  gw_board_paint_box (snapshot, &knob, 3, &self->colors.cannot);
}

/* Double-ups: one line down from a colleague's card to the other's. */
static void
draw_twins (GwBoard *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->stops->len; i++)
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
      draw_line (snapshot, from.x + 8, from.y + from.height - 2, 2,
                 MAX (to.y - from.y - from.height + 4, 0), &self->colors.accent);
    }
}

static void
snapshot_cards (GwBoard *self, GtkSnapshot *snapshot, gboolean in_lane)
{
  for (guint i = 0; i < self->stops->len; i++)
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

  push_clip (snapshot, &body);
  if (self->geometry.view == GW_BOARD_VIEW_DAY)
    {
      draw_hours (self, snapshot, body.y, bottom);
      draw_day_rows (self, snapshot);
    }
  else
    draw_columns (self, snapshot, body.y, bottom);
  snapshot_table (self, self->cells, snapshot);
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

      for (guint i = 0; i < self->stops->len && gw_board_get_stop (self, i)->shown < 0; i++)
        shown += gw_board_get_stop (self, i)->day == day;
      if (shown >= cell->n_entries)
        continue;
      words = g_strdup_printf (_ ("+%u more"), cell->n_entries - shown);
      box.y += box.height - gw_board_px (self, 25);
      box.height = gw_board_px (self, 22);
      draw_words (self, snapshot, words, &box, &self->colors.dim);
    }
}

static void
draw_lane (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  double top = self->geometry.axis_height, bottom = body.y;
  GwBoardBox lane = { body.x, top, body.width, bottom - top };

  push_clip (snapshot, &lane);
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
  draw_line (snapshot, 0, top - 1, self->geometry.width, 1, &self->colors.line);
  draw_line (snapshot, 0, bottom - 1, self->geometry.width, 1, &self->colors.hatch);
}

static void
draw_names (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox names = gw_board_geometry_get_name_box (&self->geometry, -1);

  gtk_widget_snapshot_child (GTK_WIDGET (self), self->lane_name, snapshot);
  names.y = body.y;
  names.height = body.height;
  push_clip (snapshot, &names);
  snapshot_table (self, self->names, snapshot);
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
  draw_words (self, snapshot, words, &corner, &self->colors.dim);
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
  push_clip (snapshot, &axis);
  for (guint i = 0; i < self->headings->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (self->headings, i)))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->headings, i),
                                 snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_above (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox bounds = gw_board_geometry_get_body (&self->geometry);

  bounds.height += bounds.y;
  bounds.y = 0;
  push_clip (snapshot, &bounds);
  draw_now (self, snapshot);
  gw_board_band_draw (self, snapshot);
  if (gw_board_get_ghost (self) != NULL && gtk_widget_get_child_visible (gw_board_get_ghost (self)))
    gtk_widget_snapshot_child (GTK_WIDGET (self), gw_board_get_ghost (self), snapshot);
  for (guint i = 0; i < self->pills->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (self->pills, i)))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->pills, i), snapshot);
  gtk_snapshot_pop (snapshot);
}

void
gw_board_draw (GwBoard *self, GtkSnapshot *snapshot)
{
  if (self->week == NULL || self->lane_name == NULL)
    return;
  gw_board_colors_look_up (&self->colors, GTK_WIDGET (self));
  draw_body (self, snapshot);
  draw_lane (self, snapshot);
  draw_names (self, snapshot);
  draw_axis (self, snapshot);
  draw_above (self, snapshot);
}
