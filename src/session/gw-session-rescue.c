/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No session is open here: what it needs is the path, and the clock of this laptop for a time. */
#include "config.h"

#include "gw-session-rescue.h"

#include "gw-session-error.h"
#include "gw-session-words.h"

#include "gw-backup.h"
#include "gw-error.h"


typedef struct
{
  char *path;
  char *second_folder;
  char *aside;
} Rescue;

static void
rescue_free (gpointer data)
{
  Rescue *rescue = data;

  g_free (rescue->path);
  g_free (rescue->second_folder);
  g_free (rescue->aside);
  g_free (rescue);
}

static GTask *
new_task (const char *path, const char *second_folder, GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Rescue *rescue = g_new0 (Rescue, 1);

  rescue->path = g_strdup (path);
  rescue->second_folder = g_strdup (second_folder);
  g_task_set_task_data (task, rescue, rescue_free);
  return task;
}

static void
free_line (gpointer line)
{
  gw_backup_line_free (line);
}

static GwBackupLine *
new_line (const GwBackup *backup)
{
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  GwBackupLine *line = g_new0 (GwBackupLine, 1);

  line->path = g_strdup (backup->path);
  line->when = gw_session_dup_moment (clock, backup->instant);
  line->n_bytes = backup->n_bytes;
  return line;
}

static gint
compare_backups (gconstpointer a, gconstpointer b)
{
  const GwBackup *first = *(GwBackup *const *) a;
  const GwBackup *second = *(GwBackup *const *) b;

  return (first->instant.value < second->instant.value) -
         (first->instant.value > second->instant.value);
}

/* All backups of both places, newest first. */
static GPtrArray *
list_backups (const Rescue *rescue)
{
  GPtrArray *all = gw_backup_list_sync (rescue->path, NULL, NULL);
  g_autoptr (GPtrArray) second = NULL;

  if (all == NULL)
    all = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_backup_free);
  if (rescue->second_folder != NULL)
    second = gw_backup_list_sync (rescue->path, rescue->second_folder, NULL);
  while (second != NULL && second->len > 0)
    g_ptr_array_add (all, g_ptr_array_steal_index (second, second->len - 1));
  g_ptr_array_sort (all, compare_backups);
  return all;
}

static void
find_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) backups = list_backups (data);

  g_task_return_pointer (task, backups->len > 0 ? new_line (g_ptr_array_index (backups, 0)) : NULL,
                         free_line);
}

void
gw_session_rescue_find_async (const char *path, const char *second_folder,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = new_task (path, second_folder, callback, user_data);

  g_task_set_source_tag (task, gw_session_rescue_find_async);
  g_task_run_in_thread (task, find_in_worker);
}

GwBackupLine *
gw_session_rescue_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, gw_session_rescue_find_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
rescue_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Rescue *rescue = data;
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  g_autoptr (GPtrArray) backups = list_backups (rescue);
  GError *error = NULL;

  for (guint i = 0; i < backups->len && rescue->aside == NULL; i++)
    {
      const GwBackup *backup = g_ptr_array_index (backups, i);

      g_clear_error (&error);
      rescue->aside = gw_backup_restore_sync (rescue->path, backup->path, clock, cancellable,
                                              &error);
      if (rescue->aside != NULL)
        g_task_return_pointer (task, new_line (backup), free_line);
      else if (!g_error_matches (error, GW_ERROR, GW_ERROR_CORRUPT))
        break;
    }
  if (rescue->aside != NULL)
    return;
  if (error == NULL)
    error = g_error_new_literal (GW_ERROR, GW_ERROR_NOT_FOUND, "There is no backup");
  g_task_return_error (task, error);
}

void
gw_session_rescue_async (const char *path, const char *second_folder, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = new_task (path, second_folder, callback, user_data);

  g_task_set_source_tag (task, gw_session_rescue_async);
  g_task_run_in_thread (task, rescue_in_worker);
}

GwBackupLine *
gw_session_rescue_finish (GAsyncResult *result, char **out_aside, GError **error)
{
  GwBackupLine *line;
  const Rescue *rescue;

  g_return_val_if_fail (g_async_result_is_tagged (result, gw_session_rescue_async), NULL);

  rescue = g_task_get_task_data (G_TASK (result));
  line = g_task_propagate_pointer (G_TASK (result), error);
  if (line == NULL)
    gw_session_error_say (error, GW_ERROR_DEED_RESTORE);
  else
    *out_aside = g_strdup (rescue->aside);
  return line;
}
