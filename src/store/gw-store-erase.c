/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing. The scrubbing is one transaction; what follows (compacting, attachments, backups) makes
 * sure that nothing is left between the lines. A mark in the file says that it is still to be done,
 * so after a failure or a power cut it is done by erasing again or by the next opening.
 */
#include "config.h"

#include "gw-store-erase.h"

#include "gw-attachment-store.h"
#include "gw-attachment-use.h"
#include "gw-backup-private.h"
#include "gw-erase-rows.h"
#include "gw-record-builder.h"
#include "gw-store-private.h"

typedef struct
{
  GwRecordKey *keys;
  guint n_keys;
  GwId author;
  char *label;
} Erasure;

static void
erasure_free (gpointer data)
{
  Erasure *self = data;

  g_free (self->keys);
  g_free (self->label);
  g_free (self);
}

static GwCommitInfo
make_info (GwStore *self, const Erasure *erasure)
{
  return (GwCommitInfo){
    .sequence = self->sequence + 1,
    .instant = gw_clock_get_now (self->clock),
    .author = erasure->author,
    .group = gw_id_new (),
    .ends_group = TRUE,
    .role = GW_CHANGE_NOTE,
    .undone_group = GW_ID_NONE,
    .label = erasure->label,
  };
}

/* What is left, on both sides: a tombstone without content. */
static GwCommit *
make_commit (const Erasure *erasure, const GwCommitInfo *info)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (GwCommitEntry));

  for (guint i = 0; i < erasure->n_keys; i++)
    {
      g_autoptr (GwRecordBuilder) builder = gw_record_builder_new (erasure->keys[i].type);
      GwCommitEntry entry;

      gw_record_builder_set_deleted (builder, TRUE);
      entry.after = gw_record_builder_end (builder, erasure->keys[i].id);
      entry.before = gw_record_ref (entry.after);
      g_array_append_val (entries, entry);
    }
  return gw_commit_new (info, entries);
}

static gboolean
scrub (GwStore *self, const Erasure *erasure, const GwCommitInfo *info, GwStamp stamp,
       GError **error)
{
  for (guint i = 0; i < erasure->n_keys; i++)
    {
      GwTable *table = gw_store_find_table (self, erasure->keys[i].type, error);

      if (table == NULL || !gw_erase_rows_of (self->writer, table, erasure->keys[i].id,
                                              info->sequence, stamp, error))
        return FALSE;
    }
  return gw_change_log_add_commit (self->writer, info, stamp, error) &&
         gw_sql_exec (self->writer,
                      "INSERT OR REPLACE INTO gw_meta (key, value) VALUES ('erasing', 1);"
                      "INSERT INTO gw_search (gw_search) VALUES ('rebuild');"
                      "INSERT INTO gw_search (gw_search) VALUES ('optimize');"
                      "COMMIT",
                      error);
}

static gpointer
do_scrub (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  const Erasure *erasure = data;
  GwCommitInfo info = make_info (self, erasure);
  GwStamp stamp = gw_stamp_next (self->last_time, info.instant.value / 1000, self->device);

  if (!gw_sql_exec (self->writer, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!scrub (self, erasure, &info, stamp, error))
    {
      gw_sql_rollback (self->writer);
      return NULL;
    }
  self->sequence = info.sequence;
  self->last_time = gw_stamp_get_time (stamp);
  gw_change_feed_forget (self->feed, info.sequence);
  return make_commit (erasure, &info);
}

static gpointer
do_compact (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;
  gint64 is_busy = 0;

  if (!gw_sql_exec (self->writer, "VACUUM", error) ||
      !gw_sql_get_integer (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", 0, &is_busy, error))
    return NULL;
  if (is_busy)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_BUSY, "A long read is under way; erase again");
  return GINT_TO_POINTER (!is_busy);
}

/* Attachments that nothing names any more, however young: they may be the person's. */
static gboolean
remove_attachments (GwStore *self, GError **error)
{
  g_autoptr (GwAttachmentStore) attachments = gw_attachment_store_new (self->path);
  g_autoptr (GPtrArray) names = gw_attachment_store_list_sync (attachments, NULL, error);
  g_autoptr (GHashTable) used = names ? gw_attachment_use_read (self, NULL, error) : NULL;

  for (guint i = 0; used != NULL && i < names->len; i++)
    if (!g_hash_table_contains (used, names->pdata[i]) &&
        !gw_attachment_store_remove_sync (attachments, names->pdata[i], error))
      return FALSE;
  return used != NULL;
}

static gpointer
do_unmark (gpointer owner, gpointer data, GCancellable *cancellable, GError **error)
{
  GwStore *self = owner;

  return GINT_TO_POINTER (
      gw_sql_exec (self->writer, "DELETE FROM gw_meta WHERE key = 'erasing'", error));
}

static gboolean
run_on_writer (GwStore *self, GwLaneWork work, GError **error)
{
  return gw_store_run_sync (self, GW_STORE_WRITER, work, NULL, NULL, error) != NULL;
}

/* The mark goes before the new backup is made, which must not say that something is to be done. */
static gboolean
clean_up (GwStore *self, GError **error)
{
  GwBackup *backup;

  if (!run_on_writer (self, do_compact, error) || !remove_attachments (self, error) ||
      !gw_backup_expire_all (self, error) || !run_on_writer (self, do_unmark, error))
    return FALSE;
  backup = gw_backup_make_sync (self, NULL, NULL, error);
  if (backup == NULL)
    return FALSE;
  gw_backup_free (backup);
  return TRUE;
}

static gboolean
read_mark (GwStore *self, gboolean *out_is_marked, GError **error)
{
  gint64 n = 0;

  if (!gw_sql_get_integer (self->reader, "SELECT count(*) FROM gw_meta WHERE key = 'erasing'", 0,
                           &n, error))
    return FALSE;
  *out_is_marked = n > 0;
  return TRUE;
}

void
gw_store_finish_erasing (GwStore *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_marked = FALSE;

  if (!read_mark (self, &is_marked, &error) || (is_marked && !clean_up (self, &error)))
    g_debug ("What is left of an erasure stays for the next time: %s", error->message);
  /* Without the mark only the new backup failed, and backups are made anyway. */
  if (error != NULL && (!read_mark (self, &is_marked, NULL) || is_marked))
    self->unfinished_erasing = g_steal_pointer (&error);
}

const GError *
gw_store_get_unfinished_erasing (GwStore *self)
{
  g_return_val_if_fail (GW_IS_STORE (self), NULL);
  return self->unfinished_erasing;
}

GwCommit *
gw_store_erase_sync (GwStore *self, const GwRecordKey *keys, guint n_keys, GwId author,
                     const char *label, GError **error)
{
  Erasure erasure = { (GwRecordKey *) keys, n_keys, author, (char *) label };
  g_autoptr (GwCommit) commit = NULL;

  g_return_val_if_fail (GW_IS_STORE (self) && n_keys > 0, NULL);
  if (gw_store_refuse_writing (self, error))
    return NULL;
  commit = gw_store_run_sync (self, GW_STORE_WRITER, do_scrub, &erasure, NULL, error);
  if (commit == NULL || !clean_up (self, error))
    return NULL;
  return g_steal_pointer (&commit);
}

static void
erase_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Erasure *erasure = data;
  GError *error = NULL;
  GwCommit *commit = gw_store_erase_sync (source, erasure->keys, erasure->n_keys, erasure->author,
                                          erasure->label, &error);

  if (commit != NULL)
    g_task_return_pointer (task, commit, (GDestroyNotify) gw_commit_unref);
  else
    g_task_return_error (task, error);
}

void
gw_store_erase_async (GwStore *self, const GwRecordKey *keys, guint n_keys, GwId author,
                      const char *label, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Erasure *erasure = g_new (Erasure, 1);

  erasure->keys = g_memdup2 (keys, n_keys * sizeof *keys);
  erasure->n_keys = n_keys;
  erasure->author = author;
  erasure->label = g_strdup (label);
  g_task_set_task_data (task, erasure, erasure_free);
  g_task_run_in_thread (task, erase_in_thread);
}

GwCommit *
gw_store_erase_finish (GwStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
