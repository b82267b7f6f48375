/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A random world for round-trip tests: values, records, edits and whole record types, repeatable
 * from the seed of a GRand. Values lie within what their field may hold (gw_record_validate() is
 * content with them) but seek the corners: longest texts, other scripts, first and last days, empty
 * and full sets. Not safe across threads.
 */
#pragma once

#include "gw-record-macros.h"

G_BEGIN_DECLS

/** gw_random_id: an id as good as new; never the none id. */
GwId gw_random_id (GRand *rand);

/** gw_random_text: up to @max_characters in mixed scripts, of one line; maybe empty. (transfer full) */
char *gw_random_text (GRand *rand, guint max_characters);

/** gw_random_value: a value that @field may hold, never empty; clear it after use. */
void gw_random_value (GRand *rand, const GwField *field, GwFieldValue *out_value);

/** gw_random_draft: fills required fields and about half of the others of a new draft. (transfer full) */
GwDraft *gw_random_draft (GRand *rand, const GwRecordType *type);

/** gw_random_record: a record as gw_random_draft() would be. (transfer full) */
GwRecord *gw_random_record (GRand *rand, const GwRecordType *type);

/** gw_random_edit: changes some fields of @draft, now and then back to empty (never required ones). */
void gw_random_edit (GRand *rand, GwDraft *draft);

/**
 * gw_random_type: a record type of 1 to 64 fields of random kinds, keys "a_field_1" and so on.
 * References point at its own key. Free with gw_random_type_free().
 */
GwRecordType *gw_random_type (GRand *rand);

/** gw_random_type_free: frees @type; records of it must be gone. */
void gw_random_type_free (GwRecordType *type);

/** gw_every_kind_type: a constant type that has one field of each kind, in the order of the kinds. */
const GwRecordType *gw_every_kind_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRecordType, gw_random_type_free)

G_END_DECLS
