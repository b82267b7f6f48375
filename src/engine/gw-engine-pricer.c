/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workings of a pricer: its life, and changing the working copy. Measuring the change and
 * finding a slot are in gw-engine-pricer-measure.c and gw-engine-pricer-fit.c.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-price-private.h"

/* --- Life ------------------------------------------------------------------------------------ */

static void
allocate (GwEnginePricer *self)
{
  const GwEngineProblem *problem = self->problem;
  GwEngineArena *arena = &self->arena;
  int32_t n_operations = problem->n_operations, n_shifts = problem->n_shifts;
  int32_t n_parts = n_operations > problem->n_links ? n_operations : problem->n_links;

  n_parts = n_parts > problem->n_persons ? n_parts : problem->n_persons;
  self->aim = GW_ENGINE_NEW (arena, int32_t, problem->n_items);
  self->n_items = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  self->items = GW_ENGINE_NEW (arena, int32_t, (size_t) n_shifts * (size_t) self->capacity);
  self->changed = GW_ENGINE_NEW (arena, int32_t, n_operations);
  self->is_changed = GW_ENGINE_NEW (arena, uint8_t, n_operations);
  self->touched = GW_ENGINE_NEW (arena, int32_t, n_shifts);
  self->is_touched = GW_ENGINE_NEW (arena, uint8_t, n_shifts);
  self->trial = GW_ENGINE_NEW (arena, int32_t, self->capacity);
  self->best_trial = GW_ENGINE_NEW (arena, int32_t, self->capacity);
  self->best_start = GW_ENGINE_NEW (arena, int32_t, self->capacity);
  self->list = GW_ENGINE_NEW (arena, int32_t, self->capacity);
  self->parts = GW_ENGINE_NEW (arena, int32_t, n_parts);
  self->part_is_listed = GW_ENGINE_NEW (arena, uint8_t, n_parts);
  self->shifts = GW_ENGINE_NEW (arena, int32_t, n_shifts);
}

static void
allocate_room (GwEnginePricer *self, GwEngineRoom *room)
{
  int32_t *memory = GW_ENGINE_NEW (&self->arena, int32_t, 3 * self->capacity);

  *room = (GwEngineRoom){ .earliest = memory };
  if (memory == NULL)
    return;
  room->latest = memory + self->capacity;
  room->place = memory + 2 * self->capacity;
}

static void
allocate_rooms (GwEnginePricer *self)
{
  int32_t n = self->problem->n_shifts;

  self->rooms = GW_ENGINE_NEW (&self->arena, GwEngineRoom, n);
  self->run_costs = GW_ENGINE_NEW (&self->arena, GwEngineRunCost, n);
  for (int32_t s = 0; s < n && self->rooms != NULL; s++)
    allocate_room (self, &self->rooms[s]);
  allocate_room (self, &self->own_room);
}

static int32_t
find_capacity (const GwEngineProblem *problem, const GwEnginePlan *plan, GwEngineArena *arena)
{
  int32_t *n = GW_ENGINE_NEW (arena, int32_t, problem->n_shifts), most = 0;

  for (int32_t o = 0; n != NULL && o < problem->n_operations; o++)
    if (plan->shift_of[o] >= 0)
      n[plan->shift_of[o]]++;
  for (int32_t s = 0; n != NULL && s < problem->n_shifts; s++)
    if (n[s] + problem->shifts[s].n_blocks > most)
      most = n[s] + problem->shifts[s].n_blocks;
  /* Room for both halves of a visit to enter, and one to spare. */
  return most + 3;
}

static void
read_plan (GwEnginePricer *self)
{
  const GwEngineProblem *problem = self->problem;
  const GwEnginePlan *plan = self->plan;

  for (int32_t o = 0; o < problem->n_operations; o++)
    {
      int32_t s = plan->shift_of[o];

      self->timer.shift_of[o] = s;
      self->timer.start_of[o] = self->aim[o] = plan->start_of[o];
      if (s >= 0)
        {
          self->timer.own_start[o] = plan->start_of[o];
          gw_engine_timer_know (&self->timer, o);
        }
      if (problem->operations[o].pin_start != GW_ENGINE_NO_TIME)
        gw_engine_timer_narrow (&self->timer, o, problem->operations[o].pin_start,
                                problem->operations[o].pin_start);
      if (s >= 0)
        self->items[(int64_t) s * self->capacity + self->n_items[s]++] = o;
    }
  for (int32_t b = 0; b < problem->n_blocks; b++)
    {
      int32_t item = problem->n_operations + b, s = problem->blocks[b].shift;

      self->timer.start_of[item] = self->aim[item] = plan->block_start[b];
      self->items[(int64_t) s * self->capacity + self->n_items[s]++] = item;
    }
  for (int32_t s = 0; s < problem->n_shifts; s++)
    gw_engine_score_sort_items (problem, plan, self->items + (int64_t) s * self->capacity,
                                self->n_items[s]);
  self->timer.aim = self->aim;
}

GwEnginePricer *
gw_engine_pricer_new (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  GwEnginePricer *self = calloc (1, sizeof *self);

  if (self == NULL)
    return NULL;
  self->problem = gw_engine_problem_ref (problem);
  self->handed = GW_ENGINE_NONE;
  self->plan = gw_engine_plan_copy (plan);
  self->work = gw_engine_plan_copy (plan);
  self->capacity = find_capacity (problem, plan, &self->arena);
  allocate (self);
  allocate_rooms (self);
  if (self->plan == NULL || self->work == NULL || self->arena.has_failed ||
      !gw_engine_timer_init (&self->timer, problem, &self->arena, self->capacity))
    {
      gw_engine_pricer_free (self);
      return NULL;
    }
  read_plan (self);
  return self;
}

void
gw_engine_pricer_free (GwEnginePricer *pricer)
{
  if (pricer == NULL)
    return;
  gw_engine_plan_free (pricer->plan);
  gw_engine_plan_free (pricer->work);
  gw_engine_contributions_clear (&pricer->before_list);
  gw_engine_contributions_clear (&pricer->after_list);
  gw_engine_arena_clear (&pricer->arena);
  gw_engine_problem_unref (pricer->problem);
  free (pricer);
}

const GwEnginePlan *
gw_engine_pricer_get_plan (const GwEnginePricer *pricer)
{
  return pricer->plan;
}

/* --- Changing -------------------------------------------------------------------------------- */

static void
touch (GwEnginePricer *self, int32_t s)
{
  if (s < 0 || self->is_touched[s])
    return;
  self->is_touched[s] = 1;
  self->touched[self->n_touched++] = s;
}

static void
mark_changed (GwEnginePricer *self, int32_t operation)
{
  if (self->is_changed[operation])
    return;
  self->is_changed[operation] = 1;
  self->changed[self->n_changed++] = operation;
}

void
gw_engine_pricer_set (GwEnginePricer *pricer, int32_t operation, int32_t shift, int32_t start)
{
  mark_changed (pricer, operation);
  touch (pricer, pricer->plan->shift_of[operation]);
  touch (pricer, shift);
  pricer->work->shift_of[operation] = pricer->timer.shift_of[operation] = shift;
  pricer->work->start_of[operation] = pricer->timer.start_of[operation] = start;
}

void
gw_engine_pricer_hand (GwEnginePricer *pricer, int32_t s, int32_t colleague)
{
  pricer->handed = s;
  touch (pricer, s);
  pricer->work->colleague_of[s] = colleague;
  for (int32_t i = 0; i < pricer->n_items[s]; i++)
    {
      int32_t item = pricer->items[(int64_t) s * pricer->capacity + i];

      if (item < pricer->problem->n_operations)
        mark_changed (pricer, item);
    }
}

void
gw_engine_pricer_set_run (GwEnginePricer *pricer, int32_t s, int32_t n)
{
  int32_t n_operations = pricer->problem->n_operations;

  touch (pricer, s);
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = pricer->best_trial[i], start = pricer->best_start[i];

      if (item >= n_operations)
        pricer->work->block_start[item - n_operations] = pricer->timer.start_of[item] = start;
      else if (pricer->work->shift_of[item] != s || pricer->work->start_of[item] != start)
        gw_engine_pricer_set (pricer, item, s, start);
    }
}

void
gw_engine_pricer_end (GwEnginePricer *pricer)
{
  const GwEngineProblem *problem = pricer->problem;

  for (int32_t i = 0; i < pricer->n_changed; i++)
    {
      int32_t o = pricer->changed[i];

      pricer->is_changed[o] = 0;
      pricer->work->shift_of[o] = pricer->timer.shift_of[o] = pricer->plan->shift_of[o];
      pricer->work->start_of[o] = pricer->timer.start_of[o] = pricer->plan->start_of[o];
    }
  for (int32_t i = 0; i < pricer->n_touched; i++)
    {
      int32_t s = pricer->touched[i];
      const GwEngineShift *shift = &problem->shifts[s];

      pricer->is_touched[s] = 0;
      pricer->work->colleague_of[s] = pricer->plan->colleague_of[s];
      for (int32_t b = shift->first_block; b < shift->first_block + shift->n_blocks; b++)
        pricer->work->block_start[b] = pricer->timer.start_of[problem->n_operations + b] =
            pricer->plan->block_start[b];
    }
  pricer->n_changed = pricer->n_touched = 0;
  pricer->handed = GW_ENGINE_NONE;
}

int32_t
gw_engine_pricer_list (const GwEnginePricer *pricer, int32_t s, int32_t without, int32_t *items)
{
  const int32_t *all = pricer->items + (int64_t) s * pricer->capacity;
  int32_t n_operations = pricer->problem->n_operations, n = 0;

  for (int32_t i = 0; i < pricer->n_items[s]; i++)
    if (all[i] != without && (all[i] >= n_operations || pricer->work->shift_of[all[i]] == s))
      items[n++] = all[i];
  for (int32_t i = 0; i < pricer->n_changed; i++)
    {
      int32_t o = pricer->changed[i];

      if (o != without && pricer->work->shift_of[o] == s && pricer->plan->shift_of[o] != s)
        items[n++] = o;
    }
  gw_engine_score_sort_items (pricer->problem, pricer->work, items, n);
  return n;
}

/* --- Another plan ---------------------------------------------------------------------------- */

static void
forget_run (GwEnginePricer *self, int32_t s)
{
  if (s < 0)
    return;
  self->rooms[s].is_known = false;
  self->run_costs[s] = (GwEngineRunCost){ 0 };
}

static void
leave_run (GwEnginePricer *self, int32_t s, int32_t item)
{
  int32_t *items = self->items + (int64_t) s * self->capacity, n = 0;

  for (int32_t i = 0; i < self->n_items[s]; i++)
    if (items[i] != item)
      items[n++] = items[i];
  self->n_items[s] = n;
}

static void
join_run (GwEnginePricer *self, int32_t s, int32_t item)
{
  int32_t *items = self->items + (int64_t) s * self->capacity;

  items[self->n_items[s]++] = item;
  gw_engine_score_sort_items (self->problem, self->plan, items, self->n_items[s]);
}

void
gw_engine_pricer_follow (GwEnginePricer *pricer, int32_t operation, int32_t shift)
{
  const GwEngineSlices *links = &pricer->problem->operation_links;
  int32_t was = pricer->plan->shift_of[operation];

  if (was == shift)
    return;
  if (was >= 0)
    leave_run (pricer, was, operation);
  pricer->plan->shift_of[operation] = pricer->work->shift_of[operation] = shift;
  pricer->timer.shift_of[operation] = shift;
  if (shift >= 0)
    join_run (pricer, shift, operation);
  forget_run (pricer, was);
  forget_run (pricer, shift);
  for (int32_t i = links->first[operation]; i < links->first[operation + 1]; i++)
    {
      const GwEngineLink *link = &pricer->problem->links[links->items[i]];

      forget_run (pricer, pricer->plan->shift_of[link->a]);
      forget_run (pricer, pricer->plan->shift_of[link->b]);
    }
}

void
gw_engine_pricer_reread_block (GwEnginePricer *pricer, int32_t b)
{
  const GwEngineBlock *block = &pricer->problem->blocks[b];

  gw_engine_timer_narrow (&pricer->timer, pricer->problem->n_operations + b, block->earliest,
                          block->latest);
  forget_run (pricer, block->shift);
}

void
gw_engine_pricer_forget_runs (GwEnginePricer *pricer, int32_t colleague)
{
  for (int32_t s = 0; s < pricer->problem->n_shifts; s++)
    if (pricer->plan->colleague_of[s] == colleague)
      forget_run (pricer, s);
}
