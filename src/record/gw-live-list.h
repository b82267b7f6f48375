/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A live list: the answer of a query as a GListModel of #GwItem that follows commits. It never asks
 * the disk itself: whoever owns it (the session) hands over the first answer and then each commit.
 * Increments equal a rebuild; tests/session/test-live-list.c holds it to that over random sequences.
 * An edit that does not change a row's place notifies the item and nothing else. Main thread.
 */
#pragma once

#include "gw-commit.h"
#include "gw-item.h"
#include "gw-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** GwLiveListState: what a page should show. */
typedef enum
{
  GW_LIVE_LIST_LOADING,
  GW_LIVE_LIST_READY,
  GW_LIVE_LIST_FAILED
} GwLiveListState;

#define GW_TYPE_LIVE_LIST (gw_live_list_get_type ())

/**
 * GwLiveList: a GListModel of #GwItem. Properties "state" (int, #GwLiveListState) and "failure"
 * (string, a sentence, nullable), both notified.
 */
G_DECLARE_FINAL_TYPE (GwLiveList, gw_live_list, GW, LIVE_LIST, GObject)

/**
 * gw_live_list_new: the answer of @query, loading. @items: where items come from; it must outlive
 * the list. (transfer full)
 */
GwLiveList *gw_live_list_new (GwQuery *query, GwItemTable *items) G_GNUC_WARN_UNUSED_RESULT;

/** gw_live_list_get_query: the query. (transfer none) */
GwQuery *gw_live_list_get_query (GwLiveList *self);

/** gw_live_list_get_state: what it is. */
GwLiveListState gw_live_list_get_state (GwLiveList *self);

/** gw_live_list_get_failure: the sentence when it failed, else NULL. (transfer none) */
const char *gw_live_list_get_failure (GwLiveList *self);

/** gw_live_list_get_sequence: the commit it is up to date with. */
guint64 gw_live_list_get_sequence (GwLiveList *self);

/** gw_live_list_get_record: revision of row @position as the list is ordered by. (transfer none) */
const GwRecord *gw_live_list_get_record (GwLiveList *self, guint position);

/** gw_live_list_find: position of @id; FALSE when it is not in the list. @out_position nullable. */
gboolean gw_live_list_find (GwLiveList *self, GwId id, guint *out_position);

/**
 * gw_live_list_reset: a fresh answer, in the query's order, as of @sequence. Rows that stay keep
 * their items. Becomes ready.
 */
void gw_live_list_reset (GwLiveList *self, GPtrArray *records, guint64 sequence);

/**
 * gw_live_list_apply: follows @commit (commits up to the list's sequence are skipped). FALSE when
 * only a fresh answer can tell (a row left a list that has a limit): fetch and reset.
 */
gboolean gw_live_list_apply (GwLiveList *self, GwCommit *commit) G_GNUC_WARN_UNUSED_RESULT;

/** gw_live_list_fail: the answer did not come; @sentence says why and what to do. */
void gw_live_list_fail (GwLiveList *self, const char *sentence);

G_END_DECLS
