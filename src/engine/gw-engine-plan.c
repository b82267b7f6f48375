/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans: life, comparison, and the choice of times for breaks in a plan that came from records.
 */
#include "gw-engine-plan.h"

#include <stdlib.h>
#include <string.h>

#include "gw-engine-problem-private.h"

static GwEnginePlan *
allocate (int32_t n_operations, int32_t n_shifts, int32_t n_blocks)
{
  size_t n = 2 * (size_t) n_operations + (size_t) n_shifts + (size_t) n_blocks;
  GwEnginePlan *self = malloc (sizeof *self + n * sizeof (int32_t));

  if (self == NULL)
    return NULL;
  self->n_operations = n_operations;
  self->n_shifts = n_shifts;
  self->n_blocks = n_blocks;
  self->shift_of = (int32_t *) (self + 1);
  self->start_of = self->shift_of + n_operations;
  self->colleague_of = self->start_of + n_operations;
  self->block_start = self->colleague_of + n_shifts;
  return self;
}

GwEnginePlan *
gw_engine_plan_new (const GwEngineProblem *problem)
{
  GwEnginePlan *self = allocate (problem->n_operations, problem->n_shifts, problem->n_blocks);

  if (self == NULL)
    return NULL;
  for (int32_t i = 0; i < self->n_operations; i++)
    {
      self->shift_of[i] = GW_ENGINE_NONE;
      self->start_of[i] = 0;
    }
  for (int32_t i = 0; i < self->n_shifts; i++)
    self->colleague_of[i] = problem->shifts[i].colleague;
  for (int32_t i = 0; i < self->n_blocks; i++)
    self->block_start[i] = problem->blocks[i].earliest;
  return self;
}

GwEnginePlan *
gw_engine_plan_copy (const GwEnginePlan *plan)
{
  GwEnginePlan *self = allocate (plan->n_operations, plan->n_shifts, plan->n_blocks);

  if (self != NULL)
    gw_engine_plan_assign (self, plan);
  return self;
}

void
gw_engine_plan_assign (GwEnginePlan *to, const GwEnginePlan *from)
{
  memcpy (to->shift_of, from->shift_of, (size_t) from->n_operations * sizeof (int32_t));
  memcpy (to->start_of, from->start_of, (size_t) from->n_operations * sizeof (int32_t));
  memcpy (to->colleague_of, from->colleague_of, (size_t) from->n_shifts * sizeof (int32_t));
  memcpy (to->block_start, from->block_start, (size_t) from->n_blocks * sizeof (int32_t));
}

void
gw_engine_plan_free (GwEnginePlan *plan)
{
  free (plan);
}

bool
gw_engine_plan_equal (const GwEnginePlan *a, const GwEnginePlan *b)
{
  if (a->n_operations != b->n_operations || a->n_shifts != b->n_shifts ||
      a->n_blocks != b->n_blocks)
    return false;
  for (int32_t i = 0; i < a->n_operations; i++)
    if (a->shift_of[i] != b->shift_of[i] ||
        (a->shift_of[i] >= 0 && a->start_of[i] != b->start_of[i]))
      return false;
  return memcmp (a->colleague_of, b->colleague_of, (size_t) a->n_shifts * sizeof (int32_t)) == 0 &&
         memcmp (a->block_start, b->block_start, (size_t) a->n_blocks * sizeof (int32_t)) == 0;
}

int32_t
gw_engine_plan_count_unplaced (const GwEnginePlan *plan)
{
  int32_t n = 0;

  for (int32_t i = 0; i < plan->n_operations; i++)
    n += plan->shift_of[i] < 0;
  return n;
}

/* How many minutes block @b would take away from others when it started at @start: overlaps with
 * what is in the shift, and travel that no longer fits after it. */
static int64_t
disturbance (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t b, int32_t start,
             const int32_t *operations, int32_t n)
{
  const GwEngineBlock *block = &problem->blocks[b];
  const GwEngineShift *shift = &problem->shifts[block->shift];
  int32_t c = plan->colleague_of[block->shift], end = start + block->duration;
  int32_t mode = c >= 0 ? problem->colleagues[c].mode : 0;
  int32_t before = GW_ENGINE_NONE, after = GW_ENGINE_NONE;
  int64_t minutes = 0;

  for (int32_t i = 0; i < n; i++)
    {
      int32_t o = operations[i], s = plan->start_of[o], e = s + problem->item_duration[o];
      int32_t shared = (e < end ? e : end) - (s > start ? s : start);

      minutes += shared > 0 ? shared : 0;
      if (s < start && (before < 0 || s > plan->start_of[before]))
        before = o;
      if (s >= start && (after < 0 || s < plan->start_of[after]))
        after = o;
    }
  if (after >= 0)
    {
      int32_t from = before >= 0 ? problem->item_place[before] : shift->start_place;
      int32_t leg = gw_engine_travel (problem, mode, from, problem->item_place[after]);
      int32_t room = plan->start_of[after] - end;

      minutes += leg > room && room >= 0 ? leg - room : 0;
    }
  for (int32_t i = 0; i < shift->n_blocks; i++)
    {
      int32_t other = shift->first_block + i, s = plan->block_start[other];
      int32_t e = s + problem->blocks[other].duration;
      int32_t shared = (e < end ? e : end) - (s > start ? s : start);

      minutes += other < b && shared > 0 ? shared : 0;
    }
  return minutes;
}

static void
settle_block (const GwEngineProblem *problem, GwEnginePlan *plan, int32_t b,
              const int32_t *operations, int32_t n)
{
  const GwEngineBlock *block = &problem->blocks[b];
  int32_t middle = block->earliest + (block->latest - block->earliest) / 2, best = middle;
  int64_t least = INT64_MAX;

  for (int32_t off = 0; off <= block->latest - block->earliest && least > 0; off++)
    {
      int32_t start = off % 2 == 0 ? middle - off / 2 : middle + (off + 1) / 2;
      int64_t minutes;

      if (start < block->earliest || start > block->latest)
        continue;
      minutes = disturbance (problem, plan, b, start, operations, n);
      if (minutes < least)
        {
          least = minutes;
          best = start;
        }
    }
  plan->block_start[b] = best;
}

void
gw_engine_plan_settle_blocks (const GwEngineProblem *problem, GwEnginePlan *plan)
{
  int32_t *operations = malloc (((size_t) plan->n_operations + 1) * sizeof *operations);

  for (int32_t s = 0; s < plan->n_shifts && operations != NULL; s++)
    {
      const GwEngineShift *shift = &problem->shifts[s];
      int32_t n = 0;

      if (shift->n_blocks == 0)
        continue;
      for (int32_t i = 0; i < plan->n_operations; i++)
        if (plan->shift_of[i] == s)
          operations[n++] = i;
      for (int32_t i = 0; i < shift->n_blocks; i++)
        settle_block (problem, plan, shift->first_block + i, operations, n);
    }
  free (operations);
}
