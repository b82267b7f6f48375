/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making a timer: the windows as they are effective, and the hard links as distances of starts.
 */
#include <stdlib.h>

#include "gw-engine-run.h"

static bool
make_ties (GwEngineTimer *timer, GwEngineArena *arena)
{
  const GwEngineProblem *problem = timer->problem;
  int32_t n = 0;
  GwEngineSlices *slices = &timer->item_ties;

  timer->ties = GW_ENGINE_NEW (arena, GwEngineTie, problem->n_links);
  slices->first = GW_ENGINE_NEW (arena, int32_t, problem->n_items + 1);
  slices->items = GW_ENGINE_NEW (arena, int32_t, 2 * problem->n_links);
  timer->has_gap = GW_ENGINE_NEW (arena, uint8_t, problem->n_items);
  if (arena->has_failed)
    return false;
  for (int32_t l = 0; l < problem->n_links; l++)
    {
      GwEngineTie *tie = &timer->ties[l];

      gw_engine_tie_init (tie, &problem->links[l]);
      if (tie->is_gap)
        timer->has_gap[tie->a] = timer->has_gap[tie->b] = 1;
    }
  for (int32_t o = 0; o < problem->n_operations; o++)
    {
      slices->first[o] = n;
      for (int32_t i = problem->operation_links.first[o]; i < problem->operation_links.first[o + 1];
           i++)
        {
          int32_t l = problem->operation_links.items[i];

          if (gw_engine_tie_binds (&timer->ties[l]))
            slices->items[n++] = l;
        }
    }
  for (int32_t i = problem->n_operations; i <= problem->n_items; i++)
    slices->first[i] = n;
  return true;
}

static GwEngineTimes
get_times (const GwEngineTimer *timer, int32_t item)
{
  int32_t first = timer->first_window[2 * item];

  return (GwEngineTimes){ timer->windows + first, timer->first_window[2 * item + 1] - first };
}

void
gw_engine_timer_drop_ties (GwEngineTimer *timer, const uint8_t *is_still)
{
  GwEngineSlices *slices = &timer->item_ties;
  int32_t n = 0, end = 0;

  for (int32_t item = 0; item < timer->problem->n_operations; item++)
    {
      int32_t first = end;

      end = slices->first[item + 1];
      slices->first[item] = n;
      timer->has_gap[item] = 0;
      for (int32_t i = first; i < end; i++)
        {
          const GwEngineTie *tie = &timer->ties[slices->items[i]];

          if ((is_still[tie->a] && is_still[tie->b]) ||
              gw_engine_tie_is_implied (tie, get_times (timer, tie->a), get_times (timer, tie->b)))
            continue;
          timer->has_gap[item] |= tie->is_gap;
          slices->items[n++] = slices->items[i];
        }
    }
  for (int32_t i = timer->problem->n_operations; i <= timer->problem->n_items; i++)
    slices->first[i] = n;
}

/* The start that @item aims for in @window: its ideal; or the time it has, where people would
 * rather not be told of another one. */
static int32_t
find_wanted (const GwEngineTimer *timer, int32_t item, const GwEngineWindow *window)
{
  int32_t reference = GW_ENGINE_NO_TIME;

  if (timer->keeps_times && item < timer->problem->n_operations)
    reference = timer->problem->operations[item].reference_start;
  return reference >= window->open && reference <= window->close ? reference : window->ideal;
}

static bool
make_windows (GwEngineTimer *timer, GwEngineArena *arena)
{
  const GwEngineProblem *problem = timer->problem;
  int32_t n = 0;

  /* One element at least for each item, so that any item can be narrowed to a window. */
  timer->first_window = GW_ENGINE_NEW (arena, int32_t, 2 * problem->n_items + 2);
  timer->windows = GW_ENGINE_NEW (arena, GwEngineWindow, problem->n_windows + problem->n_items);
  timer->wanted = GW_ENGINE_NEW (arena, int32_t, problem->n_windows + problem->n_items);
  if (arena->has_failed)
    return false;
  for (int32_t i = 0; i < problem->n_items; i++)
    {
      timer->first_window[2 * i] = n;
      if (i < problem->n_operations)
        {
          const GwEngineOperation *op = &problem->operations[i];

          for (int32_t w = 0; w < op->n_windows; w++)
            {
              timer->windows[n + w] = problem->windows[op->first_window + w];
              timer->wanted[n + w] = find_wanted (timer, i, &timer->windows[n + w]);
            }
          timer->first_window[2 * i + 1] = n + op->n_windows;
          n += gw_engine_max (op->n_windows, 1);
        }
      else
        {
          const GwEngineBlock *block = &problem->blocks[i - problem->n_operations];

          timer->windows[n] = (GwEngineWindow){ block->earliest, block->latest, GW_ENGINE_NO_TIME };
          timer->wanted[n] = GW_ENGINE_NO_TIME;
          timer->first_window[2 * i + 1] = ++n;
        }
    }
  return true;
}

/* Whether @item's starts are on the grid from known->first to known->last, and what they cost follows
 * from what is known. */
static bool
is_plain (const GwEngineTimer *timer, int32_t item, const GwEngineItem *known,
          const GwEngineWindow *window)
{
  const GwEngineProblem *problem = timer->problem;
  int32_t own = timer->own_start[item];

  if (timer->has_gap[item] || known->first > known->last)
    return false;
  if (!known->is_operation)
    return true;
  if (own >= window->open && own <= window->close && gw_engine_round_down (own, timer->grid) != own)
    return false;
  return problem->operations[item].n_windows == 1 &&
         problem->windows[problem->operations[item].first_window].ideal == window->ideal;
}

void
gw_engine_timer_know (GwEngineTimer *timer, int32_t item)
{
  const GwEngineProblem *problem = timer->problem;
  int32_t first = timer->first_window[2 * item], reference = GW_ENGINE_NO_TIME;
  const GwEngineWindow *window = &timer->windows[first];
  GwEngineItem *known = &timer->known[item];

  known->is_operation = item < problem->n_operations;
  known->has_ties = timer->item_ties.first[item] != timer->item_ties.first[item + 1];
  known->duration = problem->item_duration[item];
  known->place = problem->item_place[item];
  known->grid = known->is_operation ? timer->grid : 1;
  if (known->is_operation)
    {
      reference = problem->operations[item].reference_start;
      known->tolerance = problem->operations[item].soft_tolerance;
    }
  known->holds_time = timer->keeps_times && reference != GW_ENGINE_NO_TIME;
  known->reference = reference == GW_ENGINE_NO_TIME ? INT32_MAX : reference;
  known->is_plain = false;
  if (timer->first_window[2 * item + 1] - first != 1)
    return;
  known->first = gw_engine_round_down (window->open + known->grid - 1, known->grid);
  known->last = gw_engine_round_down (window->close, known->grid);
  known->wanted = timer->wanted[first];
  known->ideal = window->ideal == GW_ENGINE_NO_TIME ? INT32_MAX : window->ideal;
  known->is_plain = is_plain (timer, item, known, window);
}

bool
gw_engine_timer_init (GwEngineTimer *timer, const GwEngineProblem *problem, GwEngineArena *arena,
                      int32_t capacity)
{
  const int32_t *weight = problem->settings.weight;
  int32_t **results[] = { &timer->earliest, &timer->latest,  &timer->start,   &timer->leg,
                          &timer->place,    &timer->low,     &timer->high,    &timer->own,
                          &timer->kept[0],  &timer->kept[1], &timer->kept[2], &timer->kept[3] };

  *timer = (GwEngineTimer){ .problem = problem,
                            .minute_weight = weight[GW_ENGINE_RULE_MINUTES],
                            .locked_item = GW_ENGINE_NONE };
  timer->keeps_times = weight[GW_ENGINE_RULE_STABLE_TIME] >
                       weight[GW_ENGINE_RULE_IDEAL] + weight[GW_ENGINE_RULE_TOLERANCE];
  if (!make_windows (timer, arena) || !make_ties (timer, arena))
    return false;
  timer->shift_of = GW_ENGINE_NEW (arena, int32_t, problem->n_operations);
  timer->start_of = GW_ENGINE_NEW (arena, int32_t, problem->n_items);
  timer->slot_of = GW_ENGINE_NEW (arena, int32_t, problem->n_items);
  timer->own_start = GW_ENGINE_NEW (arena, int32_t, problem->n_items);
  timer->known = GW_ENGINE_NEW (arena, GwEngineItem, problem->n_items);
  timer->ease = GW_ENGINE_NEW (arena, uint8_t, capacity + 1);
  timer->grid = problem->settings.time_grid;
  for (size_t i = 0; i < sizeof results / sizeof *results; i++)
    *results[i] = GW_ENGINE_NEW (arena, int32_t, capacity + 1);
  if (arena->has_failed)
    return false;
  for (int32_t i = 0; i < problem->n_operations; i++)
    timer->shift_of[i] = GW_ENGINE_NONE;
  for (int32_t i = 0; i < problem->n_items; i++)
    {
      timer->slot_of[i] = -1;
      timer->own_start[i] = GW_ENGINE_NO_TIME;
      gw_engine_timer_know (timer, i);
    }
  return true;
}

void
gw_engine_timer_narrow (GwEngineTimer *timer, int32_t item, int32_t open, int32_t close)
{
  int32_t first = timer->first_window[2 * item];
  int32_t ideal = GW_ENGINE_NO_TIME, outside;

  if (item < timer->problem->n_operations)
    {
      const GwEngineWindow *window = gw_engine_problem_find_window (
          timer->problem, &timer->problem->operations[item], open, &outside);

      ideal = window != NULL ? window->ideal : GW_ENGINE_NO_TIME;
    }
  timer->windows[first] = (GwEngineWindow){ open, close, ideal };
  timer->wanted[first] = find_wanted (timer, item, &timer->windows[first]);
  timer->first_window[2 * item + 1] = first + 1;
  gw_engine_timer_know (timer, item);
}
