/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a change means for others beyond what was typed, asked before it is committed: the visits and
 * shifts that somebody leaves behind who departs. In words that suit the occasion. Main thread; the
 * reading is done on a worker.
 */
#pragma once

#include "gw-foresight.h"
#include "gw-session.h"

G_BEGIN_DECLS

/** gw_session_foresee_async: looks what @change would take along. */
void gw_session_foresee_async (GwSession *self, GwChange *change, GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * gw_session_foresee_finish: the question to ask before, and what to say after; NULL without an error
 * when there is nothing to ask, with a sentence in @error when it could not be read. (transfer full)
 */
GwForesight *gw_session_foresee_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
