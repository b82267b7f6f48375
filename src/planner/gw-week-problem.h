/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stretch of days as a scheduling problem, and plans for it, in terms of records. Building one is
 * a worker's job (some milliseconds for a team, tens for a neighbourhood); it is immutable and
 * counted then, and may be read from any thread. It is rebuilt after each commit.
 *
 * gw-week-index.h, for those who may see the engine, maps records to its indexes.
 */
#pragma once

#include "gw-planner-input.h"

G_BEGIN_DECLS

typedef struct _GwWeekProblem GwWeekProblem;

/** GwPlanFavour: what matters most when somebody is away and others step in. */
typedef enum
{
  GW_FAVOUR_STABILITY, /* others are disturbed least */
  GW_FAVOUR_FAMILIAR,  /* faces that people know */
  GW_FAVOUR_CHEAP,     /* little travel and overtime */
  GW_N_FAVOURS
} GwPlanFavour;

/** GwWeekPlan: who does what when, for one week problem; immutable, counted. */
typedef struct _GwWeekPlan GwWeekPlan;

/**
 * gw_week_problem_new: builds the problem of @input (referenced). (transfer full), or NULL with
 * GW_ERROR_INVALID and a sentence when the records cannot be planned at all. Workers.
 */
GwWeekProblem *gw_week_problem_new (GwPlannerInput *input, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_week_problem_ref: (transfer full); any thread. */
GwWeekProblem *gw_week_problem_ref (GwWeekProblem *self);

/** gw_week_problem_unref: any thread. */
void gw_week_problem_unref (GwWeekProblem *self);

/** gw_week_problem_get_input: the records it was made of. (transfer none) */
GwPlannerInput *gw_week_problem_get_input (const GwWeekProblem *self);

/** gw_week_problem_dup_current: the plan as the records have it. (transfer full) */
GwWeekPlan *gw_week_problem_dup_current (GwWeekProblem *self) G_GNUC_WARN_UNUSED_RESULT;

/** gw_week_problem_get_n_visits: visits that are planned or fixed here. */
guint gw_week_problem_get_n_visits (const GwWeekProblem *self);

/** gw_week_problem_get_n_guessed_legs: legs whose time is a guess: an address has no location. */
guint gw_week_problem_get_n_guessed_legs (const GwWeekProblem *self);

/** gw_week_plan_ref: (transfer full); any thread. */
GwWeekPlan *gw_week_plan_ref (GwWeekPlan *self);

/** gw_week_plan_unref: any thread. */
void gw_week_plan_unref (GwWeekPlan *self);

/** gw_week_plan_get_problem: (transfer none) */
GwWeekProblem *gw_week_plan_get_problem (const GwWeekPlan *self);

/**
 * GwPlannedSlot: one colleague's part of a visit.
 * @is_placed: whether it is covered
 * @shift: the shift it is in
 * @colleague: who holds that shift; the none id when open
 * @day: the visit's day
 * @start: minutes after midnight of @day
 * @travel_before: minutes of travel that end at the visit; 0 for the first of a run
 */
typedef struct
{
  gboolean is_placed;
  GwId shift;
  GwId colleague;
  GwDay day;
  GwMinute start;
  GwSpan travel_before;
} GwPlannedSlot;

/**
 * gw_week_plan_get_slot: where part @slot (0 … colleagues needed − 1) of @visit is. FALSE when the
 * visit is not in the problem (cancelled, held, past and never covered) or has no such slot.
 */
gboolean gw_week_plan_get_slot (const GwWeekPlan *self, GwId visit, guint slot,
                                GwPlannedSlot *out_slot);

/** gw_week_plan_get_colleague: who holds @shift; the none id when open or unknown. */
GwId gw_week_plan_get_colleague (const GwWeekPlan *self, GwId shift);

/**
 * GwPlannedBlock: a piece of a shift that is no visit.
 * @kind: what
 * @record: the meeting or role time; the none id for a break
 * @start: minutes after midnight of the shift's day
 * @duration: its length
 */
typedef struct
{
  enum
  {
    GW_BLOCK_MEETING,
    GW_BLOCK_ROLE_TIME,
    GW_BLOCK_BREAK
  } kind;
  GwId record;
  GwMinute start;
  GwSpan duration;
} GwPlannedBlock;

/** gw_week_plan_list_blocks: breaks, meetings, role time of @shift. (transfer full) (element-type GwPlannedBlock) */
GArray *gw_week_plan_list_blocks (const GwWeekPlan *self, GwId shift);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwWeekProblem, gw_week_problem_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwWeekPlan, gw_week_plan_unref)

G_END_DECLS
