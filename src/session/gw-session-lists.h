/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists and calendars as files: any list as CSV, the shifts of each colleague as an iCalendar file.
 * Jobs with progress and a stop; a file is only replaced by a complete one. Key safe codes, photos
 * and what only the program uses are never in a list. Main thread.
 */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/** gw_session_export_list_async: writes the answer of @query to @file, one row at a time. */
void gw_session_export_list_async (GwSession *self, GwQuery *query, GFile *file,
                                   GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_export_list_finish: FALSE with a sentence in @error; the old file is as it was. */
gboolean gw_session_export_list_finish (GwSession *self, GAsyncResult *result, GError **error);

/**
 * gw_session_export_calendars_async: writes a file for each colleague with a shift in @first_day …
 * @last_day into @folder: the shift alone, and approved time away as "Away".
 */
void gw_session_export_calendars_async (GwSession *self, GwDay first_day, GwDay last_day,
                                        GFile *folder, GAsyncReadyCallback callback,
                                        gpointer user_data);

/** gw_session_export_calendars_finish: how many files were written, or −1 with a sentence. */
gint gw_session_export_calendars_finish (GwSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
