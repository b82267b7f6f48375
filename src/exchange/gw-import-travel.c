/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of travel times: "from, to, minutes", or a matrix with a column for each place. Both become
 * travel overrides: one mechanism, visible in forms, undone like all else; 70 places make 4,830.
 */
#include "config.h"

#include "gw-import-private.h"

#include "gw-import-cells.h"

#include "gw-person.h"
#include "gw-place.h"
#include "gw-travel-override.h"

typedef struct
{
  GwId id;
  gboolean is_place;
} End;

static gboolean
find_end (GwImport *self, const char *name, gint field, gboolean quietly, End *out_end)
{
  const GwRecord *record = NULL;
  GwImportMatch match = gw_import_index_find_name (self->index, &gw_person_type, name, &record);
  g_autofree char *reason = NULL;

  out_end->is_place = FALSE;
  if (match == GW_IMPORT_MATCH_NONE)
    {
      match = gw_import_index_find_name (self->index, &gw_place_type, name, &record);
      out_end->is_place = TRUE;
    }
  if (match == GW_IMPORT_MATCH_ONE)
    {
      out_end->id = gw_record_get_id (record);
      return TRUE;
    }
  if (quietly)
    return FALSE;
  if (match == GW_IMPORT_MATCH_SEVERAL)
    gw_import_complain_cell (
        self, (guint) field,
        _ ("More than one person is called “%s”. Please give the whole name."));
  else
    gw_import_complain_cell (self, (guint) field, _ ("No person and no place is called “%s”."));
  return FALSE;
}

static GwDraft *
start_override (GwImport *self, const End *from, const End *to, gint mode)
{
  const GwRecord *known = gw_import_index_find_pair (self->index, &gw_travel_override_type,
                                                     from->id, to->id, mode);
  GwDraft *draft = gw_import_start (&gw_travel_override_type, known);

  gw_draft_set_id (draft,
                   from->is_place ? GW_TRAVEL_OVERRIDE_FROM_PLACE : GW_TRAVEL_OVERRIDE_FROM_PERSON,
                   from->id);
  gw_draft_set_id (draft, to->is_place ? GW_TRAVEL_OVERRIDE_TO_PLACE : GW_TRAVEL_OVERRIDE_TO_PERSON,
                   to->id);
  if (mode != 0)
    gw_draft_set_integer (draft, GW_TRAVEL_OVERRIDE_MODE, mode);
  return draft;
}

static gint
read_mode (GwImport *self)
{
  const GwField *field = &gw_travel_override_type.fields[GW_TRAVEL_OVERRIDE_MODE];
  g_autofree char *words = NULL;
  const GwChoice *choice;

  if (!gw_import_has (self, GW_IMPORT_TRAVEL_MODE))
    return self->mode;
  words = gw_cell_to_choice_words (gw_import_cell (self, GW_IMPORT_TRAVEL_MODE), field->choices);
  choice = gw_field_find_choice_by_key (field, words);
  if (choice == NULL)
    gw_import_complain_cell (
        self, GW_IMPORT_TRAVEL_MODE,
        _ ("“%s” is not a way to get about. It could be car, bicycle, walk or bus."));
  return choice != NULL ? choice->number : 0;
}

static void
read_list_row (GwImport *self, const End *from)
{
  End to;
  gint mode = read_mode (self);
  g_autoptr (GwDraft) draft = NULL;

  if (!self->row_is_bad &&
      find_end (self, gw_import_cell (self, GW_IMPORT_TRAVEL_TO), GW_IMPORT_TRAVEL_TO, FALSE, &to))
    {
      draft = start_override (self, from, &to, mode);
      if (!gw_import_has (self, GW_IMPORT_TRAVEL_MINUTES))
        gw_import_complain (self, GW_IMPORT_TRAVEL_MINUTES, _ ("There is no time."));
      gw_import_take_span (self, draft, GW_TRAVEL_OVERRIDE_DURATION, GW_IMPORT_TRAVEL_MINUTES,
                           FALSE);
      gw_import_take_flag (self, draft, GW_TRAVEL_OVERRIDE_BOTH_WAYS, GW_IMPORT_TRAVEL_BOTH_WAYS);
      gw_import_take (self, draft, GW_TRAVEL_OVERRIDE_NOTE, GW_IMPORT_TRAVEL_NOTE);
      gw_import_finish_row (self, draft);
      return;
    }
  gw_import_report_get_counts (self->report, GW_IMPORT_TRAVEL)->n_skipped++;
}

/* Columns whose heading is nobody are passed over; a cell that is no time is listed by itself. */
static void
read_matrix_row (GwImport *self, const End *from)
{
  gint from_column = gw_column_map_get_column (self->map, GW_IMPORT_TRAVEL_FROM);

  for (guint i = 0; i < gw_csv_reader_get_n_cells (self->reader); i++)
    {
      const char *cell = gw_csv_reader_get_cell (self->reader, i);
      End to;
      GwSpan span;
      g_autoptr (GwDraft) draft = NULL;
      self->row_is_bad = FALSE;
      if ((gint) i == from_column || *cell == '\0' ||
          !find_end (self, gw_column_map_get_heading (self->map, i), -1, TRUE, &to) ||
          gw_id_equal (to.id, from->id))
        continue;
      draft = start_override (self, from, &to, self->mode);
      if (gw_cell_read_span (cell, &span))
        gw_travel_override_set_duration (draft, span);
      else
        {
          GwImportProblem problem = { GW_IMPORT_TRAVEL,
                                      gw_csv_reader_get_line (self->reader, i),
                                      i + 1,
                                      (char *) gw_column_map_get_heading (self->map, i),
                                      (char *) _ ("This is not a number of minutes."),
                                      FALSE };
          gw_import_report_add_problem (self->report, &problem);
          self->row_is_bad = TRUE;
        }
      gw_import_finish_row (self, draft);
    }
}

void
gw_import_read_travel_row (GwImport *self)
{
  gboolean is_list = gw_column_map_get_column (self->map, GW_IMPORT_TRAVEL_TO) != GW_COLUMN_NONE;
  End from;

  if (!find_end (self, gw_import_cell (self, GW_IMPORT_TRAVEL_FROM), GW_IMPORT_TRAVEL_FROM, FALSE,
                 &from))
    gw_import_report_get_counts (self->report, GW_IMPORT_TRAVEL)->n_skipped++;
  else if (is_list)
    read_list_row (self, &from);
  else
    read_matrix_row (self, &from);
}
