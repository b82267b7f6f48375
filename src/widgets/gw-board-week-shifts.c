/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shifts: those of colleagues, any number a day, and those that nobody holds yet. */
#include "config.h"

#include "gw-board-geometry.h"
#include "gw-board-week-private.h"

#include "gw-shift-change.h"

/* An open shift is seen by its team; one of no team by all. */
static gint
find_row (GwBoardWeek *self, const GwBoardInput *input, const GwShift *shift)
{
  if (gw_shift_has_colleague (shift))
    return gw_board_week_find_row (self, gw_shift_get_colleague (shift));
  return gw_board_input_is_our_team (input, gw_shift_get_team (shift)) ? GW_BOARD_ROW_OPEN : -1;
}

static void
add_shift (GwBoardWeek *self, const GwBoardInput *input, const GwShift *record, GTimeZone *zone)
{
  GwBoardShift shift = {
    .record = record,
    .id = gw_record_get_id (record),
    .row = find_row (self, input, record),
    .day = gw_day_diff (gw_shift_get_day (record), self->first_day),
    .start = gw_shift_get_start (record).value,
    .end = gw_shift_get_end (record).value,
  };

  if (gw_record_is_deleted (record) || shift.row == -1 || shift.day < 0 ||
      shift.day >= (gint) self->n_days)
    return;
  if (shift.row >= 0)
    g_array_index (self->rows, GwBoardRow, shift.row).minutes += gw_board_cell_count_worked (
        gw_board_week_get_cell (self, shift.row, shift.day), shift.start, shift.end,
        gw_shift_get_paid (record, zone).value);
  g_ptr_array_add (self->records, gw_record_ref (record));
  g_array_append_val (self->shifts, shift);
}

static gint
compare_shifts (gconstpointer a, gconstpointer b)
{
  const GwBoardShift *one = a, *other = b;

  return gw_board_compare_places (
      &(GwBoardPlace){ one->row, one->day, one->start, one->id },
      &(GwBoardPlace){ other->row, other->day, other->start, other->id });
}

static void
share_out (GwBoardWeek *self)
{
  for (guint i = 0; i < self->shifts->len; i++)
    {
      const GwBoardShift *shift = &g_array_index (self->shifts, GwBoardShift, i);
      GwBoardCell *cell = gw_board_week_edit_cell (self, shift->row, shift->day);

      if (cell->n_shifts == 0)
        cell->first_shift = i;
      cell->start = cell->n_shifts == 0 ? shift->start : MIN (cell->start, shift->start);
      cell->end = cell->n_shifts == 0 ? shift->end : MAX (cell->end, shift->end);
      cell->n_shifts++;
    }
}

/* Open shifts of the same hours lie below each other. */
static void
stack_open (GwBoardWeek *self, GwBoardCell *cell)
{
  g_autofree GwBoardSpan *spans = g_new0 (GwBoardSpan, cell->n_shifts);

  for (guint i = 0; i < cell->n_shifts; i++)
    {
      const GwBoardShift *shift = gw_board_week_get_shift (self, cell->first_shift + i);
      spans[i].start = shift->start;
      spans[i].end = shift->end;
    }
  cell->n_levels = gw_board_stack (spans, cell->n_shifts);
  for (guint i = 0; i < cell->n_shifts; i++)
    g_array_index (self->shifts, GwBoardShift, cell->first_shift + i).level = spans[i].level;
}

GwBoardShift *
gw_board_week_find_shift_at (GwBoardWeek *self, const GwBoardCell *cell, gint start)
{
  for (guint i = 0; i < cell->n_shifts; i++)
    {
      GwBoardShift *shift = &g_array_index (self->shifts, GwBoardShift, cell->first_shift + i);
      if (start < shift->end || i + 1 == cell->n_shifts)
        return shift;
    }
  return NULL;
}

/* A visit of a colleague is in her shift of that hour; one that nobody has, in the shift it waits in. */
static void
count_entries (GwBoardWeek *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GwBoardEntry *entry = &g_array_index (self->entries, GwBoardEntry, i);
      const GwBoardCell *cell = gw_board_week_get_cell (
          self, entry->row >= 0 ? entry->row : GW_BOARD_ROW_OPEN, entry->day);
      GwBoardShift *shift;

      if (entry->row >= 0)
        {
          shift = gw_board_week_find_shift_at (self, cell, entry->start);
          if (shift != NULL)
            shift->n_entries++;
          continue;
        }
      for (guint j = 0; j < cell->n_shifts; j++)
        {
          shift = &g_array_index (self->shifts, GwBoardShift, cell->first_shift + j);
          shift->n_entries += gw_shift_has_visit (shift->record, entry->visit);
        }
    }
}

void
gw_board_week_add_shifts (GwBoardWeek *self, const GwBoardInput *input)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GTimeZone *zone = input->zone != NULL ? input->zone : utc;

  /* Who is away does not work: shifts look at the absences. */
  gw_board_week_add_absences (self, input);
  for (guint i = 0; input->shifts != NULL && i < input->shifts->len; i++)
    add_shift (self, input, g_ptr_array_index (input->shifts, i), zone);
  g_array_sort (self->shifts, compare_shifts);
  share_out (self);
  for (gint day = 0; day < (gint) self->n_days; day++)
    stack_open (self, gw_board_week_edit_cell (self, GW_BOARD_ROW_OPEN, day));
  count_entries (self);
}
