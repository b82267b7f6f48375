/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a drop would mean: the pricer is asked for the target's row at once and for the other rows bit
 * by bit, at most 4 ms at a time.
 */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#include "gw-text.h"

#include <glib/gi18n-lib.h>

#define PRICING_MICROSECONDS 4000

static void
clear_priced (gpointer data)
{
  GwBoardPriced *priced = data;
  gw_board_verdict_clear (&priced->verdict);
}

void
gw_board_forget_verdicts (GwBoard *self)
{
  g_clear_handle_id (&self->held.price_source, g_source_remove);
  if (self->held.verdicts == NULL)
    {
      self->held.verdicts = g_array_new (FALSE, TRUE, sizeof (GwBoardPriced));
      g_array_set_clear_func (self->held.verdicts, clear_priced);
    }
  g_array_set_size (self->held.verdicts, 0);
  g_array_set_size (self->held.verdicts, self->layout.shown->len + 1);
}

/* The target, but in another row. */
static gboolean
get_move_to (GwBoard *self, gint shown, GwBoardMove *move)
{
  gint row = gw_board_get_shown_row (self, shown);

  *move = self->held.move;
  move->to = GW_ID_NONE;
  if (shown < 0)
    return TRUE;
  if (row == GW_BOARD_FOLD)
    return FALSE;
  if (row == GW_BOARD_ROW_OPEN)
    return !gw_id_is_none (move->shift);
  move->to = gw_board_week_get_row (self->week, (guint) row)->id;
  return TRUE;
}

/* Who is no longer in the team is there for what was, and takes nothing new. */
static gboolean
refuse_gone (GwBoard *self, gint shown, GwBoardPriced *priced)
{
  gint row = gw_board_get_shown_row (self, shown);
  const GwBoardRow *colleague = row >= 0 ? gw_board_week_get_row (self->week, (guint) row) : NULL;
  g_autofree char *name = NULL;

  if (shown < 0 || colleague == NULL || !colleague->is_gone)
    return FALSE;
  name = gw_text_isolate (colleague->name);
  priced->asked = TRUE;
  priced->verdict.severity = GW_BOARD_CANNOT;
  priced->verdict.sentence = g_strdup_printf (_ ("%s is no longer in the team"), name);
  priced->verdict.start = self->held.move.start;
  return TRUE;
}

static void
price_row (GwBoard *self, gint shown)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (GwBoardMove));
  GwBoardPriced *priced;
  GwBoardMove move;

  if (self->pricer == NULL || shown + 1 >= (gint) self->held.verdicts->len)
    return;
  priced = &g_array_index (self->held.verdicts, GwBoardPriced, shown + 1);
  if (priced->asked || refuse_gone (self, shown, priced) || !get_move_to (self, shown, &move))
    return;
  priced->asked = TRUE;
  gw_board_list_moves (self, &move, moves);
  gw_board_pricer_price_all (self->pricer, (const GwBoardMove *) (gpointer) moves->data, moves->len,
                             &priced->verdict);
}

static gboolean
is_row_visible (GwBoard *self, gint shown)
{
  GwBoardBox body = gw_board_geometry_get_body (&self->geometry);
  GwBoardBox box = gw_board_geometry_get_row_box (&self->geometry, shown);

  return box.y + box.height > body.y && box.y < body.y + body.height;
}

static gboolean
on_price_some (gpointer data)
{
  GwBoard *self = data;
  gint64 until = g_get_monotonic_time () + PRICING_MICROSECONDS;

  for (gint shown = -1; shown < (gint) self->layout.shown->len; shown++)
    {
      const GwBoardPriced *priced = &g_array_index (self->held.verdicts, GwBoardPriced, shown + 1);
      if (priced->asked || (shown >= 0 && !is_row_visible (self, shown)))
        continue;
      price_row (self, shown);
      if (g_get_monotonic_time () < until)
        continue;
      gw_board_sync_pills (self);
      return G_SOURCE_CONTINUE;
    }
  self->held.price_source = 0;
  gw_board_sync_pills (self);
  return G_SOURCE_REMOVE;
}

/* Said at the child that is held, since that has the focus. */
static void
tell_held (GwBoard *self)
{
  const GwBoardVerdict *verdict = gw_board_get_priced (self, self->held.shown);
  gint row = gw_board_get_shown_row (self, self->held.shown);
  g_autofree char *start = gw_minute_to_text (self->held.move.start);
  g_autofree char *day = gw_day_format (self->held.move.day, "%A");
  g_autofree char *words = NULL;
  gboolean is_shift = !gw_id_is_none (self->held.move.shift);
  g_autofree char *who = gw_text_isolate (
      row >= 0 || is_shift ? gw_board_words_row (self->week, row) : _ ("To cover"));
  gint stop = gw_board_find_shift_stop (self, self->held.move.shift);
  GtkWidget *child = self->held.entry >= 0 ? gw_board_find_card (self, self->held.entry)
                     : stop >= 0 ? gw_board_find_cell (self, gw_board_get_stop (self, (guint) stop))
                                 : NULL;

  if (child == NULL)
    return;
  /* Translators: where a held visit would go: colleague, weekday, time; then what that means */
  words = g_strdup_printf (C_ ("held", "%s, %s %s. %s"), who, day, start,
                           verdict != NULL && verdict->sentence != NULL ? verdict->sentence : "");
  if (self->held.entry >= 0)
    gw_board_card_say (GW_BOARD_CARD (child), words);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    words, -1);
}

void
gw_board_ask_prices (GwBoard *self)
{
  gw_board_forget_verdicts (self);
  gw_board_update_ghost (self);
  price_row (self, self->held.shown);
  tell_held (self);
  if (self->pricer != NULL)
    self->held.price_source = g_idle_add (on_price_some, self);
  gw_board_sync_pills (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const GwBoardVerdict *
gw_board_get_priced (GwBoard *self, gint shown)
{
  const GwBoardPriced *priced;

  if (!self->held.active || shown + 1 >= (gint) self->held.verdicts->len)
    return NULL;
  priced = &g_array_index (self->held.verdicts, GwBoardPriced, shown + 1);
  return priced->asked ? &priced->verdict : NULL;
}

void
gw_board_prices_known (GwBoard *self)
{
  g_return_if_fail (GW_IS_BOARD (self));
  if (!self->held.active)
    return;
  for (guint i = 0; i < self->held.verdicts->len; i++)
    {
      GwBoardPriced *priced = &g_array_index (self->held.verdicts, GwBoardPriced, i);
      priced->asked &= priced->verdict.severity != GW_BOARD_UNKNOWN;
    }
  price_row (self, self->held.shown);
  tell_held (self);
  if (self->held.price_source == 0 && self->pricer != NULL)
    self->held.price_source = g_idle_add (on_price_some, self);
  gw_board_sync_pills (self);
}

void
gw_board_prices_changed (GwBoard *self)
{
  g_return_if_fail (GW_IS_BOARD (self));
  self->held.n_best = self->held.next_best = 0;
  if (self->held.active)
    gw_board_ask_prices (self);
}
