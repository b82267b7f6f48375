/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The score of one shift: who holds it, and its run read from the first item to the last. What
 * lies between two items is judged at the later one. A block without a place happens where the
 * item before it was, so the travel to the next place comes after it.
 */
#include <stdlib.h>

#include "gw-engine-score-private.h"

static bool
is_break (const GwEngineProblem *problem, int32_t item)
{
  return item >= problem->n_operations &&
         problem->blocks[item - problem->n_operations].kind == GW_ENGINE_BLOCK_BREAK;
}

static int32_t
minutes_away (const GwEngineProblem *problem, int32_t c, int32_t start, int32_t end)
{
  const GwEngineSlices *slices = &problem->colleague_absences;
  int32_t minutes = 0;

  for (int32_t i = slices->first[c]; i < slices->first[c + 1]; i++)
    {
      const GwEngineAbsence *away = &problem->absences[slices->items[i]];
      int32_t shared = (end < away->end ? end : away->end) -
                       (start > away->start ? start : away->start);

      minutes += shared > 0 ? shared : 0;
    }
  return minutes;
}

/* Minutes of break that the shift's colleague needs and the shift does not have. */
static int32_t
missing_break (const GwEngineProblem *problem, const GwEngineShift *shift, int32_t c)
{
  const GwEngineColleague *colleague = &problem->colleagues[c];
  int32_t minutes = colleague->break_minutes;

  if (!shift->may_take || shift->end - shift->start <= colleague->break_after)
    return 0;
  for (int32_t i = 0; i < shift->n_blocks; i++)
    if (problem->blocks[shift->first_block + i].kind == GW_ENGINE_BLOCK_BREAK)
      minutes -= problem->blocks[shift->first_block + i].duration;
  return minutes > 0 ? minutes : 0;
}

static void
score_holder (GwEngineTally *tally, int32_t s, int32_t c)
{
  const GwEngineProblem *problem = tally->problem;
  const GwEngineShift *shift = &problem->shifts[s];
  const GwEngineSubject subject = GW_ENGINE_SUBJECT_SHIFT;

  if (c < 0)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_OPEN_SHIFT, subject, s, shift->open_priority);
  if (c != shift->colleague)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_PIN, subject, s, !shift->may_change);
  if (c >= 0 && c != shift->colleague)
    {
      gw_engine_tally_add (tally, GW_ENGINE_RULE_ELIGIBLE, subject, s,
                           !gw_engine_problem_is_eligible (problem, shift, c));
      gw_engine_tally_add (tally, GW_ENGINE_RULE_AWAY, subject, s,
                           minutes_away (problem, c, shift->start - shift->flex_before,
                                         shift->end + shift->flex_after));
    }
  if (shift->reference_colleague >= 0 && shift->reference_colleague != c)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_STABLE_SHIFT, subject, s, shift->change_cost);
  if (c >= 0)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_BREAK, subject, s,
                         missing_break (problem, shift, c));
}

/* Two items one of which begins before the other has ended. */
static void
score_overlap (GwEngineReading *run, int32_t item, int32_t minutes)
{
  const GwEngineProblem *problem = run->tally->problem;
  int32_t n = problem->n_operations;

  if (is_break (problem, item) || is_break (problem, run->previous))
    gw_engine_tally_add (run->tally, GW_ENGINE_RULE_BREAK, GW_ENGINE_SUBJECT_SHIFT, run->index,
                         minutes);
  else if (item >= n || run->previous >= n)
    gw_engine_tally_add (run->tally, GW_ENGINE_RULE_BLOCK, GW_ENGINE_SUBJECT_BLOCK,
                         (item >= n ? item : run->previous) - n, minutes);
  else
    gw_engine_tally_add (run->tally, GW_ENGINE_RULE_OVERLAP, GW_ENGINE_SUBJECT_OPERATION, item,
                         minutes);
}

/* The leg that ends at @item, which starts at @start. */
static void
score_leg (GwEngineReading *run, int32_t item, int32_t start)
{
  const GwEngineProblem *problem = run->tally->problem;
  int32_t n = problem->n_operations, place = problem->item_place[item];
  GwEngineSubject subject = item < n ? GW_ENGINE_SUBJECT_OPERATION : GW_ENGINE_SUBJECT_BLOCK;
  int32_t index = item < n ? item : item - n;
  int32_t gap = start - run->time, leg = gw_engine_travel (problem, run->mode, run->place, place);

  if (gap < 0 && run->previous >= 0)
    score_overlap (run, item,
                   -gap < problem->item_duration[item] ? -gap : problem->item_duration[item]);
  gap = gap < 0 ? 0 : gap;
  if (leg > gap)
    gw_engine_tally_add (run->tally, GW_ENGINE_RULE_TRAVEL, subject, index, leg - gap);
  if (leg > 0 && run->previous >= 0)
    {
      int32_t buffer = gw_engine_buffer (problem, leg), missing = leg + buffer - gap;

      missing = missing < 0 ? 0 : missing > buffer ? buffer : missing;
      gw_engine_tally_add (run->tally, GW_ENGINE_RULE_BUFFER, subject, index, missing);
    }
  run->travelled += leg;
  if (run->previous < 0)
    run->before = run->shift->start - (start - leg);
}

void
gw_engine_reading_item (GwEngineReading *run, int32_t item, int32_t start)
{
  const GwEngineProblem *problem = run->tally->problem;
  int32_t end = start + problem->item_duration[item];

  score_leg (run, item, start);
  if (item < problem->n_operations)
    {
      int32_t outside = (start < run->low ? run->low - start : 0) +
                        (end > run->high ? end - run->high : 0);

      gw_engine_tally_add (run->tally, GW_ENGINE_RULE_BOUNDS, GW_ENGINE_SUBJECT_OPERATION, item,
                           outside);
      run->n_operations++;
    }
  else
    {
      const GwEngineBlock *block = &problem->blocks[item - problem->n_operations];
      int32_t outside = start < block->earliest ? block->earliest - start
                        : start > block->latest ? start - block->latest
                                                : 0;

      if (block->kind == GW_ENGINE_BLOCK_BREAK)
        gw_engine_tally_add (run->tally, GW_ENGINE_RULE_BREAK, GW_ENGINE_SUBJECT_SHIFT, run->index,
                             outside);
      else
        gw_engine_tally_add (run->tally, GW_ENGINE_RULE_BLOCK, GW_ENGINE_SUBJECT_BLOCK,
                             item - problem->n_operations, outside);
    }
  run->time = end;
  run->previous = item;
  if (problem->item_place[item] >= 0)
    {
      run->place = problem->item_place[item];
      run->has_place = true;
    }
}

/* The way home, and the minutes worked outside the nominal shift. */
void
gw_engine_reading_end (GwEngineReading *run)
{
  const GwEngineProblem *problem = run->tally->problem;
  const GwEngineShift *shift = run->shift;
  int32_t leg = 0, room = run->high - run->time;
  int32_t before = run->before, after;

  if (run->has_place)
    leg = gw_engine_travel (problem, run->mode, run->place, shift->end_place);
  room = room < 0 ? 0 : room;
  if (leg > room)
    gw_engine_tally_add (run->tally, GW_ENGINE_RULE_TRAVEL, GW_ENGINE_SUBJECT_SHIFT, run->index,
                         leg - room);
  run->travelled += leg;
  after = run->time + leg - shift->end;
  before = before < 0 ? 0 : before > shift->flex_before ? shift->flex_before : before;
  after = after < 0 ? 0 : after > shift->flex_after ? shift->flex_after : after;
  gw_engine_tally_add (run->tally, GW_ENGINE_RULE_FLEX, GW_ENGINE_SUBJECT_SHIFT, run->index,
                       before + after);
}

GwEngineReading
gw_engine_reading_begin (GwEngineTally *tally, int32_t s, int32_t c)
{
  const GwEngineShift *shift = &tally->problem->shifts[s];

  return (GwEngineReading){
    .tally = tally,
    .shift = shift,
    .index = s,
    .mode = c >= 0 ? tally->problem->colleagues[c].mode : 0,
    .low = shift->start - shift->flex_before,
    .high = shift->end + shift->flex_after,
    .time = shift->start - shift->flex_before,
    .place = shift->start_place,
    .previous = GW_ENGINE_NONE,
  };
}

void
gw_engine_score_shift (GwEngineTally *tally, const GwEnginePlan *plan, int32_t s,
                       const int32_t *items, int32_t n)
{
  const GwEngineProblem *problem = tally->problem;
  GwEngineReading run = gw_engine_reading_begin (tally, s, plan->colleague_of[s]);
  int32_t limit = gw_engine_density_limit (problem, run.shift);

  score_holder (tally, s, plan->colleague_of[s]);
  if (n == 0)
    return;
  for (int32_t i = 0; i < n; i++)
    gw_engine_reading_item (&run, items[i], gw_engine_plan_item_start (problem, plan, items[i]));
  gw_engine_reading_end (&run);
  gw_engine_tally_add (tally, GW_ENGINE_RULE_MINUTES, GW_ENGINE_SUBJECT_SHIFT, s, run.travelled);
  if (run.n_operations > limit)
    gw_engine_tally_add (tally, GW_ENGINE_RULE_DENSITY, GW_ENGINE_SUBJECT_SHIFT, s,
                         run.n_operations - limit);
}

static bool
comes_before (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t a, int32_t b)
{
  return gw_engine_comes_before (problem, a, gw_engine_plan_item_start (problem, plan, a), b,
                                 gw_engine_plan_item_start (problem, plan, b));
}

void
gw_engine_score_sort_items (const GwEngineProblem *problem, const GwEnginePlan *plan,
                            int32_t *items, int32_t n)
{
  /* Insertion: runs are short and nearly sorted. */
  for (int32_t i = 1; i < n; i++)
    {
      int32_t item = items[i], j = i;

      for (; j > 0 && comes_before (problem, plan, item, items[j - 1]); j--)
        items[j] = items[j - 1];
      items[j] = item;
    }
}
