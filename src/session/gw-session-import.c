/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Running an import. One slice is always held back: when the user stops, it is written as the last
 * one, so that the act is finished and undone as one; when the program dies, the act is unfinished.
 */
#include "config.h"

#include "gw-session-import-private.h"

#include "gw-shift.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

/* A run: where slices go. */
typedef struct
{
  GwSession *session;
  GwImportErrand *errand;
  GwImportResult *result;
  GwChange *held;
  GCancellable *cancellable;
} Run;

void
gw_import_result_free (GwImportResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->report, gw_import_report_free);
  g_free (self->failure);
  g_free (self);
}

/* Writing ------------------------------------------------------------------------------------ */

static GwChange *
copy_part (GwChange *change, guint first, guint end, gboolean last)
{
  GwChange *part = gw_change_new (gw_change_get_label (change));

  for (guint i = first; i < end; i++)
    gw_change_add_operation (part, gw_change_get_operation (change, i));
  gw_change_set_group (part, gw_change_get_group (change), last);
  return part;
}

/* Whether who looks at the rota today would rather see @day than @other. */
static gboolean
comes_before (GwDay day, GwDay other, GwDay today)
{
  gboolean is_past = gw_day_compare (day, today) < 0;

  if (is_past != (gw_day_compare (other, today) < 0))
    return !is_past;
  return is_past ? gw_day_compare (day, other) > 0 : gw_day_compare (day, other) < 0;
}

static void
note_day (Run *run, GwDay day)
{
  GwDay today = gw_clock_get_today (run->session->clock);

  if (!run->result->has_day || comes_before (day, run->result->day, today))
    run->result->day = day;
  run->result->has_day = TRUE;
}

/* On which days something new is. */
static void
note_days (Run *run, GwChange *change)
{
  for (guint i = 0; i < gw_change_get_n_operations (change); i++)
    {
      const GwOperation *operation = gw_change_get_operation (change, i);
      guint field = operation->type == &gw_visit_type ? GW_VISIT_DAY : GW_SHIFT_DAY;

      if (operation->kind != GW_OPERATION_INSERT ||
          (operation->type != &gw_visit_type && operation->type != &gw_shift_type))
        continue;
      for (guint j = 0; j < operation->n_edits; j++)
        if (operation->edits[j].field == field &&
            operation->edits[j].value.form == GW_VALUE_INTEGER)
          note_day (run, GW_DAY ((gint32) operation->edits[j].value.integer));
    }
}

/* An act whose last record is left out ends all the same, or it would seem to be interrupted. */
static gboolean
end_group (Run *run, GwChange *change, GError **error)
{
  g_autoptr (GwChange) end = copy_part (change, 0, 0, TRUE);
  g_autoptr (GwCommit) commit = NULL;

  if (!gw_change_get_ends_group (change) || gw_id_is_none (run->result->group))
    return TRUE;
  commit = gw_store_submit_sync (run->session->store, end, run->errand->author, NULL, error);
  return commit != NULL;
}

/*
 * A slice is written whole, or, when somebody changed one of its records meanwhile, in halves until
 * only that record is left out.
 */
static gboolean
write_change (Run *run, GwChange *change, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GwCommit) commit = gw_store_submit_sync (run->session->store, change,
                                                      run->errand->author, NULL, &failure);
  guint n_operations = gw_change_get_n_operations (change);
  g_autoptr (GwChange) front = NULL;
  g_autoptr (GwChange) back = NULL;

  if (commit != NULL)
    {
      run->result->group = gw_change_get_group (change);
      note_days (run, change);
      return TRUE;
    }
  if (!g_error_matches (failure, GW_ERROR, GW_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (n_operations <= 1)
    {
      run->result->n_meanwhile++;
      return end_group (run, change, error);
    }
  front = copy_part (change, 0, n_operations / 2, FALSE);
  back = copy_part (change, n_operations / 2, n_operations, gw_change_get_ends_group (change));
  return write_change (run, front, error) && write_change (run, back, error);
}

/* Takes @change over, and writes the one before it. */
static gboolean
take_change (Run *run, GwChange *change, GError **error)
{
  g_autoptr (GwChange) before = g_steal_pointer (&run->held);

  run->held = change;
  return before == NULL || write_change (run, before, error);
}

static gboolean
write_held (Run *run, GError **error)
{
  g_autoptr (GwChange) last = g_steal_pointer (&run->held);

  if (last == NULL)
    return TRUE;
  gw_change_set_group (last, gw_change_get_group (last), TRUE);
  return write_change (run, last, error);
}

/* Reading ------------------------------------------------------------------------------------ */

static void
report_progress (Run *run, gint permille)
{
  if (run->errand->job != NULL)
    gw_job_report (run->errand->job, permille, NULL);
}

static gboolean
run_lists (Run *run, GwImport *import, GError **error)
{
  GwChange *change = NULL;

  do
    {
      if (!gw_import_next (import, run->cancellable, &change, error))
        return FALSE;
      if (change != NULL && !take_change (run, change, error))
        return FALSE;
      report_progress (run, gw_import_get_permille (import));
    }
  while (change != NULL);
  return TRUE;
}

static gboolean
add_lists (Run *run, GwImport *import, GError **error)
{
  for (guint i = 0; i < run->errand->n_sources; i++)
    {
      const GwImportSource *source = &run->errand->sources[i];
      g_autoptr (GInputStream) stream = NULL;
      guint64 n_bytes;

      if (source->is_sheet)
        continue;
      stream = gw_import_source_open (source, &n_bytes, run->cancellable, error);
      if (stream == NULL)
        return FALSE;
      gw_import_add_source (import, source->target, stream, source->map, source->mode, n_bytes);
    }
  return TRUE;
}

static gboolean
run_sheet (Run *run, const GwImportSource *source, GwImportIndex *index,
           const GwImportSettings *settings, GError **error)
{
  guint64 n_bytes;
  g_autoptr (GInputStream)
      stream = gw_import_source_open (source, &n_bytes, run->cancellable, error);
  g_autoptr (GwWeekSheet) sheet = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (stream == NULL)
    return FALSE;
  sheet = gw_week_sheet_read (stream, source->monday, run->cancellable, error);
  if (sheet == NULL)
    return FALSE;
  if (source->legend != NULL)
    gw_week_sheet_apply_legend (sheet, source->legend);
  changes = gw_week_sheet_build (sheet, index, settings, source->new_names, run->result->report);
  for (guint i = 0; i < changes->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
          !take_change (run, gw_change_ref (g_ptr_array_index (changes, i)), error))
        return FALSE;
      report_progress (run, (gint) (i * 1000 / changes->len));
    }
  return TRUE;
}

static char *
dup_label (const GwImportErrand *errand)
{
  if (errand->n_sources > 1)
    return g_strdup (_ ("Import lists"));
  if (errand->sources[0].is_sheet)
    return g_strdup (_ ("Import a rota sheet"));
  /* Translators: %s is what the list holds, for instance "Visits". */
  return g_strdup_printf (_ ("Import: %s"), gw_import_target_get_label (errand->sources[0].target));
}

/* A sheet is one source by itself; lists may be several. */
static gboolean
run_all (Run *run, GError **error)
{
  GwImportErrand *errand = run->errand;
  g_autoptr (GwImportIndex) index = gw_session_index_for_import (
      run->session, errand->sources, errand->n_sources, run->cancellable, error);
  g_autofree char *label = dup_label (errand);
  g_autoptr (GwImport) import = NULL;
  GwImportSettings settings;
  gboolean done;

  if (index == NULL)
    return FALSE;
  settings = gw_session_get_import_settings (run->session, index, errand->author, run->cancellable);
  settings.label = label;
  if (errand->sources[0].is_sheet)
    {
      run->result->report = gw_import_report_new ();
      return run_sheet (run, &errand->sources[0], index, &settings, error);
    }
  import = gw_import_new (index, &settings);
  done = add_lists (run, import, error) && run_lists (run, import, error);
  run->result->report = gw_import_steal_report (import);
  return done;
}

static void
note_failure (GwImportResult *result, const GError *error)
{
  if (g_error_matches (error, GW_ERROR, GW_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    result->is_stopped = TRUE;
  /* What is wrong with a file is told by its reader, with the line. */
  else if (g_error_matches (error, GW_ERROR, GW_ERROR_CORRUPT))
    result->failure = g_strdup (error->message);
  else
    result->failure = gw_session_error_to_sentence (error, GW_ERROR_DEED_IMPORT);
}

static GwImportResult *
run_errand (GwSession *self, GwImportErrand *errand, GCancellable *cancellable)
{
  Run run = { .session = self, .errand = errand, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late = NULL;

  run.result = g_new0 (GwImportResult, 1);
  if (!run_all (&run, &error))
    note_failure (run.result, error);
  if (run.result->report == NULL)
    run.result->report = gw_import_report_new ();
  if (!write_held (&run, &late) && run.result->failure == NULL)
    run.result->failure = gw_session_error_to_sentence (late, GW_ERROR_DEED_IMPORT);
  return run.result;
}

/* Public API --------------------------------------------------------------------------------- */

GwImportResult *
gw_session_import_sync (GwSession *self, const GwImportSource *sources, guint n_sources, GwJob *job,
                        GCancellable *cancellable)
{
  GwImportErrand *errand;
  GwImportResult *result;

  g_return_val_if_fail (GW_IS_SESSION (self) && n_sources > 0, NULL);

  errand = gw_import_errand_new (sources, n_sources, job);
  errand->author = gw_session_get_user_id (self);
  result = run_errand (self, errand, cancellable);
  gw_import_errand_free (errand);
  return result;
}

static void
import_in_worker (GTask *task, gpointer self, gpointer errand, GCancellable *cancellable)
{
  g_task_return_pointer (task, run_errand (self, errand, cancellable),
                         (GDestroyNotify) gw_import_result_free);
}

static void
on_import_completed (GTask *task, GParamSpec *pspec, gpointer user_data)
{
  GwImportErrand *errand = g_task_get_task_data (task);
  GwSession *self = g_task_get_source_object (task);

  self->n_imports--;
  gw_session_pump (self);
  gw_job_finish (errand->job);
}

GwJob *
gw_session_import_async (GwSession *self, const GwImportSource *sources, guint n_sources,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GwImportErrand *errand;
  GwJob *job;

  g_return_val_if_fail (GW_IS_SESSION (self) && n_sources > 0, NULL);

  job = gw_session_start_job (self, _ ("Importing"));
  errand = gw_import_errand_new (sources, n_sources, job);
  errand->author = gw_session_get_user_id (self);
  task = g_task_new (self, gw_job_get_cancellable (job), callback, user_data);
  /* What was written before a stop must be told, not only that it was stopped. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, errand, gw_import_errand_free);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_import_completed), NULL);
  self->n_imports++;
  g_task_run_in_thread (task, import_in_worker);
  return job;
}

GwImportResult *
gw_session_import_finish (GwSession *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
