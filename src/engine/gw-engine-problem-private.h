/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a sealed problem is inside: the arrays that were handed in, and what sealing derives from
 * them for the search. Blocks and operations together are called *items*: item i is operation i
 * for i < n_operations, else block i - n_operations.
 */
#pragma once

#include <stdatomic.h>

#include "gw-engine-arena.h"
#include "gw-engine-problem.h"

/* Slices of one array by owner: owner i has items[first[i]] … items[first[i + 1] - 1]. */
typedef struct
{
  int32_t *first;
  int32_t *items;
} GwEngineSlices;

struct GwEngineProblem
{
  atomic_int refs;
  GwEngineArena arena;
  GwEngineSettings settings; /* from here on it never changes; see gw_engine_problem_view() */

  int32_t n_operations, n_windows, n_shifts, n_eligible, n_blocks, n_colleagues, n_persons;
  int32_t n_links, n_fits, n_absences, n_wishes, n_places, n_modes, n_added_blocks;
  int32_t n_items;  /* n_operations + n_blocks */
  int32_t n_units;  /* sets of operations that are placed together or not at all */
  int32_t n_groups; /* of alternatives */
  int32_t n_islands;
  int32_t crowd; /* how many operations share an island with one, on average */

  GwEngineOperation *operations;
  GwEngineWindow *windows;
  GwEngineShift *shifts;
  int32_t *eligible;
  GwEngineBlock *blocks;
  int32_t *block_of_added;
  GwEngineColleague *colleagues;
  GwEnginePerson *persons;
  GwEngineLink *links;
  GwEngineFit *fits;
  GwEngineAbsence *absences;
  GwEngineWish *wishes;
  int32_t *travel;      /* [mode][from][to] */
  uint64_t *skills;     /* [colleague][day] */
  int32_t *history;     /* [person][colleague] */
  uint8_t *regular;     /* [person][colleague] */
  uint8_t *has_regular; /* [person] */

  /* Derived. */
  const int32_t *travel_to;  /* [mode][to][from]: travel itself where both ways take as long */
  int32_t *mode_of;          /* [colleague] */
  int32_t *item_duration;    /* [item] */
  int32_t *item_place;       /* [item] */
  int64_t *assign_cost;      /* [operation][colleague]: CHOICE, LIKE, REGULAR, STABLE_COLLEAGUE */
  int32_t *fit_of;           /* [operation][colleague]: 0 or 1 + the first fit of the two */
  int32_t *next_fit;         /* [fit]: the next one of the two, in the same way */
  uint8_t *assign_reason;    /* [operation][colleague]: 0 or 1 + the first rule that forbids */
  int32_t *unit_of;          /* [operation] */
  uint8_t *leads_visit;      /* [operation] the first of its person's in its visit */
  int32_t *rank_by_start;    /* shifts in order of start */
  int32_t *shift_island;     /* [shift]: see gw-engine-derive-island.c */
  int32_t *operation_island; /* [operation] */
  GwEngineSlices island_operations, island_shifts;
  GwEngineSlices unit_operations;
  GwEngineSlices operation_links;
  GwEngineSlices operation_shifts; /* shifts whose span meets a window, and that may take */
  GwEngineSlices operation_near;   /* nearest operations first, at most GW_ENGINE_NEAR */
  GwEngineSlices person_operations;
  GwEngineSlices group_operations;
  GwEngineSlices colleague_absences;
  GwEngineSlices colleague_wishes;
};

/* More operations than these in an island crowd it: most who work there know few of the people, and
 * what happens in one part of it has little to do with the others. */
#define GW_ENGINE_CROWD 100

/* How many neighbours of an operation are kept. */
#define GW_ENGINE_NEAR 60

/* Travel time; 0 when either place is nowhere. */
static inline int32_t
gw_engine_travel (const GwEngineProblem *problem, int32_t mode, int32_t from, int32_t to)
{
  if (from < 0 || to < 0)
    return 0;
  return problem->travel[((int64_t) mode * problem->n_places + from) * problem->n_places + to];
}

/* Skills of a colleague in date on a day, the day cut to the horizon. */
static inline uint64_t
gw_engine_skills (const GwEngineProblem *problem, int32_t colleague, int32_t day)
{
  int32_t n = problem->settings.n_days;
  int32_t cut = day < 0 ? 0 : day >= n ? n - 1 : day;

  return problem->skills[(int64_t) colleague * n + cut];
}

/* The travel buffer that goes with a leg. */
static inline int32_t
gw_engine_buffer (const GwEngineProblem *problem, int32_t travel)
{
  int32_t share = (travel * problem->settings.buffer_percent + 99) / 100;

  return share > problem->settings.buffer_min ? share : problem->settings.buffer_min;
}

/* Minutes that pass between two times that clocks show. */
static inline int32_t
gw_engine_elapsed (const GwEngineProblem *problem, int32_t from, int32_t to)
{
  int32_t change = problem->settings.clock_change;

  if (change != GW_ENGINE_NO_TIME && from < change && to >= change)
    return to - from - problem->settings.clock_change_minutes;
  return to - from;
}

/* Whether colleague @c is among those who may hold @shift, or holds it from the start. */
static inline bool
gw_engine_problem_is_eligible (const GwEngineProblem *problem, const GwEngineShift *shift, int32_t c)
{
  for (int32_t i = 0; i < shift->n_eligible; i++)
    if (problem->eligible[shift->first_eligible + i] == c)
      return true;
  return false;
}

/* How many operations a shift may hold before it counts as crowded. */
static inline int32_t
gw_engine_density_limit (const GwEngineProblem *problem, const GwEngineShift *shift)
{
  int64_t n = (int64_t) problem->settings.density_visits * (shift->end - shift->start);

  n /= problem->settings.density_minutes;
  return n < 1 ? 1 : (int32_t) n;
}

/* Makes @view a problem that lends everything that @problem, which must outlive it, is made of; the
 * caller may put other arrays in their place. It has no memory of its own. Any thread: what threads
 * count at @problem is not read. */
void gw_engine_problem_view (const GwEngineProblem *problem, GwEngineProblem *view);

/* Returns the window of @operation that contains @start, else the nearest one, and stores how far
 * outside @start is. NULL when there are no windows. */
const GwEngineWindow *gw_engine_problem_find_window (const GwEngineProblem *problem,
                                                     const GwEngineOperation *operation,
                                                     int32_t start, int32_t *outside);

/* The soft cost of starting @operation at @start: IDEAL, TOLERANCE, STABLE_TIME. */
int64_t gw_engine_problem_time_cost (const GwEngineProblem *problem, int32_t operation,
                                     int32_t start);

/* Fills everything under "Derived"; returns false without memory. The arrays handed in are
 * complete, checked and sorted. */
bool gw_engine_problem_derive (GwEngineProblem *problem);

/* Groups 0 … n_items-1 by owner_of[i] (negative: nobody's) into @slices, keeping their order. Returns
 * false without memory. */
bool gw_engine_problem_group (GwEngineArena *arena, GwEngineSlices *slices, int32_t n_owners,
                              int32_t n_items, const int32_t *owner_of);

/* Fills operation_near; returns false without memory. Part of gw_engine_problem_derive(). */
bool gw_engine_problem_derive_near (GwEngineProblem *problem);

/* Fills the islands; returns false without memory. Part of gw_engine_problem_derive(). */
bool gw_engine_problem_derive_islands (GwEngineProblem *problem);
