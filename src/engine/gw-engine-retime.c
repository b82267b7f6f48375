/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-retime.h. What an item costs depends on its own start and, by the travel buffer, on the
 * one before it; so the least that a run costs up to an item, by that item's start, follows from the same
 * of the item before. What flex costs is not in it, and two visits of a person in one run are taken to be
 * where they were: what was found is taken over only when the whole costs less.
 */
#include "gw-engine-retime.h"

#include <stdlib.h>

/* Starts that are tried for an item, and how far they may lie from where the policy has it. */
#define MOST_STARTS 96
#define REACH 120

typedef struct
{
  GwEngineState *state;
  int32_t *start; /* [position][choice] */
  int64_t *cost;  /* [position][choice] the least up to there */
  int32_t *from;  /* [position][choice] the choice before it */
  int32_t *n;     /* [position] choices */
} Table;

static bool
is_tied_inside (const GwEngineState *state, int32_t s, int32_t item)
{
  const GwEngineTimer *timer = &state->timer;

  for (int32_t k = timer->item_ties.first[item]; k < timer->item_ties.first[item + 1]; k++)
    {
      const GwEngineTie *tie = &timer->ties[timer->item_ties.items[k]];

      if (timer->shift_of[tie->a == item ? tie->b : tie->a] == s)
        return true;
    }
  return false;
}

/* Lists the starts of the item at @i of shift @s. */
static void
list_starts (Table *table, int32_t s, int32_t i)
{
  const GwEngineState *state = table->state;
  const GwEngineTimer *timer = &state->timer;
  int32_t item = gw_engine_state_items (state, s)[i], c = state->colleague_of[s];
  int32_t *start = table->start + (int64_t) i * MOST_STARTS, n = 0;
  /* Where there are too many, those around the policy's. */
  int32_t reach = gw_engine_min (REACH, timer->known[item].grid * (MOST_STARTS / 2));
  int32_t time = gw_engine_max (timer->earliest[i], timer->start[i] - reach);
  int32_t latest = gw_engine_min (timer->latest[i], timer->start[i] + reach);

  if (item < state->problem->n_operations && is_tied_inside (state, s, item))
    time = latest = timer->start[i];
  while (time <= latest && n < MOST_STARTS)
    {
      time = gw_engine_timer_first (timer, item, c, time, timer->own[i]);
      if (time <= latest)
        start[n++] = time++;
    }
  table->n[i] = n;
}

/* What the travel buffer before the item at @i costs when @gap minutes are between the two. */
static int64_t
buffer_cost (const GwEngineTimer *timer, int32_t i, int32_t gap)
{
  int32_t leg = timer->leg[i], buffer;

  if (i == 0 || leg == 0)
    return 0;
  buffer = gw_engine_buffer (timer->problem, leg);
  return (int64_t) gw_engine_max (0, gw_engine_min (buffer, leg + buffer - gap)) *
         timer->problem->settings.weight[GW_ENGINE_RULE_BUFFER];
}

/* What it costs by itself that @item starts at @start, and for those visits of the person that should not
 * be too near it. */
static int64_t
own_cost (const GwEngineState *state, int32_t item, int32_t start)
{
  if (item >= state->problem->n_operations)
    return 0;
  return gw_engine_timer_time_cost (&state->timer, item, start) +
         gw_engine_state_tie_cost (state, item, start);
}

/* Finds what the choices of the item at @i cost at least. */
static void
extend (Table *table, int32_t s, int32_t i)
{
  const GwEngineTimer *timer = &table->state->timer;
  const int32_t *items = gw_engine_state_items (table->state, s);
  int64_t row = (int64_t) i * MOST_STARTS, before = row - MOST_STARTS;

  for (int32_t k = 0; k < table->n[i]; k++)
    {
      int32_t start = table->start[row + k];
      int64_t own = own_cost (table->state, items[i], start);

      table->cost[row + k] = i == 0 ? own : INT64_MAX;
      for (int32_t j = 0; i > 0 && j < table->n[i - 1]; j++)
        {
          int32_t gap = start - table->start[before + j] - timer->known[items[i - 1]].duration;
          int64_t cost = table->cost[before + j];

          if (gap < timer->leg[i])
            break;
          if (cost == INT64_MAX)
            continue;
          cost += own + buffer_cost (timer, i, gap);
          if (cost < table->cost[row + k])
            {
              table->cost[row + k] = cost;
              table->from[row + k] = j;
            }
        }
    }
}

/* Writes the cheapest starts over those of the timer. Returns false when there are none. */
static bool
read_starts (const Table *table, int32_t n)
{
  int64_t row = (int64_t) (n - 1) * MOST_STARTS;
  int32_t best = GW_ENGINE_NONE;

  for (int32_t k = 0; k < table->n[n - 1]; k++)
    if (table->cost[row + k] < INT64_MAX &&
        (best < 0 || table->cost[row + k] < table->cost[row + best]))
      best = k;
  for (int32_t i = n - 1; i >= 0 && best >= 0; i--, row -= MOST_STARTS)
    {
      table->state->timer.start[i] = table->start[row + best];
      best = table->from[row + best];
    }
  return best >= 0;
}

static void
retime_run (Table *table, int32_t s)
{
  GwEngineState *state = table->state;
  int32_t n = state->n_items[s];

  if (!gw_engine_timer_run (&state->timer, s, state->colleague_of[s],
                            gw_engine_state_items (state, s), n))
    return;
  for (int32_t i = 0; i < n; i++)
    {
      list_starts (table, s, i);
      extend (table, s, i);
    }
  if (read_starts (table, n))
    gw_engine_state_take_times (state, s);
}

void
gw_engine_retime (GwEngineState *state)
{
  size_t n = (size_t) state->capacity * MOST_STARTS;
  Table table = { state, calloc (n, sizeof *table.start), calloc (n, sizeof *table.cost),
                  calloc (n, sizeof *table.from),
                  calloc ((size_t) state->capacity, sizeof *table.n) };

  if (table.start != NULL && table.cost != NULL && table.from != NULL && table.n != NULL)
    for (int32_t s = 0; s < state->problem->n_shifts; s++)
      if (!state->is_frozen[s] && state->colleague_of[s] >= 0 && state->n_items[s] > 0)
        retime_run (&table, s);
  free (table.start);
  free (table.cost);
  free (table.from);
  free (table.n);
}
