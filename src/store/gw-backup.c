/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making and listing backups. The name says the moment, to the millisecond and in UTC, so that
 * names sort by age: `20261121T071003.123Z.gw-backup`.
 */
#include "config.h"

#include "gw-backup.h"

#include "gw-attachment-store.h"
#include "gw-backup-private.h"
#include "gw-backup-rotation.h"
#include "gw-files.h"
#include "gw-schema.h"
#include "gw-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".gw-backup"

void
gw_backup_free (GwBackup *self)
{
  g_free (self->path);
  g_free (self);
}

static char *
make_name (GwInstant instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant.value / G_USEC_PER_SEC);
  g_autofree char *seconds = g_date_time_format (time, "%Y%m%dT%H%M%S");

  return g_strdup_printf ("%s.%03dZ" SUFFIX, seconds,
                          (int) (instant.value % G_USEC_PER_SEC / 1000));
}

/* The inverse of make_name(); FALSE for any other file. */
static gboolean
read_name (const char *name, GwInstant *out_instant)
{
  gint n[7], n_chars = 0;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (name, "%4d%2d%2dT%2d%2d%2d.%3dZ" SUFFIX "%n", &n[0], &n[1], &n[2], &n[3], &n[4],
              &n[5], &n[6], &n_chars) != 7 ||
      n_chars == 0 || name[n_chars] != '\0')
    return FALSE;
  time = g_date_time_new_utc (n[0], n[1], n[2], n[3], n[4], n[5]);
  if (time == NULL)
    return FALSE;
  out_instant->value = g_date_time_to_unix (time) * G_USEC_PER_SEC + n[6] * 1000;
  return TRUE;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const GwBackup *left = *(GwBackup *const *) a;
  const GwBackup *right = *(GwBackup *const *) b;

  return (right->instant.value > left->instant.value) -
         (right->instant.value < left->instant.value);
}

static GwBackup *
make_backup (const char *path, GwInstant instant)
{
  GwBackup *backup = g_new0 (GwBackup, 1);
  GStatBuf info;

  backup->path = g_strdup (path);
  backup->instant = instant;
  backup->n_bytes = g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
  return backup;
}

static GPtrArray *
list_folder (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_backup_free);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  if (entries == NULL && errno != ENOENT && g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      gw_files_fail (errno, folder, error);
      return NULL;
    }
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GwInstant instant;

      if (read_name (name, &instant))
        g_ptr_array_add (backups, make_backup (path, instant));
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return g_steal_pointer (&backups);
}

/* Where the backups of a team file lie: beside it or in @place, which several teams may share. */
static char *
dup_folder (const char *team_path, const char *place)
{
  g_autofree char *beside = gw_files_dup_beside (team_path, ".gw-backups");
  g_autofree char *name = g_path_get_basename (beside);

  return place != NULL ? g_build_filename (place, name, NULL) : g_steal_pointer (&beside);
}

GPtrArray *
gw_backup_list_sync (const char *team_path, const char *folder, GError **error)
{
  g_autofree char *backups = dup_folder (team_path, folder);

  return list_folder (backups, error);
}

/* The instant in the name of a file that a restore set aside; FALSE for any other file. */
static gboolean
read_aside_name (const char *name, const char *prefix, GwInstant *out_instant)
{
  gint n[6], n_chars = 0;
  g_autoptr (GDateTime) time = NULL;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".gw") ||
      sscanf (name + strlen (prefix), "%4d%2d%2dT%2d%2d%2dZ%n", &n[0], &n[1], &n[2], &n[3], &n[4],
              &n[5], &n_chars) != 6 ||
      n_chars == 0)
    return FALSE;
  time = g_date_time_new_utc (n[0], n[1], n[2], n[3], n[4], n[5]);
  if (time == NULL)
    return FALSE;
  out_instant->value = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return TRUE;
}

GPtrArray *
gw_backup_list_aside_sync (const char *team_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_backup_free);
  g_autofree char *start = gw_files_dup_beside (team_path, "-set-aside-");
  g_autofree char *prefix = g_path_get_basename (start);
  g_autofree char *folder = g_path_get_dirname (team_path);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GwInstant instant;

      if (!read_aside_name (name, prefix, &instant))
        continue;
      g_ptr_array_add (backups, make_backup (path, instant));
      ((GwBackup *) g_ptr_array_index (backups, backups->len - 1))->is_aside = TRUE;
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

static gboolean
rotate (GwStore *store, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) backups = list_folder (folder, error);

  if (backups == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      const GwBackup *backup = backups->pdata[i];

      if (!gw_backup_is_kept (backups, i, gw_clock_get_zone (store->clock)) &&
          !gw_files_remove (backup->path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_first (GwStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwSql) source = gw_store_open_extra (store, GW_SQL_READ_ONLY, error);

  return source != NULL && gw_backup_copy_database (store, source, path, cancellable, error);
}

/* The stick gets the attachments too: a book without its photos is no backup. */
static gboolean
copy_attachments (GwStore *store, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (store->path);
  g_autoptr (GPtrArray) names = gw_attachment_store_list_sync (attachments, cancellable, error);
  g_autofree char *base = g_path_get_basename (store->path);
  g_autofree char *inside = g_build_filename (folder, base, NULL);
  g_autoptr (GwAttachmentStore) copies = gw_attachment_store_new (inside);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *from = gw_attachment_store_dup_path (attachments, names->pdata[i]);
      g_autofree char *to = gw_attachment_store_dup_path (copies, names->pdata[i]);
      g_autofree char *parent = g_path_get_dirname (to);

      if (g_file_test (to, G_FILE_TEST_EXISTS))
        continue;
      if (!gw_files_make_folder (gw_attachment_store_get_folder (copies), error) ||
          !gw_files_make_folder (parent, error) || !gw_files_copy (from, to, cancellable, error))
        return FALSE;
    }
  return names != NULL;
}

static gboolean
make_second (GwStore *store, const char *folder, const char *from, GCancellable *cancellable,
             GError **error)
{
  g_autofree char *backups = dup_folder (store->path, folder);
  g_autofree char *name = g_path_get_basename (from);
  g_autofree char *path = g_build_filename (backups, name, NULL);

  return gw_files_make_folder (backups, error) && gw_files_copy (from, path, cancellable, error) &&
         gw_backup_verify (path, GW_SCHEMA_APPLICATION_ID, error) &&
         copy_attachments (store, folder, cancellable, error) && rotate (store, backups, error);
}

GwBackup *
gw_backup_make_sync (GwStore *store, const char *second_folder, GCancellable *cancellable,
                     GError **error)
{
  GwInstant now = gw_clock_get_now (store->clock);
  g_autofree char *folder = dup_folder (store->path, NULL);
  g_autofree char *name = make_name (now);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_return_val_if_fail (GW_IS_STORE (store), NULL);
  if (!gw_files_make_folder (folder, error) || !make_first (store, path, cancellable, error) ||
      !rotate (store, folder, error))
    return NULL;
  if (second_folder != NULL && !make_second (store, second_folder, path, cancellable, error))
    return NULL;
  return make_backup (path, now);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GwBackup *backup = gw_backup_make_sync (source, data, cancellable, &error);

  if (backup != NULL)
    g_task_return_pointer (task, backup, (GDestroyNotify) gw_backup_free);
  else
    g_task_return_error (task, error);
}

void
gw_backup_make_async (GwStore *store, const char *second_folder, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strdup (second_folder), g_free);
  g_task_run_in_thread (task, make_in_thread);
}

GwBackup *
gw_backup_make_finish (GwStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
gw_backup_copy_before_migration (GwStore *store, GError **error)
{
  g_autofree char *folder = dup_folder (store->path, NULL);
  g_autofree char *name = make_name (gw_clock_get_now (store->clock));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return gw_files_make_folder (folder, error) &&
         gw_backup_copy_database (store, store->writer, path, NULL, error);
}

/* Copies that a power cut left half made or half brought back, too. */
gboolean
gw_backup_expire_all (GwStore *store, GError **error)
{
  g_autofree char *folder = dup_folder (store->path, NULL);
  g_autofree char *restored = g_strconcat (store->path, GW_BACKUP_RESTORED, NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  gw_files_remove_database (restored);
  if (entries == NULL && g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      gw_files_fail (errno, folder, error);
      return FALSE;
    }
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GwInstant instant;

      if ((read_name (name, &instant) || strstr (name, ".part") != NULL) &&
          !gw_files_remove (path, error))
        return FALSE;
    }
  return TRUE;
}
