/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-insert.h.
 */
#include "gw-engine-insert.h"

#include <string.h>

/* Slots kept for one half of a visit, and pairs of slots that are tried before giving up. */
#define MAX_SPOTS 1024
#define MAX_PAIRS 12

/* One pair in so many is put at a random time. */
#define WHIM 4

void
gw_engine_insert_allocate (GwEngineState *state)
{
  state->max_spots = MAX_SPOTS;
  state->spots = GW_ENGINE_NEW (&state->arena, GwEngineSpot, 2 * MAX_SPOTS);
}

bool
gw_engine_insert_may_enter (const GwEngineState *state, int32_t operation, int32_t s)
{
  if (state->problem->operations[operation].person == state->barred_person &&
      state->colleague_of[s] == state->barred_colleague && state->barred_person >= 0)
    return false;
  return state->can_take[s] && state->colleague_of[s] >= 0 &&
         state->n_items[s] + 1 < state->capacity &&
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
  return gw_engine_problem_time_cost (state->problem, operation, wanted);
}

/* Judges slot @slot of shift @s by the hints; returns false when @o cannot start there. */
static inline bool
judge_slot (const GwEngineState *state, int32_t o, int32_t s, int32_t slot, int32_t low,
            int32_t high, GwEngineSpot *spot)
{
  const GwEngineProblem *problem = state->problem;
  const GwEngineShift *shift = &problem->shifts[s];
  const int32_t *items = gw_engine_state_items (state, s);
  int64_t at = (int64_t) s * state->capacity;
  int32_t n = state->n_items[s], c = state->colleague_of[s], mode = problem->colleagues[c].mode;
  int32_t here = problem->item_place[o], place = shift->start_place, next, detour;
  int32_t ready = shift->start - shift->flex_before, due = shift->end + shift->flex_after;

  if (slot > 0)
    {
      place = state->place[at + slot - 1];
      ready = state->earliest[at + slot - 1] + problem->item_duration[items[slot - 1]];
    }
  if (slot < n)
    {
      next = problem->item_place[items[slot]];
      due = state->latest[at + slot];
    }
  else
    next = shift->end_place;
  detour = gw_engine_travel (problem, mode, place, here);
  ready += detour;
  if (here >= 0)
    {
      int32_t onward = gw_engine_travel (problem, mode, here, next);

      due -= onward;
      detour += onward - gw_engine_travel (problem, mode, place, next);
    }
  due -= problem->item_duration[o];
  ready = ready > low ? ready : low;
  due = due < high ? due : high;
  if (ready > due)
    return false;
  spot->earliest = gw_engine_timer_first (&state->timer, o, c, ready,
                                          gw_engine_timer_own (&state->timer, o, low, high));
  spot->latest = due;
  if (spot->earliest > spot->latest)
    return false;
  spot->shift = s;
  spot->slot = slot;
  spot->cost = (int64_t) detour * problem->settings.weight[GW_ENGINE_RULE_MINUTES];
  return true;
}

/* The cost of the operation being done by the shift's holder, whatever the time. */
static int64_t
holder_cost (const GwEngineState *state, int32_t o, int32_t s)
{
  int32_t c = state->colleague_of[s];

  return state->problem->assign_cost[(int64_t) o * state->problem->n_colleagues + c] +
         gw_engine_state_new_face (state, o, c);
}

/* Times @o at a slot. Returns the difference in cost, or INT64_MAX. */
static int64_t
try_slot (GwEngineState *state, int32_t o, const GwEngineSpot *spot)
{
  int32_t s = spot->shift, n = state->n_items[s];
  const int32_t *items = gw_engine_state_items (state, s);

  memcpy (state->trial, items, (size_t) spot->slot * sizeof *items);
  state->trial[spot->slot] = o;
  memcpy (state->trial + spot->slot + 1, items + spot->slot,
          (size_t) (n - spot->slot) * sizeof *items);
  state->n_evaluations++;
  if (!gw_engine_timer_run (&state->timer, s, state->colleague_of[s], state->trial, n + 1))
    return INT64_MAX;
  return gw_engine_timer_cost (&state->timer, s, state->colleague_of[s], state->trial,
                               state->timer.start, n + 1) -
         state->run_cost[s] + gw_engine_state_new_face (state, o, state->colleague_of[s]) +
         gw_engine_state_tie_cost (state, o, state->timer.start[spot->slot]);
}

/* Puts the run that was just timed aside as the best so far. */
static void
keep_trial (GwEngineState *state)
{
  int32_t *items = state->trial;

  state->trial = state->kept_trial;
  state->kept_trial = items;
  gw_engine_timer_keep (&state->timer);
}

/* Takes the spot that could cost least out of spots[0 … n-1]. */
static GwEngineSpot
take_least (GwEngineSpot *spots, int32_t n)
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

/* Lists the slots of shift @s that @o could take, each with the least that it could cost when who
 * holds the shift costs @holder. Returns how many. */
static int32_t
list_slots (GwEngineState *state, int32_t o, int32_t s, int64_t holder, int32_t blink, int32_t low,
            int32_t high, GwEngineSpot *spots)
{
  int64_t at = (int64_t) s * state->capacity;
  int32_t n = 0;

  for (int32_t slot = 0; slot <= state->n_items[s] && n < MAX_SPOTS; slot++)
    {
      /* Everything from here on is ready too late. */
      if (slot > 0 && state->earliest[at + slot - 1] > high)
        break;
      if (blinks (state, blink) || !judge_slot (state, o, s, slot, low, high, &spots[n]))
        continue;
      spots[n].cost += holder + least_time_cost (state, o, spots[n].earliest, spots[n].latest);
      n++;
    }
  return n;
}

/* Times the slots of a shift, those that could cost least first, until no other can be better than
 * @best_cost; improves it. Returns whether it did: then the run with @o in it is kept. */
static bool
scan_slots (GwEngineState *state, int32_t o, GwEngineSpot *spots, int32_t n, int64_t *best_cost)
{
  bool is_better = false;

  for (; n > 0; n--)
    {
      GwEngineSpot spot = take_least (spots, n);
      int64_t cost;

      if (spot.cost >= *best_cost)
        break;
      cost = try_slot (state, o, &spot);
      if (cost < *best_cost)
        {
          *best_cost = cost;
          is_better = true;
          keep_trial (state);
        }
    }
  return is_better;
}

/* Lists the shifts that @o may enter, with what it costs who holds them. Returns how many. */
static int32_t
list_shifts (GwEngineState *state, int32_t o, GwEngineSpot *spots)
{
  const GwEngineSlices *slices = &state->problem->operation_shifts;
  int32_t n = 0;

  for (int32_t i = slices->first[o]; i < slices->first[o + 1] && n < MAX_SPOTS; i++)
    if ((!state->is_retried[o] || state->is_saved[slices->items[i]]) &&
        gw_engine_insert_may_enter (state, o, slices->items[i]))
      spots[n++] = (GwEngineSpot){ .shift = slices->items[i],
                                   .cost = holder_cost (state, o, slices->items[i]) };
  return n;
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

/* What leaving an optional operation out costs; INT64_MAX for others. */
static int64_t
worth_of (const GwEngineState *state, int32_t o)
{
  const GwEngineOperation *op = &state->problem->operations[o];

  if (!op->is_optional)
    return INT64_MAX;
  return (int64_t) op->priority * state->problem->settings.weight[GW_ENGINE_RULE_OPTIONAL];
}

static bool
insert_one (GwEngineState *state, int32_t o, int32_t blink)
{
  int32_t low = first_open (state, o), high = last_close (state, o), best = GW_ENGINE_NONE, n;
  GwEngineSpot *shifts = state->spots + MAX_SPOTS;
  int64_t best_cost = worth_of (state, o);

  gw_engine_timer_link_bounds (&state->timer, o, &low, &high);
  if (low > high)
    return false;
  for (n = list_shifts (state, o, shifts); n > 0; n--)
    {
      GwEngineSpot spot = take_least (shifts, n);
      int32_t n_slots;

      /* Where the colleague alone costs more, no time of the day helps. */
      if (spot.cost >= best_cost)
        break;
      n_slots = list_slots (state, o, spot.shift, spot.cost, blink, low, high, state->spots);
      if (scan_slots (state, o, state->spots, n_slots, &best_cost))
        best = spot.shift;
    }
  if (best >= 0)
    gw_engine_state_insert_kept (state, o, best);
  return best >= 0;
}

/* --- Two halves ------------------------------------------------------------------------------ */

/* Lists slots for @o; returns how many. */
static int32_t
list_spots (GwEngineState *state, int32_t o, int32_t blink, GwEngineSpot *spots)
{
  const GwEngineSlices *slices = &state->problem->operation_shifts;
  int32_t low = first_open (state, o), high = last_close (state, o), n = 0;

  gw_engine_timer_link_bounds (&state->timer, o, &low, &high);
  for (int32_t i = slices->first[o]; i < slices->first[o + 1]; i++)
    {
      int32_t s = slices->items[i];
      int64_t holder;

      if (!gw_engine_insert_may_enter (state, o, s))
        continue;
      holder = holder_cost (state, o, s);
      for (int32_t slot = 0; slot <= state->n_items[s] && n < MAX_SPOTS; slot++)
        if (!blinks (state, blink) && judge_slot (state, o, s, slot, low, high, &spots[n]))
          spots[n++].cost += holder;
    }
  return n;
}

typedef struct
{
  int32_t a, b; /* spots */
  int32_t start, partner_start;
  int64_t cost;
} Pair;

/* Two operations that start together, and how. */
typedef struct
{
  int32_t first, second;
  int32_t apart; /* they may start so far apart */
  bool is_whim;  /* at a random time */
} Couple;

static Couple
make_couple (GwEngineState *state, int32_t first, int32_t second)
{
  const GwEngineSlices *links = &state->problem->operation_links;
  Couple couple = { first, second, GW_ENGINE_TIME_MAX,
                    gw_engine_random_below (&state->random, WHIM) == 0 };

  for (int32_t i = links->first[first]; i < links->first[first + 1]; i++)
    {
      const GwEngineLink *link = &state->problem->links[links->items[i]];

      if (link->kind == GW_ENGINE_LINK_TOGETHER && (link->a == second || link->b == second) &&
          link->max < couple.apart)
        couple.apart = link->max;
    }
  return couple;
}

static int32_t
cut (int32_t time, int32_t low, int32_t high)
{
  return time < low ? low : time > high ? high : time;
}

/* Starts for both that their slots allow, as near the ideal as they can; false when there are
 * none. A placed pair does not move when others come, so now and then it must be put where
 * nothing yet says that it should be. */
static bool
common_start (GwEngineState *state, const Couple *couple, const GwEngineSpot *a,
              const GwEngineSpot *b, Pair *pair)
{
  const GwEngineTimer *timer = &state->timer;
  int32_t who_a = state->colleague_of[a->shift], who_b = state->colleague_of[b->shift];
  int32_t low = a->earliest, high = a->latest, wanted, own;

  if (who_a == who_b)
    return false;
  low = low < b->earliest - couple->apart ? b->earliest - couple->apart : low;
  high = high > b->latest + couple->apart ? b->latest + couple->apart : high;
  if (low > high)
    return false;
  wanted = gw_engine_timer_wanted (timer, couple->first, low, high);
  if (couple->is_whim)
    wanted = low + gw_engine_random_below (&state->random, high - low + 1);
  wanted = wanted == GW_ENGINE_NO_TIME ? low : cut (wanted, low, high);
  own = gw_engine_timer_own (timer, couple->first, low, high);
  pair->start = gw_engine_timer_first (timer, couple->first, who_a, wanted, own);
  if (pair->start > high)
    pair->start = gw_engine_timer_first (timer, couple->first, who_a, low, own);
  if (pair->start > high)
    return false;
  wanted = cut (pair->start, b->earliest, b->latest);
  own = couple->apart == 0 ? pair->start : timer->own_start[couple->second];
  pair->partner_start = gw_engine_timer_first (timer, couple->second, who_b, wanted, own);
  return pair->partner_start <= b->latest && pair->partner_start - pair->start <= couple->apart &&
         pair->start - pair->partner_start <= couple->apart;
}

/* Keeps the cheapest pairs in order; returns how many there are. */
static int32_t
keep_pair (Pair *pairs, int32_t n, const Pair *pair)
{
  int32_t i;

  if (n == MAX_PAIRS && pair->cost >= pairs[n - 1].cost)
    return n;
  i = n < MAX_PAIRS ? n++ : n - 1;
  for (; i > 0 && pairs[i - 1].cost > pair->cost; i--)
    pairs[i] = pairs[i - 1];
  pairs[i] = *pair;
  return n;
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

static void
sort_spots (GwEngineSpot *spots, int32_t n)
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

/* The cheapest pairs: both lists are in order of cost. */
static int32_t
list_pairs (GwEngineState *state, const Couple *couple, int32_t n_first, int32_t n_second,
            Pair *pairs)
{
  const GwEngineSpot *spots = state->spots;
  int32_t n = 0;

  for (int32_t a = 0; a < n_first; a++)
    for (int32_t b = MAX_SPOTS; b < MAX_SPOTS + n_second; b++)
      {
        Pair pair = { a, b, 0, 0, spots[a].cost + spots[b].cost };

        /* All that follow cost as much at least. */
        if (n == MAX_PAIRS && pair.cost >= pairs[n - 1].cost)
          break;
        if (!common_start (state, couple, &spots[a], &spots[b], &pair))
          continue;
        pair.cost += gw_engine_problem_time_cost (state->problem, couple->first, pair.start) +
                     gw_engine_problem_time_cost (state->problem, couple->second,
                                                  pair.partner_start) +
                     gw_engine_state_tie_cost (state, couple->first, pair.start);
        n = keep_pair (pairs, n, &pair);
      }
  return n;
}

static bool
insert_at (GwEngineState *state, int32_t o, const GwEngineSpot *spot, int32_t start)
{
  bool done;

  state->timer.locked_item = o;
  state->timer.locked_start = start;
  done = gw_engine_state_insert (state, o, spot->shift, spot->slot);
  state->timer.locked_item = GW_ENGINE_NONE;
  return done;
}

static bool
insert_two (GwEngineState *state, int32_t first, int32_t second, int32_t blink)
{
  Pair pairs[MAX_PAIRS];
  Couple couple = make_couple (state, first, second);
  int32_t n_first = list_spots (state, first, blink, state->spots);
  int32_t n_second = n_first > 0 ? list_spots (state, second, blink, state->spots + MAX_SPOTS) : 0;
  int64_t worth = worth_of (state, first);
  int32_t n;

  sort_spots (state->spots, n_first);
  sort_spots (state->spots + MAX_SPOTS, n_second);
  n = list_pairs (state, &couple, n_first, n_second, pairs);

  for (int32_t i = 0; i < n && pairs[i].cost < worth; i++)
    {
      state->n_evaluations += 2;
      if (!insert_at (state, first, &state->spots[pairs[i].a], pairs[i].start))
        continue;
      if (insert_at (state, second, &state->spots[pairs[i].b], pairs[i].partner_start))
        return true;
      if (!gw_engine_state_remove (state, state->spots[pairs[i].a].shift, &first, 1))
        return false;
    }
  return false;
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
  int32_t missing[8];
  bool done;

  for (int32_t i = 0; i < n_members; i++)
    if (state->timer.shift_of[members[i]] < 0)
      {
        if (state->freedom[members[i]] != GW_ENGINE_FREE || n == 8)
          return false;
        missing[n++] = members[i];
      }
  if (n == 0)
    return true;
  if (n == 1)
    return insert_one (state, missing[0], blink);
  done = insert_two (state, missing[0], missing[1], blink);
  for (int32_t i = 2; i < n && done; i++)
    done = insert_one (state, missing[i], blink);
  if (!done)
    take_out (state, missing, n);
  return done;
}
