/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources of imports: copied for workers, opened, and an index of what their rows may mean. */
#include "config.h"

#include "gw-session-import-private.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

GwImportErrand *
gw_import_errand_new (const GwImportSource *sources, guint n_sources, GwJob *job)
{
  GwImportErrand *errand = g_new0 (GwImportErrand, 1);

  errand->sources = g_memdup2 (sources, n_sources * sizeof *sources);
  errand->n_sources = n_sources;
  errand->job = job != NULL ? g_object_ref (job) : NULL;
  for (guint i = 0; i < n_sources; i++)
    {
      GwImportSource *source = &errand->sources[i];

      source->file = source->file != NULL ? g_object_ref (source->file) : NULL;
      source->text = g_strdup (source->text);
      source->legend = g_strdup (source->legend);
      source->map = source->map != NULL ? gw_column_map_copy (source->map) : NULL;
    }
  return errand;
}

void
gw_import_errand_free (gpointer data)
{
  GwImportErrand *errand = data;

  for (guint i = 0; i < errand->n_sources; i++)
    {
      GwImportSource *source = &errand->sources[i];

      g_clear_object (&source->file);
      g_free ((char *) source->text);
      g_free ((char *) source->legend);
      g_clear_pointer ((GwColumnMap **) &source->map, gw_column_map_free);
    }
  g_free (errand->sources);
  g_clear_object (&errand->job);
  g_free (errand);
}

GInputStream *
gw_import_source_open (const GwImportSource *source, guint64 *out_n_bytes,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  *out_n_bytes = 0;
  if (source->file == NULL)
    {
      const char *text = source->text != NULL ? source->text : "";

      *out_n_bytes = strlen (text);
      return g_memory_input_stream_new_from_data (g_strdup (text), -1, g_free);
    }
  stream = g_file_read (source->file, cancellable, error);
  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    *out_n_bytes = (guint64) MAX (g_file_info_get_size (info), 0);
  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

/* The index ---------------------------------------------------------------------------------- */

static gboolean
put_record (GwRecord *record, gpointer index)
{
  gw_import_index_put (index, record);
  return TRUE;
}

static gboolean
put_all (GwSession *self, GwImportIndex *index, const GwRecordType *type, GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);

  return gw_store_scan_sync (self->store, query, put_record, index, NULL, cancellable, error);
}

/* Visits and shifts are many; they are read only for lists that may change them. */
static gboolean
has_target (const GwImportSource *sources, guint n_sources, GwImportTarget target)
{
  for (guint i = 0; i < n_sources; i++)
    if (sources[i].is_sheet ? target == GW_IMPORT_SHIFTS : sources[i].target == target)
      return TRUE;
  return FALSE;
}

GwImportIndex *
gw_session_index_for_import (GwSession *self, const GwImportSource *sources, guint n_sources,
                             GCancellable *cancellable, GError **error)
{
  const GwRecordType *const always[] = { &gw_team_type,      &gw_skill_type,  &gw_place_type,
                                         &gw_colleague_type, &gw_person_type, &gw_competence_type,
                                         &gw_absence_type };
  g_autoptr (GwImportIndex) index = gw_import_index_new ();
  gboolean done = TRUE;

  for (guint i = 0; done && i < G_N_ELEMENTS (always); i++)
    done = put_all (self, index, always[i], cancellable, error);
  if (done && has_target (sources, n_sources, GW_IMPORT_SHIFTS))
    done = put_all (self, index, &gw_shift_type, cancellable, error);
  if (done && has_target (sources, n_sources, GW_IMPORT_VISITS))
    done = put_all (self, index, &gw_visit_type, cancellable, error);
  if (done && has_target (sources, n_sources, GW_IMPORT_REGULAR_VISITS))
    done = put_all (self, index, &gw_visit_pattern_type, cancellable, error);
  if (done && has_target (sources, n_sources, GW_IMPORT_TRAVEL))
    done = put_all (self, index, &gw_travel_override_type, cancellable, error);
  return done ? g_steal_pointer (&index) : NULL;
}

GwImportSettings
gw_session_get_import_settings (GwSession *self, GwImportIndex *index, GwId author,
                                GCancellable *cancellable)
{
  GwImportSettings settings = { .today = gw_clock_get_today (self->clock),
                                .zone = gw_clock_get_zone (self->clock),
                                .team = GW_ID_NONE };
  g_autoptr (GwQuery) query = gw_query_new (&gw_team_type);
  const GwRecord *colleague = gw_import_index_find (index, author);
  g_autoptr (GPtrArray) teams = NULL;

  gw_query_set_limit (query, 2);
  teams = gw_store_query_sync (self->store, query, NULL, cancellable, NULL);
  if (teams != NULL && teams->len == 1)
    settings.team = gw_record_get_id (g_ptr_array_index (teams, 0));
  else if (colleague != NULL)
    settings.team = gw_colleague_get_team (colleague);
  return settings;
}
