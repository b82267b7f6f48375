/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card’s actions do, for keys, menus and screen readers alike. */
#include "config.h"

#include "gw-board-private.h"

static void
steer (GwBoard *self, gint index, gint minutes, gint rows)
{
  if (!self->held.active && !gw_board_hold (self, index, FALSE))
    return;
  gw_board_aim_by (self, minutes, rows);
}

static void
give_to_lane (GwBoard *self, gint index)
{
  if (!self->held.active && !gw_board_hold (self, index, FALSE))
    return;
  gw_board_aim (self, -1, self->held.day, self->held.own_start, 0);
  gw_board_put_down (self);
}

void
gw_board_act (GwBoard *self, gint index, GwBoardDeed deed)
{
  g_return_if_fail (GW_IS_BOARD (self) && self->week != NULL);
  switch (deed)
    {
    case GW_BOARD_DEED_HOLD:
      if (self->held.active)
        gw_board_put_down (self);
      else
        gw_board_hold (self, index, FALSE);
      break;
    case GW_BOARD_DEED_EARLIER:
      steer (self, index, -GW_BOARD_SNAP, 0);
      break;
    case GW_BOARD_DEED_LATER:
      steer (self, index, GW_BOARD_SNAP, 0);
      break;
    case GW_BOARD_DEED_UP:
      steer (self, index, 0, -1);
      break;
    case GW_BOARD_DEED_DOWN:
      steer (self, index, 0, 1);
      break;
    case GW_BOARD_DEED_BEST:
      if (self->held.active || gw_board_hold (self, index, FALSE))
        gw_board_aim_best (self);
      break;
    case GW_BOARD_DEED_PUT_BACK:
      gw_board_put_back (self);
      break;
    case GW_BOARD_DEED_TO_COVER:
      give_to_lane (self, index);
      break;
    case GW_BOARD_DEED_OPEN:
    case GW_BOARD_DEED_SUGGEST:
    case GW_BOARD_DEED_WHY:
    case GW_BOARD_DEED_TIME:
    case GW_BOARD_DEED_COPY:
    case GW_BOARD_DEED_PIN:
    case GW_BOARD_DEED_CANCEL:
    case GW_BOARD_N_DEEDS:
    default:
      gw_board_emit_acted (self, deed, index);
      break;
    }
}

static void
steer_shift (GwBoard *self, gint shift, gint minutes, gint rows)
{
  if (self->held.active || gw_board_hold_shift (self, shift, FALSE))
    gw_board_aim_by (self, minutes, rows);
}

static void
hold_shift (GwBoard *self, gint shift)
{
  if (self->held.active)
    {
      gw_board_put_down (self);
      return;
    }
  if (shift >= 0)
    gw_board_focus_stop (self, gw_board_find_shift_stop (
                                   self, gw_board_week_get_shift (self->week, (guint) shift)->id));
  gw_board_hold_shift (self, shift, FALSE);
}

/* To nobody, so that it lies with the open shifts. */
static void
open_shift (GwBoard *self, gint shift)
{
  if (!self->held.active && !gw_board_hold_shift (self, shift, FALSE))
    return;
  gw_board_aim (self, -1, self->held.own_day, self->held.own_start, 0);
  gw_board_put_down (self);
}

static void
best_for_shift (GwBoard *self, gint shift)
{
  if (self->held.active || gw_board_hold_shift (self, shift, FALSE))
    gw_board_aim_best (self);
}

void
gw_board_act_on_shift (GwBoard *self, gint row, gint day, gint shift, GwBoardDeed deed)
{
  g_return_if_fail (GW_IS_BOARD (self) && self->week != NULL && day >= 0);
  if (deed == GW_BOARD_DEED_HOLD)
    hold_shift (self, shift);
  else if (deed == GW_BOARD_DEED_TO_COVER)
    open_shift (self, shift);
  else if (deed == GW_BOARD_DEED_BEST)
    best_for_shift (self, shift);
  else if (deed == GW_BOARD_DEED_EARLIER)
    steer_shift (self, shift, -GW_BOARD_SNAP, 0);
  else if (deed == GW_BOARD_DEED_LATER)
    steer_shift (self, shift, GW_BOARD_SNAP, 0);
  else if (deed == GW_BOARD_DEED_UP)
    steer_shift (self, shift, 0, -1);
  else if (deed == GW_BOARD_DEED_DOWN)
    steer_shift (self, shift, 0, 1);
  else if (deed == GW_BOARD_DEED_PUT_BACK)
    gw_board_put_back (self);
  else if (row >= 0 && self->geometry.view == GW_BOARD_VIEW_WEEK)
    gw_board_toggle_row (self, row);
}
