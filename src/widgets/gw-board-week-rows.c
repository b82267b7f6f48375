/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of colleagues, and the days they are away. */
#include "config.h"

#include "gw-board-week-private.h"

#include "gw-absence-change.h"
#include "gw-name.h"

gboolean
gw_board_input_is_our_team (const GwBoardInput *input, GwId team)
{
  return gw_id_is_none (input->team) || gw_id_is_none (team) || gw_id_equal (team, input->team);
}

static gboolean
is_gone (const GwColleague *colleague, const GwBoardInput *input)
{
  return gw_record_is_deleted (colleague) ||
         (gw_colleague_has_left (colleague) &&
          gw_day_compare (gw_colleague_get_left (colleague), input->first_day) < 0);
}

static gboolean
has_started (const GwColleague *colleague, const GwBoardInput *input)
{
  GwDay last_day = gw_day_add (input->first_day, (gint) input->n_days - 1);

  return !gw_colleague_has_started (colleague) ||
         gw_day_compare (gw_colleague_get_started (colleague), last_day) <= 0;
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const GwBoardRow *one = a, *other = b;
  gint order = g_utf8_collate (one->full_name, other->full_name);
  return order != 0 ? order : gw_id_compare (one->id, other->id);
}

static void
add_row (GwBoardWeek *self, const GwColleague *colleague, const GwBoardInput *input)
{
  g_autofree char *name = gw_board_dup_colleague (colleague, FALSE);
  g_autofree char *full_name = gw_board_dup_colleague (colleague, TRUE);
  g_autofree char *initials = gw_record_dup_initials (colleague);
  gboolean hide = (input->flags & GW_BOARD_INPUT_HIDE_NAMES) != 0 && *initials != '\0';
  GwBoardRow row = {
    .record = colleague,
    .id = gw_record_get_id (colleague),
    .name = g_string_chunk_insert (self->strings, hide ? initials : name),
    .full_name = g_string_chunk_insert (self->strings, hide ? initials : full_name),
    .initials = g_string_chunk_insert (self->strings, initials),
    .contract = gw_colleague_get_contract (colleague).value,
    .is_gone = is_gone (colleague, input),
  };

  g_ptr_array_add (self->records, gw_record_ref (colleague));
  g_array_append_val (self->rows, row);
}

/* Two with the same first name are both shown with their full names' last initial. */
static void
tell_apart (GwBoardWeek *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *name = g_array_index (self->rows, GwBoardRow, i).name;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (seen, name));
      g_hash_table_insert (seen, (gpointer) name, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      GwBoardRow *row = &g_array_index (self->rows, GwBoardRow, i);
      if (GPOINTER_TO_UINT (g_hash_table_lookup (seen, row->name)) > 1)
        row->name = row->full_name;
    }
}

void
gw_board_week_add_rows (GwBoardWeek *self, const GwBoardInput *input)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; input->colleagues != NULL && i < input->colleagues->len; i++)
    {
      const GwRecord *colleague = g_ptr_array_index (input->colleagues, i);
      if (is_gone (colleague, input))
        g_ptr_array_add (gone, (gpointer) colleague);
      else if (has_started (colleague, input) &&
               gw_board_input_is_our_team (input, gw_colleague_get_team (colleague)))
        add_row (self, colleague, input);
    }
  gw_board_keep_working (gone, input);
  for (guint i = 0; i < gone->len; i++)
    add_row (self, g_ptr_array_index (gone, i), input);
  g_array_sort (self->rows, compare_rows);
  tell_apart (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GwBoardRow *row = &g_array_index (self->rows, GwBoardRow, i);
      g_hash_table_insert (self->row_of, &row->id, GUINT_TO_POINTER (i + 1));
    }
}

guint
gw_board_cell_list_present (const GwBoardCell *cell, gint start, gint end,
                            GwBoardStretch out_parts[2])
{
  gboolean away = cell->absence != 0 && !cell->absence_asked;
  GwBoardStretch before = { start, away ? MIN (end, cell->absence_start) : end };
  GwBoardStretch after = { MAX (start, cell->absence_end), end };
  guint n = 0;

  if (before.start < before.end)
    out_parts[n++] = before;
  if (away && after.start < after.end)
    out_parts[n++] = after;
  return n;
}

gint
gw_board_cell_count_worked (const GwBoardCell *cell, gint start, gint end, gint paid)
{
  gint from = MAX (start, cell->absence_start), until = MIN (end, cell->absence_end);

  if ((cell->absence != GW_ABSENCE_LEAVE && cell->absence != GW_ABSENCE_AWAY) ||
      cell->absence_asked || from >= until || start >= end)
    return paid;
  return paid * (end - start - (until - from)) / (end - start);
}

/* What is only asked for never hides what is agreed; two that meet are shown as one. */
static void
put_absence (GwBoardCell *cell, const GwAbsence *absence)
{
  gboolean asked = gw_absence_get_state (absence) == GW_ABSENCE_ASKED;
  gint start = gw_absence_get_start (absence).value;
  gint end = gw_absence_has_end (absence) ? gw_absence_get_end (absence).value : GW_MINUTES_A_DAY;

  if (cell->absence != 0 && asked && !cell->absence_asked)
    return;
  if (cell->absence != 0 && asked == cell->absence_asked && start <= cell->absence_end &&
      cell->absence_start <= end)
    {
      cell->absence_start = MIN (cell->absence_start, start);
      cell->absence_end = MAX (cell->absence_end, end);
      return;
    }
  cell->absence = gw_absence_get_kind (absence);
  cell->absence_asked = asked;
  cell->absence_start = start;
  cell->absence_end = end;
}

static void
add_absence (GwBoardWeek *self, const GwAbsence *absence)
{
  gint row = gw_board_week_find_row (self, gw_absence_get_colleague (absence));

  if (row < 0 || gw_record_is_deleted (absence) ||
      gw_absence_get_state (absence) == GW_ABSENCE_DECLINED)
    return;
  for (gint day = 0; day < (gint) self->n_days; day++)
    if (gw_absence_covers_day (absence, gw_day_add (self->first_day, day)))
      put_absence (gw_board_week_edit_cell (self, row, day), absence);
}

void
gw_board_week_add_absences (GwBoardWeek *self, const GwBoardInput *input)
{
  for (guint i = 0; input->absences != NULL && i < input->absences->len; i++)
    add_absence (self, g_ptr_array_index (input->absences, i));
}
