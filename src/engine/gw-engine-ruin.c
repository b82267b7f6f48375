/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-ruin.h. What is to go is collected in state->list first and then taken out shift
 * by shift, so that each run is timed once.
 */
#include "gw-engine-ruin.h"

#include <stdlib.h>

#include "gw-engine-strings.h"

/* What the number of strings is drawn for (about eleven visits go, as strings of a run are shorter or
 * longer than usual ones), and the longest string. */
#define MEAN_REMOVED 7
#define LONGEST_STRING 10
/* A run of a rota is short, so strings are: as long as this for their number. What is spared inside
 * grows every other time: a visit in the middle that suits may keep its place. */
#define USUAL_STRING 4
#define SPARE_GROWTH 50
/* Of 100 ruins so many take a whole shift, and so many a face, more where islands are
 * crowded (tests/bench/RESULTS.md); the others take strings. */
#define SHIFTS 8
#define FACES 12
#define MANY_FACES 30
/* Of 100 ruins by strings so many also open a run of somebody who knows the person of the seed. */
#define KNOWN 50
/* The most visits of one colleague to one person that go at a time. */
#define MOST_OF_FACE 12
/* How often an absent visit is drawn until one is found that may be changed. */
#define SEED_TRIES 8
/* The longest string that makes room for a visit that somebody else shall do. */
#define ROOM 3

static int32_t
random_below (GwEngineState *state, int32_t n)
{
  return gw_engine_random_below (&state->random, n);
}

/* Adds the unit of @o to the @n operations in the list; returns the new number. A unit one half of
 * which is tied down stays. */
static int32_t
collect (GwEngineState *state, int32_t o, int32_t n)
{
  const GwEngineSlices *units = &state->problem->unit_operations;
  int32_t first = units->first[state->problem->unit_of[o]];
  int32_t end = units->first[state->problem->unit_of[o] + 1];

  if (state->is_marked[o] ||
      !gw_engine_state_may_change (state, state->problem->operation_island[o]))
    return n;
  for (int32_t i = first; i < end; i++)
    {
      int32_t s = state->timer.shift_of[units->items[i]];

      if (s >= 0 && (state->freedom[units->items[i]] != GW_ENGINE_FREE || !state->can_take[s]))
        return n;
    }
  for (int32_t i = first; i < end; i++)
    if (state->timer.shift_of[units->items[i]] >= 0)
      {
        state->is_marked[units->items[i]] = 1;
        state->list[n++] = units->items[i];
      }
  return n;
}

/* Takes the @n operations in the list out of their shifts. */
static bool
take_out (GwEngineState *state, int32_t n)
{
  bool fits = true;

  for (int32_t i = 0; i < n; i++)
    state->is_marked[state->list[i]] = 0;
  for (int32_t i = 0; i < n && fits; i++)
    {
      int32_t s = state->timer.shift_of[state->list[i]], count = 0;

      if (s < 0)
        continue;
      /* Bring those of the same shift together at i. */
      for (int32_t j = i; j < n; j++)
        if (state->timer.shift_of[state->list[j]] == s)
          {
            int32_t o = state->list[j];

            state->list[j] = state->list[i + count];
            state->list[i + count++] = o;
          }
      fits = gw_engine_state_remove (state, s, state->list + i, count);
      i += count - 1;
    }
  return fits;
}

static int32_t
slot_of (const GwEngineState *state, int32_t s, int32_t o)
{
  const int32_t *items = gw_engine_state_items (state, s);

  for (int32_t i = 0; i < state->n_items[s]; i++)
    if (items[i] == o)
      return i;
  return 0;
}

/* Collects a string of @length items of the run of @o that contains it. */
static int32_t
collect_string (GwEngineState *state, int32_t s, int32_t o, int32_t length, int32_t n)
{
  const int32_t *items = gw_engine_state_items (state, s);
  GwEngineString string = gw_engine_string_draw (&state->random, state->n_items[s],
                                                 slot_of (state, s, o), length, SPARE_GROWTH);

  for (int32_t i = string.first; i < string.first + string.length; i++)
    if (gw_engine_string_takes (&string, i) && items[i] < state->problem->n_operations)
      n = collect (state, items[i], n);
  return n;
}

static int32_t
random_seed (GwEngineState *state)
{
  return state->seeds[random_below (state, state->n_seeds)];
}

static int32_t
choose_seed (GwEngineState *state)
{
  if (state->n_absent > 0 && random_below (state, 100) < state->absent_seeds)
    for (int i = 0; i < SEED_TRIES; i++)
      {
        int32_t o = state->absent[random_below (state, state->n_absent)];

        if (gw_engine_state_may_change (state, state->problem->operation_island[o]))
          return o;
      }
  return random_seed (state);
}

/* Whether the holder of shift @s may be of use to @o as somebody who knows its person. */
static bool
is_known (const GwEngineState *state, int32_t o, int32_t s)
{
  const GwEngineProblem *problem = state->problem;
  int32_t person = problem->operations[o].person, c = state->colleague_of[s];
  int64_t cell = (int64_t) person * problem->n_colleagues + c;

  return c >= 0 && (state->visits[cell] > 0 || problem->history[cell] > 0) &&
         (person != state->barred_person || c != state->barred_colleague);
}

/* A run of somebody who knows the person of @o, other than the run that it is in, or NONE. */
static int32_t
choose_known (GwEngineState *state, int32_t o)
{
  const GwEngineSlices *shifts = &state->problem->operation_shifts;
  int32_t n = 0, chosen = GW_ENGINE_NONE;

  if (state->problem->operations[o].person < 0)
    return GW_ENGINE_NONE;
  for (int32_t i = shifts->first[o]; i < shifts->first[o + 1]; i++)
    {
      int32_t s = shifts->items[i];

      if (s != state->timer.shift_of[o] && is_known (state, o, s) && state->can_take[s] &&
          state->n_items[s] > 0 &&
          gw_engine_state_may_change (state, state->problem->shift_island[s]) &&
          random_below (state, ++n) == 0)
        chosen = s;
    }
  return chosen;
}

/* What is done in shift @s nearest to when @o is done, or could first be. */
static int32_t
find_same_time (const GwEngineState *state, int32_t o, int32_t s)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t best = items[0], least = INT32_MAX, start = state->timer.start_of[o];

  if (state->timer.shift_of[o] < 0)
    start = state->timer.windows[state->timer.first_window[2 * o]].open;
  for (int32_t i = 0; i < state->n_items[s]; i++)
    {
      int32_t apart = abs (state->timer.start_of[items[i]] - start);

      if (apart < least)
        {
          best = items[i];
          least = apart;
        }
    }
  return best;
}

/* Collects a string of up to @longest items around @o of shift @s. */
static int32_t
collect_some (GwEngineState *state, int32_t s, int32_t o, int32_t longest, int32_t n)
{
  if (state->n_items[s] < longest)
    longest = state->n_items[s];
  return collect_string (state, s, o, 1 + random_below (state, longest), n);
}

/* Strings of runs near a seed; each run is touched once. state->shifts remembers which. */
static int32_t
collect_strings (GwEngineState *state)
{
  const GwEngineProblem *problem = state->problem;
  int32_t seed = choose_seed (state), n = 0, n_strings, n_touched = 0;
  int32_t first = problem->operation_near.first[seed];
  int32_t end = problem->operation_near.first[seed + 1];

  n_strings = gw_engine_strings_count (&state->random, MEAN_REMOVED, USUAL_STRING);
  for (int32_t i = first - 1; i < end && n_touched < n_strings; i++)
    {
      int32_t o = i < first ? seed : problem->operation_near.items[i];
      int32_t s = state->timer.shift_of[o];
      bool touched = s < 0 || !state->can_take[s] ||
                     !gw_engine_state_may_change (state, problem->shift_island[s]);

      for (int32_t k = 0; k < n_touched && !touched; k++)
        touched = state->shifts[k] == s;
      if (touched)
        continue;
      n = collect_some (state, s, o, LONGEST_STRING, n);
      state->shifts[n_touched++] = s;
      if (i >= first || n_touched == n_strings || state->is_easing ||
          random_below (state, 100) >= KNOWN || (s = choose_known (state, seed)) < 0)
        continue;
      n = collect_some (state, s, find_same_time (state, seed, s), LONGEST_STRING, n);
      state->shifts[n_touched++] = s;
    }
  return n;
}

/* One of the colleagues who come to @person, rather one beyond those who are known, or NONE. */
static int32_t
choose_face (GwEngineState *state, int32_t person)
{
  const GwEngineProblem *problem = state->problem;
  int64_t row = (int64_t) person * problem->n_colleagues;
  int32_t chosen = GW_ENGINE_NONE, n = 0;

  for (int32_t c = 0; c < problem->n_colleagues; c++)
    if (state->visits[row + c] > 0 && problem->history[row + c] == 0 &&
        random_below (state, ++n) == 0)
      chosen = c;
  return chosen;
}

/* Makes room for @o in a run of somebody who knows its person. */
static int32_t
collect_room (GwEngineState *state, int32_t o, int32_t n)
{
  int32_t s = choose_known (state, o);

  return s < 0 ? n : collect_some (state, s, find_same_time (state, o, s), ROOM, n);
}

/* The visits that one colleague makes to one person, who then does not come back in this step. */
static int32_t
collect_face (GwEngineState *state)
{
  const GwEngineProblem *problem = state->problem;
  int32_t seed = random_seed (state), s = state->timer.shift_of[seed], c;
  int32_t person = problem->operations[seed].person, n = 0, end;

  if (s < 0 || person < 0)
    return collect_strings (state);
  c = choose_face (state, person);
  if (c < 0)
    c = state->colleague_of[s];
  for (int32_t i = problem->person_operations.first[person];
       i < problem->person_operations.first[person + 1] && n < MOST_OF_FACE; i++)
    {
      int32_t o = problem->person_operations.items[i], other = state->timer.shift_of[o];

      if (other >= 0 && state->colleague_of[other] == c)
        n = collect (state, o, n);
    }
  end = n;
  state->barred_person = person;
  state->barred_colleague = c;
  for (int32_t i = 0; i < end; i++)
    if (problem->operations[state->list[i]].person == person)
      n = collect_room (state, state->list[i], n);
  return n;
}

static int32_t
collect_shift (GwEngineState *state, int32_t s, int32_t colleague)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t n = 0;

  for (int32_t i = 0; i < state->n_items[s]; i++)
    if (items[i] < state->problem->n_operations &&
        (colleague < 0 ||
         gw_engine_state_refuses (state, items[i], s, colleague) != GW_ENGINE_RULE_NONE))
      n = collect (state, items[i], n);
  return n;
}

bool
gw_engine_ruin (GwEngineState *state)
{
  int32_t kind = random_below (state, 100), n, s;
  int32_t n_faces = state->problem->crowd > GW_ENGINE_CROWD ? MANY_FACES : FACES;

  state->barred_person = GW_ENGINE_NONE;
  if (state->n_seeds == 0)
    return true;
  /* Who comes does not matter yet. */
  if (kind < 100 - SHIFTS - (state->is_easing ? 0 : n_faces))
    n = collect_strings (state);
  else if (kind < 100 - SHIFTS)
    n = collect_face (state);
  else
    {
      s = state->timer.shift_of[random_seed (state)];
      n = s >= 0 && state->can_take[s] ? collect_shift (state, s, GW_ENGINE_NONE)
                                       : collect_strings (state);
    }
  return take_out (state, n);
}

bool
gw_engine_ruin_shift (GwEngineState *state, int32_t s, int32_t colleague)
{
  return take_out (state, collect_shift (state, s, colleague));
}
