/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to whole shifts, and to several visits at once: one change, one undo. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-visit-change.h"
#include "gw-visit-timing.h"

#include <glib/gi18n-lib.h>

#define MOST_WAIT (10 * G_USEC_PER_SEC)

/* What is done, without what it leaves behind. */
static char *
dup_shift_deed (GwRotaPage *self, const GwBoardMove *move)
{
  g_autofree char *from = gw_rota_page_dup_label_name (self, move->from);
  g_autofree char *to = gw_rota_page_dup_label_name (self, move->to);

  if (gw_id_equal (move->from, move->to))
    return gw_id_is_none (move->from) ? g_strdup (_ ("Open shift moved"))
                                      /* Translators: %s is a colleague */
                                      : g_strdup_printf (_ ("%s’s shift moved"), from);
  if (gw_id_is_none (move->from))
    /* Translators: %s is a colleague */
    return g_strdup_printf (_ ("Open shift given to %s"), to);
  if (gw_id_is_none (move->to))
    /* Translators: %s is a colleague; nobody holds the shift then */
    return g_strdup_printf (_ ("%s’s shift opened"), from);
  /* Translators: %s are colleagues */
  return g_strdup_printf (_ ("%1$s’s shift given to %2$s"), from, to);
}

char *
gw_rota_page_add_to_cover (const char *words, guint n_visits)
{
  if (n_visits == 0)
    return g_strdup (words);
  /* Translators: %s is what was done: "Marta’s shift moved"; %u visits have nobody then */
  return g_strdup_printf (ngettext ("%s: %u visit to cover", "%s: %u visits to cover", n_visits),
                          words, n_visits);
}

static void
move_shift (GwRotaPage *self, const GwBoardMove *move)
{
  GwRotaPricer *pricer = gw_rota_week_get_pricer (self->week);
  g_autoptr (GwChange) counted = NULL;
  g_autofree char *deed = dup_shift_deed (self, move);
  g_autofree char *label = NULL;
  guint n_left = 0;

  counted = gw_rota_pricer_build_shift_change (pricer, move, "", &n_left);
  if (counted == NULL)
    {
      gw_rota_page_put_back (self);
      gw_rota_page_refuse (self, _ ("The rota is still being read. Try again in a moment."));
      return;
    }
  label = gw_rota_page_add_to_cover (deed, n_left);
  gw_rota_page_send (self, gw_rota_pricer_build_shift_change (pricer, move, label, NULL));
}

static void
move_all (GwRotaPage *self, GArray *moves)
{
  const GwBoardMove *first = (const GwBoardMove *) (gpointer) moves->data;
  g_autofree char *label = g_strdup_printf (
      ngettext ("%u visit moved", "%u visits moved", moves->len), moves->len);
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();

  for (guint i = 0; i < moves->len; i++)
    g_ptr_array_add (visits, (gpointer) gw_rota_page_find_visit (self, first[i].visit));
  gw_board_clear_selection (self->board);
  gw_rota_page_send (self, gw_rota_build_all_change (first, moves->len, visits, label));
}

static void
do_moves (GwRotaPage *self, GArray *moves)
{
  const GwBoardMove *first = (const GwBoardMove *) (gpointer) moves->data;

  if (!gw_id_is_none (first->shift))
    move_shift (self, first);
  else if (moves->len > 1)
    move_all (self, moves);
  else
    gw_rota_page_move_visit (self, first);
}

/* One visit is moved also without prices, and with those of a moment ago. */
static gboolean
is_large (GArray *moves)
{
  return moves->len > 1 || !gw_id_is_none (g_array_index (moves, GwBoardMove, 0).shift);
}

/* Whether what they mean can be known now, and is; a refusal is an answer too. */
static gboolean
settle_moves (GwRotaPage *self, GArray *moves)
{
  GwRotaPricer *pricer = gw_rota_week_get_pricer (self->week);
  g_auto (GwBoardVerdict) verdict = { GW_BOARD_UNKNOWN, NULL, GW_MINUTE (0) };
  gboolean known;

  /* Large ones follow each other: what the one before changes is read first. */
  if (is_large (moves) && self->settling.n_sent > 0)
    return FALSE;
  known = gw_board_pricer_price_all (
      GW_BOARD_PRICER (pricer), (const GwBoardMove *) (gpointer) moves->data, moves->len, &verdict);
  if (is_large (moves) &&
      (gw_rota_pricer_is_stale (pricer) || (!known && gw_rota_pricer_get (pricer) != NULL)))
    return FALSE;
  if (known && verdict.severity == GW_BOARD_CANNOT)
    {
      gw_rota_page_put_back (self);
      gw_rota_page_refuse (self, verdict.sentence);
    }
  else
    do_moves (self, moves);
  return TRUE;
}

void
gw_rota_page_settle (GwRotaPage *self)
{
  GQueue *waiting = &self->settling.waiting;
  gint64 now = g_get_monotonic_time ();

  while (!g_queue_is_empty (waiting))
    {
      g_autoptr (GArray) moves = g_queue_pop_head (waiting);

      /* By now it lies where it was, and what is there may be another rota. */
      if (now - self->settling.since > MOST_WAIT)
        gw_rota_page_refuse (self, _ ("The rota is still being read. Try again in a moment."));
      else if (!settle_moves (self, moves))
        {
          g_queue_push_head (waiting, g_steal_pointer (&moves));
          break;
        }
      self->settling.since = now;
    }
  gw_rota_page_update_actions (self);
}

gboolean
gw_rota_page_is_settling (GwRotaPage *self)
{
  return !g_queue_is_empty (&self->settling.waiting);
}

gboolean
gw_rota_page_take_back_move (GwRotaPage *self)
{
  g_autoptr (GArray) moves = g_queue_pop_tail (&self->settling.waiting);

  if (moves == NULL)
    return FALSE;
  gw_rota_page_put_back (self);
  gw_rota_page_update_actions (self);
  return TRUE;
}

void
gw_rota_page_forget_moves (GwRotaPage *self)
{
  g_queue_clear_full (&self->settling.waiting, (GDestroyNotify) g_array_unref);
}

void
gw_rota_page_settle_moves (GwRotaPage *self, GArray *moves)
{
  if (!gw_rota_page_may_edit (self))
    {
      gw_rota_page_put_back (self);
      return;
    }
  if (!is_large (moves))
    {
      settle_moves (self, moves);
      return;
    }
  if (!gw_rota_page_is_settling (self))
    self->settling.since = g_get_monotonic_time ();
  g_queue_push_tail (&self->settling.waiting, g_array_ref (moves));
  gw_rota_page_settle (self);
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

static void
on_all_dropped (GwBoard *board, GArray *moves, GwRotaPage *self)
{
  gw_rota_page_settle_moves (self, moves);
}

static const GwBoardEntry *
get_selected (GwRotaPage *self, GArray *selection, guint index)
{
  return gw_board_week_get_entry (gw_board_get_week (self->board),
                                  (guint) g_array_index (selection, gint, index));
}

/* All are kept, or when all are kept already all are let go. */
static GwChange *
pin_all (GwRotaPage *self, GArray *selection)
{
  gboolean pinned = TRUE;
  g_autoptr (GHashTable) seen = new_ids ();
  g_autofree char *label = NULL;
  GwChange *change;

  for (guint i = 0; i < selection->len; i++)
    pinned &= (get_selected (self, selection, i)->flags & GW_BOARD_ENTRY_PINNED) != 0;
  label = pinned ? g_strdup_printf (ngettext ("%u visit left to the planner",
                                              "%u visits left to the planner", selection->len),
                                    selection->len)
                 : g_strdup_printf (ngettext ("%u visit kept as it is",
                                              "%u visits kept as they are", selection->len),
                                    selection->len);
  change = gw_change_new (label);
  for (guint i = 0; i < selection->len; i++)
    {
      const GwBoardEntry *entry = get_selected (self, selection, i);
      if (((entry->flags & GW_BOARD_ENTRY_PINNED) != 0) == pinned &&
          g_hash_table_add (seen, g_memdup2 (&entry->visit_id, sizeof (GwId))))
        gw_visit_add_pin (change, entry->visit, !pinned, NULL);
    }
  return change;
}

static GwChange *
unplan_all (GwRotaPage *self, GArray *selection)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("%u visit is to cover again", "%u visits are to cover again", selection->len),
      selection->len);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (GwBoardMove));
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();

  for (guint i = 0; i < selection->len; i++)
    {
      const GwBoardEntry *entry = get_selected (self, selection, i);
      GwBoardMove move = { .visit = entry->visit_id,
                           .from = entry->colleague,
                           .day = gw_visit_get_day (entry->visit),
                           .start = gw_visit_get_shown_start (entry->visit) };

      if (gw_id_is_none (entry->colleague) || (entry->flags & GW_BOARD_ENTRY_PAST) != 0)
        continue;
      g_array_append_val (moves, move);
      g_ptr_array_add (visits, (gpointer) entry->visit);
    }
  return gw_rota_build_all_change ((const GwBoardMove *) (gpointer) moves->data, moves->len, visits,
                                   label);
}

gboolean
gw_rota_page_do_all (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part)
{
  g_autoptr (GArray) selection = gw_board_dup_selection (self->board);
  gboolean chosen = FALSE;
  GwChange *change;

  for (guint i = 0; i < selection->len; i++)
    chosen |= gw_id_equal (get_selected (self, selection, i)->visit_id, part.visit);
  if (!chosen || selection->len < 2)
    return FALSE;
  if (deed == GW_BOARD_DEED_CANCEL)
    {
      gw_rota_page_refuse (self, _ ("Each visit is cancelled for a reason of its own: choose one "
                                    "visit at a time."));
      return TRUE;
    }
  if (deed != GW_BOARD_DEED_PIN && deed != GW_BOARD_DEED_TO_COVER)
    return FALSE;
  if (!gw_rota_page_may_edit (self))
    return TRUE;
  change = deed == GW_BOARD_DEED_PIN ? pin_all (self, selection) : unplan_all (self, selection);
  gw_board_clear_selection (self->board);
  gw_rota_page_send (self, change);
  return TRUE;
}

void
gw_rota_page_connect_shifts (GwRotaPage *self)
{
  g_signal_connect (self->board, "all-dropped", G_CALLBACK (on_all_dropped), self);
}
