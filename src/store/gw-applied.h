/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A change being applied: each record it touches as it was, and as it will be. First everything is
 * read and compared (gw-applied.c) and checked (gw-applied-check.c), then everything is written
 * (gw-applied-write.c). Private to the store; writer's lane, inside one transaction.
 */
#pragma once

#include "gw-row-clock.h"
#include "gw-store-private.h"

G_BEGIN_DECLS

/**
 * GwAppliedRecord: one record a change touches.
 * @table: its table
 * @id: its id
 * @before: as it was; NULL when the change makes it
 * @after: as it will be; set by gw_applied_build()
 * @values: the value of each field, being edited
 * @touched: bit n: field n was edited
 * @extra: unknown fields of a new record; nullable
 * @deleted: whether it will be deleted
 */
typedef struct
{
  GwTable *table;
  GwId id;
  GwRecord *before;
  GwRecord *after;
  GwFieldValue *values;
  guint64 touched;
  char *extra;
  gboolean deleted;
} GwAppliedRecord;

/**
 * GwApplied:
 * @store: the store
 * @sql: the writer connection
 * @records: (element-type GwAppliedRecord) in the order they were first touched
 * @by_id: #GwId → #GwAppliedRecord
 * @known: ids that references may point to, found so far
 */
typedef struct
{
  GwStore *store;
  GwSql *sql;
  GPtrArray *records;
  GHashTable *by_id;
  GHashTable *known;
} GwApplied;

/** gw_applied_init: an empty one. */
void gw_applied_init (GwApplied *self, GwStore *store);

/** gw_applied_clear: frees what it holds. */
void gw_applied_clear (GwApplied *self);

/** gw_applied_apply: reads, compares and edits in memory; FALSE with the refusal. */
gboolean gw_applied_apply (GwApplied *self, GwChange *change, GError **error);

/** gw_applied_build: makes each record's after; drops edits that change nothing. */
void gw_applied_build (GwApplied *self);

/** gw_applied_is_changed: whether there is anything to write for @record. */
gboolean gw_applied_is_changed (const GwAppliedRecord *record);

/** gw_applied_check: validation and references; FALSE with GW_ERROR_INVALID. */
gboolean gw_applied_check (GwApplied *self, GError **error);

/** gw_applied_write: rows, sets, stamps, log and full text, in the name of commit @sequence. */
gboolean gw_applied_write (GwApplied *self, guint64 sequence, GwStamp stamp, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GwApplied, gw_applied_clear)

G_END_DECLS
