/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands in cells, read the way spreadsheets and people write it: days (ISO, the United
 * Kingdom's order, Excel's serial numbers), times, timestamps with zones, hours, lists of names,
 * words that mean one of our choices. Pure; any thread.
 */
#pragma once

#include "gw-civil-time.h"

#include "gw-field.h"

G_BEGIN_DECLS

/** gw_cell_read_day: a day, also out of a timestamp; @today resolves "tomorrow". FALSE if none. */
gboolean gw_cell_read_day (const char *text, GTimeZone *zone, GwDay today, GwDay *out_day);

/**
 * gw_cell_read_moment: a day and a time: "2026-11-24T08:00Z" (as the clock in @zone shows it),
 * "24/11/2026 08:00", Excel's 46350.333. FALSE if the text is not both.
 */
gboolean gw_cell_read_moment (const char *text, GTimeZone *zone, GwDay today, GwDay *out_day,
                              GwMinute *out_minute);

/** gw_cell_read_minute: a time of day: "8", "08:00:00", "8.30pm", Excel's 0.3333. */
gboolean gw_cell_read_minute (const char *text, GwMinute *out_minute);

/** gw_cell_read_hours: a length given in hours: "35", "37.5", "37:30", "7h"; minutes in @out_span. */
gboolean gw_cell_read_hours (const char *text, GwSpan *out_span);

/** gw_cell_read_span: a length given in minutes: "30", "00:30", "1h15". */
gboolean gw_cell_read_span (const char *text, GwSpan *out_span);

/** gw_cell_read_flag: "yes", "y", "true", "1", "x", "✓" and their opposites. */
gboolean gw_cell_read_flag (const char *text, gboolean *out_flag);

/** gw_cell_read_degrees: a latitude or longitude as decimal degrees, in 10^-6 degrees. */
gboolean gw_cell_read_degrees (const char *text, gdouble most, gint32 *out_degrees);

/**
 * gw_cell_read_weekdays: days of the week as people write them: "every Monday", "Mon, Wed + Fri",
 * "mon-fri", "daily", "weekends", "every other Tuesday", "fortnightly on Friday". Bit n of @out_days is
 * the day with that number in gw_weekday_choices; @out_weeks is 2 for every other week, else 0.
 * FALSE when a word is none of these.
 */
gboolean gw_cell_read_weekdays (const char *text, guint64 *out_days, guint *out_weeks);

/** gw_cell_split: pieces between ';', '|', '&', '/', line ends and "and", trimmed. (transfer full) */
char **gw_cell_split (const char *text);

/**
 * gw_cell_to_choice_words: @text with words that lists use for @choices ("bike", "smoker", "F")
 * replaced by the choices' keys, joined by ';'. (transfer full)
 */
char *gw_cell_to_choice_words (const char *text, const GwChoice *choices);

/**
 * gw_cell_split_expiry: parts "Medication (2027-01-31)" or "Medication until 31/1/27" into a name and
 * a day. @out_name (transfer full). FALSE when there is something in brackets that is no day.
 */
gboolean gw_cell_split_expiry (const char *text, GTimeZone *zone, GwDay today, char **out_name,
                               gboolean *out_expires, GwDay *out_day);

G_END_DECLS
