/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broken hard rules of a plan as a list in words. */
#include "config.h"

#include "gw-engine-score.h"
#include "gw-sentence.h"
#include "gw-shift.h"
#include "gw-visit-timing.h"
#include "gw-visit.h"
#include "gw-week-report.h"

#include <glib/gi18n-lib.h>

void
gw_trouble_free (GwTrouble *self)
{
  g_free (self->heading);
  g_free (self->sentence);
  g_free (self);
}

static GwTrouble *
new_trouble (const char *rule, char *sentence)
{
  GwTrouble *trouble = g_new0 (GwTrouble, 1);

  trouble->rule = rule;
  trouble->sentence = sentence;
  return trouble;
}

static char *
head_visit (const GwWeekProblem *week, gint32 operation)
{
  const GwVisit *visit = gw_week_problem_get_visit (week, operation, NULL);
  g_autofree char *day = gw_day_format (gw_visit_get_day (visit), "%A %-d %B");
  g_autofree char *person = gw_sentence_dup_person (week, operation);
  g_autofree char *clock = gw_minute_to_text (gw_visit_get_shown_start (visit));

  /* Translators: a day, a person, a time of day. */
  return g_strdup_printf (_ ("%1$s, %2$s %3$s"), day, person, clock);
}

static char *
head_shift (const GwWeekProblem *week, const GwShift *shift, gint32 colleague)
{
  g_autofree char *day = gw_day_format (gw_shift_get_day (shift), "%A %-d %B");
  g_autofree char *name = gw_sentence_dup_colleague (week, colleague);
  g_autofree char *start = gw_minute_to_text (gw_shift_get_start (shift));
  g_autofree char *end = gw_minute_to_text (gw_shift_get_end (shift));

  /* Translators: a day, a colleague, the times of a shift. */
  return g_strdup_printf (_ ("%1$s, %2$s %3$s–%4$s"), day, name, start, end);
}

/* Which shift of a colleague a broken rest or run is about: the later of the two nearest ones. */
static gint32
find_tight_shift (const GwWeekPlan *plan, gint32 colleague)
{
  const GwEnginePlan *engine_plan = gw_week_plan_get_engine (plan);
  gint32 n, best = -1, least = G_MAXINT32;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (
      gw_week_problem_get_engine (gw_week_plan_get_problem (plan)), &n);

  for (gint32 i = 0; i < n; i++)
    for (gint32 j = 0; j < n && engine_plan->colleague_of[i] == colleague; j++)
      {
        gint32 gap = shifts[i].start - shifts[j].end;
        if (i == j || engine_plan->colleague_of[j] != colleague || gap < 0 ||
            shifts[i].start <= shifts[j].start || gap >= least)
          continue;
        least = gap;
        best = i;
      }
  for (gint32 i = 0; i < n && best < 0; i++)
    if (engine_plan->colleague_of[i] == colleague)
      best = i;
  return best;
}

static GwTrouble *
tell_operation (const GwWeekPlan *plan, const GwEngineContribution *part, gint32 operation)
{
  const GwWeekProblem *week = gw_week_plan_get_problem (plan);
  const GwEnginePlan *p = gw_week_plan_get_engine (plan);
  gint32 shift = p->shift_of[operation];
  GwSentenceCase about = {
    week, p, operation, shift, p->start_of[operation], shift >= 0 ? p->colleague_of[shift] : -1
  };
  const GwVisit *visit = gw_week_problem_get_visit (week, operation, NULL);
  GwTrouble *trouble = new_trouble (
      gw_engine_rule_get_info (part->rule)->name,
      gw_sentence_refuse (&about, part->rule, part->index, part->amount));

  trouble->heading = head_visit (week, operation);
  trouble->visit = gw_record_get_id (visit);
  trouble->day = gw_visit_get_day (visit);
  if (shift >= 0)
    trouble->shift = gw_record_get_id (gw_week_problem_get_shift (week, shift));
  if (about.colleague >= 0)
    trouble->colleague = gw_record_get_id (gw_week_problem_get_colleague (week, about.colleague));
  return trouble;
}

static GwTrouble *
tell_shift (const GwWeekPlan *plan, const GwEngineContribution *part, gint32 shift,
            gint32 colleague)
{
  const GwWeekProblem *week = gw_week_plan_get_problem (plan);
  GwSentenceCase about = { week,     gw_week_plan_get_engine (plan), -1, shift, GW_ENGINE_NO_TIME,
                           colleague };
  GwTrouble *trouble = new_trouble (
      gw_engine_rule_get_info (part->rule)->name,
      gw_sentence_refuse (&about, part->rule, part->index, part->amount));

  if (shift >= 0)
    {
      const GwShift *record = gw_week_problem_get_shift (week, shift);
      trouble->heading = head_shift (week, record, colleague);
      trouble->shift = gw_record_get_id (record);
      trouble->day = gw_shift_get_day (record);
    }
  else
    {
      trouble->heading = gw_sentence_dup_colleague (week, colleague);
      trouble->day = gw_planner_input_get_first_day (gw_week_problem_get_input (week));
    }
  if (colleague >= 0)
    trouble->colleague = gw_record_get_id (gw_week_problem_get_colleague (week, colleague));
  return trouble;
}

static GwTrouble *
tell_part (const GwWeekPlan *plan, const GwEngineContribution *part)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (gw_week_plan_get_problem (plan));
  const GwEnginePlan *p = gw_week_plan_get_engine (plan);
  gint32 shift;

  switch (part->subject)
    {
    case GW_ENGINE_SUBJECT_OPERATION:
      return tell_operation (plan, part, part->index);
    case GW_ENGINE_SUBJECT_LINK:
      return tell_operation (plan, part, gw_engine_problem_get_links (engine, NULL)[part->index].b);
    case GW_ENGINE_SUBJECT_SHIFT:
      return tell_shift (plan, part, part->index, p->colleague_of[part->index]);
    case GW_ENGINE_SUBJECT_BLOCK:
      shift = gw_engine_problem_get_blocks (engine, NULL)[part->index].shift;
      return tell_shift (plan, part, shift, p->colleague_of[shift]);
    case GW_ENGINE_SUBJECT_COLLEAGUE:
      return tell_shift (plan, part, find_tight_shift (plan, part->index), part->index);
    default:
      return NULL;
    }
}

static void
add_homeless (const GwWeekPlan *plan, GPtrArray *list)
{
  const GwWeekProblem *week = gw_week_plan_get_problem (plan);
  const GwEnginePlan *p = gw_week_plan_get_engine (plan);

  for (gint32 i = 0; i < p->n_operations; i++)
    {
      GwId id = gw_week_problem_get_homeless (week, i);
      const GwVisit *visit = gw_week_problem_get_visit (week, i, NULL);
      g_autofree char *name = NULL, *day = NULL;
      GwTrouble *trouble;

      if (gw_id_is_none (id) || p->shift_of[i] >= 0)
        continue;
      name = gw_sentence_dup_colleague (week, gw_week_problem_find_colleague (week, id));
      day = gw_day_format (gw_visit_get_day (visit), "%A");
      trouble = new_trouble ("no-shift",
                             g_strdup_printf (_ ("%1$s has no shift on %2$s"), name, day));
      trouble->heading = head_visit (week, i);
      trouble->visit = gw_record_get_id (visit);
      trouble->colleague = id;
      trouble->day = gw_visit_get_day (visit);
      g_ptr_array_add (list, trouble);
    }
}

static gint
compare_trouble (gconstpointer a, gconstpointer b)
{
  const GwTrouble *first = *(const GwTrouble *const *) a, *second = *(const GwTrouble *const *) b;
  gint order = gw_day_compare (first->day, second->day);

  return order != 0 ? order : g_strcmp0 (first->heading, second->heading);
}

GPtrArray *
gw_week_plan_list_trouble (const GwWeekPlan *plan)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gw_trouble_free);
  const GwWeekProblem *week = gw_week_plan_get_problem (plan);
  GwPlannerInput *input = gw_week_problem_get_input (week);
  GwEngineContributions parts = { 0 };

  gw_engine_score_plan (gw_week_problem_get_engine (week), gw_week_plan_get_engine (plan), NULL,
                        &parts);
  for (gint32 i = 0; i < parts.n_items; i++)
    {
      GwTrouble *trouble = NULL;

      if (gw_engine_rule_get_info (parts.items[i].rule)->level == GW_ENGINE_LEVEL_HARD)
        trouble = tell_part (plan, &parts.items[i]);
      if (trouble == NULL)
        continue;
      if (gw_planner_input_has_day (input, trouble->day))
        g_ptr_array_add (list, trouble);
      else
        gw_trouble_free (trouble);
    }
  gw_engine_contributions_clear (&parts);
  add_homeless (plan, list);
  g_ptr_array_sort (list, compare_trouble);
  return list;
}

static gboolean
is_away (const GwEngineProblem *engine, const GwEngineShift *shift)
{
  gint32 n;
  const GwEngineAbsence *absences = gw_engine_problem_get_absences (engine, &n);

  for (gint32 i = 0; i < n; i++)
    if (absences[i].colleague == shift->colleague && absences[i].start < shift->end &&
        shift->start < absences[i].end)
      return TRUE;
  return FALSE;
}

static gboolean
is_at_work (const GwEngineProblem *engine, const GwEngineShift *shift)
{
  gint32 n;
  const GwEngineShift *shifts = gw_engine_problem_get_shifts (engine, &n);

  for (gint32 i = 0; i < n; i++)
    if (&shifts[i] != shift && shifts[i].colleague == shift->colleague &&
        shifts[i].start < shift->end && shift->start < shifts[i].end)
      return TRUE;
  return FALSE;
}

char *
gw_week_problem_refuse_shift (const GwWeekProblem *self, GwId shift)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (self);
  gint32 index = gw_week_problem_find_shift (self, shift);
  const GwEngineShift *held;
  GwSentenceCase about = { self, NULL, -1, index, GW_ENGINE_NO_TIME, -1 };

  if (index < 0)
    return NULL;
  held = &gw_engine_problem_get_shifts (engine, NULL)[index];
  about.colleague = held->colleague;
  if (held->colleague < 0)
    return NULL;
  if (is_away (engine, held))
    return gw_sentence_refuse (&about, GW_ENGINE_RULE_AWAY, index, 0);
  if (is_at_work (engine, held))
    return gw_sentence_refuse (&about, GW_ENGINE_RULE_ONE_SPAN, index, 0);
  return NULL;
}
