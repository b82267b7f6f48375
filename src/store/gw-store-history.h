/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happened, from the change log: the audit view of one record, and the groups of commits, so
 * that undo works after a restart and an act that was interrupted can be offered for undo. The log
 * keeps values before; values after are found by walking back from the record as it is now, so the
 * cost grows with the later edits of the same records. Reader's lane; any thread.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/** GwHistoryKind: what happened to a record. */
typedef enum
{
  GW_HISTORY_MADE,
  GW_HISTORY_CHANGED,
  GW_HISTORY_DELETED,
  GW_HISTORY_RESTORED,
  GW_HISTORY_ERASED
} GwHistoryKind;

/**
 * GwHistoryEntry: one line of the audit view.
 * @sequence: number of the commit
 * @instant: when
 * @author: who
 * @label: what the act was called, as it was translated then; owned
 * @role: whether it was a fresh act, an undo or a redo
 * @kind: what happened
 * @field: for GW_HISTORY_CHANGED the field's index, else −1
 * @sealed: a sealed field changed; @before and @after are empty
 * @before: the value before; owned
 * @after: the value after; owned
 */
typedef struct
{
  guint64 sequence;
  GwInstant instant;
  GwId author;
  char *label;
  GwChangeRole role;
  GwHistoryKind kind;
  gint field;
  gboolean sealed;
  GwFieldValue before;
  GwFieldValue after;
} GwHistoryEntry;

/** gw_history_entry_free: frees it. */
void gw_history_entry_free (GwHistoryEntry *self);

/** gw_store_history_async: asks for the newest @limit lines (0: all) about one record. */
void gw_store_history_async (GwStore *self, const GwRecordType *type, GwId id, guint limit,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * gw_store_history_finish: (transfer full) (element-type GwHistoryEntry), newest first; or NULL.
 */
GPtrArray *gw_store_history_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_history_sync: as gw_store_history_async(), waiting. (transfer full) */
GPtrArray *gw_store_history_sync (GwStore *self, const GwRecordType *type, GwId id, guint limit,
                                  GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * GwGroupInfo: a group of commits: one act that is undone as one.
 * @group: its id
 * @label: what the act was called; owned; NULL when something it touched was erased since
 * @author: who
 * @instant: when its last commit was made
 * @role: do, undo or redo
 * @undone_group: for undo and redo, the group it takes back; else the none id
 * @first_sequence: its oldest commit
 * @last_sequence: its newest commit
 * @n_commits: how many there are
 * @finished: whether its last slice has come; an unfinished one is offered for undo
 */
typedef struct
{
  GwId group;
  char *label;
  GwId author;
  GwInstant instant;
  GwChangeRole role;
  GwId undone_group;
  guint64 first_sequence;
  guint64 last_sequence;
  guint n_commits;
  gboolean finished;
} GwGroupInfo;

/** gw_group_info_free: frees it. */
void gw_group_info_free (GwGroupInfo *self);

/**
 * gw_store_list_groups_async: asks for the newest @limit groups (1–10,000). From roles and undone
 * groups a reader rebuilds its undo and redo lists.
 */
void gw_store_list_groups_async (GwStore *self, guint limit, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_store_list_groups_finish: (transfer full) (element-type GwGroupInfo), newest first; or NULL.
 */
GPtrArray *gw_store_list_groups_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_list_groups_sync: as gw_store_list_groups_async(), waiting. (transfer full) */
GPtrArray *gw_store_list_groups_sync (GwStore *self, guint limit, GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_store_dup_group_sync: the commits of @group, rebuilt from the log, without the newest @skip of
 * them and at most @most (0: all) of what is left, the newest again. @out_n_commits (nullable) is
 * how many there are altogether. Waits; workers and tools: a group of an import is asked for part
 * by part, so that neither memory nor other readers suffer.
 * Returns: (transfer full) (element-type GwCommit), oldest first, ready for gw_commit_invert(); or
 * NULL with GW_ERROR_NOT_FOUND (no such group) or GW_ERROR_CONFLICT (it touched a record that was
 * erased since, and cannot be taken back).
 */
GPtrArray *gw_store_dup_group_sync (GwStore *self, GwId group, guint skip, guint most,
                                    guint *out_n_commits, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwHistoryEntry, gw_history_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwGroupInfo, gw_group_info_free)

G_END_DECLS
