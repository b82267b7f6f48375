/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changing a state and taking the change back. All costs are kept by difference, in integers, and
 * equal the score of the plan at any time: a test compares them over random changes.
 */
#include <string.h>

#include "gw-engine-state-private.h"

/* --- Journal --------------------------------------------------------------------------------- */

void
gw_engine_state_begin (GwEngineState *state)
{
  for (int32_t i = 0; i < state->n_saved; i++)
    state->is_saved[state->saved[i].shift] = 0;
  for (int32_t i = 0; i < state->n_saved_ties; i++)
    state->tie_is_saved[state->saved_ties[i]] = 0;
  for (int32_t i = 0; i < state->n_saved_colleagues; i++)
    state->colleague_is_saved[state->saved_colleagues[i]] = 0;
  state->n_saved = state->n_saved_ties = state->n_saved_colleagues = 0;
  state->is_spoilt = false;
  state->saved_medium = state->medium;
  state->saved_soft = state->soft;
  state->saved_hard = state->hard_of_colleagues;
}

static void
save_run (GwEngineState *state, int32_t s)
{
  int64_t from = (int64_t) s * state->capacity, to = (int64_t) state->n_saved * state->capacity;
  size_t bytes = (size_t) state->n_items[s] * sizeof (int32_t);

  if (state->is_saved[s])
    return;
  state->is_saved[s] = 1;
  state->saved[state->n_saved++] = (GwEngineSavedRun){ s, state->n_items[s], state->colleague_of[s],
                                                       state->widest[s], state->run_cost[s] };
  memcpy (state->saved_items + to, state->items + from, bytes);
  for (int32_t i = 0; i < state->n_items[s]; i++)
    state->saved_start[to + i] = state->timer.start_of[state->items[from + i]];
  memcpy (state->saved_slots + to, state->slots + from,
          (size_t) (state->n_items[s] + 1) * sizeof *state->slots);
}

static void
save_colleague (GwEngineState *state, int32_t c)
{
  if (state->colleague_is_saved[c])
    return;
  state->colleague_is_saved[c] = 1;
  state->saved_colleague_costs[2 * state->n_saved_colleagues] = state->colleague_soft[c];
  state->saved_colleague_costs[2 * state->n_saved_colleagues + 1] = state->colleague_hard[c];
  state->saved_colleagues[state->n_saved_colleagues++] = c;
}

static void
empty_run (GwEngineState *state, int32_t s)
{
  const int32_t *items = gw_engine_state_items (state, s);

  for (int32_t i = 0; i < state->n_items[s]; i++)
    if (items[i] < state->problem->n_operations)
      gw_engine_state_count_out (state, items[i], state->colleague_of[s]);
}

/* Takes out of the run that was saved as number @k what has come in since; everything when somebody
 * else holds the shift now. */
static void
leave_run (GwEngineState *state, int32_t k)
{
  const GwEngineSavedRun *saved = &state->saved[k];
  const int32_t *items = gw_engine_state_items (state, saved->shift);
  const int32_t *before = state->saved_items + (int64_t) k * state->capacity;
  int32_t n_operations = state->problem->n_operations;

  if (state->colleague_of[saved->shift] != saved->colleague)
    {
      empty_run (state, saved->shift);
      return;
    }
  for (int32_t i = 0; i < saved->n; i++)
    if (before[i] < n_operations)
      state->is_marked[before[i]] = 1;
  for (int32_t i = 0; i < state->n_items[saved->shift]; i++)
    if (items[i] < n_operations && !state->is_marked[items[i]])
      gw_engine_state_count_out (state, items[i], saved->colleague);
  for (int32_t i = 0; i < saved->n; i++)
    if (before[i] < n_operations)
      state->is_marked[before[i]] = 0;
}

static void
restore_run (GwEngineState *state, int32_t k)
{
  const GwEngineSavedRun *saved = &state->saved[k];
  int64_t from = (int64_t) k * state->capacity, to = (int64_t) saved->shift * state->capacity;
  size_t bytes = (size_t) saved->n * sizeof (int32_t);

  gw_engine_state_count_holder (state, saved->shift, state->colleague_of[saved->shift], -1);
  gw_engine_state_count_holder (state, saved->shift, saved->colleague, 1);
  state->n_items[saved->shift] = saved->n;
  state->colleague_of[saved->shift] = saved->colleague;
  state->widest[saved->shift] = saved->widest;
  state->run_cost[saved->shift] = saved->cost;
  memcpy (state->items + to, state->saved_items + from, bytes);
  memcpy (state->slots + to, state->saved_slots + from,
          (size_t) (saved->n + 1) * sizeof *state->slots);
  for (int32_t i = 0; i < saved->n; i++)
    {
      int32_t item = state->items[to + i];

      state->timer.start_of[item] = state->saved_start[from + i];
      if (item < state->problem->n_operations && state->timer.shift_of[item] != saved->shift)
        gw_engine_state_count_in (state, item, saved->shift, saved->colleague);
    }
}

void
gw_engine_state_undo (GwEngineState *state)
{
  for (int32_t k = 0; k < state->n_saved; k++)
    leave_run (state, k);
  for (int32_t k = 0; k < state->n_saved; k++)
    restore_run (state, k);
  for (int32_t i = 0; i < state->n_saved_ties; i++)
    state->soft_tie_cost[state->saved_ties[i]] = state->saved_tie_cost[i];
  for (int32_t i = 0; i < state->n_saved_colleagues; i++)
    {
      state->colleague_soft[state->saved_colleagues[i]] = state->saved_colleague_costs[2 * i];
      state->colleague_hard[state->saved_colleagues[i]] = state->saved_colleague_costs[2 * i + 1];
    }
  state->medium = state->saved_medium;
  state->soft = state->saved_soft;
  state->hard_of_colleagues = state->saved_hard;
  gw_engine_state_begin (state);
}

/* Every item of a run. */
#define ALL (-2)

/* --- Runs ------------------------------------------------------------------------------------ */

/* Notes what could be put where into the run of shift @s, whose items the timer has just timed. */
static void
note_slots (GwEngineState *state, int32_t s)
{
  const GwEngineShift *shift = &state->problem->shifts[s];
  const GwEngineTimer *timer = &state->timer;
  const int32_t *items = gw_engine_state_items (state, s);
  GwEngineSlot *slots = state->slots + (int64_t) s * state->capacity;
  int32_t ready = shift->start - shift->flex_before, place = shift->start_place, widest = 0;
  int32_t n = state->n_items[s];

  for (int32_t i = 0; i < n; i++)
    {
      const GwEngineItem *known = &timer->known[items[i]];

      slots[i] = (GwEngineSlot){ ready, timer->latest[i], place, known->place };
      widest = timer->latest[i] - ready > widest ? timer->latest[i] - ready : widest;
      ready = timer->earliest[i] + known->duration;
      place = timer->place[i];
    }
  slots[n] = (GwEngineSlot){ ready, shift->end + shift->flex_after, place, shift->end_place };
  widest = slots[n].due - ready > widest ? slots[n].due - ready : widest;
  /* Nobody to do it: no room. */
  state->widest[s] = state->colleague_of[s] >= 0 ? widest : 0;
}

/* Makes what the timer has just found (for @items in shift @s) the run of the shift, which costs @cost
 * then. Operations that are new to the run must have been counted in, those that left it counted out.
 * Of soft links those are refreshed that belong to what starts at another time, or to @newcomer (or
 * ALL). */
static void
adopt_run (GwEngineState *state, int32_t s, const int32_t *items, int32_t n, int64_t cost,
           int32_t newcomer)
{
  GwEngineTimer *timer = &state->timer;
  int64_t at = (int64_t) s * state->capacity;
  int32_t *present = state->items + at, n_operations = state->problem->n_operations, n_moved = 0;
  size_t bytes = (size_t) n * sizeof (int32_t);

  state->soft += cost - state->run_cost[s];
  state->run_cost[s] = cost;
  state->n_items[s] = n;
  memmove (present, items, bytes);
  note_slots (state, s);
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = present[i];

      if (item < n_operations &&
          (timer->start_of[item] != timer->start[i] || item == newcomer || newcomer == ALL))
        state->moved[n_moved++] = item;
      timer->start_of[item] = timer->start[i];
    }
  for (int32_t i = 0; i < n_moved; i++)
    gw_engine_state_refresh_ties (state, state->moved[i]);
}

bool
gw_engine_state_insert (GwEngineState *state, int32_t operation, int32_t s, int32_t slot)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t n = state->n_items[s];

  if (n + 1 > state->capacity)
    return false;
  memcpy (state->trial, items, (size_t) slot * sizeof *items);
  state->trial[slot] = operation;
  memcpy (state->trial + slot + 1, items + slot, (size_t) (n - slot) * sizeof *items);
  if (!gw_engine_timer_run (&state->timer, s, state->colleague_of[s], state->trial, n + 1))
    return false;
  save_run (state, s);
  gw_engine_state_count_in (state, operation, s, state->colleague_of[s]);
  adopt_run (state, s, state->trial, n + 1,
             gw_engine_timer_cost_now (&state->timer, s, state->trial, n + 1), operation);
  return true;
}

void
gw_engine_state_insert_kept (GwEngineState *state, int32_t operation, int32_t s)
{
  gw_engine_timer_keep (&state->timer);
  save_run (state, s);
  gw_engine_state_count_in (state, operation, s, state->colleague_of[s]);
  adopt_run (state, s, state->kept_trial, state->n_items[s] + 1, state->kept_cost, operation);
}

bool
gw_engine_state_remove (GwEngineState *state, int32_t s, const int32_t *operations, int32_t n)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t kept = 0;

  /* Slots are -1 outside the timer: borrow them to mark what goes. */
  for (int32_t i = 0; i < n; i++)
    state->timer.slot_of[operations[i]] = -2;
  for (int32_t i = 0; i < state->n_items[s]; i++)
    if (state->timer.slot_of[items[i]] != -2)
      state->trial[kept++] = items[i];
  for (int32_t i = 0; i < n; i++)
    {
      state->timer.slot_of[operations[i]] = -1;
      /* Ties among the run must not be bound by what leaves it. */
      state->timer.shift_of[operations[i]] = GW_ENGINE_NONE;
    }
  if (!gw_engine_timer_run (&state->timer, s, state->colleague_of[s], state->trial, kept))
    {
      for (int32_t i = 0; i < n; i++)
        state->timer.shift_of[operations[i]] = s;
      return false;
    }
  save_run (state, s);
  for (int32_t i = 0; i < n; i++)
    {
      gw_engine_state_count_out (state, operations[i], state->colleague_of[s]);
      gw_engine_state_refresh_ties (state, operations[i]);
    }
  adopt_run (state, s, state->trial, kept,
             gw_engine_timer_cost_now (&state->timer, s, state->trial, kept), GW_ENGINE_NONE);
  return true;
}

bool
gw_engine_state_reorder (GwEngineState *state, int32_t s, const int32_t *items)
{
  if (!gw_engine_timer_run (&state->timer, s, state->colleague_of[s], items, state->n_items[s]))
    return false;
  save_run (state, s);
  adopt_run (state, s, items, state->n_items[s],
             gw_engine_timer_cost_now (&state->timer, s, items, state->n_items[s]), GW_ENGINE_NONE);
  return true;
}

void
gw_engine_state_take_times (GwEngineState *state, int32_t s)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t n = state->n_items[s];

  gw_engine_state_begin (state);
  save_run (state, s);
  adopt_run (state, s, items, n, gw_engine_timer_cost_now (&state->timer, s, items, n),
             GW_ENGINE_NONE);
  if (state->soft >= state->saved_soft)
    gw_engine_state_undo (state);
}

/* --- Who holds a shift ----------------------------------------------------------------------- */

void
gw_engine_state_count_colleague (GwEngineState *state, int32_t c)
{
  GwEngineTally tally = { .problem = state->problem };
  int32_t n;

  if (c < 0)
    return;
  save_colleague (state, c);
  n = gw_engine_score_list_shifts (state->problem, state->colleague_of, c, state->shifts);
  gw_engine_score_colleague (&tally, c, state->shifts, n);
  state->soft += tally.score.soft - state->colleague_soft[c];
  state->hard_of_colleagues += tally.score.hard - state->colleague_hard[c];
  state->colleague_soft[c] = tally.score.soft;
  state->colleague_hard[c] = tally.score.hard;
}

/* Without a colleague nothing is timed: blocks stay where they are. */
static void
time_nobody (GwEngineState *state, const int32_t *items, int32_t n)
{
  GwEngineTimer *timer = &state->timer;

  for (int32_t i = 0; i < n; i++)
    {
      timer->start[i] = timer->earliest[i] = timer->latest[i] = timer->start_of[items[i]];
      timer->place[i] = GW_ENGINE_NONE;
    }
}

bool
gw_engine_state_give (GwEngineState *state, int32_t s, int32_t colleague)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t n = state->n_items[s], before = state->colleague_of[s];

  if (colleague < 0)
    {
      for (int32_t i = 0; i < n; i++)
        if (items[i] < state->problem->n_operations)
          return false;
      time_nobody (state, items, n);
    }
  else if (!gw_engine_timer_run (&state->timer, s, colleague, items, n))
    return false;
  save_run (state, s);
  memcpy (state->trial, items, (size_t) n * sizeof *items);
  empty_run (state, s);
  gw_engine_state_count_holder (state, s, before, -1);
  state->colleague_of[s] = colleague;
  gw_engine_state_count_holder (state, s, colleague, 1);
  for (int32_t i = 0; i < n; i++)
    if (items[i] < state->problem->n_operations)
      gw_engine_state_count_in (state, items[i], s, colleague);
  adopt_run (
      state, s, state->trial, n,
      gw_engine_timer_cost (&state->timer, s, colleague, state->trial, state->timer.start, n),
      GW_ENGINE_NONE);
  gw_engine_state_count_colleague (state, before);
  gw_engine_state_count_colleague (state, colleague);
  return true;
}

/* --- A first plan ----------------------------------------------------------------------------- */

void
gw_engine_state_adopt (GwEngineState *state, int32_t s, const int32_t *items, int32_t n)
{
  int32_t n_operations = state->problem->n_operations;
  int32_t *present = gw_engine_state_items (state, s);

  for (int32_t i = 0; i < state->n_items[s]; i++)
    state->timer.slot_of[present[i]] = -2;
  for (int32_t i = 0; i < n; i++)
    if (items[i] < n_operations && state->timer.slot_of[items[i]] != -2)
      gw_engine_state_count_in (state, items[i], s, state->colleague_of[s]);
  for (int32_t i = 0; i < state->n_items[s]; i++)
    state->timer.slot_of[present[i]] = -1;
  adopt_run (
      state, s, items, n,
      gw_engine_timer_cost (&state->timer, s, state->colleague_of[s], items, state->timer.start, n),
      ALL);
}
