/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Committing a change: one transaction on the writer's lane, then the feed.
 */
#include "config.h"

#include "gw-store.h"

#include "gw-applied.h"
#include "gw-change-log.h"
#include "gw-store-private.h"

typedef struct
{
  GwChange *change;
  GwId author;
} Submission;

static void
submission_free (gpointer data)
{
  Submission *self = data;

  gw_change_unref (self->change);
  g_free (self);
}

static GwCommitInfo
make_info (GwStore *self, const Submission *submission)
{
  GwChange *change = submission->change;

  return (GwCommitInfo){
    .sequence = self->sequence + 1,
    .instant = gw_clock_get_now (self->clock),
    .author = submission->author,
    .group = gw_change_get_group (change),
    .ends_group = gw_change_get_ends_group (change),
    .role = gw_change_get_role (change),
    .undone_group = gw_change_get_undone_group (change),
    .label = gw_change_get_label (change),
  };
}

static GwCommit *
make_commit (const GwApplied *applied, const GwCommitInfo *info)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (GwCommitEntry));

  for (guint i = 0; i < applied->records->len; i++)
    {
      GwAppliedRecord *record = applied->records->pdata[i];
      GwCommitEntry entry;

      if (!gw_applied_is_changed (record))
        continue;
      entry.before = g_steal_pointer (&record->before);
      entry.after = g_steal_pointer (&record->after);
      g_array_append_val (entries, entry);
    }
  return gw_commit_new (info, g_steal_pointer (&entries));
}

/* Everything between BEGIN and COMMIT. */
static gboolean
write_all (GwStore *self, GwApplied *applied, GwChange *change, const GwCommitInfo *info,
           GwStamp stamp, GError **error)
{
  if (!gw_applied_apply (applied, change, error))
    return FALSE;
  gw_applied_build (applied);
  return gw_applied_check (applied, error) &&
         gw_change_log_add_commit (self->writer, info, stamp, error) &&
         gw_applied_write (applied, info->sequence, stamp, error) &&
         gw_sql_exec (self->writer, "COMMIT", error);
}

static gpointer
submit (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Submission *submission = data;
  GwCommitInfo info = make_info (self, submission);
  GwStamp stamp = gw_stamp_next (self->last_time, info.instant.value / 1000, self->device);
  g_auto (GwApplied) applied = { 0 };
  GwCommit *commit;

  if (!gw_sql_exec (self->writer, "BEGIN IMMEDIATE", error))
    return NULL;
  gw_applied_init (&applied, self);
  if (!write_all (self, &applied, submission->change, &info, stamp, error))
    {
      gw_sql_rollback (self->writer);
      return NULL;
    }
  self->sequence = info.sequence;
  self->last_time = gw_stamp_get_time (stamp);
  commit = make_commit (&applied, &info);
  gw_change_feed_publish (self->feed, commit);
  return commit;
}

void
gw_store_submit_async (GwStore *self, GwChange *change, GwId author, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Submission *submission;

  g_return_if_fail (GW_IS_STORE (self) && change != NULL);
  if (gw_store_refuse_async (self, gw_store_submit_async, callback, user_data))
    return;
  submission = g_new (Submission, 1);
  submission->change = gw_change_ref (change);
  submission->author = author;
  gw_store_run_async (self, GW_STORE_WRITER, gw_store_submit_async, submit, submission,
                      submission_free, (GDestroyNotify) gw_commit_unref, cancellable, callback,
                      user_data);
}

GwCommit *
gw_store_submit_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  return gw_store_run_finish (self, result, gw_store_submit_async, error);
}

GwCommit *
gw_store_submit_sync (GwStore *self, GwChange *change, GwId author, GCancellable *cancellable,
                      GError **error)
{
  Submission submission = { change, author };

  g_return_val_if_fail (GW_IS_STORE (self) && change != NULL, NULL);
  if (gw_store_refuse_writing (self, error))
    return NULL;
  return gw_store_run_sync (self, GW_STORE_WRITER, submit, &submission, cancellable, error);
}
