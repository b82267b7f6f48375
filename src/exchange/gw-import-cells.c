/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as spreadsheets and people write them. */
#include "config.h"

#include "gw-import-cells.h"

#include "gw-choices.h"
#include "gw-civil-parse.h"
#include "gw-parse-text.h"
#include "gw-text.h"

#include <math.h>
#include <string.h>

/* Excel's day 36526 is 2000-01-01; its numbers for 1954–2119 are not taken for anything else. */
#define EXCEL_2000 36526
#define EXCEL_FIRST 20000
#define EXCEL_LAST 80000

static gboolean
read_number (const char *text, gdouble *out_number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*text) && *text != '-' && *text != '+' && *text != '.')
    return FALSE;
  if (strspn (text, "+-.0123456789") != strlen (text))
    return FALSE;
  *out_number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*out_number);
}

static gboolean
read_excel (const char *text, GwDay *out_day, GwMinute *out_minute, gboolean *out_has_time)
{
  gdouble number;

  if (!read_number (text, &number) || number < EXCEL_FIRST || number >= EXCEL_LAST)
    return FALSE;
  out_day->value = (gint32) floor (number) - EXCEL_2000;
  out_minute->value = (gint32) floor ((number - floor (number)) * 1440 + 0.5);
  *out_has_time = strchr (text, '.') != NULL;
  return TRUE;
}

/* GLib wants seconds; most lists leave them out. */
static GDateTime *
parse_iso (const char *text, GTimeZone *zone, gboolean *out_has_zone)
{
  g_autofree char *copy = g_strdup (text);
  const char *clock = copy + 11;
  gsize n;

  if (strlen (copy) < 16 || copy[4] != '-' || copy[7] != '-' ||
      (copy[10] != 'T' && copy[10] != ' '))
    return NULL;
  copy[10] = 'T';
  n = strspn (clock, "0123456789:.");
  *out_has_zone = clock[n] != '\0';
  if (n == 5)
    {
      g_autofree char *full = g_strdup_printf ("%.16s:00%s", copy, clock + n);
      return g_date_time_new_from_iso8601 (full, zone);
    }
  return g_date_time_new_from_iso8601 (copy, zone);
}

static gboolean
read_iso (const char *text, GTimeZone *zone, GwDay *out_day, GwMinute *out_minute)
{
  gboolean has_zone = FALSE;
  g_autoptr (GDateTime) moment = parse_iso (text, zone, &has_zone);

  if (moment == NULL)
    return FALSE;
  if (has_zone)
    {
      GwInstant instant = { g_date_time_to_unix (moment) * G_USEC_PER_SEC };
      gw_civil_from_instant (zone, instant, out_day, out_minute);
      return TRUE;
    }
  *out_minute = GW_HM (g_date_time_get_hour (moment), g_date_time_get_minute (moment));
  return gw_day_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment),
                          g_date_time_get_day_of_month (moment), out_day);
}

gboolean
gw_cell_read_moment (const char *text, GTimeZone *zone, GwDay today, GwDay *out_day,
                     GwMinute *out_minute)
{
  gboolean has_time = FALSE;
  g_autofree char *day = NULL;

  if (read_iso (text, zone, out_day, out_minute))
    return TRUE;
  if (read_excel (text, out_day, out_minute, &has_time))
    return has_time;
  /* "24/11/2026 08:00": parted at one of its blanks. */
  for (const char *blank = strchr (text, ' '); blank != NULL; blank = strchr (blank + 1, ' '))
    {
      g_free (day);
      day = g_strndup (text, (gsize) (blank - text));
      if (strpbrk (blank, ":.") != NULL && gw_day_parse (day, today, out_day) &&
          gw_cell_read_minute (blank + 1, out_minute))
        return TRUE;
    }
  return FALSE;
}

gboolean
gw_cell_read_day (const char *text, GTimeZone *zone, GwDay today, GwDay *out_day)
{
  GwMinute minute;
  gboolean has_time;

  if (gw_day_from_iso (text, out_day))
    return TRUE;
  if (read_excel (text, out_day, &minute, &has_time))
    return TRUE;
  if (gw_cell_read_moment (text, zone, today, out_day, &minute))
    return TRUE;
  return gw_day_parse (text, today, out_day);
}

gboolean
gw_cell_read_minute (const char *text, GwMinute *out_minute)
{
  gsize n = strlen (text);
  gdouble number;

  /* Excel writes a time as a part of a day; "0.30" by hand would be "00.30". */
  if (g_str_has_prefix (text, "0.") && read_number (text, &number) && number < 1)
    {
      out_minute->value = (gint32) floor (number * 1440 + 0.5);
      return TRUE;
    }
  /* Seconds say nothing here. */
  if (n >= 7 && n <= 8 && text[n - 3] == ':' && text[n - 6] == ':')
    {
      g_autofree char *shorter = g_strndup (text, n - 3);
      return gw_minute_parse (shorter, out_minute);
    }
  return gw_minute_parse (text, out_minute);
}

gboolean
gw_cell_read_hours (const char *text, GwSpan *out_span)
{
  gdouble number;

  if (read_number (text, &number))
    {
      if (number < 0 || number > 336)
        return FALSE;
      out_span->value = (gint32) floor (number * 60 + 0.5);
      return TRUE;
    }
  return gw_span_parse (text, out_span);
}

gboolean
gw_cell_read_span (const char *text, GwSpan *out_span)
{
  gdouble number;

  if (read_number (text, &number))
    {
      /* Excel writes half an hour as 0.0208 of a day. */
      if (number > 0 && number < 1 && strlen (text) > 3)
        number *= 1440;
      if (number < 0 || number > 20160)
        return FALSE;
      out_span->value = (gint32) floor (number + 0.5);
      return TRUE;
    }
  return gw_span_parse (text, out_span);
}

gboolean
gw_cell_read_flag (const char *text, gboolean *out_flag)
{
  static const char *const yes[] = { "yes", "y", "true", "1", "x", "on", "✓", "✔", "tak" };
  static const char *const no[] = { "no", "n", "false", "0", "off", "-", "✗", "nie" };
  g_autofree char *folded = gw_text_fold (text);

  *out_flag = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_str_equal (folded, yes[i]))
      return TRUE;
  *out_flag = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_str_equal (folded, no[i]))
      return TRUE;
  return FALSE;
}

gboolean
gw_cell_read_degrees (const char *text, gdouble most, gint32 *out_degrees)
{
  gdouble number;

  if (!read_number (text, &number) || fabs (number) > most)
    return FALSE;
  *out_degrees = (gint32) floor (number * 1e6 + 0.5);
  return TRUE;
}

char **
gw_cell_split (const char *text)
{
  g_autoptr (GStrvBuilder) pieces = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text, ";|&/\n\t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " and ", -1);
      for (guint k = 0; words[k] != NULL; k++)
        if (*g_strstrip (words[k]) != '\0')
          g_strv_builder_add (pieces, words[k]);
    }
  return g_strv_builder_end (pieces);
}

/* What other lists call our choices. */
static const struct
{
  const GwChoice *choices;
  const char *word;
  const char *key;
} synonyms[] = {
  { gw_travel_mode_choices, "driver", "car" },
  { gw_travel_mode_choices, "drives", "car" },
  { gw_travel_mode_choices, "driving", "car" },
  { gw_travel_mode_choices, "yes", "car" },
  { gw_travel_mode_choices, "bike", "bicycle" },
  { gw_travel_mode_choices, "cycle", "bicycle" },
  { gw_travel_mode_choices, "cycling", "bicycle" },
  { gw_travel_mode_choices, "cyclist", "bicycle" },
  { gw_travel_mode_choices, "walker", "walk" },
  { gw_travel_mode_choices, "walking", "walk" },
  { gw_travel_mode_choices, "foot", "walk" },
  { gw_travel_mode_choices, "walks", "walk" },
  { gw_travel_mode_choices, "no", "walk" },
  { gw_travel_mode_choices, "public transport", "bus" },
  { gw_gender_choices, "f", "woman" },
  { gw_gender_choices, "female", "woman" },
  { gw_gender_choices, "women", "woman" },
  { gw_gender_choices, "w", "woman" },
  { gw_gender_choices, "m", "man" },
  { gw_gender_choices, "male", "man" },
  { gw_gender_choices, "men", "man" },
  { gw_home_feature_choices, "dogs", "dog" },
  { gw_home_feature_choices, "cats", "cat" },
  { gw_home_feature_choices, "smoker", "smoke" },
  { gw_home_feature_choices, "smokes", "smoke" },
  { gw_home_feature_choices, "smoking", "smoke" },
  { gw_home_feature_choices, "stair", "stairs" },
  { gw_firmness_choices, "yes", "critical" },
  { gw_firmness_choices, "y", "critical" },
  { gw_firmness_choices, "high", "critical" },
  { gw_firmness_choices, "fixed", "critical" },
  { gw_firmness_choices, "no", "agreed" },
  { gw_firmness_choices, "n", "agreed" },
  { gw_firmness_choices, "normal", "agreed" },
  { gw_firmness_choices, "low", "flexible" },
  { gw_firmness_choices, "flex", "flexible" },
  { gw_visit_kind_choices, "wellbeing", "wellbeing" },
  { gw_colleague_role_choices, "coach", "practice-coach" },
  { gw_colleague_role_choices, "leader", "wellbeing-leader" },
  { gw_colleague_role_choices, "team leader", "wellbeing-leader" },
  { gw_colleague_role_choices, "carer", "wellbeing-worker" },
  { gw_colleague_role_choices, "care worker", "wellbeing-worker" },
  { gw_colleague_role_choices, "support worker", "wellbeing-worker" },
  { gw_shift_wish_choices, "early", "earlies" },
  { gw_shift_wish_choices, "late", "lates" },
};

static const char *
find_synonym (const char *word, const GwChoice *choices)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i].choices == choices && gw_text_compare (word, synonyms[i].word) == 0)
      return synonyms[i].key;
  return word;
}

char *
gw_cell_to_choice_words (const char *text, const GwChoice *choices)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, ";,|/&\n", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ";" : "",
                              find_synonym (pieces[i], choices));
  return g_string_free (words, FALSE);
}

gboolean
gw_cell_split_expiry (const char *text, GTimeZone *zone, GwDay today, char **out_name,
                      gboolean *out_expires, GwDay *out_day)
{
  static const char *const signs[] = { "(", " until ", " expires ", " exp " };

  *out_expires = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *at = strstr (text, signs[i]);
      g_autofree char *rest = NULL;
      if (at == NULL)
        continue;
      rest = g_strdup (at + strlen (signs[i]));
      rest[strcspn (rest, ")")] = '\0';
      g_strstrip (rest);
      if (g_str_has_prefix (rest, "until "))
        memmove (rest, rest + 6, strlen (rest + 6) + 1);
      if (!gw_cell_read_day (rest, zone, today, out_day))
        return FALSE;
      *out_expires = TRUE;
      *out_name = g_strstrip (g_strndup (text, (gsize) (at - text)));
      return TRUE;
    }
  *out_name = g_strstrip (g_strdup (text));
  return TRUE;
}
