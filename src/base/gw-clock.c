/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's clock: the system's, or one that stands still until a test moves it. */

#include "config.h"

#include "gw-clock.h"

#include <stdatomic.h>

/* zone and is_fixed never change; fixed_now may be moved by one thread and read by others. */
struct _GwClock
{
  gatomicrefcount refs;
  GTimeZone *zone;
  gboolean is_fixed;
  _Atomic gint64 fixed_now;
};

static GwClock *
clock_new (GTimeZone *zone)
{
  GwClock *self = g_new0 (GwClock, 1);

  g_atomic_ref_count_init (&self->refs);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  return self;
}

GwClock *
gw_clock_new_system (GTimeZone *zone)
{
  return clock_new (zone);
}

GwClock *
gw_clock_new_fixed (GTimeZone *zone, GwInstant instant)
{
  GwClock *self = clock_new (zone);

  self->is_fixed = TRUE;
  atomic_store (&self->fixed_now, instant.value);
  return self;
}

GwClock *
gw_clock_ref (GwClock *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_clock_unref (GwClock *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_time_zone_unref (self->zone);
  g_free (self);
}

void
gw_clock_set (GwClock *self, GwInstant instant)
{
  g_assert (self->is_fixed);
  atomic_store (&self->fixed_now, instant.value);
}

GwInstant
gw_clock_get_now (GwClock *self)
{
  return (GwInstant){ self->is_fixed ? atomic_load (&self->fixed_now) : g_get_real_time () };
}

GTimeZone *
gw_clock_get_zone (GwClock *self)
{
  return self->zone;
}

GwDay
gw_clock_get_today (GwClock *self)
{
  GwDay day;
  GwMinute minute;

  gw_civil_from_instant (self->zone, gw_clock_get_now (self), &day, &minute);
  return day;
}

GwMinute
gw_clock_get_minute (GwClock *self)
{
  GwDay day;
  GwMinute minute;

  gw_civil_from_instant (self->zone, gw_clock_get_now (self), &day, &minute);
  return minute;
}
