/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a change would mean that is too large to be priced while the pointer moves: the days are read
 * again with the change in them, on a worker, and what is new in the list of clashes is the answer.
 */
#pragma once

#include "gw-change.h"
#include "gw-week-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GwRotaWhatIf: the answer.
 * @clash: the first clash that there would be and is not now, a sentence; NULL: none
 * @to_cover: how many visits more would be to cover; negative: fewer
 * @travel: how many minutes of travel more; negative: less
 * @new_faces: how many people more would meet a colleague who is new to them; negative: fewer
 */
typedef struct
{
  char *clash;
  gint to_cover;
  gint travel;
  gint new_faces;
} GwRotaWhatIf;

/** gw_rota_what_if_free: frees it. */
void gw_rota_what_if_free (GwRotaWhatIf *self);

/**
 * gw_rota_what_if_sync: what @change would mean for the days of @week; @change adds
 * records, or updates those that these days have. (transfer full), or NULL when the days could not be read then. Workers.
 */
GwRotaWhatIf *gw_rota_what_if_sync (GwWeekProblem *week, GwChange *change, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_what_if_async: the same on a worker. Main thread. */
void gw_rota_what_if_async (GwWeekProblem *week, GwChange *change, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);

/** gw_rota_what_if_finish: (transfer full), or NULL. */
GwRotaWhatIf *gw_rota_what_if_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwRotaWhatIf, gw_rota_what_if_free)

G_END_DECLS
