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

/* The slope and the way to the next breakpoint of weight · |start - aim|. */
static void
add_distance (Say *say, int32_t start, int32_t aim, int32_t weight)
{
  say->slope += start > aim ? -(int64_t) weight : weight;
  if (start > aim)
    say->room = gw_engine_min (say->room, start - aim);
}

/* The same for weight · max (0, |start - aim| - tolerance). */
static void
add_tolerance (Say *say, int32_t start, int32_t aim, int32_t tolerance, int32_t weight)
{
  if (start > aim + tolerance)
    {
      say->slope -= weight;
      say->room = gw_engine_min (say->room, start - aim - tolerance);
    }
  else if (start > aim - tolerance)
    say->room = gw_engine_min (say->room, start - aim + tolerance);
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

/* What @item at @i says of its times when starting at @start, where its ideal is @ideal (INT32_MAX:
 * none), and it may start @room earlier. */
static inline Say
weigh_times (const GwEngineTimer *timer, const GwEngineItem *known, int32_t start, int32_t ideal,
             int32_t room)
{
  const int32_t *weight = timer->problem->settings.weight;
  Say say = { 0, room };

  if (!known->is_operation)
    return say;
  if (ideal != INT32_MAX)
    {
      add_distance (&say, start, ideal, weight[GW_ENGINE_RULE_IDEAL]);
      add_tolerance (&say, start, ideal, known->tolerance, weight[GW_ENGINE_RULE_TOLERANCE]);
    }
  if (known->reference != INT32_MAX)
    add_distance (&say, start, known->reference, weight[GW_ENGINE_RULE_STABLE_TIME]);
  return say;
}

/* Asks an item that is not easy. Those in whose way something may be (absences, gaps, links inside the
 * run) stay where they are. */
static Say
ask_other (const GwEngineTimer *timer, int32_t item, int32_t i)
{
  const GwEngineItem *known = &timer->known[item];
  int32_t start = timer->start[i], limit = timer->earliest[i], ideal;
  const GwEngineWindow *window = window_at (timer, item, start);

  if (window == NULL || timer->has_gap[item] || timer->is_away || has_tie_inside (timer, item) ||
      (known->is_operation && start % timer->grid != 0))
    return (Say){ 0, 0 };
  limit = limit < window->open ? window->open : limit;
  ideal = window->ideal == GW_ENGINE_NO_TIME ? INT32_MAX : window->ideal;
  return weigh_times (timer, known, start, ideal, start - limit);
}

static inline Say
ask (const GwEngineTimer *timer, int32_t item, int32_t i)
{
  const GwEngineItem *known = &timer->known[item];

  /* One with a start of its own is locked, and never asked to wait. */
  if (timer->ease[i] == GW_ENGINE_EASE_NONE || known->has_ties)
    return ask_other (timer, item, i);
  return weigh_times (timer, known, timer->start[i], known->ideal,
                      timer->start[i] - timer->earliest[i]);
}

static void
add_say (Say *sum, Say say)
{
  sum->slope += say.slope;
  sum->room = gw_engine_min (sum->room, say.room);
}

static Say
ask_all (const GwEngineTimer *timer, const int32_t *items, int32_t first, int32_t last)
{
  Say sum = { 0, INT32_MAX };

  for (int32_t k = first; k <= last; k++)
    add_say (&sum, ask (timer, items[k], k));
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
  return timer->start[i] - timer->start[i - 1] - timer->known[items[i - 1]].duration - leg;
}

void
gw_engine_timer_pull (GwEngineTimer *timer, const int32_t *items, int32_t last)
{
  int32_t first = last, step, gap, buffer;
  int64_t price = timer->problem->settings.weight[GW_ENGINE_RULE_BUFFER];
  int32_t grid = timer->grid;
  Say sum, more;

  sum = ask (timer, items[last], last);
  for (int32_t n = 0; n < MAX_PULLS; n++)
    {
      if (sum.slope >= 0 || sum.room < grid)
        return;
      gap = room_before (timer, items, first, &buffer);
      step = gap - buffer < sum.room ? gap - buffer : sum.room;
      step = gw_engine_round_down (step, grid);
      if (step <= 0)
        {
          more = ask (timer, items[first - 1], first - 1);
          if (more.room > 0 && sum.slope + more.slope < 0)
            {
              first--;
              add_say (&sum, more);
              continue;
            }
          step = gw_engine_round_down (gw_engine_min (sum.room, gap), grid);
          if (step <= 0 || sum.slope + price >= 0)
            return;
        }
      for (int32_t k = first; k <= last; k++)
        timer->start[k] -= step;
      sum = ask_all (timer, items, first, last);
    }
}
