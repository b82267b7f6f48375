/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files the careful way. POSIX calls, because GIO neither flushes folders nor says ENOSPC apart.
 */
#include "config.h"

#include "gw-files.h"

#include "gw-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define COPY_BYTES (256 * 1024)

static GwError
errno_to_error (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return GW_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
      return GW_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
      return GW_ERROR_DISK_FULL;
    case EWOULDBLOCK:
    case EBUSY:
      return GW_ERROR_BUSY;
    default:
      return GW_ERROR_IO;
    }
}

void
gw_files_fail (int saved_errno, const char *path, GError **error)
{
  g_set_error (error, GW_ERROR, errno_to_error (saved_errno), "%s: %s", path,
               g_strerror (saved_errno));
}

char *
gw_files_dup_beside (const char *team_path, const char *suffix)
{
  gsize length = strlen (team_path);

  if (g_str_has_suffix (team_path, ".gw"))
    length -= 3;
  return g_strdup_printf ("%.*s%s", (int) length, team_path, suffix);
}

gboolean
gw_files_flush (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean flushed = fd >= 0 && fsync (fd) == 0;

  if (!flushed)
    gw_files_fail (errno, path, error);
  if (fd >= 0)
    close (fd);
  return flushed;
}

gboolean
gw_files_make_folder (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (mkdir (path, 0700) == 0)
    return gw_files_flush (parent, error);
  if (errno == EEXIST && g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  gw_files_fail (errno, path, error);
  return FALSE;
}

gboolean
gw_files_rename (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (rename (from, to) != 0)
    {
      gw_files_fail (errno, to, error);
      return FALSE;
    }
  return gw_files_flush (folder, error);
}

static gboolean
write_all (int fd, const guint8 *bytes, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n_written = write (fd, bytes, n_bytes);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return FALSE;
      bytes += n_written;
      n_bytes -= (gsize) n_written;
    }
  return TRUE;
}

/* Closes @fd of @part and gives it its name @path, or removes it. */
static gboolean
finish_part (int fd, gboolean is_written, const char *part, const char *path, GError **error)
{
  gboolean is_flushed = is_written && fsync (fd) == 0;

  if (!is_flushed && error != NULL && *error == NULL)
    gw_files_fail (errno, path, error);
  close (fd);
  if (is_flushed && gw_files_rename (part, path, error))
    return TRUE;
  unlink (part);
  return FALSE;
}

static int
open_part (const char *path, char **out_part, GError **error)
{
  int fd;

  *out_part = g_strdup_printf ("%s.XXXXXX", path);
  fd = g_mkstemp_full (*out_part, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    gw_files_fail (errno, path, error);
  return fd;
}

gboolean
gw_files_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *part = NULL;
  gsize n_bytes;
  const guint8 *start = g_bytes_get_data (bytes, &n_bytes);
  int fd = open_part (path, &part, error);

  return fd >= 0 && finish_part (fd, write_all (fd, start, n_bytes), part, path, error);
}

static gboolean
pump (int source, int target, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (COPY_BYTES);

  for (;;)
    {
      gssize n_read = read (source, buffer, COPY_BYTES);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read <= 0)
        return n_read == 0;
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, "Stopped while copying");
          return FALSE;
        }
      if (!write_all (target, buffer, (gsize) n_read))
        return FALSE;
    }
}

gboolean
gw_files_copy (const char *from, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = NULL;
  g_autoptr (GError) local_error = NULL;
  int source = open (from, O_RDONLY | O_CLOEXEC);
  int target;
  gboolean copied;

  if (source < 0)
    {
      gw_files_fail (errno, from, error);
      return FALSE;
    }
  target = open_part (path, &part, error);
  copied = target >= 0 && finish_part (target, pump (source, target, cancellable, &local_error),
                                       part, path, &local_error);
  close (source);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return copied;
}

GBytes *
gw_files_read (const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  struct stat info;
  char *content = NULL;
  gsize n_bytes = 0;

  if (stat (path, &info) != 0)
    {
      gw_files_fail (errno, path, error);
      return NULL;
    }
  if (!S_ISREG (info.st_mode) || (guint64) info.st_size > max_bytes)
    {
      g_set_error (error, GW_ERROR, GW_ERROR_INVALID, _ ("“%s” is too large to be read."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &content, &n_bytes, &local_error))
    {
      g_set_error (error, GW_ERROR, GW_ERROR_IO, "%s", local_error->message);
      return NULL;
    }
  return g_bytes_new_take (content, n_bytes);
}

gboolean
gw_files_remove (const char *path, GError **error)
{
  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  gw_files_fail (errno, path, error);
  return FALSE;
}

void
gw_files_remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);
      unlink (file);
    }
}
