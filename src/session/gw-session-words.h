/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that several answers of the session share. Pure; main thread (translations). */
#pragma once

#include "gw-clock.h"

G_BEGIN_DECLS

/**
 * gw_session_dup_moment: @instant in the zone of @clock, "Tue 24 Nov 2026, 08:10". (transfer full)
 */
char *gw_session_dup_moment (GwClock *clock, GwInstant instant) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
