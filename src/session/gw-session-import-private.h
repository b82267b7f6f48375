/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of importing share: copies of sources for workers, streams, the index. */
#pragma once

#include "gw-session-import.h"
#include "gw-session-private.h"

G_BEGIN_DECLS

/** GwImportErrand: what a worker of an import is given. Copies; freed with the task. */
typedef struct
{
  GwImportSource *sources;
  guint n_sources;
  GwJob *job;
  GwId author;
} GwImportErrand;

/** gw_import_errand_new: copies @sources; @job nullable. (transfer full) */
GwImportErrand *gw_import_errand_new (const GwImportSource *sources, guint n_sources, GwJob *job);

/** gw_import_errand_free: frees it. */
void gw_import_errand_free (gpointer errand);

/** gw_import_source_open: the bytes of @source; @out_n_bytes its size or 0. (transfer full) */
GInputStream *gw_import_source_open (const GwImportSource *source, guint64 *out_n_bytes,
                                     GCancellable *cancellable, GError **error);

/** gw_session_index_for_import: what rows of @sources may mean, as the team has it. (transfer full) */
GwImportIndex *gw_session_index_for_import (GwSession *self, const GwImportSource *sources,
                                            guint n_sources, GCancellable *cancellable,
                                            GError **error);

/**
 * gw_session_get_import_settings: today, the zone (lent) and the team of new records: the only one, or
 * that of @author.
 */
GwImportSettings gw_session_get_import_settings (GwSession *self, GwImportIndex *index, GwId author,
                                                 GCancellable *cancellable);

G_END_DECLS
