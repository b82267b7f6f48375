/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Attachments lie two levels deep (`NAME.gw-files/3f/3fa9…`), so that no folder gets long.
 */
#include "config.h"

#include "gw-attachment-store.h"

#include "gw-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define NAME_LENGTH 64

struct _GwAttachmentStore
{
  GObject parent_instance;
  char *folder; /* constant */
};

G_DEFINE_FINAL_TYPE (GwAttachmentStore, gw_attachment_store, G_TYPE_OBJECT)

static void
gw_attachment_store_finalize (GObject *object)
{
  GwAttachmentStore *self = GW_ATTACHMENT_STORE (object);

  g_free (self->folder);
  G_OBJECT_CLASS (gw_attachment_store_parent_class)->finalize (object);
}

static void
gw_attachment_store_class_init (GwAttachmentStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gw_attachment_store_finalize;
}

static void
gw_attachment_store_init (GwAttachmentStore *self)
{
}

GwAttachmentStore *
gw_attachment_store_new (const char *team_path)
{
  GwAttachmentStore *self = g_object_new (GW_TYPE_ATTACHMENT_STORE, NULL);

  self->folder = gw_files_dup_beside (team_path, ".gw-files");
  return self;
}

const char *
gw_attachment_store_get_folder (GwAttachmentStore *self)
{
  g_return_val_if_fail (GW_IS_ATTACHMENT_STORE (self), NULL);
  return self->folder;
}

/* A name comes out of records, so it may be anything; nothing but a digest becomes a path. */
static gboolean
is_name (const char *name)
{
  for (guint i = 0; i < NAME_LENGTH; i++)
    if (!g_ascii_isdigit (name[i]) && !(name[i] >= 'a' && name[i] <= 'f'))
      return FALSE;
  return name[NAME_LENGTH] == '\0';
}

char *
gw_attachment_store_dup_path (GwAttachmentStore *self, const char *name)
{
  char level[3] = { 0 };

  g_return_val_if_fail (GW_IS_ATTACHMENT_STORE (self), NULL);
  if (name == NULL || !is_name (name))
    return NULL;
  memcpy (level, name, 2);
  return g_build_filename (self->folder, level, name, NULL);
}

static gboolean
make_folders (GwAttachmentStore *self, const char *path, GError **error)
{
  g_autofree char *level = g_path_get_dirname (path);

  return gw_files_make_folder (self->folder, error) && gw_files_make_folder (level, error);
}

char *
gw_attachment_store_put_sync (GwAttachmentStore *self, GBytes *bytes, GCancellable *cancellable,
                              GError **error)
{
  gsize n_bytes;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (GW_IS_ATTACHMENT_STORE (self) && bytes != NULL, NULL);
  n_bytes = g_bytes_get_size (bytes);
  if (n_bytes == 0 || n_bytes > GW_ATTACHMENT_MAX_BYTES)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_INVALID,
                           _ ("This file is empty, or too large to keep."));
      return NULL;
    }
  name = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  path = gw_attachment_store_dup_path (self, name);
  /* One that is there but damaged is written again. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GBytes) present = gw_attachment_store_get_sync (self, name, cancellable, NULL);

      if (present != NULL)
        return g_steal_pointer (&name);
    }
  if (!make_folders (self, path, error) || !gw_files_write (path, bytes, error))
    return NULL;
  return g_steal_pointer (&name);
}

GBytes *
gw_attachment_store_get_sync (GwAttachmentStore *self, const char *name, GCancellable *cancellable,
                              GError **error)
{
  g_autofree char *path = gw_attachment_store_dup_path (self, name);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, GW_ERROR, GW_ERROR_NOT_FOUND, "This names no attachment");
      return NULL;
    }
  bytes = gw_files_read (path, GW_ATTACHMENT_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (strcmp (digest, name) == 0)
    return g_steal_pointer (&bytes);
  g_set_error (error, GW_ERROR, GW_ERROR_CORRUPT, "%s is damaged", path);
  return NULL;
}

static void
put_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *name = gw_attachment_store_put_sync (source, data, cancellable, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

void
gw_attachment_store_put_async (GwAttachmentStore *self, GBytes *bytes, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, put_in_thread);
}

char *
gw_attachment_store_put_finish (GwAttachmentStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
get_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = gw_attachment_store_get_sync (source, data, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
gw_attachment_store_get_async (GwAttachmentStore *self, const char *name, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (name), g_free);
  g_task_run_in_thread (task, get_in_thread);
}

GBytes *
gw_attachment_store_get_finish (GwAttachmentStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_level (const char *folder, GPtrArray *names)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (is_name (name))
      g_ptr_array_add (names, g_strdup (name));
}

GPtrArray *
gw_attachment_store_list_sync (GwAttachmentStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) levels = g_dir_open (self->folder, 0, NULL);
  const char *level;

  while (levels != NULL && (level = g_dir_read_name (levels)) != NULL)
    {
      g_autofree char *folder = g_build_filename (self->folder, level, NULL);

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, "Stopped while listing");
          return NULL;
        }
      list_level (folder, names);
    }
  return g_steal_pointer (&names);
}

gboolean
gw_attachment_store_remove_sync (GwAttachmentStore *self, const char *name, GError **error)
{
  g_autofree char *path = gw_attachment_store_dup_path (self, name);

  return path == NULL || gw_files_remove (path, error);
}
