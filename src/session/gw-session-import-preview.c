/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a list, tried on an index that is thrown away. */
#include "config.h"

#include "gw-session-import-preview.h"
#include "gw-session-import-private.h"

#include "gw-csv-reader.h"

#include <glib/gi18n-lib.h>

/* Rows of a preview lie in the first part of a file. */
#define HEAD_BYTES (256 * 1024)

static void
return_import_error (GTask *task, GError *error)
{
  /* What is wrong with a file is told by its reader, with the line. */
  if (!g_error_matches (error, GW_ERROR, GW_ERROR_CORRUPT))
    gw_session_error_say (&error, GW_ERROR_DEED_READ);
  g_task_return_error (task, error);
}

static GTask *
start (GwSession *self, const GwImportSource *source, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GwImportErrand *errand = gw_import_errand_new (source, 1, NULL);

  errand->author = gw_session_get_user_id (self);
  g_task_set_task_data (task, errand, gw_import_errand_free);
  return task;
}

/* Rows --------------------------------------------------------------------------------------- */

static void
read_rows_in_worker (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  GwImportErrand *errand = data;
  GError *error = NULL;
  guint64 n_bytes;
  g_autoptr (GInputStream)
      stream = gw_import_source_open (errand->sources, &n_bytes, cancellable, &error);
  GPtrArray *rows = NULL;

  if (stream != NULL)
    rows = gw_csv_preview (stream, GW_IMPORT_PREVIEW_ROWS + 1, &error);
  if (rows != NULL && rows->len > 0)
    {
      g_clear_error (&error);
      g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&rows, g_ptr_array_unref);
  if (error == NULL)
    error = g_error_new_literal (GW_ERROR, GW_ERROR_CORRUPT, _ ("There is nothing in it."));
  return_import_error (task, error);
}

void
gw_session_read_rows_async (GwSession *self, GFile *file, const char *text,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GwImportSource source = { .file = file, .text = text };
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = start (self, &source, cancellable, callback, user_data);
  g_task_run_in_thread (task, read_rows_in_worker);
}

GPtrArray *
gw_session_read_rows_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Sheets ------------------------------------------------------------------------------------- */

static void
read_sheet_in_worker (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  GwImportErrand *errand = data;
  GError *error = NULL;
  guint64 n_bytes;
  g_autoptr (GInputStream)
      stream = gw_import_source_open (errand->sources, &n_bytes, cancellable, &error);
  GwWeekSheet *sheet = NULL;

  if (stream != NULL)
    sheet = gw_week_sheet_read (stream, errand->sources->monday, cancellable, &error);
  if (sheet != NULL && errand->sources->legend != NULL)
    gw_week_sheet_apply_legend (sheet, errand->sources->legend);
  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) gw_week_sheet_free);
  else
    return_import_error (task, error);
}

void
gw_session_read_sheet_async (GwSession *self, const GwImportSource *source,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = start (self, source, cancellable, callback, user_data);
  g_task_run_in_thread (task, read_sheet_in_worker);
}

GwWeekSheet *
gw_session_read_sheet_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What rows would become --------------------------------------------------------------------- */

void
gw_import_preview_free (GwImportPreview *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  gw_import_report_free (self->report);
  g_free (self);
}

/* The first whole lines of the source. */
static GInputStream *
open_head (const GwImportSource *source, GCancellable *cancellable, GError **error)
{
  guint64 n_bytes;
  g_autoptr (GInputStream) stream = gw_import_source_open (source, &n_bytes, cancellable, error);
  g_autofree char *head = g_malloc (HEAD_BYTES);
  gsize n_read = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (stream, head, HEAD_BYTES, &n_read, cancellable, error))
    return NULL;
  while (n_read == HEAD_BYTES && n_read > 0 && head[n_read - 1] != '\n')
    n_read--;
  return g_memory_input_stream_new_from_data (g_steal_pointer (&head), (gssize) n_read, g_free);
}

static void
take_records (GwImportPreview *preview, GwChange *change, GwImportIndex *index, gboolean new_ones)
{
  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      const GwRecord *record = gw_import_index_find (index, operation->record_id);
      gboolean is_new = operation->kind == GW_OPERATION_INSERT;

      if (record == NULL || is_new != new_ones || preview->records->len >= GW_IMPORT_PREVIEW_ROWS ||
          g_ptr_array_find (preview->records, record, NULL))
        continue;
      g_ptr_array_add (preview->records, gw_record_ref (record));
    }
}

static GwImportPreview *
try_rows (GwSession *self, GwImportErrand *errand, GCancellable *cancellable, GError **error)
{
  const GwImportSource *source = errand->sources;
  g_autoptr (GInputStream) head = open_head (source, cancellable, error);
  g_autoptr (GwImportIndex) index = NULL;
  g_autoptr (GwImport) import = NULL;
  g_autoptr (GwChange) change = NULL;
  GwImportPreview *preview;
  GwImportSettings settings;

  if (head == NULL)
    return NULL;
  index = gw_session_index_for_import (self, source, 1, cancellable, error);
  if (index == NULL)
    return NULL;
  settings = gw_session_get_import_settings (self, index, errand->author, cancellable);
  import = gw_import_new (index, &settings);
  gw_import_add_source (import, source->target, head, source->map, source->mode, 0);
  if (!gw_import_next (import, cancellable, &change, error))
    return NULL;
  preview = g_new0 (GwImportPreview, 1);
  preview->records = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_record_unref);
  if (change != NULL)
    take_records (preview, change, index, TRUE);
  preview->n_new = preview->records->len;
  if (change != NULL)
    take_records (preview, change, index, FALSE);
  preview->report = gw_import_steal_report (import);
  return preview;
}

static void
preview_in_worker (GTask *task, gpointer self, gpointer errand, GCancellable *cancellable)
{
  GError *error = NULL;
  GwImportPreview *preview = try_rows (self, errand, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) gw_import_preview_free);
  else
    return_import_error (task, error);
}

void
gw_session_preview_import_async (GwSession *self, const GwImportSource *source,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = start (self, source, cancellable, callback, user_data);
  g_task_run_in_thread (task, preview_in_worker);
}

GwImportPreview *
gw_session_preview_import_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
