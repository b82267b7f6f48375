/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing somebody's data for good: their record and every record that is about them, from the team
 * file, its change log, its attachments and its backups beside it. It cannot be undone: say so
 * before, and say also what it cannot reach (backups in a second place, whole-team files, files set
 * aside by a restore, what is printed). Main thread; work is done on workers.
 */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/**
 * gw_session_list_about_async: asks what erasing @id, a record of @type, would take along, for the
 * question before.
 */
void gw_session_list_about_async (GwSession *self, const GwRecordType *type, GwId id,
                                  GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_list_about_finish: the record itself first, then those about it by type, deleted ones
 * included. (transfer full) (element-type GwRecord); NULL with a sentence in @error.
 */
GPtrArray *gw_session_list_about_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_erase_async: erases @id, a record of @type, and all that is about it, in the name of
 * who uses the laptop. What is left says who erased and when, and nothing of what. Other records
 * stop mentioning it from today on, and when it is who uses the laptop, nobody is. Lists and items
 * have let go of it when the answer comes. A job tells how far it is. Cost: the whole file is
 * written anew.
 */
void gw_session_erase_async (GwSession *self, const GwRecordType *type, GwId id,
                             GAsyncReadyCallback callback, gpointer user_data);

/**
 * gw_session_erase_finish: FALSE with a sentence in @error. It may then be half done: the records
 * are empty but traces are left in the file or in backups; erasing the same @id again finishes it.
 */
gboolean gw_session_erase_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_session_get_unfinished_erasing: a sentence when the opening could not finish an erasure that
 * had been stopped: why, and that the next start tries again; otherwise NULL. (transfer none)
 */
const char *gw_session_get_unfinished_erasing (GwSession *self);

G_END_DECLS
