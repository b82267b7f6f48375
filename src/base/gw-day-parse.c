/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days as people type them. The text is taken apart into figures and words; which words are there
 * decides how the figures are read. Nothing may be left over.
 */

#include "config.h"

#include "gw-civil-parse.h"
#include "gw-parse-text.h"
#include "gw-text.h"

#include <string.h>

#define MAX_NUMBERS 3
#define YEARS_BEFORE 89
#define NO_NAME (-1)

/* GwWhich: which of the weeks around today a weekday is in. */
typedef enum
{
  COMING,
  LAST,
  THIS,
  NEXT
} GwWhich;

/* GwDayParts: what a text holds; month 0–11 and weekday are NO_NAME when they are not said. */
typedef struct
{
  gint numbers[MAX_NUMBERS];
  guint n_digits[MAX_NUMBERS];
  guint n_numbers;
  gint month;
  gint weekday;
  GwWhich which;
} GwDayParts;

/* --- names ------------------------------------------------------------------------------------- */

/* Whether @word is @name, or its beginning of at least three letters when @may_be_short. */
static gboolean
is_name (const char *word, const char *name, gboolean may_be_short)
{
  if (strcmp (word, name) == 0)
    return TRUE;
  return may_be_short && strlen (word) >= 3 && g_str_has_prefix (name, word);
}

static gboolean
is_locale_name (const char *word, GwDay day, const char *pattern)
{
  g_autofree char *name = gw_day_format (day, pattern);
  g_autofree char *folded = gw_text_fold (name);
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[length - 1] = '\0';
  return strcmp (word, folded) == 0;
}

static gint
find_weekday (const char *word)
{
  static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday" };

  for (gint i = 0; i < 7; i++)
    if (is_name (word, names[i], TRUE))
      return i;
  for (gint i = 0; i < 7; i++)
    if (is_locale_name (word, GW_DAY (2 + i), "%A") || is_locale_name (word, GW_DAY (2 + i), "%a"))
      return i;
  return NO_NAME;
}

static gint
find_month (const char *word)
{
  static const char *const names[] = { "january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december" };

  for (gint i = 0; i < 12; i++)
    if (is_name (word, names[i], TRUE))
      return i;
  for (gint i = 0; i < 12; i++)
    {
      GwDay day = gw_day_ymd (2000, i + 1, 1);

      if (is_locale_name (word, day, "%B") || is_locale_name (word, day, "%b") ||
          is_locale_name (word, day, "%OB"))
        return i;
    }
  return NO_NAME;
}

/* --- taking apart ------------------------------------------------------------------------------ */

/* Skips the "th" of "24th". */
static void
skip_ordinal (const char **cursor)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (**cursor != ' ' && gw_parse_word (cursor, endings[i]))
      return;
}

static gboolean
take_number (const char **cursor, GwDayParts *parts)
{
  gint number = 0;
  guint n_digits = gw_parse_number (cursor, &number);

  if (n_digits == 0 || parts->n_numbers == MAX_NUMBERS)
    return FALSE;
  skip_ordinal (cursor);
  parts->numbers[parts->n_numbers] = number;
  parts->n_digits[parts->n_numbers++] = n_digits;
  return TRUE;
}

/* Notes a modifier, month or weekday; each may be said once. */
static gboolean
note_word (const char *word, GwDayParts *parts)
{
  static const char *const modifiers[] = { "last", "this", "next" };

  if (strcmp (word, "of") == 0 || strcmp (word, "the") == 0 || strcmp (word, "on") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (strcmp (word, modifiers[i]) == 0)
      {
        gboolean is_first = parts->which == COMING;

        parts->which = (GwWhich) (LAST + i);
        return is_first;
      }
  if (parts->month == NO_NAME && (parts->month = find_month (word)) != NO_NAME)
    return TRUE;
  return parts->weekday == NO_NAME && (parts->weekday = find_weekday (word)) != NO_NAME;
}

static gboolean
take_word (const char **cursor, GwDayParts *parts)
{
  const char *end = *cursor;
  g_autofree char *word = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end == *cursor)
    return FALSE;
  word = g_strndup (*cursor, (gsize) (end - *cursor));
  *cursor = end;
  return note_word (word, parts);
}

static gboolean
take_apart (const char *text, GwDayParts *parts)
{
  while (*text != '\0')
    {
      if (strchr (" ,./-", *text) != NULL)
        text++;
      else if (g_ascii_isdigit (*text) ? !take_number (&text, parts) : !take_word (&text, parts))
        return FALSE;
    }
  return TRUE;
}

/* --- putting together -------------------------------------------------------------------------- */

static gint
get_distance (GwDay a, GwDay b)
{
  return ABS (gw_day_diff (a, b));
}

/* The whole year that a year of two or four figures means; 0 when it means none. */
static gint
resolve_year (gint year, guint n_digits, GwDay today)
{
  gint this_year, first;

  if (n_digits == 4)
    return year;
  if (n_digits != 2)
    return 0;
  gw_day_get_ymd (today, &this_year, NULL, NULL);
  first = this_year - YEARS_BEFORE;
  return first + (year - first % 100 + 100) % 100;
}

/* The day and month nearest to today; a 29 February looks further. */
static gboolean
find_nearest_year (gint month, gint day_of_month, GwDay today, GwDay *out_day)
{
  gboolean is_found = FALSE;
  gint this_year;
  GwDay candidate;

  gw_day_get_ymd (today, &this_year, NULL, NULL);
  for (gint year = this_year - 8; year <= this_year + 8; year++)
    if (gw_day_from_ymd (year, month, day_of_month, &candidate) &&
        (!is_found || get_distance (candidate, today) < get_distance (*out_day, today)))
      {
        *out_day = candidate;
        is_found = TRUE;
      }
  return is_found;
}

/* The day of the month nearest to today. */
static gboolean
find_nearest_month (gint day_of_month, GwDay today, GwDay *out_day)
{
  for (gint distance = 0; distance <= 61; distance++)
    for (gint sign = 1; sign >= -1; sign -= 2)
      {
        GwDay candidate = gw_day_add (today, sign * distance);
        gint found;

        gw_day_get_ymd (candidate, NULL, NULL, &found);
        if (found == day_of_month)
          {
            *out_day = candidate;
            return TRUE;
          }
      }
  return FALSE;
}

static GwDay
find_weekday_near (gint weekday, GwWhich which, GwDay today)
{
  GwDay monday = gw_day_get_week_start (today);
  GwDay this_week = gw_day_add (monday, weekday);
  gboolean is_past = gw_day_compare (this_week, today) < 0;

  switch (which)
    {
    case THIS:
      return this_week;
    case NEXT:
      return gw_day_add (this_week, 7);
    case LAST:
      return is_past ? this_week : gw_day_add (this_week, -7);
    case COMING:
    default:
      return is_past ? gw_day_add (this_week, 7) : this_week;
    }
}

/* Figures alone: "24", "24/11", "24/11/26", "2026-11-24", "20261124". */
static gboolean
resolve_numbers (const GwDayParts *parts, GwDay today, GwDay *out_day)
{
  const gint *n = parts->numbers;

  if (parts->n_numbers == 1 && parts->n_digits[0] == 8)
    return gw_day_from_ymd (n[0] / 10000, n[0] / 100 % 100, n[0] % 100, out_day);
  if (parts->n_numbers == 3 && parts->n_digits[0] == 4)
    return parts->n_digits[1] <= 2 && parts->n_digits[2] <= 2 &&
           gw_day_from_ymd (n[0], n[1], n[2], out_day);
  if (parts->n_digits[0] > 2 || (parts->n_numbers > 1 && parts->n_digits[1] > 2))
    return FALSE;
  if (parts->n_numbers == 1)
    return find_nearest_month (n[0], today, out_day);
  if (parts->n_numbers == 2)
    return find_nearest_year (n[1], n[0], today, out_day);
  return gw_day_from_ymd (resolve_year (n[2], parts->n_digits[2], today), n[1], n[0], out_day);
}

/* A month in words: "24 Nov", "Nov 24, 2026", "2026 Nov 24". */
static gboolean
resolve_month (const GwDayParts *parts, GwDay today, GwDay *out_day)
{
  gboolean is_year_first = parts->n_numbers == 2 && parts->n_digits[0] == 4;
  guint day_at = is_year_first ? 1 : 0, year_at = is_year_first ? 0 : 1;

  if (parts->n_numbers == 0 || parts->n_numbers > 2 || parts->n_digits[day_at] > 2)
    return FALSE;
  if (parts->n_numbers == 1)
    return find_nearest_year (parts->month + 1, parts->numbers[0], today, out_day);
  return gw_day_from_ymd (resolve_year (parts->numbers[year_at], parts->n_digits[year_at], today),
                          parts->month + 1, parts->numbers[day_at], out_day);
}

static gboolean
resolve_parts (const GwDayParts *parts, GwDay today, GwDay *out_day)
{
  gboolean has_date = parts->n_numbers > 0 || parts->month != NO_NAME;

  if (!has_date)
    {
      if (parts->weekday != NO_NAME)
        *out_day = find_weekday_near (parts->weekday, parts->which, today);
      return parts->weekday != NO_NAME;
    }
  if (parts->which != COMING)
    return FALSE;
  if (parts->month != NO_NAME ? !resolve_month (parts, today, out_day)
                              : !resolve_numbers (parts, today, out_day))
    return FALSE;
  return parts->weekday == NO_NAME || parts->weekday == (gint) gw_day_get_weekday (*out_day);
}

/* "+7", "-3", "+2w". */
static gboolean
read_relative (const char *text, GwDay today, GwDay *out_day)
{
  gint sign = *text == '-' ? -1 : 1;
  gint number = 0;

  if (*text != '+' && *text != '-')
    return FALSE;
  text++;
  gw_parse_skip_blanks (&text);
  if (gw_parse_number (&text, &number) == 0 || number > 36525)
    return FALSE;
  if (gw_parse_word (&text, "w") || gw_parse_word (&text, "weeks"))
    number *= 7;
  else if (!gw_parse_word (&text, "d"))
    gw_parse_word (&text, "days");
  *out_day = gw_day_add (today, sign * number);
  return *text == '\0';
}

static gboolean
read_named_day (const char *text, GwDay today, GwDay *out_day)
{
  static const struct
  {
    const char *name;
    gint offset;
  } names[] = { { "yesterday", -1 }, { "today", 0 }, { "tomorrow", 1 }, { "tmrw", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i].name) == 0)
      {
        *out_day = gw_day_add (today, names[i].offset);
        return TRUE;
      }
  return FALSE;
}

gboolean
gw_day_parse (const char *text, GwDay today, GwDay *out_day)
{
  g_autofree char *clean = gw_parse_clean (text);
  GwDayParts parts = { .month = NO_NAME, .weekday = NO_NAME };
  GwDay day = today;

  g_return_val_if_fail (out_day != NULL, FALSE);
  if (clean == NULL)
    return FALSE;
  if (!read_named_day (clean, today, &day) && !read_relative (clean, today, &day) &&
      !(take_apart (clean, &parts) && resolve_parts (&parts, today, &day)))
    return FALSE;
  *out_day = day;
  return TRUE;
}
