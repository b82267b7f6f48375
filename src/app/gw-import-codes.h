/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The step of an import in which the codes of a rota sheet get their meaning: "E" is a shift from
 * 07:00 to 14:00, "A/L" is leave. Main thread.
 */
#pragma once

#include "gw-session-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_IMPORT_CODES (gw_import_codes_get_type ())

/** GwImportCodes: a page. */
G_DECLARE_FINAL_TYPE (GwImportCodes, gw_import_codes, GW, IMPORT_CODES, AdwBin)

/** gw_import_codes_show: shows the legend of @sheet, which it takes over. */
void gw_import_codes_show (GwImportCodes *self, GwWeekSheet *sheet);

/** gw_import_codes_dup_legend: what is chosen, as text. (transfer full) */
char *gw_import_codes_dup_legend (GwImportCodes *self);

/** gw_import_codes_get_new_names: what to do with names that nobody has. */
GwSheetNewNames gw_import_codes_get_new_names (GwImportCodes *self);

G_END_DECLS
