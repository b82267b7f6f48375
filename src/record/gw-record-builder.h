/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A builder fills a record field by field without drafts' bookkeeping; for the store and for
 * importers of many rows. It is used again after each end. Setting a field in another form than its
 * own is a programming error. Not safe across threads.
 */
#pragma once

#include "gw-record.h"

G_BEGIN_DECLS

typedef struct _GwRecordBuilder GwRecordBuilder;

/** gw_record_builder_new: an empty builder for @type, reusable after each end. (transfer full) */
GwRecordBuilder *gw_record_builder_new (const GwRecordType *type) G_GNUC_WARN_UNUSED_RESULT;

/** gw_record_builder_free: frees it. */
void gw_record_builder_free (GwRecordBuilder *self);

/** gw_record_builder_set_integer: sets a number, day, minute, span, money, flag, choice, choices or instant. */
void gw_record_builder_set_integer (GwRecordBuilder *self, guint field, gint64 integer);

/** gw_record_builder_set_text: copies @length bytes (−1: up to the zero). */
void gw_record_builder_set_text (GwRecordBuilder *self, guint field, const char *text,
                                 gssize length);

/** gw_record_builder_set_id: sets a reference; the none id empties the field. */
void gw_record_builder_set_id (GwRecordBuilder *self, guint field, GwId id);

/** gw_record_builder_set_ids: copies; sorts and removes repeats. */
void gw_record_builder_set_ids (GwRecordBuilder *self, guint field, const GwId *ids, guint n_ids);

/** gw_record_builder_set_point: sets a point. */
void gw_record_builder_set_point (GwRecordBuilder *self, guint field, GwGeoPoint point);

/** gw_record_builder_set_value: any form; an empty value leaves the field empty. */
void gw_record_builder_set_value (GwRecordBuilder *self, guint field, const GwFieldValue *value);

/** gw_record_builder_set_extra: unknown fields as JSON text; nullable. */
void gw_record_builder_set_extra (GwRecordBuilder *self, const char *json);

/** gw_record_builder_set_deleted: marks a tombstone. */
void gw_record_builder_set_deleted (GwRecordBuilder *self, gboolean deleted);

/** gw_record_builder_end: the record; the builder is empty again. (transfer full) */
GwRecord *gw_record_builder_end (GwRecordBuilder *self, GwId id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRecordBuilder, gw_record_builder_free)

G_END_DECLS
