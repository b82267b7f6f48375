/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of shifts. */
#include "config.h"

#include "gw-import-private.h"

#include "gw-import-cells.h"

#include "gw-civil-parse.h"
#include "gw-shift.h"

typedef struct
{
  GwDay day;
  GwMinute start;
  GwMinute end;
  GwId colleague;
} Row;

static gboolean
read_day (GwImport *self, Row *row)
{
  /* A timestamp in the start column may bring the day along. */
  guint field = gw_import_has (self, GW_IMPORT_SHIFT_DAY) ? GW_IMPORT_SHIFT_DAY
                                                          : GW_IMPORT_SHIFT_START;

  if (!gw_import_has (self, field))
    gw_import_complain (self, GW_IMPORT_SHIFT_DAY, _ ("There is no day."));
  else if (!gw_cell_read_day (gw_import_cell (self, field), self->settings.zone,
                              self->settings.today, &row->day))
    gw_import_complain_cell (self, field,
                             _ ("“%s” is not a day. It could be 24/11/2026 or 2026-11-24."));
  return !self->row_is_bad;
}

static gboolean
read_time (GwImport *self, guint field, const Row *row, GwMinute *out_minute)
{
  const char *cell = gw_import_cell (self, field);
  GwDay day;

  if (*cell == '\0')
    gw_import_complain (self, (gint) field, _ ("There is no time."));
  else if (gw_cell_read_moment (cell, self->settings.zone, self->settings.today, &day, out_minute))
    out_minute->value += MAX (gw_day_diff (day, row->day), 0) * GW_MINUTES_A_DAY;
  else if (!gw_cell_read_minute (cell, out_minute))
    gw_import_complain_cell (self, field,
                             _ ("“%s” is not a time. It could be 08:00, 8.30pm or 20:15."));
  return !self->row_is_bad;
}

static gboolean
read_times (GwImport *self, Row *row)
{
  if (gw_import_has (self, GW_IMPORT_SHIFT_TIMES) && !gw_import_has (self, GW_IMPORT_SHIFT_START))
    {
      if (!gw_minute_range_parse (gw_import_cell (self, GW_IMPORT_SHIFT_TIMES), &row->start,
                                  &row->end))
        gw_import_complain_cell (
            self, GW_IMPORT_SHIFT_TIMES,
            _ ("“%s” is not a start and an end. It could be 7-14 or 07:00–14:00."));
      return !self->row_is_bad;
    }
  if (!read_time (self, GW_IMPORT_SHIFT_START, row, &row->start) ||
      !read_time (self, GW_IMPORT_SHIFT_END, row, &row->end))
    return FALSE;
  if (row->end.value <= row->start.value) /* a night ends on the next day */
    row->end.value += GW_MINUTES_A_DAY;
  return TRUE;
}

static gboolean
read_colleague (GwImport *self, Row *row)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (GwId));

  gw_import_find_colleagues (self, GW_IMPORT_SHIFT_COLLEAGUE, FALSE, ids);
  if (ids->len > 1)
    gw_import_complain (self, GW_IMPORT_SHIFT_COLLEAGUE, _ ("A shift belongs to one colleague."));
  row->colleague = ids->len == 1 ? g_array_index (ids, GwId, 0) : GW_ID_NONE;
  return !self->row_is_bad;
}

static gboolean
may_be (GwImport *self, const GwRecord *shift)
{
  return shift != NULL && !gw_import_was_touched (self, gw_record_get_id (shift));
}

/* The same start, else the only one left; of open shifts only those with the same times. */
static const GwRecord *
find_known (GwImport *self, const Row *row)
{
  GArray *ids = gw_import_index_list (self->index, &gw_shift_type, row->colleague, row->day);
  gboolean open = gw_id_is_none (row->colleague);
  const GwRecord *only = NULL;
  guint n = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const GwRecord *shift = gw_import_index_find (self->index, g_array_index (ids, GwId, i));
      if (shift == NULL || (open && !may_be (self, shift)))
        continue;
      if (gw_shift_get_start (shift).value == row->start.value &&
          (!open || gw_shift_get_end (shift).value == row->end.value))
        return shift;
      if (!may_be (self, shift))
        continue;
      only = shift;
      n++;
    }
  return n == 1 && !open ? only : NULL;
}

static gboolean
is_marked_open (const GwRecord *known)
{
  return known != NULL && gw_record_get_extra (known) != NULL;
}

void
gw_import_read_shift_row (GwImport *self)
{
  Row row;
  const GwRecord *known = gw_import_find_by_id (self, &gw_shift_type, GW_IMPORT_SHIFT_ID);
  g_autoptr (GwDraft) draft = NULL;

  if (self->row_is_bad || !read_day (self, &row) || !read_times (self, &row) ||
      !read_colleague (self, &row))
    {
      gw_import_report_get_counts (self->report, GW_IMPORT_SHIFTS)->n_skipped++;
      return;
    }
  if (known == NULL)
    known = find_known (self, &row);
  draft = gw_import_start (&gw_shift_type, known);
  gw_shift_set_day (draft, row.day);
  gw_shift_set_start (draft, row.start);
  gw_shift_set_end (draft, row.end);
  if (!gw_id_is_none (row.colleague))
    gw_shift_set_colleague (draft, row.colleague);
  else if (known == NULL)
    gw_draft_set_extra (draft, gw_import_index_mark_open ());
  if (known == NULL)
    gw_draft_set_integer (draft, GW_SHIFT_PATTERN_DAY, row.day.value);
  else if (!is_marked_open (known) && !gw_id_is_none (row.colleague))
    gw_shift_set_colleague (draft, row.colleague);
  gw_import_take_team (self, draft, GW_SHIFT_TEAM, GW_IMPORT_SHIFT_TEAM);
  gw_import_take (self, draft, GW_SHIFT_NOTE, GW_IMPORT_SHIFT_NOTE);
  gw_import_finish_row (self, draft);
}
