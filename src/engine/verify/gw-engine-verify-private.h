/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the two halves of the verifier share: the case at hand, and the book in which breaches and
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

/* Checks the working weeks of everybody. */
void gw_engine_case_check_colleagues (GwEngineCase *self);
