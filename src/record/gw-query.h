/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Queries are values: a type, conditions, an order and a limit. No SQL outside `store`. A query
 * can also be asked of a single record (gw_query_matches()), which is how live lists follow the
 * feed without asking the disk. Built on one thread, then immutable and counted; any thread.
 */
#pragma once

#include "gw-record.h"

G_BEGIN_DECLS

typedef struct _GwQuery GwQuery;

/** GwConditionKind: one condition of a query. */
typedef enum
{
  GW_CONDITION_EQUALS,
  GW_CONDITION_BETWEEN,
  GW_CONDITION_EMPTY,
  GW_CONDITION_NOT_EMPTY,
  GW_CONDITION_CONTAINS
} GwConditionKind;

/**
 * GwCondition: lent by gw_query_get_condition().
 * @kind: EQUALS: the value equals @value, or the set contains @value's id. BETWEEN: integer in
 *   @low … @high, both included. CONTAINS: text holds @value's text, any case.
 */
typedef struct
{
  GwConditionKind kind;
  guint field;
  GwFieldValue value;
  gint64 low;
  gint64 high;
} GwCondition;

/** gw_query_new: all records of @type that are not deleted. (transfer full) */
GwQuery *gw_query_new (const GwRecordType *type) G_GNUC_WARN_UNUSED_RESULT;

/** gw_query_ref: another reference. (transfer full); any thread. */
GwQuery *gw_query_ref (GwQuery *self);

/** gw_query_unref: gives a reference back; any thread. */
void gw_query_unref (GwQuery *self);

/** gw_query_where_integer: keeps records whose integer field equals @integer. */
void gw_query_where_integer (GwQuery *self, guint field, gint64 integer);

/** gw_query_where_between: keeps records with @low <= field <= @high. */
void gw_query_where_between (GwQuery *self, guint field, gint64 low, gint64 high);

/** gw_query_where_id: keeps records whose reference is, or whose set holds, @id. */
void gw_query_where_id (GwQuery *self, guint field, GwId id);

/** gw_query_where_text: keeps records whose text contains @text, any case. */
void gw_query_where_text (GwQuery *self, guint field, const char *text);

/** gw_query_where_empty: keeps records whose field is empty, or, with @empty FALSE, is not. */
void gw_query_where_empty (GwQuery *self, guint field, gboolean empty);

/** gw_query_sort: order by @field; may be called several times; ids break ties at the end. */
void gw_query_sort (GwQuery *self, guint field, gboolean descending);

/** gw_query_set_limit: at most @limit records; 0 for all. */
void gw_query_set_limit (GwQuery *self, guint limit);

/** gw_query_set_with_deleted: also tombstones; for audit and sync. */
void gw_query_set_with_deleted (GwQuery *self, gboolean with_deleted);

/** gw_query_get_record_type: the type asked for. */
const GwRecordType *gw_query_get_record_type (const GwQuery *self);

/** gw_query_get_n_conditions: how many there are; all must hold. */
guint gw_query_get_n_conditions (const GwQuery *self);

/** gw_query_get_condition: lent. */
const GwCondition *gw_query_get_condition (const GwQuery *self, guint index);

/** gw_query_get_n_sorts: how many there are; the first counts most. */
guint gw_query_get_n_sorts (const GwQuery *self);

/** gw_query_get_sort: field of sort @index; @out_descending not NULL. */
guint gw_query_get_sort (const GwQuery *self, guint index, gboolean *out_descending);

/** gw_query_get_limit: 0 for none. */
guint gw_query_get_limit (const GwQuery *self);

/** gw_query_get_with_deleted: whether tombstones belong to the answer. */
gboolean gw_query_get_with_deleted (const GwQuery *self);

/** gw_query_matches: whether @record belongs to the answer (the limit aside). */
gboolean gw_query_matches (const GwQuery *self, const GwRecord *record);

/** gw_query_equal: whether @a and @b were built alike, so that their answers are the same. */
gboolean gw_query_equal (const GwQuery *a, const GwQuery *b);

/**
 * gw_query_compare: the answer's order of @a and @b. Nothing comes before anything, as in SQLite.
 * Text is ordered by gw_text_compare() (case-folded code points in NFC), the same as the store
 * does, references by their bytes; points and sets have no order. Ids break ties, ascending.
 */
gint gw_query_compare (const GwQuery *self, const GwRecord *a, const GwRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwQuery, gw_query_unref)

G_END_DECLS
