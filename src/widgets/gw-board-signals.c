/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signals of the board: their names, and one function that emits each. */
#include "config.h"

#include "gw-board-private.h"

enum
{
  SIGNAL_DROPPED,
  SIGNAL_ALL_DROPPED,
  SIGNAL_REFUSED,
  SIGNAL_ACTED,
  SIGNAL_MENU_ASKED,
  SIGNAL_FREE_ASKED,
  SIGNAL_FOCUS_CHANGED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_DAY_ACTIVATED,
  SIGNAL_ROW_ACTIVATED,
  SIGNAL_PAGED,
  SIGNAL_TODAY_ASKED,
  SIGNAL_ZOOM_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
add_signal (const char *name, guint n_types, GType first, GType second)
{
  GType types[] = { first, second };

  return g_signal_newv (name, GW_TYPE_BOARD, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE,
                        n_types, types);
}

void
gw_board_add_signals (void)
{
  signals[SIGNAL_DROPPED] = add_signal ("dropped", 1, G_TYPE_POINTER, 0);
  signals[SIGNAL_ALL_DROPPED] = add_signal ("all-dropped", 1, G_TYPE_ARRAY, 0);
  signals[SIGNAL_REFUSED] = add_signal ("refused", 1, G_TYPE_STRING, 0);
  signals[SIGNAL_ACTED] = add_signal ("acted", 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_MENU_ASKED] = add_signal ("menu-asked", 1, G_TYPE_POINTER, 0);
  signals[SIGNAL_FREE_ASKED] = add_signal ("free-asked", 1, G_TYPE_POINTER, 0);
  signals[SIGNAL_FOCUS_CHANGED] = add_signal ("focus-changed", 0, 0, 0);
  signals[SIGNAL_SELECTION_CHANGED] = add_signal ("selection-changed", 0, 0, 0);
  signals[SIGNAL_DAY_ACTIVATED] = add_signal ("day-activated", 1, G_TYPE_INT, 0);
  signals[SIGNAL_ROW_ACTIVATED] = add_signal ("row-activated", 1, G_TYPE_INT, 0);
  signals[SIGNAL_PAGED] = add_signal ("paged", 1, G_TYPE_INT, 0);
  signals[SIGNAL_TODAY_ASKED] = add_signal ("today-asked", 0, 0, 0);
  signals[SIGNAL_ZOOM_CHANGED] = add_signal ("zoom-changed", 0, 0, 0);
}

void
gw_board_emit_dropped (GwBoard *self, const GwBoardMove *move)
{
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, move);
}

void
gw_board_emit_all_dropped (GwBoard *self, GArray *moves)
{
  g_signal_emit (self, signals[SIGNAL_ALL_DROPPED], 0, moves);
}

void
gw_board_emit_selection_changed (GwBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
gw_board_emit_refused (GwBoard *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, sentence);
}

void
gw_board_emit_acted (GwBoard *self, GwBoardDeed deed, gint entry)
{
  g_signal_emit (self, signals[SIGNAL_ACTED], 0, (gint) deed, entry);
}

void
gw_board_emit_asked (GwBoard *self, const GwBoardSubject *subject, gboolean free_time)
{
  g_signal_emit (self, signals[free_time ? SIGNAL_FREE_ASKED : SIGNAL_MENU_ASKED], 0, subject);
}

void
gw_board_emit_focus_changed (GwBoard *self)
{
  gint stop = gw_board_get_focus_stop (self);
  gint entry = stop >= 0 ? gw_board_get_stop (self, (guint) stop)->entry : -1;

  if (entry >= 0)
    {
      self->focus.visit = gw_board_week_get_entry (self->week, (guint) entry)->visit_id;
      self->focus.colleague = gw_board_week_get_entry (self->week, (guint) entry)->colleague;
    }
  g_signal_emit (self, signals[SIGNAL_FOCUS_CHANGED], 0);
}

void
gw_board_emit_day_activated (GwBoard *self, gint day)
{
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, day);
}

void
gw_board_emit_row_activated (GwBoard *self, gint row)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, row);
}

void
gw_board_emit_paged (GwBoard *self, gint direction)
{
  g_signal_emit (self, signals[SIGNAL_PAGED], 0, direction);
}

void
gw_board_emit_today (GwBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_TODAY_ASKED], 0);
}

void
gw_board_emit_zoom_changed (GwBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_ZOOM_CHANGED], 0);
}
