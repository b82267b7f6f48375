/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workings of a pricer: changing the working copy, measuring the change by the parts of the
 * score that it touches, and finding a slot that disturbs others least.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-price-private.h"

/* What a minute by which others move weighs against one that the visit itself is off its aim. */
#define MINUTE_MOVED 1000000
/* Breaks and role times of a shift that look for new times. */
#define MOST_LOOSE 3

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
        self->timer.own_start[o] = plan->start_of[o];
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

/* --- Measuring ------------------------------------------------------------------------------- */

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

static int32_t
add_part (GwEnginePricer *self, int32_t n, int32_t part)
{
  if (part >= 0 && !self->part_is_listed[part])
    {
      self->part_is_listed[part] = 1;
      self->parts[n++] = part;
    }
  return n;
}

typedef void (*ScorePart) (GwEngineTally *tally, const GwEnginePlan *plan, int32_t part);

/* Scores the @n parts that are listed before and after, and empties the list. */
static void
score_parts (GwEnginePricer *self, ScorePart score, int32_t n, GwEngineTally *before,
             GwEngineTally *after)
{
  for (int32_t i = 0; i < n; i++)
    {
      score (before, self->plan, self->parts[i]);
      score (after, self->work, self->parts[i]);
      self->part_is_listed[self->parts[i]] = 0;
    }
}

/* Operations that changed, and the alternatives whose absence counts through them. */
static void
measure_operations (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  const GwEngineSlices *groups = &self->problem->group_operations;
  int32_t n = 0;

  for (int32_t i = 0; i < self->n_changed; i++)
    {
      int32_t o = self->changed[i], group = self->problem->operations[o].alternative;

      n = add_part (self, n, o);
      for (int32_t k = group >= 0 ? groups->first[group] : 0;
           group >= 0 && k < groups->first[group + 1]; k++)
        n = add_part (self, n, groups->items[k]);
    }
  score_parts (self, gw_engine_score_operation, n, before, after);
}

static void
measure_links (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  const GwEngineSlices *links = &self->problem->operation_links;
  int32_t n = 0;

  for (int32_t i = 0; i < self->n_changed; i++)
    for (int32_t k = links->first[self->changed[i]]; k < links->first[self->changed[i] + 1]; k++)
      n = add_part (self, n, links->items[k]);
  score_parts (self, gw_engine_score_link, n, before, after);
}

static void
measure_persons (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  int32_t n = 0;

  for (int32_t i = 0; i < self->n_changed; i++)
    n = add_part (self, n, self->problem->operations[self->changed[i]].person);
  score_parts (self, gw_engine_score_person, n, before, after);
}

static void
measure_shifts (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  for (int32_t i = 0; i < self->n_touched; i++)
    {
      int32_t s = self->touched[i], n;

      gw_engine_score_shift (before, self->plan, s, self->items + (int64_t) s * self->capacity,
                             self->n_items[s]);
      n = gw_engine_pricer_list (self, s, GW_ENGINE_NONE, self->list);
      gw_engine_score_shift (after, self->work, s, self->list, n);
    }
}

static void
measure_colleague (GwEnginePricer *self, GwEngineTally *tally, const GwEnginePlan *plan, int32_t c)
{
  int32_t n;

  if (c < 0)
    return;
  n = gw_engine_score_list_shifts (self->problem, plan->colleague_of, c, self->shifts);
  gw_engine_score_colleague (tally, c, self->shifts, n);
}

static void
measure_colleagues (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  int32_t old, new;

  if (self->handed < 0)
    return;
  old = self->plan->colleague_of[self->handed];
  new = self->work->colleague_of[self->handed];
  if (old == new)
    return;
  measure_colleague (self, before, self->plan, old);
  measure_colleague (self, before, self->plan, new);
  measure_colleague (self, after, self->work, old);
  measure_colleague (self, after, self->work, new);
}

static void
measure_all (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  measure_operations (self, before, after);
  measure_links (self, before, after);
  measure_persons (self, before, after);
  measure_shifts (self, before, after);
  measure_colleagues (self, before, after);
}

/* Finds whom the broken rule is about, in what was just measured. */
static void
find_culprit (const GwEnginePricer *self, GwEnginePrice *price)
{
  const GwEngineContributions *before = &self->before_list, *after = &self->after_list;
  int64_t most = 0;

  for (int32_t i = 0; i < after->n_items; i++)
    {
      const GwEngineContribution *item = &after->items[i];
      int64_t amount = item->amount;

      if (item->rule != price->broken)
        continue;
      for (int32_t k = 0; k < before->n_items; k++)
        if (before->items[k].rule == item->rule && before->items[k].subject == item->subject &&
            before->items[k].index == item->index)
          amount -= before->items[k].amount;
      if (amount > most)
        {
          most = amount;
          price->broken_subject = item->subject;
          price->broken_index = item->index;
        }
    }
}

static int32_t
count_retimed (const GwEnginePricer *self, const GwEnginePrice *price)
{
  int32_t n = 0;

  for (int32_t i = 0; i < self->n_changed; i++)
    {
      int32_t o = self->changed[i];

      n += o != price->operation && o != price->partner && self->work->shift_of[o] >= 0 &&
           self->work->start_of[o] != self->plan->start_of[o];
    }
  return n;
}

void
gw_engine_pricer_measure (GwEnginePricer *pricer, GwEnginePrice *price)
{
  int64_t old[GW_ENGINE_N_RULES] = { 0 };
  GwEngineTally before = { .problem = pricer->problem,
                           .by_rule = old,
                           .contributions = &pricer->before_list };
  GwEngineTally after = { .problem = pricer->problem,
                          .by_rule = price->by_rule,
                          .contributions = &pricer->after_list };

  pricer->before_list.n_items = pricer->after_list.n_items = 0;
  memset (price->by_rule, 0, sizeof price->by_rule);
  measure_all (pricer, &before, &after);
  price->delta = (GwEngineScore){ after.score.hard - before.score.hard,
                                  after.score.medium - before.score.medium,
                                  after.score.soft - before.score.soft };
  price->broken = GW_ENGINE_RULE_NONE;
  for (int rule = 0; rule < GW_ENGINE_N_RULES; rule++)
    {
      price->by_rule[rule] -= old[rule];
      if (price->by_rule[rule] > 0 && price->broken == GW_ENGINE_RULE_NONE &&
          gw_engine_rule_get_info ((GwEngineRule) rule)->level == GW_ENGINE_LEVEL_HARD)
        {
          price->broken = (GwEngineRule) rule;
          price->broken_amount = price->by_rule[rule];
        }
    }
  if (price->broken != GW_ENGINE_RULE_NONE)
    find_culprit (pricer, price);
  price->n_retimed = count_retimed (pricer, price);
}

/* --- Fitting --------------------------------------------------------------------------------- */

GwEngineRule
gw_engine_pricer_who (const GwEnginePricer *pricer, int32_t operation, int32_t s)
{
  const GwEngineProblem *problem = pricer->problem;
  int32_t c = pricer->work->colleague_of[s];
  uint8_t reason;

  if (c < 0)
    return GW_ENGINE_RULE_NO_COLLEAGUE;
  if ((problem->operations[operation].skills &
       ~gw_engine_skills (problem, c, problem->shifts[s].day)) != 0 &&
      problem->settings.weight[GW_ENGINE_RULE_SKILL] != 0)
    return GW_ENGINE_RULE_SKILL;
  reason = problem->assign_reason[(int64_t) operation * problem->n_colleagues + c];
  return reason != 0 ? (GwEngineRule) (reason - 1) : GW_ENGINE_RULE_NONE;
}

/* Minutes that visits other than @operation start away from where they are. That a break moves
 * disturbs nobody. */
static int64_t
displaced (const GwEnginePricer *self, int32_t operation, int32_t n)
{
  int64_t minutes = 0;

  for (int32_t i = 0; i < n; i++)
    if (self->trial[i] != operation && self->trial[i] < self->problem->n_operations)
      minutes += abs (self->timer.start[i] - self->aim[self->trial[i]]);
  return minutes;
}

/* The time a visit that may start anywhere aims for. */
static int32_t
find_aim (const GwEnginePricer *self, int32_t operation, int32_t s)
{
  const GwEngineShift *shift = &self->problem->shifts[s];
  const GwEngineTimer *timer = &self->timer;

  for (int32_t w = timer->first_window[2 * operation]; w < timer->first_window[2 * operation + 1];
       w++)
    if (timer->windows[w].close >= shift->start - shift->flex_before &&
        timer->windows[w].ideal != GW_ENGINE_NO_TIME)
      return timer->windows[w].ideal;
  return GW_ENGINE_NO_TIME;
}

/* What makes one fitting better than another: others move less, then nearer to what is aimed
 * for. */
static int64_t
judge (const GwEnginePricer *self, int32_t operation, int32_t slot, int32_t n)
{
  int64_t minutes = displaced (self, operation, n);
  int32_t aim = self->aim[operation];

  return minutes * MINUTE_MOVED +
         (aim == GW_ENGINE_NO_TIME ? 0 : abs (self->timer.start[slot] - aim));
}

/* Whether @start, or all windows, lie outside the shift. */
static bool
is_out_of_reach (const GwEnginePricer *self, int32_t operation, int32_t s, int32_t start)
{
  const GwEngineShift *shift = &self->problem->shifts[s];
  int32_t low = shift->start - shift->flex_before;
  int32_t high = shift->end + shift->flex_after - self->problem->item_duration[operation];

  if (start != GW_ENGINE_NO_TIME)
    return start < low || start > high;
  for (int32_t w = self->timer.first_window[2 * operation];
       w < self->timer.first_window[2 * operation + 1]; w++)
    if (self->timer.windows[w].open <= high && self->timer.windows[w].close >= low)
      return false;
  return true;
}

/* Keeps the run in trial, which the timer has just timed, when it is the best so far. */
static void
keep_better (GwEnginePricer *self, int32_t operation, int32_t n, int64_t *best)
{
  int64_t value;
  int32_t slot = 0;

  while (self->trial[slot] != operation)
    slot++;
  value = judge (self, operation, slot, n);
  if (value >= *best)
    return;
  *best = value;
  memcpy (self->best_trial, self->trial, (size_t) n * sizeof (int32_t));
  memcpy (self->best_start, self->timer.start, (size_t) n * sizeof (int32_t));
}

/* Tries every slot of the run of @n items in list[]; best_trial gets the best. */
static void
try_slots (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t n, int64_t *best)
{
  memcpy (self->trial + 1, self->list, (size_t) n * sizeof (int32_t));
  /* The operation wanders through the run from slot 0 to slot n. */
  for (int32_t slot = 0; slot <= n; slot++)
    {
      if (slot > 0)
        self->trial[slot - 1] = self->trial[slot];
      self->trial[slot] = operation;
      if (gw_engine_timer_run (&self->timer, s, c, self->trial, n + 1))
        keep_better (self, operation, n + 1, best);
    }
}

/* Puts the blocks from loose[@b] on into the @n items of trial[] in every way that moves visits less
 * than the best so far. */
static void
fit_blocks (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t b, int32_t n,
            int64_t *best)
{
  int32_t *trial = self->trial;

  if (!gw_engine_timer_run (&self->timer, s, c, trial, n) ||
      displaced (self, operation, n) * MINUTE_MOVED >= *best)
    return;
  if (b == self->n_loose)
    keep_better (self, operation, n, best);
  for (int32_t slot = 0; slot <= n && b < self->n_loose; slot++)
    {
      memmove (trial + slot + 1, trial + slot, (size_t) (n - slot) * sizeof *trial);
      trial[slot] = self->loose[b];
      fit_blocks (self, operation, s, c, b + 1, n + 1, best);
      memmove (trial + slot, trial + slot + 1, (size_t) (n - slot) * sizeof *trial);
    }
}

/* Moves the blocks that may move from list[] to loose[]; returns how many items are left. */
static int32_t
loosen_blocks (GwEnginePricer *self, int32_t n)
{
  const GwEngineProblem *problem = self->problem;
  int32_t n_left = 0;

  self->n_loose = 0;
  for (int32_t i = 0; i < n; i++)
    {
      int32_t item = self->list[i], b = item - problem->n_operations;

      if (b >= 0 && problem->blocks[b].earliest < problem->blocks[b].latest &&
          self->n_loose < MOST_LOOSE)
        self->loose[self->n_loose++] = item;
      else
        self->list[n_left++] = item;
    }
  return n_left;
}

/* Tries every slot among the @n items in list[] while breaks and role time look for new times. */
static void
try_slots_with_blocks (GwEnginePricer *self, int32_t operation, int32_t s, int32_t c, int32_t n,
                       int64_t *best)
{
  int32_t n_left = loosen_blocks (self, n);

  for (int32_t slot = 0; slot <= n_left && self->n_loose > 0; slot++)
    {
      memcpy (self->trial, self->list, (size_t) slot * sizeof (int32_t));
      self->trial[slot] = operation;
      memcpy (self->trial + slot + 1, self->list + slot,
              (size_t) (n_left - slot) * sizeof (int32_t));
      fit_blocks (self, operation, s, c, 0, n_left + 1, best);
    }
}

bool
gw_engine_pricer_fit (GwEnginePricer *pricer, int32_t operation, int32_t s, int32_t start,
                      GwEngineFitting *fitting)
{
  int32_t c = pricer->work->colleague_of[s], n, old_aim = pricer->aim[operation];
  int64_t best = INT64_MAX;

  if (c < 0 || is_out_of_reach (pricer, operation, s, start))
    return false;
  n = gw_engine_pricer_list (pricer, s, operation, pricer->list);
  pricer->aim[operation] = start != GW_ENGINE_NO_TIME ? start : find_aim (pricer, operation, s);
  pricer->timer.locked_item = start != GW_ENGINE_NO_TIME ? operation : GW_ENGINE_NONE;
  pricer->timer.locked_start = start;
  try_slots (pricer, operation, s, c, n, &best);
  /* Nobody should be in the way of a break, nor a break in the way of a visit. */
  if (best >= MINUTE_MOVED)
    try_slots_with_blocks (pricer, operation, s, c, n, &best);
  pricer->timer.locked_item = GW_ENGINE_NONE;
  pricer->aim[operation] = old_aim;
  fitting->n = n + 1;
  fitting->displaced = best / MINUTE_MOVED;
  return best != INT64_MAX;
}
