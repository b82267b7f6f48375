/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pricer inside: the plan, a working copy that differs from it only during a question, and the
 * timer that finds out who must give way. A question is: set what changes, measure, end.
 */
#pragma once

#include "gw-engine-price.h"
#include "gw-engine-run.h"
#include "gw-engine-score-private.h"

/* What a run leaves free: the earliest and latest start of each item, and where the colleague is
 * after it. */
typedef struct
{
  bool is_known;
  bool is_possible; /* the run could be timed: else nothing is known about its slots */
  int32_t *earliest, *latest, *place;
} GwEngineRoom;

/* Breaks and role times of a shift that look for new times. */
#define GW_ENGINE_MOST_LOOSE 3

/* Rules that a run may cost something by without breaking any. */
#define GW_ENGINE_MOST_SOFT 8

/* What a run costs in the plan, when it breaks no hard rule. */
typedef struct
{
  bool is_known, is_simple;
  int32_t n;
  GwEngineRule rule[GW_ENGINE_MOST_SOFT];
  int64_t cost[GW_ENGINE_MOST_SOFT];
} GwEngineRunCost;

struct GwEnginePricer
{
  const GwEngineProblem *problem;
  GwEngineArena arena;
  GwEnginePlan *plan; /* as it is */
  GwEnginePlan *work; /* as it would be */
  GwEngineTimer timer;
  int32_t *aim; /* [item]: starts in the plan */

  /* What the runs of the plan leave free, by shift; found when it is asked for. */
  GwEngineRoom *rooms;
  GwEngineRoom own_room; /* of a run that is not as in the plan */
  GwEngineRunCost *run_costs;

  int32_t capacity;
  int32_t *n_items; /* [shift] in the plan */
  int32_t *items;   /* [shift · capacity] in order of start in the plan */

  /* What the current question changes. */
  int32_t *changed; /* operations */
  uint8_t *is_changed;
  int32_t n_changed;
  int32_t *touched; /* shifts whose run or holder changes */
  uint8_t *is_touched;
  int32_t n_touched;
  int32_t handed;                /* shift that changes hands, or NONE */
  const uint8_t *partner_shifts; /* [shift] where an absent partner may go, or NULL: anywhere */

  /* Scratch. */
  GwEngineContributions before_list, after_list;
  int32_t *trial, *best_trial, *best_start; /* a run */
  int32_t *list;                            /* items of a shift */
  int32_t loose[GW_ENGINE_MOST_LOOSE + 1];  /* blocks that look for new times; one spare, for gcc */
  int32_t n_loose;
  int32_t *parts;          /* operations, links or persons to measure */
  uint8_t *part_is_listed; /* by the largest of these numbers */
  int32_t *shifts;         /* [shift] */
};

/* A run that the timer found possible. */
typedef struct
{
  int32_t n;
  int64_t displaced; /* minutes that others move */
} GwEngineFitting;

/* Puts @operation into @shift (NONE: nowhere) at @start in the working copy. */
void gw_engine_pricer_set (GwEnginePricer *pricer, int32_t operation, int32_t shift, int32_t start);

/* Gives shift @s to @colleague in the working copy. One a question. */
void gw_engine_pricer_hand (GwEnginePricer *pricer, int32_t s, int32_t colleague);

/* Sets the starts of a run of shift @s that the timer found: best_trial and best_start. */
void gw_engine_pricer_set_run (GwEnginePricer *pricer, int32_t s, int32_t n);

/* Fills delta, by_rule, broken … and n_retimed of @price by scoring what changed before and
 * after. */
void gw_engine_pricer_measure (GwEnginePricer *pricer, GwEnginePrice *price);

/* Makes the working copy equal to the plan again. */
void gw_engine_pricer_end (GwEnginePricer *pricer);

/* Has the plan that is priced have @operation in @shift (NONE: nowhere) from now on, at the start it
 * had when the pricer was made. */
void gw_engine_pricer_follow (GwEnginePricer *pricer, int32_t operation, int32_t shift);

/* Reads what the problem says about block @b anew. */
void gw_engine_pricer_reread_block (GwEnginePricer *pricer, int32_t b);

/* Forgets what is known about the runs of @colleague: other times may be possible for them. */
void gw_engine_pricer_forget_runs (GwEnginePricer *pricer, int32_t colleague);

/* Lists the items that shift @s has in the working copy, in order, without @operation, in
 * @items; returns how many. */
int32_t gw_engine_pricer_list (const GwEnginePricer *pricer, int32_t s, int32_t without,
                               int32_t *items);

/* Looks for the slot of shift @s (of the working copy, without @operation) in which @operation can
 * start at @start (or, when that is NO_TIME, anywhere) and others move least. On success the run
 * is in best_trial and best_start. Who does it is not asked. */
bool gw_engine_pricer_fit (GwEnginePricer *pricer, int32_t operation, int32_t s, int32_t start,
                           GwEngineFitting *fitting);

/* The first rule about who that keeps @operation out of shift @s of the working copy. */
GwEngineRule gw_engine_pricer_who (const GwEnginePricer *pricer, int32_t operation, int32_t s);
