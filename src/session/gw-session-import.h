/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists brought into the open team: read on a worker, written in slices of at most 500 records that
 * are undone as one, while everybody goes on working. A slice in which somebody changed a record
 * meanwhile is written without that record. Memory is a slice, the report, and an index of what the
 * team has; the file is streamed.
 *
 * When the user stops, what is written so far is one finished act that can be taken back. When the
 * power goes, it is an unfinished one, and offered for taking back at the next start.
 */
#pragma once

#include "gw-session.h"

#include "gw-import.h"
#include "gw-job.h"
#include "gw-week-sheet.h"

G_BEGIN_DECLS

/**
 * GwImportSource: one list; only read during the call.
 * @is_sheet: a sheet with names down and days across; else a list of @target
 * @target: what the rows of a list are
 * @file: where it is; NULL: in @text
 * @text: pasted text; nullable
 * @map: which column feeds which field; NULL: as the headings suggest
 * @mode: for travel times without a mode, a #GwTravelMode or 0
 * @monday: the week that weekday names on a sheet mean
 * @legend: what the codes of a sheet mean, see gw_week_sheet_legend_to_text(); NULL: as guessed
 * @new_names: whether unknown names on a sheet become colleagues
 */
typedef struct
{
  gboolean is_sheet;
  GwImportTarget target;
  GFile *file;
  const char *text;
  const GwColumnMap *map;
  gint mode;
  GwDay monday;
  const char *legend;
  GwSheetNewNames new_names;
} GwImportSource;

/**
 * GwImportResult: how it went.
 * @report: counts, and the rows that were left out; owned
 * @group: the act, for taking it back; the none id when nothing was written
 * @has_day: whether new visits or shifts came in
 * @day: then the first day from today on that has one, or else the last before
 * @n_meanwhile: records that somebody else changed meanwhile and that were left as they are
 * @is_stopped: the user stopped it
 * @failure: a sentence when it ended early for another reason; owned, nullable
 */
typedef struct
{
  GwImportReport *report;
  GwId group;
  gboolean has_day;
  GwDay day;
  guint n_meanwhile;
  gboolean is_stopped;
  char *failure;
} GwImportResult;

/** gw_import_result_free: frees it. */
void gw_import_result_free (GwImportResult *self);

/**
 * gw_session_import_sync: brings @sources in, waiting; workers and tools. @job (nullable) is told how
 * far it is. Always a result: what went wrong is in it. (transfer full)
 */
GwImportResult *gw_session_import_sync (GwSession *self, const GwImportSource *sources,
                                        guint n_sources, GwJob *job, GCancellable *cancellable);

/**
 * gw_session_import_async: the same on a worker, as a job of the session, which can be stopped there.
 * Main thread. (transfer full): the job, running.
 */
GwJob *gw_session_import_async (GwSession *self, const GwImportSource *sources, guint n_sources,
                                GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_import_finish: how it went. (transfer full) */
GwImportResult *gw_session_import_finish (GwSession *self, GAsyncResult *result);

/**
 * gw_session_undo_import_async: takes the act @group back, whatever was done since; ends with
 * gw_session_undo_finish(). Main thread.
 */
void gw_session_undo_import_async (GwSession *self, GwId group, GAsyncReadyCallback callback,
                                   gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwImportResult, gw_import_result_free)

G_END_DECLS
