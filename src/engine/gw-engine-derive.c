/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the search wants to look up without thinking: who may do what at which cost, which
 * operations are placed together, which shifts an operation could be in at all, and which
 * operations are near each other in place and time.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-problem-private.h"
#include "gw-engine-small.h"

bool
gw_engine_problem_group (GwEngineArena *arena, GwEngineSlices *slices, int32_t n_owners,
                         int32_t n_items, const int32_t *owner_of)
{
  slices->first = GW_ENGINE_NEW (arena, int32_t, n_owners + 1);
  slices->items = GW_ENGINE_NEW (arena, int32_t, n_items);
  if (slices->first == NULL || slices->items == NULL)
    return false;
  for (int32_t i = 0; i < n_items; i++)
    if (owner_of[i] >= 0)
      slices->first[owner_of[i] + 1]++;
  for (int32_t i = 0; i < n_owners; i++)
    slices->first[i + 1] += slices->first[i];
  for (int32_t i = n_items - 1; i >= 0; i--)
    if (owner_of[i] >= 0)
      slices->items[--slices->first[owner_of[i] + 1]] = i;
  /* Each first[owner + 1] now is the owner's first item: move the table down by one. */
  memmove (slices->first, slices->first + 1, (size_t) n_owners * sizeof *slices->first);
  slices->first[n_owners] = 0;
  for (int32_t i = 0; i < n_items; i++)
    slices->first[n_owners] += owner_of[i] >= 0;
  return true;
}

static bool
derive_items (GwEngineProblem *self)
{
  self->n_items = self->n_operations + self->n_blocks;
  self->item_duration = GW_ENGINE_NEW (&self->arena, int32_t, self->n_items);
  self->item_place = GW_ENGINE_NEW (&self->arena, int32_t, self->n_items);
  if (self->item_duration == NULL || self->item_place == NULL)
    return false;
  for (int32_t i = 0; i < self->n_operations; i++)
    {
      self->item_duration[i] = self->operations[i].duration;
      self->item_place[i] = self->operations[i].place;
    }
  for (int32_t i = 0; i < self->n_blocks; i++)
    {
      self->item_duration[self->n_operations + i] = self->blocks[i].duration;
      self->item_place[self->n_operations + i] = self->blocks[i].place;
    }
  return true;
}

static bool
is_symmetric (const int32_t *travel, int64_t n)
{
  for (int64_t from = 0; from < n; from++)
    for (int64_t to = 0; to < from; to++)
      if (travel[from * n + to] != travel[to * n + from])
        return false;
  return true;
}

/* The ways to one place side by side, as the ways from it are. */
static bool
derive_travel (GwEngineProblem *self)
{
  int64_t n = self->n_places, cells = n * n;
  bool is_even = true;
  int32_t *turned;

  self->mode_of = GW_ENGINE_NEW (&self->arena, int32_t, self->n_colleagues);
  for (int32_t c = 0; c < self->n_colleagues && self->mode_of != NULL; c++)
    self->mode_of[c] = self->colleagues[c].mode;
  for (int32_t mode = 0; mode < self->n_modes && is_even; mode++)
    is_even = is_symmetric (self->travel + mode * cells, n);
  self->travel_to = self->travel;
  if (is_even)
    return self->mode_of != NULL;
  self->travel_to = turned = GW_ENGINE_NEW (&self->arena, int32_t, self->n_modes * cells);
  if (turned == NULL)
    return false;
  for (int64_t i = 0; i < self->n_modes * cells; i++)
    turned[i / cells * cells + i % n * n + i % cells / n] = self->travel[i];
  return self->mode_of != NULL;
}

static void
price_fits (GwEngineProblem *self)
{
  for (int32_t i = 0; i < self->n_fits; i++)
    {
      const GwEngineFit *fit = &self->fits[i];
      int64_t cell = (int64_t) fit->operation * self->n_colleagues + fit->colleague;
      int32_t weight = self->settings.weight[fit->rule];
      uint8_t reason = (uint8_t) (fit->rule + 1);

      if (gw_engine_rule_get_info (fit->rule)->level == GW_ENGINE_LEVEL_SOFT)
        self->assign_cost[cell] += (int64_t) fit->points * weight;
      else if (weight != 0 &&
               (self->assign_reason[cell] == 0 || self->assign_reason[cell] > reason))
        self->assign_reason[cell] = reason;
    }
}

static bool
derive_assignment (GwEngineProblem *self)
{
  const int32_t *weight = self->settings.weight;
  size_t n = (size_t) self->n_operations * (size_t) self->n_colleagues;

  self->assign_cost = GW_ENGINE_NEW (&self->arena, int64_t, n);
  self->assign_reason = GW_ENGINE_NEW (&self->arena, uint8_t, n);
  if (self->assign_cost == NULL || self->assign_reason == NULL)
    return false;
  price_fits (self);
  for (int32_t i = 0; i < self->n_operations; i++)
    for (int32_t c = 0; c < self->n_colleagues; c++)
      {
        const GwEngineOperation *op = &self->operations[i];
        int64_t *cost = &self->assign_cost[(int64_t) i * self->n_colleagues + c];

        if (op->person >= 0 && !gw_engine_problem_is_regular (self, op->person, c))
          *cost += weight[GW_ENGINE_RULE_REGULAR];
        if (op->reference_colleague >= 0 && op->reference_colleague != c)
          *cost += (int64_t) op->change_cost * weight[GW_ENGINE_RULE_STABLE_COLLEAGUE];
      }
  return true;
}

/* Operations joined by "together" form a unit; every other operation is one by itself. */
static bool
derive_units (GwEngineProblem *self)
{
  int32_t *parent = GW_ENGINE_NEW (&self->arena, int32_t, self->n_operations);
  int32_t *number = GW_ENGINE_NEW (&self->arena, int32_t, self->n_operations);

  self->unit_of = GW_ENGINE_NEW (&self->arena, int32_t, self->n_operations);
  if (parent == NULL || number == NULL || self->unit_of == NULL)
    return false;
  for (int32_t i = 0; i < self->n_operations; i++)
    parent[i] = i;
  for (int32_t i = 0; i < self->n_links; i++)
    if (self->links[i].kind == GW_ENGINE_LINK_TOGETHER)
      gw_engine_join (parent, self->links[i].a, self->links[i].b);
  for (int32_t i = 0; i < self->n_operations; i++)
    {
      int32_t root = gw_engine_root (parent, i);

      if (root == i)
        number[i] = self->n_units++;
      self->unit_of[i] = number[root];
    }
  return gw_engine_problem_group (&self->arena, &self->unit_operations, self->n_units,
                                  self->n_operations, self->unit_of);
}

/* Each link appears with both of its operations. */
static bool
derive_links (GwEngineProblem *self)
{
  GwEngineSlices *slices = &self->operation_links;
  int32_t *ends = GW_ENGINE_NEW (&self->arena, int32_t, 2 * self->n_links);

  if (ends == NULL)
    return false;
  for (int32_t i = 0; i < self->n_links; i++)
    {
      ends[2 * i] = self->links[i].a;
      ends[2 * i + 1] = self->links[i].b;
    }
  if (!gw_engine_problem_group (&self->arena, slices, self->n_operations, 2 * self->n_links, ends))
    return false;
  for (int32_t i = 0; i < 2 * self->n_links; i++)
    slices->items[i] /= 2;
  return true;
}

/* What is said about a colleague and an operation is looked up by the pair: of many teams much is said
 * about each operation. */
static bool
derive_fits (GwEngineProblem *self)
{
  size_t n = (size_t) self->n_operations * (size_t) self->n_colleagues;

  self->fit_of = GW_ENGINE_NEW (&self->arena, int32_t, n);
  self->next_fit = GW_ENGINE_NEW (&self->arena, int32_t, self->n_fits);
  if (self->fit_of == NULL || self->next_fit == NULL)
    return false;
  for (int32_t i = self->n_fits - 1; i >= 0; i--)
    {
      const GwEngineFit *fit = &self->fits[i];
      int64_t cell = (int64_t) fit->operation * self->n_colleagues + fit->colleague;

      self->next_fit[i] = self->fit_of[cell];
      self->fit_of[cell] = i + 1;
    }
  return true;
}

static bool
derive_owners (GwEngineProblem *self)
{
  int32_t n = self->n_operations + self->n_absences + self->n_wishes;
  int32_t *owner = GW_ENGINE_NEW (&self->arena, int32_t, n);
  bool done;

  if (owner == NULL)
    return false;
  for (int32_t i = 0; i < self->n_operations; i++)
    owner[i] = self->operations[i].alternative;
  done = gw_engine_problem_group (&self->arena, &self->group_operations, self->n_groups,
                                  self->n_operations, owner);
  for (int32_t i = 0; i < self->n_operations; i++)
    owner[i] = self->operations[i].person;
  done = done && gw_engine_problem_group (&self->arena, &self->person_operations, self->n_persons,
                                          self->n_operations, owner);
  for (int32_t i = 0; i < self->n_absences; i++)
    owner[i] = self->absences[i].colleague;
  done = done && gw_engine_problem_group (&self->arena, &self->colleague_absences,
                                          self->n_colleagues, self->n_absences, owner);
  for (int32_t i = 0; i < self->n_wishes; i++)
    owner[i] = self->wishes[i].colleague;
  return done && gw_engine_problem_group (&self->arena, &self->colleague_wishes, self->n_colleagues,
                                          self->n_wishes, owner);
}

/* The first operation of a visit stands for it. */
static bool
derive_visits (GwEngineProblem *self)
{
  const GwEngineSlices *slices = &self->person_operations;

  self->leads_visit = GW_ENGINE_NEW (&self->arena, uint8_t, self->n_operations);
  if (self->leads_visit == NULL)
    return false;
  for (int32_t p = 0; p < self->n_persons; p++)
    for (int32_t i = slices->first[p]; i < slices->first[p + 1]; i++)
      {
        int32_t visit = self->operations[slices->items[i]].visit;
        bool leads = true;

        for (int32_t k = slices->first[p]; k < i && leads && visit != GW_ENGINE_NONE; k++)
          leads = self->operations[slices->items[k]].visit != visit;
        self->leads_visit[slices->items[i]] = leads;
      }
  return true;
}

/* When visits of a shift may begin and must be over; nothing fits into one that takes none. */
typedef struct
{
  int32_t begin, end;
} Bounds;

static void
find_bounds (const GwEngineProblem *self, Bounds *bounds)
{
  for (int32_t s = 0; s < self->n_shifts; s++)
    {
      const GwEngineShift *shift = &self->shifts[s];

      bounds[s] = (Bounds){ INT32_MAX, INT32_MIN / 2 };
      if (shift->may_take && shift->n_eligible > 0)
        bounds[s] = (Bounds){ shift->start - shift->flex_before, shift->end + shift->flex_after };
    }
}

/* Whether @op, which is not pinned, could start in a shift at all. */
static inline bool
meets (const GwEngineProblem *self, const GwEngineOperation *op, const Bounds *bounds)
{
  const GwEngineWindow *windows = self->windows + op->first_window;

  for (int32_t i = 0; i < op->n_windows; i++)
    if (windows[i].open <= bounds->end - op->duration && windows[i].close >= bounds->begin)
      return true;
  return false;
}

/* Lists the shifts that @op could be in, or, with @shifts NULL, only counts them. */
static int64_t
list_shifts (const GwEngineProblem *self, const GwEngineOperation *op, const Bounds *bounds,
             int32_t *shifts)
{
  int64_t n = 0;

  if (op->pin_shift != GW_ENGINE_NONE)
    {
      if (shifts != NULL)
        shifts[0] = op->pin_shift;
      return 1;
    }
  for (int32_t s = 0; s < self->n_shifts; s++)
    if (meets (self, op, &bounds[s]))
      {
        if (shifts != NULL)
          shifts[n] = s;
        n++;
      }
  return n;
}

static bool
derive_shifts (GwEngineProblem *self)
{
  GwEngineSlices *slices = &self->operation_shifts;
  Bounds *bounds = GW_ENGINE_NEW (&self->arena, Bounds, self->n_shifts);
  int64_t n = 0;

  slices->first = GW_ENGINE_NEW (&self->arena, int32_t, self->n_operations + 1);
  if (slices->first == NULL || bounds == NULL)
    return false;
  find_bounds (self, bounds);
  for (int32_t i = 0; i < self->n_operations; i++)
    {
      n += list_shifts (self, &self->operations[i], bounds, NULL);
      if (n > INT32_MAX)
        return false;
      slices->first[i + 1] = (int32_t) n;
    }
  slices->items = GW_ENGINE_NEW (&self->arena, int32_t, n);
  if (slices->items == NULL)
    return false;
  for (int32_t i = 0; i < self->n_operations; i++)
    list_shifts (self, &self->operations[i], bounds, slices->items + slices->first[i]);
  return true;
}

static bool
derive_order (GwEngineProblem *self)
{
  self->rank_by_start = GW_ENGINE_NEW (&self->arena, int32_t, self->n_shifts);
  if (self->rank_by_start == NULL)
    return false;
  for (int32_t i = 0; i < self->n_shifts; i++)
    {
      int32_t j = i;

      for (; j > 0 && self->shifts[self->rank_by_start[j - 1]].start > self->shifts[i].start; j--)
        self->rank_by_start[j] = self->rank_by_start[j - 1];
      self->rank_by_start[j] = i;
    }
  return true;
}

bool
gw_engine_problem_derive (GwEngineProblem *problem)
{
  return derive_items (problem) && derive_travel (problem) && derive_assignment (problem) &&
         derive_units (problem) && derive_links (problem) && derive_fits (problem) &&
         derive_owners (problem) && derive_visits (problem) && derive_shifts (problem) &&
         gw_engine_problem_derive_near (problem) && derive_order (problem) &&
         gw_engine_problem_derive_islands (problem);
}
