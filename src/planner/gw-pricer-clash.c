/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a visit from being covered, in words. */
#include "config.h"

#include "gw-pricer-private.h"

#include "gw-engine-core.h"
#include "gw-meeting.h"
#include "gw-skill.h"
#include "gw-visit.h"

#include <glib/gi18n-lib.h>

#define MOST_CLASHES 64

void
gw_clash_free (GwClash *self)
{
  g_free (self->sentence);
  g_free (self);
}

/* --- what was agreed --------------------------------------------------------------------------- */

static char *
tell_window (GwPricer *self, gint32 operation)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->week);
  const GwEngineOperation *op = &gw_engine_problem_get_operations (engine, NULL)[operation];
  const GwEngineWindow *window = &gw_engine_problem_get_windows (engine, NULL)[op->first_window];
  g_autofree char *person = gw_sentence_dup_person (self->week, operation);
  g_autofree char *from = gw_sentence_dup_clock (window->open);
  g_autofree char *to = gw_sentence_dup_clock (window->close);

  if (window->open == window->close)
    return g_strdup_printf (_ ("%1$s’s visit starts at %2$s"), person, from);
  return g_strdup_printf (_ ("%1$s’s visit starts between %2$s and %3$s"), person, from, to);
}

static char *
tell_skills (GwPricer *self, gint32 operation)
{
  const GwEngineOperation *op = &gw_engine_problem_get_operations (
      gw_week_problem_get_engine (self->week), NULL)[operation];
  GwPlannerInput *input = gw_week_problem_get_input (self->week);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint bit = 0; bit < 64; bit++)
    {
      const GwSkill *skill = gw_planner_input_find (input, &gw_skill_type,
                                                    gw_week_problem_get_skill (self->week, bit));
      if (((op->skills >> bit) & 1) == 0)
        continue;
      /* Translators: between the names of skills in a list. */
      g_string_append (names, names->len > 0 ? C_ ("between skills", ", ") : "");
      g_string_append (names, skill != NULL ? gw_skill_get_name (skill) : C_ ("skill", "a skill"));
    }
  /* Translators: %s is a skill such as "hoist", or several with commas. */
  return g_strdup_printf (_ ("It needs somebody who is signed off for %s"), names->str);
}

static char *
tell_link (GwPricer *self, gint32 index)
{
  const GwEngineLink *link = &gw_engine_problem_get_links (gw_week_problem_get_engine (self->week),
                                                           NULL)[index];
  g_autofree char *person = gw_sentence_dup_person (self->week, link->a);
  g_autofree char *gap = NULL;

  switch (link->kind)
    {
    case GW_ENGINE_LINK_TOGETHER:
      return g_strdup_printf (_ ("%s needs two colleagues at the same time"), person);
    case GW_ENGINE_LINK_SAME:
      return g_strdup_printf (_ ("%s asked for the same colleague both times"), person);
    case GW_ENGINE_LINK_DIFFERENT:
      return g_strdup_printf (_ ("%s needs different colleagues"), person);
    case GW_ENGINE_LINK_LAG:
    case GW_ENGINE_LINK_GAP:
    default:
      break;
    }
  if (link->min == GW_ENGINE_NO_TIME || link->min <= 0)
    {
      gap = gw_sentence_dup_span (link->max);
      return g_strdup_printf (_ ("%1$s’s two visits are at most %2$s apart"), person, gap);
    }
  gap = gw_sentence_dup_span (link->min);
  return g_strdup_printf (_ ("%1$s needs %2$s between two visits"), person, gap);
}

/* --- what others do ---------------------------------------------------------------------------- */

static char *
tell_visit (GwPricer *self, gint32 operation)
{
  const GwEngineOperation *op = &gw_engine_problem_get_operations (
      gw_week_problem_get_engine (self->week), NULL)[operation];
  gint32 start = self->before->start_of[operation];
  g_autofree char *person = gw_sentence_dup_person (self->week, operation);
  g_autofree char *name = gw_sentence_dup_colleague (
      self->week, self->before->colleague_of[self->before->shift_of[operation]]);
  g_autofree char *from = gw_sentence_dup_clock (start);
  g_autofree char *to = gw_sentence_dup_clock (start + op->duration);

  /* Translators: %1$s is a colleague, %2$s a person, %3$s and %4$s times of day. */
  return g_strdup_printf (_ ("%1$s is with %2$s from %3$s to %4$s"), name, person, from, to);
}

static gint32
get_block_holder (GwPricer *self, gint32 index)
{
  const GwEngineBlock *block = &gw_engine_problem_get_blocks (
      gw_week_problem_get_engine (self->week), NULL)[index];

  return self->before->colleague_of[block->shift];
}

static char *
tell_block (GwPricer *self, gint32 index)
{
  const GwEngineBlock *block = &gw_engine_problem_get_blocks (
      gw_week_problem_get_engine (self->week), NULL)[index];
  const GwRecord *record = gw_week_problem_get_block (self->week, index);
  gint32 start = self->before->block_start[index];
  g_autofree char *name = gw_sentence_dup_colleague (self->week, get_block_holder (self, index));
  g_autofree char *span = gw_sentence_dup_span (block->duration);
  g_autofree char *from = gw_sentence_dup_clock (start);
  g_autofree char *to = gw_sentence_dup_clock (start + block->duration);

  if (block->kind == GW_ENGINE_BLOCK_BREAK)
    /* Translators: %1$s is a colleague, %2$s a length of time. */
    return g_strdup_printf (_ ("%1$s needs a break of %2$s"), name, span);
  if (record != NULL && gw_record_get_record_type (record) == &gw_meeting_type)
    /* Translators: %1$s is a colleague, %2$s a meeting’s title, %3$s and %4$s times of day. */
    return g_strdup_printf (_ ("%1$s has %2$s from %3$s to %4$s"), name,
                            gw_meeting_get_title (record), from, to);
  /* Translators: %1$s is a colleague, %2$s a length of time. */
  return g_strdup_printf (_ ("%1$s has %2$s of role time"), name, span);
}

/* --- one of the set ----------------------------------------------------------------------------- */

static char *
tell_colleague (GwPricer *self, gint32 operation, const GwEngineClash *part)
{
  GwSentenceCase about = {
    self->week, self->before, operation, -1, GW_ENGINE_NO_TIME, part->index
  };
  const GwVisit *visit = gw_week_problem_get_visit (self->week, operation, NULL);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (part->kind == GW_ENGINE_CLASH_FIT)
    return gw_sentence_refuse (&about, part->rule, -1, 1);
  name = gw_sentence_dup_colleague (self->week, part->index);
  day = gw_day_format (gw_visit_get_day (visit), "%A");
  return g_strdup_printf (_ ("%1$s is away on %2$s"), name, day);
}

static char *
tell_clash (GwPricer *self, gint32 operation, const GwEngineClash *part)
{
  GwSentenceCase about = { self->week, self->before, operation, -1, GW_ENGINE_NO_TIME, -1 };

  switch (part->kind)
    {
    case GW_ENGINE_CLASH_WINDOW:
      return tell_window (self, part->index);
    case GW_ENGINE_CLASH_SKILL:
      return tell_skills (self, part->index);
    case GW_ENGINE_CLASH_PIN:
      return gw_sentence_refuse (&about, GW_ENGINE_RULE_PIN, -1, 1);
    case GW_ENGINE_CLASH_LINK:
      return tell_link (self, part->index);
    case GW_ENGINE_CLASH_VISIT:
      return tell_visit (self, part->index);
    case GW_ENGINE_CLASH_BLOCK:
      return tell_block (self, part->index);
    case GW_ENGINE_CLASH_FIT:
    case GW_ENGINE_CLASH_AWAY:
    default:
      return tell_colleague (self, operation, part);
    }
}

static gint32
get_colleague (GwPricer *self, const GwEngineClash *part)
{
  if (part->kind == GW_ENGINE_CLASH_FIT || part->kind == GW_ENGINE_CLASH_AWAY)
    return part->index;
  if (part->kind == GW_ENGINE_CLASH_VISIT)
    return self->before->colleague_of[self->before->shift_of[part->index]];
  return part->kind == GW_ENGINE_CLASH_BLOCK ? get_block_holder (self, part->index) : -1;
}

static GwClash *
make_clash (GwPricer *self, gint32 operation, const GwEngineClash *part)
{
  GwClash *clash = g_new0 (GwClash, 1);
  gint32 colleague = get_colleague (self, part);

  clash->sentence = tell_clash (self, operation, part);
  if (part->kind == GW_ENGINE_CLASH_WINDOW || part->kind == GW_ENGINE_CLASH_VISIT)
    clash->visit = gw_record_get_id (gw_week_problem_get_visit (self->week, part->index, NULL));
  if (colleague >= 0)
    clash->colleague = gw_record_get_id (gw_week_problem_get_colleague (self->week, colleague));
  return clash;
}

/* --- all of it ---------------------------------------------------------------------------------- */

static char *
make_headline (GwPricer *self, gint32 operation, GwEngineCoreStatus status, guint n)
{
  const GwVisit *visit = gw_week_problem_get_visit (self->week, operation, NULL);
  g_autofree char *person = gw_sentence_dup_person (self->week, operation);
  g_autofree char *day = gw_day_format (gw_visit_get_day (visit), "%A");

  switch (status)
    {
    case GW_ENGINE_CORE_FOUND:
      /* Translators: %s is a person; what follows is a list of sentences. */
      return g_strdup_printf (
          ngettext ("%s’s visit finds no place because of this:",
                    "%s’s visit finds no place because all of this comes together:", n),
          person);
    case GW_ENGINE_CORE_FITS:
      return g_strdup_printf (_ ("%s’s visit could be covered as things are"), person);
    case GW_ENGINE_CORE_NOBODY:
      return g_strdup_printf (_ ("Nobody has a shift on %s that is long enough"), day);
    case GW_ENGINE_CORE_TOO_MANY:
    case GW_ENGINE_CORE_NO_MEMORY:
    default:
      return g_strdup_printf (_ ("Too much stands in the way of %s’s visit to tell"), person);
    }
}

/* Kinds as they are listed, then colleague by colleague, then by time. */
static gint
compare_clashes (gconstpointer a, gconstpointer b, gpointer data)
{
  GwPricer *self = data;
  const GwEngineClash *first = a, *second = b;
  gint32 who = get_colleague (self, first), whom = get_colleague (self, second);

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (who != whom)
    return who < whom ? -1 : 1;
  if (first->kind == GW_ENGINE_CLASH_VISIT)
    return self->before->start_of[first->index] - self->before->start_of[second->index];
  return first->index - second->index;
}

/* Whether @operation could be in @shift, seen from its windows. */
static gboolean
could_be_in (GwPricer *self, gint32 operation, const GwEngineShift *shift)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self->week);
  const GwEngineOperation *op = &gw_engine_problem_get_operations (engine, NULL)[operation];
  const GwEngineWindow *windows = gw_engine_problem_get_windows (engine, NULL);

  for (gint32 i = op->first_window; i < op->first_window + op->n_windows; i++)
    if (windows[i].close >= shift->start && windows[i].open + op->duration <= shift->end)
      return TRUE;
  return FALSE;
}

/* With somebody in an open shift there might be a place. */
static void
add_open_shifts (GwPricer *self, gint32 operation, GPtrArray *list)
{
  gint32 n;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (
      gw_week_problem_get_engine (self->week), &n);

  for (gint32 i = 0; i < n; i++)
    {
      g_autofree char *from = gw_sentence_dup_clock (shifts[i].start);
      g_autofree char *to = gw_sentence_dup_clock (shifts[i].end);
      GwClash *clash;

      if (self->before->colleague_of[i] >= 0 || !gw_week_problem_is_planned_shift (self->week, i) ||
          !could_be_in (self, operation, &shifts[i]))
        continue;
      clash = g_new0 (GwClash, 1);
      /* Translators: an open shift; %1$s and %2$s are times of day. */
      clash->sentence = g_strdup_printf (_ ("Nobody has the shift from %1$s to %2$s"), from, to);
      g_ptr_array_add (list, clash);
    }
}

GPtrArray *
gw_pricer_list_clashes (GwPricer *self, GwId visit, char **out_headline)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_clash_free);
  gint32 operation = gw_pricer_find_part (self, visit, GW_ID_NONE), n = 0;
  GwEngineClash clashes[MOST_CLASHES];
  GwEngineCoreStatus status;

  *out_headline = NULL;
  if (operation < 0)
    {
      *out_headline = g_strdup (_ ("This visit is not planned here"));
      return list;
    }
  status = gw_engine_find_core (gw_week_problem_get_engine (self->week), self->before, operation,
                                clashes, MOST_CLASHES, &n);
  g_qsort_with_data (clashes, n, sizeof *clashes, compare_clashes, self);
  for (gint32 i = 0; i < n && status == GW_ENGINE_CORE_FOUND; i++)
    g_ptr_array_add (list, make_clash (self, operation, &clashes[i]));
  if (status == GW_ENGINE_CORE_FOUND)
    add_open_shifts (self, operation, list);
  *out_headline = make_headline (self, operation, status, list->len);
  return list;
}
