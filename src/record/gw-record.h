/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record: an immutable, atomically counted, packed value. It has no signals and may cross
 * threads. Getters lend: text and sets live as long as the record. To edit, make a #GwDraft.
 * Packed: one header with a presence mask, a slot of eight bytes for each field that holds anything,
 * then texts and ids. Reading a field in another form than its own is a programming error.
 */
#pragma once

#include "gw-value.h"

G_BEGIN_DECLS

/** gw_record_ref: another reference; @self is not changed. (transfer full); any thread. */
GwRecord *gw_record_ref (const GwRecord *self);

/** gw_record_unref: gives a reference back; any thread. */
void gw_record_unref (GwRecord *self);

/** gw_record_get_record_type: the type's table. */
const GwRecordType *gw_record_get_record_type (const GwRecord *self);

/** gw_record_get_id: its id. */
GwId gw_record_get_id (const GwRecord *self);

/** gw_record_is_deleted: whether this is what a deletion left (a tombstone). */
gboolean gw_record_is_deleted (const GwRecord *self);

/** gw_record_has: whether field @field holds anything. */
gboolean gw_record_has (const GwRecord *self, guint field);

/** gw_record_get_integer: the number in an integer field, 0 when empty. */
gint64 gw_record_get_integer (const GwRecord *self, guint field);

/** gw_record_get_text: lent text; "" when empty, never NULL. */
const char *gw_record_get_text (const GwRecord *self, guint field);

/** gw_record_get_id_value: a reference; the none id when empty. */
GwId gw_record_get_id_value (const GwRecord *self, guint field);

/** gw_record_get_ids: a lent, sorted set; @out_n_ids may not be NULL. NULL when empty. */
const GwId *gw_record_get_ids (const GwRecord *self, guint field, guint *out_n_ids);

/** gw_record_get_point: a point; 0, 0 when empty. */
GwGeoPoint gw_record_get_point (const GwRecord *self, guint field);

/** gw_record_get_value: a copy of field @field for drafts and comparisons; clear it after use. */
void gw_record_get_value (const GwRecord *self, guint field, GwFieldValue *out_value);

/** gw_record_lend_value: the same without copying: lent, so never cleared, altered or freed. */
void gw_record_lend_value (const GwRecord *self, guint field, GwFieldValue *out_value);

/** gw_record_equal: whether id, type, deletion, unknown fields and every field are the same. */
gboolean gw_record_equal (const GwRecord *a, const GwRecord *b);

/** gw_record_dup_title: what lists call it: the title fields' words. (transfer full) */
char *gw_record_dup_title (const GwRecord *self) G_GNUC_WARN_UNUSED_RESULT;

/** gw_record_get_extra: unknown fields as a JSON object, for newer versions' sake; NULL when none. */
const char *gw_record_get_extra (const GwRecord *self);

/** gw_record_get_size: bytes it takes in memory. */
gsize gw_record_get_size (const GwRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRecord, gw_record_unref)

G_END_DECLS
