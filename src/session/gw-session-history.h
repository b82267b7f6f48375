/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to one record, in sentences. Main thread. */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/** gw_session_history_async: asks for the newest 500 lines about @record. */
void gw_session_history_async (GwSession *self, const GwRecord *record,
                               GAsyncReadyCallback callback, gpointer user_data);

/** gw_session_history_finish: newest first. (transfer full) (element-type GwHistoryLine) */
GPtrArray *gw_session_history_finish (GwSession *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
