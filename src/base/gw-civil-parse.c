/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times of day, ranges, lengths of time and money as people type them. Each reader walks the
 * cleaned text with a cursor, part by part, and is content only when nothing is left.
 */

#include "config.h"

#include "gw-civil-parse.h"
#include "gw-parse-text.h"

#include <string.h>

#define MAX_SPAN (14 * GW_MINUTES_A_DAY)
#define MAX_LATER_DAYS 13

static gboolean
is_at_end (const char *cursor)
{
  gw_parse_skip_blanks (&cursor);
  return *cursor == '\0';
}

static gboolean
skip_sign (const char **cursor, char sign)
{
  if (**cursor != sign)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

/* --- times of day ------------------------------------------------------------------------------ */

/* GwHalf: which half of the day a time was said to be in. */
typedef enum
{
  UNSAID,
  MORNING,
  AFTERNOON
} GwHalf;

static GwHalf
read_half (const char **cursor)
{
  if (gw_parse_word (cursor, "am") || gw_parse_word (cursor, "a.m."))
    return MORNING;
  if (gw_parse_word (cursor, "pm") || gw_parse_word (cursor, "p.m."))
    return AFTERNOON;
  return UNSAID;
}

/* The minute of the day of an hour as it was said; −1 when there is none. */
static gint
resolve_hour (gint hour, gint minutes, GwHalf half)
{
  if (minutes > 59 || (half != UNSAID && (hour < 1 || hour > 12)) || hour > 24 ||
      (hour == 24 && minutes > 0))
    return -1;
  if (half != UNSAID)
    hour = hour % 12 + (half == AFTERNOON ? 12 : 0);
  return hour * 60 + minutes;
}

/* Reads ":30", ".30", "h30" or nothing. FALSE for a sign without two figures after it. */
static gboolean
read_minutes (const char **cursor, gint *out_minutes)
{
  *out_minutes = 0;
  if (**cursor != ':' && **cursor != '.' && **cursor != 'h')
    return TRUE;
  (*cursor)++;
  return gw_parse_number (cursor, out_minutes) == 2;
}

/* Reads "8", "8:30", "0830", "8.30 pm"; *@out_half says what was said. */
static gboolean
read_clock (const char **cursor, gint *out_minute, GwHalf *out_half)
{
  gint hour = 0, minutes = 0;
  guint n_digits = gw_parse_number (cursor, &hour);

  if (n_digits == 3 || n_digits == 4)
    {
      minutes = hour % 100;
      hour /= 100;
    }
  else if (n_digits == 0 || n_digits > 4 || !read_minutes (cursor, &minutes))
    return FALSE;
  *out_half = read_half (cursor);
  *out_minute = resolve_hour (hour, minutes, *out_half);
  return *out_minute >= 0;
}

/* Reads "half", "quarter", "20", "20 minutes" as minutes. */
static gboolean
read_part_of_hour (const char **cursor, gint *out_minutes)
{
  gw_parse_word (cursor, "a");
  if (gw_parse_word (cursor, "half"))
    *out_minutes = 30;
  else if (gw_parse_word (cursor, "quarter"))
    *out_minutes = 15;
  else if (gw_parse_number (cursor, out_minutes) == 0 || *out_minutes > 59)
    return FALSE;
  else if (!gw_parse_word (cursor, "minutes"))
    gw_parse_word (cursor, "min");
  return TRUE;
}

/* Reads "half past 8", "quarter to nine" with figures, "20 past 7 pm". */
static gboolean
read_spoken (const char **cursor, gint *out_minute, GwHalf *out_half)
{
  const char *start = *cursor;
  gint minutes = 0, hour = 0;
  gboolean is_past;

  if (!read_part_of_hour (cursor, &minutes))
    return FALSE;
  is_past = gw_parse_word (cursor, "past");
  if (!is_past && !gw_parse_word (cursor, "to"))
    {
      *cursor = start;
      return FALSE;
    }
  gw_parse_skip_blanks (cursor);
  if (gw_parse_number (cursor, &hour) == 0 || hour > 24)
    return FALSE;
  *out_half = read_half (cursor);
  *out_minute = resolve_hour (hour, 0, *out_half);
  if (*out_minute < 0)
    return FALSE;
  *out_minute = (*out_minute + (is_past ? minutes : GW_MINUTES_A_DAY - minutes)) % GW_MINUTES_A_DAY;
  return TRUE;
}

static gboolean
read_named (const char **cursor, gint *out_minute)
{
  if (gw_parse_word (cursor, "noon") || gw_parse_word (cursor, "midday"))
    *out_minute = 12 * 60;
  else if (gw_parse_word (cursor, "midnight"))
    *out_minute = 0;
  else
    return FALSE;
  return TRUE;
}

/* Reads "+1" after a time: so many days later. */
static gboolean
read_later_days (const char **cursor, gint *minute)
{
  gint days = 0;

  if (!skip_sign (cursor, '+'))
    return TRUE;
  if (gw_parse_number (cursor, &days) == 0 || days > MAX_LATER_DAYS || *minute >= GW_MINUTES_A_DAY)
    return FALSE;
  *minute += days * GW_MINUTES_A_DAY;
  return TRUE;
}

/* Reads all of a clean text. */
static gboolean
read_minute (const char *text, gint *out_minute, GwHalf *out_half)
{
  const char *cursor = text;

  *out_half = UNSAID;
  gw_parse_skip_blanks (&cursor);
  if (read_named (&cursor, out_minute))
    *out_half = MORNING;
  else if (!read_spoken (&cursor, out_minute, out_half))
    {
      cursor = text;
      gw_parse_skip_blanks (&cursor);
      if (!read_clock (&cursor, out_minute, out_half))
        return FALSE;
    }
  return read_later_days (&cursor, out_minute) && is_at_end (cursor);
}

gboolean
gw_minute_parse (const char *text, GwMinute *out_minute)
{
  g_autofree char *clean = gw_parse_clean (text);
  GwHalf half;
  gint minute = 0;

  g_return_val_if_fail (out_minute != NULL, FALSE);
  if (clean == NULL || !read_minute (clean, &minute, &half))
    return FALSE;
  out_minute->value = minute;
  return TRUE;
}

/* --- ranges ------------------------------------------------------------------------------------ */

/* Reads "1" and "5pm", parted already. A start without "am" or "pm" takes its end's "pm" when that
 * leaves it before the end: 1-5pm is 13:00, 8-4pm is 08:00. */
static gboolean
read_range (const char *first, const char *second, GwMinute *out_start, GwMinute *out_end)
{
  GwHalf first_half, second_half;
  gint start = 0, end = 0;

  if (!read_minute (first, &start, &first_half) || !read_minute (second, &end, &second_half) ||
      start >= GW_MINUTES_A_DAY)
    return FALSE;
  if (first_half == UNSAID && second_half == AFTERNOON && *first != '0' && start + 720 < end)
    start += 720;
  if (end <= start)
    end += GW_MINUTES_A_DAY;
  out_start->value = start;
  out_end->value = end;
  return TRUE;
}

gboolean
gw_minute_range_parse (const char *text, GwMinute *out_start, GwMinute *out_end)
{
  static const char *const partings[] = { "-", " to ", " till ", " until " };
  g_autofree char *clean = gw_parse_clean (text);

  g_return_val_if_fail (out_start != NULL && out_end != NULL, FALSE);
  if (clean == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (partings); i++)
    for (const char *at = strstr (clean, partings[i]); at != NULL;
         at = strstr (at + 1, partings[i]))
      {
        g_autofree char *first = g_strndup (clean, (gsize) (at - clean));

        if (read_range (first, at + strlen (partings[i]), out_start, out_end))
          return TRUE;
      }
  return FALSE;
}

/* --- lengths of time --------------------------------------------------------------------------- */

static gboolean
read_any_word (const char **cursor, const char *const *words)
{
  for (; *words != NULL; words++)
    if (gw_parse_word (cursor, *words))
      return TRUE;
  return FALSE;
}

static gboolean
read_hour_unit (const char **cursor)
{
  static const char *const words[] = { "hours", "hour", "hrs", "hr", "h", NULL };

  return read_any_word (cursor, words);
}

static gboolean
read_minute_unit (const char **cursor)
{
  static const char *const words[] = { "minutes", "minute", "mins", "min", "m", NULL };

  return read_any_word (cursor, words) || skip_sign (cursor, '\'');
}

/* Reads "1.5", "1,5", "1½" or "2" hours as minutes; FALSE when no hour unit follows. */
static gboolean
read_hours (const char **cursor, gint *out_minutes)
{
  gint whole = 0, fraction = 0;
  gint scale = 1;

  if (gw_parse_number (cursor, &whole) == 0 || whole > MAX_SPAN / 60)
    return FALSE;
  if (**cursor == '.' || **cursor == ',')
    {
      guint n_digits;

      (*cursor)++;
      n_digits = gw_parse_number (cursor, &fraction);
      if (n_digits == 0 || n_digits > 4)
        return FALSE;
      while (n_digits-- > 0)
        scale *= 10;
    }
  *out_minutes = whole * 60 + (fraction * 60 + scale / 2) / scale;
  return read_hour_unit (cursor);
}

/* Reads "half an hour", "an hour", "quarter of an hour". */
static gboolean
read_worded_span (const char **cursor, gint *out_minutes)
{
  static const char *const of_an[] = { "of an", "an", "a", NULL };
  gint minutes = 60;

  if (gw_parse_word (cursor, "half"))
    minutes = 30;
  else if (gw_parse_word (cursor, "quarter") || gw_parse_word (cursor, "a quarter"))
    minutes = 15;
  if (!read_any_word (cursor, of_an) || !gw_parse_word (cursor, "hour"))
    return FALSE;
  *out_minutes = minutes;
  return TRUE;
}

/* Reads "30", "30 min" after hours, or nothing. */
static gboolean
read_rest_minutes (const char **cursor, gint *minutes)
{
  gint rest = 0;

  gw_parse_word (cursor, "and");
  gw_parse_skip_blanks (cursor);
  if (gw_parse_number (cursor, &rest) == 0)
    return TRUE;
  read_minute_unit (cursor);
  *minutes += rest;
  return rest < 60;
}

/* Reads "45", "45 min" or "1:30". */
static gboolean
read_minutes_or_clock (const char **cursor, gint *out_minutes)
{
  gint minutes = 0;

  if (gw_parse_number (cursor, out_minutes) == 0 || *out_minutes > MAX_SPAN)
    return FALSE;
  if (!skip_sign (cursor, ':'))
    {
      read_minute_unit (cursor);
      return TRUE;
    }
  if (gw_parse_number (cursor, &minutes) != 2 || minutes > 59)
    return FALSE;
  *out_minutes = *out_minutes * 60 + minutes;
  return TRUE;
}

static gboolean
read_span (const char *text, gint *out_minutes)
{
  const char *cursor = text;

  if (read_worded_span (&cursor, out_minutes))
    return is_at_end (cursor);
  cursor = text;
  if (read_hours (&cursor, out_minutes))
    return read_rest_minutes (&cursor, out_minutes) && is_at_end (cursor);
  cursor = text;
  return read_minutes_or_clock (&cursor, out_minutes) && is_at_end (cursor);
}

gboolean
gw_span_parse (const char *text, GwSpan *out_span)
{
  g_autofree char *clean = gw_parse_clean (text);
  gint minutes = 0;

  g_return_val_if_fail (out_span != NULL, FALSE);
  if (clean == NULL || !read_span (clean, &minutes) || minutes > MAX_SPAN)
    return FALSE;
  out_span->value = minutes;
  return TRUE;
}

/* --- money ------------------------------------------------------------------------------------- */

/* Takes @sign out of @text, once, with the blanks around it. */
static gboolean
remove_sign (char *text, const char *sign)
{
  char *at = strstr (text, sign);

  if (at == NULL)
    return FALSE;
  memmove (at, at + strlen (sign), strlen (at + strlen (sign)) + 1);
  g_strstrip (text);
  if (text[0] == '-')
    g_strchug (text + 1);
  return TRUE;
}

gboolean
gw_money_parse (const char *text, GwMoney *out_money)
{
  g_autofree char *clean = gw_parse_clean (text);
  gsize length;

  g_return_val_if_fail (out_money != NULL, FALSE);
  if (clean == NULL)
    return FALSE;
  if (remove_sign (clean, "£"))
    return gw_parse_decimal (clean, 2, &out_money->value);
  length = strlen (clean);
  if (clean[length - 1] != 'p')
    return gw_parse_decimal (clean, 2, &out_money->value);
  clean[length - 1] = '\0';
  g_strchomp (clean);
  return gw_parse_decimal (clean, 0, &out_money->value);
}

char *
gw_money_to_text (GwMoney money)
{
  guint64 pence = money.value < 0 ? -(guint64) money.value : (guint64) money.value;
  g_autofree char *pounds = g_strdup_printf ("%" G_GUINT64_FORMAT, pence / 100);
  g_autoptr (GString) text = g_string_new (money.value < 0 ? "−£" : "£");
  gsize n_digits = strlen (pounds);

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, pounds[i]);
    }
  g_string_append_printf (text, ".%02u", (guint) (pence % 100));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
