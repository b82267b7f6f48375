/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that foresee share. Same layer only. */
#pragma once

#include "gw-session-foresee.h"

G_BEGIN_DECLS

/** gw_session_dup_name_in_words: what sentences call a person or colleague. (transfer full) */
char *gw_session_dup_name_in_words (GwSession *self, const GwRecordType *type, GwId id);

/**
 * gw_session_foresee_away: when @change writes down or moves time away, looks whether it is written
 * down already and answers @task with a #GwForesight or NULL; otherwise FALSE, and @task waits.
 */
gboolean gw_session_foresee_away (GwSession *self, GwChange *change, GTask *task);

G_END_DECLS
