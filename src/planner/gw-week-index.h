/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which record each index of the engine stands for, and back. For the planner itself and for
 * `good-week-plan`; whoever may not see the engine cannot include this. All lent, immutable; any
 * thread.
 */
#pragma once

#include "gw-engine-plan.h"
#include "gw-engine-solve.h"
#include "gw-week-problem.h"

G_BEGIN_DECLS

/** gw_week_problem_get_engine: the sealed problem. (transfer none) */
const GwEngineProblem *gw_week_problem_get_engine (const GwWeekProblem *self);

/**
 * gw_week_problem_new_gentle: the problem of the same records, index by index, in which changing
 * what the records have costs more than any wish gains, and what @favour says weighs more.
 * (transfer full), or NULL as gw_week_problem_new(). Workers.
 */
GwWeekProblem *gw_week_problem_new_gentle (const GwWeekProblem *self, GwPlanFavour favour,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** gw_week_problem_get_records_plan: the records as a plan. (transfer none) */
const GwEnginePlan *gw_week_problem_get_records_plan (const GwWeekProblem *self);

/** gw_week_problem_get_visit: the visit of @operation; @out_slot (nullable): which part of it. */
const GwRecord *gw_week_problem_get_visit (const GwWeekProblem *self, gint32 operation,
                                           guint *out_slot);

/** gw_week_problem_get_shift: the record of engine shift @shift. */
const GwRecord *gw_week_problem_get_shift (const GwWeekProblem *self, gint32 shift);

/** gw_week_problem_get_colleague: the record of engine colleague @colleague. */
const GwRecord *gw_week_problem_get_colleague (const GwWeekProblem *self, gint32 colleague);

/** gw_week_problem_get_block: meeting or role time of sealed block @block; NULL for a break. */
const GwRecord *gw_week_problem_get_block (const GwWeekProblem *self, gint32 block);

/** gw_week_problem_get_skill: the skill behind bit @bit of the engine's skill sets. */
GwId gw_week_problem_get_skill (const GwWeekProblem *self, guint bit);

/** gw_week_problem_find_operations: first operation of @visit and how many; −1 when not in it. */
gint32 gw_week_problem_find_operations (const GwWeekProblem *self, GwId visit, guint *out_n);

/** gw_week_problem_find_shift: index of a shift record, or −1. */
gint32 gw_week_problem_find_shift (const GwWeekProblem *self, GwId shift);

/** gw_week_problem_find_colleague: index of a colleague record, or −1. */
gint32 gw_week_problem_find_colleague (const GwWeekProblem *self, GwId colleague);

/** gw_week_problem_get_day_of: the civil day of an engine time (floor). */
GwDay gw_week_problem_get_day_of (const GwWeekProblem *self, gint32 time);

/** gw_week_problem_get_time: engine time of @minute after midnight of @day. */
gint32 gw_week_problem_get_time (const GwWeekProblem *self, GwDay day, GwMinute minute);

/** gw_week_problem_get_now: engine time before which all is past, or GW_ENGINE_NO_TIME. */
gint32 gw_week_problem_get_now (const GwWeekProblem *self);

/** gw_week_problem_is_planned: whether @operation lies in the planned days and may still move. */
gboolean gw_week_problem_is_planned (const GwWeekProblem *self, gint32 operation);

/** gw_week_problem_is_planned_shift: whether the shift lies in the planned days, not in the past. */
gboolean gw_week_problem_is_planned_shift (const GwWeekProblem *self, gint32 shift);

/**
 * gw_week_problem_may_take: whether visits of the planned days may be planned in @shift: a planned one,
 * or one of the night before, which ends on the first morning.
 */
gboolean gw_week_problem_may_take (const GwWeekProblem *self, gint32 shift);

/** gw_week_problem_is_away: whether @colleague is away at some moment from @start until @end. */
gboolean gw_week_problem_is_away (const GwWeekProblem *self, gint32 colleague, gint32 start,
                                  gint32 end);

/**
 * gw_week_problem_get_homeless: the colleague whom the records name for @operation although that
 * colleague has no shift then; the none id otherwise.
 */
GwId gw_week_problem_get_homeless (const GwWeekProblem *self, gint32 operation);

/**
 * GwFamiliarity: how well a colleague and a person know each other, from twelve weeks. The colleague
 * is new when they have not met and the person is known.
 * @has_met: in the twelve weeks before, or elsewhere in the plan
 * @person_known: somebody has been there in the twelve weeks, or is elsewhere in the plan: "new" means
 *   something
 * @new_faces: other colleagues who come for the first time in the 28 days that end with the horizon; 0
 *   for has_met, and where nobody came before those days
 */
typedef struct
{
  gboolean has_met;
  gboolean person_known;
  guint new_faces;
} GwFamiliarity;

/** gw_week_problem_get_familiarity: for @plan, leaving operation @except (or −1) aside. */
GwFamiliarity gw_week_problem_get_familiarity (const GwWeekProblem *self, const GwEnginePlan *plan,
                                               gint32 person, gint32 colleague, gint32 except);

/** gw_week_plan_new: a plan of @problem from an engine plan, which it takes. (transfer full) */
GwWeekPlan *gw_week_plan_new (GwWeekProblem *problem, GwEnginePlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/** gw_week_plan_get_engine: the engine's plan. (transfer none) */
const GwEnginePlan *gw_week_plan_get_engine (const GwWeekPlan *self);

G_END_DECLS
