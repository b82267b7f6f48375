/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of one record type: its columns and the SQL made from its fields, once, at opening.
 * Constant afterwards and shared by both lanes. Private to the store.
 */
#pragma once

#include "gw-field.h"

G_BEGIN_DECLS

/** GW_TABLE_DELETED_FIELD: the number under which the clock of the deletion is kept. */
#define GW_TABLE_DELETED_FIELD 0

/** GW_TABLE_FIRST_FIELD: column of the first field in @select; id, deleted, extra come before. */
#define GW_TABLE_FIRST_FIELD 3

/**
 * GwTable:
 * @type: the record type
 * @number: its number in gw_type, in this file
 * @field_numbers: number of each field in gw_field, in this file
 * @select: "SELECT id, deleted, extra, … FROM "type" AS t", one column a field
 * @select_one: @select with a condition on the id
 * @insert: inserts a row: id, clock, extra, then each field that has a column
 * @is_searchable: whether its records are in the full-text index
 */
typedef struct
{
  const GwRecordType *type;
  gint64 number;
  gint64 *field_numbers;
  char *select;
  char *select_one;
  char *insert;
  gboolean is_searchable;
} GwTable;

/**
 * gw_table_new: the table of @type; numbers are filled in when the file is read. (transfer full)
 */
GwTable *gw_table_new (const GwRecordType *type);

/** gw_table_free: frees it. */
void gw_table_free (GwTable *self);

/** gw_table_find_field: index of the field numbered @number, or −1. */
gint gw_table_find_field (const GwTable *self, gint64 number);

/** gw_table_get_version: schema version of @type: the newest of its fields'. */
guint gw_table_get_version (const GwRecordType *type);

/** gw_field_get_column_type: "INTEGER", "TEXT" or "BLOB"; NULL for a set, which has no column. */
const char *gw_field_get_column_type (const GwField *field);

/** gw_table_check_type: asserts that keys may be table and column names. */
void gw_table_check_type (const GwRecordType *type);

G_END_DECLS
