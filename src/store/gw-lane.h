/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lane: one thread with a queue. What is put in is done one after the other, in order. The writer
 * connection lives on one lane, the reader connection on another. Private to the store.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** GwLane: a thread with a queue. */
typedef struct _GwLane GwLane;

/** GwLaneWork: one piece of work, on the lane; NULL with @error set on failure. */
typedef gpointer (*GwLaneWork) (gpointer owner, gpointer data, GCancellable *cancellable,
                                GError **error);

/** gw_lane_new: starts a lane called @name (at most 15 letters). (transfer full) */
GwLane *gw_lane_new (const char *name);

/** gw_lane_free: as gw_lane_stop() that finishes the queue, then frees it. NULL is fine. */
void gw_lane_free (GwLane *self);

/**
 * gw_lane_push: does @work with the task's source object and task data; its answer is returned
 * through @task (freed with @result_free if nobody takes it). Any thread.
 */
void gw_lane_push (GwLane *self, GTask *task, GwLaneWork work, GDestroyNotify result_free);

/** gw_lane_call: does @work and waits for its answer. Any thread but the lane's own. */
gpointer gw_lane_call (GwLane *self, GwLaneWork work, gpointer owner, gpointer data,
                       GCancellable *cancellable, GError **error);

/** gw_lane_refuse: what waits and what is still to come is answered with GW_ERROR_CANCELLED. */
void gw_lane_refuse (GwLane *self);

/** gw_lane_stop: nothing more is taken; waits until what was taken is done. Twice is fine. */
void gw_lane_stop (GwLane *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwLane, gw_lane_free)

G_END_DECLS
