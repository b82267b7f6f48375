/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visit on its way: picked up, aimed, put down or put back. The mouse, the keyboard and
 * accessible actions all come here. While it is held the pricer is asked for the target's row at
 * once and for the other rows bit by bit, at most 4 ms at a time.
 */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define PRICING_MICROSECONDS 4000
#define SETTLE_SECONDS 3
#define GLIDE_MS 220

static void
clear_priced (gpointer data)
{
  GwBoardPriced *priced = data;
  gw_board_verdict_clear (&priced->verdict);
}

static void
forget_verdicts (GwBoard *self)
{
  g_clear_handle_id (&self->price_source, g_source_remove);
  if (self->held.verdicts == NULL)
    {
      self->held.verdicts = g_array_new (FALSE, TRUE, sizeof (GwBoardPriced));
      g_array_set_clear_func (self->held.verdicts, clear_priced);
    }
  g_array_set_size (self->held.verdicts, 0);
  g_array_set_size (self->held.verdicts, self->shown->len + 1);
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
  move->to = gw_board_week_get_row (self->week, (guint) row)->id;
  return TRUE;
}

static void
price_row (GwBoard *self, gint shown)
{
  GwBoardPriced *priced;
  GwBoardMove move;

  if (self->pricer == NULL || shown + 1 >= (gint) self->held.verdicts->len)
    return;
  priced = &g_array_index (self->held.verdicts, GwBoardPriced, shown + 1);
  if (priced->asked || !get_move_to (self, shown, &move))
    return;
  priced->asked = TRUE;
  gw_board_pricer_price (self->pricer, &move, &priced->verdict);
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

  for (gint shown = -1; shown < (gint) self->shown->len; shown++)
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
  self->price_source = 0;
  gw_board_sync_pills (self);
  return G_SOURCE_REMOVE;
}

static void
tell_card (GwBoard *self)
{
  const GwBoardVerdict *verdict = gw_board_get_priced (self, self->held.shown);
  GtkWidget *card = gw_board_find_card (self, self->held.entry);
  gint row = gw_board_get_shown_row (self, self->held.shown);
  g_autofree char *start = gw_minute_to_text (self->held.move.start);
  g_autofree char *day = gw_day_format (self->held.move.day, "%A");
  g_autofree char *words = NULL;
  const char *who = row >= 0 ? gw_board_week_get_row (self->week, (guint) row)->name
                             : _ ("To cover");

  if (card == NULL)
    return;
  /* Translators: where a held visit would go: colleague, weekday, time; then what that means */
  words = g_strdup_printf (C_ ("held", "%s, %s %s. %s"), who, day, start,
                           verdict != NULL && verdict->sentence != NULL ? verdict->sentence : "");
  gw_board_card_say (GW_BOARD_CARD (card), words);
}

static void
ask_prices (GwBoard *self)
{
  forget_verdicts (self);
  gw_board_card_set_start (GW_BOARD_CARD (self->ghost), self->held.move.start.value);
  price_row (self, self->held.shown);
  tell_card (self);
  if (self->pricer != NULL)
    self->price_source = g_idle_add (on_price_some, self);
  gw_board_sync_pills (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_ghost (GwBoard *self)
{
  if (self->ghost == NULL)
    {
      self->ghost = gw_board_card_new ();
      gtk_widget_add_css_class (self->ghost, "ghost");
      gtk_widget_set_focusable (self->ghost, FALSE);
      gtk_widget_set_parent (self->ghost, GTK_WIDGET (self));
    }
  gw_board_card_set_entry (GW_BOARD_CARD (self->ghost), self->week, (guint) self->held.entry,
                           GW_BOARD_CARD_BLOCK);
  gtk_widget_set_child_visible (self->ghost, TRUE);
}

gboolean
gw_board_hold (GwBoard *self, gint index, gboolean by_pointer)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) index);

  if (self->held.active || self->held.settling)
    gw_board_let_go (self);
  if ((entry->flags & GW_BOARD_ENTRY_PAST) != 0)
    {
      gw_board_emit_refused (self, _ ("What is past stays as it was planned. Write down the actual "
                                      "times instead."));
      return FALSE;
    }
  self->held.active = TRUE;
  self->held.by_pointer = by_pointer;
  self->held.entry = index;
  self->held.shown = gw_board_find_shown (self, entry->row);
  self->held.day = entry->day;
  self->held.own_start = entry->start;
  self->held.n_best = self->held.next_best = 0;
  self->held.move = (GwBoardMove){
    .visit = entry->visit_id,
    .from = entry->colleague,
    .to = entry->colleague,
    .day = gw_day_add (gw_board_week_get_first_day (self->week), entry->day),
    .start = GW_MINUTE (entry->start),
  };
  forget_verdicts (self);
  show_ghost (self);
  gw_board_sync_children (self);
  ask_prices (self);
  return TRUE;
}

void
gw_board_aim (GwBoard *self, gint shown, gint day, gint start, guint flags)
{
  GwBoardHeld *held = &self->held;
  gint row = gw_board_get_shown_row (self, shown);

  if (!held->active || (shown >= 0 && row == GW_BOARD_FOLD))
    return;
  start = CLAMP (start, 0, 2 * GW_MINUTES_A_DAY);
  if (held->shown == shown && held->day == day && held->move.start.value == start &&
      held->move.flags == flags)
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }
  held->shown = shown;
  held->day = day;
  held->move.flags = flags;
  held->move.start = GW_MINUTE (start);
  held->move.day = gw_day_add (gw_board_week_get_first_day (self->week), day);
  held->move.to = row >= 0 ? gw_board_week_get_row (self->week, (guint) row)->id : GW_ID_NONE;
  ask_prices (self);
}

static void
reveal_target (GwBoard *self)
{
  GwBoardBox box;

  if (self->held.shown < 0)
    return;
  box = gw_board_get_ghost_box (self);
  gw_board_geometry_reveal (&self->geometry, &box);
  gw_board_update_adjustments (self);
  gw_board_sync_children (self);
}

void
gw_board_aim_by (GwBoard *self, gint minutes, gint rows)
{
  gint shown = self->held.shown + rows;
  gint start = self->held.move.start.value;

  if (!self->held.active)
    return;
  if (gw_board_get_shown_row (self, shown) == GW_BOARD_FOLD && shown >= 0)
    shown += rows;
  if (shown < -1 || shown >= (gint) self->shown->len)
    shown = self->held.shown;
  self->held.by_pointer = FALSE;
  gw_board_aim (self, shown, self->held.day, minutes != 0 ? gw_board_snap (start + minutes) : start,
                self->held.move.flags & ~(guint) GW_BOARD_MOVE_ANY_TIME);
  reveal_target (self);
}

void
gw_board_aim_best (GwBoard *self)
{
  GwBoardHeld *held = &self->held;
  const GwBoardMove *best;
  gint day;

  if (!held->active || self->pricer == NULL)
    return;
  if (held->n_best == 0)
    held->n_best = gw_board_pricer_suggest (self->pricer, held->move.visit, held->move.from,
                                            held->best, G_N_ELEMENTS (held->best));
  if (held->n_best == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  best = &held->best[held->next_best];
  held->next_best = (held->next_best + 1) % held->n_best;
  held->by_pointer = FALSE;
  day = gw_day_diff (best->day, gw_board_week_get_first_day (self->week));
  gw_board_aim (self, gw_board_find_shown (self, gw_board_week_find_row (self->week, best->to)),
                day, best->start.value, 0);
  reveal_target (self);
}

static gboolean
on_not_taken (gpointer data)
{
  GwBoard *self = data;

  self->settle_source = 0;
  gw_board_put_back (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_unmoved (GwBoard *self)
{
  const GwBoardMove *move = &self->held.move;
  const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) self->held.entry);
  guint same_time = move->flags & GW_BOARD_MOVE_ANY_TIME;

  return (move->flags & GW_BOARD_MOVE_COPY) == 0 && gw_id_equal (move->from, move->to) &&
         self->held.day == entry->day && (same_time || move->start.value == entry->start);
}

void
gw_board_put_down (GwBoard *self)
{
  const GwBoardVerdict *verdict = gw_board_get_priced (self, self->held.shown);
  g_autofree char *sentence = NULL;
  GwBoardMove move = self->held.move;

  if (!self->held.active)
    return;
  if (is_unmoved (self))
    {
      gw_board_put_back (self);
      return;
    }
  if (verdict != NULL && verdict->severity == GW_BOARD_CANNOT)
    {
      sentence = g_strdup (verdict->sentence);
      gw_board_put_back (self);
      gw_board_emit_refused (self, sentence != NULL ? sentence : _ ("That cannot be."));
      return;
    }
  if (verdict != NULL && verdict->severity != GW_BOARD_UNKNOWN &&
      (move.flags & GW_BOARD_MOVE_ANY_TIME) != 0)
    move.start = verdict->start;
  move.flags &= ~(guint) GW_BOARD_MOVE_ANY_TIME;
  self->held.move = move;
  self->held.active = FALSE;
  self->held.settling = TRUE;
  self->wanted_visit = move.visit;
  self->wanted_colleague = move.to;
  self->settle_source = g_timeout_add_seconds (SETTLE_SECONDS, on_not_taken, self);
  gw_board_sync_pills (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gw_board_emit_dropped (self, &move);
}

void
gw_board_let_go (GwBoard *self)
{
  GtkWidget *card;

  g_clear_handle_id (&self->price_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (!self->held.active && !self->held.settling)
    return;
  self->held.active = self->held.settling = FALSE;
  if (self->ghost != NULL)
    gtk_widget_set_child_visible (self->ghost, FALSE);
  card = gw_board_find_card (self, self->held.entry);
  if (card != NULL)
    {
      gtk_widget_remove_css_class (card, "held");
      if (gw_board_card_get_index (GW_BOARD_CARD (card)) >= 0)
        gw_board_card_say (GW_BOARD_CARD (card), NULL);
    }
  gw_board_sync_pills (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_glide (double value, gpointer data)
{
  GwBoard *self = data;

  self->glide_at = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_glide_done (AdwAnimation *animation, GwBoard *self)
{
  if (self->ghost != NULL && !self->held.active && !self->held.settling)
    gtk_widget_set_child_visible (self->ghost, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
glide (GwBoard *self, const GwBoardBox *from, const GwBoardBox *to)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_glide, self, NULL);

  self->glide_from = *from;
  self->glide_to = *to;
  self->glide_at = 0;
  g_clear_object (&self->glide);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS, target);
  g_signal_connect (self->glide, "done", G_CALLBACK (on_glide_done), self);
  gtk_widget_set_child_visible (self->ghost, TRUE);
  adw_animation_play (self->glide);
}

void
gw_board_put_back (GwBoard *self)
{
  gint stop = self->week != NULL && (self->held.active || self->held.settling)
                  ? gw_board_find_stop (self, self->held.entry, 0, 0)
                  : -1;
  GwBoardBox from;

  if (!self->held.active && !self->held.settling)
    return;
  from = gw_board_get_ghost_box (self);
  self->wanted_visit = GW_ID_NONE;
  gw_board_let_go (self);
  if (stop < 0 || self->ghost == NULL)
    return;
  GwBoardBox to = gw_board_get_stop_box (self, gw_board_get_stop (self, (guint) stop));
  glide (self, &from, &to);
}

static GwBoardBox
mix_boxes (const GwBoardBox *from, const GwBoardBox *to, double at)
{
  return (GwBoardBox){
    from->x + (to->x - from->x) * at,
    from->y + (to->y - from->y) * at,
    from->width + (to->width - from->width) * at,
    from->height + (to->height - from->height) * at,
  };
}

static GwBoardBox
get_week_ghost (GwBoard *self)
{
  GwBoardBox cell = gw_board_geometry_get_cell_box (&self->geometry, self->held.shown,
                                                    self->held.day);

  if (self->held.by_pointer && self->held.active)
    return (GwBoardBox){ self->held.pointer_x - self->held.grab_x,
                         self->held.pointer_y - self->held.grab_y, MIN (cell.width - 6, 130), 34 };
  return (GwBoardBox){ cell.x + 3, cell.y + 3, cell.width - 6,
                       MIN (cell.height, gw_board_px (self, GW_BOARD_ROW_HEIGHT)) - 6 };
}

GwBoardBox
gw_board_get_ghost_box (GwBoard *self)
{
  const GwBoardEntry *entry;
  GwBoardBox box;

  if (!self->held.active && !self->held.settling)
    return mix_boxes (&self->glide_from, &self->glide_to, self->glide_at);
  if (self->geometry.view == GW_BOARD_VIEW_WEEK)
    return get_week_ghost (self);
  entry = gw_board_week_get_entry (self->week, (guint) self->held.entry);
  box = gw_board_geometry_get_span_box (&self->geometry, self->held.shown,
                                        self->held.move.start.value,
                                        self->held.move.start.value + entry->end - entry->start);
  box.y += 4;
  box.height = MIN (box.height, gw_board_px (self, GW_BOARD_MOST_HEIGHT)) - 8;
  return box;
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
gw_board_rehold (GwBoard *self)
{
  gint entry = gw_board_week_find_entry (self->week, self->held.move.visit, self->held.move.from);

  if (self->held.settling || entry < 0)
    {
      self->held.entry = MAX (entry, 0);
      gw_board_let_go (self);
      return;
    }
  self->held.entry = entry;
  self->held.shown = gw_board_find_shown (self,
                                          gw_board_week_find_row (self->week, self->held.move.to));
  show_ghost (self);
  ask_prices (self);
}

void
gw_board_prices_changed (GwBoard *self)
{
  g_return_if_fail (GW_IS_BOARD (self));
  self->held.n_best = self->held.next_best = 0;
  if (self->held.active)
    ask_prices (self);
}

gboolean
gw_board_is_holding (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  return self->held.active;
}
