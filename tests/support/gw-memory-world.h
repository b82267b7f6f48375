/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What committing a change means, in the fewest words: a world of records in memory to which
 * changes apply whole or not at all. The store must do the same on the disk; tests compare. Not
 * safe across threads.
 */
#pragma once

#include "gw-commit.h"

G_BEGIN_DECLS

typedef struct _GwMemoryWorld GwMemoryWorld;

/** gw_memory_world_new: an empty world. (transfer full) */
GwMemoryWorld *gw_memory_world_new (void);

/** gw_memory_world_copy: the same records; commits of one do not touch the other. (transfer full) */
GwMemoryWorld *gw_memory_world_copy (const GwMemoryWorld *self);

/** gw_memory_world_free: frees it. */
void gw_memory_world_free (GwMemoryWorld *self);

/**
 * gw_memory_world_commit: applies @change; NULL when it expects something that is not so, and then
 * nothing has changed. (transfer full) (nullable)
 */
GwCommit *gw_memory_world_commit (GwMemoryWorld *self, GwChange *change);

/** gw_memory_world_get_n: how many records there are, tombstones included. */
guint gw_memory_world_get_n (const GwMemoryWorld *self);

/** gw_memory_world_lookup: the record called @id, maybe a tombstone; lent; NULL when unknown. */
const GwRecord *gw_memory_world_lookup (const GwMemoryWorld *self, GwId id);

/** gw_memory_world_list: all records in the order of ids, lent. (transfer container) */
GPtrArray *gw_memory_world_list (const GwMemoryWorld *self);

/** gw_memory_world_equal: whether the same records live in both; what is deleted does not count. */
gboolean gw_memory_world_equal (const GwMemoryWorld *a, const GwMemoryWorld *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwMemoryWorld, gw_memory_world_free)

G_END_DECLS
