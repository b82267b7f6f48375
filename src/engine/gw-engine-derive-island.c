/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Islands: sets of operations and shifts between which no operation can move and no hard link
 * reaches but one that the windows imply. In a rota they are days, or longer where a shift goes over
 * midnight. Where two threads change different islands, what each of them does stays possible whatever
 * the other one does; only who holds a shift, and wishes such as few different colleagues, reach over.
 */
#include "gw-engine-problem-private.h"
#include "gw-engine-small.h"
#include "gw-engine-tie.h"

/* When @o may start: its windows, or where it is pinned. */
static GwEngineTimes
find_times (const GwEngineProblem *self, int32_t o, GwEngineWindow *pin)
{
  const GwEngineOperation *op = &self->operations[o];

  *pin = (GwEngineWindow){ op->pin_start, op->pin_start, GW_ENGINE_NO_TIME };
  if (op->pin_start != GW_ENGINE_NO_TIME)
    return (GwEngineTimes){ pin, 1 };
  return (GwEngineTimes){ self->windows + op->first_window, op->n_windows };
}

/* Whether what becomes of one end of @link may bind the other one. */
static bool
joins (const GwEngineProblem *self, const GwEngineLink *link)
{
  GwEngineWindow pins[2];
  GwEngineTie tie;

  if (link->is_soft)
    return false;
  gw_engine_tie_init (&tie, link);
  if (link->kind == GW_ENGINE_LINK_TOGETHER || !gw_engine_tie_binds (&tie))
    return true;
  return !gw_engine_tie_is_implied (&tie, find_times (self, link->a, &pins[0]),
                                    find_times (self, link->b, &pins[1]));
}

/* Joins what an operation can be in, and what it is linked to. Shifts come before operations. */
static void
join_all (const GwEngineProblem *self, int32_t *parent)
{
  const GwEngineSlices *shifts = &self->operation_shifts, *groups = &self->group_operations;
  int32_t n = self->n_shifts;

  for (int32_t o = 0; o < self->n_operations; o++)
    for (int32_t i = shifts->first[o]; i < shifts->first[o + 1]; i++)
      gw_engine_join (parent, n + o, shifts->items[i]);
  for (int32_t l = 0; l < self->n_links; l++)
    if (joins (self, &self->links[l]))
      gw_engine_join (parent, n + self->links[l].a, n + self->links[l].b);
  for (int32_t g = 0; g < self->n_groups; g++)
    for (int32_t i = groups->first[g] + 1; i < groups->first[g + 1]; i++)
      gw_engine_join (parent, n + groups->items[groups->first[g]], n + groups->items[i]);
}

static int32_t
measure_crowd (const GwEngineProblem *self)
{
  const int32_t *first = self->island_operations.first;
  int64_t sum = 0;

  for (int32_t i = 0; i < self->n_islands; i++)
    sum += (int64_t) (first[i + 1] - first[i]) * (first[i + 1] - first[i]);
  return self->n_operations > 0 ? (int32_t) (sum / self->n_operations) : 0;
}

bool
gw_engine_problem_derive_islands (GwEngineProblem *problem)
{
  int32_t n = problem->n_shifts + problem->n_operations;
  int32_t *parent = GW_ENGINE_NEW (&problem->arena, int32_t, n);
  int32_t *island = GW_ENGINE_NEW (&problem->arena, int32_t, n);

  if (parent == NULL || island == NULL)
    return false;
  for (int32_t i = 0; i < n; i++)
    parent[i] = i;
  join_all (problem, parent);
  for (int32_t i = 0; i < n; i++)
    {
      int32_t root = gw_engine_root (parent, i);

      /* A root is the smallest of its set: numbered before the others come. */
      island[i] = root == i ? problem->n_islands++ : island[root];
    }
  problem->shift_island = island;
  problem->operation_island = island + problem->n_shifts;
  if (!gw_engine_problem_group (&problem->arena, &problem->island_operations, problem->n_islands,
                                problem->n_operations, problem->operation_island) ||
      !gw_engine_problem_group (&problem->arena, &problem->island_shifts, problem->n_islands,
                                problem->n_shifts, problem->shift_island))
    return false;
  problem->crowd = measure_crowd (problem);
  return true;
}
