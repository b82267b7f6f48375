/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-run.h. Each pass is linear in the items of the run; a tie inside the run is
 * honoured where it can be and checked at the end, so a run is refused rather than mistimed.
 */
#include "gw-engine-run.h"

#include <stdlib.h>

/* --- One item -------------------------------------------------------------------------------- */

static bool
holds_grid (const GwEngineTimer *timer, const GwEngineWindow *window)
{
  return gw_engine_round_down (window->close, timer->grid) >= window->open;
}

static inline int32_t
first_in_windows (const GwEngineTimer *timer, int32_t item, int32_t time, int32_t own)
{
  for (int32_t w = timer->first_window[2 * item]; w < timer->first_window[2 * item + 1]; w++)
    {
      const GwEngineWindow *window = &timer->windows[w];
      int32_t start = gw_engine_max (window->open, time), even;

      if (window->close < time)
        continue;
      if (timer->grid == 1 || item >= timer->problem->n_operations)
        return start;
      even = gw_engine_round_down (start + timer->grid - 1, timer->grid);
      if (own >= start && own <= window->close && own < even)
        return own;
      if (even <= window->close)
        return even;
      if (!holds_grid (timer, window))
        return start;
    }
  return INT32_MAX;
}

static inline int32_t
last_in_windows (const GwEngineTimer *timer, int32_t item, int32_t time, int32_t own)
{
  for (int32_t w = timer->first_window[2 * item + 1] - 1; w >= timer->first_window[2 * item]; w--)
    {
      const GwEngineWindow *window = &timer->windows[w];
      int32_t start = gw_engine_min (window->close, time), even;

      if (window->open > time)
        continue;
      if (timer->grid == 1 || item >= timer->problem->n_operations)
        return start;
      even = gw_engine_round_down (start, timer->grid);
      if (own <= start && own >= window->open && own > even)
        return own;
      if (even >= window->open)
        return even;
      if (!holds_grid (timer, window))
        return start;
    }
  return INT32_MIN;
}

int32_t
gw_engine_timer_own (const GwEngineTimer *timer, int32_t item, int32_t low, int32_t high)
{
  int32_t own = timer->own_start[item];

  if (timer->grid > 1 && high - low < timer->grid && (own < low || own > high) &&
      gw_engine_round_down (high, timer->grid) < low)
    return low;
  return own;
}

/* Finds what is in the way of @item starting at @time: an absence or a gap to keep. Stores the
 * first start after it and the last one before it. */
static bool
is_blocked (const GwEngineTimer *timer, int32_t item, int32_t colleague, int32_t time,
            int32_t *before, int32_t *after)
{
  const GwEngineProblem *problem = timer->problem;
  const GwEngineSlices *away = &problem->colleague_absences;
  int32_t duration = problem->item_duration[item];

  for (int32_t i = away->first[colleague];
       item < problem->n_operations && i < away->first[colleague + 1]; i++)
    {
      const GwEngineAbsence *absence = &problem->absences[away->items[i]];

      if (time < absence->end && time + duration > absence->start && absence->start < absence->end)
        {
          *before = absence->start - duration;
          *after = absence->end;
          return true;
        }
    }
  for (int32_t i = timer->item_ties.first[item];
       timer->has_gap[item] && i < timer->item_ties.first[item + 1]; i++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[i]];
      int32_t other = tie->a == item ? tie->b : tie->a;

      if (!tie->is_gap || timer->shift_of[other] < 0 || timer->slot_of[other] >= 0)
        continue;
      if (abs (time - timer->start_of[other]) < tie->low)
        {
          *before = timer->start_of[other] - tie->low;
          *after = timer->start_of[other] + tie->low;
          return true;
        }
    }
  return false;
}

static bool
is_plain (const GwEngineTimer *timer, int32_t item, int32_t colleague)
{
  const int32_t *first = timer->problem->colleague_absences.first;

  return !timer->has_gap[item] && first[colleague] == first[colleague + 1];
}

int32_t
gw_engine_timer_first (const GwEngineTimer *timer, int32_t item, int32_t colleague, int32_t time,
                       int32_t own)
{
  int32_t start = first_in_windows (timer, item, time, own), before, after;

  if (is_plain (timer, item, colleague))
    return start;
  while (start != INT32_MAX && is_blocked (timer, item, colleague, start, &before, &after))
    start = first_in_windows (timer, item, after, own);
  return start;
}

int32_t
gw_engine_timer_last (const GwEngineTimer *timer, int32_t item, int32_t colleague, int32_t time,
                      int32_t own)
{
  int32_t start = last_in_windows (timer, item, time, own), before, after;

  if (is_plain (timer, item, colleague))
    return start;
  while (start != INT32_MIN && is_blocked (timer, item, colleague, start, &before, &after))
    start = last_in_windows (timer, item, before, own);
  return start;
}

int32_t
gw_engine_timer_wanted (const GwEngineTimer *timer, int32_t item, int32_t earliest, int32_t latest)
{
  if (timer->aim != NULL)
    return timer->aim[item];
  for (int32_t w = timer->first_window[2 * item]; w < timer->first_window[2 * item + 1]; w++)
    if (timer->windows[w].close >= earliest && timer->windows[w].open <= latest)
      return timer->wanted[w];
  return GW_ENGINE_NO_TIME;
}

void
gw_engine_timer_link_bounds (const GwEngineTimer *timer, int32_t item, int32_t *low, int32_t *high)
{
  for (int32_t i = timer->item_ties.first[item]; i < timer->item_ties.first[item + 1]; i++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[i]];
      int32_t other = tie->a == item ? tie->b : tie->a, start;

      if (tie->is_gap || timer->shift_of[other] < 0 || timer->slot_of[other] >= 0)
        continue;
      start = timer->start_of[other];
      *low = gw_engine_max (*low, tie->b == item ? start + tie->low : start - tie->high);
      *high = gw_engine_min (*high, tie->b == item ? start + tie->high : start - tie->low);
    }
}

/* --- The passes ------------------------------------------------------------------------------ */

/* The first start of the item at @i of the run that is being timed. */
static inline int32_t
first_at (const GwEngineTimer *timer, int32_t i, int32_t item, int32_t colleague, int32_t time)
{
  if (timer->ease[i] != GW_ENGINE_EASE_NONE)
    return gw_engine_plain_first (&timer->known[item], time);
  return gw_engine_timer_first (timer, item, colleague, time, timer->own[i]);
}

/* The bounds that links to other runs give the item at @i, and whether it is plain all the same. */
static void
bind (GwEngineTimer *timer, int32_t i, int32_t item)
{
  const GwEngineItem *known = &timer->known[item];

  timer->low[i] = -GW_ENGINE_ALWAYS;
  timer->high[i] = GW_ENGINE_ALWAYS;
  if (known->has_ties)
    gw_engine_timer_link_bounds (timer, item, &timer->low[i], &timer->high[i]);
  if (item == timer->locked_item)
    {
      timer->low[i] = gw_engine_max (timer->low[i], timer->locked_start);
      timer->high[i] = gw_engine_min (timer->high[i], timer->locked_start);
    }
  timer->own[i] = gw_engine_timer_own (timer, item, timer->low[i], timer->high[i]);
  timer->ease[i] = known->is_plain && !timer->is_away && timer->own[i] == timer->own_start[item]
                       ? GW_ENGINE_EASE_PLAIN
                       : GW_ENGINE_EASE_NONE;
}

/* The earliest start of the item at @i when it is not free and the colleague there at @time. */
static int32_t
bound_first (GwEngineTimer *timer, int32_t i, int32_t item, int32_t colleague, int32_t time)
{
  int32_t start;

  bind (timer, i, item);
  start = first_at (timer, i, item, colleague, gw_engine_max (time, timer->low[i]));
  return start > timer->high[i] ? INT32_MAX : start;
}

/* The items that links of the run are looked up by. Returns whether there are any. */
static bool
mark_slots (GwEngineTimer *timer, const int32_t *items, int32_t n)
{
  bool has_ties = false;

  for (int32_t i = 0; i < n; i++)
    if (timer->known[items[i]].has_ties)
      {
        timer->slot_of[items[i]] = i;
        has_ties = true;
      }
  return has_ties;
}

static void
forget_slots (GwEngineTimer *timer, const int32_t *items, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    timer->slot_of[items[i]] = -1;
}

/* Legs, places, earliest starts. Returns false when something comes too late; stores when the last
 * item is to end at the latest. */
static bool
go_forward (GwEngineTimer *timer, const GwEngineShift *shift, int32_t colleague,
            const int32_t *items, int32_t n, int32_t *end)
{
  const GwEngineProblem *problem = timer->problem;
  int32_t mode = problem->mode_of[colleague], place = shift->start_place;
  int32_t time = shift->start - shift->flex_before, high = shift->end + shift->flex_after;
  bool has_place = false;

  for (int32_t i = 0; i < n; i++)
    {
      const GwEngineItem *known = &timer->known[items[i]];
      int32_t leg = gw_engine_travel (problem, mode, place, known->place), start;

      has_place |= known->place >= 0;
      place = known->place >= 0 ? known->place : place;
      timer->leg[i] = leg;
      timer->place[i] = place;
      if (known->is_plain && !known->has_ties && !timer->is_away && items[i] != timer->locked_item)
        {
          timer->ease[i] = GW_ENGINE_EASE_FREE;
          start = gw_engine_plain_first (known, time + leg);
        }
      else
        start = bound_first (timer, i, items[i], colleague, time + leg);
      if (start > high - known->duration)
        return false;
      time = start + known->duration;
      timer->earliest[i] = start;
    }
  timer->last_leg = has_place ? gw_engine_travel (problem, mode, place, shift->end_place) : 0;
  *end = high - timer->last_leg;
  return true;
}

/* The latest start of the item at @i that leaves room for ties to items after it in the run. */
static int32_t
bound_by_later (const GwEngineTimer *timer, int32_t item, int32_t i, int32_t latest)
{
  for (int32_t k = timer->item_ties.first[item]; k < timer->item_ties.first[item + 1]; k++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[k]];
      int32_t other = timer->slot_of[tie->a == item ? tie->b : tie->a];

      if (other <= i)
        continue;
      if (tie->is_gap || tie->a == item)
        latest = gw_engine_min (latest, timer->latest[other] - tie->low);
      else
        latest = gw_engine_min (latest, timer->latest[other] + tie->high);
    }
  return latest;
}

/* The latest start of the item at @i when it is not free and shall start at @latest or before. */
static int32_t
bound_last (const GwEngineTimer *timer, int32_t i, int32_t item, int32_t colleague, int32_t latest)
{
  const GwEngineItem *known = &timer->known[item];

  latest = gw_engine_min (latest, timer->high[i]);
  if (known->has_ties)
    latest = bound_by_later (timer, item, i, latest);
  if (timer->ease[i] == GW_ENGINE_EASE_PLAIN)
    return gw_engine_plain_last (known, latest);
  return gw_engine_timer_last (timer, item, colleague, latest, timer->own[i]);
}

static bool
find_latest (GwEngineTimer *timer, int32_t end, int32_t colleague, const int32_t *items, int32_t n)
{
  for (int32_t i = n - 1; i >= 0; i--)
    {
      const GwEngineItem *known = &timer->known[items[i]];
      int32_t latest = end - known->duration;

      if (timer->ease[i] == GW_ENGINE_EASE_FREE)
        latest = gw_engine_plain_last (known, latest);
      else
        latest = bound_last (timer, i, items[i], colleague, latest);
      if (latest < timer->earliest[i])
        return false;
      timer->latest[i] = latest;
      end = latest - timer->leg[i];
    }
  return true;
}

/* Narrows what the item at @i may choose, [@earliest, @latest], by ties to items before it in the run,
 * which have chosen, and to items after it, which start at their earliest at the soonest. */
static void
bound_in_run (const GwEngineTimer *timer, int32_t item, int32_t i, int32_t *earliest,
              int32_t *latest)
{
  for (int32_t k = timer->item_ties.first[item]; k < timer->item_ties.first[item + 1]; k++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[k]];
      int32_t other = timer->slot_of[tie->a == item ? tie->b : tie->a], low = tie->low,
              high = tie->high, start;

      if (other < 0 || (tie->is_gap && other > i))
        continue;
      if (!tie->is_gap && tie->a == item)
        {
          low = -tie->high;
          high = -tie->low;
        }
      start = other < i ? timer->start[other] : timer->earliest[other];
      *earliest = gw_engine_max (*earliest, start + low);
      if (other < i)
        *latest = gw_engine_min (*latest, start + high);
    }
}

/* Whether @item, which starts at @start, might want to start earlier. */
static inline bool
may_gain (const GwEngineTimer *timer, int32_t item, int32_t start)
{
  const GwEngineItem *known = &timer->known[item];
  int32_t first = timer->first_window[2 * item], ideal;

  if (!known->is_operation || start > known->reference)
    return known->is_operation;
  if (known->is_plain)
    return start > known->ideal;
  ideal = timer->windows[first].ideal;
  return timer->first_window[2 * item + 1] - first > 1 ||
         (ideal != GW_ENGINE_NO_TIME && start > ideal);
}

/* The start that the item at @i aims for: not before @earliest, and with a buffer after being @ready. */
static inline int32_t
aim_for (const GwEngineTimer *timer, int32_t i, int32_t item, int32_t earliest, int32_t ready)
{
  const GwEngineItem *known = &timer->known[item];
  int32_t wanted;

  if (timer->ease[i] != GW_ENGINE_EASE_NONE && timer->aim == NULL)
    wanted = known->wanted;
  else
    wanted = gw_engine_timer_wanted (timer, item, earliest, timer->latest[i]);
  wanted = gw_engine_max (wanted, earliest);
  if (i > 0 && timer->leg[i] > 0 && timer->aim == NULL && !known->holds_time)
    wanted = gw_engine_max (wanted, ready + gw_engine_buffer (timer->problem, timer->leg[i]));
  return wanted;
}

static bool
choose_starts (GwEngineTimer *timer, int32_t time, int32_t colleague, const int32_t *items,
               int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = items[i], latest = timer->latest[i], wanted, start;
      int32_t ready = time + timer->leg[i], earliest = ready;

      if (timer->ease[i] != GW_ENGINE_EASE_FREE)
        {
          earliest = gw_engine_max (ready, timer->low[i]);
          bound_in_run (timer, item, i, &earliest, &latest);
        }
      earliest = first_at (timer, i, item, colleague, earliest);
      if (earliest > latest)
        return false;
      wanted = aim_for (timer, i, item, earliest, ready);
      start = earliest;
      if (wanted > earliest)
        start = first_at (timer, i, item, colleague, gw_engine_min (wanted, latest));
      /* Unless a tie has narrowed it, latest is a possible start, and so there is one from wanted on. */
      timer->start[i] = start > latest ? earliest : start;
      if (timer->aim == NULL && may_gain (timer, item, timer->start[i]))
        gw_engine_timer_pull (timer, items, i);
      time = timer->start[i] + timer->known[item].duration;
    }
  return true;
}

/* Whether all ties between items of the run hold. */
static bool
ties_hold (const GwEngineTimer *timer, const int32_t *items, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    for (int32_t k = timer->item_ties.first[items[i]]; k < timer->item_ties.first[items[i] + 1];
         k++)
      {
        const GwEngineTie *tie = &timer->ties[timer->item_ties.items[k]];
        int32_t a = timer->slot_of[tie->a], b = timer->slot_of[tie->b], apart;

        if (a < 0 || b < 0)
          continue;
        apart = timer->start[b] - timer->start[a];
        if (tie->is_gap ? abs (apart) < tie->low : apart < tie->low || apart > tie->high)
          return false;
      }
  return true;
}

static bool
is_away (const GwEngineProblem *problem, int32_t colleague)
{
  const int32_t *first = problem->colleague_absences.first;

  return first[colleague] != first[colleague + 1];
}

bool
gw_engine_timer_run (GwEngineTimer *timer, int32_t s, int32_t colleague, const int32_t *items,
                     int32_t n)
{
  const GwEngineShift *shift = &timer->problem->shifts[s];
  int32_t low = shift->start - shift->flex_before, end;
  bool has_ties = mark_slots (timer, items, n), fits;

  timer->is_away = is_away (timer->problem, colleague);
  fits = go_forward (timer, shift, colleague, items, n, &end) &&
         find_latest (timer, end, colleague, items, n) &&
         choose_starts (timer, low, colleague, items, n) &&
         (!has_ties || ties_hold (timer, items, n));
  if (has_ties)
    forget_slots (timer, items, n);
  return fits;
}

static void
exchange (int32_t **a, int32_t **b)
{
  int32_t *c = *a;

  *a = *b;
  *b = c;
}

void
gw_engine_timer_keep (GwEngineTimer *timer)
{
  exchange (&timer->earliest, &timer->kept[0]);
  exchange (&timer->latest, &timer->kept[1]);
  exchange (&timer->start, &timer->kept[2]);
  exchange (&timer->place, &timer->kept[3]);
}
