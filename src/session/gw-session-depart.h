/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody leaves behind who is deleted, has died or moved on: visits that are still to come. A
 * colleague's are to cover, and her shifts are open; a person's are deleted, since nobody is there to
 * be visited. What happened stays. All is part of the same change, so that undo brings all back.
 */
#pragma once

#include "gw-change.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** gw_change_departs_somebody: whether @change deletes a person or a colleague, or says that a
 * person has died or moved on. Any thread. */
gboolean gw_change_departs_somebody (const GwChange *change);

/**
 * gw_session_submit_departure_async: adds to @change, by which somebody departs, what becomes of their
 * visits and shifts from today on, and commits it. Main thread.
 */
void gw_session_submit_departure_async (GwSession *self, GwChange *change,
                                        GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_submit_departure_finish: whether it is done. */
gboolean gw_session_submit_departure_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
