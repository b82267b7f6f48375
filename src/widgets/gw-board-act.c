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
steer_shift (GwBoard *self, gint row, gint day, gint minutes, gint rows)
{
  if (self->held.active || gw_board_hold_shift (self, row, day, FALSE))
    gw_board_aim_by (self, minutes, rows);
}

static void
hold_shift (GwBoard *self, gint row, gint day)
{
  gint stop = gw_board_find_stop (self, -1, gw_board_find_shown (self, row), day);

  if (self->held.active)
    {
      gw_board_put_down (self);
      return;
    }
  if (stop >= 0)
    gw_board_focus_stop (self, stop);
  gw_board_hold_shift (self, row, day, FALSE);
}

void
gw_board_act_on_shift (GwBoard *self, gint row, gint day, GwBoardDeed deed)
{
  g_return_if_fail (GW_IS_BOARD (self) && self->week != NULL && row >= 0 && day >= 0);
  if (deed == GW_BOARD_DEED_HOLD)
    hold_shift (self, row, day);
  else if (deed == GW_BOARD_DEED_EARLIER)
    steer_shift (self, row, day, -GW_BOARD_SNAP, 0);
  else if (deed == GW_BOARD_DEED_LATER)
    steer_shift (self, row, day, GW_BOARD_SNAP, 0);
  else if (deed == GW_BOARD_DEED_UP)
    steer_shift (self, row, day, 0, -1);
  else if (deed == GW_BOARD_DEED_DOWN)
    steer_shift (self, row, day, 0, 1);
  else if (deed == GW_BOARD_DEED_PUT_BACK)
    gw_board_put_back (self);
  else
    gw_board_toggle_row (self, row);
}
