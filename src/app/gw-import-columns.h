/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The step of an import in which columns get their meaning: each column of the file with its first
 * values and what it becomes, and below, what the first rows would become. Maps can be kept under a
 * name. Main thread.
 */
#pragma once

#include "gw-session-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_IMPORT_COLUMNS (gw_import_columns_get_type ())

/** GwImportColumns: property "ready" (boolean): the map will do. */
G_DECLARE_FINAL_TYPE (GwImportColumns, gw_import_columns, GW, IMPORT_COLUMNS, AdwBin)

/** gw_import_columns_show: shows the columns of @source, a list, whose first rows are @rows (GStrv). */
void gw_import_columns_show (GwImportColumns *self, GwSession *session,
                             const GwImportSource *source, GPtrArray *rows);

/** gw_import_columns_get_map: what is chosen; NULL before anything was shown. (transfer none) */
const GwColumnMap *gw_import_columns_get_map (GwImportColumns *self);

/** gw_import_columns_remember: keeps the map for the next list of this kind. */
void gw_import_columns_remember (GwImportColumns *self);

G_END_DECLS
