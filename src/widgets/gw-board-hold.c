/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visit, several or a shift on its way: picked up, aimed, put down or put back. The mouse, the
 * keyboard and accessible actions all come here.
 */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

#include <glib/gi18n-lib.h>

#define SETTLE_SECONDS 3

static gboolean
refuse_past (GwBoard *self)
{
  gw_board_emit_refused (self, _ ("What is past stays as it was planned. Write down the actual "
                                  "times instead."));
  return FALSE;
}

/* A card that is chosen with others takes them along, except what is past. */
static void
collect_members (GwBoard *self, gint index)
{
  g_autoptr (GArray) selection = gw_board_dup_selection (self);
  gboolean along = FALSE;

  g_array_set_size (self->held.members, 0);
  for (guint i = 0; i < selection->len; i++)
    along |= g_array_index (selection, gint, i) == index;
  for (guint i = 0; along && selection->len > 1 && i < selection->len; i++)
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (
          self->week, (guint) g_array_index (selection, gint, i));
      GwBoardMember member = { { entry->visit_id, entry->colleague },
                               gw_day_add (gw_board_week_get_first_day (self->week), entry->day),
                               entry->start };
      if ((entry->flags & GW_BOARD_ENTRY_PAST) == 0)
        g_array_append_val (self->held.members, member);
    }
}

/* The rest of picking something up, when what it is and where it was are known. */
static void
begin (GwBoard *self, GwId colleague, gboolean by_pointer)
{
  GwBoardHeld *held = &self->held;

  held->active = TRUE;
  held->by_pointer = by_pointer;
  held->shown = gw_board_find_shown (self, held->own_row);
  held->day = held->own_day;
  held->n_best = held->next_best = 0;
  held->move.from = held->move.to = colleague;
  held->move.day = gw_day_add (gw_board_week_get_first_day (self->week), held->own_day);
  held->move.start = GW_MINUTE (held->own_start);
  held->move.flags = 0;
  gw_board_forget_verdicts (self);
  gw_board_hide_ghost (self);
  gw_board_show_ghost (self);
  gw_board_sync_children (self);
  gw_board_ask_prices (self);
}

gboolean
gw_board_hold (GwBoard *self, gint index, gboolean by_pointer)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (self->week, (guint) index);

  if (self->held.active || self->held.settling)
    gw_board_let_go (self);
  if ((entry->flags & GW_BOARD_ENTRY_PAST) != 0)
    return refuse_past (self);
  collect_members (self, index);
  self->held.entry = index;
  self->held.own_row = entry->row;
  self->held.own_day = entry->day;
  self->held.own_start = entry->start;
  self->held.length = entry->end - entry->start;
  self->held.move.visit = entry->visit_id;
  self->held.move.shift = GW_ID_NONE;
  begin (self, entry->colleague, by_pointer);
  return TRUE;
}

gboolean
gw_board_hold_shift (GwBoard *self, gint index, gboolean by_pointer)
{
  const GwBoardShift *shift = index >= 0 ? gw_board_week_get_shift (self->week, (guint) index)
                                         : NULL;
  gint today = gw_board_week_get_today (self->week);

  if (self->held.active || self->held.settling)
    gw_board_let_go (self);
  if (shift == NULL)
    return FALSE;
  if (gw_board_week_is_past (self->week, shift->day) ||
      (shift->day == today && shift->start < gw_board_week_get_now (self->week)))
    return refuse_past (self);
  g_array_set_size (self->held.members, 0);
  self->held.entry = -1;
  self->held.own_row = shift->row;
  self->held.own_day = shift->day;
  self->held.own_start = shift->start;
  self->held.length = shift->end - shift->start;
  self->held.move.visit = GW_ID_NONE;
  self->held.move.shift = shift->id;
  begin (self,
         shift->row >= 0 ? gw_board_week_get_row (self->week, (guint) shift->row)->id : GW_ID_NONE,
         by_pointer);
  return TRUE;
}

void
gw_board_list_moves (GwBoard *self, const GwBoardMove *target, GArray *moves)
{
  const GwBoardHeld *held = &self->held;
  GwDay own_day = gw_day_add (gw_board_week_get_first_day (self->week), held->own_day);
  gboolean any_time = (target->flags & GW_BOARD_MOVE_ANY_TIME) != 0;
  gint later = any_time ? 0 : target->start.value - held->own_start;

  if (held->members->len == 0)
    g_array_append_val (moves, *target);
  for (guint i = 0; i < held->members->len; i++)
    {
      const GwBoardMember *member = &g_array_index (held->members, GwBoardMember, i);
      GwBoardMove move = *target;

      move.visit = member->key.visit;
      move.from = member->key.colleague;
      /* Without another row each stays with whom it is. */
      if (gw_id_equal (target->to, target->from))
        move.to = member->key.colleague;
      move.day = gw_day_add (member->day, gw_day_diff (target->day, own_day));
      move.start = GW_MINUTE (CLAMP (member->start + later, 0, 2 * GW_MINUTES_A_DAY));
      move.flags &= ~(guint) GW_BOARD_MOVE_ANY_TIME;
      g_array_append_val (moves, move);
    }
}

void
gw_board_aim (GwBoard *self, gint shown, gint day, gint start, guint flags)
{
  GwBoardHeld *held = &self->held;
  gint row = gw_board_get_shown_row (self, shown);

  gboolean is_shift = !gw_id_is_none (held->move.shift);

  if (!held->active || (shown >= 0 && row == GW_BOARD_FOLD))
    return;
  /* A visit that goes to nobody is to cover, open shifts or not. */
  if (row == GW_BOARD_ROW_OPEN && !is_shift)
    shown = -1;
  start = CLAMP (start, 0, is_shift ? GW_MINUTES_A_DAY - 5 : 2 * GW_MINUTES_A_DAY);
  if (is_shift && (start != held->own_start || day != held->own_day))
    flags |= GW_BOARD_MOVE_OTHER_TIME;
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
  gw_board_ask_prices (self);
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

/* Whether the keys stop at a shown row on their way. */
static gboolean
is_target (GwBoard *self, gint shown)
{
  gint row = gw_board_get_shown_row (self, shown);

  return row != GW_BOARD_FOLD &&
         (row != GW_BOARD_ROW_OPEN || !gw_id_is_none (self->held.move.shift));
}

void
gw_board_aim_by (GwBoard *self, gint minutes, gint rows)
{
  gint shown = self->held.shown + rows;
  gint start = self->held.move.start.value;

  if (!self->held.active)
    return;
  while (shown >= 0 && shown < (gint) self->layout.shown->len && !is_target (self, shown))
    shown += rows;
  if (shown < -1 || shown >= (gint) self->layout.shown->len)
    shown = self->held.shown;
  self->held.by_pointer = FALSE;
  gw_board_aim (self, shown, self->held.day, minutes != 0 ? gw_board_snap (start + minutes) : start,
                self->held.move.flags & (guint) GW_BOARD_MOVE_COPY);
  reveal_target (self);
}

void
gw_board_aim_by_day (GwBoard *self, gint days)
{
  gint day = CLAMP (self->held.day + days, 0, self->geometry.n_days - 1);

  if (!self->held.active)
    return;
  if (self->geometry.view != GW_BOARD_VIEW_WEEK || day == self->held.day)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->held.by_pointer = FALSE;
  gw_board_aim (self, self->held.shown, day, self->held.move.start.value,
                self->held.move.flags & (guint) GW_BOARD_MOVE_COPY);
  reveal_target (self);
}

/* The shown row of a colleague, who may be folded away with those who do not work that day. */
static gint
show_row (GwBoard *self, GwId colleague)
{
  gint row = gw_board_week_find_row (self->week, colleague);
  GwId held_for = self->held.move.to;

  if (row >= 0 && gw_board_find_shown (self, row) < 0 && !self->layout.fold_open)
    {
      self->layout.fold_open = TRUE;
      gw_board_relayout (self);
      gw_board_forget_verdicts (self);
      self->held.shown = gw_board_find_shown (self, gw_board_week_find_row (self->week, held_for));
    }
  return gw_board_find_shown (self, row);
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
    held->n_best = gw_board_pricer_suggest (self->pricer, &held->move, held->best,
                                            G_N_ELEMENTS (held->best));
  if (held->n_best == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      gw_board_emit_refused (self, _ ("No other place is known just now."));
      return;
    }
  best = &held->best[held->next_best];
  held->next_best = (held->next_best + 1) % held->n_best;
  held->by_pointer = FALSE;
  day = gw_day_diff (best->day, gw_board_week_get_first_day (self->week));
  gw_board_aim (self, show_row (self, best->to), day, best->start.value, 0);
  reveal_target (self);
}

static gboolean
on_not_taken (gpointer data)
{
  GwBoard *self = data;

  self->held.settle_source = 0;
  gw_board_put_back (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_unmoved (GwBoard *self)
{
  const GwBoardMove *move = &self->held.move;
  guint same_time = move->flags & GW_BOARD_MOVE_ANY_TIME;

  return (move->flags & GW_BOARD_MOVE_COPY) == 0 && gw_id_equal (move->from, move->to) &&
         self->held.day == self->held.own_day &&
         (same_time || move->start.value == self->held.own_start);
}

/* Focus goes along with what was dropped. */
static void
want_focus (GwBoard *self, const GwBoardMove *move)
{
  self->focus.wanted_visit = move->visit;
  self->focus.wanted_colleague = move->to;
  self->focus.wanted_shift = move->shift;
}

static void
drop (GwBoard *self, const GwBoardMove *move)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (GwBoardMove));

  gw_board_list_moves (self, move, moves);
  if (moves->len > 1)
    gw_board_emit_all_dropped (self, moves);
  else
    gw_board_emit_dropped (self, move);
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
  if (verdict != NULL && verdict->severity != GW_BOARD_UNKNOWN && self->held.members->len == 0 &&
      (move.flags & GW_BOARD_MOVE_ANY_TIME) != 0)
    move.start = verdict->start;
  else if (self->held.members->len > 0 && (move.flags & GW_BOARD_MOVE_ANY_TIME) != 0)
    move.start = GW_MINUTE (self->held.own_start);
  move.flags &= ~(guint) GW_BOARD_MOVE_ANY_TIME;
  self->held.move = move;
  self->held.active = FALSE;
  self->held.settling = TRUE;
  want_focus (self, &move);
  self->held.settle_source = g_timeout_add_seconds (SETTLE_SECONDS, on_not_taken, self);
  gw_board_sync_pills (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  drop (self, &move);
}

/* The child that was held looks and sounds as before. */
static void
restore_child (GwBoard *self)
{
  GtkWidget *card = gw_board_find_card (self, self->held.entry);
  gint index = gw_board_find_shift_stop (self, self->held.move.shift);

  if (card != NULL)
    {
      gtk_widget_remove_css_class (card, "held");
      if (gw_board_card_get_index (GW_BOARD_CARD (card)) >= 0)
        gw_board_card_say (GW_BOARD_CARD (card), NULL);
    }
  else if (index >= 0)
    {
      const GwBoardStop *stop = gw_board_get_stop (self, (guint) index);
      GtkWidget *cell = gw_board_find_cell (self, stop);
      g_autofree char *words = gw_board_words_cell_sentence (
          self->week, gw_board_get_shown_row (self, stop->shown), stop->day, stop->shift);
      if (cell != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                        words, -1);
    }
}

void
gw_board_let_go (GwBoard *self)
{
  g_clear_handle_id (&self->held.price_source, g_source_remove);
  g_clear_handle_id (&self->held.settle_source, g_source_remove);
  if (!self->held.active && !self->held.settling)
    return;
  self->held.active = self->held.settling = FALSE;
  gw_board_hide_ghost (self);
  restore_child (self);
  gw_board_sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where what is held came from: its card, or its cell. */
static gint
find_own_stop (GwBoard *self)
{
  if (self->week == NULL || (!self->held.active && !self->held.settling))
    return -1;
  return self->held.entry >= 0 ? gw_board_find_stop (self, self->held.entry)
                               : gw_board_find_shift_stop (self, self->held.move.shift);
}

void
gw_board_put_back (GwBoard *self)
{
  gint stop = find_own_stop (self);
  GwBoardBox from;

  if (!self->held.active && !self->held.settling)
    return;
  from = gw_board_get_ghost_box (self);
  self->focus.wanted_visit = GW_ID_NONE;
  self->focus.wanted_shift = GW_ID_NONE;
  gw_board_let_go (self);
  if (stop < 0 || gw_board_get_ghost (self) == NULL)
    return;
  GwBoardBox to = gw_board_get_stop_box (self, gw_board_get_stop (self, (guint) stop));
  gw_board_glide (self, &from, &to);
}

/* Whether the shift that is held is still where it was taken from. */
static gboolean
finds_shift (GwBoard *self)
{
  gint index = gw_board_week_find_shift (self->week, self->held.move.shift);
  const GwBoardShift *shift = index >= 0 ? gw_board_week_get_shift (self->week, (guint) index)
                                         : NULL;
  gint row = gw_id_is_none (self->held.move.from)
                 ? GW_BOARD_ROW_OPEN
                 : gw_board_week_find_row (self->week, self->held.move.from);

  if (shift == NULL || shift->row != row || shift->day != self->held.own_day)
    return FALSE;
  self->held.own_row = row;
  return TRUE;
}

void
gw_board_rehold (GwBoard *self)
{
  gboolean is_shift = !gw_id_is_none (self->held.move.shift);
  gint entry = is_shift ? -1
                        : gw_board_week_find_entry (self->week, self->held.move.visit,
                                                    self->held.move.from);

  if (self->held.settling || (is_shift ? !finds_shift (self) : entry < 0))
    {
      self->held.entry = is_shift ? -1 : MAX (entry, 0);
      gw_board_let_go (self);
      return;
    }
  self->held.entry = entry;
  self->held.shown = gw_board_find_shown (
      self, is_shift && gw_id_is_none (self->held.move.to)
                ? GW_BOARD_ROW_OPEN
                : gw_board_week_find_row (self->week, self->held.move.to));
  gw_board_show_ghost (self);
  gw_board_ask_prices (self);
}

gboolean
gw_board_is_holding (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  return self->held.active;
}
