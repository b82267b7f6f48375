/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is asked about: what lies under a point, or has the focus. The board does not know what can be
 * done with it; who shows the board makes the menu.
 */
#include "config.h"

#include "gw-board-private.h"

static GdkRectangle
to_rectangle (const GwBoardBox *box)
{
  return (GdkRectangle){ (gint) box->x, (gint) box->y, (gint) box->width, (gint) box->height };
}

static GwBoardSubject
describe_stop (GwBoard *self, const GwBoardStop *stop)
{
  GwBoardBox box = gw_board_get_stop_box (self, stop);

  return (GwBoardSubject){
    .entry = stop->entry,
    .row = stop->shown >= 0 ? gw_board_get_shown_row (self, stop->shown) : -1,
    .day = stop->day,
    .shift = stop->shift,
    .box = to_rectangle (&box),
  };
}

/* A name stands for its row: in a week for all its days, in a day for that day. */
static gboolean
describe_name (GwBoard *self, const GwBoardSpot *spot, GwBoardSubject *subject)
{
  gint row = spot->row >= 0 ? gw_board_get_shown_row (self, spot->row) : -1;

  if (spot->row >= 0 ? row == GW_BOARD_FOLD : spot->region != GW_BOARD_REGION_LANE_NAME)
    return FALSE;
  subject->row = row;
  subject->day = self->geometry.view == GW_BOARD_VIEW_DAY ? self->geometry.day : -1;
  return TRUE;
}

gboolean
gw_board_find_subject (GwBoard *self, double x, double y, GwBoardSubject *subject)
{
  GwBoardSpot spot = gw_board_geometry_pick (&self->geometry, x, y);
  gint stop = gw_board_pick_stop (self, x, y);

  *subject = (GwBoardSubject){ .entry = -1, .row = -1, .day = spot.day, .shift = -1 };
  if (stop >= 0)
    *subject = describe_stop (self, gw_board_get_stop (self, (guint) stop));
  else if (spot.region == GW_BOARD_REGION_NAMES || spot.region == GW_BOARD_REGION_LANE_NAME)
    {
      if (!describe_name (self, &spot, subject))
        return FALSE;
    }
  else if (spot.region == GW_BOARD_REGION_ROWS && spot.row >= 0)
    {
      subject->row = gw_board_get_shown_row (self, spot.row);
      if (subject->row == GW_BOARD_FOLD)
        return FALSE;
    }
  else if (spot.region != GW_BOARD_REGION_LANE)
    return FALSE;
  subject->box = (GdkRectangle){ (gint) x, (gint) y, 1, 1 };
  return TRUE;
}

gboolean
gw_board_ask_menu (GwBoard *self)
{
  gint stop = gw_board_get_focus_stop (self);
  GwBoardSubject subject;

  if (stop < 0)
    return FALSE;
  subject = describe_stop (self, gw_board_get_stop (self, (guint) stop));
  gw_board_emit_asked (self, &subject, FALSE);
  return TRUE;
}

/* At the release: a menu that takes the pointer before it leaves the next press to nobody. */
static void
on_released (GtkGestureClick *gesture, gint n_press, double x, double y, GwBoard *self)
{
  GwBoardSubject subject;
  gint stop;

  if (self->week == NULL || self->held.active || !gw_board_find_subject (self, x, y, &subject))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  stop = gw_board_pick_stop (self, x, y);
  /* A menu for something else is not for what was chosen. */
  if (subject.entry < 0 ||
      !gw_board_is_selected (self, gw_board_week_get_entry (self->week, (guint) subject.entry)))
    gw_board_clear_selection (self);
  if (stop >= 0)
    gw_board_focus_stop (self, stop);
  gw_board_emit_asked (self, &subject, FALSE);
}

void
gw_board_add_menu (GwBoard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
