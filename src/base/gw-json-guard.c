/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts brackets outside strings, and sees strings end where a parser does. */
#include "config.h"

#include "gw-json-guard.h"

#include <string.h>

/* How many bytes the escape at @text is long, its backslash included; 0: it is none of JSON's. */
static gsize
measure_escape (const char *text, gsize length)
{
  if (length < 2 || strchr ("\"\\/bfnrtu", text[1]) == NULL)
    return 0;
  if (text[1] != 'u')
    return 2;
  for (gsize i = 2; i < 6; i++)
    if (i >= length || !g_ascii_isxdigit (text[i]))
      return 0;
  return 6;
}

/* How many bytes the string at @text is long, both quotes included; 0: it does not end. */
static gsize
measure_string (const char *text, gsize length)
{
  gsize i = 1;

  while (i < length && text[i] != '"')
    {
      gsize step = text[i] == '\\' ? measure_escape (text + i, length - i) : 1;

      if (step == 0)
        return 0;
      i += step;
    }
  return i < length ? i + 1 : 0;
}

gboolean
gw_json_text_is_safe (const char *text, gsize length, guint depth)
{
  gsize step;
  guint open = 0;

  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i += step)
    {
      char c = text[i];

      step = c == '"' ? measure_string (text + i, length - i) : 1;
      if (step == 0 || strchr ("'/#", c) != NULL)
        return FALSE;
      if ((c == '[' || c == '{') && ++open > depth)
        return FALSE;
      if ((c == ']' || c == '}') && open > 0)
        open--;
    }
  return TRUE;
}
