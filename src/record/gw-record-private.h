/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a record lies in memory; for this folder only. One block: the header, one slot of eight bytes
 * for each field that holds anything (in the order of the table), then the tail with texts (with
 * their zero), ids and the unknown fields, in the same order. The same values always make the same
 * bytes, so that two records are equal when their bytes after the count are.
 */
#pragma once

#include "gw-record-builder.h"

G_BEGIN_DECLS

/** GwRecordSlot: one field; @offset counts bytes from the record's start, @n counts ids. */
typedef union
{
  gint64 integer;
  GwGeoPoint point;
  struct
  {
    guint32 offset;
    guint32 n;
  } tail;
} GwRecordSlot;

struct _GwRecord
{
  gint refs;
  guint32 size;
  const GwRecordType *type;
  guint64 mask;
  GwId id;
  guint32 extra_offset;
  guint32 is_deleted;
  GwRecordSlot slots[];
};

/** gw_record_find_slot: the slot of @field, or NULL when it is empty. */
static inline const GwRecordSlot *
gw_record_find_slot (const GwRecord *self, guint field)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << field;

  g_assert (field < self->type->n_fields);
  if ((self->mask & bit) == 0)
    return NULL;
  return &self->slots[__builtin_popcountll (self->mask & (bit - 1))];
}

G_END_DECLS
