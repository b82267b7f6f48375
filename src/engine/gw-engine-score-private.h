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
  bool hard_only;                       /* list contributions to hard rules alone */
} GwEngineTally;

/* Reading a run from its first item to its last: where the colleague is, and since when. What is
 * counted at the end is collected in travelled, before and n_operations. */
typedef struct
{
  GwEngineTally *tally;
  const GwEngineShift *shift;
  int32_t index, mode;
  int32_t low, high; /* the shift with its flex */
  int32_t time, place;
  int32_t previous; /* item, or NONE */
  int32_t travelled;
  int32_t before; /* minutes between leaving for the first item and the nominal start */
  int32_t n_operations;
  bool has_place;
} GwEngineReading;

/* Begins to read the run of shift @s held by @c (or NONE). */
GwEngineReading gw_engine_reading_begin (GwEngineTally *tally, int32_t s, int32_t c);

/* Reads the next item, which starts at @start: what lies between it and the one before. */
void gw_engine_reading_item (GwEngineReading *run, int32_t item, int32_t start);

/* The way home, and the minutes worked outside the nominal shift. */
void gw_engine_reading_end (GwEngineReading *run);

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

/* Whether item @a starting at @start_a is read before item @b starting at @start_b. */
static inline bool
gw_engine_comes_before (const GwEngineProblem *problem, int32_t a, int32_t start_a, int32_t b,
                        int32_t start_b)
{
  if (start_a != start_b)
    return start_a < start_b;
  if (problem->item_duration[a] != problem->item_duration[b])
    return problem->item_duration[a] < problem->item_duration[b];
  return a < b;
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
