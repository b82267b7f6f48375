/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making a state: memory, soft links, and what may move (pins and scope). Its first plan is made in
 * gw-engine-state-plan.c.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-insert.h"
#include "gw-engine-state-private.h"

/* Soft points that the least medium priority is worth while searching: more than a change of wishes
 * usually saves, which is a choice and not a bound: the best plan is kept by level. Letting visits go
 * for a while (3000) lost more of them than it won back. */
#define MEDIUM_WORTH 100000
/* So many of 100 changes begin where something is not covered, until a search says otherwise. */
#define ABSENT_SEEDS 50

/* --- Memory ---------------------------------------------------------------------------------- */

/* What a shift may have to hold. */
typedef struct
{
  int32_t n_possible, n_given; /* operations that could be in it, that are or must be */
  int32_t briefest;            /* the shortest of those that could be */
} Load;

static void
count_load (Load *load, int32_t duration)
{
  load->n_possible++;
  if (load->briefest == 0 || duration < load->briefest)
    load->briefest = duration;
}

/* Visits of a run do not overlap, except where they were given like that. */
static int32_t
most_items (const GwEngineShift *shift, const Load *load)
{
  int32_t span = shift->end + shift->flex_after - shift->start + shift->flex_before;
  int32_t most = load->n_possible > 0 ? span / load->briefest : 0;

  most = most < load->n_possible ? most : load->n_possible;
  return shift->n_blocks + (most > load->n_given ? most : load->n_given);
}

/* One more than the items of the longest run there can be. */
static int32_t
find_capacity (const GwEngineProblem *problem, const GwEnginePlan *warm, GwEngineArena *arena)
{
  const GwEngineSlices *slices = &problem->operation_shifts;
  Load *loads = GW_ENGINE_NEW (arena, Load, problem->n_shifts);
  int32_t most = 0;

  if (loads == NULL)
    return 0;
  for (int32_t o = 0; o < problem->n_operations; o++)
    {
      const GwEngineOperation *op = &problem->operations[o];

      for (int32_t i = slices->first[o]; i < slices->first[o + 1]; i++)
        count_load (&loads[slices->items[i]], op->duration);
      if (op->pin_shift >= 0)
        loads[op->pin_shift].n_given++;
      if (warm == NULL || warm->shift_of[o] < 0)
        continue;
      count_load (&loads[warm->shift_of[o]], op->duration);
      loads[warm->shift_of[o]].n_given++;
    }
  for (int32_t s = 0; s < problem->n_shifts; s++)
    {
      int32_t n = most_items (&problem->shifts[s], &loads[s]);

      most = n > most ? n : most;
    }
  return most + 1;
}

static void
allocate_lists (GwEngineState *state)
{
  const GwEngineProblem *problem = state->problem;
  GwEngineArena *arena = &state->arena;
  int32_t n_operations = problem->n_operations, n_shifts = problem->n_shifts;
  int32_t n_colleagues = problem->n_colleagues;

  state->freedom = GW_ENGINE_NEW (arena, uint8_t, n_operations);
  state->can_take = GW_ENGINE_NEW (arena, uint8_t, n_shifts);
  state->can_change = GW_ENGINE_NEW (arena, uint8_t, n_shifts);
  state->is_frozen = GW_ENGINE_NEW (arena, uint8_t, n_shifts);
  state->changeable = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  state->visits = GW_ENGINE_NEW (arena, int32_t,
                                 (size_t) problem->n_persons * (size_t) n_colleagues);
  state->n_known = GW_ENGINE_NEW (arena, int32_t, problem->n_persons);
  state->group_placed = GW_ENGINE_NEW (arena, int32_t, problem->n_groups);
  state->colleague_soft = GW_ENGINE_NEW (arena, int64_t, n_colleagues);
  state->island_medium = GW_ENGINE_NEW (arena, int64_t, problem->n_islands);
  state->colleague_hard = GW_ENGINE_NEW (arena, int64_t, n_colleagues);
  state->absent = GW_ENGINE_NEW (arena, int32_t, n_operations);
  state->where_absent = GW_ENGINE_NEW (arena, int32_t, n_operations);
  state->saved_colleagues = GW_ENGINE_NEW (arena, int32_t, n_colleagues);
  state->saved_colleague_costs = GW_ENGINE_NEW (arena, int64_t, 2 * n_colleagues);
  state->colleague_is_saved = GW_ENGINE_NEW (arena, uint8_t, n_colleagues);
  state->shifts = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  state->list = GW_ENGINE_NEW (arena, int32_t, problem->n_items);
  state->next = GW_ENGINE_NEW (arena, int32_t, n_operations);
  state->keys = GW_ENGINE_NEW (arena, int64_t, problem->n_items);
  state->is_marked = GW_ENGINE_NEW (arena, uint8_t, n_operations);
  state->is_listed = GW_ENGINE_NEW (arena, uint8_t, problem->n_units);
  state->units = GW_ENGINE_NEW (arena, int32_t, problem->n_units);
  state->is_retried = GW_ENGINE_NEW (arena, uint8_t, n_operations);
  state->seeds = GW_ENGINE_NEW (arena, int32_t, n_operations);
}

static void
allocate_runs (GwEngineState *state)
{
  GwEngineArena *arena = &state->arena;
  size_t n_shifts = (size_t) state->problem->n_shifts;
  size_t n = n_shifts * (size_t) state->capacity;

  state->n_items = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  state->items = GW_ENGINE_NEW (arena, int32_t, n);
  state->slots = GW_ENGINE_NEW (arena, GwEngineSlot, n);
  state->widest = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  state->run_cost = GW_ENGINE_NEW (arena, int64_t, n_shifts);
  state->colleague_of = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  state->saved = GW_ENGINE_NEW (arena, GwEngineSavedRun, n_shifts);
  state->saved_items = GW_ENGINE_NEW (arena, int32_t, n);
  state->saved_start = GW_ENGINE_NEW (arena, int32_t, n);
  state->saved_slots = GW_ENGINE_NEW (arena, GwEngineSlot, n);
  state->is_saved = GW_ENGINE_NEW (arena, uint8_t, n_shifts);
  state->trial = GW_ENGINE_NEW (arena, int32_t, state->capacity + 1);
  state->kept_trial = GW_ENGINE_NEW (arena, int32_t, state->capacity + 1);
  state->moved = GW_ENGINE_NEW (arena, int32_t, state->capacity + 1);
  gw_engine_insert_allocate (state);
}

/* --- Soft links ------------------------------------------------------------------------------ */

/* Whether two operations could be nearer than @wanted, given when each may start. */
static bool
could_be_near (const GwEngineState *state, int32_t a, int32_t b, int32_t wanted)
{
  const GwEngineTimer *timer = &state->timer;
  const int32_t *duration = state->problem->item_duration;

  for (int32_t i = timer->first_window[2 * a]; i < timer->first_window[2 * a + 1]; i++)
    for (int32_t j = timer->first_window[2 * b]; j < timer->first_window[2 * b + 1]; j++)
      if (timer->windows[j].open - timer->windows[i].close - duration[a] < wanted &&
          timer->windows[i].open - timer->windows[j].close - duration[b] < wanted)
        return true;
  return false;
}

/* Adds (or, with @ties NULL, only counts) the pairs of visits of @p that could be too near. */
static int32_t
pair_visits (const GwEngineState *state, int32_t p, GwEngineSoftTie *ties, int32_t n)
{
  const GwEngineProblem *problem = state->problem;
  const GwEngineSlices *slices = &problem->person_operations;
  int32_t wanted = problem->persons[p].apart_minutes;
  int32_t weight = problem->settings.weight[GW_ENGINE_RULE_APART];

  if (wanted == 0 || weight == 0)
    return n;
  for (int32_t i = slices->first[p]; i < slices->first[p + 1]; i++)
    {
      int32_t a = slices->items[i];

      if (!problem->leads_visit[a])
        continue;
      for (int32_t j = i + 1; j < slices->first[p + 1]; j++)
        {
          int32_t b = slices->items[j];

          if (!problem->leads_visit[b] || !could_be_near (state, a, b, wanted))
            continue;
          if (ties != NULL)
            ties[n] = (GwEngineSoftTie){ a, b, wanted, 0, weight, false, true };
          n++;
        }
    }
  return n;
}

static int32_t
collect_soft_ties (const GwEngineState *state, GwEngineSoftTie *ties)
{
  const GwEngineProblem *problem = state->problem;
  int32_t n = 0, weight = problem->settings.weight[GW_ENGINE_RULE_SOFT_LAG];

  for (int32_t l = 0; l < problem->n_links; l++)
    {
      const GwEngineLink *link = &problem->links[l];
      bool is_gap = link->kind == GW_ENGINE_LINK_GAP;

      if (!link->is_soft || (!is_gap && link->kind != GW_ENGINE_LINK_LAG))
        continue;
      if (ties != NULL)
        ties[n] = (GwEngineSoftTie){
          link->a,   link->b, link->min == GW_ENGINE_NO_TIME ? INT32_MIN : link->min,
          link->max, weight,  is_gap,
          false
        };
      n++;
    }
  for (int32_t p = 0; p < problem->n_persons; p++)
    n = pair_visits (state, p, ties, n);
  return n;
}

static bool
make_soft_ties (GwEngineState *state)
{
  GwEngineArena *arena = &state->arena;
  GwEngineSlices *slices = &state->soft_ties_of;
  int32_t n = collect_soft_ties (state, NULL), n_operations = state->problem->n_operations;

  state->n_soft_ties = n;
  state->soft_ties = GW_ENGINE_NEW (arena, GwEngineSoftTie, n);
  state->soft_tie_cost = GW_ENGINE_NEW (arena, int64_t, n);
  state->saved_ties = GW_ENGINE_NEW (arena, int32_t, n);
  state->saved_tie_cost = GW_ENGINE_NEW (arena, int64_t, n);
  state->tie_is_saved = GW_ENGINE_NEW (arena, uint8_t, n);
  slices->first = GW_ENGINE_NEW (arena, int32_t, n_operations + 2);
  slices->items = GW_ENGINE_NEW (arena, int32_t, 2 * (size_t) n);
  if (arena->has_failed)
    return false;
  collect_soft_ties (state, state->soft_ties);
  /* Counting sort by operation, shifted by one so that filling leaves first[] right. */
  for (int32_t t = 0; t < n; t++)
    {
      slices->first[state->soft_ties[t].a + 2]++;
      slices->first[state->soft_ties[t].b + 2]++;
    }
  for (int32_t i = 2; i <= n_operations + 1; i++)
    slices->first[i] += slices->first[i - 1];
  for (int32_t t = 0; t < n; t++)
    {
      slices->items[slices->first[state->soft_ties[t].a + 1]++] = t;
      slices->items[slices->first[state->soft_ties[t].b + 1]++] = t;
    }
  return true;
}

/* --- What may move --------------------------------------------------------------------------- */

static void
scope_shifts (GwEngineState *state, const GwEngineScope *scope)
{
  for (int32_t s = 0; s < state->problem->n_shifts; s++)
    {
      const GwEngineShift *shift = &state->problem->shifts[s];

      state->can_take[s] = shift->may_take;
      state->can_change[s] = shift->may_change && shift->n_eligible > 0;
      if (scope != NULL && scope->shift_may_take != NULL && !scope->shift_may_take[s])
        state->can_take[s] = 0;
      if (scope != NULL && scope->shift_may_change != NULL && !scope->shift_may_change[s])
        state->can_change[s] = 0;
    }
}

static bool
is_in_windows (const GwEngineTimer *timer, int32_t item, int32_t start)
{
  for (int32_t w = timer->first_window[2 * item]; w < timer->first_window[2 * item + 1]; w++)
    if (start >= timer->windows[w].open && start <= timer->windows[w].close)
      return true;
  return false;
}

/* Drops the windows of @item that close before @not_before and cuts the next. What is left moves to
 * the front: an item without windows must still be at the one element that it can be narrowed to. */
static void
cut_windows (GwEngineTimer *timer, int32_t item, int32_t not_before)
{
  int32_t first = timer->first_window[2 * item], *end = &timer->first_window[2 * item + 1];
  int32_t n_past = 0;

  while (first + n_past < *end && timer->windows[first + n_past].close < not_before)
    n_past++;
  for (int32_t w = first + n_past; n_past > 0 && w < *end; w++)
    {
      timer->windows[w - n_past] = timer->windows[w];
      timer->wanted[w - n_past] = timer->wanted[w];
    }
  *end -= n_past;
  if (first < *end && timer->windows[first].open < not_before)
    timer->windows[first].open = not_before;
}

/* Where a pinned or fixed operation starts when nobody says: as early as window and shift allow. */
static int32_t
guess_start (const GwEngineState *state, int32_t o, int32_t s)
{
  const GwEngineShift *shift = &state->problem->shifts[s];
  const GwEngineTimer *timer = &state->timer;

  for (int32_t w = timer->first_window[2 * o]; w < timer->first_window[2 * o + 1]; w++)
    if (timer->windows[w].close >= shift->start)
      return timer->windows[w].open > shift->start ? timer->windows[w].open : shift->start;
  return shift->start;
}

/* Decides how free operation @o is; stores where it is tied to, or NONE, and since when. */
static void
scope_operation (GwEngineState *state, const GwEngineScope *scope, const GwEnginePlan *warm,
                 int32_t o, int32_t *tied_to, int32_t *start)
{
  const GwEngineOperation *op = &state->problem->operations[o];
  int32_t s = warm != NULL ? warm->shift_of[o] : GW_ENGINE_NONE;
  int32_t now = scope != NULL ? scope->not_before : GW_ENGINE_NO_TIME;
  uint8_t freedom = GW_ENGINE_FREE;

  if (scope != NULL && scope->operation_freedom != NULL)
    freedom = scope->operation_freedom[o];
  *start = s >= 0 ? warm->start_of[o] : GW_ENGINE_NO_TIME;
  if (s >= 0 && (!state->can_take[s] || (now != GW_ENGINE_NO_TIME && *start < now)))
    freedom = GW_ENGINE_FIXED;
  if (op->pin_shift != GW_ENGINE_NONE)
    {
      *start = op->pin_shift == s ? *start : GW_ENGINE_NO_TIME;
      s = op->pin_shift;
      freedom = freedom == GW_ENGINE_FREE ? GW_ENGINE_RETIME : freedom;
    }
  if (op->pin_start != GW_ENGINE_NO_TIME)
    {
      *start = op->pin_start;
      freedom = GW_ENGINE_FIXED;
    }
  if (freedom != GW_ENGINE_FREE && s >= 0 && *start == GW_ENGINE_NO_TIME)
    *start = guess_start (state, o, s);
  if (now != GW_ENGINE_NO_TIME && freedom != GW_ENGINE_FIXED)
    cut_windows (&state->timer, o, now);
  if (freedom == GW_ENGINE_RETIME && s >= 0 && !is_in_windows (&state->timer, o, *start))
    freedom = GW_ENGINE_FIXED;
  if (freedom == GW_ENGINE_FIXED && s >= 0)
    gw_engine_timer_narrow (&state->timer, o, *start, *start);
  state->freedom[o] = freedom;
  *tied_to = freedom != GW_ENGINE_FREE ? s : GW_ENGINE_NONE;
}

void
gw_engine_state_confine (GwEngineState *state, const int32_t *owner, int32_t number)
{
  const GwEngineProblem *problem = state->problem;

  state->island_owner = owner;
  state->number = number;
  state->n_seeds = 0;
  for (int32_t o = 0; o < problem->n_operations; o++)
    if (state->freedom[o] == GW_ENGINE_FREE &&
        gw_engine_state_may_change (state, problem->operation_island[o]))
      state->seeds[state->n_seeds++] = o;
}

/* A tie between two operations neither of which may move binds nobody; nor one that their windows imply. */
static void
drop_dead_ties (GwEngineState *state)
{
  for (int32_t o = 0; o < state->problem->n_operations; o++)
    state->is_marked[o] = state->freedom[o] == GW_ENGINE_FIXED;
  gw_engine_timer_drop_ties (&state->timer, state->is_marked);
  for (int32_t o = 0; o < state->problem->n_operations; o++)
    {
      state->is_marked[o] = 0;
      gw_engine_timer_know (&state->timer, o);
    }
}

/* --- Making it ---------------------------------------------------------------------------------- */

/* Soft points that a medium point is worth. */
static int64_t
find_medium_scale (const GwEngineProblem *problem)
{
  int64_t least = INT64_MAX;

  for (int32_t o = 0; o < problem->n_operations; o++)
    {
      int64_t worth = (int64_t) problem->operations[o].priority *
                      problem->settings.weight[GW_ENGINE_RULE_UNPLACED];

      if (worth > 0 && worth < least && !problem->operations[o].is_optional)
        least = worth;
    }
  if (least == INT64_MAX || least > MEDIUM_WORTH)
    return 1;
  return (MEDIUM_WORTH + least - 1) / least;
}

GwEngineState *
gw_engine_state_new (const GwEngineProblem *problem, const GwEngineScope *scope,
                     const GwEnginePlan *warm)
{
  GwEngineState *state = calloc (1, sizeof *state);
  int32_t *tied_to;

  if (state == NULL)
    return NULL;
  state->problem = problem;
  state->barred_person = state->barred_colleague = GW_ENGINE_NONE;
  state->capacity = find_capacity (problem, warm, &state->arena);
  tied_to = GW_ENGINE_NEW (&state->arena, int32_t, problem->n_operations);
  allocate_lists (state);
  allocate_runs (state);
  if (state->arena.has_failed ||
      !gw_engine_timer_init (&state->timer, problem, &state->arena, state->capacity))
    {
      gw_engine_state_free (state);
      return NULL;
    }
  state->medium_scale = find_medium_scale (problem);
  state->absent_seeds = ABSENT_SEEDS;
  state->limit = INT64_MAX;
  scope_shifts (state, scope);
  for (int32_t o = 0; o < problem->n_operations; o++)
    {
      int32_t start;

      scope_operation (state, scope, warm, o, &tied_to[o], &start);
      state->timer.start_of[o] = start == GW_ENGINE_NO_TIME ? 0 : start;
      state->timer.own_start[o] = start;
    }
  drop_dead_ties (state);
  gw_engine_state_confine (state, NULL, 0);
  if (!make_soft_ties (state))
    {
      gw_engine_state_free (state);
      return NULL;
    }
  gw_engine_state_make_plan (state, warm, tied_to);
  gw_engine_state_begin (state);
  return state;
}

void
gw_engine_state_free (GwEngineState *state)
{
  if (state == NULL)
    return;
  gw_engine_arena_clear (&state->arena);
  free (state);
}
