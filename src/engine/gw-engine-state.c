/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changing a state and taking the change back. All costs are kept by difference, in integers, and
 * equal the score of the plan at any time: a test compares them over random changes.
 */
#include <string.h>

#include "gw-engine-state-private.h"

/* --- Counters -------------------------------------------------------------------------------- */

static void
count_medium (GwEngineState *state, int32_t island, int64_t medium)
{
  state->medium += medium;
  state->island_medium[island] += medium;
}

/* What it costs that nothing of the operation's group (or the operation itself) is placed. */
static void
count_missing (GwEngineState *state, int32_t operation, int sign)
{
  const GwEngineProblem *problem = state->problem;
  const GwEngineOperation *op = &problem->operations[operation];
  const int32_t *weight = problem->settings.weight;

  if (op->alternative >= 0)
    {
      if (state->group_placed[op->alternative] != 0)
        return;
      op = &problem->operations[problem->group_operations
                                    .items[problem->group_operations.first[op->alternative]]];
    }
  if (op->is_optional)
    state->soft += sign * (int64_t) op->priority * weight[GW_ENGINE_RULE_OPTIONAL];
  else
    count_medium (state, problem->operation_island[operation],
                  sign * (int64_t) op->priority * weight[GW_ENGINE_RULE_UNPLACED]);
}

/* Counts (or, with -1, discounts) a visit to @person by @colleague. */
static void
count_visit (GwEngineState *state, int32_t person, int32_t colleague, int sign)
{
  int64_t cell = (int64_t) person * state->problem->n_colleagues + colleague;
  int32_t before = state->visits[cell];

  state->visits[cell] += sign;
  if (state->problem->history[cell] > 0 || before + state->visits[cell] != 1)
    return;
  state->soft -= gw_engine_state_continuity (state, person, state->n_known[person]);
  state->n_known[person] += sign;
  state->soft += gw_engine_state_continuity (state, person, state->n_known[person]);
}

static void
leave_absent (GwEngineState *state, int32_t operation)
{
  int32_t at = state->where_absent[operation], last;

  if (at < 0)
    return;
  last = state->absent[--state->n_absent];
  state->absent[at] = last;
  state->where_absent[last] = at;
  state->where_absent[operation] = -1;
}

static void
count_in (GwEngineState *state, int32_t operation, int32_t s, int32_t colleague)
{
  const GwEngineOperation *op = &state->problem->operations[operation];

  state->timer.shift_of[operation] = s;
  if (colleague >= 0)
    state->timer.known[operation].assign = gw_engine_state_assign_cost (state, operation,
                                                                        colleague);
  count_missing (state, operation, -1);
  if (op->alternative >= 0)
    state->group_placed[op->alternative]++;
  if (op->person >= 0 && colleague >= 0)
    count_visit (state, op->person, colleague, 1);
  leave_absent (state, operation);
}

static void
count_out (GwEngineState *state, int32_t operation, int32_t colleague)
{
  const GwEngineOperation *op = &state->problem->operations[operation];

  state->timer.shift_of[operation] = GW_ENGINE_NONE;
  if (op->alternative >= 0)
    state->group_placed[op->alternative]--;
  count_missing (state, operation, 1);
  if (op->person >= 0 && colleague >= 0)
    count_visit (state, op->person, colleague, -1);
  if (state->freedom[operation] == GW_ENGINE_FREE && state->where_absent[operation] < 0)
    {
      state->where_absent[operation] = state->n_absent;
      state->absent[state->n_absent++] = operation;
    }
}

static void
count_holder (GwEngineState *state, int32_t s, int32_t c, int sign)
{
  const GwEngineShift *shift = &state->problem->shifts[s];
  const int32_t *weight = state->problem->settings.weight;

  if (c < 0)
    count_medium (state, state->problem->shift_island[s],
                  sign * (int64_t) shift->open_priority * weight[GW_ENGINE_RULE_OPEN_SHIFT]);
  if (shift->reference_colleague >= 0 && shift->reference_colleague != c)
    state->soft += sign * (int64_t) shift->change_cost * weight[GW_ENGINE_RULE_STABLE_SHIFT];
}

/* --- Soft links ------------------------------------------------------------------------------ */

static void
refresh_ties (GwEngineState *state, int32_t operation)
{
  for (int32_t i = state->soft_ties_of.first[operation];
       i < state->soft_ties_of.first[operation + 1]; i++)
    {
      int32_t t = state->soft_ties_of.items[i];
      const GwEngineSoftTie *tie = &state->soft_ties[t];
      int64_t cost = 0;

      if (state->timer.shift_of[tie->a] >= 0 && state->timer.shift_of[tie->b] >= 0)
        cost = tie->weight * gw_engine_state_tie_amount (state, tie, state->timer.start_of[tie->a],
                                                         state->timer.start_of[tie->b]);
      if (cost == state->soft_tie_cost[t])
        continue;
      if (!state->tie_is_saved[t])
        {
          state->tie_is_saved[t] = 1;
          state->saved_ties[state->n_saved_ties] = t;
          state->saved_tie_cost[state->n_saved_ties++] = state->soft_tie_cost[t];
        }
      state->soft += cost - state->soft_tie_cost[t];
      state->soft_tie_cost[t] = cost;
    }
}

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
      count_out (state, items[i], state->colleague_of[s]);
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
      count_out (state, items[i], saved->colleague);
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

  count_holder (state, saved->shift, state->colleague_of[saved->shift], -1);
  count_holder (state, saved->shift, saved->colleague, 1);
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
        count_in (state, item, saved->shift, saved->colleague);
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
    refresh_ties (state, state->moved[i]);
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
  count_in (state, operation, s, state->colleague_of[s]);
  adopt_run (state, s, state->trial, n + 1,
             gw_engine_timer_cost_now (&state->timer, s, state->trial, n + 1), operation);
  return true;
}

void
gw_engine_state_insert_kept (GwEngineState *state, int32_t operation, int32_t s)
{
  gw_engine_timer_keep (&state->timer);
  save_run (state, s);
  count_in (state, operation, s, state->colleague_of[s]);
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
      count_out (state, operations[i], state->colleague_of[s]);
      refresh_ties (state, operations[i]);
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

/* --- Who holds a shift ----------------------------------------------------------------------- */

static void
count_colleague (GwEngineState *state, int32_t c)
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
  count_holder (state, s, before, -1);
  state->colleague_of[s] = colleague;
  count_holder (state, s, colleague, 1);
  for (int32_t i = 0; i < n; i++)
    if (items[i] < state->problem->n_operations)
      count_in (state, items[i], s, colleague);
  adopt_run (
      state, s, state->trial, n,
      gw_engine_timer_cost (&state->timer, s, colleague, state->trial, state->timer.start, n),
      GW_ENGINE_NONE);
  count_colleague (state, before);
  count_colleague (state, colleague);
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
      count_in (state, items[i], s, state->colleague_of[s]);
  for (int32_t i = 0; i < state->n_items[s]; i++)
    state->timer.slot_of[present[i]] = -1;
  adopt_run (
      state, s, items, n,
      gw_engine_timer_cost (&state->timer, s, state->colleague_of[s], items, state->timer.start, n),
      ALL);
}

static void
count_all_absent (GwEngineState *state)
{
  const GwEngineProblem *problem = state->problem;

  state->n_absent = 0;
  for (int32_t o = 0; o < problem->n_operations; o++)
    {
      int32_t group = problem->operations[o].alternative;

      state->timer.shift_of[o] = GW_ENGINE_NONE;
      state->where_absent[o] = -1;
      if (state->freedom[o] == GW_ENGINE_FREE)
        {
          state->where_absent[o] = state->n_absent;
          state->absent[state->n_absent++] = o;
        }
      if (group < 0 || problem->group_operations.items[problem->group_operations.first[group]] == o)
        count_missing (state, o, 1);
    }
}

void
gw_engine_state_count_all (GwEngineState *state)
{
  const GwEngineProblem *problem = state->problem;
  size_t n_cells = (size_t) problem->n_persons * (size_t) problem->n_colleagues;

  state->medium = state->soft = state->hard_of_colleagues = 0;
  memset (state->island_medium, 0, (size_t) problem->n_islands * sizeof *state->island_medium);
  memset (state->visits, 0, n_cells * sizeof *state->visits);
  memset (state->n_known, 0, (size_t) problem->n_persons * sizeof *state->n_known);
  memset (state->group_placed, 0, (size_t) problem->n_groups * sizeof *state->group_placed);
  memset (state->run_cost, 0, (size_t) problem->n_shifts * sizeof *state->run_cost);
  memset (state->n_items, 0, (size_t) problem->n_shifts * sizeof *state->n_items);
  memset (state->soft_tie_cost, 0, (size_t) state->n_soft_ties * sizeof *state->soft_tie_cost);
  memset (state->colleague_soft, 0, (size_t) problem->n_colleagues * sizeof *state->colleague_soft);
  memset (state->colleague_hard, 0, (size_t) problem->n_colleagues * sizeof *state->colleague_hard);
  gw_engine_state_begin (state);
  count_all_absent (state);
  for (size_t i = 0; i < n_cells; i++)
    state->n_known[i / (size_t) problem->n_colleagues] += problem->history[i] > 0;
  for (int32_t p = 0; p < problem->n_persons; p++)
    state->soft += gw_engine_state_continuity (state, p, state->n_known[p]);
  for (int32_t s = 0; s < problem->n_shifts; s++)
    count_holder (state, s, state->colleague_of[s], 1);
  for (int32_t c = 0; c < problem->n_colleagues; c++)
    count_colleague (state, c);
}
