/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan means for people, against the records. */
#include "config.h"

#include "gw-plan-effects.h"

#include "gw-planner-private.h"

#include "gw-engine-score.h"
#include "gw-sentence.h"
#include "gw-week-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const GwWeekProblem *week;
  const GwEngineProblem *engine;
  const GwEnginePlan *before, *after;
  GHashTable *people, *visits, *pairs;
  GHashTable *left, *short_of; /* visits that nobody came to in full, before and after */
} View;

static gint32
get_holder (const GwEnginePlan *plan, gint32 operation)
{
  gint32 shift = plan->shift_of[operation];

  return shift >= 0 ? plan->colleague_of[shift] : GW_ENGINE_NONE;
}

/* Whether nobody has @operation in the records, or somebody who is away then. */
static gboolean
is_left (const View *view, gint32 operation)
{
  gint32 start = view->before->start_of[operation];
  gint32 end = start + gw_engine_problem_get_operations (view->engine, NULL)[operation].duration;
  gint32 colleague = get_holder (view->before, operation);

  return colleague < 0 || gw_week_problem_is_away (view->week, colleague, start, end);
}

static void
count_face (const View *view, gint32 operation, GwPlanEffects *effects)
{
  gint32 person = gw_engine_problem_get_operations (view->engine, NULL)[operation].person;
  gint32 colleague = get_holder (view->after, operation);
  gpointer pair = gw_planner_make_pair_key (person, colleague);
  GwFamiliarity known;

  if (person < 0 || colleague < 0 || colleague == get_holder (view->before, operation) ||
      !g_hash_table_add (view->pairs, pair))
    return;
  known = gw_week_problem_get_familiarity (view->week, view->before, person, colleague, operation);
  effects->new_faces += !known.has_met && known.person_known;
}

static void
count_operation (const View *view, gint32 operation, GwPlanEffects *effects)
{
  const GwEngineOperation *op = &gw_engine_problem_get_operations (view->engine, NULL)[operation];
  gint32 was = get_holder (view->before, operation), is = get_holder (view->after, operation);
  gint32 moved = view->after->start_of[operation] - view->before->start_of[operation];
  const GwRecord *visit = gw_week_problem_get_visit (view->week, operation, NULL);

  /* Other days and what is over stay as they are; who has no shift comes all the same. */
  if (!gw_week_problem_is_planned (view->week, operation) ||
      (is < 0 && !gw_id_is_none (gw_week_problem_get_homeless (view->week, operation))))
    return;
  if (is < 0)
    g_hash_table_add (view->short_of, (gpointer) visit);
  if (is_left (view, operation))
    {
      g_hash_table_add (view->left, (gpointer) visit);
      count_face (view, operation, effects);
      return;
    }
  if (was == is && (is < 0 || moved == 0))
    return;
  g_hash_table_add (view->people, GINT_TO_POINTER (op->person + 1));
  g_hash_table_add (view->visits, (gpointer) visit);
  if (is >= 0)
    effects->moved += ABS (moved);
  count_face (view, operation, effects);
}

static gint
weigh (const GwEngineProblem *engine, const gint64 *before, const gint64 *after, GwEngineRule rule)
{
  gint32 weight = gw_engine_problem_get_settings (engine)->weight[rule];

  return weight > 0 ? (gint) ((after[rule] - before[rule]) / weight) : 0;
}

/* Visits, as the lane counts them: one for two colleagues is covered when both are there. */
static void
count_cover (const View *view, GwPlanEffects *effects)
{
  GHashTableIter iter;
  gpointer visit;

  g_hash_table_iter_init (&iter, view->left);
  while (g_hash_table_iter_next (&iter, &visit, NULL))
    effects->n_covered += !g_hash_table_contains (view->short_of, visit);
  effects->n_to_cover = g_hash_table_size (view->short_of);
}

void
gw_plan_effects_measure_cover (GwPlanEffects *effects, const GwWeekProblem *week,
                               const GwEnginePlan *plan, gint64 *by_rule)
{
  gint64 amounts[GW_ENGINE_N_RULES];
  GwEngineScore score = gw_engine_score_plan (gw_week_problem_get_engine (week), plan, amounts,
                                              NULL);

  effects->broken = score.hard;
  effects->uncovered = amounts[GW_ENGINE_RULE_UNPLACED];
  if (by_rule != NULL)
    memcpy (by_rule, amounts, sizeof amounts);
}

void
gw_plan_effects_compute (const GwWeekPlan *plan, GwPlanEffects *effects)
{
  gint64 before[GW_ENGINE_N_RULES], after[GW_ENGINE_N_RULES];
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) visits = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) short_of = g_hash_table_new (NULL, NULL);
  View view = { .week = gw_week_plan_get_problem (plan),
                .after = gw_week_plan_get_engine (plan),
                .people = people,
                .visits = visits,
                .pairs = pairs,
                .left = left,
                .short_of = short_of };

  *effects = (GwPlanEffects){ 0 };
  view.engine = gw_week_problem_get_engine (view.week);
  view.before = gw_week_problem_get_records_plan (view.week);
  for (gint32 i = 0; i < view.after->n_operations; i++)
    count_operation (&view, i, effects);
  count_cover (&view, effects);
  effects->n_people = g_hash_table_size (people);
  effects->n_visits = g_hash_table_size (visits);
  gw_engine_score_plan (view.engine, view.before, before, NULL);
  gw_plan_effects_measure_cover (effects, view.week, view.after, after);
  effects->travel = weigh (view.engine, before, after, GW_ENGINE_RULE_MINUTES);
  effects->overtime = weigh (view.engine, before, after, GW_ENGINE_RULE_OVERTIME);
}

gint
gw_plan_effects_compare_cover (const GwPlanEffects *a, const GwPlanEffects *b)
{
  if (a->broken != b->broken)
    return a->broken < b->broken ? -1 : 1;
  return a->uncovered < b->uncovered ? -1 : a->uncovered > b->uncovered;
}

/* --- words ------------------------------------------------------------------------------------- */

static void
take (GPtrArray *list, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (list, sentence);
}

static char *
tell_overtime (gint minutes)
{
  g_autofree char *span = gw_sentence_dup_span (ABS (minutes));

  if (minutes == 0)
    return NULL;
  if (minutes > 0)
    return g_strdup_printf (_ ("%s more overtime"), span);
  return g_strdup_printf (_ ("%s less overtime"), span);
}

GPtrArray *
gw_plan_effects_list (const GwPlanEffects *effects)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *moved = gw_sentence_dup_span (effects->moved);

  if (effects->n_to_cover > 0)
    take (list, g_strdup_printf (ngettext ("%u visit stays to cover", "%u visits stay to cover",
                                           effects->n_to_cover),
                                 effects->n_to_cover));
  take (list, effects->n_people == 0
                  ? g_strdup (_ ("Nobody else sees a change"))
                  : g_strdup_printf (ngettext ("%u other person sees a change",
                                               "%u other people see a change", effects->n_people),
                                     effects->n_people));
  if (effects->new_faces > 0)
    take (list, g_strdup_printf (ngettext ("%u new face", "%u new faces", effects->new_faces),
                                 effects->new_faces));
  if (effects->moved > 0)
    take (list, g_strdup_printf (_ ("Times move by %s together"), moved));
  take (list, gw_sentence_travel (effects->travel));
  take (list, tell_overtime (effects->overtime));
  return list;
}

const char *
gw_plan_favour_to_text (GwPlanFavour favour)
{
  switch (favour)
    {
    case GW_FAVOUR_FAMILIAR:
      return _ ("Most familiar");
    case GW_FAVOUR_CHEAP:
      return _ ("Cheapest");
    case GW_FAVOUR_STABILITY:
    case GW_N_FAVOURS:
    default:
      return _ ("Least disruption");
    }
}
