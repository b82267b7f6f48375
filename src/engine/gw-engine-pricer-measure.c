/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measuring a change by the parts of the score that it touches, before and after.
 */
#include <string.h>

#include "gw-engine-price-private.h"

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

/* Who comes to the person of a changed operation may have changed. */
static bool
changes_hands (const GwEnginePricer *self, int32_t o)
{
  int32_t was = self->plan->shift_of[o], is = self->work->shift_of[o];

  return was < 0 || is < 0 || self->plan->colleague_of[was] != self->work->colleague_of[is];
}

static void
add_faces (GwEngineTally *tally, const GwEnginePlan *plan, int32_t p)
{
  int64_t over = gw_engine_score_count_colleagues (tally->problem, plan, p) -
                 tally->problem->persons[p].small_team;

  if (over > 0)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_CONTINUITY, GW_ENGINE_SUBJECT_PERSON, p,
                         over * over);
}

static int32_t
too_near (const GwEnginePricer *self, const GwEnginePlan *plan, int32_t a, int32_t b,
          int32_t wanted)
{
  if (plan->shift_of[a] < 0 || plan->shift_of[b] < 0)
    return 0;
  return gw_engine_too_near (plan->start_of[a], self->problem->item_duration[a], plan->start_of[b],
                             self->problem->item_duration[b], wanted);
}

/* How near the changed @o is to other visits of its person; pairs of changed ones count once. */
static void
measure_nearness (const GwEnginePricer *self, int32_t o, int32_t p, int64_t *before, int64_t *after)
{
  const GwEngineSlices *slices = &self->problem->person_operations;
  int32_t wanted = self->problem->persons[p].apart_minutes;

  if (!self->problem->leads_visit[o] || wanted <= 0)
    return;
  for (int32_t i = slices->first[p]; i < slices->first[p + 1]; i++)
    {
      int32_t b = slices->items[i];

      if (b == o || !self->problem->leads_visit[b] || (b < o && self->is_changed[b]))
        continue;
      *before += too_near (self, self->plan, o, b, wanted);
      *after += too_near (self, self->work, o, b, wanted);
    }
}

/* Persons whose visits changed: only what the changed visits have to do with the others. */
static void
measure_persons (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  const GwEngineProblem *problem = self->problem;
  int32_t n = 0;

  for (int32_t i = 0; i < self->n_changed; i++)
    {
      int32_t o = self->changed[i], p = problem->operations[o].person;
      int64_t old = 0, new = 0;

      if (p < 0)
        continue;
      measure_nearness (self, o, p, &old, &new);
      gw_engine_tally_add (before, GW_ENGINE_RULE_APART, GW_ENGINE_SUBJECT_PERSON, p, old);
      gw_engine_tally_add (after, GW_ENGINE_RULE_APART, GW_ENGINE_SUBJECT_PERSON, p, new);
      if (problem->persons[p].small_team > 0 && changes_hands (self, o))
        n = add_part (self, n, p);
    }
  score_parts (self, add_faces, n, before, after);
}

/* Scores shift @s as it is in the plan, and remembers what it costs when that is simple. */
static void
score_run_of_plan (GwEnginePricer *self, int32_t s, GwEngineTally *tally)
{
  int64_t by_rule[GW_ENGINE_N_RULES] = { 0 };
  GwEngineTally alone = { .problem = self->problem, .by_rule = by_rule };
  GwEngineRunCost *run = &self->run_costs[s];
  const int32_t *items = self->items + (int64_t) s * self->capacity;

  gw_engine_score_shift (tally, self->plan, s, items, self->n_items[s]);
  if (run->is_known)
    return;
  gw_engine_score_shift (&alone, self->plan, s, items, self->n_items[s]);
  run->is_known = true;
  run->is_simple = alone.score.hard == 0 && alone.score.medium == 0;
  for (int rule = 0; rule < GW_ENGINE_N_RULES && run->is_simple; rule++)
    if (by_rule[rule] != 0)
      {
        run->is_simple = run->n < GW_ENGINE_MOST_SOFT;
        if (!run->is_simple)
          break;
        run->rule[run->n] = (GwEngineRule) rule;
        run->cost[run->n++] = by_rule[rule];
      }
}

static void
score_before (GwEnginePricer *self, int32_t s, GwEngineTally *before)
{
  const GwEngineRunCost *run = &self->run_costs[s];

  if (!run->is_known || !run->is_simple)
    {
      score_run_of_plan (self, s, before);
      return;
    }
  for (int32_t i = 0; i < run->n; i++)
    {
      before->by_rule[run->rule[i]] += run->cost[i];
      before->score.soft += run->cost[i];
    }
}

static void
measure_shifts (GwEnginePricer *self, GwEngineTally *before, GwEngineTally *after)
{
  for (int32_t i = 0; i < self->n_touched; i++)
    {
      int32_t s = self->touched[i], n;

      score_before (self, s, before);
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
                           .contributions = &pricer->before_list,
                           .hard_only = true };
  GwEngineTally after = { .problem = pricer->problem,
                          .by_rule = price->by_rule,
                          .contributions = &pricer->after_list,
                          .hard_only = true };

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
