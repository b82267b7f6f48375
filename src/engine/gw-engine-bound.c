/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether the costs of a problem could add up to more than 64 bits hold, whatever the plan: no
 * rota comes near it, but the ranges of single numbers alone do not rule it out. What everything
 * could cost at worst is added up, and stays at INT64_MAX once it is too much.
 */
#include <stdlib.h>

#include "gw-engine-builder-private.h"
#include "gw-engine-small.h"

/* Room for differences, and for what goes over the score: see the state's cost. */
#define MOST (INT64_MAX / 8)
/* The search counts a medium point as up to so many soft ones. */
#define MEDIUM_SCALE 100000

/* Adds @n times @amount times the weight of @rule, none of them negative. */
static void
add (const GwEngineBuilder *self, int64_t *sum, GwEngineRule rule, int64_t n, int64_t amount)
{
  int64_t cost;

  if (__builtin_mul_overflow (n, amount, &cost) ||
      __builtin_mul_overflow (cost, (int64_t) self->settings.weight[rule], &cost) ||
      __builtin_add_overflow (*sum, cost, sum))
    *sum = INT64_MAX;
}

static void
stretch (int32_t *first, int32_t *last, int32_t time)
{
  if (time == GW_ENGINE_NO_TIME)
    return;
  *first = gw_engine_min (*first, time);
  *last = gw_engine_max (*last, time);
}

/* How far apart two times can be that anything names. */
static int64_t
find_span (const GwEngineBuilder *self)
{
  int32_t first = INT32_MAX, last = INT32_MIN;

  for (int i = 0; i < self->n_windows; i++)
    {
      stretch (&first, &last, self->windows[i].window.open);
      stretch (&first, &last, self->windows[i].window.close);
      stretch (&first, &last, self->windows[i].window.ideal);
    }
  for (int i = 0; i < self->n_operations; i++)
    {
      stretch (&first, &last, self->operations[i].pin_start);
      stretch (&first, &last, self->operations[i].reference_start);
    }
  for (int i = 0; i < self->n_shifts; i++)
    {
      stretch (&first, &last, self->shifts[i].start - self->shifts[i].flex_before);
      stretch (&first, &last, self->shifts[i].end + self->shifts[i].flex_after);
    }
  return first > last ? 0 : (int64_t) last - first;
}

static int64_t
add_medium (const GwEngineBuilder *self)
{
  int64_t sum = 0;

  for (int i = 0; i < self->n_operations; i++)
    if (!self->operations[i].is_optional)
      add (self, &sum, GW_ENGINE_RULE_UNPLACED, 1, self->operations[i].priority);
  for (int i = 0; i < self->n_shifts; i++)
    add (self, &sum, GW_ENGINE_RULE_OPEN_SHIFT, 1, self->shifts[i].open_priority);
  return sum;
}

static void
add_operations (const GwEngineBuilder *self, int64_t *sum)
{
  const GwEngineSettings *settings = &self->settings;
  int64_t n = self->n_operations, span = find_span (self), change = 0, optional = 0;

  for (int i = 0; i < self->n_operations; i++)
    {
      change += self->operations[i].change_cost;
      optional += self->operations[i].is_optional ? self->operations[i].priority : 0;
    }
  add (self, sum, GW_ENGINE_RULE_STABLE_COLLEAGUE, 1, change);
  add (self, sum, GW_ENGINE_RULE_OPTIONAL, 1, optional);
  add (self, sum, GW_ENGINE_RULE_REGULAR, n, 1);
  add (self, sum, GW_ENGINE_RULE_IDEAL, n, span);
  add (self, sum, GW_ENGINE_RULE_TOLERANCE, n, span);
  add (self, sum, GW_ENGINE_RULE_STABLE_TIME, n, span);
  add (self, sum, GW_ENGINE_RULE_BUFFER, n,
       settings->buffer_min + (int64_t) GW_ENGINE_FAR * settings->buffer_percent / 100 + 1);
  add (self, sum, GW_ENGINE_RULE_DENSITY, n, 1);
  for (int i = 0; i < self->n_links; i++)
    {
      const GwEngineLink *l = &self->links[i];
      int64_t least = l->min == GW_ENGINE_NO_TIME ? 0 : l->min;
      int64_t most = l->max == INT32_MAX ? 0 : l->max;

      if (l->is_soft)
        add (self, sum, GW_ENGINE_RULE_SOFT_LAG, 1, span + llabs (least) + llabs (most));
    }
  for (int i = 0; i < self->n_fits; i++)
    add (self, sum, self->fits[i].rule, 1, self->fits[i].points);
}

static void
add_people (const GwEngineBuilder *self, int64_t *sum)
{
  int64_t n_operations = self->n_operations, n_colleagues = self->n_colleagues;
  int64_t n_shifts = self->n_shifts, points = 0;
  int32_t most_apart = 0;

  for (int i = 0; i < self->n_persons; i++)
    most_apart = gw_engine_max (self->persons[i].apart_minutes, most_apart);
  /* Each pair of visits belongs to one person at most. */
  add (self, sum, GW_ENGINE_RULE_APART, n_operations * n_operations, most_apart);
  add (self, sum, GW_ENGINE_RULE_CONTINUITY, self->n_persons, n_colleagues * n_colleagues);
  for (int i = 0; i < self->n_wishes; i++)
    points += self->wishes[i].points;
  add (self, sum, GW_ENGINE_RULE_WISH, n_shifts, points);
}

static void
add_working_weeks (const GwEngineBuilder *self, int64_t *sum)
{
  int64_t n = self->n_shifts, change = 0, flex = 0, minutes = 0;

  for (int i = 0; i < self->n_shifts; i++)
    {
      const GwEngineShift *s = &self->shifts[i];

      change += s->change_cost;
      flex += (int64_t) s->flex_before + s->flex_after;
      minutes += s->end - s->start;
    }
  add (self, sum, GW_ENGINE_RULE_STABLE_SHIFT, 1, change);
  add (self, sum, GW_ENGINE_RULE_FLEX, 1, flex);
  add (self, sum, GW_ENGINE_RULE_MINUTES, n + self->n_operations + self->n_blocks, GW_ENGINE_FAR);
  add (self, sum, GW_ENGINE_RULE_OVERTIME, 1, minutes);
  add (self, sum, GW_ENGINE_RULE_LONG_RUN, n, 1);
  for (int i = 0; i < self->n_colleagues; i++)
    {
      const GwEngineColleague *c = &self->colleagues[i];
      int64_t lates = n + c->lates_before, weekends = n + c->weekends_before;

      add (self, sum, GW_ENGINE_RULE_SHORT_REST, n, c->rest_soft);
      add (self, sum, GW_ENGINE_RULE_UNDER_HOURS, self->settings.n_days / 7 + 1,
           c->week_minutes_min);
      add (self, sum, GW_ENGINE_RULE_LATES, lates, lates);
      add (self, sum, GW_ENGINE_RULE_WEEKENDS, weekends, weekends);
    }
}

bool
gw_engine_builder_is_bounded (const GwEngineBuilder *builder)
{
  int64_t sum = 0;

  add_operations (builder, &sum);
  add_people (builder, &sum);
  add_working_weeks (builder, &sum);
  return sum <= MOST && add_medium (builder) <= MOST / MEDIUM_SCALE;
}
