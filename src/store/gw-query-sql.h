/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Queries as SQL; the same answers in the same order as gw_query_matches() and gw_query_compare(),
 * which a test compares over random records. Private to the store.
 */
#pragma once

#include "gw-sql.h"
#include "gw-table.h"

#include "gw-query.h"

G_BEGIN_DECLS

/** gw_query_sql_make_select: the rows of @query from @table. (transfer full) */
char *gw_query_sql_make_select (const GwQuery *query, const GwTable *table);

/** gw_query_sql_make_unsorted_select: the same rows as they lie. (transfer full) */
char *gw_query_sql_make_unsorted_select (const GwQuery *query, const GwTable *table);

/**
 * gw_query_sql_sorts_later: whether who asks for all rows of @query may as well put them in order
 * afterwards: it has no order but that of the ids, and no limit.
 */
gboolean gw_query_sql_sorts_later (const GwQuery *query);

/** gw_query_sql_make_count: how many rows @query has, its limit aside. (transfer full) */
char *gw_query_sql_make_count (const GwQuery *query, const GwTable *table);

/** gw_query_sql_bind: binds the values of @query in @statement, made by one of the above. */
void gw_query_sql_bind (const GwQuery *query, sqlite3_stmt *statement);

G_END_DECLS
