/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be undone and redone, from the roles of commits alone: a fresh act goes on top and ends
 * redoing, an undo moves its act to the redo side, a redo back. The same rules read the log after a
 * restart, so undo outlives the program. Pure; not safe across threads.
 */
#pragma once

#include "gw-commit.h"

G_BEGIN_DECLS

typedef struct _GwUndoList GwUndoList;

/** gw_undo_list_new: nothing to undo. (transfer full) */
GwUndoList *gw_undo_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_undo_list_free: frees it. */
void gw_undo_list_free (GwUndoList *self);

/** gw_undo_list_clear: forgets everything. */
void gw_undo_list_clear (GwUndoList *self);

/**
 * gw_undo_list_apply: follows a commit, or @n_commits of one group of which @info is the sum. An
 * inverse in several slices counts with its last one; until then both it and what it takes back can
 * be gone on with.
 */
void gw_undo_list_apply (GwUndoList *self, const GwCommitInfo *info, guint n_commits);

/**
 * gw_undo_list_find: what is known of @group: which group has begun to take it back (the none id:
 * nothing has), and how many commits it has. FALSE when it is not in the list any more.
 */
gboolean gw_undo_list_find (GwUndoList *self, GwId group, GwId *out_inverse, guint *out_n_commits);

/** gw_undo_list_get_undo: what undo takes back; FALSE when there is nothing. Outs are nullable. */
gboolean gw_undo_list_get_undo (GwUndoList *self, GwId *out_group, const char **out_label);

/** gw_undo_list_get_redo: what redo does again; FALSE when there is nothing. */
gboolean gw_undo_list_get_redo (GwUndoList *self, GwId *out_group, const char **out_label);

/**
 * gw_undo_list_get_unfinished: an act whose last slice never came, or that was taken back in part;
 * FALSE when there is none. An act that is still going on counts too: ask at the start.
 */
gboolean gw_undo_list_get_unfinished (GwUndoList *self, GwId *out_group, const char **out_label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwUndoList, gw_undo_list_free)

G_END_DECLS
