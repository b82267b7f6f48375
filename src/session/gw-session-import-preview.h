/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A look at a list before it is brought in: its first rows as they stand, and what they would become.
 * Nothing is written. Work is done on a worker; main thread.
 */
#pragma once

#include "gw-session-import.h"

G_BEGIN_DECLS

/** GW_IMPORT_PREVIEW_ROWS: rows that are looked at. */
#define GW_IMPORT_PREVIEW_ROWS 20

/** gw_session_read_rows_async: asks for the first rows of @file, or of @text when @file is NULL. */
void gw_session_read_rows_async (GwSession *self, GFile *file, const char *text,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gw_session_read_rows_finish: the rows, headings first, or NULL with a sentence in @error.
 * (transfer full) (element-type GStrv)
 */
GPtrArray *gw_session_read_rows_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_read_sheet_async: reads the sheet of @source. */
void gw_session_read_sheet_async (GwSession *self, const GwImportSource *source,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/** gw_session_read_sheet_finish: the sheet, or NULL with a sentence in @error. (transfer full) */
GwWeekSheet *gw_session_read_sheet_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * GwImportPreview: what the first rows would become.
 * @records: (element-type GwRecord) as they would be afterwards
 * @n_new: how many of them, at the front, are new; the others exist and would change
 * @report: the rows that would be left out
 */
typedef struct
{
  GPtrArray *records;
  guint n_new;
  GwImportReport *report;
} GwImportPreview;

/** gw_import_preview_free: frees it. */
void gw_import_preview_free (GwImportPreview *self);

/** gw_session_preview_import_async: tries the first rows of @source, a list, without writing. */
void gw_session_preview_import_async (GwSession *self, const GwImportSource *source,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);

/** gw_session_preview_import_finish: (transfer full), or NULL with a sentence in @error. */
GwImportPreview *gw_session_preview_import_finish (GwSession *self, GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwImportPreview, gw_import_preview_free)

G_END_DECLS
