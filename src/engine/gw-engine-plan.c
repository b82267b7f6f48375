/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans: life and comparison. Times for breaks are chosen in gw-engine-settle.c.
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
