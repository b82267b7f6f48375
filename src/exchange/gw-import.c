/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources one after the other, rows one after the other, slices out. */
#include "config.h"

#include "gw-import-private.h"

#include "gw-error.h"

#include <glib/gi18n-lib.h>

/* Rows between two looks at the cancellable and the slice. */
#define ROWS_AT_A_TIME 64

typedef struct
{
  GwImportTarget target;
  GInputStream *stream;
  GwColumnMap *map;
  gint mode;
  guint64 n_bytes;
} Source;

static void
clear_source (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->stream);
  g_clear_pointer (&source->map, gw_column_map_free);
}

GwImport *
gw_import_new (GwImportIndex *index, const GwImportSettings *settings)
{
  GwImport *self = g_new0 (GwImport, 1);

  self->index = index;
  self->settings = *settings;
  self->settings.zone = g_time_zone_ref (settings->zone);
  self->settings.label = NULL;
  self->report = gw_import_report_new ();
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_array_set_clear_func (self->sources, clear_source);
  self->slice = gw_slice_new (GW_IMPORT_SLICE,
                              settings->label != NULL ? settings->label : _ ("Import"));
  self->touched = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, NULL);
  return self;
}

static void
close_source (GwImport *self)
{
  g_clear_pointer (&self->reader, gw_csv_reader_free);
  g_clear_pointer (&self->map, gw_column_map_free);
}

void
gw_import_free (GwImport *self)
{
  if (self == NULL)
    return;
  close_source (self);
  g_time_zone_unref (self->settings.zone);
  gw_import_report_free (self->report);
  g_array_unref (self->sources);
  gw_slice_free (self->slice);
  g_hash_table_unref (self->touched);
  g_free (self);
}

static gint
compare_sources (gconstpointer a, gconstpointer b)
{
  return (gint) ((const Source *) a)->target - (gint) ((const Source *) b)->target;
}

void
gw_import_add_source (GwImport *self, GwImportTarget target, GInputStream *stream,
                      const GwColumnMap *map, gint mode, guint64 n_bytes)
{
  Source source = { target, g_object_ref (stream), map != NULL ? gw_column_map_copy (map) : NULL,
                    mode, n_bytes };

  g_array_append_val (self->sources, source);
  g_array_sort (self->sources, compare_sources);
  self->n_bytes = n_bytes > 0 ? self->n_bytes + n_bytes : self->n_bytes;
}

/* A matrix has an empty first heading, or one of its own. */
static void
complete_travel_map (GwColumnMap *map)
{
  if (gw_column_map_get_target (map) == GW_IMPORT_TRAVEL && gw_column_map_get_n_columns (map) > 0 &&
      gw_column_map_get_column (map, GW_IMPORT_TRAVEL_FROM) == GW_COLUMN_NONE)
    gw_column_map_set_column (map, GW_IMPORT_TRAVEL_FROM, 0);
}

static gboolean
read_headings (GwImport *self, const Source *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autofree char *problem = NULL;
  g_autoptr (GError) failure = NULL;

  if (!gw_csv_reader_next (self->reader, cancellable, &failure))
    {
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CORRUPT, _ ("The file is empty."));
      return FALSE;
    }
  for (guint i = 0; i < gw_csv_reader_get_n_cells (self->reader); i++)
    g_ptr_array_add (headings, (gpointer) gw_csv_reader_get_cell (self->reader, i));
  self->map = source->map != NULL
                  ? gw_column_map_copy (source->map)
                  : gw_column_map_new (source->target, (const char *const *) headings->pdata,
                                       headings->len);
  complete_travel_map (self->map);
  problem = gw_column_map_dup_problem (self->map);
  if (problem != NULL)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID, problem);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_source (GwImport *self, GCancellable *cancellable, GError **error)
{
  const Source *source = &g_array_index (self->sources, Source, self->at);

  if (self->reader != NULL)
    return TRUE;
  self->reader = gw_csv_reader_new (source->stream, 0);
  self->mode = source->mode;
  return read_headings (self, source, cancellable, error);
}

static void
read_row (GwImport *self)
{
  self->row_is_bad = FALSE;
  switch (gw_column_map_get_target (self->map))
    {
    case GW_IMPORT_COLLEAGUES:
      gw_import_read_colleague_row (self);
      break;
    case GW_IMPORT_PEOPLE:
      gw_import_read_person_row (self);
      break;
    case GW_IMPORT_SHIFTS:
      gw_import_read_shift_row (self);
      break;
    case GW_IMPORT_VISITS:
      gw_import_read_visit_row (self);
      break;
    case GW_IMPORT_REGULAR_VISITS:
      gw_import_read_regular_row (self);
      break;
    case GW_IMPORT_TRAVEL:
      gw_import_read_travel_row (self);
      break;
    case GW_IMPORT_N_TARGETS:
    default:
      g_assert_not_reached ();
    }
}

/* TRUE while there may be more; FALSE with @error, or without when all sources are read. */
static gboolean
read_some (GwImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->at == self->sources->len)
    return FALSE;
  if (!open_source (self, cancellable, error))
    return FALSE;
  for (guint i = 0; i < ROWS_AT_A_TIME; i++)
    {
      if (!gw_csv_reader_next (self->reader, cancellable, &failure))
        {
          if (failure != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&failure));
              return FALSE;
            }
          self->n_bytes_before += gw_csv_reader_get_n_bytes (self->reader);
          close_source (self);
          self->at++;
          return TRUE;
        }
      read_row (self);
    }
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, _ ("The import was stopped."));
      return FALSE;
    }
  return TRUE;
}

/* Of several files, which one it is about. What the disk said stays as it is. */
static void
pass_on (GwImport *self, GError *failure, GError **error)
{
  if ((g_error_matches (failure, GW_ERROR, GW_ERROR_CORRUPT) ||
       g_error_matches (failure, GW_ERROR, GW_ERROR_INVALID)) &&
      self->at < self->sources->len)
    {
      GwImportTarget target = g_array_index (self->sources, Source, self->at).target;
      /* Translators: name of a list ("Visits") and a sentence about its file. */
      g_set_error (error, GW_ERROR, failure->code, _ ("%s: %s"),
                   gw_import_target_get_label (target), failure->message);
      g_error_free (failure);
      return;
    }
  g_propagate_error (error, failure);
}

gboolean
gw_import_next (GwImport *self, GCancellable *cancellable, GwChange **out_change, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *out_change = gw_slice_pop (self->slice);
  while (*out_change == NULL && read_some (self, cancellable, &failure))
    *out_change = gw_slice_pop (self->slice);
  if (failure != NULL)
    {
      pass_on (self, g_steal_pointer (&failure), error);
      return FALSE;
    }
  if (*out_change == NULL)
    {
      gw_slice_end (self->slice);
      *out_change = gw_slice_pop (self->slice);
    }
  return TRUE;
}

GwImportReport *
gw_import_get_report (GwImport *self)
{
  return self->report;
}

GwImportReport *
gw_import_steal_report (GwImport *self)
{
  return g_steal_pointer (&self->report);
}

gint
gw_import_get_permille (GwImport *self)
{
  guint64 n = self->n_bytes_before;

  if (self->n_bytes == 0)
    return -1;
  if (self->reader != NULL)
    n += gw_csv_reader_get_n_bytes (self->reader);
  return (gint) MIN (n * 1000 / self->n_bytes, 1000);
}
