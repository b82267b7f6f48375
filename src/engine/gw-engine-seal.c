/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Turns a checked builder into a problem: copies, groups by owner (windows by operation, eligible
 * colleagues and blocks by shift), makes the breaks, and hands over to gw-engine-derive.c.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-builder-private.h"
#include "gw-engine-problem-private.h"

static bool
copy (GwEngineArena *arena, void *to, const void *from, size_t n, size_t size)
{
  void *items = gw_engine_arena_alloc (arena, n, size);

  if (items != NULL && n > 0)
    memcpy (items, from, n * size);
  memcpy (to, &items, sizeof items);
  return items != NULL;
}

#define COPY(name)                                                                   \
  (self->n_##name = builder->n_##name,                                               \
   copy (&self->arena, &self->name, builder->name, (size_t) builder->n_##name, \
         sizeof *builder->name))

static bool
copy_plain_arrays (GwEngineProblem *self, const GwEngineBuilder *builder)
{
  size_t n = (size_t) builder->n_places;

  self->settings = builder->settings;
  self->n_places = builder->n_places;
  self->n_modes = builder->n_modes;
  return COPY (operations) && COPY (shifts) && COPY (colleagues) && COPY (persons) &&
         COPY (links) && COPY (fits) && COPY (absences) && COPY (wishes) &&
         copy (&self->arena, &self->travel, builder->travel, n * n * (size_t) builder->n_modes,
               sizeof *builder->travel);
}

/* Links about who, and TOGETHER, are always hard: nothing behind this asks whether they are. */
static bool
harden_links (GwEngineProblem *self)
{
  for (int32_t i = 0; i < self->n_links; i++)
    if (self->links[i].kind != GW_ENGINE_LINK_LAG && self->links[i].kind != GW_ENGINE_LINK_GAP)
      self->links[i].is_soft = false;
  return true;
}

/* An operation with a number of its own choice. */
typedef struct
{
  int32_t alternative, operation;
} Chosen;

static int
compare_chosen (const void *a, const void *b)
{
  const Chosen *x = a, *y = b;

  return x->alternative < y->alternative ? -1 : x->alternative > y->alternative;
}

/* Whoever adds operations may number alternatives as they like; from here on they are indices. */
static bool
number_alternatives (GwEngineProblem *self)
{
  Chosen *chosen = GW_ENGINE_NEW (&self->arena, Chosen, self->n_operations);
  int32_t n = 0;

  if (chosen == NULL)
    return false;
  for (int32_t i = 0; i < self->n_operations; i++)
    if (self->operations[i].alternative != GW_ENGINE_NONE)
      chosen[n++] = (Chosen){ self->operations[i].alternative, i };
  qsort (chosen, (size_t) n, sizeof *chosen, compare_chosen);
  for (int32_t i = 0; i < n; i++)
    {
      self->n_groups += i == 0 || chosen[i].alternative != chosen[i - 1].alternative;
      self->operations[chosen[i].operation].alternative = self->n_groups - 1;
    }
  return true;
}

/* A window and its number in the order of adding. */
typedef struct
{
  const GwEngineAddedWindow *added;
  int32_t index;
} NumberedWindow;

static int
compare_windows (const void *a, const void *b)
{
  const NumberedWindow *x = a, *y = b;

  if (x->added->operation != y->added->operation)
    return x->added->operation < y->added->operation ? -1 : 1;
  if (x->added->window.open != y->added->window.open)
    return x->added->window.open < y->added->window.open ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static bool
group_windows (GwEngineProblem *self, GwEngineBuilder *builder)
{
  int n = builder->n_windows;
  NumberedWindow *sorted = GW_ENGINE_NEW (&self->arena, NumberedWindow, n);

  self->n_windows = n;
  self->windows = GW_ENGINE_NEW (&self->arena, GwEngineWindow, n);
  if (self->windows == NULL || sorted == NULL)
    return false;
  for (int i = 0; i < n; i++)
    sorted[i] = (NumberedWindow){ &builder->windows[i], i };
  qsort (sorted, (size_t) n, sizeof *sorted, compare_windows);
  for (int i = 0; i < self->n_operations; i++)
    self->operations[i].n_windows = 0;
  for (int i = 0; i < n; i++)
    {
      GwEngineOperation *op = &self->operations[sorted[i].added->operation];

      self->windows[i] = sorted[i].added->window;
      if (op->n_windows++ == 0)
        op->first_window = i;
      else if (self->windows[i].open <= self->windows[i - 1].close)
        gw_engine_builder_blame (builder, GW_ENGINE_BAD_VALUE, "window", sorted[i].index);
    }
  for (int i = 0; i < self->n_operations; i++)
    if (self->operations[i].n_windows == 0 && self->operations[i].pin_start == GW_ENGINE_NO_TIME)
      gw_engine_builder_blame (builder, GW_ENGINE_BAD_VALUE, "operation", i);
  return true;
}

static int
compare_eligible (const void *a, const void *b)
{
  const GwEngineAddedEligible *x = a, *y = b;

  if (x->shift != y->shift)
    return x->shift < y->shift ? -1 : 1;
  return x->colleague < y->colleague ? -1 : x->colleague > y->colleague;
}

/* The colleague a shift starts with is eligible too; doubles are dropped. */
static bool
group_eligible (GwEngineProblem *self, const GwEngineBuilder *builder)
{
  int n = 0, n_all = builder->n_eligible + builder->n_shifts;
  GwEngineAddedEligible *all = GW_ENGINE_NEW (&self->arena, GwEngineAddedEligible, n_all);

  self->eligible = GW_ENGINE_NEW (&self->arena, int32_t, n_all);
  if (all == NULL || self->eligible == NULL)
    return false;
  for (int i = 0; i < builder->n_eligible; i++)
    all[n++] = builder->eligible[i];
  for (int i = 0; i < builder->n_shifts; i++)
    {
      self->shifts[i].n_eligible = 0;
      if (self->shifts[i].colleague != GW_ENGINE_NONE)
        all[n++] = (GwEngineAddedEligible){ i, self->shifts[i].colleague };
    }
  qsort (all, (size_t) n, sizeof *all, compare_eligible);
  for (int i = 0; i < n; i++)
    {
      GwEngineShift *shift = &self->shifts[all[i].shift];

      if (i > 0 && compare_eligible (&all[i - 1], &all[i]) == 0)
        continue;
      if (shift->n_eligible++ == 0)
        shift->first_eligible = self->n_eligible;
      self->eligible[self->n_eligible++] = all[i].colleague;
    }
  return true;
}

/* Lengthens the break at @block so that it does for @colleague; returns whether one is needed. */
static bool
widen_break (const GwEngineProblem *self, const GwEngineShift *shift, int32_t colleague,
             int32_t *minutes)
{
  const GwEngineColleague *c = &self->colleagues[colleague];

  if (c->break_minutes == 0 || shift->end - shift->start <= c->break_after)
    return false;
  if (c->break_minutes > *minutes)
    *minutes = c->break_minutes;
  return true;
}

/* One break that does for everybody who may hold the shift; false when none is needed. */
static bool
make_break (const GwEngineProblem *self, int32_t s, GwEngineBlock *block)
{
  const GwEngineShift *shift = &self->shifts[s];
  int32_t length = shift->end - shift->start, minutes = 0;
  int32_t margin = (int32_t) ((int64_t) length * self->settings.break_margin_percent / 100);

  if (self->settings.weight[GW_ENGINE_RULE_BREAK] == 0 || !shift->may_take)
    return false;
  for (int32_t i = 0; i < shift->n_eligible; i++)
    widen_break (self, shift, self->eligible[shift->first_eligible + i], &minutes);
  if (minutes == 0 || minutes > length)
    return false;
  *block = (GwEngineBlock){
    .kind = GW_ENGINE_BLOCK_BREAK,
    .shift = s,
    .duration = minutes,
    .earliest = shift->start + margin,
    .latest = shift->end - margin - minutes,
    .place = GW_ENGINE_NONE,
  };
  if (block->latest < block->earliest)
    {
      block->earliest = shift->start;
      block->latest = shift->end - minutes;
    }
  return true;
}

/* Whether somebody added a break to the shift by hand; then sealing makes none. */
static bool
has_own_break (const GwEngineBuilder *builder, int32_t s)
{
  for (int i = 0; i < builder->n_blocks; i++)
    if (builder->blocks[i].shift == s && builder->blocks[i].kind == GW_ENGINE_BLOCK_BREAK)
      return true;
  return false;
}

static bool
group_blocks (GwEngineProblem *self, const GwEngineBuilder *builder)
{
  self->n_added_blocks = builder->n_blocks;
  self->blocks = GW_ENGINE_NEW (&self->arena, GwEngineBlock, builder->n_blocks + self->n_shifts);
  self->block_of_added = GW_ENGINE_NEW (&self->arena, int32_t, builder->n_blocks);
  if (self->blocks == NULL || self->block_of_added == NULL)
    return false;
  for (int32_t s = 0; s < self->n_shifts; s++)
    {
      GwEngineShift *shift = &self->shifts[s];

      shift->first_block = self->n_blocks;
      for (int i = 0; i < builder->n_blocks; i++)
        if (builder->blocks[i].shift == s)
          {
            self->block_of_added[i] = self->n_blocks;
            self->blocks[self->n_blocks++] = builder->blocks[i];
          }
      if (!has_own_break (builder, s) && make_break (self, s, &self->blocks[self->n_blocks]))
        self->n_blocks++;
      shift->n_blocks = self->n_blocks - shift->first_block;
    }
  return true;
}

static bool
spread_skills (GwEngineProblem *self, const GwEngineBuilder *builder)
{
  int32_t n_days = self->settings.n_days;

  self->skills = GW_ENGINE_NEW (&self->arena, uint64_t,
                                (size_t) self->n_colleagues * (size_t) n_days);
  if (self->skills == NULL)
    return false;
  for (int i = 0; i < builder->n_skills; i++)
    {
      const GwEngineAddedSkills *added = &builder->skills[i];

      for (int32_t day = added->first_day < 0 ? 0 : added->first_day;
           day <= added->last_day && day < n_days; day++)
        self->skills[(int64_t) added->colleague * n_days + day] |= added->skills;
    }
  return true;
}

static bool
spread_history (GwEngineProblem *self, const GwEngineBuilder *builder)
{
  size_t n = (size_t) self->n_persons * (size_t) self->n_colleagues;

  self->history = GW_ENGINE_NEW (&self->arena, int32_t, n);
  self->regular = GW_ENGINE_NEW (&self->arena, uint8_t, n);
  self->has_regular = GW_ENGINE_NEW (&self->arena, uint8_t, self->n_persons);
  if (self->history == NULL || self->regular == NULL || self->has_regular == NULL)
    return false;
  for (int i = 0; i < builder->n_history; i++)
    {
      const GwEngineAddedHistory *added = &builder->history[i];

      self->history[(int64_t) added->person * self->n_colleagues + added->colleague] +=
          added->visits;
    }
  for (int i = 0; i < builder->n_regular; i++)
    {
      const GwEngineAddedHistory *added = &builder->regular[i];

      self->regular[(int64_t) added->person * self->n_colleagues + added->colleague] = 1;
      self->has_regular[added->person] = 1;
    }
  return true;
}

/* The search places all of a unit or nothing, and has room for so many. */
static void
check_units (const GwEngineProblem *self, GwEngineBuilder *builder)
{
  const GwEngineSlices *units = &self->unit_operations;

  for (int32_t u = 0; u < self->n_units; u++)
    if (units->first[u + 1] - units->first[u] > GW_ENGINE_UNIT_MAX)
      gw_engine_builder_blame (builder, GW_ENGINE_BAD_VALUE, "operation",
                               units->items[units->first[u]]);
}

GwEngineProblem *
gw_engine_builder_seal (GwEngineBuilder *builder, GwEngineFault *fault)
{
  GwEngineFault before = builder->fault;
  GwEngineProblem *self = NULL;
  bool done = false;

  gw_engine_builder_check (builder);
  if (builder->fault.status == GW_ENGINE_OK)
    {
      self = calloc (1, sizeof *self);
      done = self != NULL && copy_plain_arrays (self, builder) && harden_links (self) && number_alternatives (self) &&
             group_windows (self, builder) &&
             group_eligible (self, builder) && group_blocks (self, builder) &&
             spread_skills (self, builder) && spread_history (self, builder) &&
             gw_engine_problem_derive (self);
      if (!done)
        gw_engine_builder_blame (builder, GW_ENGINE_NO_MEMORY, "problem", 0);
      else
        check_units (self, builder);
    }
  if (fault != NULL)
    *fault = builder->fault;
  if (self != NULL)
    {
      atomic_init (&self->refs, 1);
      if (builder->fault.status != GW_ENGINE_OK)
        {
          gw_engine_problem_unref (self);
          self = NULL;
        }
    }
  /* What is wrong may be mended and sealed again; what an adder has refused is not there. */
  builder->fault = before;
  return self;
}
