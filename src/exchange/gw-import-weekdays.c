/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the week in words: a walk over the words of a cell. */
#include "config.h"

#include "gw-import-cells.h"

#include "gw-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_BIT(number) (G_GUINT64_CONSTANT (1) << (number))
#define FEWEST_LETTERS 2

static gboolean
is_word (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* The number of the day that @word begins, in English or the reader's language; −1: none. */
static gint
find_day (const char *word)
{
  if (g_utf8_strlen (word, -1) < FEWEST_LETTERS)
    return -1;
  for (const GwChoice *choice = gw_weekday_choices; choice->key != NULL; choice++)
    {
      g_autofree char *english = g_utf8_casefold (choice->label, -1);
      g_autofree char *ours = g_utf8_casefold (_ (choice->label), -1);
      g_autofree char *many = g_strconcat (english, "s", NULL);

      if (g_str_has_prefix (english, word) || g_str_has_prefix (ours, word) ||
          g_str_equal (word, many))
        return choice->number;
    }
  return -1;
}

static guint64
get_span (gint first, gint last)
{
  guint64 days = 0;

  for (const GwChoice *choice = gw_weekday_choices; choice->key != NULL; choice++)
    if (first <= last ? choice->number >= first && choice->number <= last
                      : choice->number >= first || choice->number <= last)
      days |= DAY_BIT (choice->number);
  return days;
}

/** Walk: what the words said so far. */
typedef struct
{
  guint64 days;
  guint weeks;
  gint last_day; /* −1: the word before was no day */
  gboolean to;   /* the word before was "to" or a dash */
} Walk;

static gboolean
take_word (Walk *walk, const char *word)
{
  static const char *const skipped[] = { "every", "each", "and", "on",   "the",
                                         "a",     "of",   "day", "week", NULL };
  static const char *const others[] = {
    "other", "alternate", "fortnightly", "2nd", "second", NULL
  };
  static const char *const all[] = { "daily", "everyday", "all", "days", NULL };
  static const char *const ends[] = { "weekend", "weekends", NULL };
  static const char *const week[] = { "weekday", "weekdays", NULL };
  static const char *const until[] = { "to", "till", "until", "through", "–", "-", NULL };
  gint day;

  if (is_word (word, until))
    {
      walk->to = walk->last_day >= 0;
      return TRUE;
    }
  if (is_word (word, others))
    walk->weeks = 2;
  else if (is_word (word, all))
    walk->days |= get_span (GW_MONDAY, GW_SUNDAY);
  else if (is_word (word, ends))
    walk->days |= get_span (GW_SATURDAY, GW_SUNDAY);
  else if (is_word (word, week))
    walk->days |= get_span (GW_MONDAY, GW_FRIDAY);
  else if (!is_word (word, skipped))
    {
      day = find_day (word);
      if (day < 0)
        return FALSE;
      walk->days |= walk->to ? get_span (walk->last_day, day) : DAY_BIT (day);
      walk->last_day = day;
    }
  walk->to = FALSE;
  return TRUE;
}

gboolean
gw_cell_read_weekdays (const char *text, guint64 *out_days, guint *out_weeks)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) apart = g_string_new (folded);
  g_auto (GStrv) words = NULL;
  Walk walk = { .last_day = -1 };

  /* "every day" is all of them; a dash between days is a word of its own. */
  g_string_replace (apart, "every day", "daily", 0);
  g_string_replace (apart, "each day", "daily", 0);
  g_string_replace (apart, "-", " - ", 0);
  g_string_replace (apart, "–", " - ", 0);
  words = g_strsplit_set (apart->str, " ,;/+&.()\t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !take_word (&walk, words[i]))
      return FALSE;
  *out_days = walk.days;
  *out_weeks = walk.weeks;
  return walk.days != 0;
}
