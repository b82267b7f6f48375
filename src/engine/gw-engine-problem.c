/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sealed problem: references and getters.
 */
#include "gw-engine-problem-private.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static inline int32_t
distance (int32_t a, int32_t b)
{
  return a > b ? a - b : b - a;
}

const GwEngineProblem *
gw_engine_problem_ref (const GwEngineProblem *problem)
{
  atomic_fetch_add (&((GwEngineProblem *) problem)->refs, 1);
  return problem;
}

void
gw_engine_problem_unref (const GwEngineProblem *problem)
{
  GwEngineProblem *self = (GwEngineProblem *) problem;

  if (self == NULL || atomic_fetch_sub (&self->refs, 1) != 1)
    return;
  gw_engine_arena_clear (&self->arena);
  free (self);
}

void
gw_engine_problem_view (const GwEngineProblem *problem, GwEngineProblem *view)
{
  const size_t first = offsetof (GwEngineProblem, settings);

  view->arena = (GwEngineArena){ NULL, false };
  memcpy ((char *) view + first, (const char *) problem + first, sizeof *view - first);
  atomic_init (&view->refs, 1);
}

const GwEngineSettings *
gw_engine_problem_get_settings (const GwEngineProblem *problem)
{
  return &problem->settings;
}

#define GETTER(name, type)                                                              \
  const type *gw_engine_problem_get_##name (const GwEngineProblem *problem, int32_t *n) \
  {                                                                                     \
    if (n != NULL)                                                                      \
      *n = problem->n_##name;                                                           \
    return problem->name;                                                               \
  }

GETTER (operations, GwEngineOperation)
GETTER (windows, GwEngineWindow)
GETTER (shifts, GwEngineShift)
GETTER (eligible, int32_t)
GETTER (blocks, GwEngineBlock)
GETTER (colleagues, GwEngineColleague)
GETTER (persons, GwEnginePerson)
GETTER (links, GwEngineLink)
GETTER (fits, GwEngineFit)
GETTER (absences, GwEngineAbsence)
GETTER (wishes, GwEngineWish)

int32_t
gw_engine_problem_find_block (const GwEngineProblem *problem, int32_t added)
{
  return added >= 0 && added < problem->n_added_blocks ? problem->block_of_added[added]
                                                       : GW_ENGINE_NONE;
}

uint64_t
gw_engine_problem_get_skills (const GwEngineProblem *problem, int32_t colleague, int32_t day)
{
  return gw_engine_skills (problem, colleague, day);
}

int32_t
gw_engine_problem_get_n_places (const GwEngineProblem *problem)
{
  return problem->n_places;
}

int32_t
gw_engine_problem_get_n_modes (const GwEngineProblem *problem)
{
  return problem->n_modes;
}

int32_t
gw_engine_problem_get_travel (const GwEngineProblem *problem, int32_t mode, int32_t from,
                              int32_t to)
{
  return gw_engine_travel (problem, mode, from, to);
}

int32_t
gw_engine_problem_get_history (const GwEngineProblem *problem, int32_t person, int32_t colleague)
{
  return problem->history[(int64_t) person * problem->n_colleagues + colleague];
}

bool
gw_engine_problem_is_regular (const GwEngineProblem *problem, int32_t person, int32_t colleague)
{
  return !problem->has_regular[person] ||
         problem->regular[(int64_t) person * problem->n_colleagues + colleague];
}

const GwEngineWindow *
gw_engine_problem_find_window (const GwEngineProblem *problem, const GwEngineOperation *operation,
                               int32_t start, int32_t *outside)
{
  const GwEngineWindow *best = NULL;

  *outside = 0;
  for (int32_t i = 0; i < operation->n_windows; i++)
    {
      const GwEngineWindow *window = &problem->windows[operation->first_window + i];
      int32_t off = start < window->open    ? window->open - start
                    : start > window->close ? start - window->close
                                            : 0;

      if (best == NULL || off < *outside)
        {
          best = window;
          *outside = off;
        }
      if (off == 0)
        break;
    }
  return best;
}

int64_t
gw_engine_problem_time_cost (const GwEngineProblem *problem, int32_t operation, int32_t start)
{
  const GwEngineOperation *op = &problem->operations[operation];
  const int32_t *weight = problem->settings.weight;
  int64_t cost = 0;
  int32_t outside;
  const GwEngineWindow *window = gw_engine_problem_find_window (problem, op, start, &outside);

  if (window != NULL && window->ideal != GW_ENGINE_NO_TIME)
    {
      int32_t off = distance (start, window->ideal);

      cost += (int64_t) off * weight[GW_ENGINE_RULE_IDEAL];
      if (off > op->soft_tolerance)
        cost += (int64_t) (off - op->soft_tolerance) * weight[GW_ENGINE_RULE_TOLERANCE];
    }
  if (op->reference_start != GW_ENGINE_NO_TIME)
    cost += (int64_t) distance (start, op->reference_start) * weight[GW_ENGINE_RULE_STABLE_TIME];
  return cost;
}
