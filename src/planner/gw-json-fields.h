/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plain numbers of a problem, as tables that the reader and the writer of problem files share:
 * member, place in the engine's struct, range, and which value is written as null. Private.
 */
#pragma once

#include "gw-json-cursor.h"

#include <stdint.h>

G_BEGIN_DECLS

/* GwJsonField: one int32 of a struct. */
typedef struct
{
  const char *key;
  gsize offset;
  gint32 low;
  gint32 high;
  gint32 null; /* this value is written as null and read from null; G_MAXINT32: none */
} GwJsonField;

extern const GwJsonField gw_json_settings_fields[];
extern const GwJsonField gw_json_person_fields[];
extern const GwJsonField gw_json_colleague_fields[];
extern const GwJsonField gw_json_shift_fields[];
extern const GwJsonField gw_json_operation_fields[];
extern const GwJsonField gw_json_window_fields[];
extern const GwJsonField gw_json_block_fields[];
extern const GwJsonField gw_json_link_fields[];
extern const GwJsonField gw_json_history_fields[];
extern const GwJsonField gw_json_wish_fields[];

/* GwJsonHistory: an entry of the history list. */
typedef struct
{
  int32_t person, colleague, visits;
} GwJsonHistory;

/** gw_json_read_fields: reads the members in @fields (ended by a NULL key) into @object. */
void gw_json_read_fields (const GwJsonCursor *cursor, const GwJsonField *fields, gpointer object);

/** gw_json_write_fields: writes them as members. */
void gw_json_write_fields (JsonBuilder *builder, const GwJsonField *fields, gconstpointer object);

/** gw_json_read_name: the place of a member's text in @names (ended by NULL), or −1. */
gint gw_json_read_name (const GwJsonCursor *cursor, const char *const *names);

extern const char *const gw_json_part_names[];
extern const char *const gw_json_block_names[];
extern const char *const gw_json_link_names[];

/** gw_json_check_format: whether the file says it is of @format, in a version that is known. */
gboolean gw_json_check_format (const GwJsonCursor *root, const char *format);

G_END_DECLS
