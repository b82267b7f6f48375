/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-elite.h.
 */
#include "gw-engine-elite.h"

#include <stdlib.h>

bool
gw_engine_elite_init (GwEngineElite *elite, const GwEngineProblem *problem)
{
  elite->plan = gw_engine_plan_new (problem);
  elite->medium = calloc ((size_t) problem->n_islands + 1, sizeof *elite->medium);
  if (elite->plan == NULL || elite->medium == NULL)
    return false;
  for (int32_t i = 0; i < problem->n_islands; i++)
    elite->medium[i] = INT64_MAX;
  return true;
}

void
gw_engine_elite_copy (const GwEngineProblem *problem, int32_t island, const GwEnginePlan *from,
                      GwEnginePlan *to)
{
  const GwEngineSlices *operations = &problem->island_operations, *shifts = &problem->island_shifts;

  for (int32_t i = operations->first[island]; i < operations->first[island + 1]; i++)
    {
      int32_t o = operations->items[i];

      to->shift_of[o] = from->shift_of[o];
      to->start_of[o] = from->start_of[o];
    }
  for (int32_t i = shifts->first[island]; i < shifts->first[island + 1]; i++)
    {
      int32_t s = shifts->items[i], first = problem->shifts[s].first_block;

      to->colleague_of[s] = from->colleague_of[s];
      for (int32_t b = first; b < first + problem->shifts[s].n_blocks; b++)
        to->block_start[b] = from->block_start[b];
    }
}

void
gw_engine_elite_read (const GwEngineState *state, int32_t island, GwEnginePlan *to)
{
  const GwEngineProblem *problem = state->problem;
  const GwEnginePlan now = { problem->n_operations,
                             problem->n_shifts,
                             problem->n_blocks,
                             state->timer.shift_of,
                             state->timer.start_of,
                             state->colleague_of,
                             state->timer.start_of + problem->n_operations };

  gw_engine_elite_copy (problem, island, &now, to);
}

static void
note_island (GwEngineElite *elite, const GwEngineState *state, int32_t island)
{
  elite->medium[island] = state->island_medium[island];
  gw_engine_elite_read (state, island, elite->plan);
}

void
gw_engine_elite_take (GwEngineElite *elite, const GwEngineState *state)
{
  for (int32_t i = 0; i < state->problem->n_islands; i++)
    note_island (elite, state, i);
}

void
gw_engine_elite_note (GwEngineElite *elite, const GwEngineState *state)
{
  for (int32_t k = 0; k < state->n_saved; k++)
    {
      int32_t island = state->problem->shift_island[state->saved[k].shift];

      if (state->island_medium[island] < elite->medium[island])
        note_island (elite, state, island);
    }
}

void
gw_engine_elite_learn (GwEngineElite *elite, const GwEngineElite *from,
                       const GwEngineProblem *problem, int32_t island)
{
  if (from->medium[island] >= elite->medium[island])
    return;
  elite->medium[island] = from->medium[island];
  gw_engine_elite_copy (problem, island, from->plan, elite->plan);
}

void
gw_engine_elite_clear (GwEngineElite *elite)
{
  gw_engine_plan_free (elite->plan);
  free (elite->medium);
}
