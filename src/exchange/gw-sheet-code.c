/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What codes in cells mean. */
#include "config.h"

#include "gw-week-sheet-private.h"

#include "gw-choices.h"
#include "gw-civil-parse.h"
#include "gw-text.h"

#include <string.h>

/* What most teams mean. The shift times are usual ones, until the team says others. */
static const struct
{
  const char *codes;
  GwSheetMeaning meaning;
  gint start;
  gint end;
  gint absence;
} known[] = {
  { "e early earlies am morning", GW_SHEET_SHIFT, 420, 840, 0 },
  { "m mid middle midday", GW_SHEET_SHIFT, 600, 1020, 0 },
  { "d day days", GW_SHEET_SHIFT, 540, 1020, 0 },
  { "l late lates pm evening", GW_SHEET_SHIFT, 900, 1320, 0 },
  { "n night nights", GW_SHEET_SHIFT, 1320, 1860, 0 },
  { "al annualleave leave hol hols holiday holidays h vac", GW_SHEET_ABSENCE, 0, 0,
    GW_ABSENCE_LEAVE },
  { "s sick sickness sl ill away aw ml pl mat compassionate cl", GW_SHEET_ABSENCE, 0, 0,
    GW_ABSENCE_AWAY },
  { "t tr trn training study course induction", GW_SHEET_ABSENCE, 0, 0, GW_ABSENCE_TRAINING },
  { "off o rd do x r rest restday dayoff na no 0 free", GW_SHEET_NOTHING, 0, 0, 0 },
};

char *
gw_sheet_code_key (const char *text)
{
  g_autofree char *folded = gw_text_fold (text);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  if (key->len == 0) /* "-", "—" and the like */
    g_string_append (key, "off");
  return g_string_free (key, FALSE);
}

static gboolean
is_among (const char *word, const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) each, word);
}

void
gw_sheet_code_guess (GwSheetCode *code)
{
  g_autofree char *key = gw_sheet_code_key (code->code);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_among (key, known[i].codes))
      {
        code->meaning = known[i].meaning;
        code->start = GW_MINUTE (known[i].start);
        code->end = GW_MINUTE (known[i].end);
        code->absence = known[i].absence;
        return;
      }
}

static gboolean
parse_range (const char *text, GwMinute *start, GwMinute *end)
{
  const char *digits = text + strcspn (text, "0123456789");

  /* "E 07:00-14:00" says it twice. */
  return gw_minute_range_parse (text, start, end) ||
         (digits > text && gw_minute_range_parse (digits, start, end));
}

guint
gw_sheet_parse_ranges (const char *text, GwMinute *starts, GwMinute *ends)
{
  static const char *const partings[] = { "/", "+", "&", ",", ";", "\n", " and ", " " };

  if (strpbrk (text, "0123456789") == NULL)
    return 0;
  if (parse_range (text, &starts[0], &ends[0]))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (partings); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, partings[i], 2);
      if (g_strv_length (parts) == 2 && parse_range (g_strstrip (parts[0]), &starts[0], &ends[0]) &&
          parse_range (g_strstrip (parts[1]), &starts[1], &ends[1]) &&
          starts[1].value >= ends[0].value)
        return 2;
    }
  return 0;
}

GwSheetCode *
gw_week_sheet_find_code (GwWeekSheet *self, const char *cell)
{
  g_autofree char *key = NULL;
  GwMinute starts[2], ends[2];

  if (*cell == '\0' || gw_sheet_parse_ranges (cell, starts, ends) > 0)
    return NULL;
  key = gw_sheet_code_key (cell);
  return g_hash_table_lookup (self->by_code, key);
}

static char *
describe (const GwSheetCode *code)
{
  g_autofree char *start = gw_minute_to_text (code->start);
  g_autofree char *end = gw_minute_to_text (GW_MINUTE (code->end.value % GW_MINUTES_A_DAY));

  switch (code->meaning)
    {
    case GW_SHEET_SHIFT:
      return g_strdup_printf ("%s-%s", start, end);
    case GW_SHEET_ABSENCE:
      for (guint i = 0; gw_absence_kind_choices[i].key != NULL; i++)
        if (gw_absence_kind_choices[i].number == code->absence)
          return g_strdup (gw_absence_kind_choices[i].key);
      return g_strdup ("");
    case GW_SHEET_NOTHING:
      return g_strdup ("off");
    case GW_SHEET_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

char *
gw_week_sheet_legend_to_text (GwWeekSheet *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->codes->len; i++)
    {
      const GwSheetCode *code = g_ptr_array_index (self->codes, i);
      g_autofree char *key = gw_sheet_code_key (code->code);
      g_autofree char *meaning = describe (code);
      g_string_append_printf (text, "%s=%s\n", key, meaning);
    }
  return g_string_free (text, FALSE);
}

static void
apply_meaning (GwSheetCode *code, const char *meaning)
{
  GwMinute start, end;

  if (gw_minute_range_parse (meaning, &start, &end))
    {
      code->meaning = GW_SHEET_SHIFT;
      code->start = start;
      code->end = end;
      return;
    }
  if (g_str_equal (meaning, "off"))
    code->meaning = GW_SHEET_NOTHING;
  for (guint i = 0; gw_absence_kind_choices[i].key != NULL; i++)
    if (g_str_equal (gw_absence_kind_choices[i].key, meaning))
      {
        code->meaning = GW_SHEET_ABSENCE;
        code->absence = gw_absence_kind_choices[i].number;
      }
}

void
gw_week_sheet_apply_legend (GwWeekSheet *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *sign = strchr (lines[i], '=');
      GwSheetCode *code;
      g_autofree char *key = NULL;
      if (sign == NULL)
        continue;
      *sign = '\0';
      key = gw_sheet_code_key (lines[i]);
      code = g_hash_table_lookup (self->by_code, key);
      if (code != NULL)
        apply_meaning (code, g_strstrip (sign + 1));
    }
}
