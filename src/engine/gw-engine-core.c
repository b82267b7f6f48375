/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-core.h. Deletion: everything that could be in the way is listed; one thing after
 * another is taken away from a view of the problem, and put back when a place appears. What is left
 * leaves no place, but would without any one of it. Visits are tried by shift first, since most
 * shifts have nothing to do with it, and many things at a time, which are halved when that makes a
 * place. There was none before a thing went, so one can only appear in the shifts that it has to do
 * with: no others are looked at.
 */
#include "gw-engine-core.h"

#include <string.h>

#include "gw-engine-core-private.h"
#include "gw-engine-run.h"

/* --- What could be in the way ------------------------------------------------------------------ */

static void
add (GwEngineCore *self, GwEngineClashKind kind, int32_t index, GwEngineRule rule, int32_t shift)
{
  self->shift_of[self->n] = shift;
  self->list[self->n++] = (GwEngineClash){ kind, index, rule };
}

static void
list_own (GwEngineCore *self)
{
  const GwEngineSlices *links = &self->problem->operation_links;
  bool has_skills = false, is_pinned = false;

  add (self, GW_ENGINE_CLASH_WINDOW, self->members[0], GW_ENGINE_RULE_NONE, GW_ENGINE_NONE);
  for (int32_t i = 0; i < self->n_members; i++)
    {
      const GwEngineOperation *op = &self->problem->operations[self->members[i]];

      has_skills |= op->skills != 0;
      is_pinned |= op->pin_shift != GW_ENGINE_NONE;
    }
  if (has_skills)
    add (self, GW_ENGINE_CLASH_SKILL, self->members[0], GW_ENGINE_RULE_NONE, GW_ENGINE_NONE);
  if (is_pinned)
    add (self, GW_ENGINE_CLASH_PIN, self->members[0], GW_ENGINE_RULE_NONE, GW_ENGINE_NONE);
  for (int32_t i = 0; i < self->n_members; i++)
    for (int32_t k = links->first[self->members[i]]; k < links->first[self->members[i] + 1]; k++)
      {
        int32_t l = links->items[k];
        const GwEngineLink *link = &self->problem->links[l];
        int32_t other = link->a == self->members[i] ? link->b : link->a;

        /* A link between members is met twice. */
        if (!link->is_soft &&
            (self->problem->unit_of[other] != self->problem->unit_of[self->members[0]] ||
             link->a == self->members[i]))
          add (self, GW_ENGINE_CLASH_LINK, l, GW_ENGINE_RULE_NONE, GW_ENGINE_NONE);
      }
}

static void
list_colleagues (GwEngineCore *self)
{
  const GwEngineProblem *problem = self->problem;
  const int32_t *away = problem->colleague_absences.first;

  for (int32_t c = 0; c < problem->n_colleagues; c++)
    for (int32_t i = 0; i < self->n_members && self->is_present[c]; i++)
      {
        uint8_t reason =
            problem->assign_reason[(int64_t) self->members[i] * problem->n_colleagues + c];

        if (reason == 0)
          continue;
        add (self, GW_ENGINE_CLASH_FIT, c, (GwEngineRule) (reason - 1), GW_ENGINE_NONE);
        break;
      }
  for (int32_t c = 0; c < problem->n_colleagues; c++)
    if (self->is_present[c] && away[c] != away[c + 1])
      add (self, GW_ENGINE_CLASH_AWAY, c, GW_ENGINE_RULE_NONE, GW_ENGINE_NONE);
}

/* Visits (one entry a unit) and blocks of the shifts of those days. */
static void
list_others (GwEngineCore *self)
{
  const GwEngineProblem *problem = self->problem;
  const GwEngineSlices *units = &problem->unit_operations;

  for (int32_t u = 0; u < problem->n_units; u++)
    for (int32_t i = units->first[u]; i < units->first[u + 1]; i++)
      {
        int32_t o = units->items[i], s = self->plan->shift_of[o];

        if (s < 0 || !self->is_shift[s] || u == problem->unit_of[self->members[0]])
          continue;
        add (self, GW_ENGINE_CLASH_VISIT, o, GW_ENGINE_RULE_NONE, s);
        break;
      }
  for (int32_t b = 0; b < problem->n_blocks; b++)
    if (self->is_shift[problem->blocks[b].shift])
      add (self, GW_ENGINE_CLASH_BLOCK, b, GW_ENGINE_RULE_NONE, problem->blocks[b].shift);
}

/* Whether shift @s lies on a day on which the visit could be. */
static bool
is_on_day (const GwEngineCore *self, int32_t s)
{
  const GwEngineProblem *problem = self->problem;
  const GwEngineOperation *op = &problem->operations[self->members[0]];

  if (!problem->shifts[s].may_take)
    return false;
  for (int32_t w = op->first_window; w < op->first_window + op->n_windows; w++)
    {
      int32_t ticks = problem->settings.ticks_per_day;
      int32_t day = gw_engine_round_down (problem->windows[w].open, ticks);

      if (problem->shifts[s].start < day + ticks && problem->shifts[s].end > day)
        return true;
    }
  return false;
}

static bool
list_all (GwEngineCore *self)
{
  const GwEngineProblem *problem = self->problem;
  size_t most = 3 + (size_t) problem->n_links + 2 * (size_t) problem->n_colleagues +
                (size_t) problem->n_units + (size_t) problem->n_blocks;

  self->shifts = GW_ENGINE_NEW (&self->arena, int32_t, problem->n_shifts);
  self->is_shift = GW_ENGINE_NEW (&self->arena, uint8_t, problem->n_shifts);
  self->is_freed = GW_ENGINE_NEW (&self->arena, uint8_t, problem->n_shifts);
  self->is_present = GW_ENGINE_NEW (&self->arena, uint8_t, problem->n_colleagues);
  self->list = GW_ENGINE_NEW (&self->arena, GwEngineClash, most);
  self->shift_of = GW_ENGINE_NEW (&self->arena, int32_t, most);
  self->is_gone = GW_ENGINE_NEW (&self->arena, uint8_t, most);
  self->grouped = GW_ENGINE_NEW (&self->arena, int32_t, most);
  self->group_first = GW_ENGINE_NEW (&self->arena, int32_t, most + 1);
  if (self->arena.has_failed)
    return false;
  for (int32_t s = 0; s < problem->n_shifts; s++)
    if (is_on_day (self, s))
      {
        self->is_shift[s] = 1;
        self->shifts[self->n_shifts++] = s;
        if (self->plan->colleague_of[s] >= 0)
          self->is_present[self->plan->colleague_of[s]] = 1;
      }
  list_own (self);
  list_colleagues (self);
  list_others (self);
  return true;
}

/* --- Deletion ---------------------------------------------------------------------------------- */

/* Whether it is in the visit's links that @operation is where it is. */
static bool
is_linked (const GwEngineCore *self, int32_t operation)
{
  const GwEngineSlices *links = &self->problem->operation_links;

  for (int32_t i = 0; i < self->n_members; i++)
    for (int32_t k = links->first[self->members[i]]; k < links->first[self->members[i] + 1]; k++)
      {
        const GwEngineLink *link = &self->problem->links[links->items[k]];

        if (self->problem->unit_of[link->a] == self->problem->unit_of[operation] ||
            self->problem->unit_of[link->b] == self->problem->unit_of[operation])
          return true;
      }
  return false;
}

/* Notes in is_freed[] the shifts in which a place may appear when the thing at @k goes. Returns false
 * when that may be in any. */
static bool
note_freed (GwEngineCore *self, int32_t k)
{
  const GwEngineSlices *units = &self->problem->unit_operations;
  const GwEngineClash *clash = &self->list[k];
  int32_t unit;

  if (clash->kind == GW_ENGINE_CLASH_BLOCK)
    self->is_freed[self->shift_of[k]] = 1;
  else if (clash->kind == GW_ENGINE_CLASH_FIT || clash->kind == GW_ENGINE_CLASH_AWAY)
    {
      for (int32_t i = 0; i < self->n_shifts; i++)
        self->is_freed[self->shifts[i]] |= self->plan->colleague_of[self->shifts[i]] ==
                                           clash->index;
    }
  else if (clash->kind == GW_ENGINE_CLASH_VISIT && !is_linked (self, clash->index))
    {
      unit = self->problem->unit_of[clash->index];
      for (int32_t i = units->first[unit]; i < units->first[unit + 1]; i++)
        if (self->plan->shift_of[units->items[i]] >= 0)
          self->is_freed[self->plan->shift_of[units->items[i]]] = 1;
    }
  else
    return false;
  return true;
}

/* Takes away the @n groups from @first, of which nothing is gone yet and without which there is no
 * place so far, unless there is one then. */
static bool
try_groups (GwEngineCore *self, int32_t first, int32_t n)
{
  const uint8_t *freed = self->is_freed;

  memset (self->is_freed, 0, (size_t) self->problem->n_shifts);
  for (int32_t i = self->group_first[first]; i < self->group_first[first + n]; i++)
    {
      gw_engine_core_set_gone (self, self->grouped[i], true);
      if (!note_freed (self, self->grouped[i]))
        freed = NULL;
    }
  if (!gw_engine_core_fits (self, freed))
    return true;
  for (int32_t i = self->group_first[first]; i < self->group_first[first + n]; i++)
    gw_engine_core_set_gone (self, self->grouped[i], false);
  return false;
}

/* Takes away those of the @n groups from @first of which none makes a place: all at once, or else in
 * two halves, one after the other. Each is kept or not as if they were asked about one by one. */
static void
drop_groups (GwEngineCore *self, int32_t first, int32_t n)
{
  if (n == 0 || try_groups (self, first, n) || n == 1)
    return;
  drop_groups (self, first, n / 2);
  drop_groups (self, first + n / 2, n - n / 2);
}

/* Groups what is left of the list: @by_shift by the shift it is in, else each thing by itself, from
 * the end: what is agreed with the person goes last, and stays if anything does. */
static void
group (GwEngineCore *self, bool by_shift)
{
  self->n_grouped = self->n_groups = 0;
  for (int32_t i = 0; by_shift && i < self->n_shifts; i++)
    {
      int32_t before = self->n_grouped;

      for (int32_t k = 0; k < self->n; k++)
        if (self->shift_of[k] == self->shifts[i])
          self->grouped[self->n_grouped++] = k;
      if (self->n_grouped > before)
        self->group_first[self->n_groups++] = before;
    }
  for (int32_t k = self->n - 1; !by_shift && k >= 0; k--)
    if (!self->is_gone[k])
      {
        self->group_first[self->n_groups++] = self->n_grouped;
        self->grouped[self->n_grouped++] = k;
      }
  self->group_first[self->n_groups] = self->n_grouped;
}

/* Shifts first, since most of them have nothing to do with it; then things by themselves; then once
 * more, since where others give way one thing may make room for another. */
static void
shrink (GwEngineCore *self)
{
  group (self, true);
  drop_groups (self, 0, self->n_groups);
  group (self, false);
  drop_groups (self, 0, self->n_groups);
  group (self, false);
  for (int32_t i = 0; i < self->n_groups; i++)
    try_groups (self, i, 1);
}

/* Other visits stay at their times from now on: it is those that people know. */
static void
hold_others (GwEngineCore *self)
{
  for (int32_t o = 0; o < self->problem->n_operations; o++)
    if (self->plan->shift_of[o] >= 0)
      {
        self->view.operations[o].pin_shift = self->plan->shift_of[o];
        self->view.operations[o].pin_start = self->plan->start_of[o];
      }
  gw_engine_core_drop_pricer (self);
}

static GwEngineCoreStatus
find (GwEngineCore *self)
{
  if (gw_engine_core_fits (self, NULL))
    return GW_ENGINE_CORE_FITS;
  hold_others (self);
  for (int32_t k = 0; k < self->n; k++)
    gw_engine_core_set_gone (self, k, true);
  if (!gw_engine_core_fits (self, NULL))
    return GW_ENGINE_CORE_NOBODY;
  for (int32_t k = 0; k < self->n; k++)
    gw_engine_core_set_gone (self, k, false);
  shrink (self);
  return GW_ENGINE_CORE_FOUND;
}

GwEngineCoreStatus
gw_engine_find_core (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t operation,
                     GwEngineClash *clashes, int32_t max, int32_t *n)
{
  const GwEngineSlices *units = &problem->unit_operations;
  int32_t first = units->first[problem->unit_of[operation]];
  GwEngineCore self = { .problem = problem,
                        .plan = plan,
                        .members = units->items + first,
                        .n_members = units->first[problem->unit_of[operation] + 1] - first };
  GwEngineCoreStatus status = GW_ENGINE_CORE_NO_MEMORY;

  *n = 0;
  if (list_all (&self) && gw_engine_core_make_view (&self))
    status = find (&self);
  for (int32_t k = 0; k < self.n && status == GW_ENGINE_CORE_FOUND; k++)
    if (!self.is_gone[k])
      {
        if (*n == max)
          status = GW_ENGINE_CORE_TOO_MANY;
        else
          clashes[(*n)++] = self.list[k];
      }
  gw_engine_core_drop_pricer (&self);
  gw_engine_arena_clear (&self.arena);
  return self.has_failed ? GW_ENGINE_CORE_NO_MEMORY : status;
}
