/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last step of an import: what came in, in a sentence; the rows that were left out, which can be
 * saved as a list; and taking the whole back. Main thread.
 */
#pragma once

#include "gw-session-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_IMPORT_REPORT_VIEW (gw_import_report_view_get_type ())

/** GwImportReportView: a page. */
G_DECLARE_FINAL_TYPE (GwImportReportView, gw_import_report_view, GW, IMPORT_REPORT_VIEW, AdwBin)

/**
 * gw_import_report_view_show: shows @result, which it takes over. What came into another week than
 * that of @shown can be looked at there: action "win.show-day" of the window behind.
 */
void gw_import_report_view_show (GwImportReportView *self, GwSession *session,
                                 GwImportResult *result, GwDay shown);

G_END_DECLS
