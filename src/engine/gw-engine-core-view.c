/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The view of a search for a clashing set: taking things away from the problem and its plan, and
 * putting them back.
 */
#include <string.h>

#include "gw-engine-core-private.h"
#include "gw-engine-run.h"

/* --- The view -------------------------------------------------------------------------------- */

static void *
copy (GwEngineCore *self, const void *array, size_t n, size_t spare, size_t size)
{
  void *memory = gw_engine_arena_alloc (&self->arena, n + spare, size);

  if (memory != NULL && n > 0)
    memcpy (memory, array, n * size);
  return memory;
}

#define COPY(self, member, n, spare)                                               \
  ((self)->view.member = copy (self, (self)->problem->member, (size_t) (n), spare, \
                               sizeof *(self)->problem->member))

/* The whole day of the member's first window as a window of its own, behind the others. */
static void
add_day_window (GwEngineCore *self, int32_t i)
{
  const GwEngineOperation *op = &self->problem->operations[self->members[i]];
  int32_t ticks = self->problem->settings.ticks_per_day, day = 0;

  if (op->n_windows > 0)
    day = gw_engine_round_down (self->problem->windows[op->first_window].open, ticks);
  self->view.windows[self->problem->n_windows + i] = (GwEngineWindow){ day, day + 2 * ticks,
                                                                       GW_ENGINE_NO_TIME };
}

/* All shifts of the visit's days are looked at, also those that its windows do not meet. */
static bool
widen_shifts (GwEngineCore *self)
{
  GwEngineSlices *slices = &self->view.operation_shifts;
  const GwEngineSlices *old = &self->problem->operation_shifts;
  int32_t n_operations = self->problem->n_operations, n = 0;

  slices->first = GW_ENGINE_NEW (&self->arena, int32_t, n_operations + 1);
  slices->items = GW_ENGINE_NEW (&self->arena, int32_t,
                                 old->first[n_operations] + self->n_members * self->n_shifts);
  for (int32_t o = 0; o < n_operations && !self->arena.has_failed; o++)
    {
      bool is_member = self->problem->unit_of[o] == self->problem->unit_of[self->members[0]];
      const int32_t *items = is_member ? self->shifts : old->items + old->first[o];
      int32_t n_items = is_member ? self->n_shifts : old->first[o + 1] - old->first[o];

      memcpy (slices->items + n, items, (size_t) n_items * sizeof (int32_t));
      n += n_items;
      slices->first[o + 1] = n;
    }
  return !self->arena.has_failed;
}

bool
gw_engine_core_make_view (GwEngineCore *self)
{
  const GwEngineProblem *problem = self->problem;

  gw_engine_problem_view (problem, &self->view);
  COPY (self, operations, problem->n_operations, 0);
  COPY (self, windows, problem->n_windows, (size_t) self->n_members);
  COPY (self, links, problem->n_links, 0);
  COPY (self, fits, problem->n_fits, 0);
  COPY (self, absences, problem->n_absences, 0);
  COPY (self, blocks, problem->n_blocks, 0);
  COPY (self, item_duration, problem->n_items, 0);
  COPY (self, item_place, problem->n_items, 0);
  COPY (self, assign_reason, (size_t) problem->n_operations * (size_t) problem->n_colleagues, 0);
  if (self->arena.has_failed)
    return false;
  self->view.n_windows += self->n_members;
  for (int32_t i = 0; i < self->n_members; i++)
    add_day_window (self, i);
  return widen_shifts (self);
}

/* --- Taking away, and putting back ------------------------------------------------------------ */

static void
free_window (GwEngineCore *self, int32_t i, bool is_gone)
{
  int32_t o = self->members[i];
  GwEngineOperation *op = &self->view.operations[o];

  op->first_window = is_gone ? self->problem->n_windows + i
                             : self->problem->operations[o].first_window;
  op->n_windows = is_gone ? 1 : self->problem->operations[o].n_windows;
}

static void
free_fit (GwEngineCore *self, int32_t o, int32_t c, bool is_gone)
{
  int64_t cell = (int64_t) o * self->problem->n_colleagues + c;

  self->view.assign_reason[cell] = is_gone ? 0 : self->problem->assign_reason[cell];
  for (int32_t next = self->problem->fit_of[cell]; next > 0;
       next = self->problem->next_fit[next - 1])
    {
      int32_t f = next - 1;

      self->view.fits[f] = self->problem->fits[f];
      if (is_gone &&
          gw_engine_rule_get_info (self->view.fits[f].rule)->level == GW_ENGINE_LEVEL_HARD)
        self->view.fits[f] = (GwEngineFit){ o, c, GW_ENGINE_RULE_CHOICE, 0 };
    }
}

static void
free_absences (GwEngineCore *self, int32_t c, bool is_gone)
{
  const GwEngineSlices *slices = &self->problem->colleague_absences;

  for (int32_t i = slices->first[c]; i < slices->first[c + 1]; i++)
    {
      int32_t a = slices->items[i];

      self->view.absences[a] = self->problem->absences[a];
      if (is_gone)
        self->view.absences[a].end = self->view.absences[a].start;
    }
}

static void
free_visit (GwEngineCore *self, int32_t operation, bool is_gone)
{
  const GwEngineSlices *units = &self->problem->unit_operations;
  int32_t unit = self->problem->unit_of[operation];

  for (int32_t i = units->first[unit]; self->pricer != NULL && i < units->first[unit + 1]; i++)
    gw_engine_pricer_follow (self->pricer, units->items[i],
                             is_gone ? GW_ENGINE_NONE : self->plan->shift_of[units->items[i]]);
}

static void
free_block (GwEngineCore *self, int32_t b, bool is_gone)
{
  int32_t item = self->problem->n_operations + b;
  const GwEngineShift *shift = &self->problem->shifts[self->problem->blocks[b].shift];

  self->view.item_duration[item] = is_gone ? 0 : self->problem->item_duration[item];
  self->view.item_place[item] = is_gone ? GW_ENGINE_NONE : self->problem->item_place[item];
  self->view.blocks[b] = self->problem->blocks[b];
  if (is_gone)
    {
      self->view.blocks[b].earliest = shift->start;
      self->view.blocks[b].latest = shift->end;
      self->view.blocks[b].place = GW_ENGINE_NONE;
    }
  if (self->pricer != NULL)
    gw_engine_pricer_reread_block (self->pricer, b);
}

void
gw_engine_core_drop_pricer (GwEngineCore *self)
{
  gw_engine_pricer_free (self->pricer);
  self->pricer = NULL;
}

void
gw_engine_core_set_gone (GwEngineCore *self, int32_t k, bool is_gone)
{
  const GwEngineClash *clash = &self->list[k];
  const GwEngineOperation *own = self->problem->operations;

  self->is_gone[k] = is_gone;
  switch (clash->kind)
    {
    case GW_ENGINE_CLASH_LINK:
      self->view.links[clash->index] = self->problem->links[clash->index];
      if (is_gone)
        {
          GwEngineLink *link = &self->view.links[clash->index];

          *link = (GwEngineLink){ GW_ENGINE_LINK_LAG, link->a,   link->b,
                                  GW_ENGINE_NO_TIME,  INT32_MAX, true };
        }
      gw_engine_core_drop_pricer (self);
      return;
    case GW_ENGINE_CLASH_AWAY:
      free_absences (self, clash->index, is_gone);
      if (self->pricer != NULL)
        gw_engine_pricer_forget_runs (self->pricer, clash->index);
      return;
    case GW_ENGINE_CLASH_VISIT:
      free_visit (self, clash->index, is_gone);
      return;
    case GW_ENGINE_CLASH_BLOCK:
      free_block (self, clash->index, is_gone);
      return;
    case GW_ENGINE_CLASH_WINDOW:
    case GW_ENGINE_CLASH_SKILL:
    case GW_ENGINE_CLASH_PIN:
    case GW_ENGINE_CLASH_FIT:
    default:
      break;
    }
  for (int32_t i = 0; i < self->n_members; i++)
    {
      int32_t o = self->members[i];
      GwEngineOperation *op = &self->view.operations[o];

      if (clash->kind == GW_ENGINE_CLASH_WINDOW)
        free_window (self, i, is_gone);
      else if (clash->kind == GW_ENGINE_CLASH_SKILL)
        op->skills = is_gone ? 0 : own[o].skills;
      else if (clash->kind == GW_ENGINE_CLASH_FIT)
        free_fit (self, o, clash->index, is_gone);
      else
        {
          op->pin_shift = is_gone ? GW_ENGINE_NONE : own[o].pin_shift;
          op->pin_start = is_gone ? GW_ENGINE_NO_TIME : own[o].pin_start;
        }
    }
  if (clash->kind != GW_ENGINE_CLASH_FIT)
    gw_engine_core_drop_pricer (self);
}

/* A pricer of the view and of what is left of the plan. */
static bool
make_pricer (GwEngineCore *self)
{
  if (self->pricer != NULL)
    return true;
  self->pricer = gw_engine_pricer_new (&self->view, self->plan);
  self->has_failed |= self->pricer == NULL;
  for (int32_t k = 0; k < self->n && self->pricer != NULL; k++)
    if (self->is_gone[k] && self->list[k].kind == GW_ENGINE_CLASH_VISIT)
      free_visit (self, self->list[k].index, true);
  return self->pricer != NULL;
}

bool
gw_engine_core_fits (GwEngineCore *self, const uint8_t *shifts)
{
  return make_pricer (self) && gw_engine_price_has_place (self->pricer, self->members[0], shifts);
}
