/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of a colleague's working time that records can express, broken by hand-made records:
 * the planner must refuse, and say why in the words of the trade.
 */
#include "config.h"

#include "gw-test-refusal.h"

/* Amina's late on Tuesday ends at 22:00; Wednesday 07:00 leaves 9 h. */
static void
test_daily_rest (void)
{
  g_auto (TestWeek) week = { 0 };

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 1, H (15), H (22)));
  test_add (&week, test_shift (&week, SHIFT_2, 0, 2, H (7), H (14)));
  assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA),
                  "Marta can’t: only 9 h rest after Tuesday’s late");
  assert_allowed (test_price_shift (&week, SHIFT_2, TEST_AMINA));
}

/* Seven shifts in seven days, 13:00–14:00, leave 23 h each time; days in a row are allowed. */
static void
test_weekly_rest (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_run (marta, 14);
  test_add (&week, marta);
  for (gint day = 0; day < 6; day++)
    test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (13), H (14)));
  test_add (&week, test_shift (&week, SHIFT + 6, 0, 6, H (13), H (14)));
  assert_refused (test_price_shift (&week, SHIFT + 6, TEST_MARTA),
                  "Marta can’t: no 35 h free in one piece would be left");
}

/* A shift over six hours so full that no 20 minutes are left away from its ends. */
static void
test_break (void)
{
  g_auto (TestWeek) week = { 0 };

  test_week_init_early (&week);
  for (gint i = 0; i < 13; i++)
    {
      GwDraft *visit = test_visit (&week, VISIT + (guint) i, TEST_ROSE, 0, H (7) + 30 * i);
      gw_visit_set_tolerance (visit, GW_SPAN (0));
      test_give (visit, TEST_MARTA, H (7) + 30 * i);
      if (i == 6)
        gw_visit_set_colleagues (visit, (GwIds){ NULL, 0 });
      test_add (&week, visit);
    }
  assert_refused (test_price (&week, VISIT + 6, TEST_MARTA, 0, H (10)),
                  "Marta can’t: no room would be left for the 20 min break");
}

/* 48 hours a week: six shifts of eight hours are all there is. */
static void
test_weekly_hours (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_week (marta, GW_SPAN (H (30)));
  test_add (&week, marta);
  for (gint day = 0; day < 4; day++)
    test_add (&week, test_shift (&week, SHIFT + (guint) day, TEST_MARTA, day, H (8), H (15)));
  test_add (&week, test_shift (&week, SHIFT + 4, 0, 4, H (8), H (15)));
  assert_refused (test_price_shift (&week, SHIFT + 4, TEST_MARTA),
                  "Marta can’t: 5 h more than 30 h in the week");
}

static void
test_weekly_hours_opted_out (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA), *amina = test_colleague (TEST_AMINA);

  test_week_init (&week);
  gw_colleague_set_opted_out (amina, TRUE);
  test_add (&week, marta);
  test_add (&week, amina);
  for (gint day = 0; day < 5; day++)
    {
      test_add (&week, test_shift (&week, 31 + (guint) day, TEST_MARTA, day, H (8), H (17)));
      test_add (&week, test_shift (&week, 41 + (guint) day, TEST_AMINA, day, H (8), H (17)));
    }
  test_add (&week, test_shift (&week, 51, 0, 5, H (8), H (12)));
  assert_refused (test_price_shift (&week, 51, TEST_MARTA),
                  "Marta can’t: 1 h more than 48 h in the week");
  assert_allowed (test_price_shift (&week, 51, TEST_AMINA));
}

/* Marta has agreed to long weeks; sixteen of them are behind her. */
static void
add_long_weeks (TestWeek *week, guint n_weeks, gint start, gint end)
{
  for (guint i = 0; i < n_weeks * 5; i++)
    test_add (week, test_shift (week, 2000 + i, TEST_MARTA,
                                -7 * (gint) (1 + i / 5) + (gint) (i % 5), start, end));
}

/* Four days that are Marta's, and an open one after them. */
static void
add_days (TestWeek *week, gint start, gint end)
{
  for (gint day = 0; day < 4; day++)
    test_add (week, test_shift (week, SHIFT + (guint) day, TEST_MARTA, day, start, end));
  test_add (week, test_shift (week, SHIFT + 4, 0, 4, start, end));
}

static void
check_average (gboolean opted_out, gint start, gint end, const char *sentence)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_week (marta, GW_SPAN (H (60)));
  gw_colleague_set_greatest_shift (marta, GW_SPAN (H (12)));
  gw_colleague_set_opted_out (marta, opted_out);
  test_add (&week, marta);
  add_long_weeks (&week, 16, start, end);
  add_days (&week, start, end);
  if (sentence != NULL)
    assert_refused (test_price_shift (&week, SHIFT + 4, TEST_MARTA), sentence);
  else
    assert_allowed (test_price_shift (&week, SHIFT + 4, TEST_MARTA));
}

/* A day of 9 h 42 min, five times in seventeen weeks. */
#define LONG_DAY (9 * 60 + 42)

/* The last day of them is eight hours and a half too many. */
static void
test_average_hours (void)
{
  check_average (FALSE, H (8), H (8) + LONG_DAY,
                 "Marta can’t: 8 h 30 min more than 48 h a week over 17 weeks");
  check_average (FALSE, H (8), H (17), NULL);
  check_average (TRUE, H (8), H (8) + LONG_DAY, NULL);
}

/* Nobody who works nights can opt out. */
static void
test_night_hours (void)
{
  check_average (TRUE, H (21), H (21) + LONG_DAY,
                 "Marta works nights and can’t: 8 h 30 min more than 48 h a week over 17 weeks");
}

/* Weeks that nobody wrote down were as agreed; before she joined there were none. */
static void
test_average_since (void)
{
  for (gint joined = 0; joined <= 1; joined++)
    {
      g_auto (TestWeek) week = { 0 };
      GwDraft *marta = test_colleague (TEST_MARTA);

      test_week_init (&week);
      gw_colleague_set_greatest_week (marta, GW_SPAN (H (60)));
      gw_colleague_set_greatest_shift (marta, GW_SPAN (H (12)));
      if (joined)
        gw_colleague_set_started (marta, gw_day_add (week.monday, -14));
      test_add (&week, marta);
      add_long_weeks (&week, 2, H (8), H (8) + LONG_DAY);
      add_days (&week, H (8), H (8) + LONG_DAY);
      if (joined)
        assert_refused (test_price_shift (&week, SHIFT + 4, TEST_MARTA),
                        "Marta can’t: 1 h 30 min more than 48 h a week over 3 weeks");
      else
        assert_allowed (test_price_shift (&week, SHIFT + 4, TEST_MARTA));
    }
}

/* Sunday's early at 08:00 leaves ten hours after Saturday's late; the night on which clocks are put
 * back leaves eleven, and the one on which they are put forward nine. */
static void
check_clock_change (const char *identifier, gint year, gint month, gint day, const char *sentence)
{
  g_autoptr (GTimeZone) zone = identifier != NULL ? g_time_zone_new_identifier (identifier) : NULL;
  g_auto (TestWeek) week = { 0 };

  test_week_init (&week);
  gw_planner_input_unref (week.input);
  g_assert_true (gw_day_from_ymd (year, month, day, &week.monday));
  week.input = gw_planner_input_new (week.monday, 7);
  gw_planner_input_set_zone (week.input, zone);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, TEST_MARTA, 5, H (15), H (22)));
  test_add (&week, test_shift (&week, SHIFT_2, 0, 6, H (8), H (14)));
  if (sentence != NULL)
    assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA), sentence);
  else
    assert_allowed (test_price_shift (&week, SHIFT_2, TEST_MARTA));
}

static void
test_clock_change (void)
{
  check_clock_change (NULL, 2026, 11, 16, "Marta can’t: only 10 h rest after Saturday’s late");
  check_clock_change (NULL, 2026, 10, 19, NULL);
  check_clock_change (NULL, 2027, 3, 22, "Marta can’t: only 9 h rest after Saturday’s late");
  /* The team's own clock counts, not that of the machine: New York changes a week later. */
  check_clock_change ("America/New_York", 2026, 10, 19,
                      "Marta can’t: only 10 h rest after Saturday’s late");
  check_clock_change ("America/New_York", 2026, 10, 26, NULL);
}

/* At 17, nine hours in a day are too many whatever was agreed; so is a rest under 12 h. */
static void
test_under_18 (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA);
  GwDay born;

  test_week_init (&week);
  g_assert_true (gw_day_from_ymd (2009, 6, 1, &born));
  gw_colleague_set_born (marta, born);
  test_add (&week, marta);
  test_add (&week, test_shift (&week, SHIFT, 0, 0, H (8), H (17)));
  test_add (&week, test_shift (&week, SHIFT_2, TEST_MARTA, 2, H (13), H (20)));
  test_add (&week, test_shift (&week, SHIFT_3, 0, 3, H (7) + 30, H (14)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: 1 h more than the longest day of 8 h");
  assert_refused (test_price_shift (&week, SHIFT_3, TEST_MARTA),
                  "Marta can’t: only 11 h 30 min rest after Wednesday’s shift");
}

/* One start and one end a day. */
static void
test_one_span (void)
{
  g_auto (TestWeek) week = { 0 };

  set_up (&week);
  test_add (&week, test_shift (&week, SHIFT_2, 0, 0, H (17), H (19)));
  assert_refused (test_price_shift (&week, SHIFT_2, TEST_MARTA),
                  "Marta can’t: that would be two separate shifts in one day");
}

/* A seventh day, with the days before the week counted. */
static void
test_days_in_a_row (void)
{
  g_auto (TestWeek) week = { 0 };
  GwDraft *marta = test_colleague (TEST_MARTA);

  test_week_init (&week);
  gw_colleague_set_greatest_week (marta, GW_SPAN (H (60)));
  test_add (&week, marta);
  for (gint day = -3; day < 3; day++)
    test_add (&week, test_shift (&week, 40 + (guint) (day + 3), TEST_MARTA, day, H (8), H (13)));
  test_add (&week, test_shift (&week, SHIFT, 0, 3, H (8), H (13)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: that would be 7 days in a row");
}

/* Nine hours are the longest shift unless somebody said otherwise. */
static void
test_longest_shift (void)
{
  g_auto (TestWeek) week = { 0 };

  test_week_init (&week);
  test_add_everybody (&week);
  test_add (&week, test_shift (&week, SHIFT, 0, 0, H (8), H (18)));
  assert_refused (test_price_shift (&week, SHIFT, TEST_MARTA),
                  "Marta can’t: 1 h more than the longest day of 9 h");
}

int
main (int argc, char *argv[])
{
  /* Clocks are changed where the office is. */
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/refusal/daily-rest", test_daily_rest);
  g_test_add_func ("/planner/refusal/weekly-rest", test_weekly_rest);
  g_test_add_func ("/planner/refusal/break", test_break);
  g_test_add_func ("/planner/refusal/weekly-hours", test_weekly_hours);
  g_test_add_func ("/planner/refusal/weekly-hours-opted-out", test_weekly_hours_opted_out);
  g_test_add_func ("/planner/refusal/average-hours", test_average_hours);
  g_test_add_func ("/planner/refusal/average-since", test_average_since);
  g_test_add_func ("/planner/refusal/night-hours", test_night_hours);
  g_test_add_func ("/planner/refusal/clock-change", test_clock_change);
  g_test_add_func ("/planner/refusal/under-18", test_under_18);
  g_test_add_func ("/planner/refusal/one-span", test_one_span);
  g_test_add_func ("/planner/refusal/days-in-a-row", test_days_in_a_row);
  g_test_add_func ("/planner/refusal/longest-shift", test_longest_shift);
  return g_test_run ();
}
