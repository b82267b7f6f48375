/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days against GLib's calendar, and the nights the clocks change in London. */

#include "config.h"

#include "gw-civil-time.h"

#define N_RANDOM 200000

typedef struct
{
  GTimeZone *london;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->london = g_time_zone_new_identifier ("Europe/London");
  g_assert_nonnull (fixture->london);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_time_zone_unref (fixture->london);
}

static void
test_known_days (void)
{
  gint year, month, day_of_month;
  GwDay day;

  g_assert_cmpint (gw_day_ymd (2000, 1, 1).value, ==, 0);
  g_assert_cmpint (gw_day_ymd (1999, 12, 31).value, ==, -1);
  g_assert_cmpint (gw_day_ymd (1970, 1, 1).value, ==, -10957);
  g_assert_cmpint (gw_day_get_weekday (gw_day_ymd (2000, 1, 1)), ==, GW_SATURDAY);
  g_assert_cmpint (gw_day_get_weekday (gw_day_ymd (2026, 11, 24)), ==, GW_TUESDAY);
  g_assert_cmpint (gw_day_get_weekday (gw_day_ymd (1600, 1, 1)), ==, GW_SATURDAY);
  gw_day_get_ymd (GW_DAY (59), &year, &month, &day_of_month);
  g_assert_cmpint (year * 10000 + month * 100 + day_of_month, ==, 20000229);
  gw_day_get_ymd (GW_DAY (59), NULL, NULL, NULL);

  g_assert_false (gw_day_from_ymd (1900, 2, 29, &day));
  g_assert_true (gw_day_from_ymd (2000, 2, 29, &day));
  g_assert_false (gw_day_from_ymd (2026, 4, 31, &day));
  g_assert_false (gw_day_from_ymd (2026, 0, 1, &day));
  g_assert_false (gw_day_from_ymd (2026, 13, 1, &day));
  g_assert_false (gw_day_from_ymd (2026, 1, 0, &day));
  g_assert_false (gw_day_from_ymd (1599, 12, 31, &day));
  g_assert_false (gw_day_from_ymd (10000, 1, 1, &day));
}

/* Compares one day with GLib's calendar in everything. */
static void
check_against_glib (GwDay day)
{
  GDate date;
  gint year, month, day_of_month;
  GwDay again;
  g_autofree char *iso = gw_day_to_iso (day);

  /* 2000-01-01 is day 730120 of GLib's calendar. */
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day.value + 730120));
  gw_day_get_ymd (day, &year, &month, &day_of_month);
  g_assert_cmpint (year, ==, g_date_get_year (&date));
  g_assert_cmpint (month, ==, g_date_get_month (&date));
  g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
  g_assert_cmpint (gw_day_get_weekday (day) + 1, ==, g_date_get_weekday (&date));
  g_assert_true (gw_day_from_ymd (year, month, day_of_month, &again));
  g_assert_cmpint (again.value, ==, day.value);
  g_assert_true (gw_day_from_iso (iso, &again));
  g_assert_cmpint (again.value, ==, day.value);
  g_assert_cmpint (gw_day_get_weekday (gw_day_get_week_start (day)), ==, GW_MONDAY);
  g_assert_cmpint (gw_day_diff (day, gw_day_get_week_start (day)), ==, gw_day_get_weekday (day));
}

static void
test_random_days (void)
{
  gint32 first = gw_day_ymd (1600, 1, 1).value, last = gw_day_ymd (9999, 12, 31).value;

  check_against_glib (GW_DAY (first));
  check_against_glib (GW_DAY (last));
  for (guint i = 0; i < N_RANDOM; i++)
    check_against_glib (GW_DAY (g_test_rand_int_range (first, last + 1)));
  for (gint32 day = gw_day_ymd (1999, 1, 1).value; day < gw_day_ymd (2031, 1, 1).value; day++)
    check_against_glib (GW_DAY (day));
}

static void
test_far_days (void)
{
  gint year;

  /* Days beyond the calendar must not break anything, only be refused by who reads them. */
  gw_day_get_ymd (GW_DAY (G_MAXINT32), &year, NULL, NULL);
  g_assert_cmpint (year, >, 5000000);
  gw_day_get_ymd (GW_DAY (G_MININT32), &year, NULL, NULL);
  g_assert_cmpint (year, <, -5000000);
  g_assert_cmpint (gw_day_add (GW_DAY (G_MAXINT32), 1).value, ==, G_MAXINT32);
  g_assert_cmpint (gw_day_diff (GW_DAY (G_MAXINT32), GW_DAY (G_MININT32)), ==, G_MAXINT32);
  g_assert_cmpint (gw_day_get_weekday (GW_DAY (G_MININT32)), <=, GW_SUNDAY);
  g_free (gw_day_format (GW_DAY (G_MININT32), "%A"));
}

static void
test_iso (void)
{
  static const char *const wrong[] = { "",           "2026-11-2",  "2026-11-244", "2026/11/24",
                                       "20261124",   "2026-02-30", "2026-11-24 ", " 2026-11-24",
                                       "2026-1a-24", "-026-11-24", "+026-11-24",  "2026-11--4",
                                       "٢٠٢٦-11-24", "2026-11-24T" };
  GwDay day;
  g_autofree char *iso = gw_day_to_iso (gw_day_ymd (2026, 1, 4));

  g_assert_cmpstr (iso, ==, "2026-01-04");
  g_assert_true (gw_day_from_iso ("2026-11-24", &day));
  g_assert_cmpint (day.value, ==, gw_day_ymd (2026, 11, 24).value);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (gw_day_from_iso (wrong[i], &day));
  g_assert_false (gw_day_from_iso (NULL, &day));
}

static void
check_minute_text (gint minute, const char *expected)
{
  g_autofree char *text = gw_minute_to_text (GW_MINUTE (minute));

  g_assert_cmpstr (text, ==, expected);
}

static void
check_span_text (gint span, const char *expected)
{
  g_autofree char *text = gw_span_to_text (GW_SPAN (span));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_autofree char *day = gw_day_format (gw_day_ymd (2026, 11, 24), "%A %-d %B");

  g_assert_cmpstr (day, ==, "Tuesday 24 November");
  check_minute_text (0, "00:00");
  check_minute_text (485, "08:05");
  check_minute_text (1439, "23:59");
  check_minute_text (1440, "24:00");
  check_minute_text (1470, "00:30+1");
  check_minute_text (2880, "00:00+2");
  check_span_text (0, "0 min");
  check_span_text (35, "35 min");
  check_span_text (420, "7 h");
  check_span_text (450, "7 h 30 min");
  check_span_text (-90, "−1 h 30 min");
  check_span_text (G_MININT32, "−35791394 h 8 min");
}

static void
test_clocks_forward (Fixture *fixture, gconstpointer data)
{
  GwDay sunday = gw_day_ymd (2026, 3, 29), saturday = gw_day_ymd (2026, 3, 28);
  GwInstant gap = gw_civil_to_instant (fixture->london, sunday, GW_HM (1, 30));
  g_autofree char *iso = gw_instant_to_iso (gap);
  GwDay day;
  GwMinute minute;

  g_assert_cmpint (gw_civil_minutes_in_day (fixture->london, sunday), ==, 1380);
  g_assert_cmpint (gw_civil_minutes_in_day (fixture->london, saturday), ==, 1440);
  /* A night of nine hours on the wall has eight. */
  g_assert_cmpint (gw_civil_elapsed (fixture->london, saturday, GW_HM (22, 0), GW_HM (31, 0)).value,
                   ==, 480);
  /* 01:30 does not exist: half an hour after the gap's start the wall shows 02:30. */
  g_assert_cmpstr (iso, ==, "2026-03-29T01:30:00Z");
  gw_civil_from_instant (fixture->london, gap, &day, &minute);
  g_assert_cmpint (day.value, ==, sunday.value);
  g_assert_cmpint (minute.value, ==, 150);
  g_assert_cmpint (gw_civil_elapsed (fixture->london, sunday, GW_HM (0, 59), GW_HM (2, 0)).value,
                   ==, 1);
}

static void
test_clocks_back (Fixture *fixture, gconstpointer data)
{
  GwDay sunday = gw_day_ymd (2026, 10, 25), saturday = gw_day_ymd (2026, 10, 24);
  g_autofree char *first = gw_instant_to_iso (
      gw_civil_to_instant (fixture->london, sunday, GW_HM (1, 30)));
  g_autofree char *after = gw_instant_to_iso (
      gw_civil_to_instant (fixture->london, sunday, GW_HM (2, 0)));
  GwInstant second;
  GwDay day;
  GwMinute minute;

  g_assert_cmpint (gw_civil_minutes_in_day (fixture->london, sunday), ==, 1500);
  g_assert_cmpint (gw_civil_elapsed (fixture->london, saturday, GW_HM (22, 0), GW_HM (31, 0)).value,
                   ==, 600);
  /* 01:30 exists twice: the first, still in summer time, is taken. */
  g_assert_cmpstr (first, ==, "2026-10-25T00:30:00Z");
  g_assert_cmpstr (after, ==, "2026-10-25T02:00:00Z");
  g_assert_true (gw_instant_from_iso ("2026-10-25T01:30:00Z", &second));
  gw_civil_from_instant (fixture->london, second, &day, &minute);
  g_assert_cmpint (minute.value, ==, 90);
}

/* Every quarter of an hour of five years goes to an instant and back, but for the hour that does not
 * exist, and time never runs backwards. */
static void
test_every_quarter_hour (Fixture *fixture, gconstpointer data)
{
  guint n_shifted = 0;

  for (GwDay day = gw_day_ymd (2024, 1, 1); day.value < gw_day_ymd (2029, 1, 1).value; day.value++)
    for (gint minute = 0; minute < 1440; minute += 15)
      {
        GwInstant instant = gw_civil_to_instant (fixture->london, day, GW_MINUTE (minute));
        GwDay day_again;
        GwMinute minute_again;

        gw_civil_from_instant (fixture->london, instant, &day_again, &minute_again);
        g_assert_cmpint (day_again.value, ==, day.value);
        if (minute_again.value != minute)
          {
            g_assert_cmpint (minute_again.value, ==, minute + 60);
            n_shifted++;
          }
      }
  g_assert_cmpint (n_shifted, ==, 5 * 4);
}

static void
test_past_midnight (Fixture *fixture, gconstpointer data)
{
  GwDay day = gw_day_ymd (2026, 6, 1);

  g_assert_cmpint (gw_civil_to_instant (fixture->london, day, GW_HM (25, 30)).value, ==,
                   gw_civil_to_instant (fixture->london, gw_day_add (day, 1), GW_HM (1, 30)).value);
}

static void
check_zone (const char *identifier, GwDay day, gint minutes)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (identifier);

  if (zone != NULL)
    g_assert_cmpint (gw_civil_minutes_in_day (zone, day), ==, minutes);
}

static void
test_other_zones (void)
{
  check_zone ("UTC", gw_day_ymd (2026, 3, 29), 1440);
  check_zone ("Europe/Warsaw", gw_day_ymd (2026, 3, 29), 1380);
  check_zone ("America/New_York", gw_day_ymd (2026, 11, 1), 1500);
  /* Half an hour of summer time. */
  check_zone ("Australia/Lord_Howe", gw_day_ymd (2026, 4, 5), 1470);
  /* The clocks change at midnight. */
  check_zone ("Asia/Beirut", gw_day_ymd (2026, 3, 29), 1380);
}

static void
test_instants (void)
{
  static const char *const wrong[] = {
    "", "2026-11-24", "soon", "2026-11-24T25:00:00Z",
    "2026-11-24T07:30:00.1234567890123456789012345678901234567Z"
  };
  GwInstant instant;
  g_autofree char *before = gw_instant_to_iso (GW_INSTANT (-1));

  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59.999999Z");
  g_assert_true (gw_instant_from_iso ("2026-11-24T08:30:00+01:00", &instant));
  g_assert_cmpint (instant.value, ==, G_GINT64_CONSTANT (1795505400000000));
  g_assert_true (gw_instant_from_iso ("2026-11-24T07:30:00", &instant));
  g_assert_cmpint (instant.value, ==, G_GINT64_CONSTANT (1795505400000000));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (gw_instant_from_iso (wrong[i], &instant));
  for (guint i = 0; i < 10000; i++)
    {
      GwInstant any = { (gint64) (g_test_rand_double_range (-2e15, 4e15)) };
      g_autofree char *iso = gw_instant_to_iso (any);

      g_assert_true (gw_instant_from_iso (iso, &instant));
      g_assert_cmpint (instant.value, ==, any.value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil-time/known-days", test_known_days);
  g_test_add_func ("/civil-time/random-days", test_random_days);
  g_test_add_func ("/civil-time/far-days", test_far_days);
  g_test_add_func ("/civil-time/iso", test_iso);
  g_test_add_func ("/civil-time/words", test_words);
  g_test_add ("/civil-time/clocks-forward", Fixture, NULL, set_up, test_clocks_forward, tear_down);
  g_test_add ("/civil-time/clocks-back", Fixture, NULL, set_up, test_clocks_back, tear_down);
  g_test_add ("/civil-time/every-quarter-hour", Fixture, NULL, set_up, test_every_quarter_hour,
              tear_down);
  g_test_add ("/civil-time/past-midnight", Fixture, NULL, set_up, test_past_midnight, tear_down);
  g_test_add_func ("/civil-time/other-zones", test_other_zones);
  g_test_add_func ("/civil-time/instants", test_instants);
  return g_test_run ();
}
