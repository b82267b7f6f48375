/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days with times. */
#include "config.h"

#include "gw-session-words.h"

#include <glib/gi18n-lib.h>

char *
gw_session_dup_moment (GwClock *clock, GwInstant instant)
{
  GwDay day;
  GwMinute minute;
  g_autofree char *day_text = NULL;
  g_autofree char *minute_text = NULL;

  gw_civil_from_instant (gw_clock_get_zone (clock), instant, &day, &minute);
  day_text = gw_day_format (day, _ ("%a %-d %b %Y"));
  minute_text = gw_minute_to_text (minute);
  /* Translators: a day and a time, "Tue 24 Nov 2026, 08:10". */
  return g_strdup_printf (C_ ("day and time", "%s, %s"), day_text, minute_text);
}
