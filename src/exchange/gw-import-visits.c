/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of visits. */
#include "config.h"

#include "gw-import-agreement.h"
#include "gw-import-cells.h"

#include "gw-text.h"
#include "gw-visit.h"

static const GwImportAgreement agreement = {
  .tolerance = { GW_VISIT_TOLERANCE, GW_IMPORT_VISIT_TOLERANCE },
  .firmness = { GW_VISIT_FIRMNESS, GW_IMPORT_VISIT_FIRMNESS },
  .kind = { GW_VISIT_KIND, GW_IMPORT_VISIT_KIND },
  .purpose = { GW_VISIT_PURPOSE, GW_IMPORT_VISIT_PURPOSE },
  .skills = { GW_VISIT_SKILLS, GW_IMPORT_VISIT_SKILLS },
  .funder = { GW_VISIT_FUNDER, GW_IMPORT_VISIT_FUNDER },
  .rate = { GW_VISIT_RATE, GW_IMPORT_VISIT_RATE },
};

/* Times in minutes after midnight of @day; GW_IMPORT_SAID_NOTHING where the row has none. */
typedef struct
{
  GwId person;
  GwDay day;
  gint start;
  gint end;
  gint ideal;
  GwImportWindow window;
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

static void
read_window (GwImport *self, Row *row)
{
  gint latest_end = gw_import_read_time (self, GW_IMPORT_VISIT_LATEST_END, &row->day);

  gw_import_read_window (self, GW_IMPORT_VISIT_EARLIEST, GW_IMPORT_VISIT_LATEST,
                         GW_IMPORT_VISIT_TIMES, &row->day, &row->window);
  row->window.duration = gw_import_read_length (self, GW_IMPORT_VISIT_DURATION, GW_IMPORT_VISIT_END,
                                                row->start, row->end);
  if (row->window.duration != GW_IMPORT_SAID_NOTHING && latest_end != GW_IMPORT_SAID_NOTHING &&
      row->window.latest == GW_IMPORT_SAID_NOTHING)
    row->window.latest = latest_end - row->window.duration;
}

static gboolean
read_row (GwImport *self, Row *row)
{
  row->person = gw_import_find_person (self, GW_IMPORT_VISIT_PERSON);
  read_day (self, row);
  row->start = gw_import_read_time (self, GW_IMPORT_VISIT_START, &row->day);
  row->end = gw_import_read_time (self, GW_IMPORT_VISIT_END, &row->day);
  row->ideal = gw_import_read_time (self, GW_IMPORT_VISIT_IDEAL, &row->day);
  row->actual_start = gw_import_read_time (self, GW_IMPORT_VISIT_ACTUAL_START, &row->day);
  row->actual_end = gw_import_read_time (self, GW_IMPORT_VISIT_ACTUAL_END, &row->day);
  read_window (self, row);
  /* A list that knows one time only means: this is what was agreed. */
  if (row->ideal == GW_IMPORT_SAID_NOTHING && row->window.earliest == GW_IMPORT_SAID_NOTHING)
    row->ideal = row->start;
  if (!self->row_is_bad && row->ideal == GW_IMPORT_SAID_NOTHING &&
      row->window.earliest == GW_IMPORT_SAID_NOTHING)
    gw_import_complain (self, GW_IMPORT_VISIT_START, _ ("There is no time."));
  return !self->row_is_bad;
}

static gboolean
equals (const GwRecord *visit, guint field, gint minute)
{
  return minute != GW_IMPORT_SAID_NOTHING && gw_record_has (visit, field) &&
         gw_record_get_integer (visit, field) == minute;
}

static gboolean
is_same_visit (GwImport *self, const Row *row, const GwRecord *visit)
{
  const char *purpose = gw_import_cell (self, GW_IMPORT_VISIT_PURPOSE);
  gboolean same_purpose = *purpose == '\0' ||
                          gw_text_compare (purpose, gw_visit_get_purpose (visit)) == 0;

  if (row->ideal != GW_IMPORT_SAID_NOTHING && gw_visit_has_ideal (visit))
    return equals (visit, GW_VISIT_IDEAL, row->ideal);
  if (row->window.earliest != GW_IMPORT_SAID_NOTHING && gw_visit_has_earliest (visit))
    return same_purpose && equals (visit, GW_VISIT_EARLIEST, row->window.earliest);
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
  gw_import_set_if_said (draft, GW_VISIT_IDEAL, row->ideal);
  gw_import_set_if_said (draft, GW_VISIT_EARLIEST, row->window.earliest);
  gw_import_set_if_said (draft, GW_VISIT_LATEST, row->window.latest);
  gw_import_set_if_said (draft, GW_VISIT_DURATION, row->window.duration);
  if (gw_draft_get_value (draft, GW_VISIT_COLLEAGUES)->n_ids > 0)
    gw_import_set_if_said (draft, GW_VISIT_START, row->start);
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

  if (row->actual_start != GW_IMPORT_SAID_NOTHING && end != GW_IMPORT_SAID_NOTHING &&
      end < row->actual_start)
    end += GW_MINUTES_A_DAY;
  gw_import_set_if_said (draft, GW_VISIT_ACTUAL_START, row->actual_start);
  gw_import_set_if_said (draft, GW_VISIT_ACTUAL_END, end);
  gw_import_take (self, draft, GW_VISIT_ACTUAL_NOTE, GW_IMPORT_VISIT_ACTUAL_NOTE);
  if (row->actual_start != GW_IMPORT_SAID_NOTHING)
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
  gw_import_take_agreement (self, draft, &agreement);
  gw_import_finish_row (self, draft);
}
