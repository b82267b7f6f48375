/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scrubbing one record out of the tables. Private to the store; inside a transaction.
 */
#pragma once

#include "gw-change-log.h"

G_BEGIN_DECLS

/**
 * gw_erase_rows_of: empties the row, its sets, its draft, its words in the index, its values in the
 * log and the labels of the commits that touched it; leaves a tombstone, and marks in the log that
 * something was here. GW_ERROR_NOT_FOUND when there is no such row.
 */
gboolean gw_erase_rows_of (GwSql *sql, const GwTable *table, GwId id, guint64 sequence,
                           GwStamp stamp, GError **error);

/** gw_erase_rows_is_erased: whether the record's content was erased once; it cannot come back. */
gboolean gw_erase_rows_is_erased (GwSql *sql, const GwTable *table, GwId id, gboolean *out_erased,
                                  GError **error);

G_END_DECLS
