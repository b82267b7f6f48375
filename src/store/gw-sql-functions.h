/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two functions our SQL has beyond SQLite's: gw_fold(text), which makes text comparable the way
 * gw_query_compare() does, and gw_ids(blob), an aggregate that strings ids together. Private.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** gw_sql_functions_add: adds both to @handle; FALSE without memory. */
gboolean gw_sql_functions_add (sqlite3 *handle);

/** gw_sql_fold: gw_text_fold(), quickly where it is ASCII. (transfer full) */
char *gw_sql_fold (const char *text);

G_END_DECLS
