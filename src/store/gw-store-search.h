/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Full-text search over every field marked searchable, of every type: one index, words by prefix,
 * case and accents aside ("jose" finds "José"). Sealed fields and deleted records are never in the
 * index, nor are types that are sealed until revealed. Runs on the reader's lane; any thread.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/**
 * GwSearchResult: one record found.
 * @type: its type
 * @id: its id
 * @title: what lists call it; owned
 * @snippet: words around the match, with the match between U+2068 and U+2069; owned
 */
typedef struct
{
  const GwRecordType *type;
  GwId id;
  char *title;
  char *snippet;
} GwSearchResult;

/** gw_search_result_free: frees it. */
void gw_search_result_free (GwSearchResult *self);

/**
 * gw_store_search_async: finds the records that hold all words of @text, the last ones unfinished
 * allowed; best first, at most @limit (1–1000). @type: only of this type; NULL for all. Text
 * without a word finds nothing; no text is an error.
 */
void gw_store_search_async (GwStore *self, const char *text, const GwRecordType *type, guint limit,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);

/** gw_store_search_finish: (transfer full) (element-type GwSearchResult), or NULL with an error. */
GPtrArray *gw_store_search_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_search_sync: as gw_store_search_async(), waiting. (transfer full) */
GPtrArray *gw_store_search_sync (GwStore *self, const char *text, const GwRecordType *type,
                                 guint limit, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwSearchResult, gw_search_result_free)

G_END_DECLS
