/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between SQLite values and field values: rows to records, values to bindings, and the same values
 * in the change log. Pure functions of their arguments; private to the store.
 */
#pragma once

#include "gw-sql.h"
#include "gw-table.h"

#include "gw-record-builder.h"

G_BEGIN_DECLS

/** gw_row_bind: binds @value at @index; empty values bind NULL, sets their ids strung together. */
void gw_row_bind (sqlite3_stmt *statement, int index, const GwFieldValue *value);

/**
 * gw_row_read_value: the value of @field in @column; the inverse of gw_row_bind(). FALSE when the
 * column holds something that cannot be a value of @field.
 */
gboolean gw_row_read_value (sqlite3_stmt *statement, int column, const GwField *field,
                            GwFieldValue *out_value);

/**
 * gw_row_read: the record in the current row of a statement made from @table's select. @builder is
 * of the same type. NULL with GW_ERROR_CORRUPT when the row cannot be. (transfer full)
 */
GwRecord *gw_row_read (const GwTable *table, sqlite3_stmt *statement, GwRecordBuilder *builder,
                       GError **error);

/** gw_row_pack_point: a point as one integer: latitude · 2³² + longitude + 2³¹. */
gint64 gw_row_pack_point (GwGeoPoint point);

/** gw_row_unpack_point: the inverse of gw_row_pack_point(). */
GwGeoPoint gw_row_unpack_point (gint64 packed);

G_END_DECLS
