/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plan of a state: a first one that obeys the rules, from what is fixed and a warm start, and
 * plans as they are, in and out.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-insert.h"
#include "gw-engine-state-private.h"

/* Whether @a is read before @b at the timer's starts. */
static bool
comes_before (const GwEngineState *state, int32_t a, int32_t b)
{
  const int32_t *start_of = state->timer.start_of;

  return gw_engine_comes_before (state->problem, a, start_of[a], b, start_of[b]);
}

/* Sorts the items of list[0 … n-1] by the timer's starts. */
static void
sort_by_start (const GwEngineState *state, int32_t *items, int32_t n)
{
  for (int32_t i = 1; i < n; i++)
    {
      int32_t item = items[i], j = i;

      for (; j > 0 && comes_before (state, item, items[j - 1]); j--)
        items[j] = items[j - 1];
      items[j] = item;
    }
}

/* Tries to find room for the blocks of shift @s among its operations, which are in order in
 * items[0 … n-1]. Returns whether all fit; then the timer holds the run. */
static bool
fit_blocks (GwEngineState *state, int32_t s, int32_t *items, int32_t n)
{
  const GwEngineShift *shift = &state->problem->shifts[s];
  int32_t c = state->colleague_of[s];

  for (int32_t b = 0; b < shift->n_blocks; b++)
    {
      int32_t block = state->problem->n_operations + shift->first_block + b, slot;

      for (slot = 0; slot <= n; slot++)
        {
          memmove (items + slot + 1, items + slot, (size_t) (n - slot) * sizeof *items);
          items[slot] = block;
          if (gw_engine_timer_run (&state->timer, s, c, items, n + 1))
            break;
          memmove (items + slot, items + slot + 1, (size_t) (n - slot) * sizeof *items);
        }
      if (slot > n)
        return false;
      n++;
    }
  return gw_engine_timer_run (&state->timer, s, c, items, n);
}

/* Chains the operations by shift: state->shifts[s] is the first of shift s, state->next[o] the one
 * after o, or NONE. */
static void
chain_by_shift (GwEngineState *state, const int32_t *shift_of)
{
  for (int32_t s = 0; s < state->problem->n_shifts; s++)
    state->shifts[s] = GW_ENGINE_NONE;
  for (int32_t o = state->problem->n_operations - 1; o >= 0; o--)
    if (shift_of[o] >= 0)
      {
        state->next[o] = state->shifts[shift_of[o]];
        state->shifts[shift_of[o]] = o;
      }
}

/* Lists the operations chained to shift @s in order of start in list[]; returns how many. */
static int32_t
list_chained (GwEngineState *state, int32_t s)
{
  int32_t n = 0;

  for (int32_t o = state->shifts[s]; o != GW_ENGINE_NONE; o = state->next[o])
    state->list[n++] = o;
  sort_by_start (state, state->list, n);
  return n;
}

/* Keeps what is in items[0 … n-1] at the starts it has, whatever rule that breaks. */
static void
keep_as_is (GwEngineState *state, const int32_t *items, int32_t n)
{
  GwEngineTimer *timer = &state->timer;

  for (int32_t i = 0; i < n; i++)
    {
      timer->start[i] = timer->earliest[i] = timer->latest[i] = timer->start_of[items[i]];
      timer->place[i] = GW_ENGINE_NONE;
    }
}

/* The run of shift @s with nothing but what is tied to it and its blocks. */
static void
lay_foundation (GwEngineState *state, int32_t s)
{
  const GwEngineShift *shift = &state->problem->shifts[s];
  int32_t *items = state->trial;
  int32_t n = list_chained (state, s), n_operations = n;
  bool fits = false;

  for (int32_t b = 0; b < shift->n_blocks; b++)
    state->list[n++] = state->problem->n_operations + shift->first_block + b;
  memcpy (items, state->list, (size_t) n * sizeof *items);
  sort_by_start (state, items, n);
  if (state->colleague_of[s] >= 0)
    {
      fits = gw_engine_timer_run (&state->timer, s, state->colleague_of[s], items, n);
      if (!fits)
        {
          memcpy (items, state->list, (size_t) n_operations * sizeof *items);
          fits = fit_blocks (state, s, items, n_operations);
        }
    }
  if (!fits)
    {
      memcpy (items, state->list, (size_t) n * sizeof *items);
      sort_by_start (state, items, n);
      keep_as_is (state, items, n);
      /* An open shift without visits is not spoilt, only nobody's. */
      state->is_frozen[s] = n_operations > 0 || state->colleague_of[s] >= 0;
    }
  gw_engine_state_adopt (state, s, items, n);
}

/* Adds the free operations of the warm start, which are chained: all of a shift as they are, or one by one. */
static void
warm_up_shift (GwEngineState *state, int32_t s)
{
  int32_t n = 0, n_all = state->n_items[s];

  if (state->is_frozen[s] || state->colleague_of[s] < 0 || !state->can_take[s])
    return;
  for (int32_t o = state->shifts[s]; o != GW_ENGINE_NONE; o = state->next[o])
    if (state->freedom[o] == GW_ENGINE_FREE &&
        gw_engine_state_refuses (state, o, s, state->colleague_of[s]) == GW_ENGINE_RULE_NONE)
      state->list[n++] = o;
  memcpy (state->trial, gw_engine_state_items (state, s), (size_t) n_all * sizeof (int32_t));
  memcpy (state->trial + n_all, state->list, (size_t) n * sizeof (int32_t));
  sort_by_start (state, state->trial, n_all + n);
  if (n == 0)
    return;
  if (gw_engine_timer_run (&state->timer, s, state->colleague_of[s], state->trial, n_all + n))
    {
      gw_engine_state_adopt (state, s, state->trial, n_all + n);
      return;
    }
  sort_by_start (state, state->list, n);
  for (int32_t i = 0; i < n; i++)
    for (int32_t slot = state->n_items[s]; slot >= 0; slot--)
      if (gw_engine_state_insert (state, state->list[i], s, slot))
        break;
}

/* Takes out what the warm start should not have had: operations that their colleague may not do,
 * and halves of visits the other half of which found no place. */
static void
drop_misfits (GwEngineState *state)
{
  const GwEngineSlices *units = &state->problem->unit_operations;

  for (int32_t o = 0; o < state->problem->n_operations; o++)
    {
      int32_t s = state->timer.shift_of[o];

      if (s >= 0 && state->freedom[o] == GW_ENGINE_FREE &&
          gw_engine_state_refuses (state, o, s, state->colleague_of[s]) != GW_ENGINE_RULE_NONE)
        gw_engine_state_remove (state, s, &o, 1);
    }
  for (int32_t u = 0; u < state->problem->n_units; u++)
    {
      bool is_missing = false;

      for (int32_t i = units->first[u]; i < units->first[u + 1]; i++)
        is_missing |= state->timer.shift_of[units->items[i]] < 0;
      for (int32_t i = units->first[u]; i < units->first[u + 1] && is_missing; i++)
        {
          int32_t o = units->items[i], s = state->timer.shift_of[o];

          if (s >= 0 && state->freedom[o] == GW_ENGINE_FREE)
            gw_engine_state_remove (state, s, &o, 1);
        }
    }
}

void
gw_engine_state_make_plan (GwEngineState *state, const GwEnginePlan *warm, const int32_t *tied_to)
{
  const GwEngineProblem *problem = state->problem;
  int32_t n_operations = problem->n_operations;
  int32_t *aim = (int32_t *) state->keys;

  for (int32_t b = 0; b < problem->n_blocks; b++)
    state->timer.start_of[n_operations + b] = warm != NULL ? warm->block_start[b]
                                                           : problem->blocks[b].earliest;
  for (int32_t s = 0; s < problem->n_shifts; s++)
    state->colleague_of[s] = warm != NULL ? warm->colleague_of[s] : problem->shifts[s].colleague;
  gw_engine_state_count_all (state);
  /* Known starts of what is tied bind the others from the beginning. */
  for (int32_t o = 0; o < n_operations; o++)
    state->timer.shift_of[o] = tied_to[o];
  memcpy (aim, state->timer.start_of, (size_t) problem->n_items * sizeof (int32_t));
  state->timer.aim = warm != NULL ? aim : NULL;
  chain_by_shift (state, tied_to);
  for (int32_t s = 0; s < problem->n_shifts; s++)
    lay_foundation (state, s);
  if (warm != NULL)
    chain_by_shift (state, warm->shift_of);
  for (int32_t s = 0; s < problem->n_shifts && warm != NULL; s++)
    warm_up_shift (state, s);
  state->timer.aim = NULL;
  drop_misfits (state);
  for (int32_t s = 0; s < problem->n_shifts; s++)
    if (state->is_frozen[s])
      state->can_take[s] = state->can_change[s] = 0;
  for (int32_t s = 0; s < problem->n_shifts; s++)
    if (state->can_change[s])
      state->changeable[state->n_changeable++] = s;
}

void
gw_engine_state_get_plan (const GwEngineState *state, GwEnginePlan *plan)
{
  const GwEngineProblem *problem = state->problem;
  const GwEngineTimer *timer = &state->timer;

  memcpy (plan->shift_of, timer->shift_of, (size_t) problem->n_operations * sizeof (int32_t));
  memcpy (plan->start_of, timer->start_of, (size_t) problem->n_operations * sizeof (int32_t));
  memcpy (plan->colleague_of, state->colleague_of, (size_t) problem->n_shifts * sizeof (int32_t));
  memcpy (plan->block_start, timer->start_of + problem->n_operations,
          (size_t) problem->n_blocks * sizeof (int32_t));
}

/* Times the run in trial[0 … n-1] for the hints, and sets the starts the plan has. */
static void
set_run (GwEngineState *state, int32_t s, int32_t n)
{
  GwEngineTimer *timer = &state->timer;
  bool is_timed = !state->is_frozen[s] && state->colleague_of[s] >= 0 &&
                  gw_engine_timer_run (timer, s, state->colleague_of[s], state->trial, n);

  if (!is_timed)
    keep_as_is (state, state->trial, n);
  for (int32_t i = 0; i < n; i++)
    timer->start[i] = timer->start_of[state->trial[i]];
  gw_engine_state_adopt (state, s, state->trial, n);
}

void
gw_engine_state_set_plan (GwEngineState *state, const GwEnginePlan *plan)
{
  const GwEngineProblem *problem = state->problem;
  GwEngineTimer *timer = &state->timer;
  int32_t *aim = (int32_t *) state->keys;

  memcpy (state->colleague_of, plan->colleague_of, (size_t) problem->n_shifts * sizeof (int32_t));
  gw_engine_state_count_all (state);
  memcpy (timer->shift_of, plan->shift_of, (size_t) problem->n_operations * sizeof (int32_t));
  memcpy (timer->start_of, plan->start_of, (size_t) problem->n_operations * sizeof (int32_t));
  memcpy (timer->start_of + problem->n_operations, plan->block_start,
          (size_t) problem->n_blocks * sizeof (int32_t));
  memcpy (aim, timer->start_of, (size_t) problem->n_items * sizeof (int32_t));
  timer->aim = aim;
  chain_by_shift (state, plan->shift_of);
  for (int32_t s = 0; s < problem->n_shifts; s++)
    {
      int32_t n = list_chained (state, s);

      memcpy (state->trial, state->list, (size_t) n * sizeof (int32_t));
      for (int32_t b = 0; b < problem->shifts[s].n_blocks; b++)
        state->trial[n++] = problem->n_operations + problem->shifts[s].first_block + b;
      sort_by_start (state, state->trial, n);
      set_run (state, s, n);
    }
  timer->aim = NULL;
  gw_engine_state_begin (state);
}
