/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * flock() on `NAME.gw-lock`, which holds the process number for people who look. The file is
 * removed on release; who waited in between notices that it locked a file without a name.
 */
#include "config.h"

#include "gw-file-lock.h"

#include "gw-files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _GwFileLock
{
  char *path;
  int fd;
};

static gboolean
is_still_named (int fd, const char *path)
{
  struct stat open_file, named_file;

  return fstat (fd, &open_file) == 0 && stat (path, &named_file) == 0 &&
         open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
}

GwFileLock *
gw_file_lock_take (const char *team_path, GError **error)
{
  g_autofree char *path = g_strconcat (team_path, "-lock", NULL);

  for (;;)
    {
      int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      GwFileLock *self;

      if (fd < 0)
        {
          gw_files_fail (errno, path, error);
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          gw_files_fail (errno, path, error);
          close (fd);
          return NULL;
        }
      if (!is_still_named (fd, path))
        {
          close (fd);
          continue;
        }
      if (ftruncate (fd, 0) == 0)
        dprintf (fd, "%ld\n", (long) getpid ());
      self = g_new0 (GwFileLock, 1);
      self->path = g_steal_pointer (&path);
      self->fd = fd;
      return self;
    }
}

void
gw_file_lock_release (GwFileLock *self)
{
  if (self == NULL)
    return;
  unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
