/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A field that this version brings may have been known to another laptop before: then its values
 * wait among the unknown fields of the rows. Private to the store; inside the migration.
 */
#pragma once

#include "gw-sql.h"
#include "gw-table.h"

G_BEGIN_DECLS

/**
 * gw_schema_promote: moves the values of field @index from `extra` into its new column. What cannot
 * be a value of the field stays where it is.
 */
gboolean gw_schema_promote (GwSql *sql, const GwTable *table, guint index, GError **error);

G_END_DECLS
