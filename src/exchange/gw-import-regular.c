/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of regular visits. Rows of the same visit with other days are one regular visit. */
#include "config.h"

#include "gw-import-agreement.h"
#include "gw-import-cells.h"

#include "gw-text.h"
#include "gw-visit-pattern.h"

static const GwImportAgreement agreement = {
  .tolerance = { GW_VISIT_PATTERN_TOLERANCE, GW_IMPORT_REGULAR_TOLERANCE },
  .firmness = { GW_VISIT_PATTERN_FIRMNESS, GW_IMPORT_REGULAR_FIRMNESS },
  .kind = { GW_VISIT_PATTERN_KIND, GW_IMPORT_REGULAR_KIND },
  .purpose = { GW_VISIT_PATTERN_PURPOSE, GW_IMPORT_REGULAR_PURPOSE },
  .skills = { GW_VISIT_PATTERN_SKILLS, GW_IMPORT_REGULAR_SKILLS },
  .funder = { GW_VISIT_PATTERN_FUNDER, GW_IMPORT_REGULAR_FUNDER },
  .rate = { GW_VISIT_PATTERN_RATE, GW_IMPORT_REGULAR_RATE },
};

typedef struct
{
  GwId person;
  guint64 days;
  gint weeks;
  gint ideal;
  GwImportWindow window;
} Row;

static void
read_day_columns (GwImport *self, Row *row)
{
  for (guint i = 0; i < 7; i++)
    {
      guint field = GW_IMPORT_REGULAR_MONDAY + i;
      gboolean ticked = FALSE;

      if (!gw_import_has (self, field))
        continue;
      if (!gw_cell_read_flag (gw_import_cell (self, field), &ticked))
        gw_import_complain_cell (self, field, _ ("“%s” is neither yes nor no."));
      else if (ticked)
        row->days |= G_GUINT64_CONSTANT (1) << (GW_MONDAY + i);
    }
}

static void
read_days (GwImport *self, Row *row)
{
  guint weeks = 0;
  GwFieldValue every = GW_FIELD_VALUE_INIT;

  G_STATIC_ASSERT (GW_SUNDAY == GW_MONDAY + 6);
  if (gw_import_has (self, GW_IMPORT_REGULAR_DAYS) &&
      !gw_cell_read_weekdays (gw_import_cell (self, GW_IMPORT_REGULAR_DAYS), &row->days, &weeks))
    gw_import_complain_cell (
        self, GW_IMPORT_REGULAR_DAYS,
        _ ("“%s” names no days of the week. It could be “every Monday” or “Mon-Fri”."));
  read_day_columns (self, row);
  row->weeks = weeks > 0 ? (gint) weeks : GW_IMPORT_SAID_NOTHING;
  if (gw_import_has (self, GW_IMPORT_REGULAR_EVERY))
    {
      if (gw_field_value_from_text (&gw_visit_pattern_type.fields[GW_VISIT_PATTERN_EVERY_WEEKS],
                                    gw_import_cell (self, GW_IMPORT_REGULAR_EVERY),
                                    self->settings.today, &every, NULL))
        row->weeks = (gint) every.integer;
      else
        gw_import_complain_cell (self, GW_IMPORT_REGULAR_EVERY,
                                 _ ("“%s” is not a number that fits here."));
    }
  if (!self->row_is_bad && row->days == 0)
    gw_import_complain (self, GW_IMPORT_REGULAR_DAYS, _ ("There is no day of the week."));
}

static gboolean
read_row (GwImport *self, Row *row)
{
  gint end;

  row->person = gw_import_find_person (self, GW_IMPORT_REGULAR_PERSON);
  read_days (self, row);
  row->ideal = gw_import_read_time (self, GW_IMPORT_REGULAR_IDEAL, NULL);
  gw_import_read_window (self, GW_IMPORT_REGULAR_EARLIEST, GW_IMPORT_REGULAR_LATEST,
                         GW_IMPORT_REGULAR_TIMES, NULL, &row->window);
  end = gw_import_read_time (self, GW_IMPORT_REGULAR_END, NULL);
  row->window.duration = gw_import_read_length (self, GW_IMPORT_REGULAR_DURATION,
                                                GW_IMPORT_REGULAR_END, row->ideal, end);
  if (!self->row_is_bad && row->ideal == GW_IMPORT_SAID_NOTHING &&
      row->window.earliest == GW_IMPORT_SAID_NOTHING)
    gw_import_complain (self, GW_IMPORT_REGULAR_IDEAL, _ ("There is no time."));
  return !self->row_is_bad;
}

/* --- which one it is ----------------------------------------------------------------------------- */

static gboolean
has_minute (const GwRecord *pattern, guint field, gint minute)
{
  return minute == GW_IMPORT_SAID_NOTHING
             ? !gw_record_has (pattern, field)
             : gw_record_has (pattern, field) && gw_record_get_integer (pattern, field) == minute;
}

/* The same person, purpose and time; one that has ended is the past and stays as it was. */
static gboolean
is_same (GwImport *self, const Row *row, const GwRecord *pattern)
{
  if (gw_visit_pattern_has_last_day (pattern) &&
      gw_visit_pattern_get_last_day (pattern).value < self->settings.today.value)
    return FALSE;
  return gw_text_compare (gw_import_cell (self, GW_IMPORT_REGULAR_PURPOSE),
                          gw_visit_pattern_get_purpose (pattern)) == 0 &&
         has_minute (pattern, GW_VISIT_PATTERN_IDEAL, row->ideal) &&
         (row->ideal != GW_IMPORT_SAID_NOTHING ||
          has_minute (pattern, GW_VISIT_PATTERN_EARLIEST, row->window.earliest));
}

static const GwRecord *
find_known (GwImport *self, const Row *row)
{
  GArray *ids = gw_import_index_list (self->index, &gw_visit_pattern_type, row->person, GW_DAY (0));

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const GwRecord *pattern = gw_import_index_find (self->index, g_array_index (ids, GwId, i));

      if (pattern != NULL && is_same (self, row, pattern))
        return pattern;
    }
  return NULL;
}

/* --- what it says -------------------------------------------------------------------------------- */

static void
set_new (GwImport *self, GwDraft *draft, const Row *row)
{
  gw_visit_pattern_set_person (draft, row->person);
  gw_visit_pattern_set_first_day (draft, self->settings.today);
  gw_draft_set_integer (draft, GW_VISIT_PATTERN_EVERY_WEEKS, 1);
  gw_draft_set_integer (draft, GW_VISIT_PATTERN_KIND, GW_VISIT_KIND_SUPPORT);
  gw_draft_set_integer (draft, GW_VISIT_PATTERN_FIRMNESS, GW_FIRMNESS_AGREED);
  gw_draft_set_integer (draft, GW_VISIT_PATTERN_COLLEAGUES_NEEDED, 1);
}

static void
take_days (GwImport *self, GwDraft *draft, const Row *row, const GwRecord *known)
{
  guint64 before = known != NULL
                       ? (guint64) gw_record_get_integer (known, GW_VISIT_PATTERN_WEEKDAYS)
                       : 0;
  guint64 days = row->days;
  gboolean is_single = (days & (days - 1)) == 0;

  /* Lists with a row a day say the days of one visit one after the other. */
  if (known != NULL && (gw_import_was_touched (self, gw_record_get_id (known)) ||
                        (is_single && (days & before) == days)))
    days |= before;
  gw_draft_set_integer (draft, GW_VISIT_PATTERN_WEEKDAYS, (gint64) days);
  gw_import_set_if_said (draft, GW_VISIT_PATTERN_EVERY_WEEKS, row->weeks);
  gw_import_take_day (self, draft, GW_VISIT_PATTERN_FIRST_DAY, GW_IMPORT_REGULAR_FIRST_DAY, FALSE);
  gw_import_take_day (self, draft, GW_VISIT_PATTERN_LAST_DAY, GW_IMPORT_REGULAR_LAST_DAY, FALSE);
}

static void
take_rest (GwImport *self, GwDraft *draft, const Row *row)
{
  guint needed = gw_import_read_needed (self, GW_IMPORT_REGULAR_NEEDED);

  gw_import_set_if_said (draft, GW_VISIT_PATTERN_IDEAL, row->ideal);
  gw_import_set_if_said (draft, GW_VISIT_PATTERN_EARLIEST, row->window.earliest);
  gw_import_set_if_said (draft, GW_VISIT_PATTERN_LATEST, row->window.latest);
  gw_import_set_if_said (draft, GW_VISIT_PATTERN_DURATION, row->window.duration);
  if (needed > 0)
    gw_draft_set_integer (draft, GW_VISIT_PATTERN_COLLEAGUES_NEEDED, needed);
  gw_import_take_agreement (self, draft, &agreement);
}

void
gw_import_read_regular_row (GwImport *self)
{
  Row row = { 0 };
  const GwRecord *known = gw_import_find_by_id (self, &gw_visit_pattern_type, GW_IMPORT_REGULAR_ID);
  g_autoptr (GwDraft) draft = NULL;

  if (self->row_is_bad || !read_row (self, &row))
    {
      gw_import_report_get_counts (self->report, GW_IMPORT_REGULAR_VISITS)->n_skipped++;
      return;
    }
  if (known == NULL)
    known = find_known (self, &row);
  draft = gw_import_start (&gw_visit_pattern_type, known);
  if (known == NULL)
    set_new (self, draft, &row);
  take_days (self, draft, &row, known);
  take_rest (self, draft, &row);
  gw_import_finish_row (self, draft);
}
