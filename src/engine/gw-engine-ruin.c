/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-ruin.h. What is to go is collected in state->list first and then taken out shift
 * by shift, so that each run is timed once.
 */
#include "gw-engine-ruin.h"

#include <stdlib.h>

typedef GwEngineState GwLnsState;
#include "gw-engine-lns-ruin.h"

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

/* Adds the unit of @o to the list of what goes. A unit one half of which is tied down stays. */
static void
collect (GwEngineState *state, int32_t o)
{
  const GwEngineSlices *units = &state->problem->unit_operations;
  int32_t first = units->first[state->problem->unit_of[o]];
  int32_t end = units->first[state->problem->unit_of[o] + 1];

  if (state->is_marked[o] ||
      !gw_engine_state_may_change (state, state->problem->operation_island[o]))
    return;
  for (int32_t i = first; i < end; i++)
    {
      int32_t s = state->timer.shift_of[units->items[i]];

      if (s >= 0 && (state->freedom[units->items[i]] != GW_ENGINE_FREE || !state->can_take[s]))
        return;
    }
  for (int32_t i = first; i < end; i++)
    if (state->timer.shift_of[units->items[i]] >= 0)
      {
        state->is_marked[units->items[i]] = 1;
        state->list[state->n_listed++] = units->items[i];
      }
}

/* Takes the operations in the list out of their shifts, which empties it. */
static bool
take_out (GwEngineState *state)
{
  int32_t n = state->n_listed;
  bool fits = true;

  state->n_listed = 0;
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

static int32_t
random_seed (GwEngineState *state)
{
  return state->seeds[random_below (state, state->n_seeds)];
}

static inline int32_t
gw_lns_choose_seed (GwLnsState *state)
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

static inline const int32_t *
gw_lns_near (const GwLnsState *state, int32_t seed, int32_t *n)
{
  const GwEngineSlices *near = &state->problem->operation_near;

  *n = near->first[seed + 1] - near->first[seed];
  return near->items + near->first[seed];
}

static inline GwLnsStrings
gw_lns_strings (const GwLnsState *state)
{
  return (GwLnsStrings){ MEAN_REMOVED, USUAL_STRING, LONGEST_STRING, SPARE_GROWTH };
}

static inline int32_t
gw_lns_run_of (const GwLnsState *state, int32_t o)
{
  return state->timer.shift_of[o];
}

static inline bool
gw_lns_may_open (const GwLnsState *state, int32_t s, int32_t o)
{
  return state->can_take[s] && gw_engine_state_may_change (state, state->problem->shift_island[s]);
}

/* Who comes does not matter while it eases. */
static inline int32_t
gw_lns_choose_second (GwLnsState *state, int32_t seed)
{
  if (state->is_easing || random_below (state, 100) >= KNOWN)
    return GW_ENGINE_NONE;
  return choose_known (state, seed);
}

static inline int32_t
gw_lns_open (GwLnsState *state, int32_t s)
{
  return state->n_items[s];
}

/* The slot in shift @s of what is done there nearest to when @o could first be, or is done elsewhere. */
static int32_t
find_same_time (const GwEngineState *state, int32_t s, int32_t o)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t best = 0, least = INT32_MAX, start = state->timer.start_of[o];

  if (state->timer.shift_of[o] < 0)
    start = state->timer.windows[state->timer.first_window[2 * o]].open;
  for (int32_t i = 0; i < state->n_items[s]; i++)
    {
      int32_t apart = abs (state->timer.start_of[items[i]] - start);

      if (apart < least)
        {
          best = i;
          least = apart;
        }
    }
  return best;
}

static inline int32_t
gw_lns_find_item (const GwLnsState *state, int32_t s, int32_t o)
{
  return state->timer.shift_of[o] == s ? slot_of (state, s, o) : find_same_time (state, s, o);
}

static inline void
gw_lns_collect (GwLnsState *state, int32_t s, int32_t i)
{
  int32_t item = gw_engine_state_items (state, s)[i];

  if (item < state->problem->n_operations)
    collect (state, item);
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
static void
collect_room (GwEngineState *state, int32_t o)
{
  int32_t s = choose_known (state, o);

  if (s >= 0)
    gw_lns_collect_string (state, s, o, ROOM, SPARE_GROWTH);
}

/* The visits that one colleague makes to one person, who then does not come back in this step. */
static void
collect_face (GwEngineState *state)
{
  const GwEngineProblem *problem = state->problem;
  int32_t seed = random_seed (state), s = state->timer.shift_of[seed], c;
  int32_t person = problem->operations[seed].person, end;

  if (s < 0 || person < 0)
    {
      gw_lns_collect_strings (state);
      return;
    }
  c = choose_face (state, person);
  if (c < 0)
    c = state->colleague_of[s];
  for (int32_t i = problem->person_operations.first[person];
       i < problem->person_operations.first[person + 1] && state->n_listed < MOST_OF_FACE; i++)
    {
      int32_t o = problem->person_operations.items[i], other = state->timer.shift_of[o];

      if (other >= 0 && state->colleague_of[other] == c)
        collect (state, o);
    }
  end = state->n_listed;
  state->barred_person = person;
  state->barred_colleague = c;
  for (int32_t i = 0; i < end; i++)
    if (problem->operations[state->list[i]].person == person)
      collect_room (state, state->list[i]);
}

static void
collect_shift (GwEngineState *state, int32_t s, int32_t colleague)
{
  const int32_t *items = gw_engine_state_items (state, s);

  for (int32_t i = 0; i < state->n_items[s]; i++)
    if (items[i] < state->problem->n_operations &&
        (colleague < 0 ||
         gw_engine_state_refuses (state, items[i], s, colleague) != GW_ENGINE_RULE_NONE))
      collect (state, items[i]);
}

bool
gw_engine_ruin (GwEngineState *state)
{
  int32_t kind = random_below (state, 100), s;
  int32_t n_faces = state->problem->crowd > GW_ENGINE_CROWD ? MANY_FACES : FACES;

  state->barred_person = GW_ENGINE_NONE;
  if (state->n_seeds == 0)
    return true;
  /* Who comes does not matter yet. */
  if (kind < 100 - SHIFTS - (state->is_easing ? 0 : n_faces))
    gw_lns_collect_strings (state);
  else if (kind < 100 - SHIFTS)
    collect_face (state);
  else
    {
      s = state->timer.shift_of[random_seed (state)];
      if (s >= 0 && state->can_take[s])
        collect_shift (state, s, GW_ENGINE_NONE);
      else
        gw_lns_collect_strings (state);
    }
  return take_out (state);
}

bool
gw_engine_ruin_shift (GwEngineState *state, int32_t s, int32_t colleague)
{
  collect_shift (state, s, colleague);
  return take_out (state);
}
