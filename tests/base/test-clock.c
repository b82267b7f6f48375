/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock that stands still, and the one that does not. */

#include "config.h"

#include "gw-clock.h"

static void
test_fixed (void)
{
  g_autoptr (GTimeZone) london = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GwClock) clock = NULL;
  g_autoptr (GwClock) another = NULL;
  GwInstant instant;

  g_assert_true (gw_instant_from_iso ("2026-06-30T23:30:00Z", &instant));
  clock = gw_clock_new_fixed (london, instant);
  another = gw_clock_ref (clock);
  g_assert_cmpint (gw_clock_get_now (clock).value, ==, instant.value);
  /* It is past midnight in London already. */
  g_assert_cmpint (gw_clock_get_today (clock).value, ==, gw_day_ymd (2026, 7, 1).value);
  g_assert_cmpint (gw_clock_get_minute (clock).value, ==, 30);
  gw_clock_set (clock, gw_civil_to_instant (london, gw_day_ymd (2026, 11, 24), GW_HM (7, 10)));
  g_assert_cmpint (gw_clock_get_minute (another).value, ==, 430);
  g_assert_true (gw_clock_get_zone (clock) == london);
}

static void
test_system (void)
{
  g_autoptr (GwClock) clock = gw_clock_new_system (NULL);
  gint64 before = g_get_real_time ();
  gint64 now = gw_clock_get_now (clock).value;

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
  g_assert_nonnull (gw_clock_get_zone (clock));
}

static void
test_setting_the_system_clock_is_refused (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GwClock) clock = gw_clock_new_system (NULL);

      gw_clock_set (clock, GW_INSTANT (0));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/setting-the-system-clock-is-refused",
                   test_setting_the_system_clock_is_refused);
  return g_test_run ();
}
