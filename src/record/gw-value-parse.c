/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values from text, typed or from a file. Both spellings of gw-value-text.c are read, and what
 * gw-civil-parse.h understands besides. A refusal is a sentence that shows how it would be right.
 */

#include "config.h"

#include "gw-civil-parse.h"
#include "gw-error.h"
#include "gw-parse-text.h"
#include "gw-text.h"
#include "gw-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MICRODEGREES_LATITUDE (90 * 1000000)
#define MICRODEGREES_LONGITUDE (180 * 1000000)
#define MAX_CHOICE_NUMBER 62
#define SHOWN_CHARACTERS 40
/* Days ahead that a year of two digits may mean: ten years, and one. */
#define LIKELY_FUTURE (11 * 366)
#define A_CENTURY 36524

/* GwReader: reads @text, which is trimmed and never empty, into @value. */
typedef gboolean (*GwReader) (const GwField *field, const char *text, GwDay today,
                              GwFieldValue *value);

/* --- numbers ----------------------------------------------------------------------------------- */

/* "5/5/32" may have been 1932, when a day in the past is asked for: a century earlier, not less. */
static gboolean
move_to_past (const char *text, GwDay today, GwDay *day)
{
  GwDay earlier;

  if (gw_day_compare (*day, today) <= 0)
    return TRUE;
  if (!gw_day_parse (text, gw_day_add (today, -LIKELY_FUTURE), &earlier) ||
      gw_day_diff (*day, earlier) < A_CENTURY)
    return FALSE;
  *day = earlier;
  return TRUE;
}

static gboolean
read_day (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  GwDay day;

  if (!gw_day_from_iso (text, &day) && !gw_day_parse (text, today, &day))
    return FALSE;
  if ((field->flags & GW_FIELD_PAST) != 0 && !move_to_past (text, today, &day))
    return FALSE;
  *value = gw_field_value_integer (day.value);
  return TRUE;
}

/* "7-15", as some write 07:15. Where a single time is meant it can be no range. */
static gboolean
parse_dashed_minute (const char *text, GwMinute *out_minute)
{
  gsize n_hours = strspn (text, "0123456789");
  g_autofree char *pointed = g_strdup (text);

  if (n_hours < 1 || n_hours > 2 || text[n_hours] != '-' ||
      strspn (text + n_hours + 1, "0123456789") != 2)
    return FALSE;
  pointed[n_hours] = ':';
  return gw_minute_parse (pointed, out_minute);
}

static gboolean
read_minute (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  GwMinute minute;

  if (!gw_minute_parse (text, &minute) && !parse_dashed_minute (text, &minute))
    return FALSE;
  *value = gw_field_value_integer (minute.value);
  return TRUE;
}

/* Reads a whole text as a decimal number, in figures of any script. */
static gboolean
read_decimal (const char *text, guint decimals, gint64 *out_scaled)
{
  g_autofree char *clean = gw_parse_clean (text);

  return clean != NULL && gw_parse_decimal (clean, decimals, out_scaled);
}

static gboolean
read_span (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  gboolean is_negative = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−");
  gint64 minutes;
  GwSpan span;

  /* Files hold minutes, which may be any number; people may add units. */
  if (read_decimal (text, 0, &minutes) && ABS (minutes) <= G_MAXINT32)
    {
      *value = gw_field_value_integer (minutes);
      return TRUE;
    }
  if (!gw_span_parse (is_negative ? g_utf8_next_char (text) : text, &span))
    return FALSE;
  *value = gw_field_value_integer (is_negative ? -span.value : span.value);
  return TRUE;
}

static gboolean
read_money (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  GwMoney money;

  if (!gw_money_parse (text, &money))
    return FALSE;
  *value = gw_field_value_integer (money.value);
  return TRUE;
}

/* Takes a unit off the end of @text, in the source's or the reader's language. */
/* The words a counted unit has: "1 week", "2 weeks" and, in some languages, a third for five. */
static gboolean
is_counted_unit (const GwField *field, const char *word)
{
  for (gint n = 1; n <= 5; n++)
    {
      g_autofree char *counted = gw_unit_dup_counted (field->unit, n);

      if (counted != NULL && gw_text_compare (counted + strspn (counted, "12345 "), word) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
remove_unit (const GwField *field, const char *text)
{
  const char *units[] = { field->unit, field->unit != NULL ? _ (field->unit) : NULL };
  gsize n_figures = strspn (text, "0123456789 ");

  if (field->unit != NULL && is_counted_unit (field, text + n_figures))
    return g_strchomp (g_strndup (text, n_figures));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] != NULL && g_str_has_suffix (text, units[i]))
      return g_strchomp (g_strndup (text, strlen (text) - strlen (units[i])));
  return g_strdup (text);
}

static gboolean
read_number (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  g_autofree char *bare = remove_unit (field, text);
  gint64 number;

  if (!read_decimal (bare, field->decimals, &number))
    return FALSE;
  *value = gw_field_value_integer (number);
  return TRUE;
}

static gboolean
is_any_word (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (gw_text_compare (text, *words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_flag (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  const char *const yes[] = { "yes", "y", "true", "1", "x", "on", _ ("Yes"), NULL };
  const char *const no[] = { "no", "n", "false", "0", "off", _ ("No"), NULL };
  gboolean is_yes = is_any_word (text, yes);

  if (!is_yes && !is_any_word (text, no))
    return FALSE;
  *value = gw_field_value_integer (is_yes ? 1 : 0);
  return TRUE;
}

static gboolean
read_instant (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  GwInstant instant;

  if (!gw_instant_from_iso (text, &instant))
    return FALSE;
  *value = gw_field_value_integer (instant.value);
  return TRUE;
}

/* --- choices ----------------------------------------------------------------------------------- */

/* Reads a key, a label or "#7", which is how a choice unknown to this version is written. */
static gboolean
find_choice_number (const GwField *field, const char *text, gint *out_number)
{
  const GwChoice *choice = gw_field_find_choice_by_key (field, text);
  gint64 number;

  if (choice == NULL)
    {
      if (*text != '#' || !read_decimal (text + 1, 0, &number) || number < G_MININT ||
          number > G_MAXINT)
        return FALSE;
      *out_number = (gint) number;
      return TRUE;
    }
  *out_number = choice->number;
  return TRUE;
}

static gboolean
read_choice (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  gint number;

  if (!find_choice_number (field, text, &number))
    return FALSE;
  *value = gw_field_value_integer (number);
  return TRUE;
}

static gboolean
read_choices_parted_by (const GwField *field, const char *text, const char *parting, guint64 *bits)
{
  g_auto (GStrv) names = g_strsplit (text, parting, -1);

  *bits = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      gint number;

      if (*name == '\0')
        continue;
      if (!find_choice_number (field, name, &number) || number < 0 || number > MAX_CHOICE_NUMBER)
        return FALSE;
      *bits |= G_GUINT64_CONSTANT (1) << number;
    }
  return TRUE;
}

static gboolean
read_choices (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  guint64 bits = 0;

  if (gw_text_compare (text, "none") != 0 && gw_text_compare (text, _ ("None of these")) != 0 &&
      !read_choices_parted_by (field, text, ";", &bits) &&
      !read_choices_parted_by (field, text, ",", &bits))
    return FALSE;
  *value = gw_field_value_integer ((gint64) bits);
  return TRUE;
}

/* --- texts, references, places ----------------------------------------------------------------- */

static gboolean
read_text (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  *value = gw_field_value_text (text);
  if (field->kind != GW_FIELD_RICH_TEXT)
    g_strdelimit (value->text, "\r\n\t", ' ');
  return TRUE;
}

static gboolean
read_attachment (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  if (strlen (text) != 64 || strspn (text, "0123456789abcdefABCDEF") != 64)
    return FALSE;
  *value = (GwFieldValue){ .form = GW_VALUE_TEXT, .text = g_ascii_strdown (text, -1) };
  return TRUE;
}

static gboolean
read_reference (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  GwId id;

  if (!gw_id_from_text (text, &id))
    return FALSE;
  *value = gw_field_value_id (id);
  return TRUE;
}

static gboolean
read_references (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;\n\t\r", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (GwId));

  for (guint i = 0; words[i] != NULL; i++)
    {
      GwId id;

      if (*words[i] == '\0')
        continue;
      if (!gw_id_from_text (words[i], &id))
        return FALSE;
      g_array_append_val (ids, id);
    }
  *value = gw_field_value_ids ((const GwId *) (gpointer) ids->data, ids->len);
  return TRUE;
}

/* Reads "51.5074, -0.1278": degrees, north and east positive. */
static gboolean
read_place (const GwField *field, const char *text, GwDay today, GwFieldValue *value)
{
  gsize first_length = strcspn (text, ", ;");
  g_autofree char *first = g_strndup (text, first_length);
  const char *second = text + first_length + strspn (text + first_length, ", ;");
  gint64 latitude, longitude;

  if (!read_decimal (first, 6, &latitude) || !read_decimal (second, 6, &longitude) ||
      ABS (latitude) > MICRODEGREES_LATITUDE || ABS (longitude) > MICRODEGREES_LONGITUDE)
    return FALSE;
  *value = gw_field_value_point ((GwGeoPoint){ (gint32) latitude, (gint32) longitude });
  return TRUE;
}

static GwReader
get_reader (GwFieldKind kind)
{
  switch (kind)
    {
    case GW_FIELD_DAY:
      return read_day;
    case GW_FIELD_MINUTE:
      return read_minute;
    case GW_FIELD_SPAN:
      return read_span;
    case GW_FIELD_MONEY:
      return read_money;
    case GW_FIELD_NUMBER:
      return read_number;
    case GW_FIELD_FLAG:
      return read_flag;
    case GW_FIELD_CHOICE:
      return read_choice;
    case GW_FIELD_CHOICES:
      return read_choices;
    case GW_FIELD_INSTANT:
      return read_instant;
    case GW_FIELD_REFERENCE:
      return read_reference;
    case GW_FIELD_REFERENCES:
      return read_references;
    case GW_FIELD_ATTACHMENT:
      return read_attachment;
    case GW_FIELD_PLACE:
      return read_place;
    case GW_FIELD_TEXT:
    case GW_FIELD_RICH_TEXT:
    case GW_FIELD_SEALED:
    default:
      return read_text;
    }
}

/* --- refusals ---------------------------------------------------------------------------------- */

/* A sentence with room for what was written. */
static const char *
get_refusal (const GwField *field)
{
  switch (field->kind)
    {
    case GW_FIELD_DAY:
      if ((field->flags & GW_FIELD_PAST) != 0)
        return _ ("“%s” is not a day in the past. Write it like 24/11/1938.");
      return _ ("“%s” is not a day. Write it like 24/11/2026, 24 Nov or tomorrow.");
    case GW_FIELD_MINUTE:
      return _ ("“%s” is not a time of day. Write it like 08:30.");
    case GW_FIELD_SPAN:
      return _ ("“%s” is not a length of time. Write it like 45 min or 1 h 30.");
    case GW_FIELD_MONEY:
      return _ ("“%s” is not an amount of money. Write it like £13.60.");
    case GW_FIELD_NUMBER:
      return _ ("“%s” is not a number that fits here.");
    case GW_FIELD_FLAG:
      return _ ("“%s” is neither yes nor no.");
    case GW_FIELD_CHOICE:
    case GW_FIELD_CHOICES:
      return _ ("“%s” is not one of the choices.");
    case GW_FIELD_INSTANT:
      return _ ("“%s” is not a moment. Write it like 2026-11-24T07:30:00Z.");
    case GW_FIELD_ATTACHMENT:
      return _ ("“%s” does not name an attachment.");
    case GW_FIELD_PLACE:
      return _ ("“%s” is not a place. Write latitude and longitude like 51.5074, -0.1278.");
    case GW_FIELD_REFERENCE:
    case GW_FIELD_REFERENCES:
      return _ ("“%s” does not name a record.");
    case GW_FIELD_TEXT:
    case GW_FIELD_RICH_TEXT:
    case GW_FIELD_SEALED:
    default:
      return _ ("“%s” cannot be read as text.");
    }
}

/* As much of @text as a sentence can show. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strdelimit (valid, "\r\n\t", ' ');
  if (g_utf8_strlen (valid, -1) <= SHOWN_CHARACTERS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, SHOWN_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

static void
set_refusal (const GwField *field, const char *text, GError **error)
{
  g_autofree char *shown = shorten (text);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, GW_ERROR, GW_ERROR_INVALID, get_refusal (field), shown);
#pragma GCC diagnostic pop
}

gboolean
gw_field_value_from_text (const GwField *field, const char *text, GwDay today,
                          GwFieldValue *out_value, GError **error)
{
  g_autofree char *trimmed = g_strdup (text != NULL ? text : "");

  *out_value = (GwFieldValue) GW_FIELD_VALUE_INIT;
  g_strstrip (trimmed);
  if (*trimmed == '\0')
    return TRUE;
  if (g_utf8_validate (trimmed, -1, NULL) &&
      get_reader (field->kind) (field, trimmed, today, out_value))
    return TRUE;
  set_refusal (field, trimmed, error);
  return FALSE;
}
