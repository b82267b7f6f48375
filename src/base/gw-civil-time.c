/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Civil days, minutes and the zone arithmetic between them and instants. Calendar arithmetic counts
 * from 1 March of year 0, so that the leap day is the last of its year (Richards' method).
 */

#include "config.h"

#include "gw-civil-time.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define DAYS_IN_400_YEARS 146097
#define DAYS_TO_2000 730425 /* from 0000-03-01 to 2000-01-01 */
#define DAYS_1970_TO_2000 10957
#define SECONDS_A_DAY 86400
#define MICROSECONDS G_GINT64_CONSTANT (1000000)

/* Divides towards the past, so that the day before 1970 is −1 and not 0. */
static gint64
floor_div (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static gboolean
is_leap_year (gint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static gint
count_days_in_month (gint year, gint month)
{
  static const gint8 lengths[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return lengths[month - 1] + (month == 2 && is_leap_year (year));
}

gboolean
gw_day_from_ymd (gint year, gint month, gint day_of_month, GwDay *out_day)
{
  gint march_year, march_month, day_of_year;

  g_return_val_if_fail (out_day != NULL, FALSE);
  if (year < 1600 || year > 9999 || month < 1 || month > 12 || day_of_month < 1 ||
      day_of_month > count_days_in_month (year, month))
    return FALSE;
  march_year = month > 2 ? year : year - 1;
  march_month = (month + 9) % 12;
  day_of_year = (153 * march_month + 2) / 5 + day_of_month - 1;
  out_day->value = march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 +
                   day_of_year - DAYS_TO_2000;
  return TRUE;
}

GwDay
gw_day_ymd (gint year, gint month, gint day_of_month)
{
  GwDay day = GW_DAY (0);
  gboolean exists = gw_day_from_ymd (year, month, day_of_month, &day);

  g_assert (exists);
  return day;
}

void
gw_day_get_ymd (GwDay day, gint *out_year, gint *out_month, gint *out_day_of_month)
{
  gint64 days = (gint64) day.value + DAYS_TO_2000;
  gint64 era = floor_div (days, DAYS_IN_400_YEARS);
  gint day_of_era = (gint) (days - era * DAYS_IN_400_YEARS);
  gint year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
                     365;
  gint day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint march_month = (5 * day_of_year + 2) / 153;

  if (out_year != NULL)
    *out_year = (gint) (era * 400) + year_of_era + (march_month >= 10);
  if (out_month != NULL)
    *out_month = march_month < 10 ? march_month + 3 : march_month - 9;
  if (out_day_of_month != NULL)
    *out_day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
}

GwDay
gw_day_add (GwDay day, gint n_days)
{
  return GW_DAY ((gint32) CLAMP ((gint64) day.value + n_days, G_MININT32, G_MAXINT32));
}

gint
gw_day_diff (GwDay later, GwDay earlier)
{
  return (gint) CLAMP ((gint64) later.value - earlier.value, G_MININT32, G_MAXINT32);
}

GwWeekday
gw_day_get_weekday (GwDay day)
{
  gint64 since_monday = (gint64) day.value + GW_SATURDAY;

  return (GwWeekday) (since_monday - floor_div (since_monday, 7) * 7);
}

GwDay
gw_day_get_week_start (GwDay day)
{
  return gw_day_add (day, -(gint) gw_day_get_weekday (day));
}

gint
gw_day_compare (GwDay a, GwDay b)
{
  return (a.value > b.value) - (a.value < b.value);
}

char *
gw_day_to_iso (GwDay day)
{
  gint year, month, day_of_month;

  gw_day_get_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/* Reads exactly @n_digits; −1 when they are not digits. */
static gint
read_digits (const char *text, guint n_digits)
{
  gint number = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

gboolean
gw_day_from_iso (const char *text, GwDay *out_day)
{
  g_return_val_if_fail (out_day != NULL, FALSE);
  if (text == NULL || strnlen (text, 11) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  return gw_day_from_ymd (read_digits (text, 4), read_digits (text + 5, 2),
                          read_digits (text + 8, 2), out_day);
}

char *
gw_day_format (GwDay day, const char *pattern)
{
  gint year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;
  char *text = NULL;

  gw_day_get_ymd (day, &year, &month, &day_of_month);
  if (year >= 1 && year <= 9999)
    date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  if (date != NULL)
    text = g_date_time_format (date, pattern);
  return text != NULL ? text : gw_day_to_iso (day);
}

char *
gw_minute_to_text (GwMinute minute)
{
  guint value = ABS (minute.value);
  const char *sign = minute.value < 0 ? "−" : "";
  guint day = value == GW_MINUTES_A_DAY ? 0 : value / GW_MINUTES_A_DAY;
  guint of_day = value - day * GW_MINUTES_A_DAY;

  /* Boards write hundreds of these at once. */
  if (minute.value >= 0 && of_day < 100 * 60 && day == 0)
    {
      const char text[] = { (char) ('0' + of_day / 600), (char) ('0' + of_day / 60 % 10), ':',
                            (char) ('0' + of_day % 60 / 10), (char) ('0' + of_day % 10) };
      return g_strndup (text, sizeof text);
    }
  if (day == 0)
    return g_strdup_printf ("%s%02u:%02u", sign, of_day / 60, of_day % 60);
  return g_strdup_printf ("%s%02u:%02u+%u", sign, of_day / 60, of_day % 60, day);
}

char *
gw_span_to_text (GwSpan span)
{
  gint64 value = ABS ((gint64) span.value);
  gint hours = (gint) (value / 60), minutes = (gint) (value % 60);
  g_autofree char *text = NULL;

  if (hours == 0)
    text = g_strdup_printf (_ ("%d min"), minutes);
  else if (minutes == 0)
    text = g_strdup_printf (_ ("%d h"), hours);
  else
    text = g_strdup_printf (_ ("%d h %d min"), hours, minutes);
  return span.value < 0 ? g_strconcat ("−", text, NULL) : g_steal_pointer (&text);
}

/* Seconds that the clock in @zone is ahead of UTC at @seconds since 1970. */
static gint64
get_offset (GTimeZone *zone, gint64 seconds)
{
  gint interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

GwInstant
gw_civil_to_instant (GTimeZone *zone, GwDay day, GwMinute minute)
{
  gint64 shown = ((gint64) day.value + DAYS_1970_TO_2000) * SECONDS_A_DAY + minute.value * 60;
  /* Zones do not change twice within two days, so these are the only two candidates. */
  gint64 before = get_offset (zone, shown - SECONDS_A_DAY);
  gint64 after = get_offset (zone, shown + SECONDS_A_DAY);
  gint64 seconds = shown - before;

  /* In the hour shown twice the first candidate is right too, and in the hour that is skipped it
   * counts on from the gap's start; only after a change does the second one hold. */
  if (get_offset (zone, seconds) != before && get_offset (zone, shown - after) == after)
    seconds = shown - after;
  return (GwInstant){ seconds * MICROSECONDS };
}

void
gw_civil_from_instant (GTimeZone *zone, GwInstant instant, GwDay *out_day, GwMinute *out_minute)
{
  gint64 seconds = floor_div (instant.value, MICROSECONDS);
  gint64 shown = seconds + get_offset (zone, seconds);
  gint64 days = floor_div (shown, SECONDS_A_DAY);

  if (out_day != NULL)
    out_day->value = (gint32) (days - DAYS_1970_TO_2000);
  if (out_minute != NULL)
    out_minute->value = (gint32) ((shown - days * SECONDS_A_DAY) / 60);
}

GwSpan
gw_civil_elapsed (GTimeZone *zone, GwDay day, GwMinute start, GwMinute end)
{
  gint64 from = gw_civil_to_instant (zone, day, start).value;
  gint64 to = gw_civil_to_instant (zone, day, end).value;

  return GW_SPAN ((gint32) ((to - from) / (60 * MICROSECONDS)));
}

gint
gw_civil_minutes_in_day (GTimeZone *zone, GwDay day)
{
  return gw_civil_elapsed (zone, day, GW_MINUTE (0), GW_MINUTE (GW_MINUTES_A_DAY)).value;
}

char *
gw_instant_to_iso (GwInstant instant)
{
  gint64 seconds = floor_div (instant.value, MICROSECONDS);
  gint64 days = floor_div (seconds, SECONDS_A_DAY);
  gint of_day = (gint) (seconds - days * SECONDS_A_DAY);
  gint microseconds = (gint) (instant.value - seconds * MICROSECONDS);
  g_autofree char *day = gw_day_to_iso (GW_DAY ((gint32) (days - DAYS_1970_TO_2000)));
  gint hour = of_day / 3600, minute = of_day / 60 % 60, second = of_day % 60;

  if (microseconds == 0)
    return g_strdup_printf ("%sT%02d:%02d:%02dZ", day, hour, minute, second);
  return g_strdup_printf ("%sT%02d:%02d:%02d.%06dZ", day, hour, minute, second, microseconds);
}

gboolean
gw_instant_from_iso (const char *text, GwInstant *out_instant)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (out_instant != NULL, FALSE);
  if (text == NULL || strnlen (text, 41) > 40)
    return FALSE;
  date = g_date_time_new_from_iso8601 (text, utc);
  if (date == NULL)
    return FALSE;
  out_instant->value = g_date_time_to_unix (date) * MICROSECONDS +
                       g_date_time_get_microsecond (date);
  return TRUE;
}

char *
gw_instant_format (GTimeZone *zone, GwInstant instant, const char *pattern)
{
  g_autoptr (GDateTime)
      utc = g_date_time_new_from_unix_utc (floor_div (instant.value, MICROSECONDS));
  g_autoptr (GDateTime) date = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  char *text = date != NULL ? g_date_time_format (date, pattern) : NULL;

  return text != NULL ? text : gw_instant_to_iso (instant);
}
