/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The second opinion. It checks and scores a plan from the problem's public header alone, written
 * apart from the search and sharing no code with it, for tests, for `good-week-plan check` and
 * for anyone who does not trust the engine. It prefers being plain to being fast. Any thread.
 */
#pragma once

#include "gw-engine-plan.h"
#include "gw-engine-problem.h"

/* A broken hard rule. */
typedef struct
{
  GwEngineRule rule;
  GwEngineSubject subject;
  int32_t index;
  int64_t amount;
} GwEngineViolation;

/* The verdict. Free with gw_engine_verdict_clear(). */
typedef struct
{
  bool is_wellformed; /* sizes and indices of the plan are possible */
  GwEngineScore score;
  int64_t by_rule[GW_ENGINE_N_RULES];
  GwEngineViolation *violations;
  int32_t n_violations;
  bool is_complete; /* false when memory ran out: violations and costs may be missing */
} GwEngineVerdict;

/* Checks @plan. Fills @verdict whatever the plan looks like; returns true when it is well formed
 * and breaks no hard rule. Quadratic in the visits of one person and in the shifts of one
 * colleague; and persons times colleagues and operations. */
bool gw_engine_verify (const GwEngineProblem *problem, const GwEnginePlan *plan,
                       GwEngineVerdict *verdict);

/* Frees what @verdict holds. */
void gw_engine_verdict_clear (GwEngineVerdict *verdict);
