/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs the search. What nobody covers is planned in stages, each of which may disturb others more
 * than the one before and is only kept when it covers more or mends a clash: others stay as they
 * are; on the days with a trouble they may come at another time; then somebody else may come. What
 * is still moved without need in the end goes back.
 */
#include "config.h"

#include "gw-plan-replans.h"
#include "gw-planner-private.h"
#include "gw-week-report.h"

#include "gw-engine-fill.h"
#include "gw-engine-restore.h"
#include "gw-engine-score.h"
#include "gw-error.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#define DEFAULT_SECONDS 5.0
#define DEFAULT_THREADS 2
#define MOST_THREADS 64
/* Seconds between two news at least. */
#define NEWS_INTERVAL 0.05
/* Steps that are made to see how long a step takes, and how far that is trusted. */
#define TRIAL_STEPS 500
#define TRIAL_TRUST 0.8
/* Shares of the budget that the stages get, in quarters. */
static const gint stage_quarters[GW_N_STAGES] = { 1, 1, 2 };

typedef struct
{
  GwWeekProblem *week;
  GwWeekProblem *searched; /* the same, or the gentle one */
  const GwPlanOptions *options;
  GwPlanNewsFunc news;
  gpointer news_data;
  atomic_int cancel;               /* the search that is running */
  atomic_int stopped;              /* somebody asked to stop */
  double deadline;                 /* when a stage stops short of its steps, or 0 */
  double next_news;                /* when somebody may be told again */
  gint64 last_step;                /* where one that is repeated does, or 0 */
  gint first_permille, n_permille; /* what of the progress is the current stage's */
  GwPlanOutcome outcome;
} Planning;

/* --- progress --------------------------------------------------------------------------------- */

static double
read_clock (void *user_data)
{
  return (double) g_get_monotonic_time () / (double) G_USEC_PER_SEC;
}

static void
report (const GwWeekPlan *plan, gint permille, GwPlanNews *news)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (gw_week_plan_get_problem (plan));
  const GwEnginePlan *of_engine = gw_week_plan_get_engine (plan);
  GwEngineScore score = gw_engine_score_plan (engine, of_engine, NULL, NULL);

  *news = (GwPlanNews){ .permille = permille,
                        .n_to_cover = (guint) gw_engine_plan_count_unplaced (of_engine),
                        .n_visits = gw_week_plan_count_to_cover (plan),
                        .hard = score.hard,
                        .medium = score.medium,
                        .soft = score.soft };
}

static void
on_progress (const GwEngineProgress *progress, void *user_data)
{
  Planning *planning = user_data;
  gint64 done = progress->steps_planned > 0
                    ? progress->steps_done * planning->n_permille / progress->steps_planned
                    : 0;
  GwEnginePlan *copy = NULL;
  g_autoptr (GwWeekPlan) best = NULL;
  GwPlanNews news;

  if ((planning->deadline > 0 && read_clock (NULL) > planning->deadline) ||
      (planning->last_step > 0 && progress->steps_done >= planning->last_step))
    atomic_store (&planning->cancel, 1);
  /* Whoever watches sees no more, and to score a plan of many teams takes a while. */
  if (planning->news != NULL && read_clock (NULL) >= planning->next_news)
    copy = gw_engine_plan_copy (progress->best);
  if (copy == NULL)
    return;
  best = gw_week_plan_new (planning->week, copy);
  report (best, planning->first_permille + (gint) CLAMP (done, 0, planning->n_permille), &news);
  news.best = best;
  planning->news (&news, planning->news_data);
  planning->next_news = read_clock (NULL) + NEWS_INTERVAL;
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  Planning *planning = data;

  atomic_store (&planning->stopped, 1);
  atomic_store (&planning->cancel, 1);
}

/* --- one search ------------------------------------------------------------------------------- */

static GwEngineOptions
make_engine_options (Planning *planning)
{
  const GwPlanOptions *options = planning->options;

  return (GwEngineOptions){
    .threads = (gint32) CLAMP (options->threads > 0 ? options->threads : DEFAULT_THREADS, 1,
                               MOST_THREADS),
    .seed = options->seed,
    .steps = MAX (options->steps, 0),
    .seconds = options->seconds > 0 ? options->seconds : DEFAULT_SECONDS,
    .clock = read_clock,
    .cancel = &planning->cancel,
    .progress = on_progress,
    .progress_data = planning,
  };
}

G_STATIC_ASSERT (GW_PLAN_MOST_SEARCHES == GW_N_STAGES);

/* Notes what was done, so that it can be repeated. */
static void
note_search (Planning *planning, const GwEngineResult *result)
{
  GwPlanSteps *repeat = &planning->outcome.repeat;
  GwPlanSearch search = { .planned = result->steps_planned, .done = result->steps_done };

  gw_plan_search_set_replans (&search, result->replans, result->n_replans);
  if (repeat->n_searches < GW_PLAN_MOST_SEARCHES)
    repeat->searches[repeat->n_searches++] = search;
  planning->outcome.was_stopped |= result->was_cancelled && atomic_load (&planning->stopped) != 0;
  planning->outcome.steps_done += result->steps_done;
  if (planning->outcome.steps_planned == 0)
    planning->outcome.steps_planned = result->steps_planned;
}

/* What is to be repeated now, or NULL. */
static const GwPlanSearch *
get_repeated (const Planning *planning)
{
  const GwPlanSteps *repeat = &planning->options->repeat;
  guint i = planning->outcome.repeat.n_searches;

  return i < repeat->n_searches ? &repeat->searches[i] : NULL;
}

/* Has @options do what @search did. A stage that time cut short was stopped by its news; so is one
 * that repeats it, since the searches then do the same from there on. */
static void
repeat_search (Planning *planning, const GwPlanSearch *search, GwEngineReplan *replans,
               GwEngineOptions *options)
{
  options->steps = search->planned;
  options->replans = replans;
  options->n_replans = gw_plan_search_get_replans (search, replans);
  if (planning->options->scope == GW_PLAN_TO_COVER)
    planning->last_step = search->done < search->planned ? search->done : 0;
  else
    options->stop_after = search->done;
}

/* Searches from @warm with the freedom of @stage. @steps 0: as the options say. */
static GwEnginePlan *
search (Planning *planning, GwStage stage, const guint8 *has_trouble, const GwEnginePlan *warm,
        gint64 steps)
{
  GwEngineOptions options = make_engine_options (planning);
  GwEngineReplan replans[GW_ENGINE_REPLANS];
  const GwPlanSearch *repeated = get_repeated (planning);
  GwEngineResult result = { 0 };
  GwPlannerScope scope = { 0 };
  GwEnginePlan *plan;

  gw_planner_scope_fill (&scope, planning->searched, planning->options, stage, has_trouble);
  options.scope = &scope.scope;
  options.warm = warm;
  if (steps > 0)
    options.steps = steps;
  if (repeated != NULL)
    repeat_search (planning, repeated, replans, &options);
  plan = gw_engine_solve (gw_week_problem_get_engine (planning->searched), &options, &result);
  gw_planner_scope_clear (&scope);
  note_search (planning, &result);
  return plan;
}

/* --- what nobody covers ------------------------------------------------------------------------ */

/* Seconds that this thread, one of those that search, was at work: where other programs take turns
 * with it, a trial measured by the clock on the wall would say anything between nothing and all. */
static double
read_work (void)
{
  struct timespec time = { 0, 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* Seconds of work that a search of @steps takes whose plan is thrown away. */
static double
try_steps (Planning *planning, const guint8 *has_trouble, gint64 steps)
{
  const GwEnginePlan *records = gw_week_problem_get_records_plan (planning->searched);
  double begin = read_work ();

  gw_engine_plan_free (search (planning, GW_STAGE_PEOPLE, has_trouble, records, steps));
  return read_work () - begin;
}

/* How many steps the budget is worth, judged by the stage that is slowest. What it takes to begin is
 * measured apart. */
static gint64
count_steps (Planning *planning)
{
  const GwEnginePlan *records = gw_week_problem_get_records_plan (planning->searched);
  g_autofree guint8 *has_trouble = NULL;
  GwPlanNewsFunc news = planning->news;
  double beginning, rate;

  if (planning->options->steps > 0)
    return planning->options->steps;
  if (planning->options->repeat.n_searches > 0)
    return 4 * planning->options->repeat.searches[0].planned;
  has_trouble = gw_planner_scope_find_trouble (planning->searched, records);
  planning->news = NULL;
  beginning = try_steps (planning, has_trouble, 1);
  rate = TRIAL_STEPS / MAX (try_steps (planning, has_trouble, TRIAL_STEPS) - beginning, 1e-6);
  rate *= TRIAL_TRUST;
  planning->news = news;
  planning->outcome = (GwPlanOutcome){ 0 };
  return (gint64) CLAMP (make_engine_options (planning).seconds * rate, 4, 1e15);
}

static GwEngineScore
score (Planning *planning, const GwEnginePlan *plan)
{
  return gw_engine_score_plan (gw_week_problem_get_engine (planning->searched), plan, NULL, NULL);
}

/* Whether @plan is better than @best, and breaks less or covers more than @still, the plan in which
 * others stay where they are: for a wish nobody is disturbed. */
static gboolean
is_worth_it (Planning *planning, const GwEnginePlan *plan, const GwEnginePlan *best,
             const GwEngineScore *still)
{
  GwEngineScore after = score (planning, plan), before = score (planning, best);

  return gw_engine_score_compare (&after, &before) < 0 &&
         (after.hard < still->hard || (after.hard == still->hard && after.medium < still->medium));
}

/* Puts what fits into the gaps that are there. */
static void
fill (Planning *planning, GwEnginePlan *plan)
{
  GwPlannerScope scope = { 0 };

  gw_planner_scope_fill (&scope, planning->searched, planning->options, GW_STAGE_STILL, NULL);
  gw_engine_fill_plan (gw_week_problem_get_engine (planning->searched), &scope.scope, plan);
  gw_planner_scope_clear (&scope);
}

/* One stage: searches from @warm, and takes back what it moved without need. */
static GwEnginePlan *
run_stage (Planning *planning, GwStage stage, const guint8 *has_trouble, const GwEnginePlan *warm,
           gint64 steps)
{
  const GwEngineProblem *engine = gw_week_problem_get_engine (planning->searched);
  GwEnginePlan *plan;

  planning->n_permille = 250 * stage_quarters[stage];
  plan = search (planning, stage, has_trouble, warm, MAX (steps * stage_quarters[stage] / 4, 1));
  planning->first_permille += planning->n_permille;
  if (plan == NULL)
    return NULL;
  gw_engine_restore_plan (engine, gw_week_problem_get_records_plan (planning->searched), plan);
  fill (planning, plan);
  return plan;
}

/* Keeps the better of two plans, frees the other. */
static GwEnginePlan *
choose (gboolean first, GwEnginePlan *a, GwEnginePlan *b)
{
  gw_engine_plan_free (first ? b : a);
  return first ? a : b;
}

/* Whether @plan breaks less than @best, or covers more: what is favoured does not count yet, nor do
 * shifts that nobody holds. */
static gboolean
covers_more (Planning *planning, const GwEnginePlan *plan, const GwEnginePlan *best)
{
  GwPlanEffects one = { 0 }, other = { 0 };

  gw_plan_effects_measure_cover (&one, planning->week, plan, NULL);
  gw_plan_effects_measure_cover (&other, planning->week, best, NULL);
  return gw_plan_effects_compare_cover (&one, &other) < 0;
}

/* Which plans a search finds is luck in part, and differs with what is favoured: where another search
 * has covered more than @best, takes that in its place. */
static GwEnginePlan *
take_at_least (Planning *planning, GwEnginePlan *best)
{
  const GwWeekPlan *least = planning->options->at_least;
  GwEnginePlan *plan = NULL;

  if (least != NULL && covers_more (planning, gw_week_plan_get_engine (least), best))
    plan = gw_engine_plan_copy (gw_week_plan_get_engine (least));
  return plan != NULL ? choose (TRUE, plan, best) : best;
}

/* Each stage has its share of the seconds: on a busy machine the first would take them all. */
static void
begin_stage (Planning *planning, GwStage stage, double begin)
{
  gint quarters = 0;

  for (GwStage done = GW_STAGE_STILL; done <= stage; done++)
    quarters += stage_quarters[done];
  if (planning->options->steps <= 0 && planning->options->repeat.n_searches == 0)
    planning->deadline = begin + make_engine_options (planning).seconds * quarters / 4;
  atomic_store (&planning->cancel, 0);
  if (atomic_load (&planning->stopped) != 0)
    atomic_store (&planning->cancel, 1);
}

static GwEnginePlan *
cover (Planning *planning)
{
  GwEnginePlan *best = gw_engine_plan_copy (gw_week_problem_get_records_plan (planning->searched));
  gint64 steps = count_steps (planning);
  GwEngineScore still = { 0 };
  double begin = read_clock (NULL);

  if (best == NULL)
    return NULL;
  planning->outcome.steps_planned = steps;
  fill (planning, best);
  for (GwStage stage = GW_STAGE_STILL; stage < GW_N_STAGES; stage++)
    {
      g_autofree guint8 *has_trouble = NULL;
      GwEnginePlan *plan;

      if (stage == GW_STAGE_PEOPLE)
        best = take_at_least (planning, best);
      has_trouble = gw_planner_scope_find_trouble (planning->searched, best);
      if (stage > GW_STAGE_STILL && (has_trouble == NULL || planning->outcome.was_stopped))
        break;
      if (planning->options->repeat.n_searches > 0 && get_repeated (planning) == NULL)
        break;
      begin_stage (planning, stage, begin);
      plan = run_stage (planning, stage, has_trouble, best, steps);
      if (plan == NULL)
        break;
      best = choose (stage == GW_STAGE_STILL || is_worth_it (planning, plan, best, &still), plan,
                     best);
      if (stage == GW_STAGE_STILL)
        still = score (planning, best);
    }
  return take_at_least (planning, best);
}

/* --- all of it -------------------------------------------------------------------------------- */

static GwEnginePlan *
plan_all (Planning *planning, GError **error)
{
  const GwEnginePlan *records = gw_week_problem_get_records_plan (planning->week);
  g_autoptr (GwWeekProblem) gentle = NULL;
  GwEnginePlan *plan;

  planning->searched = planning->week;
  if (planning->options->scope == GW_PLAN_TO_COVER)
    {
      gentle = gw_week_problem_new_gentle (planning->week, planning->options->favour, error);
      if (gentle == NULL)
        return NULL;
      planning->searched = gentle;
      plan = cover (planning);
    }
  else
    {
      planning->n_permille = 1000;
      plan = search (planning, GW_STAGE_STILL, NULL, records, 0);
    }
  if (plan == NULL)
    g_set_error_literal (error, GW_ERROR, GW_ERROR_IO,
                         _ ("There is not enough memory to plan these days."));
  else
    gw_engine_restore_plan (gw_week_problem_get_engine (planning->searched), records, plan);
  return plan;
}

GwWeekPlan *
gw_planner_plan_sync (GwWeekProblem *problem, const GwPlanOptions *options, GwPlanNewsFunc news,
                      gpointer news_data, GCancellable *cancellable, GwPlanOutcome *out_outcome,
                      GError **error)
{
  Planning planning = { .week = problem, .options = options, .news = news, .news_data = news_data };
  GwEnginePlan *plan;
  GwWeekPlan *found;
  gulong handler = 0;

  g_assert (options->at_least == NULL || gw_week_plan_get_problem (options->at_least) == problem);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), &planning, NULL);
  plan = plan_all (&planning, error);
  g_cancellable_disconnect (cancellable, handler);
  if (plan == NULL)
    return NULL;
  /* Threads that are stopped by hand stop at different steps. */
  if (planning.outcome.was_stopped)
    planning.outcome.repeat = (GwPlanSteps){ 0 };
  found = gw_week_plan_new (problem, plan);
  if (out_outcome != NULL)
    {
      g_autoptr (GwWeekPlan) records = gw_week_problem_dup_current (problem);

      *out_outcome = planning.outcome;
      report (records, 0, &out_outcome->before);
      report (found, 1000, &out_outcome->score);
    }
  return found;
}
