/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iCalendar: lines of at most 75 bytes, folded between characters, ended by CR LF. */
#include "config.h"

#include "gw-ical-writer.h"

#include "gw-absence.h"
#include "gw-shift.h"

#include <glib/gi18n-lib.h>

#define LONGEST_LINE 75

static void
append_line (GString *text, const char *line)
{
  guint n = 0;

  for (const char *at = line; *at != '\0';)
    {
      guint size = (guint) (g_utf8_next_char (at) - at);
      if (n + size > LONGEST_LINE)
        {
          g_string_append (text, "\r\n ");
          n = 1;
        }
      g_string_append_len (text, at, size);
      n += size;
      at += size;
    }
  g_string_append (text, "\r\n");
}

static void
append_text (GString *text, const char *property, const char *value)
{
  g_autoptr (GString) line = g_string_new (property);
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (line, ':');
  for (const char *at = valid; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (line, '\\');
        g_string_append_c (line, *at);
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      case '\r':
        break;
      default:
        g_string_append_c (line, (guchar) *at < 0x20 ? ' ' : *at);
      }
  append_line (text, line->str);
}

static void
append_instant (GString *text, const char *property, GwInstant instant)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (instant.value / G_USEC_PER_SEC);
  g_autofree char *written = g_date_time_format (moment, "%Y%m%dT%H%M%SZ");
  g_autofree char *line = g_strdup_printf ("%s:%s", property, written);

  append_line (text, line);
}

static void
append_day (GString *text, const char *property, GwDay day)
{
  gint year, month, day_of_month;
  g_autofree char *line = NULL;

  gw_day_get_ymd (day, &year, &month, &day_of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", property, year, month, day_of_month);
  append_line (text, line);
}

static void
begin_event (GString *text, const GwRecord *record, const GwIcalSettings *settings)
{
  g_autofree char *id = gw_id_to_text (gw_record_get_id (record));
  g_autofree char *uid = g_strdup_printf ("UID:%s@goodweek", id);

  append_line (text, "BEGIN:VEVENT");
  append_line (text, uid);
  append_instant (text, "DTSTAMP", settings->stamp);
}

static void
append_shift (GString *text, const GwShift *shift, const GwIcalSettings *settings)
{
  GwDay day = gw_shift_get_day (shift);
  g_autofree char *description = settings->describe != NULL
                                     ? settings->describe (shift, settings->data)
                                     : NULL;

  begin_event (text, shift, settings);
  append_instant (text, "DTSTART",
                  gw_civil_to_instant (settings->zone, day, gw_shift_get_start (shift)));
  append_instant (text, "DTEND",
                  gw_civil_to_instant (settings->zone, day, gw_shift_get_end (shift)));
  append_text (text, "SUMMARY", _ ("Shift"));
  if (description != NULL && *description != '\0')
    append_text (text, "DESCRIPTION", description);
  append_line (text, "CLASS:PRIVATE");
  append_line (text, "END:VEVENT");
}

static void
append_absence (GString *text, const GwAbsence *absence, const GwIcalSettings *settings)
{
  GwDay first = gw_absence_get_first_day (absence);
  GwDay last = gw_absence_has_last_day (absence) ? gw_absence_get_last_day (absence) : first;

  if (gw_absence_get_state (absence) != GW_ABSENCE_APPROVED)
    return;
  begin_event (text, absence, settings);
  if (gw_absence_has_start (absence) && gw_absence_has_end (absence))
    {
      append_instant (text, "DTSTART",
                      gw_civil_to_instant (settings->zone, first, gw_absence_get_start (absence)));
      append_instant (text, "DTEND",
                      gw_civil_to_instant (settings->zone, last, gw_absence_get_end (absence)));
    }
  else
    {
      append_day (text, "DTSTART", first);
      append_day (text, "DTEND", gw_day_add (last, 1));
    }
  append_text (text, "SUMMARY", _ ("Away"));
  append_line (text, "CLASS:PRIVATE");
  append_line (text, "END:VEVENT");
}

char *
gw_ical_write (GPtrArray *shifts, GPtrArray *absences, const GwIcalSettings *settings)
{
  GString *text = g_string_new (NULL);

  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//Good Week//Good Week//EN");
  append_line (text, "CALSCALE:GREGORIAN");
  append_line (text, "METHOD:PUBLISH");
  if (settings->calendar_name != NULL)
    append_text (text, "X-WR-CALNAME", settings->calendar_name);
  append_text (text, "X-WR-TIMEZONE", g_time_zone_get_identifier (settings->zone));
  for (guint i = 0; i < shifts->len; i++)
    append_shift (text, g_ptr_array_index (shifts, i), settings);
  for (guint i = 0; absences != NULL && i < absences->len; i++)
    append_absence (text, g_ptr_array_index (absences, i), settings);
  append_line (text, "END:VCALENDAR");
  return g_string_free (text, FALSE);
}
