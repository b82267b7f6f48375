/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells into drafts, names into records, drafts into the slice. */
#include "config.h"

#include "gw-import-private.h"

#include "gw-import-cells.h"

#include "gw-colleague.h"
#include "gw-problem-list.h"
#include "gw-person.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_BYTES 60

const char *
gw_import_cell (GwImport *self, guint field)
{
  gint column = gw_column_map_get_column (self->map, field);
  const char *cell = column == GW_COLUMN_NONE
                         ? ""
                         : gw_csv_reader_get_cell (self->reader, (guint) column);

  /* Our own lists put an apostrophe before what a spreadsheet would run. */
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL ? cell + 1 : cell;
}

gboolean
gw_import_has (GwImport *self, guint field)
{
  return *gw_import_cell (self, field) != '\0';
}

static void
list_problem (GwImport *self, gint field, const char *reason, gboolean row_kept)
{
  gint column = field < 0 ? GW_COLUMN_NONE : gw_column_map_get_column (self->map, (guint) field);
  GwImportProblem problem = { .target = gw_column_map_get_target (self->map),
                              .reason = (char *) reason,
                              .row_kept = row_kept };

  problem.line = gw_csv_reader_get_line (self->reader, column < 0 ? 0 : (guint) column);
  if (column >= 0)
    {
      problem.column = (guint) column + 1;
      problem.heading = (char *) gw_column_map_get_heading (self->map, (guint) column);
    }
  gw_import_report_add_problem (self->report, &problem);
}

void
gw_import_complain (GwImport *self, gint field, const char *reason)
{
  self->row_is_bad = TRUE;
  list_problem (self, field, reason, FALSE);
}

void
gw_import_mention (GwImport *self, gint field, const char *reason)
{
  list_problem (self, field, reason, TRUE);
}

/* A cell may be a page long; a sentence may not. */
static char *
shorten (const char *text)
{
  const char *end = text;

  while (*end != '\0' && *end != '\n' && end - text < SHOWN_BYTES)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s%s", (int) (end - text), text, *end != '\0' ? "…" : "");
}

static char *
fill_in (const char *format, const char *text)
{
  g_autofree char *brief = shorten (text);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (brief, parts);
}

void
gw_import_complain_cell (GwImport *self, guint field, const char *format)
{
  g_autofree char *reason = fill_in (format, gw_import_cell (self, field));

  gw_import_complain (self, (gint) field, reason);
}

static void
take_text (GwImport *self, GwDraft *draft, guint record_field, guint field, const char *text)
{
  const GwField *table = &gw_draft_get_record_type (draft)->fields[record_field];
  g_auto (GwFieldValue) value = GW_FIELD_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!gw_field_value_from_text (table, text, self->settings.today, &value, &error))
    gw_import_complain (self, (gint) field, error->message);
  else
    gw_draft_take_value (draft, record_field, &value);
}

void
gw_import_take (GwImport *self, GwDraft *draft, guint record_field, guint field)
{
  if (gw_import_has (self, field))
    take_text (self, draft, record_field, field, gw_import_cell (self, field));
}

void
gw_import_take_choices (GwImport *self, GwDraft *draft, guint record_field, guint field)
{
  const GwChoice *choices = gw_draft_get_record_type (draft)->fields[record_field].choices;
  g_autofree char *words = NULL;

  if (!gw_import_has (self, field))
    return;
  words = gw_cell_to_choice_words (gw_import_cell (self, field), choices);
  if (*words != '\0')
    take_text (self, draft, record_field, field, words);
}

void
gw_import_take_span (GwImport *self, GwDraft *draft, guint record_field, guint field,
                     gboolean in_hours)
{
  GwSpan span;
  const char *cell = gw_import_cell (self, field);

  if (*cell == '\0')
    return;
  if (in_hours ? gw_cell_read_hours (cell, &span) : gw_cell_read_span (cell, &span))
    gw_draft_set_integer (draft, record_field, span.value);
  else if (in_hours)
    gw_import_complain_cell (self, field,
                             _ ("“%s” is not a number of hours. It could be 35 or 37:30."));
  else
    gw_import_complain_cell (self, field,
                             _ ("“%s” is not a length of time. It could be 30 or 1h15."));
}

void
gw_import_take_flag (GwImport *self, GwDraft *draft, guint record_field, guint field)
{
  gboolean flag;

  if (!gw_import_has (self, field))
    return;
  if (gw_cell_read_flag (gw_import_cell (self, field), &flag))
    gw_draft_set_integer (draft, record_field, flag ? 1 : 0);
  else
    gw_import_complain_cell (self, field, _ ("“%s” is neither yes nor no."));
}

void
gw_import_take_day (GwImport *self, GwDraft *draft, guint record_field, guint field,
                    gboolean may_miss)
{
  const char *sentence = NULL;
  GwDay day;

  if (!gw_import_has (self, field))
    return;
  if (!gw_cell_read_day (gw_import_cell (self, field), self->settings.zone, self->settings.today,
                         &day))
    sentence = _ ("“%s” is not a day, so it was left out. It could be 24/11/2026 or 2026-11-24.");
  else if ((gw_draft_get_record_type (draft)->fields[record_field].flags & GW_FIELD_PAST) != 0 &&
           gw_day_compare (day, self->settings.today) > 0)
    sentence = _ ("“%s” is not a day in the past, so it was left out.");
  if (sentence == NULL)
    gw_draft_set_integer (draft, record_field, day.value);
  else if (may_miss)
    {
      g_autofree char *reason = fill_in (sentence, gw_import_cell (self, field));

      gw_import_mention (self, (gint) field, reason);
    }
  else
    gw_import_complain_cell (self, field,
                             _ ("“%s” is not a day. It could be 24/11/2026 or 2026-11-24."));
}

void
gw_import_take_place (GwImport *self, GwDraft *draft, guint record_field, guint latitude,
                      guint longitude)
{
  const char *north = gw_import_cell (self, latitude);
  const char *east = gw_import_cell (self, longitude);
  GwGeoPoint point;

  if (*north == '\0' && *east == '\0')
    return;
  /* "52.17, -2.58" in one cell. */
  if (*east == '\0' && strpbrk (north, ", ") != NULL)
    {
      gw_import_take (self, draft, record_field, latitude);
      return;
    }
  if (!gw_cell_read_degrees (north, 90, &point.latitude))
    gw_import_complain_cell (self, latitude, _ ("“%s” is not a latitude. It could be 52.1660."));
  else if (!gw_cell_read_degrees (east, 180, &point.longitude))
    gw_import_complain_cell (self, longitude, _ ("“%s” is not a longitude. It could be -2.5800."));
  else
    gw_draft_set_point (draft, record_field, point);
}

/* --- names --------------------------------------------------------------------------------------- */

/* Makes a record that only has a name. */
static GwId
make_named (GwImport *self, const GwRecordType *type, guint name_field, const char *name)
{
  g_autoptr (GwDraft) draft = gw_draft_new (type);

  gw_draft_set_text (draft, name_field, name);
  return gw_import_keep (self, draft) ? gw_draft_get_id (draft) : GW_ID_NONE;
}

void
gw_import_take_team (GwImport *self, GwDraft *draft, guint record_field, guint field)
{
  const GwRecord *team = NULL;
  const char *name = gw_import_cell (self, field);

  if (*name == '\0')
    {
      if (gw_draft_get_base (draft) == NULL)
        gw_draft_set_id (draft, record_field, self->settings.team);
      return;
    }
  if (gw_import_index_find_name (self->index, &gw_team_type, name, &team) != GW_IMPORT_MATCH_NONE)
    gw_draft_set_id (draft, record_field, gw_record_get_id (team));
  else
    gw_draft_set_id (draft, record_field, make_named (self, &gw_team_type, GW_TEAM_NAME, name));
}

GwId
gw_import_find_skill (GwImport *self, const char *name)
{
  const GwRecord *skill = NULL;

  if (gw_import_index_find_name (self->index, &gw_skill_type, name, &skill) != GW_IMPORT_MATCH_NONE)
    return gw_record_get_id (skill);
  return make_named (self, &gw_skill_type, GW_SKILL_NAME, name);
}

static gboolean
find_colleague (GwImport *self, const char *name, guint field, gboolean may_miss, gboolean quietly,
                GArray *ids)
{
  const GwRecord *colleague = NULL;
  GwImportMatch match = gw_import_index_find_name (self->index, &gw_colleague_type, name,
                                                   &colleague);
  g_autofree char *reason = NULL;
  GwId id;

  if (match == GW_IMPORT_MATCH_ONE)
    {
      id = gw_record_get_id (colleague);
      g_array_append_val (ids, id);
      return TRUE;
    }
  if (quietly)
    return FALSE;
  reason = fill_in (match == GW_IMPORT_MATCH_NONE
                        ? _ ("No colleague is called “%s”.")
                        : _ ("More than one colleague is called “%s”. Please give the whole name."),
                    name);
  if (may_miss)
    gw_import_mention (self, (gint) field, reason);
  else
    gw_import_complain (self, (gint) field, reason);
  return FALSE;
}

void
gw_import_find_colleagues (GwImport *self, guint field, gboolean may_miss, GArray *ids)
{
  g_auto (GStrv) pieces = gw_cell_split (gw_import_cell (self, field));

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) names = NULL;
      /* A comma parts names unless it stands in one: "Zielińska, Marta". */
      if (strchr (pieces[i], ',') == NULL)
        {
          find_colleague (self, pieces[i], field, may_miss, FALSE, ids);
          continue;
        }
      if (find_colleague (self, pieces[i], field, may_miss, TRUE, ids))
        continue;
      names = g_strsplit (pieces[i], ",", -1);
      for (guint k = 0; names[k] != NULL; k++)
        if (*g_strstrip (names[k]) != '\0')
          find_colleague (self, names[k], field, may_miss, FALSE, ids);
    }
}

GwId
gw_import_find_person (GwImport *self, guint field)
{
  const GwRecord *person = NULL;

  if (!gw_import_has (self, field))
    {
      gw_import_complain (self, (gint) field, _ ("There is no person."));
      return GW_ID_NONE;
    }
  switch (gw_import_index_find_name (self->index, &gw_person_type, gw_import_cell (self, field),
                                     &person))
    {
    case GW_IMPORT_MATCH_ONE:
      return gw_record_get_id (person);
    case GW_IMPORT_MATCH_SEVERAL:
      gw_import_complain_cell (
          self, field, _ ("More than one person is called “%s”. Please give the whole name."));
      return GW_ID_NONE;
    case GW_IMPORT_MATCH_NONE:
    default:
      gw_import_complain_cell (self, field, _ ("No person is called “%s”."));
      return GW_ID_NONE;
    }
}

void
gw_import_take_skills (GwImport *self, GwDraft *draft, guint record_field, guint field)
{
  g_auto (GStrv) pieces = g_strsplit_set (gw_import_cell (self, field), ";,|\n", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (GwId));

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      {
        GwId skill = gw_import_find_skill (self, pieces[i]);
        g_array_append_val (ids, skill);
      }
  if (ids->len > 0)
    gw_draft_set_ids (draft, record_field, (const GwId *) (gpointer) ids->data, ids->len);
}

guint
gw_import_read_needed (GwImport *self, guint field)
{
  const char *cell = gw_import_cell (self, field);
  gboolean two = FALSE;

  if (*cell == '\0')
    return 0;
  if (cell[1] == '\0' && cell[0] >= '1' && cell[0] <= '4')
    return (guint) (cell[0] - '0');
  if (gw_cell_read_flag (cell, &two))
    return two ? 2 : 1;
  gw_import_complain_cell (self, field, _ ("“%s” is not a number of colleagues from 1 to 4."));
  return 0;
}

const GwRecord *
gw_import_find_by_id (GwImport *self, const GwRecordType *type, guint field)
{
  const GwRecord *record;
  GwId id;

  if (!gw_import_has (self, field) || !gw_id_from_text (gw_import_cell (self, field), &id))
    return NULL;
  record = gw_import_index_find (self->index, id);
  if (record != NULL && gw_record_get_record_type (record) != type)
    {
      gw_import_complain_cell (self, field, _ ("The id “%s” belongs to something else."));
      return NULL;
    }
  return record;
}

void
gw_import_split_name (GwImport *self, guint name, guint first, guint last, char **out_first,
                      char **out_last)
{
  const char *whole = gw_import_cell (self, name);
  const char *comma = strchr (whole, ',');
  const char *blank = strrchr (whole, ' ');

  *out_first = g_strdup (gw_import_cell (self, first));
  *out_last = g_strdup (gw_import_cell (self, last));
  if (**out_first != '\0' || *whole == '\0')
    return;
  g_free (*out_first);
  if (**out_last != '\0' || (comma == NULL && blank == NULL))
    {
      *out_first = g_strdup (whole);
      return;
    }
  g_free (*out_last);
  if (comma != NULL)
    {
      *out_first = g_strstrip (g_strdup (comma + 1));
      *out_last = g_strstrip (g_strndup (whole, (gsize) (comma - whole)));
      return;
    }
  *out_first = g_strstrip (g_strndup (whole, (gsize) (blank - whole)));
  *out_last = g_strdup (blank + 1);
}

/* --- handing over -------------------------------------------------------------------------------- */

GwDraft *
gw_import_start (const GwRecordType *type, const GwRecord *known)
{
  return known != NULL ? gw_draft_new_for (known) : gw_draft_new (type);
}

gboolean
gw_import_was_touched (GwImport *self, GwId id)
{
  return g_hash_table_contains (self->touched, &id);
}

gboolean
gw_import_keep (GwImport *self, const GwDraft *draft)
{
  const GwRecord *base = gw_draft_get_base (draft);
  g_autoptr (GwRecord) record = NULL;
  g_autoptr (GwProblemList) problems = NULL;

  if (self->row_is_bad || (base != NULL && !gw_draft_is_changed (draft)))
    return !self->row_is_bad;
  record = gw_draft_build (draft);
  problems = gw_record_validate (record);
  for (guint i = 0; i < gw_problem_list_get_n (problems); i++)
    gw_import_complain (self, -1, gw_problem_list_get_sentence (problems, i));
  if (self->row_is_bad)
    return FALSE;
  gw_slice_put (self->slice, base, record);
  gw_import_index_put (self->index, record);
  return TRUE;
}

gboolean
gw_import_finish_row (GwImport *self, const GwDraft *draft)
{
  GwImportCounts *counts = gw_import_report_get_counts (self->report,
                                                        gw_column_map_get_target (self->map));
  gboolean is_new = gw_draft_get_base (draft) == NULL;
  gboolean is_changed = gw_draft_is_changed (draft);
  GwId id = gw_draft_get_id (draft);

  if (!gw_import_keep (self, draft))
    {
      counts->n_skipped++;
      return FALSE;
    }
  if (is_new)
    counts->n_new++;
  else if (is_changed)
    counts->n_updated++;
  else
    counts->n_unchanged++;
  g_hash_table_add (self->touched, g_memdup2 (&id, sizeof id));
  return TRUE;
}
