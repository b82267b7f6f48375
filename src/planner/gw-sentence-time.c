/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why not: the rules about when: windows, shift ends, travel, breaks, meetings and role
 * time, double-ups and medicine gaps.
 */
#include "config.h"

#include "gw-sentence.h"

#include "gw-meeting.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

static char *
refuse_window (const GwSentenceCase *about, const char *person, gint64 amount)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  const GwEngineOperation *op = &gw_engine_problem_get_operations (engine, NULL)[about->operation];
  const GwEngineWindow *window = &gw_engine_problem_get_windows (engine, NULL)[op->first_window];
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *span = NULL;

  if (amount >= GW_MINUTES_A_DAY / 2)
    {
      g_autofree char *day = gw_sentence_dup_day (about->week, window->open);
      /* Translators: %1$s is a person, %2$s a weekday. */
      return g_strdup_printf (_ ("%1$s’s visit is agreed for %2$s"), person, day);
    }
  from = gw_sentence_dup_clock (window->open);
  to = gw_sentence_dup_clock (window->close);
  span = gw_sentence_dup_span (amount);
  /* Translators: %1$s is a person, %2$s and %3$s times of day, %4$s a length of time. */
  return g_strdup_printf (_ ("%1$s’s visit starts between %2$s and %3$s; this is %4$s outside"),
                          person, from, to, span);
}

static char *
refuse_bounds (const GwSentenceCase *about, const char *name)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  const GwEngineShift *shift;
  g_autofree char *clock = NULL;

  if (about->shift < 0)
    return g_strdup_printf (_ ("%s has no shift then"), name);
  shift = &gw_engine_problem_get_shifts (engine, NULL)[about->shift];
  if (about->start != GW_ENGINE_NO_TIME && about->start < shift->start)
    {
      clock = gw_sentence_dup_clock (shift->start);
      return g_strdup_printf (_ ("%1$s can’t: the shift starts at %2$s"), name, clock);
    }
  clock = gw_sentence_dup_clock (shift->end);
  return g_strdup_printf (_ ("%1$s can’t: the shift ends at %2$s"), name, clock);
}

/* The visit in the shift that shares time with the one held, or −1. */
static gint32
find_overlapping (const GwSentenceCase *about)
{
  const GwEngineOperation *all = gw_engine_problem_get_operations (
      gw_week_problem_get_engine (about->week), NULL);
  gint32 end = about->start + all[about->operation].duration;

  for (gint32 i = 0; i < about->plan->n_operations; i++)
    if (i != about->operation && about->plan->shift_of[i] == about->shift &&
        about->plan->start_of[i] < end && about->plan->start_of[i] + all[i].duration > about->start)
      return i;
  return -1;
}

static char *
refuse_overlap (const GwSentenceCase *about, const char *name, gint64 amount)
{
  g_autofree char *span = gw_sentence_dup_span (amount);
  g_autofree char *other = NULL;
  gint32 operation = -1;

  if (about->operation >= 0 && about->start != GW_ENGINE_NO_TIME)
    operation = find_overlapping (about);
  if (operation < 0)
    return g_strdup_printf (_ ("%1$s can’t: two visits overlap by %2$s"), name, span);
  other = gw_sentence_dup_person (about->week, operation);
  /* Translators: %1$s is a colleague, %2$s a person, %3$s a length of time. */
  return g_strdup_printf (_ ("%1$s can’t: the visit to %2$s overlaps by %3$s"), name, other, span);
}

static char *
refuse_block (const GwSentenceCase *about, const char *name, gint32 index)
{
  const GwRecord *record = index >= 0 ? gw_week_problem_get_block (about->week, index) : NULL;

  if (record != NULL && gw_record_get_record_type (record) == &gw_meeting_type)
    /* Translators: %2$s is a meeting's title. */
    return g_strdup_printf (_ ("%1$s can’t: %2$s is then"), name, gw_meeting_get_title (record));
  return g_strdup_printf (_ ("%s can’t: role time would no longer fit"), name);
}

static char *
refuse_break (const GwSentenceCase *about, const char *name)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  gint minutes = 20;

  if (about->colleague >= 0)
    minutes = gw_engine_problem_get_colleagues (engine, NULL)[about->colleague].break_minutes;
  return g_strdup_printf (ngettext ("%1$s can’t: no room would be left for the %2$d min break",
                                    "%1$s can’t: no room would be left for the %2$d min break",
                                    (gulong) minutes),
                          name, minutes);
}

/* --- what may still move -------------------------------------------------------------------- */

/* What lies nearest before and after the visit held, of all that cannot give way. */
typedef struct
{
  gint32 free_from;
  gint32 free_until;
  gint32 place_before;
  gint32 place_after;
  gboolean is_taken;
} Room;

static void
shrink_room (Room *room, const GwSentenceCase *about, gint32 end, gint32 other_start,
             gint32 other_end, gint32 place)
{
  if (other_end <= about->start)
    {
      if (other_end > room->free_from || room->place_before == GW_ENGINE_NONE)
        room->place_before = place != GW_ENGINE_NONE ? place : room->place_before;
      room->free_from = MAX (room->free_from, other_end);
    }
  else if (other_start >= end)
    {
      if (other_start < room->free_until || room->place_after == GW_ENGINE_NONE)
        room->place_after = place != GW_ENGINE_NONE ? place : room->place_after;
      room->free_until = MIN (room->free_until, other_start);
    }
  else
    room->is_taken = TRUE;
}

static gboolean
may_move (const GwEngineBlock *block)
{
  return block->earliest < block->latest;
}

/* Minutes by which the visits and meetings around leave too little for the visit held and the way to
 * and from it; 0: there is room; negative: something else is at its time. */
static gint32
get_shortage (const GwSentenceCase *about, const GwEngineShift *shift)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  const GwEngineOperation *all = gw_engine_problem_get_operations (engine, NULL);
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (engine, NULL);
  gint32 mode = gw_engine_problem_get_colleagues (engine, NULL)[about->colleague].mode;
  gint32 end = about->start + all[about->operation].duration;
  gint32 place = all[about->operation].place;
  Room room = { shift->start, shift->end, shift->start_place, shift->end_place, FALSE };

  for (gint32 i = 0; i < about->plan->n_operations; i++)
    if (i != about->operation && about->plan->shift_of[i] == about->shift)
      shrink_room (&room, about, end, about->plan->start_of[i],
                   about->plan->start_of[i] + all[i].duration, all[i].place);
  for (gint32 b = shift->first_block; b < shift->first_block + shift->n_blocks; b++)
    if (!may_move (&blocks[b]))
      shrink_room (&room, about, end, blocks[b].earliest, blocks[b].earliest + blocks[b].duration,
                   blocks[b].place);
  if (room.is_taken)
    return -1;
  return MAX (gw_engine_problem_get_travel (engine, mode, room.place_before, place) -
                  (about->start - room.free_from),
              0) +
         MAX (gw_engine_problem_get_travel (engine, mode, place, room.place_after) -
                  (room.free_until - end),
              0);
}

/*
 * The engine puts role time and breaks where they disturb least, and then names what is short by the
 * fewest minutes, which may be the way to another visit. Where visits leave room enough, it is the
 * role time or the break that finds none. NULL: nothing may move.
 */
static char *
refuse_what_moves (const GwSentenceCase *about, const GwEngineShift *shift, const char *name)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (engine, NULL);
  gboolean has_break = FALSE;

  for (gint32 b = shift->first_block; b < shift->first_block + shift->n_blocks; b++)
    if (may_move (&blocks[b]) && blocks[b].kind == GW_ENGINE_BLOCK_ROLE)
      return refuse_block (about, name, b);
    else
      has_break |= blocks[b].kind == GW_ENGINE_BLOCK_BREAK;
  return has_break ? refuse_break (about, name) : NULL;
}

static char *
refuse_travel (const GwSentenceCase *about, const char *name, gint64 amount)
{
  gint32 shortage = -1;
  char *sentence = NULL;
  g_autofree char *span = NULL;

  if (about->operation >= 0 && about->shift >= 0 && about->colleague >= 0 &&
      about->start != GW_ENGINE_NO_TIME)
    {
      const GwEngineShift *shift = &gw_engine_problem_get_shifts (
          gw_week_problem_get_engine (about->week), NULL)[about->shift];

      shortage = get_shortage (about, shift);
      if (shortage == 0)
        sentence = refuse_what_moves (about, shift, name);
    }
  if (sentence != NULL)
    return sentence;
  span = gw_sentence_dup_span (shortage > 0 ? MIN (amount, shortage) : amount);
  return g_strdup_printf (_ ("%1$s can’t: travel needs %2$s more than there is"), name, span);
}

/* --- links ------------------------------------------------------------------------------------ */

static char *
refuse_lag (const GwSentenceCase *about, gint32 index, gint64 amount)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (about->week);
  gint32 n;
  const GwEngineLink *links = gw_engine_problem_get_links (engine, &n);
  g_autofree char *span = gw_sentence_dup_span (amount);
  g_autofree char *person = NULL, *gap = NULL;

  if (index < 0 || index >= n)
    return g_strdup_printf (_ ("An agreed gap between two visits is missed by %s"), span);
  person = gw_sentence_dup_person (about->week, links[index].a);
  if (links[index].min == GW_ENGINE_NO_TIME || links[index].min <= 0)
    return g_strdup_printf (_ ("%1$s’s two visits would be %2$s too far apart"), person, span);
  gap = gw_sentence_dup_span (links[index].min);
  /* Translators: %1$s is a person, %2$s and %3$s lengths of time: a medicine gap. */
  return g_strdup_printf (_ ("%1$s needs %2$s between these two visits; %3$s is missing"), person,
                          gap, span);
}

char *
gw_sentence_refuse_time (const GwSentenceCase *about, GwEngineRule rule, gint32 index,
                         gint64 amount)
{
  g_autofree char *name = gw_sentence_dup_colleague (about->week, about->colleague);
  g_autofree char *person = about->operation >= 0
                                ? gw_sentence_dup_person (about->week, about->operation)
                                : g_strdup ("");
  g_autofree char *span = gw_sentence_dup_span (amount);

  switch (rule)
    {
    case GW_ENGINE_RULE_WINDOW:
      return about->operation >= 0 ? refuse_window (about, person, amount) : NULL;
    case GW_ENGINE_RULE_BOUNDS:
      return refuse_bounds (about, name);
    case GW_ENGINE_RULE_ABSENCE:
    case GW_ENGINE_RULE_AWAY:
      return g_strdup_printf (_ ("%s is away then"), name);
    case GW_ENGINE_RULE_OVERLAP:
      return refuse_overlap (about, name, amount);
    case GW_ENGINE_RULE_TRAVEL:
      return refuse_travel (about, name, amount);
    case GW_ENGINE_RULE_BREAK:
      return refuse_break (about, name);
    case GW_ENGINE_RULE_BLOCK:
      return refuse_block (about, name, index);
    case GW_ENGINE_RULE_TOGETHER:
      return g_strdup_printf (_ ("Both colleagues start together; this is %s apart"), span);
    case GW_ENGINE_RULE_LAG:
      return refuse_lag (about, index, amount);
    case GW_ENGINE_RULE_PAIR:
      return g_strdup_printf (_ ("%s needs two colleagues, and only one can come"), person);
    case GW_ENGINE_RULE_ALTERNATIVE:
      return g_strdup (_ ("The other choice for this visit is planned already"));
    default:
      return NULL;
    }
}
