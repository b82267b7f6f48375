/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that the program writes. */
#include "config.h"

#include "gw-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Links that lead to links. */
#define MOST_LINKS 40

#define PRIVATE_MODE 0600
#define PUBLIC_MODE 0666

/* What is behind a name. */
typedef enum
{
  GOAL_OUTPUT, /* standard output */
  GOAL_STREAM, /* a device or a pipe: opened and written */
  GOAL_FILE,   /* an ordinary file, or none yet: replaced */
} GoalKind;

typedef struct
{
  GoalKind kind;
  const char *name; /* as the user wrote it */
  char *target;     /* GOAL_FILE: where links lead; owned */
} Goal;

static mode_t user_umask = S_IWGRP | S_IWOTH;

static void
goal_clear (Goal *goal)
{
  g_clear_pointer (&goal->target, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Goal, goal_clear)

void
gw_cli_keep_private (void)
{
  user_umask = umask (S_IRWXG | S_IRWXO);
}

/* --- standard output -------------------------------------------------------------------------- */

static void
tell_lost_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;
  gw_cli_say (_ ("Standard output could not take all that was written."));
  _exit (GW_CLI_NOT_SAVED);
}

void
gw_cli_watch_output (void)
{
  atexit (tell_lost_output);
}

/* --- where a name leads ----------------------------------------------------------------------- */

static gboolean
refuse (const char *name, int number)
{
  gw_cli_say (_ ("“%1$s” cannot be written: %2$s. Please choose another place."), name,
              g_strerror (number));
  return FALSE;
}

/* Also where the last link leads to nothing yet. */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *next = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (next == NULL)
        break;
      g_free (target);
      target = g_path_is_absolute (next) ? g_steal_pointer (&next)
                                         : g_build_filename (folder, next, NULL);
    }
  return target;
}

static gboolean
is_standard_output (const char *path, const GStatBuf *info)
{
  struct stat output;

  return strcmp (path, "-") == 0 ||
         (info != NULL && fstat (STDOUT_FILENO, &output) == 0 && output.st_dev == info->st_dev &&
          output.st_ino == info->st_ino);
}

static gboolean
find_goal (const char *path, Goal *goal)
{
  GStatBuf info;
  gboolean is_there = g_stat (path, &info) == 0;

  *goal = (Goal){ .kind = GOAL_OUTPUT, .name = path };
  if (is_standard_output (path, is_there ? &info : NULL))
    return TRUE;
  if (is_there && S_ISDIR (info.st_mode))
    return refuse (path, EISDIR);
  if (is_there && (S_ISBLK (info.st_mode) || S_ISSOCK (info.st_mode)))
    return refuse (path, ENOTSUP);
  if (is_there && g_access (path, W_OK) != 0)
    return refuse (path, errno);
  goal->kind = GOAL_STREAM;
  if (is_there && !S_ISREG (info.st_mode))
    return TRUE;
  goal->kind = GOAL_FILE;
  goal->target = follow_links (path);
  return TRUE;
}

char *
gw_cli_dup_target (const char *path)
{
  g_auto (Goal) goal = { 0 };

  if (find_goal (path, &goal) && goal.kind != GOAL_FILE)
    refuse (path, ENOTSUP);
  return g_steal_pointer (&goal.target);
}

/* --- before long work ------------------------------------------------------------------------- */

/* A new file beside the goal: −1 after a message. */
static int
open_beside (const Goal *goal, char **out_path)
{
  int fd;

  *out_path = g_strconcat (goal->target, ".XXXXXX", NULL);
  fd = g_mkstemp_full (*out_path, O_RDWR | O_CLOEXEC, PRIVATE_MODE);
  if (fd < 0)
    refuse (goal->name, errno);
  return fd;
}

static gboolean
can_write (const char *path)
{
  g_auto (Goal) goal = { 0 };
  g_autofree char *part = NULL;
  int fd;

  if (!find_goal (path, &goal))
    return FALSE;
  if (goal.kind != GOAL_FILE)
    return TRUE;
  fd = open_beside (&goal, &part);
  if (fd < 0)
    return FALSE;
  close (fd);
  g_unlink (part);
  return TRUE;
}

/* The same for two names of one file. NULL for what may be named twice: devices swallow all. */
static char *
dup_identity (const GwCliFile *file)
{
  g_autofree char *target = NULL, *folder = NULL, *name = NULL;
  g_autofree char *absolute = NULL;
  GStatBuf info;

  if (file->path == NULL)
    return NULL;
  if (strcmp (file->path, "-") == 0)
    return file->is_written ? g_strdup ("-") : NULL;
  if (g_stat (file->path, &info) == 0)
    return S_ISCHR (info.st_mode) ? NULL
                                  : g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                                     (guint64) info.st_dev, (guint64) info.st_ino);
  target = follow_links (file->path);
  folder = g_path_get_dirname (target);
  name = g_path_get_basename (target);
  absolute = realpath (folder, NULL);
  return g_build_filename (absolute != NULL ? absolute : folder, name, NULL);
}

static gboolean
are_apart (const GwCliFile *one, const GwCliFile *other)
{
  g_autofree char *first = dup_identity (one);
  g_autofree char *second = dup_identity (other);

  if ((!one->is_written && !other->is_written) || first == NULL || second == NULL ||
      strcmp (first, second) != 0)
    return TRUE;
  gw_cli_say (_ ("“%1$s” and “%2$s” are the same file. Please choose another place for what is "
                 "written."),
              one->path, other->path);
  return FALSE;
}

GwCliStatus
gw_cli_check_files (const GwCliFile *files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    for (guint k = 0; k < i; k++)
      if (!are_apart (&files[k], &files[i]))
        return GW_CLI_USAGE;
  for (guint i = 0; i < n_files; i++)
    if (files[i].is_written && files[i].path != NULL && !can_write (files[i].path))
      return GW_CLI_NOT_SAVED;
  return GW_CLI_DONE;
}

/* --- writing ---------------------------------------------------------------------------------- */

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static int
open_stream (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC, 0);

  if (fd < 0)
    refuse (path, errno);
  return fd;
}

/* A public file keeps who may read it; a new one takes it from the umask. */
static mode_t
find_mode (const char *target, mode_t mode)
{
  GStatBuf info;

  if (mode == PRIVATE_MODE)
    return mode;
  return g_stat (target, &info) == 0 ? info.st_mode & ACCESSPERMS : mode & ~user_umask;
}

/* Puts a file with @data in the place of the goal; returns it, open for more, or −1 after a
 * message. */
static int
replace (const Goal *goal, const char *data, gsize length, mode_t mode)
{
  g_autofree char *part = NULL;
  int fd = open_beside (goal, &part), number;

  if (fd < 0)
    return -1;
  if (write_all (fd, data, length) && fchmod (fd, find_mode (goal->target, mode)) == 0 &&
      fsync (fd) == 0 && g_rename (part, goal->target) == 0)
    return fd;
  number = errno;
  close (fd);
  g_unlink (part);
  refuse (goal->name, number);
  return -1;
}

static gboolean
write_file (const char *path, const char *data, gssize length, mode_t mode)
{
  g_auto (Goal) goal = { 0 };
  gsize n = length < 0 ? strlen (data) : (gsize) length;
  gboolean is_written;
  int fd;

  if (!find_goal (path, &goal))
    return FALSE;
  /* What is lost there is told at the end. */
  if (goal.kind == GOAL_OUTPUT)
    return fwrite (data, 1, n, stdout) == n && fflush (stdout) == 0;
  if (goal.kind == GOAL_FILE)
    {
      fd = replace (&goal, data, n, mode);
      return fd >= 0 && (close (fd) == 0 || refuse (path, errno));
    }
  fd = open_stream (path);
  if (fd < 0)
    return FALSE;
  is_written = write_all (fd, data, n) || refuse (path, errno);
  return (close (fd) == 0 || refuse (path, errno)) && is_written;
}

gboolean
gw_cli_write (const char *path, const char *data, gssize length)
{
  return write_file (path, data, length, PRIVATE_MODE);
}

gboolean
gw_cli_write_public (const char *path, const char *data, gssize length)
{
  return write_file (path, data, length, PUBLIC_MODE);
}

gboolean
gw_cli_make_public_folder (const char *path)
{
  gboolean is_made;

  umask (user_umask);
  is_made = g_mkdir_with_parents (path, ACCESSPERMS) == 0;
  umask (S_IRWXG | S_IRWXO);
  return (is_made && g_access (path, W_OK | X_OK) == 0) || refuse (path, errno);
}

/* --- tables ----------------------------------------------------------------------------------- */

struct _GwCliTable
{
  Goal goal;
  char *path;
  const char *heading; /* NULL: written */
  int fd;              /* −1: not open, or standard output */
};

GwCliTable *
gw_cli_table_new (const char *path, const char *heading)
{
  g_autoptr (GwCliTable) self = g_new0 (GwCliTable, 1);

  self->path = g_strdup (path);
  self->heading = heading;
  self->fd = -1;
  if (!find_goal (self->path, &self->goal))
    return NULL;
  if (self->goal.kind == GOAL_STREAM)
    self->fd = open_stream (self->path);
  if (self->goal.kind == GOAL_STREAM && self->fd < 0)
    return NULL;
  return g_steal_pointer (&self);
}

/* Cuts off what a full disk took of the last rows. */
static gboolean
extend (GwCliTable *self, const char *text)
{
  off_t end = lseek (self->fd, 0, SEEK_END);
  int number;

  if (write_all (self->fd, text, strlen (text)))
    return TRUE;
  number = errno;
  if (self->goal.kind == GOAL_FILE && (end < 0 || ftruncate (self->fd, end) != 0))
    g_debug ("%s could not be cut back", self->path);
  return refuse (self->path, number);
}

gboolean
gw_cli_table_append (GwCliTable *self, const char *rows)
{
  g_autofree char *text = g_strconcat (self->heading != NULL ? self->heading : "", rows, NULL);

  self->heading = NULL;
  if (self->goal.kind == GOAL_OUTPUT)
    return fputs (text, stdout) >= 0 && fflush (stdout) == 0;
  if (self->goal.kind == GOAL_STREAM || self->fd >= 0)
    return extend (self, text);
  self->fd = replace (&self->goal, text, strlen (text), PUBLIC_MODE);
  return self->fd >= 0;
}

void
gw_cli_table_free (GwCliTable *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  goal_clear (&self->goal);
  g_free (self->path);
  g_free (self);
}
