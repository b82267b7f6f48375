/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of sentences: what happened, and what to do next. */
#include "config.h"

#include "gw-session-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const char *
say_conflict (GwErrorDeed deed)
{
  if (deed == GW_ERROR_DEED_UNDO)
    return _ ("This cannot be undone any more: something in it was changed again. "
              "Please change it by hand.");
  return _ ("Somebody changed this meanwhile. Please look at it again and repeat what you meant.");
}

static const char *
say_corrupt (GwErrorDeed deed)
{
  if (deed == GW_ERROR_DEED_IMPORT || deed == GW_ERROR_DEED_RECEIVE)
    return _ ("This file cannot be read. Please check that it is the right one.");
  if (deed == GW_ERROR_DEED_BACKUP || deed == GW_ERROR_DEED_RESTORE)
    return _ ("This backup is damaged. Please choose another one.");
  /* Nothing is open then, so no window of the program's leads anywhere. */
  if (deed == GW_ERROR_DEED_OPEN)
    return _ ("This file is damaged, or it is not a team file. "
              "Please choose another one, or a copy that you kept.");
  return _ ("This file is damaged, or it is not a team file. "
            "A backup can be brought back from the Backups window.");
}

static const char *
say_read_only (GwErrorDeed deed)
{
  if (deed == GW_ERROR_DEED_OPEN)
    return _ ("This team file may be read but not changed. "
              "Please copy it to a folder of your own and open the copy.");
  return _ ("Nothing can be written here. Please choose another folder.");
}

static const char *
say_disk_full (GwErrorDeed deed)
{
  if (deed == GW_ERROR_DEED_IMPORT)
    return _ ("The disk is full, so the import stopped. What was imported so far is kept and can "
              "be undone: please make some room and import again.");
  if (deed == GW_ERROR_DEED_ERASE)
    return _ ("The disk is full, so traces may be left in the file. "
              "Please make some room and erase again.");
  return _ ("The disk is full. Nothing was changed: please make some room and try again.");
}

static const char *
say_not_found (GwErrorDeed deed)
{
  if (deed == GW_ERROR_DEED_OPEN || deed == GW_ERROR_DEED_IMPORT || deed == GW_ERROR_DEED_RECEIVE)
    return _ ("The file is not there. Perhaps it was moved: please choose it again.");
  if (deed == GW_ERROR_DEED_UNDO)
    return _ ("This cannot be undone any more: what it was about is gone.");
  return _ ("This is not there any more. Perhaps somebody deleted it.");
}

static const char *
say_busy (GwErrorDeed deed)
{
  if (deed == GW_ERROR_DEED_ERASE)
    return _ ("The team file was being read, so traces may be left in it. Please erase again.");
  if (deed == GW_ERROR_DEED_UNDO)
    return _ ("Lists are being imported. Please undo when that is done, or stop it first.");
  return _ ("This team file is open in another Good Week. Please close it there first.");
}

static const char *
say_io (GwErrorDeed deed)
{
  switch (deed)
    {
    case GW_ERROR_DEED_OPEN:
      return _ ("The team file could not be opened. Please check the disk and try again.");
    case GW_ERROR_DEED_SAVE:
      return _ ("This could not be saved. Nothing was changed: please try again.");
    case GW_ERROR_DEED_UNDO:
      return _ ("This could not be undone. Nothing was changed: please try again.");
    case GW_ERROR_DEED_READ:
      return _ ("This could not be read from the disk. Please try again.");
    case GW_ERROR_DEED_IMPORT:
      return _ ("The import stopped. What was imported so far can be undone.");
    case GW_ERROR_DEED_EXPORT:
      return _ ("The file could not be written. Please choose another folder and try again.");
    case GW_ERROR_DEED_BACKUP:
      return _ ("The backup could not be made. Please check the disk and try again.");
    case GW_ERROR_DEED_RESTORE:
      return _ ("The backup could not be brought back. The team file is as it was.");
    case GW_ERROR_DEED_PLAN:
      return _ ("The plan could not be made. The rota is as it was.");
    case GW_ERROR_DEED_RECEIVE:
      return _ ("The team could not be taken over. Please check the disk and try again.");
    case GW_ERROR_DEED_ERASE:
      return _ ("Not everything could be erased. Please check the disk and erase again.");
    default:
      g_assert_not_reached ();
    }
}

char *
gw_session_error_to_sentence (const GError *error, GwErrorDeed deed)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Stopped."));
  if (error->domain != GW_ERROR)
    return g_strdup (say_io (deed));
  switch ((GwError) error->code)
    {
    case GW_ERROR_CANCELLED:
      return g_strdup (_ ("Stopped."));
    case GW_ERROR_CONFLICT:
      return g_strdup (say_conflict (deed));
    case GW_ERROR_INVALID:
      return g_strdup (error->message);
    case GW_ERROR_NOT_FOUND:
      return g_strdup (say_not_found (deed));
    case GW_ERROR_READ_ONLY:
      return g_strdup (say_read_only (deed));
    case GW_ERROR_DISK_FULL:
      return g_strdup (say_disk_full (deed));
    case GW_ERROR_CORRUPT:
      return g_strdup (say_corrupt (deed));
    case GW_ERROR_TOO_NEW:
      return g_strdup (_ ("A newer version of Good Week made this file. "
                          "Please update Good Week to open it."));
    case GW_ERROR_BUSY:
      return g_strdup (say_busy (deed));
    case GW_ERROR_IO:
    default:
      return g_strdup (say_io (deed));
    }
}

void
gw_session_error_say (GError **error, GwErrorDeed deed)
{
  if (error == NULL || *error == NULL)
    return;

  g_autofree char *details = g_strdup ((*error)->message);
  char *sentence = gw_session_error_to_sentence (*error, deed);

  g_debug ("%s", details);
  g_free ((*error)->message);
  (*error)->message = sentence;
}
