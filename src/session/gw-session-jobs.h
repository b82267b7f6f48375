/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long work of the session: the jobs that are running, for the status line, and whatever starts
 * them. Every job has a name, progress and a stop. Main thread.
 */
#pragma once

#include "gw-job.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** gw_session_get_jobs: the running jobs, newest last: a GListModel of #GwJob. (transfer none) */
GListModel *gw_session_get_jobs (GwSession *self);

/** gw_session_start_job: a new job called @title in the list until gw_job_finish(). (transfer full) */
GwJob *gw_session_start_job (GwSession *self, const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
