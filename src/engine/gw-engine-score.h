/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The score of a plan and what it is made of. The sum of the contributions is the score, exactly,
 * level by level; a screen explains a plan by listing them. Pure functions, any thread.
 */
#pragma once

#include "gw-engine-plan.h"

/* One reason for one number. cost = amount for hard rules, amount × weight otherwise. */
typedef struct
{
  GwEngineRule rule;
  GwEngineSubject subject;
  int32_t index; /* of the subject */
  int64_t amount;
  int64_t cost;
} GwEngineContribution;

/* A growing list of contributions. Zero-initialise. */
typedef struct
{
  GwEngineContribution *items;
  int32_t n_items;
  int32_t capacity;
  int32_t n_missing; /* items for which there was no memory */
} GwEngineContributions;

/* Returns the score of @plan, adds the cost of each rule into @by_rule (GW_ENGINE_N_RULES
 * elements, overwritten; may be NULL) and appends to @contributions (may be NULL) in a fixed
 * order. Without memory there is none: see gw_engine_score_is_known(). Linear in the plan's size,
 * with a sort for each shift. */
GwEngineScore gw_engine_score_plan (const GwEngineProblem *problem, const GwEnginePlan *plan,
                                    int64_t *by_rule, GwEngineContributions *contributions);

/* Whether @score is that of a plan. Without memory it is worse than that of any plan, so that nobody
 * prefers one by mistake. */
static inline bool
gw_engine_score_is_known (const GwEngineScore *score)
{
  return score->hard < INT64_MAX;
}

/* Frees what @contributions holds and empties it. */
void gw_engine_contributions_clear (GwEngineContributions *contributions);

/* Counts distinct colleagues of @person: history and @plan together. */
int32_t gw_engine_score_count_colleagues (const GwEngineProblem *problem, const GwEnginePlan *plan,
                                          int32_t person);
