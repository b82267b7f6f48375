/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding the slot of a run that disturbs others least. Slots that the earliest and latest starts
 * of the run without the visit rule out are passed over; what is left is timed.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-price-private.h"

/* What a minute by which others move weighs against one that the visit itself is off its aim. */
#define MINUTE_MOVED 1000000

GwEngineRule
gw_engine_pricer_who (const GwEnginePricer *pricer, int32_t operation, int32_t s)
{
  const GwEngineProblem *problem = pricer->problem;
  int32_t c = pricer->work->colleague_of[s];
  uint8_t reason;

  if (c < 0)
    return GW_ENGINE_RULE_NO_COLLEAGUE;
  if ((problem->operations[operation].skills &
       ~gw_engine_skills (problem, c, problem->shifts[s].day)) != 0 &&
      problem->settings.weight[GW_ENGINE_RULE_SKILL] != 0)
    return GW_ENGINE_RULE_SKILL;
  reason = problem->assign_reason[(int64_t) operation * problem->n_colleagues + c];
  return reason != 0 ? (GwEngineRule) (reason - 1) : GW_ENGINE_RULE_NONE;
}

/* Minutes that visits other than @operation start away from where they are. That a break moves
 * disturbs nobody. */
static int64_t
displaced (const GwEnginePricer *self, int32_t operation, int32_t n)
{
  int64_t minutes = 0;

  for (int32_t i = 0; i < n; i++)
    if (self->trial[i] != operation && self->trial[i] < self->problem->n_operations)
      minutes += abs (self->timer.start[i] - self->aim[self->trial[i]]);
  return minutes;
}

/* The time a visit that may start anywhere aims for. */
static int32_t
find_aim (const GwEnginePricer *self, int32_t operation, int32_t s)
{
  const GwEngineShift *shift = &self->problem->shifts[s];
  const GwEngineTimer *timer = &self->timer;

  for (int32_t w = timer->first_window[2 * operation]; w < timer->first_window[2 * operation + 1];
       w++)
    if (timer->windows[w].close >= shift->start - shift->flex_before &&
        timer->windows[w].ideal != GW_ENGINE_NO_TIME)
      return timer->windows[w].ideal;
  return GW_ENGINE_NO_TIME;
}

/* What makes one fitting better than another: others move less, then nearer to what is aimed
 * for. */
static int64_t
judge (const GwEnginePricer *self, int32_t operation, int32_t slot, int32_t n)
{
  int64_t minutes = displaced (self, operation, n);
  int32_t aim = self->aim[operation];

  return minutes * MINUTE_MOVED +
         (aim == GW_ENGINE_NO_TIME ? 0 : abs (self->timer.start[slot] - aim));
}

/* Whether @operation cannot start at @start (NO_TIME: at any time) of shift @s, whatever else there
 * is in it. */
static bool
is_out_of_reach (const GwEnginePricer *self, int32_t operation, int32_t s, int32_t start)
{
  const GwEngineShift *shift = &self->problem->shifts[s];
  int32_t low = shift->start - shift->flex_before;
  int32_t high = shift->end + shift->flex_after - self->problem->item_duration[operation];

  if (start != GW_ENGINE_NO_TIME)
    {
      if (start < low || start > high)
        return true;
      low = high = start;
    }
  for (int32_t w = self->timer.first_window[2 * operation];
       w < self->timer.first_window[2 * operation + 1]; w++)
    if (self->timer.windows[w].open <= high && self->timer.windows[w].close >= low)
      return false;
  return true;
}

/* --- Room ------------------------------------------------------------------------------------ */

/* Times the @n items in list[] as a run of shift @s by itself. A visit that is linked to something
 * in it must not bind it from where it is now. */
static void
find_room (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t n,
           GwEngineRoom *room)
{
  GwEngineTimer *timer = &self->timer;
  int32_t was = timer->shift_of[operation];
  size_t bytes = (size_t) n * sizeof (int32_t);

  timer->shift_of[operation] = GW_ENGINE_NONE;
  room->is_known = true;
  room->is_possible = gw_engine_timer_run (timer, s, c, self->list, n);
  timer->shift_of[operation] = was;
  if (!room->is_possible)
    return;
  memcpy (room->earliest, timer->earliest, bytes);
  memcpy (room->latest, timer->latest, bytes);
  memcpy (room->place, timer->place, bytes);
}

/* What the run in list[] leaves free. Nobody who moves in this question may have moved yet for the
 * run to be that of the plan. */
static const GwEngineRoom *
get_room (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t n)
{
  const int32_t *ties = self->timer.item_ties.first;
  bool is_plain = self->n_changed == 0 && self->handed < 0 &&
                  ties[operation] == ties[operation + 1];
  GwEngineRoom *room = &self->own_room;

  if (is_plain && self->plan->shift_of[operation] != s)
    room = &self->rooms[s];
  if (room == &self->own_room || !room->is_known)
    find_room (self, operation, s, c, n, room);
  return room;
}

/* The latest time at which something that happens at @place may end before the item at @slot of
 * list[]. */
static int32_t
find_due (const GwEnginePricer *self, const GwEngineRoom *room, int32_t s, int32_t mode,
          int32_t place, int32_t slot, int32_t n)
{
  const GwEngineProblem *problem = self->problem;
  int32_t taken = 0;

  for (int32_t i = slot; i < n; i++)
    {
      int32_t item = self->list[i];

      /* After a break the way is from where the visit was, and not as it was timed. */
      if (problem->item_place[item] >= 0)
        return room->latest[i] -
               gw_engine_travel (problem, mode, place, problem->item_place[item]) - taken;
      taken += problem->item_duration[item];
    }
  return problem->shifts[s].end + problem->shifts[s].flex_after - taken;
}

/* Whether @operation might start at @start (NO_TIME: at any time) in @slot of the @n items in
 * list[]. */
static bool
has_room (const GwEnginePricer *self, const GwEngineRoom *room, int32_t operation, int32_t s,
          int32_t c, int32_t start, int32_t slot, int32_t n)
{
  const GwEngineProblem *problem = self->problem;
  const GwEngineTimer *timer = &self->timer;
  const GwEngineShift *shift = &problem->shifts[s];
  int32_t mode = problem->colleagues[c].mode, at = problem->item_place[operation];
  int32_t place = slot > 0 ? room->place[slot - 1] : shift->start_place;
  int32_t low = slot > 0 ? room->earliest[slot - 1] + problem->item_duration[self->list[slot - 1]]
                         : shift->start - shift->flex_before;
  int32_t high;

  if (!room->is_possible)
    return true;
  low += gw_engine_travel (problem, mode, place, at);
  high = find_due (self, room, s, mode, at >= 0 ? at : place, slot, n) -
         problem->item_duration[operation];
  if (start != GW_ENGINE_NO_TIME)
    return low <= start && start <= high;
  for (int32_t w = timer->first_window[2 * operation]; w < timer->first_window[2 * operation + 1];
       w++)
    if (timer->windows[w].open <= high && timer->windows[w].close >= low && low <= high)
      return true;
  return false;
}

/* --- Slots ----------------------------------------------------------------------------------- */

/* Keeps the run in trial, which the timer has just timed, when it is the best so far. */
static void
keep_better (GwEnginePricer *self, int32_t operation, int32_t n, int64_t *best)
{
  int64_t value;
  int32_t slot = 0;

  while (self->trial[slot] != operation)
    slot++;
  value = judge (self, operation, slot, n);
  if (value >= *best)
    return;
  *best = value;
  memcpy (self->best_trial, self->trial, (size_t) n * sizeof (int32_t));
  memcpy (self->best_start, self->timer.start, (size_t) n * sizeof (int32_t));
}

/* Tries every slot of the run of @n items in list[]; best_trial gets the best. */
static void
try_slots (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t start, int32_t n,
           int64_t *best)
{
  const GwEngineRoom *room = get_room (self, operation, s, c, n);

  memcpy (self->trial + 1, self->list, (size_t) n * sizeof (int32_t));
  /* The operation wanders through the run from slot 0 to slot n. */
  for (int32_t slot = 0; slot <= n; slot++)
    {
      if (slot > 0)
        self->trial[slot - 1] = self->trial[slot];
      self->trial[slot] = operation;
      if (has_room (self, room, operation, s, c, start, slot, n) &&
          gw_engine_timer_run (&self->timer, s, c, self->trial, n + 1))
        keep_better (self, operation, n + 1, best);
    }
}

/* Puts the blocks from loose[@b] on into the @n items of trial[] in every way that moves visits less
 * than the best so far. */
static void
fit_blocks (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t b, int32_t n,
            int64_t *best)
{
  int32_t *trial = self->trial;

  if (!gw_engine_timer_run (&self->timer, s, c, trial, n) ||
      displaced (self, operation, n) * MINUTE_MOVED >= *best)
    return;
  if (b == self->n_loose)
    keep_better (self, operation, n, best);
  for (int32_t slot = 0; slot <= n && b < self->n_loose; slot++)
    {
      memmove (trial + slot + 1, trial + slot, (size_t) (n - slot) * sizeof *trial);
      trial[slot] = self->loose[b];
      fit_blocks (self, operation, s, c, b + 1, n + 1, best);
      memmove (trial + slot, trial + slot + 1, (size_t) (n - slot) * sizeof *trial);
    }
}

/* Moves the blocks that may move from list[] to loose[]; returns how many items are left. */
static int32_t
loosen_blocks (GwEnginePricer *self, int32_t n)
{
  const GwEngineProblem *problem = self->problem;
  int32_t n_left = 0;

  self->n_loose = 0;
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = self->list[i], b = item - problem->n_operations;

      if (b >= 0 && problem->blocks[b].earliest < problem->blocks[b].latest &&
          self->n_loose < GW_ENGINE_MOST_LOOSE)
        self->loose[self->n_loose++] = item;
      else
        self->list[n_left++] = item;
    }
  return n_left;
}

/* Tries every slot among the @n items in list[] while breaks and role time look for new times. */
static void
try_slots_with_blocks (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t start,
                       int32_t n, int64_t *best)
{
  int32_t n_left = loosen_blocks (self, n);

  if (self->n_loose == 0)
    return;
  find_room (self, operation, s, c, n_left, &self->own_room);
  for (int32_t slot = 0; slot <= n_left; slot++)
    {
      if (!has_room (self, &self->own_room, operation, s, c, start, slot, n_left))
        continue;
      memcpy (self->trial, self->list, (size_t) slot * sizeof (int32_t));
      self->trial[slot] = operation;
      memcpy (self->trial + slot + 1, self->list + slot,
              (size_t) (n_left - slot) * sizeof (int32_t));
      fit_blocks (self, operation, s, c, 0, n_left + 1, best);
    }
}

bool
gw_engine_pricer_fit (GwEnginePricer *pricer, int32_t operation, int32_t s, int32_t start,
                      GwEngineFitting *fitting)
{
  int32_t c = pricer->work->colleague_of[s], n, old_aim = pricer->aim[operation];
  int64_t best = INT64_MAX;

  if (c < 0 || is_out_of_reach (pricer, operation, s, start))
    return false;
  n = gw_engine_pricer_list (pricer, s, operation, pricer->list);
  pricer->aim[operation] = start != GW_ENGINE_NO_TIME ? start : find_aim (pricer, operation, s);
  pricer->timer.locked_item = start != GW_ENGINE_NO_TIME ? operation : GW_ENGINE_NONE;
  pricer->timer.locked_start = start;
  try_slots (pricer, operation, s, c, start, n, &best);
  /* Nobody should be in the way of a break, nor a break in the way of a visit. */
  if (best >= MINUTE_MOVED)
    try_slots_with_blocks (pricer, operation, s, c, start, n, &best);
  pricer->timer.locked_item = GW_ENGINE_NONE;
  pricer->aim[operation] = old_aim;
  fitting->n = n + 1;
  fitting->displaced = best / MINUTE_MOVED;
  return best != INT64_MAX;
}
