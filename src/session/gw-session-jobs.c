/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of running jobs: a job leaves it when it is finished. */
#include "config.h"

#include "gw-session-private.h"

static void
on_job_running (GwJob *job, GParamSpec *pspec, GListStore *jobs)
{
  guint position;

  if (!gw_job_get_running (job) && g_list_store_find (jobs, job, &position))
    g_list_store_remove (jobs, position);
}

GListModel *
gw_session_get_jobs (GwSession *self)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);
  return G_LIST_MODEL (self->jobs);
}

GwJob *
gw_session_start_job (GwSession *self, const char *title)
{
  g_return_val_if_fail (GW_IS_SESSION (self), NULL);

  GwJob *job = gw_job_new (title);
  g_signal_connect_object (job, "notify::running", G_CALLBACK (on_job_running), self->jobs, 0);
  g_list_store_append (self->jobs, job);
  return job;
}
