/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet made true: shifts and absences, found again or new. */
#include "config.h"

#include "gw-week-sheet-private.h"

#include "gw-slice.h"

#include "gw-absence-change.h"
#include "gw-colleague.h"
#include "gw-problem-list.h"
#include "gw-shift.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GwWeekSheet *sheet;
  GwImportIndex *index;
  const GwImportSettings *settings;
  GwImportReport *report;
  GwSlice *slice;
  GHashTable *touched;
  const GwSheetRow *row;
  GwId colleague;
} Build;

static void
complain (Build *self, gint day, const char *format, const char *text)
{
  g_autofree char *brief = g_utf8_strlen (text, -1) > 40 ? g_utf8_substring (text, 0, 40)
                                                         : g_strdup (text);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *reason = g_strjoinv (brief, parts);
  g_autofree char *heading =
      day >= 0 ? gw_day_format (gw_week_sheet_get_day (self->sheet, (guint) day), "%a %-d %b")
               : NULL;
  GwImportProblem problem = {
    .target = GW_IMPORT_SHIFTS, .line = self->row->line, .heading = heading, .reason = reason
  };

  if (day >= 0)
    problem.column = g_array_index (self->sheet->columns, guint, day) + 1;
  gw_import_report_add_problem (self->report, &problem);
  gw_import_report_get_counts (self->report, GW_IMPORT_SHIFTS)->n_skipped++;
}

/* --- keeping ------------------------------------------------------------------------------------- */

static void
keep (Build *self, const GwDraft *draft, gint day)
{
  GwImportCounts *counts = gw_import_report_get_counts (self->report, GW_IMPORT_SHIFTS);
  g_autoptr (GwRecord) record = gw_draft_build (draft);
  g_autoptr (GwProblemList) problems = gw_record_validate (record);
  GwId id = gw_draft_get_id (draft);

  if (gw_problem_list_get_n (problems) > 0)
    {
      complain (self, day, "%s", gw_problem_list_get_sentence (problems, 0));
      return;
    }
  if (gw_draft_get_base (draft) == NULL)
    counts->n_new++;
  else if (gw_draft_is_changed (draft))
    counts->n_updated++;
  else
    counts->n_unchanged++;
  if (gw_draft_get_base (draft) == NULL || gw_draft_is_changed (draft))
    {
      gw_slice_put (self->slice, gw_draft_get_base (draft), record);
      gw_import_index_put (self->index, record);
    }
  g_hash_table_add (self->touched, g_memdup2 (&id, sizeof id));
}

/* --- names --------------------------------------------------------------------------------------- */

static GwId
make_colleague (Build *self)
{
  g_autoptr (GwDraft) draft = gw_draft_new (&gw_colleague_type);
  g_autoptr (GwRecord) record = NULL;
  const char *blank = strrchr (self->row->name, ' ');
  g_autofree char *first = blank != NULL
                               ? g_strndup (self->row->name, (gsize) (blank - self->row->name))
                               : g_strdup (self->row->name);

  gw_colleague_set_first_name (draft, first);
  if (blank != NULL)
    gw_colleague_set_last_name (draft, blank + 1);
  gw_colleague_set_team (draft, self->settings->team);
  record = gw_draft_build (draft);
  gw_slice_put (self->slice, NULL, record);
  gw_import_index_put (self->index, record);
  gw_import_report_get_counts (self->report, GW_IMPORT_COLLEAGUES)->n_new++;
  return gw_record_get_id (record);
}

static gboolean
row_is_empty (const Build *self)
{
  for (guint i = 0; self->row->cells[i] != NULL; i++)
    if (*self->row->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
find_colleague (Build *self, GwSheetNewNames new_names)
{
  const GwRecord *colleague = NULL;

  switch (gw_import_index_find_name (self->index, &gw_colleague_type, self->row->name, &colleague))
    {
    case GW_IMPORT_MATCH_ONE:
      self->colleague = gw_record_get_id (colleague);
      return TRUE;
    case GW_IMPORT_MATCH_SEVERAL:
      complain (self, -1, _ ("More than one colleague is called “%s”. Please give the whole name."),
                self->row->name);
      return FALSE;
    case GW_IMPORT_MATCH_NONE:
    default:
      if (new_names == GW_SHEET_MAKE_NEW_NAMES)
        {
          self->colleague = make_colleague (self);
          return TRUE;
        }
      complain (self, -1, _ ("No colleague is called “%s”."), self->row->name);
      return FALSE;
    }
}

/* --- shifts -------------------------------------------------------------------------------------- */

static const GwRecord *
find_shift (Build *self, GwDay day, GwMinute start)
{
  GArray *ids = gw_import_index_list (self->index, &gw_shift_type, self->colleague, day);
  const GwRecord *other = NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      GwId id = g_array_index (ids, GwId, i);
      const GwRecord *shift = gw_import_index_find (self->index, id);
      if (shift == NULL || g_hash_table_contains (self->touched, &id) ||
          !gw_id_equal (gw_shift_get_colleague (shift), self->colleague))
        continue;
      if (gw_shift_get_start (shift).value == start.value)
        return shift;
      other = shift;
    }
  return other;
}

static void
put_shift (Build *self, guint column, GwMinute start, GwMinute end)
{
  GwDay day = gw_week_sheet_get_day (self->sheet, column);
  const GwRecord *known = find_shift (self, day, start);
  g_autoptr (GwDraft) draft = known != NULL ? gw_draft_new_for (known)
                                            : gw_draft_new (&gw_shift_type);

  gw_shift_set_colleague (draft, self->colleague);
  gw_shift_set_day (draft, day);
  gw_shift_set_start (draft, start);
  gw_shift_set_end (draft, end);
  if (known == NULL)
    {
      gw_draft_set_integer (draft, GW_SHIFT_PATTERN_DAY, day.value);
      gw_draft_set_id (draft, GW_SHIFT_TEAM, self->settings->team);
    }
  keep (self, draft, (gint) column);
}

/* --- absences ------------------------------------------------------------------------------------ */

/* An absence that began on any of the last sixty days and reaches @last covers it already. */
static gboolean
is_covered (Build *self, gint kind, GwDay first, GwDay last)
{
  for (gint back = 0; back <= 60; back++)
    {
      const GwRecord *absence = gw_import_index_find_pair (self->index, &gw_absence_type,
                                                           self->colleague, GW_ID_NONE,
                                                           gw_day_add (first, -back).value);
      if (absence != NULL && gw_absence_get_kind (absence) == kind &&
          (!gw_absence_has_last_day (absence) ||
           gw_day_compare (last, gw_absence_get_last_day (absence)) <= 0))
        return TRUE;
    }
  return FALSE;
}

/* Time away that may lie in the way of days from @first to @last. */
static GPtrArray *
list_others (Build *self, GwDay first, GwDay last)
{
  GPtrArray *others = g_ptr_array_new ();

  for (gint day = -60; day <= gw_day_diff (last, first); day++)
    {
      const GwRecord *absence = gw_import_index_find_pair (self->index, &gw_absence_type,
                                                           self->colleague, GW_ID_NONE,
                                                           gw_day_add (first, day).value);
      if (absence != NULL)
        g_ptr_array_add (others, (gpointer) absence);
    }
  return others;
}

static GwDraft *
make_absence (Build *self, gint kind, GwDay first, GwDay last)
{
  GwDraft *draft = gw_draft_new (&gw_absence_type);

  gw_absence_set_colleague (draft, self->colleague);
  gw_draft_set_integer (draft, GW_ABSENCE_KIND, kind);
  gw_draft_set_integer (draft, GW_ABSENCE_STATE, GW_ABSENCE_APPROVED);
  gw_absence_set_first_day (draft, first);
  gw_absence_set_last_day (draft, last);
  return draft;
}

/* Nobody is away twice: only the days that are not known yet are new. */
static void
put_new_absence (Build *self, gint kind, guint first_column, guint last_column)
{
  GwDay first = gw_week_sheet_get_day (self->sheet, first_column);
  GwDay last = gw_week_sheet_get_day (self->sheet, last_column);
  g_autoptr (GwDraft) whole = make_absence (self, kind, first, last);
  g_autoptr (GwRecord) absence = gw_draft_build (whole);
  g_autoptr (GPtrArray) others = list_others (self, first, last);
  const GwAbsence *known = NULL;
  g_autoptr (GPtrArray) gaps = gw_absence_list_gaps (absence, others, &known);

  for (guint i = 0; i < gaps->len; i++)
    {
      const GwAbsence *gap = g_ptr_array_index (gaps, i);
      g_autoptr (GwDraft) draft = make_absence (self, kind, gw_absence_get_first_day (gap),
                                                gw_absence_get_last_day (gap));
      keep (self, draft, (gint) first_column);
    }
  if (known != NULL && gw_absence_get_kind (known) != kind)
    complain (self, (gint) first_column,
              _ ("Another time away is written there already, so “%s” was left out on those days."),
              self->row->cells[first_column]);
}

static void
put_absence (Build *self, gint kind, guint first_column, guint last_column)
{
  GwDay first = gw_week_sheet_get_day (self->sheet, first_column);
  GwDay last = gw_week_sheet_get_day (self->sheet, last_column);
  const GwRecord *known = gw_import_index_find_pair (self->index, &gw_absence_type, self->colleague,
                                                     GW_ID_NONE, first.value);
  g_autoptr (GwDraft) draft = NULL;

  if (is_covered (self, kind, first, last))
    {
      gw_import_report_get_counts (self->report, GW_IMPORT_SHIFTS)->n_unchanged++;
      return;
    }
  if (known == NULL)
    {
      put_new_absence (self, kind, first_column, last_column);
      return;
    }
  draft = gw_draft_new_for (known);
  gw_draft_set_integer (draft, GW_ABSENCE_KIND, kind);
  gw_absence_set_last_day (draft, last);
  keep (self, draft, (gint) first_column);
}

/* --- rows ---------------------------------------------------------------------------------------- */

static gint
get_absence (Build *self, guint column)
{
  GwSheetCode *code = gw_week_sheet_find_code (self->sheet, self->row->cells[column]);

  return code != NULL && code->meaning == GW_SHEET_ABSENCE ? code->absence : 0;
}

/* Days off between two days of leave are not told apart: only neighbours make one absence. */
static guint
find_last_of_absence (Build *self, guint column)
{
  gint kind = get_absence (self, column);
  guint last = column;

  while (last + 1 < self->sheet->days->len && get_absence (self, last + 1) == kind &&
         gw_day_diff (gw_week_sheet_get_day (self->sheet, last + 1),
                      gw_week_sheet_get_day (self->sheet, last)) == 1)
    last++;
  return last;
}

static guint
build_cell (Build *self, guint column)
{
  const char *cell = self->row->cells[column];
  GwMinute starts[2], ends[2];
  guint n = gw_sheet_parse_ranges (cell, starts, ends);
  const GwSheetCode *code = gw_week_sheet_find_code (self->sheet, cell);
  guint last;

  for (guint i = 0; i < n; i++)
    put_shift (self, column, starts[i], ends[i]);
  if (code == NULL || code->meaning == GW_SHEET_NOTHING)
    return column;
  if (code->meaning == GW_SHEET_SHIFT)
    put_shift (self, column, code->start, code->end);
  else if (code->meaning == GW_SHEET_UNKNOWN)
    complain (self, (gint) column, _ ("Nobody has said yet what “%s” means."), cell);
  else
    {
      last = find_last_of_absence (self, column);
      put_absence (self, code->absence, column, last);
      return last;
    }
  return column;
}

GPtrArray *
gw_week_sheet_build (GwWeekSheet *self, GwImportIndex *index, const GwImportSettings *settings,
                     GwSheetNewNames new_names, GwImportReport *report)
{
  g_autoptr (GwSlice) slice = gw_slice_new (
      GW_IMPORT_SLICE, settings->label != NULL ? settings->label : _ ("Import"));
  Build build = { self, index, settings, report, slice, NULL, NULL, GW_ID_NONE };
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_change_unref);

  build.touched = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      build.row = &g_array_index (self->rows, GwSheetRow, i);
      if (row_is_empty (&build) || !find_colleague (&build, new_names))
        continue;
      for (guint column = 0; column < self->days->len; column++)
        column = build_cell (&build, column);
    }
  gw_slice_end (slice);
  for (GwChange *change = gw_slice_pop (slice); change != NULL; change = gw_slice_pop (slice))
    g_ptr_array_add (changes, change);
  g_hash_table_unref (build.touched);
  return changes;
}
