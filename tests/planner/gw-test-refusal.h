/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of refusals share: a visit or a shift held over somebody, and what is said about it.
 */
#pragma once

#include "gw-test-week.h"

/* What holding a visit nobody has over @to at @start of day @day gets. */
static inline GwVerdict *
test_price (TestWeek *week, guint visit, guint to, gint day, gint start)
{
  g_autoptr (GwPricer) pricer = test_build_pricer (week);
  GwVisitTarget target = { test_id (visit),   to != 0 ? test_id (to) : GW_ID_NONE,
                           GW_ID_NONE,        gw_day_add (week->monday, day),
                           GW_MINUTE (start), GW_TARGET_AT };

  return gw_pricer_price_visit (pricer, &target);
}

/* What giving @shift to @to gets. */
static inline GwVerdict *
test_price_shift (TestWeek *week, guint shift, guint to)
{
  g_autoptr (GwPricer) pricer = test_build_pricer (week);

  return gw_pricer_price_shift (pricer, test_id (shift), to != 0 ? test_id (to) : GW_ID_NONE);
}

static inline void
assert_refused (GwVerdict *verdict, const char *sentence)
{
  g_assert_nonnull (verdict);
  g_assert_cmpstr (verdict->headline, ==, sentence);
  g_assert_false (verdict->is_allowed);
  g_assert_cmpint (verdict->mood, ==, GW_MOOD_REFUSED);
  gw_verdict_free (verdict);
}

static inline void
assert_allowed (GwVerdict *verdict)
{
  g_test_message ("%s", verdict->headline);
  g_assert_true (verdict->is_allowed);
  gw_verdict_free (verdict);
}

/* Marta's early on Monday, and Rose at 08:00 whom nobody has yet. */
static inline void
set_up (TestWeek *week)
{
  test_week_init_early (week);
  test_add (week, test_visit (week, VISIT, TEST_ROSE, 0, H (8)));
}
