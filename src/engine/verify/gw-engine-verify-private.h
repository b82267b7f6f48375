/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the parts of the verifier share: the case at hand, and the book in which breaches and
 * penalties are entered.
 */
#pragma once

#include "gw-engine-verify.h"

/* One plan before the verifier, with all that the problem says. */
typedef struct
{
  const GwEngineProblem *problem;
  const GwEnginePlan *plan;
  GwEngineVerdict *verdict;
  const GwEngineSettings *settings;
  const GwEngineOperation *operations;
  const GwEngineWindow *windows;
  const GwEngineShift *shifts;
  const int32_t *eligible;
  const GwEngineBlock *blocks;
  const GwEngineColleague *colleagues;
  const GwEnginePerson *persons;
  const GwEngineLink *links;
  const GwEngineFit *fits;
  const GwEngineAbsence *absences;
  const GwEngineWish *wishes;
  int32_t n_operations, n_shifts, n_blocks, n_colleagues, n_persons, n_links, n_fits, n_absences,
      n_wishes;
} GwEngineCase;

/* Enters @amount of @rule: a breach when it is hard, a penalty otherwise. 0 enters nothing. */
void gw_engine_case_enter (GwEngineCase *self, GwEngineRule rule, GwEngineSubject subject,
                           int32_t index, int64_t amount);

/* @n, or 0 when it is negative. */
static inline int64_t
gw_engine_case_positive (int64_t n)
{
  return n > 0 ? n : 0;
}

/* Minutes that two stretches of time share. */
static inline int64_t
gw_engine_case_shared (int64_t start_a, int64_t end_a, int64_t start_b, int64_t end_b)
{
  return gw_engine_case_positive ((end_a < end_b ? end_a : end_b) -
                                  (start_a > start_b ? start_a : start_b));
}

/* Whether operation @o is placed. */
static inline bool
gw_engine_case_is_placed (const GwEngineCase *self, int32_t o)
{
  return self->plan->shift_of[o] != GW_ENGINE_NONE;
}

/* Who does operation @o, or NONE. */
static inline int32_t
gw_engine_case_colleague_at (const GwEngineCase *self, int32_t o)
{
  return gw_engine_case_is_placed (self, o) ? self->plan->colleague_of[self->plan->shift_of[o]]
                                            : GW_ENGINE_NONE;
}

/* Checks every operation by itself: who, when, pins, alternatives. */
void gw_engine_case_check_operations (GwEngineCase *self);

/* Checks who holds each shift and reads its run. Returns false without memory. */
bool gw_engine_case_check_shifts (GwEngineCase *self);

/* Checks what lies between operations: links, and the visits of one person. Returns false without
 * memory. */
bool gw_engine_case_check_links (GwEngineCase *self);

/* Checks the working weeks of everybody. */
void gw_engine_case_check_colleagues (GwEngineCase *self);
