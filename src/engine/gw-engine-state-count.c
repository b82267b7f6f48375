/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a state counts: who comes to whom, what is absent and what that costs, who holds shifts, and soft
 * links; by difference, or afresh.
 */
#include <string.h>

#include "gw-engine-state-private.h"

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

void
gw_engine_state_count_in (GwEngineState *state, int32_t operation, int32_t s, int32_t colleague)
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

void
gw_engine_state_count_out (GwEngineState *state, int32_t operation, int32_t colleague)
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

void
gw_engine_state_count_holder (GwEngineState *state, int32_t s, int32_t c, int sign)
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

void
gw_engine_state_refresh_ties (GwEngineState *state, int32_t operation)
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

/* --- Afresh ---------------------------------------------------------------------------------- */

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
    gw_engine_state_count_holder (state, s, state->colleague_of[s], 1);
  for (int32_t c = 0; c < problem->n_colleagues; c++)
    gw_engine_state_count_colleague (state, c);
}
