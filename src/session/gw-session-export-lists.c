/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as CSV and calendars of colleagues. Rows go to the file as they come from the store. */
#include "config.h"

#include "gw-session-export-private.h"

#include "gw-csv-writer.h"
#include "gw-ical-writer.h"

#include "gw-absence.h"
#include "gw-colleague.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

/* Text is handed to the disk in pieces of this size. */
#define PIECE_BYTES (64 * 1024)

static void
return_count (GTask *task, gint n, GError *error)
{
  if (n >= 0)
    {
      g_task_return_int (task, n);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_EXPORT);
  g_task_return_error (task, error);
}

/* Lists -------------------------------------------------------------------------------------- */

/* A list on its way to the disk. */
typedef struct
{
  GOutputStream *stream;
  GHashTable *names;
  GString *text;
  GwJob *job;
  gint n_rows;
  gint64 n_all;
  GCancellable *cancellable;
  GError *error;
} Listing;

static gboolean
put_name (GwRecord *record, gpointer names)
{
  GwId id = gw_record_get_id (record);

  g_hash_table_replace (names, g_memdup2 (&id, sizeof id), gw_record_dup_title (record));
  return TRUE;
}

/* What records that others point to are called. */
static GHashTable *
load_names (GwSession *self, GCancellable *cancellable, GError **error)
{
  const GwRecordType *const types[] = { &gw_team_type, &gw_skill_type, &gw_place_type,
                                        &gw_colleague_type, &gw_person_type };
  g_autoptr (GHashTable)
      names = g_hash_table_new_full (gw_id_hash_ptr, gw_id_equal_ptr, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GwQuery) query = gw_query_new (types[i]);

      if (!gw_store_scan_sync (self->store, query, put_name, names, NULL, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&names);
}

static char *
dup_name (GwId id, const GwField *field, gpointer names)
{
  return g_strdup (g_hash_table_lookup (names, &id));
}

static gboolean
flush (Listing *listing)
{
  gboolean done = g_output_stream_write_all (listing->stream, listing->text->str,
                                             listing->text->len, NULL, listing->cancellable,
                                             &listing->error);

  g_string_truncate (listing->text, 0);
  return done;
}

static gboolean
write_row (GwRecord *record, gpointer data)
{
  Listing *listing = data;

  gw_csv_append_record (listing->text, record, dup_name, listing->names);
  listing->n_rows++;
  if (listing->text->len < PIECE_BYTES)
    return TRUE;
  gw_job_report (listing->job, (gint) (listing->n_rows * 1000 / MAX (listing->n_all, 1)), NULL);
  return flush (listing);
}

static gboolean
write_rows (GwSession *self, const GwExport *export, Listing *listing, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (export->type);

  listing->n_all = gw_store_count_sync (self->store, query, listing->cancellable, NULL);
  listing->names = load_names (self, listing->cancellable, error);
  if (listing->names == NULL)
    return FALSE;
  g_string_append (listing->text, "\xef\xbb\xbf");
  gw_csv_append_headings (listing->text, export->type);
  if (!gw_store_scan_sync (self->store, query, write_row, listing, NULL, listing->cancellable,
                           error))
    return FALSE;
  if (listing->error == NULL && flush (listing))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&listing->error));
  return FALSE;
}

/* Closing a stream that is cancelled leaves the file that was there. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static gint
write_list (GwSession *self, const GwExport *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream)
      file = g_file_replace (export->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  Listing listing = { .job = export->job, .cancellable = cancellable };
  gboolean done;

  if (file == NULL)
    return -1;
  listing.stream = G_OUTPUT_STREAM (file);
  listing.text = g_string_new (NULL);
  done = write_rows (self, export, &listing, error);
  if (!done)
    give_up (listing.stream);
  done = done && g_output_stream_close (listing.stream, cancellable, error);
  g_string_free (listing.text, TRUE);
  g_clear_pointer (&listing.names, g_hash_table_unref);
  return done ? listing.n_rows : -1;
}

static void
write_list_in_worker (GTask *task, gpointer self, gpointer export, GCancellable *cancellable)
{
  GError *error = NULL;
  gint n = write_list (self, export, cancellable, &error);

  return_count (task, n, error);
}

void
gw_session_export_list_async (GwSession *self, const GwRecordType *type, GFile *file,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = gw_session_start_export (self, _ ("Writing a list"), file, callback, user_data);
  ((GwExport *) g_task_get_task_data (task))->type = type;
  g_task_run_in_thread (task, write_list_in_worker);
}

gint
gw_session_export_list_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return (gint) g_task_propagate_int (G_TASK (result), error);
}

/* Calendars ---------------------------------------------------------------------------------- */

static GPtrArray *
query_of (GwSession *self, const GwRecordType *type, guint colleague_field, guint day_field,
          GwId colleague, const GwExport *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (type);
  GwDay last = gw_day_add (export->first_day, (gint) export->n_days - 1);

  gw_query_where_id (query, colleague_field, colleague);
  gw_query_where_between (query, day_field, export->first_day.value, last.value);
  return gw_store_query_sync (self->store, query, NULL, cancellable, error);
}

/* Two colleagues may have the same name. */
static char *
dup_free_name (GHashTable *taken, const GwRecord *colleague)
{
  g_autofree char *title = gw_record_dup_title (colleague);
  char *name = gw_text_to_file_name (title, ".ics");

  for (guint i = 2; g_hash_table_contains (taken, name); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", title, i);

      g_free (name);
      name = gw_text_to_file_name (numbered, ".ics");
    }
  g_hash_table_add (taken, g_strdup (name));
  return name;
}

static gboolean
write_calendar (GwSession *self, const GwExport *export, const GwRecord *colleague,
                const char *name, GCancellable *cancellable, GError **error)
{
  GwId id = gw_record_get_id (colleague);
  g_autoptr (GPtrArray) shifts = query_of (self, &gw_shift_type, GW_SHIFT_COLLEAGUE, GW_SHIFT_DAY,
                                           id, export, cancellable, error);
  g_autoptr (GPtrArray) absences = NULL;
  GwIcalSettings settings = { .zone = gw_clock_get_zone (self->clock),
                              .calendar_name = _ ("My shifts"),
                              .stamp = gw_clock_get_now (self->clock) };
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_get_child (export->file, name);

  if (shifts == NULL)
    return FALSE;
  absences = query_of (self, &gw_absence_type, GW_ABSENCE_COLLEAGUE, GW_ABSENCE_FIRST_DAY, id,
                       export, cancellable, error);
  if (absences == NULL)
    return FALSE;
  text = gw_ical_write (shifts, absences, &settings);
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                  NULL, cancellable, error);
}

static gint
write_calendars (GwSession *self, const GwExport *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwQuery) query = gw_query_new (&gw_colleague_type);
  g_autoptr (GPtrArray) colleagues = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint n_files = 0;

  gw_query_where_empty (query, GW_COLLEAGUE_LEFT, TRUE);
  colleagues = gw_store_query_sync (self->store, query, NULL, cancellable, error);
  for (guint i = 0; colleagues != NULL && i < colleagues->len; i++)
    {
      const GwRecord *colleague = g_ptr_array_index (colleagues, i);
      g_autofree char *name = NULL;

      if (!gw_id_is_none (export->colleague) &&
          !gw_id_equal (export->colleague, gw_record_get_id (colleague)))
        continue;
      name = dup_free_name (taken, colleague);
      if (!write_calendar (self, export, colleague, name, cancellable, error))
        return -1;
      n_files++;
      gw_job_report (export->job, (gint) (i * 1000 / colleagues->len), NULL);
    }
  return colleagues != NULL ? n_files : -1;
}

static void
write_calendars_in_worker (GTask *task, gpointer self, gpointer export, GCancellable *cancellable)
{
  GError *error = NULL;
  gint n = write_calendars (self, export, cancellable, &error);

  return_count (task, n, error);
}

void
gw_session_export_calendars_async (GwSession *self, GFile *folder, GwId colleague, GwDay first_day,
                                   guint n_days, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GwExport *export;

  g_return_if_fail (GW_IS_SESSION (self));
  g_return_if_fail (n_days > 0);

  task = gw_session_start_export (self, _ ("Writing calendars"), folder, callback, user_data);
  export = g_task_get_task_data (task);
  export->colleague = colleague;
  export->first_day = first_day;
  export->n_days = n_days;
  g_task_run_in_thread (task, write_calendars_in_worker);
}

gint
gw_session_export_calendars_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return (gint) g_task_propagate_int (G_TASK (result), error);
}
