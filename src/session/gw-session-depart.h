/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody leaves behind who is deleted, has died, moved on or left: visits that are still to
 * come. A colleague's are to cover, and her shifts are open; a person's are deleted, since nobody is
 * there to be visited. What happened stays. All is part of the same change, so that undo brings all
 * back.
 */
#pragma once

#include "gw-change.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** GwDeparture: how somebody departs. */
typedef enum
{
  GW_DEPARTURE_NONE,
  GW_DEPARTURE_DELETED,
  GW_DEPARTURE_DIED,
  GW_DEPARTURE_MOVED_ON,
  GW_DEPARTURE_LEFT
} GwDeparture;

/**
 * gw_operation_get_departure: whether and how a person or a colleague departs by @operation: it
 * deletes them, says that a person has died or moved on, or on which day a colleague left. Any
 * thread.
 */
GwDeparture gw_operation_get_departure (const GwOperation *operation);

/** gw_change_find_departure: the operation of @change by which somebody departs, or NULL; lent. Any
 * thread. */
const GwOperation *gw_change_find_departure (const GwChange *change);

/**
 * gw_session_list_left_visits_sync: the visits that are still to come of whoever departs by
 * @operation. Any thread. (transfer full) (element-type GwRecord); NULL with @error set.
 */
GPtrArray *gw_session_list_left_visits_sync (GwSession *self, const GwOperation *operation,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_list_left_shifts_sync: likewise the shifts that have not begun; of a person there are
 * none. Any thread. (transfer full) (element-type GwRecord); NULL with @error set.
 */
GPtrArray *gw_session_list_left_shifts_sync (GwSession *self, const GwOperation *operation,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_submit_departure_async: adds to @change, by which somebody departs, what becomes of their
 * visits and shifts from now on, and commits it. Main thread.
 */
void gw_session_submit_departure_async (GwSession *self, GwChange *change,
                                        GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_submit_departure_finish: whether it is done. */
gboolean gw_session_submit_departure_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
