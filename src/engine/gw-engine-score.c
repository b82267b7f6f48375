/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The score of a whole plan, and the parts that are about one operation, one link or one person.
 * Runs are in gw-engine-score-shift.c, working weeks in gw-engine-score-colleague.c.
 */
#include "gw-engine-score.h"

#include <stdlib.h>
#include <string.h>

#include "gw-engine-score-private.h"

static void
append (GwEngineContributions *list, const GwEngineContribution *item)
{
  GwEngineContribution *grown = gw_engine_grow (list->items, list->n_items, &list->capacity,
                                                sizeof *list->items);

  if (grown == NULL)
    {
      list->n_missing++;
      return;
    }
  list->items = grown;
  list->items[list->n_items++] = *item;
}

void
gw_engine_tally_add (GwEngineTally *tally, GwEngineRule rule, GwEngineSubject subject,
                     int32_t index, int64_t amount)
{
  const GwEngineRuleInfo *info = gw_engine_rule_get_info (rule);
  int32_t weight = tally->problem->settings.weight[rule];
  int64_t cost;

  if (amount == 0 || weight == 0)
    return;
  cost = info->level == GW_ENGINE_LEVEL_HARD ? amount : amount * weight;
  if (info->level == GW_ENGINE_LEVEL_HARD)
    tally->score.hard += cost;
  else if (info->level == GW_ENGINE_LEVEL_MEDIUM)
    tally->score.medium += cost;
  else
    tally->score.soft += cost;
  if (tally->by_rule != NULL)
    tally->by_rule[rule] += cost;
  if (tally->contributions != NULL && (!tally->hard_only || info->level == GW_ENGINE_LEVEL_HARD))
    {
      GwEngineContribution item = { rule, subject, index, amount, cost };

      append (tally->contributions, &item);
    }
}

static void
add_operation (GwEngineTally *tally, GwEngineRule rule, int32_t o, int64_t amount)
{
  gw_engine_tally_add (tally, rule, GW_ENGINE_SUBJECT_OPERATION, o, amount);
}

/* Whether a member of the operation's group of alternatives that comes before it (or, with
 * @any, any member) is placed. */
static bool
alternative_is_placed (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t o,
                       bool any)
{
  int32_t group = problem->operations[o].alternative;

  if (group < 0)
    return false;
  for (int32_t i = problem->group_operations.first[group];
       i < problem->group_operations.first[group + 1]; i++)
    {
      int32_t other = problem->group_operations.items[i];

      if (plan->shift_of[other] >= 0 && (any || other < o))
        return true;
    }
  return false;
}

/* Of alternatives that are all missing, the first one is counted. */
static void
score_unplaced (GwEngineTally *tally, const GwEnginePlan *plan, int32_t o)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineOperation *op = &problem->operations[o];
  int32_t group = op->alternative;

  if (op->pin_shift != GW_ENGINE_NONE)
    add_operation (tally, GW_ENGINE_RULE_PIN, o, 1);
  if (group >= 0 && (problem->group_operations.items[problem->group_operations.first[group]] != o ||
                     alternative_is_placed (problem, plan, o, true)))
    return;
  add_operation (tally, op->is_optional ? GW_ENGINE_RULE_OPTIONAL : GW_ENGINE_RULE_UNPLACED, o,
                 op->priority);
}

/* What is said about @c coming. */
static void
score_fits (GwEngineTally *tally, int32_t o, int32_t c)
{
  const GwEngineProblem *problem = tally->problem;
  int64_t cell = (int64_t) o * problem->n_colleagues + c;

  for (int32_t f = problem->fit_of[cell]; f > 0; f = problem->next_fit[f - 1])
    {
      const GwEngineFit *fit = &problem->fits[f - 1];
      bool is_soft = gw_engine_rule_get_info (fit->rule)->level == GW_ENGINE_LEVEL_SOFT;

      add_operation (tally, fit->rule, o, is_soft ? fit->points : 1);
    }
}

static void
score_who (GwEngineTally *tally, int32_t o, int32_t c, int32_t day)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineOperation *op = &problem->operations[o];

  add_operation (tally, GW_ENGINE_RULE_SKILL, o,
                 __builtin_popcountll (op->skills & ~gw_engine_skills (problem, c, day)));
  score_fits (tally, o, c);
  if (op->person >= 0)
    add_operation (tally, GW_ENGINE_RULE_REGULAR, o,
                   !gw_engine_problem_is_regular (problem, op->person, c));
}

static void
score_when (GwEngineTally *tally, int32_t o, int32_t start)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineOperation *op = &problem->operations[o];
  int32_t outside;
  const GwEngineWindow *window = gw_engine_problem_find_window (problem, op, start, &outside);

  add_operation (tally, GW_ENGINE_RULE_WINDOW, o, outside);
  if (window != NULL && window->ideal != GW_ENGINE_NO_TIME)
    {
      int32_t off = abs (start - window->ideal);

      add_operation (tally, GW_ENGINE_RULE_IDEAL, o, off);
      if (off > op->soft_tolerance)
        add_operation (tally, GW_ENGINE_RULE_TOLERANCE, o, off - op->soft_tolerance);
    }
  if (op->reference_start != GW_ENGINE_NO_TIME)
    add_operation (tally, GW_ENGINE_RULE_STABLE_TIME, o, abs (start - op->reference_start));
}

static void
score_absence (GwEngineTally *tally, int32_t o, int32_t c, int32_t start)
{
  const GwEngineProblem *problem = tally->problem;
  int32_t end = start + problem->operations[o].duration;

  for (int32_t i = problem->colleague_absences.first[c];
       i < problem->colleague_absences.first[c + 1]; i++)
    {
      const GwEngineAbsence *absence = &problem->absences[problem->colleague_absences.items[i]];
      int32_t shared = (end < absence->end ? end : absence->end) -
                       (start > absence->start ? start : absence->start);

      if (shared > 0)
        add_operation (tally, GW_ENGINE_RULE_ABSENCE, o, shared);
    }
}

void
gw_engine_score_operation (GwEngineTally *tally, const GwEnginePlan *plan, int32_t o)
{
  const GwEngineOperation *op = &tally->problem->operations[o];
  int32_t s = plan->shift_of[o], start = plan->start_of[o], c;

  if (s < 0)
    {
      score_unplaced (tally, plan, o);
      return;
    }
  c = plan->colleague_of[s];
  if (c < 0)
    add_operation (tally, GW_ENGINE_RULE_NO_COLLEAGUE, o, 1);
  else
    {
      score_who (tally, o, c, tally->problem->shifts[s].day);
      score_absence (tally, o, c, start);
    }
  if (op->reference_colleague >= 0 && op->reference_colleague != c)
    add_operation (tally, GW_ENGINE_RULE_STABLE_COLLEAGUE, o, op->change_cost);
  score_when (tally, o, start);
  add_operation (tally, GW_ENGINE_RULE_PIN, o,
                 (op->pin_shift != GW_ENGINE_NONE && op->pin_shift != s) +
                     (op->pin_start != GW_ENGINE_NO_TIME && op->pin_start != start));
  add_operation (tally, GW_ENGINE_RULE_ALTERNATIVE, o,
                 alternative_is_placed (tally->problem, plan, o, false));
}

static void
score_times (GwEngineTally *tally, int32_t l, int32_t apart)
{
  const GwEngineLink *link = &tally->problem->links[l];
  GwEngineRule rule = link->is_soft ? GW_ENGINE_RULE_SOFT_LAG : GW_ENGINE_RULE_LAG;
  int64_t amount = 0;

  if (link->kind == GW_ENGINE_LINK_TOGETHER)
    {
      rule = GW_ENGINE_RULE_TOGETHER;
      amount = abs (apart) > link->max ? abs (apart) - link->max : 0;
    }
  else if (link->kind == GW_ENGINE_LINK_GAP)
    amount = abs (apart) < link->min ? link->min - abs (apart) : 0;
  else if (link->kind == GW_ENGINE_LINK_LAG)
    {
      if (link->min != GW_ENGINE_NO_TIME && apart < link->min)
        amount = link->min - apart;
      else if (link->max != INT32_MAX && apart > link->max)
        amount = apart - link->max;
    }
  gw_engine_tally_add (tally, rule, GW_ENGINE_SUBJECT_LINK, l, amount);
}

void
gw_engine_score_link (GwEngineTally *tally, const GwEnginePlan *plan, int32_t l)
{
  const GwEngineLink *link = &tally->problem->links[l];
  int32_t a = plan->shift_of[link->a], b = plan->shift_of[link->b], who_a, who_b;

  if (link->kind == GW_ENGINE_LINK_TOGETHER && (a < 0) != (b < 0))
    gw_engine_tally_add (tally, GW_ENGINE_RULE_PAIR, GW_ENGINE_SUBJECT_LINK, l, 1);
  if (a < 0 || b < 0)
    return;
  score_times (tally, l, plan->start_of[link->b] - plan->start_of[link->a]);
  who_a = plan->colleague_of[a];
  who_b = plan->colleague_of[b];
  if (who_a < 0 || who_b < 0)
    return;
  if (link->kind == GW_ENGINE_LINK_SAME && who_a != who_b)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_SAME, GW_ENGINE_SUBJECT_LINK, l, 1);
  if ((link->kind == GW_ENGINE_LINK_DIFFERENT || link->kind == GW_ENGINE_LINK_TOGETHER) &&
      who_a == who_b)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_DIFFERENT, GW_ENGINE_SUBJECT_LINK, l, 1);
}

/* Counts the colleagues among the 64 from @first_colleague who have visited, or will. */
static int32_t
count_bits (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t person,
            int32_t first_colleague)
{
  const GwEngineSlices *slices = &problem->person_operations;
  const int32_t *history = problem->history + (int64_t) person * problem->n_colleagues;
  int32_t end = first_colleague + 64 < problem->n_colleagues ? first_colleague + 64
                                                             : problem->n_colleagues;
  uint64_t known = 0;

  for (int32_t c = first_colleague; c < end; c++)
    known |= (uint64_t) (history[c] > 0) << (c - first_colleague);
  for (int32_t i = slices->first[person]; i < slices->first[person + 1]; i++)
    {
      int32_t s = plan->shift_of[slices->items[i]];
      int32_t c = s >= 0 ? plan->colleague_of[s] : GW_ENGINE_NONE;

      if (c >= first_colleague && c < end)
        known |= UINT64_C (1) << (c - first_colleague);
    }
  return __builtin_popcountll (known);
}

int32_t
gw_engine_score_count_colleagues (const GwEngineProblem *problem, const GwEnginePlan *plan,
                                  int32_t person)
{
  int32_t n = 0;

  for (int32_t c = 0; c < problem->n_colleagues; c += 64)
    n += count_bits (problem, plan, person, c);
  return n;
}

/* Minutes by which the visit at @i of a person's operations and those after it are too near. */
static int64_t
too_near_after (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t i, int32_t end,
                int32_t wanted)
{
  const int32_t *operations = problem->person_operations.items;
  int32_t a = operations[i], start = plan->start_of[a];
  int32_t to = start + problem->item_duration[a] + wanted;
  int64_t near = 0;

  for (int32_t j = i + 1; j < end; j++)
    {
      int32_t b = operations[j], other = plan->start_of[b];

      /* Most visits are on other days: one look at the start is enough. */
      if (other >= to || other + problem->item_duration[b] + wanted <= start ||
          plan->shift_of[b] < 0 || !problem->leads_visit[b])
        continue;
      near += gw_engine_too_near (start, problem->item_duration[a], other,
                                  problem->item_duration[b], wanted);
    }
  return near;
}

void
gw_engine_score_person (GwEngineTally *tally, const GwEnginePlan *plan, int32_t p)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineSlices *slices = &problem->person_operations;
  const GwEnginePerson *person = &problem->persons[p];
  int64_t near = 0, over;

  if (person->small_team > 0)
    {
      over = gw_engine_score_count_colleagues (problem, plan, p) - person->small_team;
      if (over > 0)
        gw_engine_tally_add (tally, GW_ENGINE_RULE_CONTINUITY, GW_ENGINE_SUBJECT_PERSON, p,
                             over * over);
    }
  for (int32_t i = slices->first[p]; i < slices->first[p + 1] && person->apart_minutes > 0; i++)
    {
      int32_t a = slices->items[i];

      if (plan->shift_of[a] < 0 || !problem->leads_visit[a])
        continue;
      near += too_near_after (problem, plan, i, slices->first[p + 1], person->apart_minutes);
    }
  gw_engine_tally_add (tally, GW_ENGINE_RULE_APART, GW_ENGINE_SUBJECT_PERSON, p, near);
}

/* Groups the items of all shifts: those of shift s, by start, become items[first[s]] and on. */
static void
group_items (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t *first,
             int32_t *items)
{
  int32_t n = 0;

  for (int32_t s = 0; s < problem->n_shifts; s++)
    first[s] = 0;
  for (int32_t i = 0; i < problem->n_operations; i++)
    if (plan->shift_of[i] >= 0)
      first[plan->shift_of[i]]++;
  for (int32_t s = 0; s < problem->n_shifts; s++)
    {
      int32_t count = first[s] + problem->shifts[s].n_blocks;

      first[s] = n;
      n += count;
    }
  for (int32_t i = 0; i < problem->n_operations; i++)
    if (plan->shift_of[i] >= 0)
      items[first[plan->shift_of[i]]++] = i;
  for (int32_t b = 0; b < problem->n_blocks; b++)
    items[first[problem->blocks[b].shift]++] = problem->n_operations + b;
  first[problem->n_shifts] = n;
  for (int32_t s = problem->n_shifts - 1; s > 0; s--)
    first[s] = first[s - 1];
  if (problem->n_shifts > 0)
    first[0] = 0;
  for (int32_t s = 0; s < problem->n_shifts; s++)
    gw_engine_score_sort_items (problem, plan, items + first[s], first[s + 1] - first[s]);
}

static void
score_all (GwEngineTally *tally, const GwEnginePlan *plan, const int32_t *first,
           const int32_t *items, int32_t *shifts)
{
  const GwEngineProblem *problem = tally->problem;

  for (int32_t i = 0; i < problem->n_operations; i++)
    gw_engine_score_operation (tally, plan, i);
  for (int32_t s = 0; s < problem->n_shifts; s++)
    gw_engine_score_shift (tally, plan, s, items + first[s], first[s + 1] - first[s]);
  for (int32_t l = 0; l < problem->n_links; l++)
    gw_engine_score_link (tally, plan, l);
  for (int32_t p = 0; p < problem->n_persons; p++)
    gw_engine_score_person (tally, plan, p);
  for (int32_t c = 0; c < problem->n_colleagues; c++)
    gw_engine_score_colleague (
        tally, c, shifts, gw_engine_score_list_shifts (problem, plan->colleague_of, c, shifts));
}

GwEngineScore
gw_engine_score_plan (const GwEngineProblem *problem, const GwEnginePlan *plan, int64_t *by_rule,
                      GwEngineContributions *contributions)
{
  size_t n = (size_t) problem->n_shifts;
  GwEngineTally tally = { problem, { 0, 0, 0 }, by_rule, contributions, false };
  int32_t *memory = malloc ((2 * n + 1 + (size_t) problem->n_items) * sizeof *memory);

  if (by_rule != NULL)
    memset (by_rule, 0, GW_ENGINE_N_RULES * sizeof *by_rule);
  if (memory == NULL)
    return (GwEngineScore){ INT64_MAX, INT64_MAX, INT64_MAX };
  group_items (problem, plan, memory, memory + 2 * n + 1);
  score_all (&tally, plan, memory, memory + 2 * n + 1, memory + n + 1);
  free (memory);
  return tally.score;
}

void
gw_engine_contributions_clear (GwEngineContributions *contributions)
{
  free (contributions->items);
  *contributions = (GwEngineContributions){ 0 };
}
