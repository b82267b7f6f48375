/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mouse: an own drag, so that Escape, auto-scroll and words work as they should. */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

/* The minute under a point of a shift's ribbon; FALSE elsewhere. */
static gboolean
find_ribbon_minute (GwBoard *self, double x, double y, gint *out_minute)
{
  gint index = gw_board_pick_stop (self, x, y);
  const GwBoardStop *stop = index >= 0 ? gw_board_get_stop (self, (guint) index) : NULL;
  const GwBoardShift *shift;
  GwBoardBox box, ribbon;

  if (stop == NULL || stop->shift < 0)
    return FALSE;
  shift = gw_board_week_get_shift (self->week, (guint) stop->shift);
  box = gw_board_get_stop_box (self, stop);
  ribbon = gw_board_day_cell_get_ribbon (&box, gw_board_px (self, GW_BOARD_ROW_HEIGHT));
  if (y < ribbon.y - 3 || y > ribbon.y + ribbon.height + 3)
    return FALSE;
  *out_minute = gw_board_ribbon_minute (&ribbon, self->geometry.right_to_left, shift->start,
                                        shift->end, x);
  return TRUE;
}

/* In a week a cell decides the time: on its ribbon the minute, elsewhere whatever suits there. */
static void
aim_in_week (GwBoard *self, const GwBoardSpot *spot, double x, double y, gboolean keep_time,
             guint flags)
{
  gint row = gw_board_get_shown_row (self, spot->row);
  gint start = self->held.own_start;

  if (!keep_time && spot->row >= 0 && row >= 0 && gw_id_is_none (self->held.move.shift) &&
      !find_ribbon_minute (self, x, y, &start))
    flags |= GW_BOARD_MOVE_ANY_TIME;
  gw_board_aim (self, spot->row, spot->day, start, flags);
}

void
gw_board_aim_at_point (GwBoard *self, double x, double y, GdkModifierType state)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  double inside_x = CLAMP (x, body.x + 1, body.x + MAX (body.width - 2, 1));
  double inside_y = CLAMP (y, self->geometry.axis_height + 1, self->geometry.height - 1);
  GwBoardSpot spot = gw_board_geometry_pick (&self->geometry, inside_x, inside_y);
  guint flags = (state & GDK_CONTROL_MASK) != 0 ? GW_BOARD_MOVE_COPY : 0;
  gboolean keep_time = (state & GDK_SHIFT_MASK) != 0;

  self->held.pointer_x = x;
  self->held.pointer_y = y;
  if (spot.day < 0 || (spot.row < 0 && spot.region != GW_BOARD_REGION_LANE))
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  if (self->geometry.view == GW_BOARD_VIEW_WEEK)
    {
      aim_in_week (self, &spot, inside_x, inside_y, keep_time, flags);
      return;
    }
  double grip = self->geometry.right_to_left ? x + self->held.grab_x : x - self->held.grab_x;
  gint start = keep_time ? self->held.own_start
                         : gw_board_snap (gw_board_geometry_get_minute (&self->geometry, grip));
  gw_board_aim (self, spot.row, spot.day, start, flags);
}

static gboolean
on_scroll_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GwBoard *self = GW_BOARD (widget);

  if (!self->held.active || !self->held.by_pointer)
    {
      self->press.scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (gw_board_scroll_at_edge (self, self->held.pointer_x, self->held.pointer_y))
    gw_board_aim_at_point (self, self->held.pointer_x, self->held.pointer_y, 0);
  return G_SOURCE_CONTINUE;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, GwBoard *self)
{
  gint stop = gw_board_pick_stop (self, x, y);

  self->press.x = x;
  self->press.y = y;
  self->press.stop = stop;
  self->press.dragging = self->press.given_up = FALSE;
  if (self->held.active)
    return;
  if (self->week == NULL || !gw_board_find_subject (self, x, y, &self->press.subject))
    self->press.subject = (GwBoardSubject){ .entry = -1, .row = -1, .day = -1, .shift = -1 };
  if (stop < 0)
    return;
  /* Told even where the focus is already, as what is said of it may be about something else. */
  gw_board_focus_stop (self, stop);
  gw_board_emit_focus_changed (self);
}

static void
start_drag (GwBoard *self)
{
  const GwBoardSubject *subject = &self->press.subject;
  GwBoardBox box;

  if (!(subject->entry >= 0 ? gw_board_hold (self, subject->entry, TRUE)
                            : gw_board_hold_shift (self, subject->shift, TRUE)))
    {
      self->press.subject.shift = self->press.subject.entry = -1;
      return;
    }
  box = gw_board_get_stop_box (self, gw_board_get_stop (self, (guint) self->press.stop));
  self->press.dragging = TRUE;
  self->held.grab_x = self->geometry.right_to_left ? box.x + box.width - self->press.x
                                                   : self->press.x - box.x;
  self->held.grab_y = CLAMP (self->press.y - box.y, 0, 30);
  if (self->geometry.view == GW_BOARD_VIEW_WEEK)
    self->held.grab_x = CLAMP (self->press.x - box.x, 0, 120);
  if (self->press.scroll_tick == 0)
    self->press.scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick, NULL,
                                                            NULL);
}

/* A finger scrolls where nothing lies; a mouse chooses. */
static gboolean
may_choose (GtkGesture *gesture)
{
  return gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) == NULL;
}

/* With Ctrl a band may begin on a shift too, since there are days without any other free space. */
static void
begin_drag (GwBoard *self, GtkGesture *gesture, GdkModifierType state)
{
  const GwBoardSubject *subject = &self->press.subject;
  gboolean is_adding = (state & GDK_CONTROL_MASK) != 0;

  if (self->press.stop >= 0 && (subject->entry >= 0 || (subject->shift >= 0 && !is_adding)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      start_drag (self);
    }
  else if (may_choose (gesture) &&
           gw_board_band_begin (self, self->press.x, self->press.y, is_adding))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double offset_x, double offset_y, GwBoard *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  double x = self->press.x + offset_x, y = self->press.y + offset_y;

  if (!self->press.dragging && !self->press.given_up && !self->held.active &&
      !gw_board_band_is_active (self) && self->week != NULL &&
      gtk_drag_check_threshold (GTK_WIDGET (self), (gint) self->press.x, (gint) self->press.y,
                                (gint) x, (gint) y))
    {
      begin_drag (self, GTK_GESTURE (gesture), state);
      self->press.given_up = !self->press.dragging && !gw_board_band_is_active (self);
    }
  if (gw_board_band_is_active (self))
    gw_board_band_move (self, x, y);
  else if (self->press.dragging && self->held.active)
    gw_board_aim_at_point (self, x, y, state);
}

static void
on_drag_end (GtkGestureDrag *gesture, double offset_x, double offset_y, GwBoard *self)
{
  gboolean dragged = self->press.dragging;

  self->press.dragging = FALSE;
  gw_board_band_end (self);
  if (!dragged || !self->held.active)
    return;
  gw_board_aim_at_point (
      self, self->press.x + offset_x, self->press.y + offset_y,
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
  gw_board_put_down (self);
}

static void
on_drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, GwBoard *self)
{
  self->press.dragging = FALSE;
  gw_board_band_give_up (self);
  if (self->held.active && self->held.by_pointer)
    gw_board_put_back (self);
}

/* Paid free time under a point of the day view. */
static gboolean
find_free (GwBoard *self, double x, double y, GwBoardSubject *subject)
{
  gint minute = gw_board_geometry_get_minute (&self->geometry, x);
  const GwBoardCell *cell;

  if (self->geometry.view != GW_BOARD_VIEW_DAY || !gw_board_find_subject (self, x, y, subject) ||
      subject->row < 0 || subject->entry >= 0 || x < self->geometry.name_width)
    return FALSE;
  cell = gw_board_week_get_cell (self->week, subject->row, subject->day);
  for (guint i = 0; i < cell->n_segments; i++)
    {
      const GwBoardSegment *segment = gw_board_week_get_segment (self->week,
                                                                 cell->first_segment + i);
      if (segment->kind != GW_BOARD_SEGMENT_FREE || minute < segment->start ||
          minute >= segment->end)
        continue;
      subject->start = segment->start;
      subject->end = segment->end;
      return TRUE;
    }
  return FALSE;
}

static void
on_clicked (GtkGestureClick *gesture, gint n_press, double x, double y, GwBoard *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  gint stop = gw_board_pick_stop (self, x, y);
  const GwBoardStop *at = stop >= 0 ? gw_board_get_stop (self, (guint) stop) : NULL;
  GwBoardSubject subject;

  if (self->week == NULL || self->held.active)
    return;
  if (at != NULL && at->entry >= 0 && (state & GDK_CONTROL_MASK) != 0)
    {
      gw_board_select (
          self, at->entry,
          !gw_board_is_selected (self, gw_board_week_get_entry (self->week, (guint) at->entry)));
      return;
    }
  gw_board_clear_selection (self);
  if (at != NULL && at->entry >= 0 && n_press == 2)
    gw_board_act (self, at->entry, GW_BOARD_DEED_OPEN);
  else if (at != NULL && at->entry < 0 && n_press == 2)
    gw_board_act_on_shift (self, gw_board_get_shown_row (self, at->shown), at->day, at->shift,
                           GW_BOARD_DEED_OPEN);
  else if ((at == NULL || at->entry < 0) && find_free (self, x, y, &subject))
    gw_board_emit_asked (self, &subject, TRUE);
}

static void
light_up (GwBoard *self, gint stop)
{
  GHashTableIter iter;
  gpointer card;
  GtkWidget *lit = NULL;

  if (stop >= 0 && gw_board_get_stop (self, (guint) stop)->entry >= 0)
    lit = gw_board_find_card (self, gw_board_get_stop (self, (guint) stop)->entry);
  g_hash_table_iter_init (&iter, self->pool.cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    if (card == lit)
      gtk_widget_set_state_flags (card, GTK_STATE_FLAG_PRELIGHT, FALSE);
    else
      gtk_widget_unset_state_flags (card, GTK_STATE_FLAG_PRELIGHT);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), lit != NULL ? "grab" : NULL);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, GwBoard *self)
{
  self->press.pointer_x = x;
  self->press.pointer_y = y;
  if (!self->held.active && self->week != NULL)
    light_up (self, gw_board_pick_stop (self, x, y));
}

static void
on_leave (GtkEventControllerMotion *controller, GwBoard *self)
{
  light_up (self, -1);
}

static gboolean
has_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

static gboolean
on_query_tooltip (GtkWidget *widget, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip,
                  gpointer data)
{
  GwBoard *self = GW_BOARD (widget);
  gint index = keyboard || self->week == NULL ? -1 : gw_board_pick_stop (self, x, y);
  const GwBoardStop *stop;
  g_autofree char *words = NULL;
  GwBoardBox box;

  if (index < 0 || self->held.active || has_popover (widget))
    return FALSE;
  stop = gw_board_get_stop (self, (guint) index);
  /* A shift of a day is as wide as the board; words would follow the pointer everywhere. */
  if (self->geometry.view == GW_BOARD_VIEW_DAY && stop->entry < 0)
    return FALSE;
  words = stop->entry >= 0
              ? gw_board_words_sentence (self->week, (guint) stop->entry)
              : gw_board_words_cell_sentence (
                    self->week, gw_board_get_shown_row (self, stop->shown), stop->day, stop->shift);
  box = gw_board_get_stop_box (self, stop);
  gw_board_set_tooltip (tooltip, words);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ (gint) box.x, (gint) box.y, (gint) box.width, (gint) box.height });
  return TRUE;
}

void
gw_board_add_pointer (GwBoard *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  g_signal_connect (click, "released", G_CALLBACK (on_clicked), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
