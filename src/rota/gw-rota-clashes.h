/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What together leaves no place for a visit, looked for on a worker: in a neighbourhood that takes
 * longer than anybody should wait for a list. Main thread.
 */
#pragma once

#include "gw-pricer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GwRotaClashes: the answer.
 * @headline: what the list means, a sentence
 * @list: (element-type GwClash) empty when there is nothing to say
 */
typedef struct
{
  char *headline;
  GPtrArray *list;
} GwRotaClashes;

/** gw_rota_clashes_free: frees it. */
void gw_rota_clashes_free (GwRotaClashes *self);

/** gw_rota_clashes_async: looks for what keeps the part of @visit that nobody has from being covered. */
void gw_rota_clashes_async (GwWeekProblem *week, GwId visit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);

/** gw_rota_clashes_finish: (transfer full), or NULL when it was cancelled. */
GwRotaClashes *gw_rota_clashes_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRotaClashes, gw_rota_clashes_free)

G_END_DECLS
