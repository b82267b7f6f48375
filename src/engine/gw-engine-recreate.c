/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-recreate.h.
 */
#include "gw-engine-recreate.h"

#include <string.h>

#include "gw-engine-insert.h"

typedef GwEngineState GwLnsState;
#include "gw-engine-lns-recreate.h"

/* Of 1024. */
#define BLINK 10

/* How many visits that were absent before are tried again in each step. */
#define RETRIED 10

/* After one step of so many breaks look for better times: it costs as much as many insertions, and a
 * break moves along with its visits anyhow. How often is best was not measured. */
#define SETTLE_EVERY 8

/* Visits that are placed between two looks at the cancel flag. */
#define CANCEL_EVERY 64

/* In one step of so many all of them may be, not only those near the runs that were changed. */
#define RETRY_ALL 64

typedef enum
{
  ORDER_RANDOM,
  ORDER_TIGHT,
  ORDER_LONG,
  ORDER_EARLY,
  ORDER_FEW_PLACES,
} Order;

static int64_t
window_minutes (const GwEngineState *state, int32_t o)
{
  int64_t minutes = 0;

  for (int32_t w = state->timer.first_window[2 * o]; w < state->timer.first_window[2 * o + 1]; w++)
    minutes += state->timer.windows[w].close - state->timer.windows[w].open;
  return minutes;
}

/* Priority comes before everything in all orders but the random one; two-person visits are hard to
 * place and go before others. */
static inline int64_t
gw_lns_key (GwLnsState *state, int32_t unit, int32_t order)
{
  const GwEngineProblem *problem = state->problem;
  int32_t o = problem->unit_operations.items[problem->unit_operations.first[unit]];
  const GwEngineOperation *op = &problem->operations[o];
  int64_t priority = op->is_optional ? 0 : op->priority, key = 0;
  int64_t n_places = problem->operation_shifts.first[o + 1] - problem->operation_shifts.first[o];

  if (order == ORDER_TIGHT)
    key = window_minutes (state, o);
  else if (order == ORDER_LONG)
    key = -op->duration;
  else if (order == ORDER_EARLY)
    key = state->timer.windows[state->timer.first_window[2 * o]].open;
  else if (order == ORDER_FEW_PLACES)
    key = n_places;
  else
    return (int64_t) (gw_engine_random_next (&state->random) >> 2);
  key += (int64_t) GW_ENGINE_TIME_MAX * 2;
  if (problem->unit_operations.first[unit + 1] - problem->unit_operations.first[unit] > 1)
    key -= (int64_t) GW_ENGINE_TIME_MAX * 2;
  return key - (priority << 30);
}

static inline int32_t
gw_lns_draw_order (GwLnsState *state)
{
  static const uint8_t share[] = { ORDER_RANDOM, ORDER_RANDOM,    ORDER_RANDOM, ORDER_RANDOM,
                                   ORDER_TIGHT,  ORDER_TIGHT,     ORDER_LONG,   ORDER_LONG,
                                   ORDER_EARLY,  ORDER_FEW_PLACES };

  return share[gw_engine_random_below (&state->random, 10)];
}

/* Heap sort by key: no allocation, the same everywhere. */
static void
sift (int32_t *units, int64_t *keys, int32_t i, int32_t n)
{
  for (int32_t child = 2 * i + 1; child < n; child = 2 * i + 1)
    {
      int64_t key;
      int32_t unit;

      if (child + 1 < n && keys[child + 1] > keys[child])
        child++;
      if (keys[i] >= keys[child])
        return;
      key = keys[i];
      unit = units[i];
      keys[i] = keys[child];
      units[i] = units[child];
      keys[child] = key;
      units[child] = unit;
      i = child;
    }
}

static inline void
gw_lns_sort (int32_t *units, int64_t *keys, int32_t n)
{
  for (int32_t i = n / 2 - 1; i >= 0; i--)
    sift (units, keys, i, n);
  for (int32_t last = n - 1; last > 0; last--)
    {
      int64_t key = keys[0];
      int32_t unit = units[0];

      keys[0] = keys[last];
      units[0] = units[last];
      keys[last] = key;
      units[last] = unit;
      sift (units, keys, 0, last);
    }
}

/* Swaps two entries of the list of absent operations. */
static void
swap_absent (GwEngineState *state, int32_t i, int32_t j)
{
  int32_t a = state->absent[i], b = state->absent[j];

  state->absent[i] = b;
  state->absent[j] = a;
  state->where_absent[a] = j;
  state->where_absent[b] = i;
}

/* Whether @operation, which is absent, could be in a run that this change has touched. The places
 * of the others are as they were when it last found none. */
static bool
has_new_places (const GwEngineState *state, int32_t operation)
{
  const GwEngineSlices *slices = &state->problem->operation_shifts;

  for (int32_t i = slices->first[operation]; i < slices->first[operation + 1]; i++)
    if (state->is_saved[slices->items[i]])
      return true;
  return false;
}

/* A unit is listed with the first of its members that is absent. */
static int32_t
list_unit (GwEngineState *state, int32_t operation, int32_t n)
{
  int32_t unit = state->problem->unit_of[operation];

  if (state->is_listed[unit])
    return n;
  state->is_listed[unit] = 1;
  state->units[n] = unit;
  return n + 1;
}

/* Brings those of the first @n_old absent operations forward that lie in islands that this change has
 * touched, or, with @all, that it might have. Returns how many. */
static int32_t
bring_forward (GwEngineState *state, int32_t n_old, bool all)
{
  const GwEngineProblem *problem = state->problem;
  int32_t islands[8], n_islands = 0, n = 0;

  for (int32_t k = 0; k < state->n_saved && n_islands < 8; k++)
    {
      int32_t island = problem->shift_island[state->saved[k].shift], i = 0;

      while (i < n_islands && islands[i] != island)
        i++;
      islands[i] = island;
      n_islands += i == n_islands;
    }
  for (int32_t k = 0; k < n_old; k++)
    {
      int32_t island = problem->operation_island[state->absent[k]], i = 0;

      while (i < n_islands && islands[i] != island)
        i++;
      if (all ? gw_engine_state_may_change (state, island) : i < n_islands || n_islands == 8)
        swap_absent (state, k, n++);
    }
  return n;
}

/* A few of those that were absent before, and where they have new places. */
static inline int32_t
gw_lns_list (GwLnsState *state, int32_t n_old, int32_t **units, int64_t **keys)
{
  bool all = state->n_saved == 0 || gw_engine_random_below (&state->random, RETRY_ALL) == 0;
  int32_t n = 0, n_near = bring_forward (state, n_old, all);

  for (int32_t k = 0; k < n_near && n < RETRIED; k++)
    {
      swap_absent (state, k + gw_engine_random_below (&state->random, n_near - k), k);
      if (!all && !has_new_places (state, state->absent[k]))
        continue;
      state->is_retried[state->absent[k]] = !all;
      n = list_unit (state, state->absent[k], n);
    }
  for (int32_t i = n_old; i < state->n_absent; i++)
    n = list_unit (state, state->absent[i], n);
  for (int32_t i = 0; i < n; i++)
    state->is_listed[state->units[i]] = 0;
  *units = state->units;
  *keys = state->keys;
  state->n_units = n;
  return n;
}

static void
forget_retried (GwEngineState *state)
{
  const GwEngineSlices *units = &state->problem->unit_operations;

  for (int32_t i = 0; i < state->n_units; i++)
    for (int32_t k = units->first[state->units[i]]; k < units->first[state->units[i] + 1]; k++)
      state->is_retried[units->items[k]] = 0;
}

/* What it is worth to the search that @operation is placed. */
static int64_t
worth_of (const GwEngineState *state, int32_t operation)
{
  const GwEngineOperation *op = &state->problem->operations[operation];
  const int32_t *weight = state->problem->settings.weight;

  if (op->is_optional)
    return (int64_t) op->priority * weight[GW_ENGINE_RULE_OPTIONAL];
  return op->priority * state->medium_scale * weight[GW_ENGINE_RULE_UNPLACED];
}

static inline bool
gw_lns_place (GwLnsState *state, int32_t i)
{
  return gw_engine_insert_unit (state, state->units[i], BLINK);
}

static inline bool
gw_lns_is_hopeless (const GwLnsState *state, int32_t i, int32_t n)
{
  const GwEngineSlices *units = &state->problem->unit_operations;
  int64_t cost = gw_engine_state_cost (state);

  if (state->is_spoilt || state->limit == INT64_MAX)
    return state->is_spoilt;
  for (; i < n && cost > state->limit; i++)
    for (int32_t k = units->first[state->units[i]]; k < units->first[state->units[i] + 1]; k++)
      if (state->timer.shift_of[units->items[k]] < 0)
        cost -= worth_of (state, units->items[k]);
  return cost > state->limit;
}

/* A first plan of many visits takes long. */
static inline bool
gw_lns_must_stop (const GwLnsState *state, int32_t i)
{
  return i % CANCEL_EVERY == CANCEL_EVERY - 1 && gw_engine_state_is_cancelled (state);
}

void
gw_engine_recreate (GwEngineState *state, int32_t n_old)
{
  state->is_spoilt = !gw_lns_place_all (state, n_old);
  forget_retried (state);
  if (gw_engine_random_below (&state->random, SETTLE_EVERY) == 0)
    for (int32_t k = 0; k < state->n_saved && !state->is_spoilt; k++)
      gw_engine_settle_run (state, state->saved[k].shift);
}

/* Writes the run with the item at @from moved to @to into @order. */
static void
move_item (const int32_t *items, int32_t n, int32_t from, int32_t to, int32_t *order)
{
  int32_t k = 0;

  for (int32_t i = 0; i < n; i++)
    {
      if (k == to)
        order[k++] = items[from];
      if (i != from)
        order[k++] = items[i];
    }
  if (k == to)
    order[k] = items[from];
}

void
gw_engine_settle_run (GwEngineState *state, int32_t s)
{
  const int32_t *items = gw_engine_state_items (state, s);
  int32_t n = state->n_items[s], c = state->colleague_of[s];

  if (c < 0 || state->is_frozen[s] || n < 2)
    return;
  for (int32_t from = 0; from < n; from++)
    {
      int32_t best = from;
      int64_t best_cost = state->run_cost[s];

      if (items[from] < state->problem->n_operations)
        continue;
      for (int32_t to = 0; to < n; to++)
        {
          int64_t cost;

          move_item (items, n, from, to, state->trial);
          if (to == from || !gw_engine_timer_run (&state->timer, s, c, state->trial, n))
            continue;
          cost = gw_engine_timer_cost_now (&state->timer, s, state->trial, n);
          if (cost < best_cost)
            {
              best_cost = cost;
              best = to;
            }
        }
      if (best != from)
        {
          move_item (items, n, from, best, state->trial);
          gw_engine_state_reorder (state, s, state->trial);
        }
    }
}
