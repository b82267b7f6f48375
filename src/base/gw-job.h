/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A job: long work with a name, progress and a stop. Workers write progress from any thread;
 * the main thread reads it and is told by "notify" on the main context, at most once a frame.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GW_TYPE_JOB (gw_job_get_type ())

/**
 * GwJob: properties "title" (string), "detail" (string, nullable), "permille" (int, 0–1000 or −1
 * when unknown), "running" (boolean).
 */
G_DECLARE_FINAL_TYPE (GwJob, gw_job, GW, JOB, GObject)

/** gw_job_new: a running job called @title (translated). (transfer full); main thread. */
GwJob *gw_job_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/** gw_job_get_title: (transfer none) */
const char *gw_job_get_title (GwJob *self);

/** gw_job_dup_detail: what it is doing now, translated; nullable. (transfer full); any thread. */
char *gw_job_dup_detail (GwJob *self) G_GNUC_WARN_UNUSED_RESULT;

/** gw_job_get_permille: 0–1000, or −1 when unknown; any thread. */
gint gw_job_get_permille (GwJob *self);

/** gw_job_get_running: whether it has not finished; main thread. */
gboolean gw_job_get_running (GwJob *self);

/** gw_job_get_cancellable: cancelled by gw_job_stop(). (transfer none); any thread. */
GCancellable *gw_job_get_cancellable (GwJob *self);

/** gw_job_report: from the worker: how far it is and, unless NULL, what it does; any thread. */
void gw_job_report (GwJob *self, gint permille, const char *detail);

/** gw_job_stop: asks it to stop; returns at once; any thread. */
void gw_job_stop (GwJob *self);

/** gw_job_finish: marks it as done; main thread. */
void gw_job_finish (GwJob *self);

G_END_DECLS
