/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: listed and made beside the open file, brought back after closing it. */
#include "config.h"

#include "gw-session-backup.h"
#include "gw-session-private.h"
#include "gw-session-words.h"

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

/* Where backups are looked for. */
typedef struct
{
  char *team_path;
  char *second_folder;
} Places;

static void
places_free (gpointer data)
{
  Places *places = data;

  g_free (places->team_path);
  g_free (places->second_folder);
  g_free (places);
}

/* A backup and the place it was found in. */
typedef struct
{
  GwBackup *backup;
  gboolean is_second;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  gw_backup_free (found->backup);
  g_free (found);
}

static gint
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = *(Found *const *) a;
  const Found *second = *(Found *const *) b;
  gint64 difference = second->backup->instant.value - first->backup->instant.value;

  if (difference == 0)
    return (gint) first->is_second - (gint) second->is_second;
  return difference > 0 ? 1 : -1;
}

static void
take_found (GPtrArray *all, GPtrArray *backups, gboolean is_second)
{
  while (backups->len > 0)
    {
      Found *found = g_new0 (Found, 1);

      found->backup = g_ptr_array_steal_index (backups, backups->len - 1);
      found->is_second = is_second;
      g_ptr_array_add (all, found);
    }
}

static void
list_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Places *places = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (found_free);
  g_autoptr (GPtrArray) beside = gw_backup_list_sync (places->team_path, NULL, &error);
  g_autoptr (GPtrArray) aside = gw_backup_list_aside_sync (places->team_path);
  g_autoptr (GPtrArray) second = NULL;

  if (beside == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_found (all, beside, FALSE);
  take_found (all, aside, FALSE);
  if (places->second_folder != NULL)
    second = gw_backup_list_sync (places->team_path, places->second_folder, NULL);
  if (second != NULL)
    take_found (all, second, TRUE);
  g_ptr_array_sort (all, compare_found);
  g_task_return_pointer (task, g_steal_pointer (&all), (GDestroyNotify) g_ptr_array_unref);
}

void
gw_session_list_backups_async (GwSession *self, const char *second_folder,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Places *places;

  g_return_if_fail (GW_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  places = g_new0 (Places, 1);
  places->team_path = g_strdup (self->path);
  places->second_folder = g_strdup (second_folder);
  g_task_set_task_data (task, places, places_free);
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
      const Found *found = g_ptr_array_index (backups, i);
      const GwBackup *backup = found->backup;
      GwBackupLine *line = g_new0 (GwBackupLine, 1);

      line->path = g_strdup (backup->path);
      line->when = gw_session_dup_moment (self->clock, backup->instant);
      line->n_bytes = backup->n_bytes;
      line->is_second = found->is_second;
      line->is_aside = backup->is_aside;
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
