/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts brackets outside strings. */
#include "config.h"

#include "gw-json-guard.h"

gboolean
gw_json_text_is_safe (const char *text, gsize length, guint depth)
{
  gboolean in_string = FALSE;
  guint open = 0;

  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if ((c == '[' || c == '{') && ++open > depth)
        return FALSE;
      else if ((c == ']' || c == '}') && open > 0)
        open--;
    }
  return TRUE;
}
