/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When several visits of a run want nearly the same time, going through them forward makes the
 * first one punctual and all others late. This shares the deviation: a tight stretch of the run
 * is pulled earlier as long as that costs the visits at its front less than it gives to those
 * behind, which is pool-adjacent-violators for piecewise linear costs, one breakpoint at a time.
 */
#include "gw-engine-run.h"

/* Breakpoints passed for one item before it is good enough. */
#define MAX_PULLS 48

/* What an item says about starting earlier: how the cost changes a minute, and for how long. */
typedef struct
{
  int64_t slope;
  int32_t room;
} Say;

static int32_t
min_of (int32_t a, int32_t b)
{
  return a < b ? a : b;
}

/* The slope and the way to the next breakpoint of weight · |start - aim|. */
static void
add_distance (Say *say, int32_t start, int32_t aim, int32_t weight)
{
  say->slope += start > aim ? -(int64_t) weight : weight;
  if (start > aim)
    say->room = min_of (say->room, start - aim);
}

/* The same for weight · max (0, |start - aim| - tolerance). */
static void
add_tolerance (Say *say, int32_t start, int32_t aim, int32_t tolerance, int32_t weight)
{
  if (start > aim + tolerance)
    {
      say->slope -= weight;
      say->room = min_of (say->room, start - aim - tolerance);
    }
  else if (start > aim - tolerance)
    say->room = min_of (say->room, start - aim + tolerance);
  else
    say->slope += weight;
}

static bool
has_tie_inside (const GwEngineTimer *timer, int32_t item)
{
  for (int32_t k = timer->item_ties.first[item]; k < timer->item_ties.first[item + 1]; k++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[k]];

      if (timer->slot_of[tie->a == item ? tie->b : tie->a] >= 0)
        return true;
    }
  return false;
}

/* The window that @start lies in. */
static const GwEngineWindow *
window_at (const GwEngineTimer *timer, int32_t item, int32_t start)
{
  for (int32_t w = timer->first_window[2 * item]; w < timer->first_window[2 * item + 1]; w++)
    if (timer->windows[w].open <= start && timer->windows[w].close >= start)
      return &timer->windows[w];
  return NULL;
}

/* Asks the item at @i. Items in whose way something may be (absences, gaps, links inside the run)
 * stay where they are. */
static Say
ask (const GwEngineTimer *timer, int32_t colleague, int32_t item, int32_t i)
{
  const GwEngineProblem *problem = timer->problem;
  const int32_t *weight = problem->settings.weight;
  const int32_t *away = problem->colleague_absences.first;
  int32_t start = timer->start[i], limit = timer->earliest[i];
  const GwEngineWindow *window = window_at (timer, item, start);
  const GwEngineOperation *op;
  Say say = { 0, 0 };

  if (window == NULL || timer->has_gap[item] || away[colleague] != away[colleague + 1] ||
      has_tie_inside (timer, item) || (item < problem->n_operations && start % timer->grid != 0))
    return say;
  limit = limit < window->open ? window->open : limit;
  say.room = start - limit;
  if (item >= problem->n_operations)
    return say;
  op = &problem->operations[item];
  if (window->ideal != GW_ENGINE_NO_TIME)
    {
      add_distance (&say, start, window->ideal, weight[GW_ENGINE_RULE_IDEAL]);
      add_tolerance (&say, start, window->ideal, op->soft_tolerance,
                     weight[GW_ENGINE_RULE_TOLERANCE]);
    }
  if (op->reference_start != GW_ENGINE_NO_TIME)
    add_distance (&say, start, op->reference_start, weight[GW_ENGINE_RULE_STABLE_TIME]);
  return say;
}

static void
add_say (Say *sum, Say say)
{
  sum->slope += say.slope;
  sum->room = min_of (sum->room, say.room);
}

static Say
ask_all (const GwEngineTimer *timer, int32_t colleague, const int32_t *items, int32_t first,
         int32_t last)
{
  Say sum = { 0, INT32_MAX };

  for (int32_t k = first; k <= last; k++)
    add_say (&sum, ask (timer, colleague, items[k], k));
  return sum;
}

/* Free minutes before the item at @i, and in @buffer how many of them are travel buffer. */
static int32_t
room_before (const GwEngineTimer *timer, const int32_t *items, int32_t i, int32_t *buffer)
{
  int32_t leg = timer->leg[i];

  *buffer = i > 0 && leg > 0 ? gw_engine_buffer (timer->problem, leg) : 0;
  if (i == 0)
    return INT32_MAX;
  return timer->start[i] - timer->start[i - 1] - timer->problem->item_duration[items[i - 1]] - leg;
}

void
gw_engine_timer_pull (GwEngineTimer *timer, int32_t colleague, const int32_t *items, int32_t last)
{
  int32_t first = last, step, gap, buffer;
  int64_t price = timer->problem->settings.weight[GW_ENGINE_RULE_BUFFER];
  int32_t grid = timer->grid;

  for (int32_t n = 0; n < MAX_PULLS; n++)
    {
      Say sum = ask_all (timer, colleague, items, first, last), more;

      if (sum.slope >= 0 || sum.room < grid)
        return;
      gap = room_before (timer, items, first, &buffer);
      step = gap - buffer < sum.room ? gap - buffer : sum.room;
      step = gw_engine_round_down (step, grid);
      if (step <= 0)
        {
          more = ask (timer, colleague, items[first - 1], first - 1);
          if (more.room > 0 && sum.slope + more.slope < 0)
            {
              first--;
              continue;
            }
          step = gw_engine_round_down (min_of (sum.room, gap), grid);
          if (step <= 0 || sum.slope + price >= 0)
            return;
        }
      for (int32_t k = first; k <= last; k++)
        timer->start[k] -= step;
    }
}
