/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan: which shift each operation is in, when it starts, who holds each shift, and when the
 * blocks (breaks, role time) start. Plain arrays, owned by one thread at a time; any plan of the
 * right size can be scored, however wrong it is. The order within a shift is the order of starts.
 */
#pragma once

#include "gw-engine-problem.h"

/* The arrays have as many elements as the problem has operations, shifts and blocks. */
typedef struct
{
  int32_t n_operations;
  int32_t n_shifts;
  int32_t n_blocks;
  int32_t *shift_of;     /* by operation: shift, or GW_ENGINE_NONE when not placed */
  int32_t *start_of;     /* by operation: start, meaningful when placed */
  int32_t *colleague_of; /* by shift: colleague, or GW_ENGINE_NONE when open */
  int32_t *block_start;  /* by sealed block: start */
} GwEnginePlan;

/* Makes a plan in which nothing is placed, each shift has the colleague it starts with and each
 * block starts at its earliest. Returns NULL without memory. */
GwEnginePlan *gw_engine_plan_new (const GwEngineProblem *problem)
    __attribute__ ((warn_unused_result));

/* Returns a copy of @plan, or NULL without memory. */
GwEnginePlan *gw_engine_plan_copy (const GwEnginePlan *plan) __attribute__ ((warn_unused_result));

/* Overwrites @to with @from; both must be of the same size. */
void gw_engine_plan_assign (GwEnginePlan *to, const GwEnginePlan *from);

/* Frees @plan; NULL is allowed. */
void gw_engine_plan_free (GwEnginePlan *plan);

/* Returns whether both place everything alike (starts of unplaced operations do not count). */
bool gw_engine_plan_equal (const GwEnginePlan *a, const GwEnginePlan *b);

/* Returns how many operations are not placed. */
int32_t gw_engine_plan_count_unplaced (const GwEnginePlan *plan);

/* Chooses the start of every block (breaks above all) among the operations where they are, so that
 * the plan breaks hard rules least, then costs least, then has each block nearest the middle of its
 * range: no other choice does better, in shifts with up to four blocks that may move. Call it on a
 * plan made from records, which know no breaks. Returns false without memory: then some blocks are
 * in the middle of their ranges, or where they were. */
bool gw_engine_plan_settle_blocks (const GwEngineProblem *problem, GwEnginePlan *plan);
