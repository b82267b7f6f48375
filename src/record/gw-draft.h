/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A draft: an edit in the making. It starts from a record or from nothing, remembers which fields
 * were touched, and says in words what is wrong with it. It is not safe across threads. Drafts of
 * open forms are kept by the store as text (gw_draft_to_text()) so that they survive a crash.
 */
#pragma once

#include "gw-record-builder.h"

G_BEGIN_DECLS

typedef struct _GwDraft GwDraft;

/** gw_draft_new: a draft of a new record with a new id. (transfer full) */
GwDraft *gw_draft_new (const GwRecordType *type) G_GNUC_WARN_UNUSED_RESULT;

/** gw_draft_new_with_id: the same with a given id. (transfer full) */
GwDraft *gw_draft_new_with_id (const GwRecordType *type, GwId id) G_GNUC_WARN_UNUSED_RESULT;

/** gw_draft_new_for: a draft that edits @base. (transfer full) */
GwDraft *gw_draft_new_for (const GwRecord *base) G_GNUC_WARN_UNUSED_RESULT;

/** gw_draft_free: frees it. */
void gw_draft_free (GwDraft *self);

/** gw_draft_get_record_type: the type's table. */
const GwRecordType *gw_draft_get_record_type (const GwDraft *self);

/** gw_draft_get_id: the id the record has or will have. */
GwId gw_draft_get_id (const GwDraft *self);

/** gw_draft_get_base: the record it started from; NULL for a new one. (transfer none) */
const GwRecord *gw_draft_get_base (const GwDraft *self);

/** gw_draft_is_touched: whether field @field differs from the base. */
gboolean gw_draft_is_touched (const GwDraft *self, guint field);

/** gw_draft_is_changed: whether any field differs from the base. */
gboolean gw_draft_is_changed (const GwDraft *self);

/**
 * gw_draft_set_given: what a new draft holds now was given and not typed by anybody; it is edited
 * only when that changes.
 */
void gw_draft_set_given (GwDraft *self);

/**
 * gw_draft_is_edited: whether somebody typed anything into it: a value that differs from the base
 * and from what was given, or a text that could not be read.
 */
gboolean gw_draft_is_edited (const GwDraft *self);

/**
 * gw_draft_set_unread: keeps @text, which was typed into @field and could not be read, beside the
 * value; NULL forgets it, and so does setting the value. It is kept with gw_draft_to_text().
 */
void gw_draft_set_unread (GwDraft *self, guint field, const char *text);

/** gw_draft_get_unread: the text that could not be read; NULL: none. Lent. */
const char *gw_draft_get_unread (const GwDraft *self, guint field);

/** gw_draft_get_value: the value now, lent until the next set. */
const GwFieldValue *gw_draft_get_value (const GwDraft *self, guint field);

/** gw_draft_set_value: copies @value; an empty value empties the field. */
void gw_draft_set_value (GwDraft *self, guint field, const GwFieldValue *value);

/** gw_draft_take_value: as gw_draft_set_value(), but moves @value, leaving it empty. */
void gw_draft_take_value (GwDraft *self, guint field, GwFieldValue *value);

/** gw_draft_clear_value: empties the field. */
void gw_draft_clear_value (GwDraft *self, guint field);

/** gw_draft_set_integer: as gw_draft_set_value() with a number of any kind. */
void gw_draft_set_integer (GwDraft *self, guint field, gint64 integer);

/** gw_draft_set_text: as gw_draft_set_value() with a copy of @text; NULL or "" empties. */
void gw_draft_set_text (GwDraft *self, guint field, const char *text);

/** gw_draft_set_id: as gw_draft_set_value() with a reference; the none id empties. */
void gw_draft_set_id (GwDraft *self, guint field, GwId id);

/** gw_draft_set_ids: as gw_draft_set_value() with a set; copies, sorts and removes repeats. */
void gw_draft_set_ids (GwDraft *self, guint field, const GwId *ids, guint n_ids);

/** gw_draft_set_point: as gw_draft_set_value() with a point. */
void gw_draft_set_point (GwDraft *self, guint field, GwGeoPoint point);

/** gw_draft_set_extra: replaces the unknown fields (a JSON object); for importers. */
void gw_draft_set_extra (GwDraft *self, const char *json);

/** gw_draft_build: the record as it would be. (transfer full) */
GwRecord *gw_draft_build (const GwDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_draft_rebase: puts the touched fields onto @current, a later revision of the same record.
 * Returns the number of fields that both sides changed to different values (they stay as drafted).
 */
guint gw_draft_rebase (GwDraft *self, const GwRecord *current);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwDraft, gw_draft_free)

G_END_DECLS
