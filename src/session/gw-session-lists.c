/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows go from the store to the file one by one. Names of records that others point to are read
 * beforehand, since a scan may not ask the store.
 */
#include "config.h"

#include "gw-session-lists.h"
#include "gw-session-private.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-csv-writer.h"
#include "gw-ical-writer.h"
#include "gw-name.h"
#include "gw-shift.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

#define ROWS_A_REPORT 200

/** GwListExport: one file being written, on a worker. */
typedef struct
{
  GwQuery *query;
  GFile *file;
  GwJob *job;
  GHashTable *names; /* id to title */
  GOutputStream *stream;
  GString *text;
  gint64 n_all;
  gint64 n_done;
  GCancellable *cancellable;
  GError *error;
} GwListExport;

static void
gw_list_export_free (gpointer data)
{
  GwListExport *export = data;

  gw_query_unref (export->query);
  g_object_unref (export->file);
  g_clear_object (&export->job);
  g_clear_pointer (&export->names, g_hash_table_unref);
  g_clear_object (&export->stream);
  g_clear_error (&export->error);
  g_string_free (export->text, TRUE);
  g_free (export);
}

static gboolean
read_names (GwStore *store, GwListExport *export, GError **error)
{
  for (guint t = 0; t < GW_SESSION_N_NAME_TYPES; t++)
    {
      g_autoptr (GwQuery) query = gw_query_new (gw_session_get_name_types ()[t]);
      g_autoptr (GPtrArray)
          records = gw_store_query_sync (store, query, NULL, export->cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          GwRecord *record = g_ptr_array_index (records, i);
          GwId id = gw_record_get_id (record);

          g_hash_table_insert (export->names, g_memdup2 (&id, sizeof id),
                               gw_record_dup_title (record));
        }
    }
  return TRUE;
}

static char *
dup_name (GwId id, const GwField *field, gpointer data)
{
  GwListExport *export = data;

  return g_strdup (g_hash_table_lookup (export->names, &id));
}

static gboolean
flush (GwListExport *export)
{
  gboolean ok = g_output_stream_write_all (export->stream, export->text->str, export->text->len,
                                           NULL, export->cancellable, &export->error);

  g_string_truncate (export->text, 0);
  return ok;
}

static gboolean
on_row (GwRecord *record, gpointer data)
{
  GwListExport *export = data;

  gw_csv_append_record (export->text, record, dup_name, export);
  if (++export->n_done % ROWS_A_REPORT != 0)
    return TRUE;
  gw_job_report (export->job, (gint) (export->n_done * 1000 / MAX (export->n_all, 1)), NULL);
  return flush (export);
}

static gboolean
write_rows (GwStore *store, GwListExport *export, GError **error)
{
  export->n_all = gw_store_count_sync (store, export->query, export->cancellable, error);
  if (export->n_all < 0 || !read_names (store, export, error))
    return FALSE;
  /* The mark tells older spreadsheets that it is UTF-8. */
  g_string_assign (export->text, "\xef\xbb\xbf");
  gw_csv_append_headings (export->text, gw_query_get_record_type (export->query));
  if (!gw_store_scan_sync (store, export->query, on_row, export, NULL, export->cancellable, error))
    return FALSE;
  if (export->error == NULL && flush (export))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&export->error));
  return FALSE;
}

/* A cancelled close leaves the old file in its place. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static void
write_list_in_worker (GTask *task, gpointer session, gpointer data, GCancellable *cancellable)
{
  GwListExport *export = data;
  GError *error = NULL;

  export->cancellable = cancellable;
  export->stream = G_OUTPUT_STREAM (
      g_file_replace (export->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &error));
  if (export->stream != NULL && !write_rows (GW_SESSION (session)->store, export, &error))
    abandon (export->stream);
  else if (export->stream != NULL)
    g_output_stream_close (export->stream, cancellable, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_list_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  gw_job_finish (g_task_get_task_data (task));
  if (ok)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_EXPORT);
  g_task_return_error (task, error);
}

void
gw_session_export_list_async (GwSession *self, GwQuery *query, GFile *file,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) work = NULL;
  GwListExport *export;

  g_return_if_fail (GW_IS_SESSION (self));

  export = g_new0 (GwListExport, 1);
  export->query = gw_query_ref (query);
  export->file = g_object_ref (file);
  export->text = g_string_new (NULL);
  export->names = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, g_free);
  export->job = gw_session_start_job (self, _ ("Writing a list"));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, g_object_ref (export->job), g_object_unref);
  work = g_task_new (self, gw_job_get_cancellable (export->job), on_list_written, task);
  g_task_set_task_data (work, export, gw_list_export_free);
  g_task_run_in_thread (work, write_list_in_worker);
}

gboolean
gw_session_export_list_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Calendars ------------------------------------------------------------------------------- */

/** GwCalendarExport: a folder of calendars being written, on a worker. */
typedef struct
{
  GwDay first_day;
  GwDay last_day;
  GFile *folder;
  GwJob *job;
  GHashTable *taken; /* names of files, folded */
} GwCalendarExport;

static void
gw_calendar_export_free (gpointer data)
{
  GwCalendarExport *export = data;

  g_object_unref (export->folder);
  g_object_unref (export->job);
  g_hash_table_unref (export->taken);
  g_free (export);
}

static GPtrArray *
read_shifts (GwStore *store, const GwCalendarExport *export, GwId colleague, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_shift_type);

  gw_query_where_id (query, GW_SHIFT_COLLEAGUE, colleague);
  gw_query_where_between (query, GW_SHIFT_DAY, export->first_day.value, export->last_day.value);
  gw_query_sort (query, GW_SHIFT_DAY, FALSE);
  return gw_store_query_sync (store, query, NULL, gw_job_get_cancellable (export->job), error);
}

static GPtrArray *
read_absences (GwStore *store, const GwCalendarExport *export, GwId colleague, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_absence_type);

  gw_query_where_id (query, GW_ABSENCE_COLLEAGUE, colleague);
  gw_query_where_integer (query, GW_ABSENCE_STATE, GW_ABSENCE_APPROVED);
  return gw_store_query_sync (store, query, NULL, gw_job_get_cancellable (export->job), error);
}

/* A file name that every system takes; two colleagues may have the same name. */
static GFile *
dup_calendar_file (const GwCalendarExport *export, const GwColleague *colleague)
{
  g_autofree char *name = gw_colleague_dup_name (colleague, TRUE);
  g_autofree char *file_name = gw_text_to_file_name (name, ".ics");

  for (guint i = 2; !g_hash_table_add (export->taken, gw_text_fold (file_name)); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);

      g_free (file_name);
      file_name = gw_text_to_file_name (numbered, ".ics");
    }
  return g_file_get_child (export->folder, file_name);
}

/* 1: written; 0: nothing to write; −1: failed. */
static gint
write_calendar (GwSession *self, const GwCalendarExport *export, const GwColleague *colleague,
                GError **error)
{
  GwId id = gw_record_get_id (colleague);
  g_autoptr (GPtrArray) shifts = read_shifts (self->store, export, id, error);
  g_autoptr (GPtrArray) absences = NULL;
  g_autofree char *name = gw_colleague_dup_name (colleague, TRUE);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  GwIcalSettings settings = { .zone = gw_clock_get_zone (self->clock),
                              .calendar_name = name,
                              .stamp = gw_clock_get_now (self->clock) };

  if (shifts == NULL)
    return -1;
  if (shifts->len == 0)
    return 0;
  absences = read_absences (self->store, export, id, error);
  if (absences == NULL)
    return -1;
  text = gw_ical_write (shifts, absences, &settings);
  file = dup_calendar_file (export, colleague);
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                gw_job_get_cancellable (export->job), error))
    return -1;
  return 1;
}

static void
write_calendars_in_worker (GTask *task, gpointer session, gpointer data, GCancellable *cancellable)
{
  GwSession *self = session;
  GwCalendarExport *export = data;
  g_autoptr (GwQuery) query = gw_query_new (&gw_colleague_type);
  GError *error = NULL;
  g_autoptr (GPtrArray)
      colleagues = gw_store_query_sync (self->store, query, NULL, cancellable, &error);
  gint n = 0;

  for (guint i = 0; error == NULL && i < colleagues->len; i++)
    {
      n += MAX (0, write_calendar (self, export, g_ptr_array_index (colleagues, i), &error));
      gw_job_report (export->job, (gint) (i * 1000 / colleagues->len), NULL);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n);
}

static void
on_calendars_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);

  gw_job_finish (g_task_get_task_data (task));
  if (error == NULL)
    {
      g_task_return_int (task, n);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_EXPORT);
  g_task_return_error (task, error);
}

void
gw_session_export_calendars_async (GwSession *self, GwDay first_day, GwDay last_day, GFile *folder,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) work = NULL;
  GwCalendarExport *export;

  g_return_if_fail (GW_IS_SESSION (self));

  export = g_new0 (GwCalendarExport, 1);
  export->first_day = first_day;
  export->last_day = last_day;
  export->folder = g_object_ref (folder);
  export->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  export->job = gw_session_start_job (self, _ ("Writing calendars"));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, g_object_ref (export->job), g_object_unref);
  work = g_task_new (self, gw_job_get_cancellable (export->job), on_calendars_written, task);
  g_task_set_task_data (work, export, gw_calendar_export_free);
  g_task_run_in_thread (work, write_calendars_in_worker);
}

gint
gw_session_export_calendars_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return (gint) g_task_propagate_int (G_TASK (result), error);
}
