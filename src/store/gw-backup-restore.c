/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Restoring a backup. At every moment either the present file or the backup is whole under the team
 * file's name, and the present one is whole under its new name before the backup takes its place.
 */
#include "config.h"

#include "gw-backup.h"

#include "gw-backup-private.h"
#include "gw-file-lock.h"
#include "gw-files.h"
#include "gw-schema.h"

#include <unistd.h>

/* Puts the log into the file. A damaged file cannot; then the log moves along with it. */
static void
try_checkpoint (const char *team_path)
{
  g_autoptr (GwSql) sql = gw_sql_open (team_path, GW_SQL_READ_WRITE, NULL, NULL);

  if (sql != NULL)
    gw_sql_exec (sql, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}

static char *
choose_aside (const char *team_path, GwClock *clock)
{
  g_autofree char *base = gw_files_dup_beside (team_path, "");
  g_autoptr (GDateTime)
      time = g_date_time_new_from_unix_utc (gw_clock_get_now (clock).value / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  g_autofree char *aside = g_strdup_printf ("%s-set-aside-%s.gw", base, stamp);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s-set-aside-%s-%u.gw", base, stamp, i);
    }
  return g_steal_pointer (&aside);
}

static gboolean
move_log (const char *from, const char *to, GError **error)
{
  g_autofree char *log = g_strconcat (from, "-wal", NULL);
  g_autofree char *new_log = g_strconcat (to, "-wal", NULL);
  g_autofree char *shared = g_strconcat (from, "-shm", NULL);

  unlink (shared);
  return !g_file_test (log, G_FILE_TEST_EXISTS) || gw_files_rename (log, new_log, error);
}

/* A second name for the present file, or, where the file system has no such thing, a copy. */
static gboolean
set_aside (const char *team_path, const char *aside, GError **error)
{
  if (link (team_path, aside) != 0 && !gw_files_copy (team_path, aside, NULL, error))
    return FALSE;
  if (move_log (team_path, aside, error))
    return TRUE;
  unlink (aside);
  return FALSE;
}

static char *
swap (const char *team_path, const char *part, GwClock *clock, GError **error)
{
  g_autofree char *aside = NULL;

  if (!g_file_test (team_path, G_FILE_TEST_EXISTS))
    return gw_files_rename (part, team_path, error) ? g_strdup ("") : NULL;
  try_checkpoint (team_path);
  aside = choose_aside (team_path, clock);
  if (!set_aside (team_path, aside, error))
    return NULL;
  if (gw_files_rename (part, team_path, error))
    return g_steal_pointer (&aside);
  move_log (aside, team_path, NULL);
  unlink (aside);
  return NULL;
}

char *
gw_backup_restore_sync (const char *team_path, const char *backup_path, GwClock *clock,
                        GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (team_path, GW_BACKUP_RESTORED, NULL);
  g_autoptr (GwFileLock) lock = NULL;
  char *aside;

  g_return_val_if_fail (team_path != NULL && backup_path != NULL, NULL);
  if (!gw_backup_verify (backup_path, GW_SCHEMA_APPLICATION_ID, error))
    return NULL;
  lock = gw_file_lock_take (team_path, error);
  if (lock == NULL || !gw_files_copy (backup_path, part, cancellable, error))
    return NULL;
  aside = swap (team_path, part, clock, error);
  if (aside == NULL)
    unlink (part);
  return aside;
}

typedef struct
{
  char *team_path;
  char *backup_path;
  GwClock *clock;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *self = data;

  g_free (self->team_path);
  g_free (self->backup_path);
  gw_clock_unref (self->clock);
  g_free (self);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restore *restore = data;
  GError *error = NULL;
  char *aside = gw_backup_restore_sync (restore->team_path, restore->backup_path, restore->clock,
                                        cancellable, &error);

  if (aside != NULL)
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

void
gw_backup_restore_async (const char *team_path, const char *backup_path, GwClock *clock,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Restore *restore = g_new (Restore, 1);

  restore->team_path = g_strdup (team_path);
  restore->backup_path = g_strdup (backup_path);
  restore->clock = gw_clock_ref (clock);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, restore, restore_free);
  g_task_run_in_thread (task, restore_in_thread);
}

char *
gw_backup_restore_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
