/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The score in parts. Every contribution belongs to exactly one part (an operation, a shift with
 * its run, a link, a person, a colleague), so that a change is priced by scoring the parts it
 * touches before and after.
 */
#pragma once

#include "gw-engine-problem-private.h"
#include "gw-engine-score.h"

/* Where contributions are added up. */
typedef struct
{
  const GwEngineProblem *problem;
  GwEngineScore score;
  int64_t *by_rule;                     /* or NULL */
  GwEngineContributions *contributions; /* or NULL */
} GwEngineTally;

/* Adds @amount (0 adds nothing) of @rule. */
void gw_engine_tally_add (GwEngineTally *tally, GwEngineRule rule, GwEngineSubject subject,
                          int32_t index, int64_t amount);

/* Scores what belongs to operation @o alone. */
void gw_engine_score_operation (GwEngineTally *tally, const GwEnginePlan *plan, int32_t o);

/* Scores shift @s and its run; @items are its items in order of start. */
void gw_engine_score_shift (GwEngineTally *tally, const GwEnginePlan *plan, int32_t s,
                            const int32_t *items, int32_t n);

/* Scores link @l. */
void gw_engine_score_link (GwEngineTally *tally, const GwEnginePlan *plan, int32_t l);

/* Scores person @p: continuity, and visits too near each other. */
void gw_engine_score_person (GwEngineTally *tally, const GwEnginePlan *plan, int32_t p);

/* Scores the working weeks of colleague @c who holds the @n shifts in @shifts, in order of
 * start. */
void gw_engine_score_colleague (GwEngineTally *tally, int32_t c, const int32_t *shifts, int32_t n);

/* Writes the shifts that @c holds, in order of start, to @shifts; returns how many. */
int32_t gw_engine_score_list_shifts (const GwEngineProblem *problem, const int32_t *colleague_of,
                                     int32_t c, int32_t *shifts);

/* Start of an item in a plan. */
static inline int32_t
gw_engine_plan_item_start (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t item)
{
  return item < problem->n_operations ? plan->start_of[item]
                                      : plan->block_start[item - problem->n_operations];
}

/* Sorts @items by start, then end, then number: the order in which a run is read. */
void gw_engine_score_sort_items (const GwEngineProblem *problem, const GwEnginePlan *plan,
                                 int32_t *items, int32_t n);

/* The minutes by which two visits of one person are nearer than @wanted; @a and @b are starts. */
static inline int32_t
gw_engine_too_near (int32_t a, int32_t a_duration, int32_t b, int32_t b_duration, int32_t wanted)
{
  int32_t gap = a <= b ? b - a - a_duration : a - b - b_duration;

  return gap >= wanted ? 0 : gap < 0 ? wanted : wanted - gap;
}
