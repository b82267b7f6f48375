/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Planning: runs the search on a worker (and as many threads as asked for), tells how far it is and
 * what the best plan so far looks like, stops when asked and keeps the best. The plan that comes
 * out is never worse than the records; pinned things, the past and what is outside the scope never
 * move, and what moved without need goes back.
 *
 * What nobody covers is planned in three stages: all others stay; on days with a trouble others come
 * at another time; then somebody else comes to them. A stage is kept only when it covers more or
 * breaks less than the first one, and is left out when there is nothing left to do.
 */
#pragma once

#include "gw-job.h"
#include "gw-plan-steps.h"
#include "gw-week-problem.h"

G_BEGIN_DECLS

/** GwPlanScope: what may move. */
typedef enum
{
  GW_PLAN_TO_COVER,   /* what nobody covers, or somebody who is away; others only for that */
  GW_PLAN_EVERYTHING, /* all visits of the planned days */
  GW_PLAN_SELECTION   /* the visits named in the options */
} GwPlanScope;

/**
 * GwPlanOptions: zero-initialise, then set what matters.
 * @scope: what may move
 * @visits: (element-type GwId, pointers) set of visits for GW_PLAN_SELECTION; nullable
 * @favour: what matters most among plans that cover as much; for GW_PLAN_TO_COVER only
 * @at_least: a plan of the problem, such as one with another favour: what comes out leaves no more to
 *   cover. A search that covers less by itself goes on from there. For GW_PLAN_TO_COVER only; nullable
 * @keep_shifts: leave open shifts open and people's shifts theirs
 * @seconds: how long; 0 means 5
 * @steps: exact budget instead of seconds; 0 means none. Same seed, threads, steps, @at_least, build:
 *   same plan. Stages share it: a quarter each for the first two, half for the third
 * @repeat: what an outcome recorded, instead of seconds and steps; none: nothing to repeat. Same
 *   problem, seed, threads, @at_least, build: same plan
 * @threads: 1–64; 0 means 2
 * @seed: any number
 */
typedef struct
{
  GwPlanScope scope;
  GHashTable *visits;
  GwPlanFavour favour;
  GwWeekPlan *at_least;
  gboolean keep_shifts;
  gdouble seconds;
  gint64 steps;
  GwPlanSteps repeat;
  guint threads;
  guint64 seed;
} GwPlanOptions;

/**
 * GwPlanNews: how far a search is.
 * @permille: done, 0–1000
 * @n_to_cover: parts of visits that are not placed
 * @n_visits: visits with too few colleagues, as the board counts them
 * @hard: broken hard rules, weighed; 0 when none
 * @medium: penalty for what is not covered
 * @soft: penalty for wishes; 0 means every wish met
 * @best: the best plan so far; referenced by whoever keeps it
 */
typedef struct
{
  gint permille;
  guint n_to_cover;
  guint n_visits;
  gint64 hard;
  gint64 medium;
  gint64 soft;
  GwWeekPlan *best;
} GwPlanNews;

/** GwPlanNewsFunc: called with news; see the function that takes it for the thread. */
typedef void (*GwPlanNewsFunc) (const GwPlanNews *news, gpointer user_data);

/**
 * GwPlanOutcome: how a search ended.
 * @score: as in #GwPlanNews, of the plan that came out
 * @before: as in #GwPlanNews, of the records
 * @steps_planned: in all; a search of steps is repeated by handing this back
 * @steps_done: of each thread; less than planned when a stage was not needed
 * @repeat: hand back for the same plan, also after a search of seconds; none when it was stopped
 * @was_stopped: somebody asked to stop
 */
typedef struct
{
  GwPlanNews score;
  GwPlanNews before;
  gint64 steps_planned;
  gint64 steps_done;
  GwPlanSteps repeat;
  gboolean was_stopped;
} GwPlanOutcome;

/**
 * gw_planner_plan_sync: searches on this thread (and more). @news (nullable) is called on this
 * thread. @cancellable stops it and keeps the best. @out_outcome nullable; its `best` members are
 * NULL. (transfer full), or NULL with GW_ERROR_INVALID or GW_ERROR_IO (no memory). Workers.
 */
GwWeekPlan *gw_planner_plan_sync (GwWeekProblem *problem, const GwPlanOptions *options,
                                  GwPlanNewsFunc news, gpointer news_data,
                                  GCancellable *cancellable, GwPlanOutcome *out_outcome,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_planner_plan_async: the same on a worker. @job reports progress and stops it (the best is
 * kept); it is finished before the callback. @news is called on the caller's main context, at most
 * ten times a second, and not after the callback. Main thread.
 */
void gw_planner_plan_async (GwWeekProblem *problem, const GwPlanOptions *options, GwJob *job,
                            GwPlanNewsFunc news, gpointer news_data, GAsyncReadyCallback callback,
                            gpointer user_data);

/** gw_planner_plan_finish: as gw_planner_plan_sync(). (transfer full) */
GwWeekPlan *gw_planner_plan_finish (GAsyncResult *result, GwPlanOutcome *out_outcome,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
