/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups that make themselves while people work. Main thread. */
#pragma once

#include "gw-session.h"

G_BEGIN_DECLS

/**
 * gw_backup_keeper_start: from now on, while @session is alive, backs its file up within five minutes
 * of a change, but not more often than once an hour; also in the second place of the settings. A
 * backup that fails is told by the session's signal "failed".
 */
void gw_backup_keeper_start (GwSession *session);

G_END_DECLS
