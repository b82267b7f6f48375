/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of visits. */
#include "config.h"

#include "gw-import-private.h"

#include "gw-import-cells.h"

#include "gw-civil-parse.h"
#include "gw-text.h"
#include "gw-visit.h"

#define SAID_NOTHING (-1)
/* A visit that ends before it starts goes on past midnight; but nobody visits for so many minutes,
 * so then two times were mixed up. */
#define MOST_OVERNIGHT (14 * 60)

/* Times in minutes after midnight of @day; SAID_NOTHING where the row has none. */
typedef struct
{
  GwId person;
  GwDay day;
  gint start;
  gint end;
  gint ideal;
  gint earliest;
  gint latest;
  gint latest_end;
  gint duration;
  gint actual_start;
  gint actual_end;
} Row;

static void
read_day (GwImport *self, Row *row)
{
  guint field = gw_import_has (self, GW_IMPORT_VISIT_DAY) ? GW_IMPORT_VISIT_DAY
                                                          : GW_IMPORT_VISIT_START;

  if (!gw_import_has (self, field))
    gw_import_complain (self, GW_IMPORT_VISIT_DAY, _ ("There is no day."));
  else if (!gw_cell_read_day (gw_import_cell (self, field), self->settings.zone,
                              self->settings.today, &row->day))
    gw_import_complain_cell (self, field,
                             _ ("“%s” is not a day. It could be 24/11/2026 or 2026-11-24."));
}

static gint
read_time (GwImport *self, guint field, const Row *row)
{
  const char *cell = gw_import_cell (self, field);
  GwMinute minute;
  GwDay day;

  if (*cell == '\0' || self->row_is_bad)
    return SAID_NOTHING;
  if (gw_cell_read_moment (cell, self->settings.zone, self->settings.today, &day, &minute))
    return minute.value + CLAMP (gw_day_diff (day, row->day), 0, 1) * GW_MINUTES_A_DAY;
  if (gw_cell_read_minute (cell, &minute))
    return minute.value;
  gw_import_complain_cell (self, field,
                           _ ("“%s” is not a time. It could be 08:00, 8.30pm or 20:15."));
  return SAID_NOTHING;
}

static void
read_window (GwImport *self, Row *row)
{
  GwMinute start, end;

  row->earliest = read_time (self, GW_IMPORT_VISIT_EARLIEST, row);
  row->latest = read_time (self, GW_IMPORT_VISIT_LATEST, row);
  row->latest_end = read_time (self, GW_IMPORT_VISIT_LATEST_END, row);
  if (!gw_import_has (self, GW_IMPORT_VISIT_TIMES))
    return;
  if (!gw_minute_range_parse (gw_import_cell (self, GW_IMPORT_VISIT_TIMES), &start, &end))
    {
      gw_import_complain_cell (
          self, GW_IMPORT_VISIT_TIMES,
          _ ("“%s” is not a start and an end. It could be 7-14 or 07:00–14:00."));
      return;
    }
  row->earliest = start.value;
  row->latest = end.value;
}

static void
read_length (GwImport *self, Row *row)
{
  GwSpan span;

  row->duration = SAID_NOTHING;
  if (gw_import_has (self, GW_IMPORT_VISIT_DURATION))
    {
      if (gw_cell_read_span (gw_import_cell (self, GW_IMPORT_VISIT_DURATION), &span))
        row->duration = span.value;
      else
        gw_import_complain_cell (self, GW_IMPORT_VISIT_DURATION,
                                 _ ("“%s” is not a length of time. It could be 30 or 1h15."));
    }
  else if (row->start != SAID_NOTHING && row->end != SAID_NOTHING)
    {
      gboolean is_overnight = row->end <= row->start;

      if (is_overnight)
        row->end += GW_MINUTES_A_DAY;
      row->duration = row->end - row->start;
      if (is_overnight && row->duration > MOST_OVERNIGHT)
        gw_import_complain_cell (self, GW_IMPORT_VISIT_END,
                                 _ ("The end, “%s”, comes before the start."));
    }
  if (row->duration != SAID_NOTHING && row->latest_end != SAID_NOTHING &&
      row->latest == SAID_NOTHING)
    row->latest = row->latest_end - row->duration;
}

static gboolean
read_row (GwImport *self, Row *row)
{
  row->person = gw_import_find_person (self, GW_IMPORT_VISIT_PERSON);
  read_day (self, row);
  row->start = read_time (self, GW_IMPORT_VISIT_START, row);
  row->end = read_time (self, GW_IMPORT_VISIT_END, row);
  row->ideal = read_time (self, GW_IMPORT_VISIT_IDEAL, row);
  row->actual_start = read_time (self, GW_IMPORT_VISIT_ACTUAL_START, row);
  row->actual_end = read_time (self, GW_IMPORT_VISIT_ACTUAL_END, row);
  read_window (self, row);
  read_length (self, row);
  /* A list that knows one time only means: this is what was agreed. */
  if (row->ideal == SAID_NOTHING && row->earliest == SAID_NOTHING)
    row->ideal = row->start;
  if (!self->row_is_bad && row->ideal == SAID_NOTHING && row->earliest == SAID_NOTHING)
    gw_import_complain (self, GW_IMPORT_VISIT_START, _ ("There is no time."));
  return !self->row_is_bad;
}

static gboolean
equals (const GwRecord *visit, guint field, gint minute)
{
  return minute != SAID_NOTHING && gw_record_has (visit, field) &&
         gw_record_get_integer (visit, field) == minute;
}

static gboolean
is_same_visit (GwImport *self, const Row *row, const GwRecord *visit)
{
  const char *purpose = gw_import_cell (self, GW_IMPORT_VISIT_PURPOSE);
  gboolean same_purpose = *purpose == '\0' ||
                          gw_text_compare (purpose, gw_visit_get_purpose (visit)) == 0;

  if (row->ideal != SAID_NOTHING && gw_visit_has_ideal (visit))
    return equals (visit, GW_VISIT_IDEAL, row->ideal);
  if (row->earliest != SAID_NOTHING && gw_visit_has_earliest (visit))
    return same_purpose && equals (visit, GW_VISIT_EARLIEST, row->earliest);
  return same_purpose && equals (visit, GW_VISIT_START, row->start);
}

static const GwRecord *
find_known (GwImport *self, const Row *row)
{
  GArray *ids = gw_import_index_list (self->index, &gw_visit_type, row->person, row->day);
  const char *purpose = gw_import_cell (self, GW_IMPORT_VISIT_PURPOSE);
  const GwRecord *found = NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const GwRecord *visit = gw_import_index_find (self->index, g_array_index (ids, GwId, i));
      if (visit == NULL || !is_same_visit (self, row, visit))
        continue;
      /* At the same time for the same purpose is best; at the same time will do. */
      if (found == NULL || gw_text_compare (purpose, gw_visit_get_purpose (visit)) == 0)
        found = visit;
    }
  return found;
}

static void
set_if_said (GwDraft *draft, guint field, gint minutes)
{
  if (minutes != SAID_NOTHING)
    gw_draft_set_integer (draft, field, minutes);
}

/* A list with one row a colleague names only some of them here; the others follow. */
static gboolean
names_some_of (GArray *ids, GwIds before)
{
  for (guint i = 0; i < ids->len; i++)
    if (!gw_ids_has (before, g_array_index (ids, GwId, i)))
      return FALSE;
  return ids->len < before.n;
}

/* Further rows of the same visit add their colleague; the first one says who comes. */
static void
read_who (GwImport *self, GwDraft *draft, const GwRecord *known)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (GwId));
  guint needed = gw_import_read_needed (self, GW_IMPORT_VISIT_NEEDED);

  /* Whoever is not known: the person is to be visited all the same. */
  gw_import_find_colleagues (self, GW_IMPORT_VISIT_COLLEAGUES, TRUE, ids);
  gw_import_find_colleagues (self, GW_IMPORT_VISIT_SECOND_COLLEAGUE, TRUE, ids);
  if (ids->len > 0 && known != NULL)
    {
      GwIds before = gw_visit_get_colleagues (known);
      if (gw_import_was_touched (self, gw_record_get_id (known)) ||
          (needed == 0 && names_some_of (ids, before)))
        g_array_append_vals (ids, before.ids, before.n);
    }
  if (ids->len > 0)
    {
      gw_draft_set_ids (draft, GW_VISIT_COLLEAGUES, (const GwId *) (gpointer) ids->data, ids->len);
      needed = MAX (needed, gw_draft_get_value (draft, GW_VISIT_COLLEAGUES)->n_ids);
    }
  if (known != NULL && gw_import_was_touched (self, gw_record_get_id (known)))
    needed = MAX (needed, (guint) gw_visit_get_colleagues_needed (known));
  if (needed > 0)
    gw_draft_set_integer (draft, GW_VISIT_COLLEAGUES_NEEDED, MIN (needed, 4));
  else if (known == NULL)
    gw_draft_set_integer (draft, GW_VISIT_COLLEAGUES_NEEDED, 1);
}

/* A planned start counts only with somebody who comes; otherwise it is the wish that is known. */
static void
set_times (GwDraft *draft, const Row *row)
{
  set_if_said (draft, GW_VISIT_IDEAL, row->ideal);
  set_if_said (draft, GW_VISIT_EARLIEST, row->earliest);
  set_if_said (draft, GW_VISIT_LATEST, row->latest);
  set_if_said (draft, GW_VISIT_DURATION, row->duration);
  if (gw_draft_get_value (draft, GW_VISIT_COLLEAGUES)->n_ids > 0)
    set_if_said (draft, GW_VISIT_START, row->start);
}

static void
set_new (GwDraft *draft, const Row *row)
{
  gw_visit_set_person (draft, row->person);
  gw_visit_set_day (draft, row->day);
  gw_draft_set_integer (draft, GW_VISIT_PATTERN_DAY, row->day.value);
  gw_draft_set_integer (draft, GW_VISIT_STATE, GW_VISIT_STATE_PLANNED);
  gw_draft_set_integer (draft, GW_VISIT_KIND, GW_VISIT_KIND_SUPPORT);
  gw_draft_set_integer (draft, GW_VISIT_FIRMNESS, GW_FIRMNESS_AGREED);
}

/* What happened: a visit that somebody came to is done, whatever was planned. */
static void
take_actual (GwImport *self, GwDraft *draft, const Row *row)
{
  gint end = row->actual_end;

  if (row->actual_start != SAID_NOTHING && end != SAID_NOTHING && end < row->actual_start)
    end += GW_MINUTES_A_DAY;
  set_if_said (draft, GW_VISIT_ACTUAL_START, row->actual_start);
  set_if_said (draft, GW_VISIT_ACTUAL_END, end);
  gw_import_take (self, draft, GW_VISIT_ACTUAL_NOTE, GW_IMPORT_VISIT_ACTUAL_NOTE);
  if (row->actual_start != SAID_NOTHING)
    gw_draft_set_integer (draft, GW_VISIT_STATE, GW_VISIT_STATE_DONE);
}

void
gw_import_read_visit_row (GwImport *self)
{
  Row row = { 0 };
  const GwRecord *known = gw_import_find_by_id (self, &gw_visit_type, GW_IMPORT_VISIT_ID);
  g_autoptr (GwDraft) draft = NULL;

  if (!read_row (self, &row))
    {
      gw_import_report_get_counts (self->report, GW_IMPORT_VISITS)->n_skipped++;
      return;
    }
  if (known == NULL)
    known = find_known (self, &row);
  draft = gw_import_start (&gw_visit_type, known);
  if (known == NULL)
    set_new (draft, &row);
  read_who (self, draft, known);
  set_times (draft, &row);
  take_actual (self, draft, &row);
  gw_import_take_span (self, draft, GW_VISIT_TOLERANCE, GW_IMPORT_VISIT_TOLERANCE, FALSE);
  gw_import_take_choices (self, draft, GW_VISIT_FIRMNESS, GW_IMPORT_VISIT_FIRMNESS);
  gw_import_take_choices (self, draft, GW_VISIT_KIND, GW_IMPORT_VISIT_KIND);
  gw_import_take (self, draft, GW_VISIT_PURPOSE, GW_IMPORT_VISIT_PURPOSE);
  gw_import_take_skills (self, draft, GW_VISIT_SKILLS, GW_IMPORT_VISIT_SKILLS);
  gw_import_take (self, draft, GW_VISIT_FUNDER, GW_IMPORT_VISIT_FUNDER);
  gw_import_take (self, draft, GW_VISIT_RATE, GW_IMPORT_VISIT_RATE);
  gw_import_finish_row (self, draft);
}
