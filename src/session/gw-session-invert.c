/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One slice of an inverse for each commit of its act, so that the number of the slices says how far
 * it has come, also to a program that is started after the power failed.
 */
#include "config.h"

#include "gw-session-invert.h"

#include "gw-store-history.h"

#include "gw-commit.h"

/* Slices of an inverse being written. */
typedef struct
{
  GwInversion *inversion;
  GwChangeRole role;
  GwId group;   /* whose commits are taken back */
  GwId inverse; /* the act that the slices are of */
  guint n_done;
  guint n_commits;
  gboolean is_putting_back;
} Slices;

void
gw_inversion_free (GwInversion *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->store);
  g_clear_object (&self->job);
  g_free (self->label);
  g_free (self);
}

static gboolean
submit_inverse (const Slices *slices, GPtrArray *commits, gboolean last, GError **error)
{
  const GwInversion *self = slices->inversion;
  g_autoptr (GwChange)
      change = gw_commit_invert ((GwCommit *const *) commits->pdata, commits->len, self->label);
  g_autoptr (GwCommit) commit = NULL;

  gw_change_set_role (change, slices->role, slices->group);
  gw_change_set_group (change, slices->inverse, last);
  commit = gw_store_submit_sync (self->store, change, self->author, NULL, error);
  return commit != NULL;
}

static void
report (const Slices *slices)
{
  guint n = slices->is_putting_back ? slices->n_commits - slices->n_done : slices->n_done;

  if (slices->inversion->job != NULL)
    gw_job_report (slices->inversion->job, (gint) (n * 1000 / slices->n_commits), NULL);
}

static gboolean
is_stopped (const Slices *slices, GError **error)
{
  GwJob *job = slices->inversion->job;

  if (job == NULL || slices->is_putting_back ||
      !g_cancellable_is_cancelled (gw_job_get_cancellable (job)))
    return FALSE;
  g_set_error_literal (error, GW_ERROR, GW_ERROR_CANCELLED, "stopped");
  return TRUE;
}

static gboolean
write_slices (Slices *slices, GError **error)
{
  while (slices->n_done < slices->n_commits)
    {
      g_autoptr (GPtrArray) commits = NULL;

      report (slices);
      if (is_stopped (slices, error))
        return FALSE;
      commits = gw_store_dup_group_sync (slices->inversion->store, slices->group, slices->n_done, 1,
                                         NULL, NULL, error);
      if (commits == NULL ||
          !submit_inverse (slices, commits, slices->n_done + 1 == slices->n_commits, error))
        return FALSE;
      slices->n_done++;
    }
  return TRUE;
}

/* What @slices have taken back comes again: their act is an act like any other. */
static gboolean
put_back (const Slices *slices)
{
  Slices back = { .inversion = slices->inversion,
                  .role = slices->role == GW_CHANGE_UNDO ? GW_CHANGE_REDO : GW_CHANGE_UNDO,
                  .group = slices->inverse,
                  .inverse = gw_id_new (),
                  .n_commits = slices->n_done,
                  .is_putting_back = TRUE };

  return write_slices (&back, NULL);
}

/* How far an inverse that was interrupted had come. */
static gboolean
read_progress (Slices *slices, GError **error)
{
  g_autoptr (GPtrArray) newest = NULL;

  if (gw_id_is_none (slices->inversion->inverse))
    {
      slices->inverse = gw_id_new ();
      return TRUE;
    }
  slices->inverse = slices->inversion->inverse;
  newest = gw_store_dup_group_sync (slices->inversion->store, slices->inverse, 0, 1,
                                    &slices->n_done, NULL, error);
  return newest != NULL;
}

gboolean
gw_inversion_run_sync (GwInversion *self, GError **error)
{
  Slices slices = { .inversion = self, .role = self->role, .group = self->group };
  g_autoptr (GPtrArray) commits = NULL;

  self->is_partly = FALSE;
  commits = gw_store_dup_group_sync (self->store, self->group, 0, GW_SESSION_SMALL_ACT,
                                     &slices.n_commits, NULL, error);
  if (commits == NULL || !read_progress (&slices, error))
    return FALSE;
  if (slices.n_commits <= GW_SESSION_SMALL_ACT)
    return submit_inverse (&slices, commits, TRUE, error);
  g_clear_pointer (&commits, g_ptr_array_unref);
  if (write_slices (&slices, error))
    return TRUE;
  self->is_partly = slices.n_done > 0 && !put_back (&slices);
  return FALSE;
}
