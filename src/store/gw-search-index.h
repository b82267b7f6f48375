/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping the full-text index beside the rows. Private to the store; inside a transaction.
 */
#pragma once

#include "gw-sql.h"
#include "gw-table.h"

#include "gw-record.h"

G_BEGIN_DECLS

/** gw_search_index_put: (re)indexes @record; takes a deleted one out. */
gboolean gw_search_index_put (GwSql *sql, const GwTable *table, const GwRecord *record,
                              GError **error);

/** gw_search_index_add: indexes @record, known not to be in the index. */
gboolean gw_search_index_add (GwSql *sql, const GwTable *table, const GwRecord *record,
                              GError **error);

/** gw_search_index_rebuild: makes the whole index again from the rows of @tables. */
gboolean gw_search_index_rebuild (GwSql *sql, GPtrArray *tables, GError **error);

G_END_DECLS
