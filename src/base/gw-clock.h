/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The clock the program reads, behind a face that tests can set. A #GwClock is made once by the
 * session and handed to whoever needs the time; nothing else asks the system. Any thread.
 */
#pragma once

#include "gw-civil-time.h"

G_BEGIN_DECLS

typedef struct _GwClock GwClock;

/** gw_clock_new_system: reads the system's clock in @zone (nullable: the local one). (transfer full) */
GwClock *gw_clock_new_system (GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

/** gw_clock_new_fixed: stands still at @instant until gw_clock_set(). (transfer full) */
GwClock *gw_clock_new_fixed (GTimeZone *zone, GwInstant instant) G_GNUC_WARN_UNUSED_RESULT;

/** gw_clock_ref: another reference. (transfer full) */
GwClock *gw_clock_ref (GwClock *self);

/** gw_clock_unref: gives a reference back. */
void gw_clock_unref (GwClock *self);

/** gw_clock_set: moves a fixed clock; it is a programming error on a system clock. */
void gw_clock_set (GwClock *self, GwInstant instant);

/** gw_clock_get_now: the instant now. */
GwInstant gw_clock_get_now (GwClock *self);

/** gw_clock_get_zone: the team's zone. (transfer none) */
GTimeZone *gw_clock_get_zone (GwClock *self);

/** gw_clock_get_today: the civil day now, in the clock's zone. */
GwDay gw_clock_get_today (GwClock *self);

/** gw_clock_get_minute: the minute of the day now, in the clock's zone. */
GwMinute gw_clock_get_minute (GwClock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwClock, gw_clock_unref)

G_END_DECLS
