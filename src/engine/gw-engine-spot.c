/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-spot.h.
 */
#include "gw-engine-spot.h"

/* Whether @operation may be put into shift @s by its present holder: scope, who, capacity. */
static bool
may_enter (const GwEngineState *state, int32_t operation, int32_t s)
{
  if (state->problem->operations[operation].person == state->barred_person &&
      state->colleague_of[s] == state->barred_colleague && state->barred_person >= 0)
    return false;
  return state->can_take[s] && state->n_items[s] + 1 < state->capacity &&
         gw_engine_state_refuses (state, operation, s, state->colleague_of[s]) ==
             GW_ENGINE_RULE_NONE;
}

static inline bool
blinks (GwEngineState *state, int32_t blink)
{
  return blink > 0 && (int32_t) (gw_engine_random_next (&state->random) >> 54) < blink;
}

/* What the time costs when @operation may start in [@earliest, @latest] at best. */
static int64_t
least_time_cost (const GwEngineState *state, int32_t operation, int32_t earliest, int32_t latest)
{
  int32_t wanted = gw_engine_timer_wanted (&state->timer, operation, earliest, latest);

  if (wanted == GW_ENGINE_NO_TIME || wanted < earliest)
    wanted = earliest;
  if (wanted > latest)
    wanted = latest;
  return gw_engine_timer_time_cost (&state->timer, operation, wanted);
}

/* What is looked for. */
typedef struct
{
  int32_t operation, duration, place;
  int32_t low, high; /* it may start in between */
  int32_t own;       /* … and then, even beside the grid */
} Query;

/* Judges @slot, number @k of shift @s, by its hints; returns false when it cannot start there. */
static bool
judge_slot (const GwEngineState *state, const Query *query, const GwEngineSlot *slot, int32_t s,
            int32_t k, GwEngineSpot *spot)
{
  const GwEngineProblem *problem = state->problem;
  int32_t c = state->colleague_of[s], mode = problem->mode_of[c], detour = 0, onward = 0;
  int32_t ready, due;

  if (query->place >= 0)
    {
      int64_t row = ((int64_t) mode * problem->n_places + query->place) * problem->n_places;

      detour = slot->before >= 0 ? problem->travel_to[row + slot->before] : 0;
      onward = slot->next >= 0 ? problem->travel[row + slot->next] : 0;
    }
  ready = slot->ready + detour > query->low ? slot->ready + detour : query->low;
  due = slot->due - onward - query->duration;
  due = due < query->high ? due : query->high;
  if (ready > due)
    return false;
  spot->earliest = gw_engine_timer_first_of (&state->timer, query->operation, c, ready, query->own);
  spot->latest = due;
  if (spot->earliest > spot->latest)
    return false;
  if (query->place >= 0)
    detour += onward - gw_engine_travel (problem, mode, slot->before, slot->next);
  spot->shift = s;
  spot->slot = k;
  spot->cost = detour * state->timer.minute_weight;
  return true;
}

/* The cost of the operation being done by the shift's holder, whatever the time. */
static int64_t
holder_cost (const GwEngineState *state, int32_t o, int32_t s)
{
  int32_t c = state->colleague_of[s];

  return gw_engine_state_assign_cost (state, o, c) + gw_engine_state_new_face (state, o, c);
}

/* The last window's end: no start after it. */
static int32_t
last_close (const GwEngineState *state, int32_t o)
{
  int32_t end = state->timer.first_window[2 * o + 1];

  return end > state->timer.first_window[2 * o] ? state->timer.windows[end - 1].close : INT32_MIN;
}

/* The first window's begin: no start before it. */
static int32_t
first_open (const GwEngineState *state, int32_t o)
{
  int32_t first = state->timer.first_window[2 * o];

  return first < state->timer.first_window[2 * o + 1] ? state->timer.windows[first].open : 0;
}

/* The first slot from @k on that has room for it when nobody has to travel, or NONE. Those behind are
 * ready later. */
static inline int32_t
find_room (const Query *query, const GwEngineSlot *slots, int32_t k, int32_t n)
{
  for (; k <= n && slots[k].ready <= query->high; k++)
    {
      int32_t first = slots[k].ready > query->low ? slots[k].ready : query->low;

      if (first + query->duration <= slots[k].due)
        return k;
    }
  return GW_ENGINE_NONE;
}

static bool
begin_query (const GwEngineState *state, int32_t o, Query *query)
{
  int32_t low = first_open (state, o), high = last_close (state, o);

  gw_engine_timer_link_bounds (&state->timer, o, &low, &high);
  if (low > high)
    return false;
  *query = (Query){ o,
                    state->problem->item_duration[o],
                    state->problem->item_place[o],
                    low,
                    high,
                    gw_engine_timer_own (&state->timer, o, low, high) };
  return true;
}

/* Lists the spots in shift @s; returns how many. */
static int32_t
list_in_shift (GwEngineState *state, const Query *query, int32_t s, int32_t blink, bool is_half,
               GwEngineSpot *spots, int32_t most)
{
  const GwEngineSlot *slots = state->slots + (int64_t) s * state->capacity;
  int32_t o = query->operation, n_items = state->n_items[s], n = 0;
  int64_t holder = INT64_MIN;

  for (int32_t k = find_room (query, slots, 0, n_items); k >= 0 && n < most;
       k = find_room (query, slots, k + 1, n_items))
    {
      if (!judge_slot (state, query, &slots[k], s, k, &spots[n]))
        continue;
      if (holder == INT64_MIN && !may_enter (state, o, s))
        return 0;
      if (holder == INT64_MIN)
        holder = holder_cost (state, o, s);
      if (blinks (state, blink))
        continue;
      spots[n].cost += holder;
      if (!is_half)
        spots[n].cost += least_time_cost (state, o, spots[n].earliest, spots[n].latest);
      n++;
    }
  return n;
}

/* Whether the holder of shift @s is one of @faces to the person of @o. */
static inline bool
is_among (const GwEngineState *state, int32_t o, int32_t s, GwEngineFaces faces)
{
  const GwEngineProblem *problem = state->problem;
  int32_t person = problem->operations[o].person, c = state->colleague_of[s];
  int64_t cell = (int64_t) person * problem->n_colleagues + c;

  if (faces == GW_ENGINE_FACES_ALL || c < 0)
    return true;
  return (state->visits[cell] > 0 || problem->history[cell] > 0) ==
         (faces == GW_ENGINE_FACES_KNOWN);
}

int32_t
gw_engine_spots_list (GwEngineState *state, int32_t o, GwEngineFaces faces, int32_t blink,
                      bool is_half, GwEngineSpot *spots)
{
  const GwEngineSlices *slices = &state->problem->operation_shifts;
  bool only_saved = state->is_retried[o] && !is_half;
  int32_t n = 0;
  Query query;

  if (!begin_query (state, o, &query))
    return 0;
  for (int32_t i = slices->first[o]; i < slices->first[o + 1] && n < GW_ENGINE_MAX_SPOTS; i++)
    {
      int32_t s = slices->items[i];

      if (state->widest[s] >= query.duration && (!only_saved || state->is_saved[s]) &&
          is_among (state, o, s, faces))
        n += list_in_shift (state, &query, s, blink, is_half, spots + n, GW_ENGINE_MAX_SPOTS - n);
    }
  return n;
}

GwEngineSpot
gw_engine_spots_take_least (GwEngineSpot *spots, int32_t n)
{
  int32_t least = 0;
  GwEngineSpot spot;

  for (int32_t i = 1; i < n; i++)
    if (spots[i].cost < spots[least].cost)
      least = i;
  spot = spots[least];
  spots[least] = spots[n - 1];
  return spot;
}

/* Heap sort by cost: no allocation, the same everywhere. */
static void
sift_spots (GwEngineSpot *spots, int32_t i, int32_t n)
{
  for (int32_t child = 2 * i + 1; child < n; child = 2 * i + 1)
    {
      GwEngineSpot spot;

      if (child + 1 < n && spots[child + 1].cost > spots[child].cost)
        child++;
      if (spots[i].cost >= spots[child].cost)
        return;
      spot = spots[i];
      spots[i] = spots[child];
      spots[child] = spot;
      i = child;
    }
}

void
gw_engine_spots_sort (GwEngineSpot *spots, int32_t n)
{
  for (int32_t i = n / 2 - 1; i >= 0; i--)
    sift_spots (spots, i, n);
  for (int32_t last = n - 1; last > 0; last--)
    {
      GwEngineSpot spot = spots[0];

      spots[0] = spots[last];
      spots[last] = spot;
      sift_spots (spots, 0, last);
    }
}
