/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the board. */
#include "config.h"

#include "gw-board-words.h"

#include "gw-choices.h"
#include "gw-text.h"

#include <glib/gi18n-lib.h>

char *
gw_board_words_day (GwDay day)
{
  /* Translators: a day as a column's heading, "Mon 24" */
  return gw_day_format (day, C_ ("day heading", "%a %-d"));
}

char *
gw_board_words_span (gint start, gint end)
{
  g_autofree char *from = gw_minute_to_text (GW_MINUTE (MAX (start, 0)));
  g_autofree char *until = gw_minute_to_text (GW_MINUTE (MAX (end, 0)));

  return g_strdup_printf ("%s–%s", from, until);
}

char *
gw_board_words_entry (const GwBoardEntry *entry)
{
  g_autofree char *span = gw_board_words_span (entry->start, entry->end);
  g_autofree char *name = gw_text_isolate (entry->name);

  /* Translators: a visit: the person's name, the times */
  return g_strdup_printf (C_ ("visit", "%s, %s"), name, span);
}

static void
add_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, word);
}

char *
gw_board_words_marks (const GwBoardEntry *entry)
{
  GString *words = g_string_new (NULL);

  if ((entry->flags & GW_BOARD_ENTRY_CRITICAL) != 0)
    add_word (words, _ ("time-critical"));
  if ((entry->flags & GW_BOARD_ENTRY_FLEXIBLE) != 0)
    add_word (words, _ ("flexible"));
  if ((entry->flags & GW_BOARD_ENTRY_PAIR) != 0)
    add_word (words, _ ("two colleagues"));
  if ((entry->flags & GW_BOARD_ENTRY_WELLBEING) != 0)
    add_word (words, _ ("wellbeing visit"));
  if ((entry->flags & GW_BOARD_ENTRY_PINNED) != 0)
    add_word (words, _ ("kept as it is"));
  if ((entry->flags & GW_BOARD_ENTRY_DONE) != 0)
    add_word (words, _ ("done"));
  return g_string_free (words, FALSE);
}

static void
add_colleagues (GString *words, const GwBoardWeek *week, guint index)
{
  guint at = index;

  do
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, at);
      if (entry->row >= 0)
        {
          g_autofree char *name = gw_text_isolate (
              gw_board_week_get_row (week, (guint) entry->row)->name);
          add_word (words, name);
        }
      if (entry->twin < 0)
        return;
      at = (guint) entry->twin;
    }
  while (at != index);
}

static guint
get_missing (const GwBoardWeek *week, guint index)
{
  guint at = index;

  do
    {
      const GwBoardEntry *entry = gw_board_week_get_entry (week, at);
      if (entry->missing > 0 || entry->twin < 0)
        return entry->missing;
      at = (guint) entry->twin;
    }
  while (at != index);
  return 0;
}

char *
gw_board_words_who (const GwBoardWeek *week, guint index)
{
  GString *words = g_string_new (NULL);
  guint missing = get_missing (week, index);

  add_colleagues (words, week, index);
  if (words->len == 0)
    add_word (words, _ ("no one yet"));
  else if (missing > 0)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%u more colleague needed", "%u more colleagues needed", missing), missing);
      add_word (words, more);
    }
  return g_string_free (words, FALSE);
}

/* What it is, then what is the matter with it. */
static char *
add_trouble (const char *words, const char *trouble)
{
  /* Translators: what it is: a visit or a colleague’s day; then a sentence about it */
  return g_strdup_printf (C_ ("with trouble", "%1$s. %2$s"), words, trouble);
}

char *
gw_board_words_sentence (const GwBoardWeek *week, guint index)
{
  const GwBoardEntry *entry = gw_board_week_get_entry (week, index);
  GwDay on = gw_day_add (gw_board_week_get_first_day (week), entry->day);
  g_autofree char *day = gw_day_format (on, "%a");
  g_autofree char *span = gw_board_words_span (entry->start, entry->end);
  g_autofree char *who = gw_board_words_who (week, index);
  g_autofree char *marks = gw_board_words_marks (entry);
  g_autofree char *name = gw_text_isolate (entry->name);
  GString *words = g_string_new (name);

  /* Translators: day and times of a visit, "Mon 08:00–08:30" */
  g_autofree char *when = g_strdup_printf (C_ ("day and times", "%s %s"), day, span);
  add_word (words, when);
  if (*entry->purpose != '\0')
    add_word (words, entry->purpose);
  add_word (words, who);
  if (*marks != '\0')
    add_word (words, marks);
  g_autofree char *whole = g_string_free (words, FALSE);
  return entry->trouble != NULL ? add_trouble (whole, entry->trouble) : g_steal_pointer (&whole);
}

/* Hours with at most one decimal: 28, 31.5. */
static char *
format_hours (gint minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf ("%d", minutes / 60);
  return g_strdup_printf ("%.1f", minutes / 60.0);
}

char *
gw_board_words_hours (const GwBoardRow *row)
{
  g_autofree char *hours = format_hours (row->minutes);
  g_autofree char *contract = format_hours (row->contract);

  if (row->contract <= 0)
    /* Translators: hours of a week, "28 h" */
    return g_strdup_printf (C_ ("hours", "%s h"), hours);
  /* Translators: hours of a week of those agreed, "28/35 h" */
  return g_strdup_printf (C_ ("hours", "%s/%s h"), hours, contract);
}

static const char *
get_absence_word (const GwBoardCell *cell)
{
  if (cell->absence_asked)
    return _ ("Leave asked for");
  switch (cell->absence)
    {
    case GW_ABSENCE_LEAVE:
      return _ ("Leave");
    case GW_ABSENCE_TRAINING:
      return _ ("Training");
    default:
      return _ ("Away");
    }
}

char *
gw_board_words_shift (const GwBoardCell *cell)
{
  if (cell->absence != 0 && (cell->n_shifts == 0 || !cell->absence_asked))
    return g_strdup (get_absence_word (cell));
  if (cell->n_shifts == 0)
    return NULL;
  return gw_board_words_span (cell->start, cell->end);
}

/* Full hours without their zeros. */
static char *
format_short (gint minute)
{
  gint hour = minute / 60 % 24;

  if (minute % 60 == 0)
    return g_strdup_printf ("%d", hour);
  return g_strdup_printf ("%d:%02d", hour, minute % 60);
}

char *
gw_board_words_short_shift (const GwBoardCell *cell)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (cell->n_shifts == 0 || cell->absence != 0)
    return gw_board_words_shift (cell);
  start = format_short (cell->start);
  end = format_short (cell->end);
  return g_strdup_printf ("%s–%s", start, end);
}

char *
gw_board_words_part (const GwBoardWeek *week, gint row, gint day, gint shift, gboolean narrow)
{
  GwBoardCell cell = *gw_board_week_get_cell (week, row, day);

  if (shift >= 0)
    {
      const GwBoardShift *part = gw_board_week_get_shift (week, (guint) shift);
      cell.start = part->start;
      cell.end = part->end;
    }
  return narrow ? gw_board_words_short_shift (&cell) : gw_board_words_shift (&cell);
}

guint
gw_board_words_count (const GwBoardWeek *week, gint row, gint day, gint shift)
{
  return shift >= 0 ? gw_board_week_get_shift (week, (guint) shift)->n_entries
                    : gw_board_week_get_cell (week, row, day)->n_entries;
}

const char *
gw_board_words_row (const GwBoardWeek *week, gint row)
{
  return row >= 0 ? gw_board_week_get_row (week, (guint) row)->name : _ ("Open shifts");
}

/* Whether @segment is of @shift, or of any when that is negative. */
static gboolean
is_of_shift (const GwBoardWeek *week, const GwBoardSegment *segment, gint shift)
{
  const GwBoardShift *part = shift >= 0 ? gw_board_week_get_shift (week, (guint) shift) : NULL;

  return part == NULL || (segment->start >= part->start && segment->start < part->end);
}

/* A colleague's day, %1$s, and what is in it besides visits, at %2$s; NULL for what is not said. */
static const char *
choose_team_time (GwBoardSegmentKind kind)
{
  switch (kind)
    {
    case GW_BOARD_SEGMENT_TEAM:
      /* Translators: a colleague's day, then a meeting in it, "10:00–11:00" */
      return C_ ("cell", "%1$s, meeting %2$s");
    case GW_BOARD_SEGMENT_ROLE:
      /* Translators: a colleague's day, then its role time, "10:00–11:00" */
      return C_ ("cell", "%1$s, role time %2$s");
    case GW_BOARD_SEGMENT_ROLE_ANY:
      /* Translators: a colleague's day, then role time without a time of its own: where it fits now */
      return C_ ("cell", "%1$s, role time about %2$s");
    default:
      return NULL;
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* What is said of a day, @words (taken), and its meetings and role time: the ribbon shows them, and
 * they are no visits. */
static char *
add_team_time (char *words, const GwBoardWeek *week, const GwBoardCell *cell, gint shift)
{
  for (guint i = 0; i < cell->n_segments; i++)
    {
      const GwBoardSegment *segment = gw_board_week_get_segment (week, cell->first_segment + i);
      const char *format = choose_team_time (segment->kind);

      if (format == NULL || !is_of_shift (week, segment, shift))
        continue;
      g_autofree char *before = words;
      g_autofree char *span = gw_board_words_span (segment->start, segment->end);
      words = g_strdup_printf (format, before, span);
    }
  return words;
}
#pragma GCC diagnostic pop

static char *
dup_cell (const GwBoardWeek *week, gint row, gint day, gint shift)
{
  GwDay on = gw_day_add (gw_board_week_get_first_day (week), day);
  g_autofree char *who = gw_text_isolate (row >= 0 ? gw_board_words_row (week, row)
                                                   : _ ("Open shift"));
  guint n = gw_board_words_count (week, row, day, shift);
  g_autofree char *heading = gw_board_words_day (on);
  g_autofree char *part = gw_board_words_part (week, row, day, shift, FALSE);
  g_autofree char *visits = g_strdup_printf (ngettext ("%u visit", "%u visits", n), n);

  if (part == NULL && n == 0)
    /* Translators: a colleague's day: name, day */
    return g_strdup_printf (
        row >= 0 ? C_ ("cell", "%s, %s: not working") : C_ ("cell", "%s, %s: none"), who, heading);
  if (n == 0)
    /* Translators: a colleague's day without visits: name, day, shift or leave */
    return g_strdup_printf (C_ ("cell", "%s, %s: %s"), who, heading, part);
  /* Translators: a colleague's day: name, day, shift or leave, number of visits */
  return g_strdup_printf (C_ ("cell", "%s, %s: %s, %s"), who, heading,
                          part != NULL ? part : _ ("not working"), visits);
}

char *
gw_board_words_cell (const GwBoardWeek *week, gint row, gint day, gint shift)
{
  return add_team_time (dup_cell (week, row, day, shift), week,
                        gw_board_week_get_cell (week, row, day), shift);
}

char *
gw_board_words_cell_sentence (const GwBoardWeek *week, gint row, gint day, gint shift)
{
  const char *trouble = gw_board_week_get_cell (week, row, day)->trouble;
  g_autofree char *name = gw_board_words_cell (week, row, day, shift);

  if (trouble == NULL)
    return g_steal_pointer (&name);
  return add_trouble (name, trouble);
}
