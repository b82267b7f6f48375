/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Errors that come from the world, by what the caller should do about them. Layers have their own
 * domain where they need finer codes; these are shared. Messages are for the log and for details;
 * `session` turns codes into sentences with a next step.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GW_ERROR (gw_error_quark ())

/**
 * GwError:
 * @GW_ERROR_CANCELLED: somebody asked to stop; nothing was changed
 * @GW_ERROR_CONFLICT: a value is no longer what the change expected; reload and decide again
 * @GW_ERROR_INVALID: the values break the type's rules; correct them
 * @GW_ERROR_NOT_FOUND: the record or file is not there
 * @GW_ERROR_READ_ONLY: the place may be read, not written
 * @GW_ERROR_DISK_FULL: no space; free some and try again
 * @GW_ERROR_CORRUPT: the file is damaged or not ours; restore a backup
 * @GW_ERROR_TOO_NEW: made by a newer version; update the program
 * @GW_ERROR_BUSY: another instance holds it
 * @GW_ERROR_IO: anything else the disk or network said
 */
typedef enum
{
  GW_ERROR_CANCELLED,
  GW_ERROR_CONFLICT,
  GW_ERROR_INVALID,
  GW_ERROR_NOT_FOUND,
  GW_ERROR_READ_ONLY,
  GW_ERROR_DISK_FULL,
  GW_ERROR_CORRUPT,
  GW_ERROR_TOO_NEW,
  GW_ERROR_BUSY,
  GW_ERROR_IO
} GwError;

/** gw_error_quark: the domain. */
GQuark gw_error_quark (void);

G_END_DECLS
