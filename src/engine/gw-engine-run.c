/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-run.h. Each pass is linear in the items of the run; a tie inside the run is
 * honoured where it can be and checked at the end, so a run is refused rather than mistimed.
 */
#include "gw-engine-run.h"

#include <stdlib.h>

#define ALWAYS (GW_ENGINE_TIME_MAX * 2)

static int32_t
min_of (int32_t a, int32_t b)
{
  return a < b ? a : b;
}

static int32_t
max_of (int32_t a, int32_t b)
{
  return a > b ? a : b;
}

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
      int32_t start = max_of (window->open, time), even;

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
      int32_t start = min_of (window->close, time), even;

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
      *low = max_of (*low, tie->b == item ? start + tie->low : start - tie->high);
      *high = min_of (*high, tie->b == item ? start + tie->high : start - tie->low);
    }
}

/* --- The passes ------------------------------------------------------------------------------ */

/* Legs, places and the bounds that links to other runs give. Returns whether the run has a place
 * to go home from. */
static bool
look_at (GwEngineTimer *timer, const GwEngineShift *shift, int32_t mode, const int32_t *items,
         int32_t n)
{
  int32_t place = shift->start_place;
  bool has_place = false;

  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = items[i], at = timer->problem->item_place[item];

      has_place |= at >= 0;
      timer->leg[i] = gw_engine_travel (timer->problem, mode, place, at);
      place = at >= 0 ? at : place;
      timer->place[i] = place;
      timer->low[i] = -ALWAYS;
      timer->high[i] = ALWAYS;
      if (timer->item_ties.first[item] != timer->item_ties.first[item + 1])
        gw_engine_timer_link_bounds (timer, item, &timer->low[i], &timer->high[i]);
      if (item == timer->locked_item)
        {
          timer->low[i] = max_of (timer->low[i], timer->locked_start);
          timer->high[i] = min_of (timer->high[i], timer->locked_start);
        }
      timer->own[i] = gw_engine_timer_own (timer, item, timer->low[i], timer->high[i]);
    }
  return has_place;
}

static bool
find_earliest (GwEngineTimer *timer, int32_t low, int32_t high, int32_t colleague,
               const int32_t *items, int32_t n)
{
  int32_t time = low;

  for (int32_t i = 0; i < n; i++)
    {
      int32_t start = gw_engine_timer_first (
          timer, items[i], colleague, max_of (time + timer->leg[i], timer->low[i]), timer->own[i]);

      if (start > timer->high[i])
        return false;
      time = start + timer->problem->item_duration[items[i]];
      if (time > high)
        return false;
      timer->earliest[i] = start;
    }
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
        latest = min_of (latest, timer->latest[other] - tie->low);
      else
        latest = min_of (latest, timer->latest[other] + tie->high);
    }
  return latest;
}

static bool
find_latest (GwEngineTimer *timer, int32_t end, int32_t colleague, const int32_t *items, int32_t n)
{
  for (int32_t i = n - 1; i >= 0; i--)
    {
      int32_t item = items[i];
      int32_t latest = min_of (end - timer->problem->item_duration[item], timer->high[i]);

      if (timer->item_ties.first[item] != timer->item_ties.first[item + 1])
        latest = bound_by_later (timer, item, i, latest);
      timer->latest[i] = gw_engine_timer_last (timer, item, colleague, latest, timer->own[i]);
      if (timer->latest[i] < timer->earliest[i])
        return false;
      end = timer->latest[i] - timer->leg[i];
    }
  return true;
}

/* The first start of the item at @i that ties to items before it in the run allow. */
static int32_t
bound_by_earlier (const GwEngineTimer *timer, int32_t item, int32_t i, int32_t earliest)
{
  for (int32_t k = timer->item_ties.first[item]; k < timer->item_ties.first[item + 1]; k++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[k]];
      int32_t other = timer->slot_of[tie->a == item ? tie->b : tie->a];

      if (other < 0 || other >= i)
        continue;
      if (tie->is_gap || tie->b == item)
        earliest = max_of (earliest, timer->start[other] + tie->low);
      else
        earliest = max_of (earliest, timer->start[other] - tie->high);
    }
  return earliest;
}

/* Whether @item should rather be at the time it has than have a travel buffer before it. */
static inline bool
holds_time (const GwEngineTimer *timer, int32_t item)
{
  return timer->keeps_times && item < timer->problem->n_operations &&
         timer->problem->operations[item].reference_start != GW_ENGINE_NO_TIME;
}

/* Whether @item, which starts at @start, might want to start earlier. */
static inline bool
may_gain (const GwEngineTimer *timer, int32_t item, int32_t start)
{
  int32_t first = timer->first_window[2 * item], ideal, reference;

  if (item >= timer->problem->n_operations)
    return false;
  ideal = timer->windows[first].ideal;
  reference = timer->problem->operations[item].reference_start;
  return timer->first_window[2 * item + 1] - first > 1 ||
         (ideal != GW_ENGINE_NO_TIME && start > ideal) ||
         (reference != GW_ENGINE_NO_TIME && start > reference);
}

static bool
choose_starts (GwEngineTimer *timer, int32_t time, int32_t colleague, const int32_t *items,
               int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = items[i], latest = timer->latest[i], wanted, start;
      int32_t ready = time + timer->leg[i], earliest = max_of (ready, timer->low[i]);

      if (timer->item_ties.first[item] != timer->item_ties.first[item + 1])
        earliest = bound_by_earlier (timer, item, i, earliest);
      earliest = gw_engine_timer_first (timer, item, colleague, earliest, timer->own[i]);
      if (earliest > latest)
        return false;
      wanted = gw_engine_timer_wanted (timer, item, earliest, latest);
      wanted = max_of (wanted, earliest);
      if (i > 0 && timer->leg[i] > 0 && timer->aim == NULL && !holds_time (timer, item))
        wanted = max_of (wanted, ready + gw_engine_buffer (timer->problem, timer->leg[i]));
      start = earliest;
      if (wanted > earliest)
        start = gw_engine_timer_first (timer, item, colleague, min_of (wanted, latest),
                                       timer->own[i]);
      /* Latest itself is a possible start, so the first one after anything before it is too. */
      timer->start[i] = start > latest ? earliest : start;
      if (timer->aim == NULL && may_gain (timer, item, timer->start[i]))
        gw_engine_timer_pull (timer, colleague, items, i);
      time = timer->start[i] + timer->problem->item_duration[item];
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

bool
gw_engine_timer_run (GwEngineTimer *timer, int32_t s, int32_t colleague, const int32_t *items,
                     int32_t n)
{
  const GwEngineProblem *problem = timer->problem;
  const GwEngineShift *shift = &problem->shifts[s];
  int32_t mode = problem->colleagues[colleague].mode;
  int32_t low = shift->start - shift->flex_before, high = shift->end + shift->flex_after;
  bool has_place, fits;

  for (int32_t i = 0; i < n; i++)
    timer->slot_of[items[i]] = i;
  has_place = look_at (timer, shift, mode, items, n);
  fits = find_earliest (timer, low, high, colleague, items, n);
  if (fits && has_place)
    high -= gw_engine_travel (problem, mode, timer->place[n - 1], shift->end_place);
  fits = fits && find_latest (timer, high, colleague, items, n) &&
         choose_starts (timer, low, colleague, items, n) && ties_hold (timer, items, n);
  for (int32_t i = 0; i < n; i++)
    timer->slot_of[items[i]] = -1;
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
