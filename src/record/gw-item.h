/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An item: a record with a face towards the screen. Records are immutable values without signals;
 * an item stands for one record id over time and tells when its revision changes, so rows keep their
 * focus, selection and open state across edits. A #GwItemTable sees to it that there is at most one
 * item for an id. Main thread.
 */
#pragma once

#include "gw-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define GW_TYPE_ITEM (gw_item_get_type ())

/** GwItem: property "record" (pointer to #GwRecord, nullable), notified on every new revision. */
G_DECLARE_FINAL_TYPE (GwItem, gw_item, GW, ITEM, GObject)

/** gw_item_new: an item of @type for @id without a revision yet. (transfer full) */
GwItem *gw_item_new (const GwRecordType *type, GwId id) G_GNUC_WARN_UNUSED_RESULT;

/** gw_item_get_record_type: the type's table. */
const GwRecordType *gw_item_get_record_type (GwItem *self);

/** gw_item_get_id: the record's id. */
GwId gw_item_get_id (GwItem *self);

/**
 * gw_item_get_record: the newest revision known, a tombstone after a deletion, NULL while it is not
 * loaded. (transfer none) (nullable); lives until the next notify: take a reference to keep it.
 */
const GwRecord *gw_item_get_record (GwItem *self);

/**
 * gw_item_update: from the feed: @record is the revision as of commit @sequence. An older sequence
 * than the one seen is ignored. Notifies "record" when it differs.
 */
void gw_item_update (GwItem *self, const GwRecord *record, guint64 sequence);

/** GwItemTable: the items that are alive, by id. It does not keep them alive. */
typedef struct _GwItemTable GwItemTable;

/** gw_item_table_new: an empty table. (transfer full) */
GwItemTable *gw_item_table_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_item_table_free: forgets the items; those still referenced live on. */
void gw_item_table_free (GwItemTable *self);

/** gw_item_table_get: the item of @id, made when there is none. (transfer full) */
GwItem *gw_item_table_get (GwItemTable *self, const GwRecordType *type, GwId id)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_item_table_find: the item of @id if it is alive. (transfer none) (nullable) */
GwItem *gw_item_table_find (GwItemTable *self, GwId id);

/** gw_item_table_list: all items that are alive. (transfer full) (element-type GwItem) */
GPtrArray *gw_item_table_list (GwItemTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwItemTable, gw_item_table_free)

G_END_DECLS
