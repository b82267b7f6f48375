/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walking one record's change log backwards: at each step the record's values are what they were
 * before that step. Private to the store; reader's lane, inside a snapshot.
 */
#pragma once

#include "gw-change-log.h"
#include "gw-store-private.h"

G_BEGIN_DECLS

/**
 * GwLogWalk:
 * @sql: the connection
 * @table: the record's table
 * @id: which record
 * @statement: the log's rows, newest first
 * @builder: for gw_log_walk_dup_record()
 * @values: the values after the present step and before the ones already undone
 * @extra: unknown fields; nullable
 * @is_there: FALSE once its making was undone
 * @is_deleted: whether it is deleted at this point
 * @is_erased: an erasure was passed: nothing older is known
 * @sequence: number of the present step's commit
 * @number: field number of the present step; 0 for an event
 * @event: the event when @number is 0
 * @field: index of the field, or −1 when the program does not know it any more
 * @before: the value before the present step
 */
typedef struct
{
  GwSql *sql;
  GwTable *table;
  GwId id;
  sqlite3_stmt *statement;
  GwRecordBuilder *builder;
  GwFieldValue *values;
  char *extra;
  gboolean is_there;
  gboolean is_deleted;
  gboolean is_erased;
  guint64 sequence;
  gint64 number;
  gint event;
  gint field;
  GwFieldValue before;
} GwLogWalk;

/** gw_log_walk_begin: at the record as it is now. FALSE with GW_ERROR_NOT_FOUND without a row. */
gboolean gw_log_walk_begin (GwLogWalk *self, GwStore *store, GwTable *table, GwId id,
                            GError **error);

/** gw_log_walk_next: reads the next older step; DONE at the end. Does not undo it. */
GwSqlStep gw_log_walk_next (GwLogWalk *self, GError **error);

/** gw_log_walk_undo: takes the present step back in the values. */
void gw_log_walk_undo (GwLogWalk *self);

/**
 * gw_log_walk_dup_record: the record at this point; NULL if it was not made yet. (transfer full)
 */
GwRecord *gw_log_walk_dup_record (GwLogWalk *self);

/** gw_log_walk_end: frees what it holds. */
void gw_log_walk_end (GwLogWalk *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GwLogWalk, gw_log_walk_end)

G_END_DECLS
