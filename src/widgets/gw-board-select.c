/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards that are chosen together, by what they show, so that they stay chosen in the next week too. */
#include "config.h"

#include "gw-board-private.h"

static void
follow (GwBoard *self)
{
  gw_board_sync_children (self);
  gw_board_emit_selection_changed (self);
}

gboolean
gw_board_is_selected (GwBoard *self, const GwBoardEntry *entry)
{
  GwBoardKey key = { entry->visit_id, entry->colleague };
  return g_hash_table_size (self->selected) > 0 && g_hash_table_contains (self->selected, &key);
}

GArray *
gw_board_dup_selection (GwBoard *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint));

  g_return_val_if_fail (GW_IS_BOARD (self), found);
  if (self->week == NULL || g_hash_table_size (self->selected) == 0)
    return found;
  for (gint i = 0; i < (gint) gw_board_week_get_n_entries (self->week); i++)
    if (gw_board_is_selected (self, gw_board_week_get_entry (self->week, (guint) i)))
      g_array_append_val (found, i);
  return found;
}

void
gw_board_select (GwBoard *self, gint index, gboolean selected)
{
  const GwBoardEntry *entry;
  GwBoardKey key;

  g_return_if_fail (GW_IS_BOARD (self) && self->week != NULL && index >= 0);
  entry = gw_board_week_get_entry (self->week, (guint) index);
  key = (GwBoardKey){ entry->visit_id, entry->colleague };
  if (selected)
    g_hash_table_add (self->selected, g_memdup2 (&key, sizeof key));
  else
    g_hash_table_remove (self->selected, &key);
  follow (self);
}

GHashTable *
gw_board_dup_selected_keys (GwBoard *self)
{
  GHashTable *keys = gw_board_new_keys ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (keys, g_memdup2 (key, sizeof (GwBoardKey)));
  return keys;
}

static gboolean
is_same (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (one) != g_hash_table_size (other))
    return FALSE;
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (other, key))
      return FALSE;
  return TRUE;
}

void
gw_board_set_selection (GwBoard *self, GHashTable *keys)
{
  if (is_same (self->selected, keys))
    return;
  g_hash_table_ref (keys);
  g_hash_table_unref (self->selected);
  self->selected = keys;
  follow (self);
}

gboolean
gw_board_clear_selection (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  if (g_hash_table_size (self->selected) == 0)
    return FALSE;
  g_hash_table_remove_all (self->selected);
  follow (self);
  return TRUE;
}

void
gw_board_extend_selection (GwBoard *self, gint stop)
{
  gint from = gw_board_get_focus_stop (self);
  gint entries[] = { from >= 0 ? gw_board_get_stop (self, (guint) from)->entry : -1,
                     stop >= 0 ? gw_board_get_stop (self, (guint) stop)->entry : -1 };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i] >= 0)
      gw_board_select (self, entries[i], TRUE);
}
