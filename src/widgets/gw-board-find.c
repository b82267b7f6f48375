/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leading the reader to an entry: by index, by trouble, by name; and saying what has the focus. */
#include "config.h"

#include "gw-board-private.h"

#include "gw-board-words.h"

/* Brings an entry into view that is folded away: its day, its row, its line in the lane. */
static void
unfold (GwBoard *self, const GwBoardEntry *entry)
{
  if (self->geometry.view == GW_BOARD_VIEW_DAY && self->geometry.day != entry->day)
    gw_board_set_view (self, GW_BOARD_VIEW_DAY, entry->day);
  if (entry->row < 0)
    self->layout.lane_open = TRUE;
  else if (self->geometry.view == GW_BOARD_VIEW_WEEK && !gw_board_is_opened (self, entry->row))
    gw_board_toggle_row (self, entry->row);
  gw_board_relayout (self);
}

gboolean
gw_board_focus_entry (GwBoard *self, gint index)
{
  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  if (self->week == NULL || index < 0 || index >= (gint) gw_board_week_get_n_entries (self->week))
    return FALSE;
  if (gw_board_find_stop (self, index) < 0)
    unfold (self, gw_board_week_get_entry (self->week, (guint) index));
  return gw_board_focus_stop (self, gw_board_find_stop (self, index));
}

void
gw_board_open_row (GwBoard *self, gint row)
{
  gint shown;

  g_return_if_fail (GW_IS_BOARD (self) && self->week != NULL);
  if (!gw_board_is_opened (self, row))
    gw_board_toggle_row (self, row);
  shown = gw_board_find_shown (self, row);
  if (shown < 0)
    return;
  /* All of the row, then its day. */
  GwBoardBox box = gw_board_geometry_get_row_box (&self->geometry, shown);
  gw_board_geometry_reveal (&self->geometry, &box);
  gw_board_focus_stop (self, gw_board_find_cell_stop (self, shown, self->geometry.day, 0));
}

gint
gw_board_get_focus_entry (GwBoard *self)
{
  g_return_val_if_fail (GW_IS_BOARD (self), -1);
  if (self->week == NULL || gw_id_is_none (self->focus.visit))
    return -1;
  return gw_board_week_find_entry (self->week, self->focus.visit, self->focus.colleague);
}

gboolean
gw_board_get_entry_box (GwBoard *self, gint index, GdkRectangle *out_box)
{
  gint stop;
  GwBoardBox box;

  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  stop = gw_board_find_stop (self, index);
  if (stop < 0)
    return FALSE;
  box = gw_board_get_stop_box (self, gw_board_get_stop (self, (guint) stop));
  *out_box = (GdkRectangle){ (gint) box.x, (gint) box.y, (gint) box.width, (gint) box.height };
  return TRUE;
}

char *
gw_board_dup_focus_sentence (GwBoard *self)
{
  gint stop = gw_board_get_focus_stop (self);
  const GwBoardStop *at;
  gint entry;

  if (stop >= 0)
    {
      at = gw_board_get_stop (self, (guint) stop);
      if (at->entry < 0)
        return gw_board_words_cell_sentence (self->week, gw_board_get_shown_row (self, at->shown),
                                             at->day, at->shift);
      return gw_board_words_sentence (self->week, (guint) at->entry);
    }
  entry = gw_board_get_focus_entry (self);
  return entry >= 0 ? gw_board_words_sentence (self->week, (guint) entry) : NULL;
}

static gboolean
is_trouble (const GwBoardEntry *entry)
{
  return entry->row < 0 || entry->severity == GW_BOARD_CANNOT ||
         entry->severity == GW_BOARD_GIVES_WAY;
}

gboolean
gw_board_next_trouble (GwBoard *self, gint direction)
{
  gint n, at;

  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  n = self->week != NULL ? (gint) gw_board_week_get_n_entries (self->week) : 0;
  at = gw_board_get_focus_entry (self);
  if (at < 0)
    at = direction > 0 ? -1 : n;
  for (gint i = 0; i < n; i++)
    {
      at = (at + direction + n) % n;
      if (is_trouble (gw_board_week_get_entry (self->week, (guint) at)))
        return gw_board_focus_entry (self, at);
    }
  return FALSE;
}

static gboolean
begins_with (const char *name, const char *folded)
{
  g_autofree char *other = g_utf8_casefold (name, -1);
  return g_str_has_prefix (other, folded);
}

gboolean
gw_board_find (GwBoard *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gint n, from;

  g_return_val_if_fail (GW_IS_BOARD (self), FALSE);
  n = (gint) self->layout.stops->len;
  from = gw_board_get_focus_stop (self);
  /* While more letters come, what is found already stays found. */
  for (gint i = from < 0 || g_utf8_strlen (text, -1) == 1 ? 1 : 0; i <= n; i++)
    {
      gint index = n > 0 ? (MAX (from, 0) + i) % n : 0;
      const GwBoardStop *stop = n > 0 ? gw_board_get_stop (self, (guint) index) : NULL;
      gint row = stop != NULL ? gw_board_get_shown_row (self, stop->shown) : -1;

      if (stop == NULL)
        return FALSE;
      if (begins_with (stop->entry >= 0
                           ? gw_board_week_get_entry (self->week, (guint) stop->entry)->name
                           : gw_board_words_row (self->week, row),
                       folded))
        return gw_board_focus_stop (self, index);
    }
  return FALSE;
}
