/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: listed and made beside the open file, brought back after closing it. */
#include "config.h"

#include "gw-session-backup.h"
#include "gw-session-private.h"

#include "gw-backup.h"

#include <glib/gi18n-lib.h>

void
gw_backup_line_free (GwBackupLine *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->when);
  g_free (self);
}

static char *
dup_when (GwSession *self, GwInstant instant)
{
  GwDay day;
  GwMinute minute;
  g_autofree char *day_text = NULL;
  g_autofree char *minute_text = NULL;

  gw_civil_from_instant (gw_clock_get_zone (self->clock), instant, &day, &minute);
  day_text = gw_day_format (day, _ ("%a %-d %b %Y"));
  minute_text = gw_minute_to_text (minute);
  /* Translators: a day and a time, "Tue 24 Nov 2026, 08:10". */
  return g_strdup_printf (_ ("%s, %s"), day_text, minute_text);
}

static void
list_in_worker (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *backups = gw_backup_list_sync (path, NULL, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
gw_session_list_backups_async (GwSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, list_in_worker);
}

GPtrArray *
gw_session_list_backups_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  backups = g_task_propagate_pointer (G_TASK (result), error);
  if (backups == NULL)
    {
      gw_session_error_say (error, GW_ERROR_DEED_BACKUP);
      return NULL;
    }
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_backup_line_free);
  for (guint i = 0; i < backups->len; i++)
    {
      const GwBackup *backup = g_ptr_array_index (backups, i);
      GwBackupLine *line = g_new0 (GwBackupLine, 1);

      line->path = g_strdup (backup->path);
      line->when = dup_when (self, backup->instant);
      line->n_bytes = backup->n_bytes;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GwBackup) backup = gw_backup_make_finish (GW_STORE (source), result, &error);

  gw_job_finish (g_task_get_task_data (task));
  if (backup != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_BACKUP);
  g_task_return_error (task, error);
}

void
gw_session_back_up_async (GwSession *self, const char *second_folder, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  GwJob *job;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  job = gw_session_start_job (self, _ ("Backing up"));
  g_task_set_task_data (task, job, g_object_unref);
  gw_backup_make_async (self->store, second_folder, gw_job_get_cancellable (job), on_backed_up,
                        task);
}

gboolean
gw_session_back_up_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *aside = gw_backup_restore_finish (result, &error);

  if (aside != NULL)
    {
      g_task_return_pointer (task, aside, g_free);
      return;
    }
  gw_session_error_say (&error, GW_ERROR_DEED_RESTORE);
  g_task_return_error (task, error);
}

static void
on_closed_for_restore (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GwSession *self = GW_SESSION (source);

  /* A failed last checkpoint loses nothing, and the present file is only set aside. */
  gw_session_close_finish (self, result, NULL);
  gw_backup_restore_async (self->path, g_task_get_task_data (task), self->clock, NULL, on_restored,
                           g_object_ref (task));
}

void
gw_session_restore_async (GwSession *self, const char *backup_path, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, g_strdup (backup_path), g_free);
  gw_session_close_async (self, on_closed_for_restore, task);
}

char *
gw_session_restore_finish (GwSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
