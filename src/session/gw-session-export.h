/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What leaves the program as files: sheets as PDF, the whole team. Each is a job with progress and a
 * stop; a file is only replaced by a complete one. Errors carry sentences for people. Key safe codes
 * leave only in a whole-team file, and only when asked. Main thread, except `_sync`.
 */
#pragma once

#include "gw-session.h"
#include "gw-session-sheets.h"

G_BEGIN_DECLS

/** gw_session_save_sheet_async: lays the sheet of @request out and writes it to @file as a PDF. */
void gw_session_save_sheet_async (GwSession *self, const GwSheetRequest *request, GFile *file,
                                  GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_save_sheet_finish: FALSE with a sentence in @error; the old file is as it was. */
gboolean gw_session_save_sheet_finish (GwSession *self, GAsyncResult *result, GError **error);

/**
 * gw_session_save_pile_async: writes all sheets of @pile to @file as one PDF. The job can be
 * stopped.
 */
void gw_session_save_pile_async (GwSession *self, const GwSheetPile *pile, GFile *file,
                                 GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_save_pile_finish: as gw_session_save_sheet_finish(). */
gboolean gw_session_save_pile_finish (GwSession *self, GAsyncResult *result, GError **error);

/**
 * gw_session_export_team_async: writes everything the team has to @file. @with_codes: key safe codes
 * go along.
 */
void gw_session_export_team_async (GwSession *self, GFile *file, gboolean with_codes,
                                   GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_export_team_finish: FALSE with a sentence in @error. */
gboolean gw_session_export_team_finish (GwSession *self, GAsyncResult *result, GError **error);

/** gw_session_export_team_sync: as gw_session_export_team_async() to @path, waiting; for tools. */
gboolean gw_session_export_team_sync (GwSession *self, const char *path, gboolean with_codes,
                                      GError **error);

G_END_DECLS
