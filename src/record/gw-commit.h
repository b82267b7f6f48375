/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A commit: what a change did, once it is on the disk. Immutable and counted; may cross threads.
 * Numbered without gaps from 1. Inverting a commit is undo; inverting that is redo; nothing else
 * exists.
 */
#pragma once

#include "gw-change.h"

G_BEGIN_DECLS

typedef struct _GwCommit GwCommit;

/**
 * GwCommitEntry: one record a commit touched.
 * @before: NULL when it was made by the commit; a tombstone when it was deleted before
 * @after: a tombstone when the commit deleted it; never NULL
 */
typedef struct
{
  GwRecord *before;
  GwRecord *after;
} GwCommitEntry;

/** GwCommitInfo: who, when and what, lent by gw_commit_get_info(). */
typedef struct
{
  guint64 sequence;
  GwInstant instant;
  GwId author;
  GwId group;
  gboolean ends_group;
  GwChangeRole role;
  GwId undone_group;
  const char *label;
} GwCommitInfo;

/** gw_commit_new: takes @entries (array of GwCommitEntry; references move). (transfer full) */
GwCommit *gw_commit_new (const GwCommitInfo *info, GArray *entries) G_GNUC_WARN_UNUSED_RESULT;

/** gw_commit_ref: another reference. (transfer full); any thread. */
GwCommit *gw_commit_ref (GwCommit *self);

/** gw_commit_unref: gives a reference back; any thread. */
void gw_commit_unref (GwCommit *self);

/** gw_commit_get_info: who, when and what; lent. */
const GwCommitInfo *gw_commit_get_info (const GwCommit *self);

/** gw_commit_get_n_entries: how many records it touched; each appears once. */
guint gw_commit_get_n_entries (const GwCommit *self);

/** gw_commit_get_entry: entry @index; lent. */
const GwCommitEntry *gw_commit_get_entry (const GwCommit *self, guint index);

/**
 * gw_commit_invert: the change that takes @commits back: newest first, expecting what they left.
 * @label is what redo will call it. All commits of one group, oldest first. (transfer full)
 */
GwChange *gw_commit_invert (GwCommit *const *commits, guint n_commits, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwCommit, gw_commit_unref)

G_END_DECLS
