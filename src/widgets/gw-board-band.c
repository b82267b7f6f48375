/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A band that is drawn over free space chooses the visits it touches. It begins where the pointer was
 * pressed and stays there when the board scrolls under it.
 */
#include "config.h"

#include "gw-board-private.h"

static GwBoardBox
make_box (double x, double y, double other_x, double other_y)
{
  return (GwBoardBox){ MIN (x, other_x), MIN (y, other_y), ABS (other_x - x), ABS (other_y - y) };
}

/* The lane does not scroll down with the rows. */
static GwBoardBox
get_box (GwBoard *self)
{
  const GwBoardBand *band = &self->band;
  double x = self->geometry.scroll_x - band->scroll_x;
  double y = band->in_lane ? 0 : self->geometry.scroll_y - band->scroll_y;

  return make_box (band->from_x - (self->geometry.right_to_left ? -x : x), band->from_y - y,
                   band->to_x, band->to_y);
}

static gboolean
do_boxes_meet (const GwBoardBox *one, const GwBoardBox *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}

/* What of a card can be seen. */
static GwBoardBox
crop (GwBoard *self, const GwBoardStop *stop)
{
  GwBoardBox box = gw_board_get_stop_box (self, stop);
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox bounds = stop->shown < 0 ? gw_board_geometry_get_row_box (&self->geometry, -1) : body;
  double right = MIN (box.x + box.width, bounds.x + bounds.width);
  double bottom = MIN (box.y + box.height, bounds.y + bounds.height);

  box.x = MAX (box.x, bounds.x);
  box.y = MAX (box.y, bounds.y);
  box.width = MAX (right - box.x, 0);
  box.height = MAX (bottom - box.y, 0);
  return box;
}

static void
choose (GwBoard *self)
{
  g_autoptr (GHashTable) keys = gw_board_new_keys ();
  GwBoardBox band = get_box (self);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->band.before);
  while (self->band.is_adding && g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (keys, g_memdup2 (key, sizeof (GwBoardKey)));
  for (guint i = 0; i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GwBoardBox box = crop (self, stop);

      if (stop->entry < 0 || box.width <= 0 || box.height <= 0 || !do_boxes_meet (&band, &box))
        continue;
      const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) stop->entry);
      GwBoardKey chosen = { entry->visit_id, entry->colleague };
      g_hash_table_add (keys, g_memdup2 (&chosen, sizeof chosen));
    }
  gw_board_set_selection (self, keys);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GwBoard *self = GW_BOARD (widget);

  if (gw_board_scroll_at_edge (self, self->band.to_x, self->band.to_y))
    choose (self);
  return G_SOURCE_CONTINUE;
}

/* Escape is for whoever has the focus, so the board takes it without moving anything. */
static void
take_focus (GwBoard *self)
{
  for (guint i = 0; gw_board_get_focus_stop (self) < 0 && i < self->layout.stops->len; i++)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, i);
      GtkWidget *child = stop->entry >= 0 ? gw_board_find_card (self, stop->entry)
                                          : gw_board_find_cell (self, stop);
      if (child != NULL && gtk_widget_get_child_visible (child))
        gtk_widget_grab_focus (child);
    }
}

gboolean
gw_board_band_begin (GwBoard *self, double x, double y, gboolean is_adding)
{
  GwBoardSpot spot = gw_board_geometry_pick (&self->geometry, x, y);

  if (self->week == NULL ||
      (spot.region != GW_BOARD_REGION_LANE && spot.region != GW_BOARD_REGION_ROWS))
    return FALSE;
  take_focus (self);
  self->band.before = gw_board_dup_selected_keys (self);
  self->band.is_adding = is_adding;
  self->band.in_lane = spot.region == GW_BOARD_REGION_LANE;
  self->band.from_x = self->band.to_x = x;
  self->band.from_y = self->band.to_y = y;
  self->band.scroll_x = self->geometry.scroll_x;
  self->band.scroll_y = self->geometry.scroll_y;
  self->band.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  return TRUE;
}

gboolean
gw_board_band_is_active (GwBoard *self)
{
  return self->band.tick != 0;
}

void
gw_board_band_move (GwBoard *self, double x, double y)
{
  self->band.to_x = x;
  self->band.to_y = y;
  choose (self);
}

void
gw_board_band_end (GwBoard *self)
{
  if (self->band.tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->band.tick);
  self->band.tick = 0;
  g_clear_pointer (&self->band.before, g_hash_table_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gw_board_band_give_up (GwBoard *self)
{
  g_autoptr (GHashTable) before = NULL;

  if (self->band.tick == 0)
    return;
  before = g_hash_table_ref (self->band.before);
  gw_board_band_end (self);
  gw_board_set_selection (self, before);
}

void
gw_board_band_draw (GwBoard *self, GtkSnapshot *snapshot)
{
  GwBoardBox box;
  GdkRGBA wash = self->colors.accent;
  GskRoundedRect outline;

  if (self->band.tick == 0)
    return;
  box = get_box (self);
  wash.alpha *= 0.12f;
  gw_board_paint_box (snapshot, &box, 3, &wash);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height), 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ self->colors.accent, self->colors.accent,
                                            self->colors.accent, self->colors.accent });
}
