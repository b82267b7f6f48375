/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-insert.h.
 */
#include "gw-engine-insert.h"

#include <string.h>

#include "gw-engine-insert-pair.h"
#include "gw-engine-spot.h"

void
gw_engine_insert_allocate (GwEngineState *state)
{
  state->spots = GW_ENGINE_NEW (&state->arena, GwEngineSpot, 2 * GW_ENGINE_MAX_SPOTS);
}

/* Times @o at a slot; stores what the run costs then. Returns the difference in all costs, or
 * INT64_MAX. */
static int64_t
try_slot (GwEngineState *state, int32_t o, const GwEngineSpot *spot, int64_t *run_cost)
{
  GwEngineTimer *timer = &state->timer;
  int32_t s = spot->shift, n = state->n_items[s], c = state->colleague_of[s];
  const int32_t *items = gw_engine_state_items (state, s);

  memcpy (state->trial, items, (size_t) spot->slot * sizeof *items);
  state->trial[spot->slot] = o;
  memcpy (state->trial + spot->slot + 1, items + spot->slot,
          (size_t) (n - spot->slot) * sizeof *items);
  state->n_evaluations++;
  if (!gw_engine_timer_run (timer, s, c, state->trial, n + 1))
    return INT64_MAX;
  timer->known[o].assign = gw_engine_state_assign_cost (state, o, c);
  *run_cost = gw_engine_timer_cost_now (timer, s, state->trial, n + 1);
  return *run_cost - state->run_cost[s] + gw_engine_state_new_face (state, o, c) +
         gw_engine_state_tie_cost (state, o, timer->start[spot->slot]);
}

/* Puts the run that was just timed, and costs @run_cost, aside as the best so far. */
static void
keep_trial (GwEngineState *state, int64_t run_cost)
{
  int32_t *items = state->trial;

  state->kept_cost = run_cost;
  state->trial = state->kept_trial;
  state->kept_trial = items;
  gw_engine_timer_keep (&state->timer);
}

/* What leaving an optional operation out costs; INT64_MAX for others. */
static int64_t
worth_of (const GwEngineState *state, int32_t o)
{
  const GwEngineOperation *op = &state->problem->operations[o];

  if (!op->is_optional)
    return INT64_MAX;
  return (int64_t) op->priority * state->problem->settings.weight[GW_ENGINE_RULE_OPTIONAL];
}

/* Times the slots in the runs of @faces, those that could cost least first, until no other can be better.
 * What is dearer than @best_cost is passed over; returns the shift of the best, or NONE. */
static int32_t
try_slots (GwEngineState *state, int32_t o, GwEngineFaces faces, int32_t blink, int64_t *best_cost)
{
  int32_t best = GW_ENGINE_NONE;

  for (int32_t n = gw_engine_spots_list (state, o, faces, blink, false, state->spots); n > 0; n--)
    {
      GwEngineSpot spot = gw_engine_spots_take_least (state->spots, n);
      int64_t cost, run_cost;

      if (spot.cost >= *best_cost)
        break;
      cost = try_slot (state, o, &spot, &run_cost);
      if (cost < *best_cost)
        {
          *best_cost = cost;
          best = spot.shift;
          keep_trial (state, run_cost);
        }
    }
  return best;
}

/* Where there are many runs most are those of colleagues whom the person does not know. They need not
 * be looked at once somebody known could come for less than a new face costs. */
static bool
insert_one (GwEngineState *state, int32_t o, int32_t blink)
{
  int64_t best_cost = worth_of (state, o), face = gw_engine_state_face_cost (state, o);
  int32_t best, other = GW_ENGINE_NONE;

  best = try_slots (state, o, face > 0 ? GW_ENGINE_FACES_KNOWN : GW_ENGINE_FACES_ALL, blink,
                    &best_cost);
  if (face > 0 && face < best_cost)
    other = try_slots (state, o, GW_ENGINE_FACES_NEW, blink, &best_cost);
  best = other >= 0 ? other : best;
  if (best >= 0)
    gw_engine_state_insert_kept (state, o, best);
  return best >= 0;
}

static void
take_out (GwEngineState *state, const int32_t *operations, int32_t n)
{
  for (int32_t i = 0; i < n; i++)
    if (state->timer.shift_of[operations[i]] >= 0 &&
        !gw_engine_state_remove (state, state->timer.shift_of[operations[i]], &operations[i], 1))
      state->is_spoilt = true;
}

bool
gw_engine_insert_unit (GwEngineState *state, int32_t unit, int32_t blink)
{
  const GwEngineSlices *units = &state->problem->unit_operations;
  const int32_t *members = units->items + units->first[unit];
  int32_t n_members = units->first[unit + 1] - units->first[unit], n = 0;
  int32_t missing[GW_ENGINE_UNIT_MAX];
  bool done;

  for (int32_t i = 0; i < n_members; i++)
    if (state->timer.shift_of[members[i]] < 0)
      {
        if (state->freedom[members[i]] != GW_ENGINE_FREE || n == GW_ENGINE_UNIT_MAX)
          return false;
        missing[n++] = members[i];
      }
  if (n == 0)
    return true;
  if (n == 1)
    return insert_one (state, missing[0], blink);
  done = gw_engine_insert_pair (state, missing[0], missing[1], worth_of (state, missing[0]), blink);
  for (int32_t i = 2; i < n && done; i++)
    done = insert_one (state, missing[i], blink);
  if (!done)
    take_out (state, missing, n);
  return done;
}
