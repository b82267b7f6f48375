/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading through the session: live lists, single items, one-time answers, search. Main thread,
 * except `_sync` (see gw-session.h).
 */
#pragma once

#include "gw-live-list.h"
#include "gw-session.h"

G_BEGIN_DECLS

/**
 * gw_session_watch: the live answer of @query as a GListModel of #GwItem, loading at first (see its
 * "state"). It follows every commit while it is alive, and fetches again after a gap. Items keep
 * their identity across revisions and are shared between lists. (transfer full)
 */
GwLiveList *gw_session_watch (GwSession *self, GwQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_watch_first: as gw_session_watch(), but where the answer was read with the opening (see
 * gw_session_open_reading_async()) and nobody had it yet, the list comes ready. (transfer full)
 */
GwLiveList *gw_session_watch_first (GwSession *self, GwQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_reload: asks again for the answer of a list that failed; does nothing for a list that is
 * ready.
 */
void gw_session_reload (GwSession *self, GwLiveList *list);

/**
 * gw_session_get_item: the item of @id. When its record is not known yet it is fetched, and the item
 * notifies; a record that is not there stays NULL. (transfer full)
 */
GwItem *gw_session_get_item (GwSession *self, const GwRecordType *type, GwId id)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_find_record: the newest revision of @id if some list or item holds it, without asking
 * the disk. (transfer none) (nullable)
 */
const GwRecord *gw_session_find_record (GwSession *self, GwId id);

/** gw_session_query_async: asks for the records of @query once. */
void gw_session_query_async (GwSession *self, GwQuery *query, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_query_finish: (transfer full) (element-type GwRecord) or NULL. @out_sequence (nullable):
 * the commit the answer belongs to.
 */
GPtrArray *gw_session_query_finish (GwSession *self, GAsyncResult *result, guint64 *out_sequence,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_query_sync: as gw_session_query_async(), waiting; any thread. (transfer full) */
GPtrArray *gw_session_query_sync (GwSession *self, GwQuery *query, GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_session_dup_title: see gw_record_source_dup_title(). (transfer full) */
char *gw_session_dup_title (GwSession *self, const GwRecord *record);

/**
 * gw_session_dup_label_title: what the label of a change calls @record: by name, also while names are
 * hidden, since labels are kept and names come back. (transfer full)
 */
char *gw_session_dup_label_title (GwSession *self, const GwRecord *record);

/** gw_session_veil_label: a change's @label as it may be shown now. (transfer none) */
const char *gw_session_veil_label (GwSession *self, const char *label);

/**
 * GwSearchHit: one record found.
 * @type: its type
 * @id: its id
 * @title: what lists call it; owned
 * @snippet: words around the match, which stands between U+2068 and U+2069; owned
 */
typedef struct
{
  const GwRecordType *type;
  GwId id;
  char *title;
  char *snippet;
} GwSearchHit;

/** gw_search_hit_free: frees it. */
void gw_search_hit_free (GwSearchHit *self);

/** gw_session_search_async: finds records of @type (NULL: all) that hold all words of @text. */
void gw_session_search_async (GwSession *self, const char *text, const GwRecordType *type,
                              guint limit, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/** gw_session_search_finish: best first. (transfer full) (element-type GwSearchHit); or NULL */
GPtrArray *gw_session_search_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwSearchHit, gw_search_hit_free)

G_END_DECLS
