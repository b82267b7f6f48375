/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleaning of typed text and the reading of figures, shared by the parsers. */

#include "config.h"

#include "gw-parse-text.h"
#include "gw-text.h"

#include <string.h>

#define MAX_BYTES 100

/* The plain twin of @c; ' ' for anything blank, 0 for what is only a mark of writing direction. */
static gunichar
plain_character (gunichar c)
{
  gint digit = g_unichar_digit_value (c);

  if (digit >= 0)
    return '0' + (gunichar) digit;
  if (c == 0x200e || c == 0x200f || c == 0x061c)
    return 0;
  if (g_unichar_isspace (c))
    return ' ';
  if (c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
    return '-';
  if (c == 0x2019)
    return '\'';
  return c;
}

char *
gw_parse_clean (const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) clean = NULL;

  if (text == NULL || strnlen (text, MAX_BYTES + 1) > MAX_BYTES ||
      !g_utf8_validate (text, -1, NULL))
    return NULL;
  folded = gw_text_fold (text);
  clean = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = plain_character (g_utf8_get_char (p));

      if (c == 0 || (c == ' ' && (clean->len == 0 || clean->str[clean->len - 1] == ' ')))
        continue;
      g_string_append_unichar (clean, c);
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);
  if (clean->len == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

void
gw_parse_skip_blanks (const char **cursor)
{
  while (**cursor == ' ')
    (*cursor)++;
}

guint
gw_parse_number (const char **cursor, gint *out_number)
{
  guint n_digits = (guint) strspn (*cursor, "0123456789");
  gint number = 0;

  if (n_digits == 0 || n_digits > 9)
    return 0;
  for (guint i = 0; i < n_digits; i++)
    number = number * 10 + ((*cursor)[i] - '0');
  *cursor += n_digits;
  *out_number = number;
  return n_digits;
}

gboolean
gw_parse_word (const char **cursor, const char *word)
{
  const char *start = *cursor;
  gsize length = strlen (word);

  gw_parse_skip_blanks (&start);
  if (strncmp (start, word, length) != 0 || g_unichar_isalpha (g_utf8_get_char (start + length)))
    return FALSE;
  *cursor = start + length;
  return TRUE;
}

/* Whether the figures before @end are "1,250,000": up to three digits, then groups of three. */
static gboolean
is_grouped (const char *text, const char *end)
{
  gsize first = strspn (text, "0123456789");

  if (first == 0 || first > 3 || text + first >= end)
    return FALSE;
  for (text += first; text < end; text += 4)
    if (*text != ',' || strspn (text + 1, "0123456789") != 3)
      return FALSE;
  return text == end;
}

/* Finds where the decimals start: the sign that parts them, or the end of @text. */
static const char *
find_decimal_sign (const char *text)
{
  const char *dot = strchr (text, '.');
  const char *comma = strrchr (text, ',');

  if (dot != NULL)
    return dot;
  if (comma != NULL && comma == strchr (text, ',') && !is_grouped (text, text + strlen (text)))
    return comma;
  return text + strlen (text);
}

/* Appends a digit to @scaled; FALSE when there is no room for it. */
static gboolean
append_digit (guint64 *scaled, char digit)
{
  return g_ascii_isdigit (digit) && !__builtin_mul_overflow (*scaled, 10u, scaled) &&
         !__builtin_add_overflow (*scaled, (guint64) (digit - '0'), scaled);
}

gboolean
gw_parse_decimal (const char *text, guint decimals, gint64 *out_scaled)
{
  gboolean is_negative = *text == '-';
  const char *sign;
  gboolean grouped;
  guint n_decimals;
  guint64 scaled = 0;

  if (is_negative || *text == '+')
    text++;
  sign = find_decimal_sign (text);
  grouped = is_grouped (text, sign);
  n_decimals = *sign != '\0' ? (guint) strlen (sign + 1) : 0;
  if (n_decimals > decimals || (n_decimals == 0 && (sign == text || *sign != '\0')))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (p != sign && !(grouped && p < sign && *p == ',') && !append_digit (&scaled, *p))
      return FALSE;
  for (; n_decimals < decimals; n_decimals++)
    if (!append_digit (&scaled, '0'))
      return FALSE;
  if (scaled > (guint64) G_MAXINT64 + is_negative)
    return FALSE;
  *out_scaled = (gint64) (is_negative ? -scaled : scaled);
  return TRUE;
}
