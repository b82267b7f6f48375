/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do to whole shifts, and to several visits at once: one change, one undo. */
#include "config.h"

#include "gw-rota-page-private.h"

#include "gw-shift-change.h"
#include "gw-visit-change.h"

#include <glib/gi18n-lib.h>

static char *
dup_shift_label (GwRotaPage *self, const GwBoardMove *move, guint n_left)
{
  g_autofree char *from = gw_rota_page_dup_label_name (self, move->from);
  g_autofree char *to = gw_rota_page_dup_label_name (self, move->to);
  /* Translators: %s are colleagues */
  g_autofree char *label = gw_id_equal (move->from, move->to)
                               ? g_strdup_printf (_ ("%s’s shift moved"), from)
                               : g_strdup_printf (_ ("%1$s’s shift given to %2$s"), from, to);

  if (n_left == 0)
    return g_steal_pointer (&label);
  /* Translators: %s is what was done: "Marta’s shift moved"; %u visits have nobody then */
  return g_strdup_printf (ngettext ("%s: %u visit to cover", "%s: %u visits to cover", n_left),
                          label, n_left);
}

void
gw_rota_page_move_shift (GwRotaPage *self, const GwBoardMove *move)
{
  GwRotaPricer *pricer = gw_rota_week_get_pricer (self->week);
  g_autoptr (GwChange) counted = NULL;
  g_autofree char *label = NULL;
  guint n_left = 0;

  if (!gw_rota_page_may_edit (self))
    {
      gw_board_put_back (self->board);
      return;
    }
  counted = gw_rota_pricer_build_shift_change (pricer, move, "", &n_left);
  if (counted == NULL)
    {
      gw_board_put_back (self->board);
      gw_rota_page_refuse (self, _ ("The rota is still being read. Try again in a moment."));
      return;
    }
  label = dup_shift_label (self, move, n_left);
  gw_rota_page_send (self, gw_rota_pricer_build_shift_change (pricer, move, label, NULL));
}

/* Both halves of a visit may be among those that move; its time is set once. */
static void
add_placement (GwChange *change, GHashTable *placed, const GwRecord *visit,
               const GwVisitPlacement *placement)
{
  GwId id = gw_record_get_id (visit);

  if (g_hash_table_add (placed, g_memdup2 (&id, sizeof id)))
    gw_visit_add_placement (change, visit, placement);
  else
    gw_visit_add_handover (change, visit, placement);
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
}

static void
on_all_dropped (GwBoard *board, GArray *moves, GwRotaPage *self)
{
  g_autoptr (GHashTable) placed = new_ids ();
  g_autoptr (GwChange) change = NULL;
  g_autofree char *label = NULL;

  if (!gw_rota_page_may_edit (self))
    {
      gw_board_put_back (self->board);
      return;
    }
  label = g_strdup_printf (ngettext ("%u visit moved", "%u visits moved", moves->len), moves->len);
  change = gw_change_new (label);
  for (guint i = 0; i < moves->len; i++)
    {
      const GwBoardMove *move = &g_array_index (moves, GwBoardMove, i);
      GwVisitPlacement placement = { move->day, move->start, move->from, move->to };
      const GwRecord *visit = gw_rota_page_find_visit (self, move->visit);

      if (visit == NULL)
        continue;
      if ((move->flags & GW_BOARD_MOVE_COPY) != 0)
        gw_visit_add_copy (change, visit, move->day, move->start, move->to);
      else
        add_placement (change, placed, visit, &placement);
    }
  gw_board_clear_selection (self->board);
  gw_rota_page_send (self, g_steal_pointer (&change));
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
  g_autoptr (GHashTable) placed = new_ids ();
  GwChange *change = gw_change_new (label);

  for (guint i = 0; i < selection->len; i++)
    {
      const GwBoardEntry *entry = get_selected (self, selection, i);
      GwVisitPlacement placement = { gw_visit_get_day (entry->visit), GW_MINUTE (entry->start),
                                     entry->colleague, GW_ID_NONE };
      if (!gw_id_is_none (entry->colleague) && (entry->flags & GW_BOARD_ENTRY_PAST) == 0)
        add_placement (change, placed, entry->visit, &placement);
    }
  return change;
}

gboolean
gw_rota_page_do_all (GwRotaPage *self, GwBoardDeed deed, GwRotaPart part)
{
  g_autoptr (GArray) selection = gw_board_dup_selection (self->board);
  gboolean chosen = FALSE;
  GwChange *change;

  for (guint i = 0; i < selection->len; i++)
    chosen |= gw_id_equal (get_selected (self, selection, i)->visit_id, part.visit);
  if (!chosen || selection->len < 2 ||
      (deed != GW_BOARD_DEED_PIN && deed != GW_BOARD_DEED_TO_COVER))
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
