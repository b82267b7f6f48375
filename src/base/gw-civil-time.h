/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Civil time. A rota is written in civil days and in minutes after local midnight, because that is
 * how people agree times; it is paid by elapsed time. The two differ on the nights the clocks
 * change. This is the only file that knows zones: it takes the zone as an argument, and everything
 * else works in the one-field types below, which the compiler keeps apart.
 *
 * All functions are pure and may be called on any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GwDay: a civil date, as days since 2000-01-01 (a Saturday). It has no zone. */
typedef struct
{
  gint32 value;
} GwDay;

/**
 * GwMinute: minutes after local midnight of a #GwDay, as the clock on the wall shows them.
 * May exceed 1440 when a shift runs past midnight; is never negative.
 */
typedef struct
{
  gint32 value;
} GwMinute;

/** GwSpan: elapsed minutes. May be negative when it is a difference. */
typedef struct
{
  gint32 value;
} GwSpan;

/** GwInstant: microseconds since 1970-01-01T00:00Z. Only for audit, clocks and exchange formats. */
typedef struct
{
  gint64 value;
} GwInstant;

/** GwMoney: minor units (pence). */
typedef struct
{
  gint64 value;
} GwMoney;

/** GwWeekday: ISO order, Monday is 0. */
typedef enum
{
  GW_MONDAY,
  GW_TUESDAY,
  GW_WEDNESDAY,
  GW_THURSDAY,
  GW_FRIDAY,
  GW_SATURDAY,
  GW_SUNDAY
} GwWeekday;

#define GW_DAY(n) ((GwDay){ (n) })
#define GW_MINUTE(n) ((GwMinute){ (n) })
#define GW_HM(hours, minutes) ((GwMinute){ (hours) *60 + (minutes) })
#define GW_SPAN(n) ((GwSpan){ (n) })
#define GW_MONEY(n) ((GwMoney){ (n) })
#define GW_INSTANT(n) ((GwInstant){ (n) })
#define GW_MINUTES_A_DAY 1440

/** gw_day_from_ymd: the day of a calendar date; years 1600–9999. FALSE if there is no such date. */
gboolean gw_day_from_ymd (gint year, gint month, gint day_of_month, GwDay *out_day)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_day_ymd: the same for a date known to exist; anything else is a programming error. */
GwDay gw_day_ymd (gint year, gint month, gint day_of_month);

/** gw_day_get_ymd: splits @day into year, month (1–12) and day of the month; each out is nullable. */
void gw_day_get_ymd (GwDay day, gint *out_year, gint *out_month, gint *out_day_of_month);

/** gw_day_add: the day @n_days after @day (before, when negative). */
GwDay gw_day_add (GwDay day, gint n_days);

/** gw_day_diff: number of days from @earlier to @later. */
gint gw_day_diff (GwDay later, GwDay earlier);

/** gw_day_get_weekday: the weekday of @day. */
GwWeekday gw_day_get_weekday (GwDay day);

/** gw_day_get_week_start: the Monday of the week of @day. */
GwDay gw_day_get_week_start (GwDay day);

/** gw_day_compare: negative, zero, positive, as usual. */
gint gw_day_compare (GwDay a, GwDay b);

/** gw_day_to_iso: "2026-11-24". Returns: (transfer full) */
char *gw_day_to_iso (GwDay day) G_GNUC_WARN_UNUSED_RESULT;

/** gw_day_from_iso: reads exactly "YYYY-MM-DD"; FALSE for anything else. */
gboolean gw_day_from_iso (const char *text, GwDay *out_day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_day_format: @day for people, in the locale's words. @pattern as g_date_time_format(), for
 * instance "%A %-d %B". Returns: (transfer full)
 */
char *gw_day_format (GwDay day, const char *pattern) G_GNUC_WARN_UNUSED_RESULT;

/** gw_minute_to_text: "08:05"; 1440 is "24:00"; past midnight "00:30+1". Returns: (transfer full) */
char *gw_minute_to_text (GwMinute minute) G_GNUC_WARN_UNUSED_RESULT;

/** gw_span_to_text: "35 min", "7 h", "7 h 30 min", translated. Returns: (transfer full) */
char *gw_span_to_text (GwSpan span) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_civil_to_instant: the instant at which the clock in @zone shows @day and @minute. A time that
 * does not exist (clocks go forward) is taken as that much after the gap's start; of a time that
 * exists twice (clocks go back) the first is taken.
 */
GwInstant gw_civil_to_instant (GTimeZone *zone, GwDay day, GwMinute minute);

/** gw_civil_from_instant: what the clock in @zone shows at @instant; minute is 0–1439. */
void gw_civil_from_instant (GTimeZone *zone, GwInstant instant, GwDay *out_day,
                            GwMinute *out_minute);

/**
 * gw_civil_elapsed: minutes that really pass in @zone from @start to @end, both counted from
 * midnight of @day. A 22:00–07:00 night is 9 h, 8 h when clocks go forward, 10 h when they go back.
 */
GwSpan gw_civil_elapsed (GTimeZone *zone, GwDay day, GwMinute start, GwMinute end);

/** gw_civil_minutes_in_day: 1440, or 1380 and 1500 on the days the clocks change in @zone. */
gint gw_civil_minutes_in_day (GTimeZone *zone, GwDay day);

/** gw_instant_to_iso: "2026-11-24T07:30:00Z", with six decimals when needed. (transfer full) */
char *gw_instant_to_iso (GwInstant instant) G_GNUC_WARN_UNUSED_RESULT;

/** gw_instant_from_iso: reads ISO 8601 with any offset (none means UTC); FALSE for anything else. */
gboolean gw_instant_from_iso (const char *text, GwInstant *out_instant) G_GNUC_WARN_UNUSED_RESULT;

/** gw_instant_format: @instant as the clock in @zone shows it, as gw_day_format(). (transfer full) */
char *gw_instant_format (GTimeZone *zone, GwInstant instant, const char *pattern)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
