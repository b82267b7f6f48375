/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling: the geometry's scroll and the two adjustments say the same. */
#include "config.h"

#include "gw-board-private.h"

#define EDGE 28
#define MOST_SCROLL 18

static void
on_value_changed (GtkAdjustment *adjustment, GwBoard *self)
{
  double *scroll = adjustment == self->scroll.adjustments[GTK_ORIENTATION_HORIZONTAL]
                       ? &self->geometry.scroll_x
                       : &self->geometry.scroll_y;

  if (self->scroll.adjusting)
    return;
  *scroll = gtk_adjustment_get_value (adjustment);
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gw_board_set_adjustment (GwBoard *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **mine = &self->scroll.adjustments[orientation];

  if (*mine == adjustment && adjustment != NULL)
    return;
  if (*mine != NULL)
    g_signal_handlers_disconnect_by_func (*mine, on_value_changed, self);
  g_clear_object (mine);
  *mine = g_object_ref_sink (adjustment != NULL ? adjustment
                                                : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect (*mine, "value-changed", G_CALLBACK (on_value_changed), self);
  gw_board_update_adjustments (self);
}

static void
configure (GtkAdjustment *adjustment, double value, double page, double content)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (content, page), page * 0.1, page * 0.9,
                              page);
}

void
gw_board_update_adjustments (GwBoard *self)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  double width, height;

  gw_board_geometry_clamp_scroll (&self->geometry);
  gw_board_geometry_get_content (&self->geometry, &width, &height);
  self->scroll.adjusting = TRUE;
  configure (self->scroll.adjustments[GTK_ORIENTATION_HORIZONTAL], self->geometry.scroll_x,
             body.width, width);
  configure (self->scroll.adjustments[GTK_ORIENTATION_VERTICAL], self->geometry.scroll_y,
             body.height, height);
  self->scroll.adjusting = FALSE;
}

gboolean
gw_board_scroll_by (GwBoard *self, double x, double y)
{
  double before_x = self->geometry.scroll_x, before_y = self->geometry.scroll_y;

  self->geometry.scroll_x += self->geometry.right_to_left ? -x : x;
  self->geometry.scroll_y += y;
  gw_board_update_adjustments (self);
  if (self->geometry.scroll_x == before_x && self->geometry.scroll_y == before_y)
    return FALSE;
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return TRUE;
}

void
gw_board_scroll_to (GwBoard *self, gint minute)
{
  gboolean had_focus;

  g_return_if_fail (GW_IS_BOARD (self));
  /* Before there is a size, it is remembered for the first one. */
  self->scroll.wanted_minute = minute;
  if (self->geometry.width <= 0)
    return;
  self->scroll.wanted_minute = -1;
  had_focus = gw_board_get_focus_stop (self) >= 0;
  self->geometry.scroll_x = (minute - self->geometry.axis_start) * self->geometry.zoom;
  gw_board_update_adjustments (self);
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (had_focus)
    gw_board_keep_keyboard (self);
}

static gint
get_scroll_speed (double at, double from, double until)
{
  if (at < from + EDGE)
    return -(gint) MIN (MOST_SCROLL, (from + EDGE - at) / 2 + 1);
  if (at > until - EDGE)
    return (gint) MIN (MOST_SCROLL, (at - until + EDGE) / 2 + 1);
  return 0;
}

gboolean
gw_board_scroll_at_edge (GwBoard *self, double x, double y)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  gint along = get_scroll_speed (x, body.x, body.x + body.width);
  gint down = get_scroll_speed (y, body.y, body.y + body.height);

  /* Over the lane the rows stay where they are. */
  if (y < body.y)
    down = 0;
  return (along != 0 || down != 0) && gw_board_scroll_by (self, along, down);
}
