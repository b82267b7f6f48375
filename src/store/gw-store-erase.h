/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing a person's data. The caller lists the records that are about the person;
 * the store scrubs their rows, their part of the change log and the labels of the commits that
 * touched them, their drafts and the attachments only they name, rebuilds the full-text index,
 * compacts the file, empties the write-ahead log, removes every backup beside the file that could
 * still hold the data, and makes a new one. What is left is a tombstone without content and one
 * commit that says who erased and when. It cannot be undone. Copies in a second place, whole-team
 * files and files set aside by a restore are the caller's to name to the user.
 */
#pragma once

#include "gw-store.h"

G_BEGIN_DECLS

/** GwRecordKey: names one record. */
typedef struct
{
  const GwRecordType *type;
  GwId id;
} GwRecordKey;

/**
 * gw_store_erase_sync: erases @keys in the name of @author. @label says what was done without a
 * name ("Erase a person's data"). Returns the commit, (transfer full), whose entries have no
 * content; or NULL with an error: GW_ERROR_NOT_FOUND when a record is not there and nothing was
 * changed; GW_ERROR_DISK_FULL or GW_ERROR_IO may also come after the scrubbing, when compacting
 * failed: erase again when there is space. Workers only. Cost: the whole file is rewritten.
 */
GwCommit *gw_store_erase_sync (GwStore *self, const GwRecordKey *keys, guint n_keys, GwId author,
                               const char *label, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_store_erase_async: as gw_store_erase_sync(), on a worker. @keys are copied. */
void gw_store_erase_async (GwStore *self, const GwRecordKey *keys, guint n_keys, GwId author,
                           const char *label, GAsyncReadyCallback callback, gpointer user_data);

/** gw_store_erase_finish: as gw_store_erase_sync(). (transfer full) */
GwCommit *gw_store_erase_finish (GwStore *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_store_get_unfinished_erasing: why the opening could not finish an erasure that a failure or a
 * power cut had stopped, so that traces may be left; the next opening tries again. NULL: nothing is
 * left to do. (transfer none)
 */
const GError *gw_store_get_unfinished_erasing (GwStore *self);

G_END_DECLS
