/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame that the exports share. */
#pragma once

#include "gw-session-export.h"
#include "gw-session-private.h"

G_BEGIN_DECLS

/**
 * GwExport: what a worker of an export is given; freed with the task.
 * @job: told how far it is; finished with the task
 * @file: the file or folder to write to
 */
typedef struct
{
  GwJob *job;
  GFile *file;
  GwSheetRequest sheet;
  const GwRecordType *type;
  GwId colleague;
  GwDay first_day;
  guint n_days;
} GwExport;

/** gw_session_start_export: a task with a #GwExport as its data and a running job. (transfer full) */
GTask *gw_session_start_export (GwSession *self, const char *title, GFile *file,
                                GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
