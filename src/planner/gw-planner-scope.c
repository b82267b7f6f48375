/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may move while planning, and where something is the matter. */
#include "config.h"

#include "gw-planner-private.h"

#include "gw-engine-score.h"
#include "gw-shift.h"
#include "gw-visit.h"

/* Whether who should come is away then: nobody covers it, whatever the records say. */
static gboolean
is_left_by_absence (const GwWeekProblem *week, gint32 operation)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (week);
  const GwEnginePlan *plan = gw_week_problem_get_records_plan (week);
  gint32 start = plan->start_of[operation];
  gint32 end = start + gw_engine_problem_get_operations (engine, NULL)[operation].duration;

  return gw_week_problem_is_away (week, plan->colleague_of[plan->shift_of[operation]], start, end);
}

static gint32
get_day (const GwWeekProblem *week, gint32 operation)
{
  GwDay day = gw_visit_get_day (gw_week_problem_get_visit (week, operation, NULL));

  return gw_week_problem_get_time (week, day, GW_MINUTE (0)) / GW_MINUTES_A_DAY;
}

/* How free an operation is while what nobody covers is planned. */
static GwEngineFreedom
get_freedom_to_cover (const GwWeekProblem *week, gint32 operation, GwStage stage,
                      const guint8 *has_trouble)
{
  const GwEnginePlan *records = gw_week_problem_get_records_plan (week);

  if (records->shift_of[operation] < 0 || is_left_by_absence (week, operation))
    return GW_ENGINE_FREE;
  if (stage == GW_STAGE_STILL || has_trouble == NULL || !has_trouble[get_day (week, operation)])
    return GW_ENGINE_FIXED;
  return stage == GW_STAGE_TIMES ? GW_ENGINE_RETIME : GW_ENGINE_FREE;
}

static GwEngineFreedom
get_freedom (const GwWeekProblem *week, const GwPlanOptions *options, gint32 operation,
             GwStage stage, const guint8 *has_trouble)
{
  GwId id = gw_record_get_id (gw_week_problem_get_visit (week, operation, NULL));

  if (!gw_week_problem_is_planned (week, operation))
    return GW_ENGINE_FIXED;
  switch (options->scope)
    {
    case GW_PLAN_TO_COVER:
      return get_freedom_to_cover (week, operation, stage, has_trouble);
    case GW_PLAN_SELECTION:
      return options->visits != NULL && g_hash_table_contains (options->visits, &id)
                 ? GW_ENGINE_FREE
                 : GW_ENGINE_FIXED;
    case GW_PLAN_EVERYTHING:
    default:
      return GW_ENGINE_FREE;
    }
}

/* Whether the colleague of a shift is away in all of it. */
static gboolean
is_away (const GwWeekProblem *week, gint32 shift)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (week);
  const GwEngineShift *s = &gw_engine_problem_get_shifts (engine, NULL)[shift];
  gint32 n;
  const GwEngineAbsence *absences = gw_engine_problem_get_absences (engine, &n);

  for (gint32 i = 0; i < n; i++)
    if (absences[i].colleague == s->colleague && absences[i].start <= s->start &&
        absences[i].end >= s->end)
      return TRUE;
  return FALSE;
}

void
gw_planner_scope_fill (GwPlannerScope *scope, const GwWeekProblem *week,
                       const GwPlanOptions *options, GwStage stage, const guint8 *has_trouble)
{
  const GwEnginePlan *plan = gw_week_problem_get_records_plan (week);

  scope->freedom = g_new0 (guint8, (gsize) plan->n_operations + 1);
  scope->may_take = g_new0 (guint8, (gsize) plan->n_shifts + 1);
  scope->may_change = g_new0 (guint8, (gsize) plan->n_shifts + 1);
  for (gint32 i = 0; i < plan->n_operations; i++)
    scope->freedom[i] = (guint8) get_freedom (week, options, i, stage, has_trouble);
  for (gint32 i = 0; i < plan->n_shifts; i++)
    {
      gboolean planned = gw_week_problem_is_planned_shift (week, i);
      scope->may_take[i] = gw_week_problem_may_take (week, i);
      scope->may_change[i] = planned && !options->keep_shifts &&
                             options->scope != GW_PLAN_SELECTION &&
                             (plan->colleague_of[i] < 0 || is_away (week, i));
    }
  scope->scope = (GwEngineScope){ scope->freedom, scope->may_take, scope->may_change,
                                  gw_week_problem_get_now (week) };
}

void
gw_planner_scope_clear (GwPlannerScope *scope)
{
  g_free (scope->freedom);
  g_free (scope->may_take);
  g_free (scope->may_change);
}

/* --- trouble ---------------------------------------------------------------------------------- */

/* The operation that a broken rule is about, or one that shares its shift's day; -1: none. */
static gint32
find_operation (const GwWeekProblem *week, const GwEnginePlan *plan,
                const GwEngineContribution *part)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (week);
  gint32 shift = part->index;

  if (part->subject == GW_ENGINE_SUBJECT_OPERATION)
    return part->index;
  if (part->subject == GW_ENGINE_SUBJECT_LINK)
    return gw_engine_problem_get_links (engine, NULL)[part->index].a;
  if (part->subject == GW_ENGINE_SUBJECT_BLOCK)
    shift = gw_engine_problem_get_blocks (engine, NULL)[part->index].shift;
  else if (part->subject != GW_ENGINE_SUBJECT_SHIFT)
    return -1;
  for (gint32 i = 0; i < plan->n_operations; i++)
    if (plan->shift_of[i] == shift)
      return i;
  return -1;
}

static gboolean
is_trouble (const GwEngineContribution *part)
{
  return gw_engine_rule_get_info (part->rule)->level == GW_ENGINE_LEVEL_HARD ||
         part->rule == GW_ENGINE_RULE_UNPLACED;
}

guint8 *
gw_planner_scope_find_trouble (const GwWeekProblem *week, const GwEnginePlan *plan)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (week);
  gint32 n_days = gw_engine_problem_get_settings (engine)->n_days;
  g_autofree guint8 *days = g_new0 (guint8, (gsize) n_days + 1);
  GwEngineContributions parts = { 0 };
  gboolean has_trouble = FALSE;

  gw_engine_score_plan (engine, plan, NULL, &parts);
  for (gint32 i = 0; i < parts.n_items; i++)
    {
      gint32 operation = is_trouble (&parts.items[i]) ? find_operation (week, plan, &parts.items[i])
                                                      : -1;

      if (operation < 0 || !gw_week_problem_is_planned (week, operation))
        continue;
      days[get_day (week, operation)] = 1;
      has_trouble = TRUE;
    }
  gw_engine_contributions_clear (&parts);
  return has_trouble ? g_steal_pointer (&days) : NULL;
}
