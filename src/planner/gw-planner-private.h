/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may move in one stage of planning, and what a plan covers. Private to the planner. */
#pragma once

#include "gw-plan-effects.h"
#include "gw-planner.h"
#include "gw-week-index.h"

G_BEGIN_DECLS

/* How far others may be disturbed while what nobody covers is planned. */
typedef enum
{
  GW_STAGE_STILL,  /* not at all */
  GW_STAGE_TIMES,  /* on the days with a trouble they may come at another time */
  GW_STAGE_PEOPLE, /* … and be given to somebody else */
  GW_N_STAGES
} GwStage;

/* A key for tables of pairs; @colleague may be none. */
static inline gpointer
gw_planner_make_pair_key (gint32 person, gint32 colleague)
{
  return GSIZE_TO_POINTER ((gsize) person * 65536 + (gsize) (colleague + 1));
}

/* What may move, in the engine's terms, with its memory. */
typedef struct
{
  GwEngineScope scope;
  guint8 *freedom;
  guint8 *may_take;
  guint8 *may_change;
} GwPlannerScope;

/* Fills @scope for @options; @stage and @has_trouble (by day of the horizon; where others may be
 * disturbed) count for GW_PLAN_TO_COVER only. Free with gw_planner_scope_clear(). */
void gw_planner_scope_fill (GwPlannerScope *scope, const GwWeekProblem *week,
                            const GwPlanOptions *options, GwStage stage, const guint8 *has_trouble);

/* Frees what @scope holds. */
void gw_planner_scope_clear (GwPlannerScope *scope);

/* The days of the horizon on which @plan leaves a planned visit to cover or breaks a hard rule that
 * moving visits could mend, one byte a day. Returns NULL when there is none. (transfer full) */
guint8 *gw_planner_scope_find_trouble (const GwWeekProblem *week, const GwEnginePlan *plan);

/* The problem of @week as a file in which what @scope holds is held; an operation that starts at
 * @never is in no shift. (transfer full) */
char *gw_problem_json_write_scoped (const GwWeekProblem *week, const GwEngineScope *scope,
                                    gint32 never);

/* Fills what gw_plan_effects_compare_cover() looks at: what @plan of @week breaks, and leaves to cover.
 * @by_rule (nullable, GW_ENGINE_N_RULES) takes the amount of each rule. */
void gw_plan_effects_measure_cover (GwPlanEffects *effects, const GwWeekProblem *week,
                                    const GwEnginePlan *plan, gint64 *by_rule);

G_END_DECLS
