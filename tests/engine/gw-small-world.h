/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small world in which rules are broken one at a time: day 0, shifts 0 and 1 from 8:00 to 15:00
 * held by colleagues 0 and 1 (colleague 2 has none), two places ten minutes apart, operations of
 * half an hour with skill 0. Cases add to it or change it before it is sealed. All in a header,
 * since a failed check must count in the program that runs it.
 */
#pragma once

#include <stdlib.h>

#include "gw-engine-builder.h"
#include "gw-engine-price.h"
#include "gw-engine-score.h"
#include "gw-engine-solve.h"
#include "gw-engine-verify.h"
#include "gw-tap.h"

#define AT(hour, minute) ((hour) *60 + (minute))

typedef struct
{
  GwEngineBuilder *builder;
  GwEngineProblem *problem;
  GwEnginePlan *plan;
  GwEngineOperation operation; /* what gw_world_add_operation() adds */
  GwEngineColleague colleague; /* what gw_world_add_colleague() adds */
} GwWorld;

/* Adds world->operation with one window, or none when @open > @close. */
static inline int
gw_world_add_operation (GwWorld *world, int open, int close)
{
  int o = gw_engine_builder_add_operation (world->builder, &world->operation);

  if (open <= close)
    gw_engine_builder_add_window (world->builder, o, open, close, GW_ENGINE_NO_TIME);
  return o;
}

/* Adds world->colleague with skill 0. */
static inline int
gw_world_add_colleague (GwWorld *world)
{
  int c = gw_engine_builder_add_colleague (world->builder, &world->colleague);

  gw_engine_builder_add_skills (world->builder, c, 1, 0, 13);
  return c;
}

/* Adds a shift, minutes within @day, that colleagues 0 to 2 may hold. */
static inline int
gw_world_add_shift (GwWorld *world, int day, int start, int end, int colleague)
{
  GwEngineShift shift;
  int s;

  gw_engine_shift_init (&shift, day, day * 1440 + start, day * 1440 + end);
  shift.colleague = colleague;
  shift.may_change = true;
  s = gw_engine_builder_add_shift (world->builder, &shift);
  for (int c = 0; c < 3; c++)
    gw_engine_builder_add_eligible (world->builder, s, c);
  return s;
}

/* A horizon of 14 days with two places and nobody. */
static inline void
gw_world_begin (GwWorld *world)
{
  world->builder = gw_engine_builder_new (14, 0);
  gw_engine_builder_set_places (world->builder, 2, 1);
  gw_engine_builder_set_travel (world->builder, 0, 0, 1, 10);
  gw_engine_builder_set_travel (world->builder, 0, 1, 0, 10);
  gw_engine_operation_init (&world->operation);
  world->operation.place = 0;
  world->operation.duration = 30;
  world->operation.skills = 1;
  gw_engine_colleague_init (&world->colleague);
}

/* The small world as described above. */
static inline void
gw_world_begin_usual (GwWorld *world)
{
  gw_world_begin (world);
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (world);
  gw_world_add_shift (world, 0, AT (8, 0), AT (15, 0), 0);
  gw_world_add_shift (world, 0, AT (8, 0), AT (15, 0), 1);
}

/* Seals, and makes an empty plan with settled breaks. */
static inline void
gw_world_seal (GwWorld *world)
{
  GwEngineFault fault;

  world->problem = gw_engine_builder_seal (world->builder, &fault);
  GW_CHECK (world->problem != NULL);
  if (world->problem == NULL)
    abort ();
  world->plan = gw_engine_plan_new (world->problem);
  gw_engine_plan_settle_blocks (world->problem, world->plan);
}

/* Places an operation in the plan. */
static inline void
gw_world_put (GwWorld *world, int operation, int shift, int start)
{
  world->plan->shift_of[operation] = shift;
  world->plan->start_of[operation] = start;
}

/* Whether @plan breaks no hard rule; says which it breaks. */
static inline bool
gw_world_obeys (const GwWorld *world, const GwEnginePlan *plan)
{
  GwEngineVerdict verdict;
  bool fine = gw_engine_verify (world->problem, plan, &verdict);

  for (int i = 0; i < verdict.n_violations; i++)
    printf ("#   breaks %s by %lld\n", gw_engine_rule_get_info (verdict.violations[i].rule)->name,
            (long long) verdict.violations[i].amount);
  gw_engine_verdict_clear (&verdict);
  return fine;
}

/* Checks that a search breaks no rule. */
static inline void
gw_world_check_search (const GwWorld *world)
{
  GwEngineOptions options = { .steps = 300, .seed = 4 };
  GwEngineResult result;
  GwEnginePlan *plan = gw_engine_solve (world->problem, &options, &result);

  GW_CHECK (gw_world_obeys (world, plan));
  gw_engine_plan_free (plan);
}

/* Checks that doing what @price says breaks @rule, by @amount, and that everybody says so. */
static inline void
gw_world_check_price (GwWorld *world, GwEnginePricer *pricer, const GwEnginePrice *price, GwEngineRule rule,
             int amount)
{
  GwEnginePlan *after = gw_engine_plan_copy (world->plan);
  GwEngineVerdict verdict;
  int64_t by_rule[GW_ENGINE_N_RULES];
  int found = 0;

  if (price->broken != rule)
    printf ("#   broken is %d, not %s\n", (int) price->broken,
            gw_engine_rule_get_info (rule)->name);
  GW_CHECK_INT (price->broken, ==, rule);
  GW_CHECK_INT (price->broken_amount, ==, amount);
  gw_engine_price_apply (pricer, price, after);
  GW_CHECK (!gw_engine_verify (world->problem, after, &verdict));
  for (int i = 0; i < verdict.n_violations; i++)
    if (verdict.violations[i].rule == rule)
      {
        found++;
        GW_CHECK_INT (verdict.violations[i].subject, ==, price->broken_subject);
        GW_CHECK_INT (verdict.violations[i].index, ==, price->broken_index);
      }
  GW_CHECK_INT (found, ==, 1);
  GW_CHECK_INT (verdict.by_rule[rule], ==, amount);
  gw_engine_score_plan (world->problem, after, by_rule, NULL);
  GW_CHECK_INT (by_rule[rule], ==, amount);
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (after);
}

/* Checks that a search breaks no rule, and frees everything. */
static inline void
gw_world_end (GwWorld *world)
{
  gw_world_check_search (world);
  gw_engine_plan_free (world->plan);
  gw_engine_problem_unref (world->problem);
  gw_engine_builder_free (world->builder);
}

/* Checks that the plan obeys all rules, and that placing @operation breaks @rule by @amount,
 * which price, verifier and score say alike and the search avoids; ends the world. */
static inline void
gw_world_expect_place_breaks (GwWorld *world, int operation, int shift, int start,
                              GwEngineRule rule, int amount)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (world->problem, world->plan);
  GwEnginePrice price;

  GW_CHECK (gw_world_obeys (world, world->plan));
  gw_engine_price_place (pricer, operation, shift, start, &price);
  gw_world_check_price (world, pricer, &price, rule, amount);
  gw_engine_pricer_free (pricer);
  gw_world_end (world);
}

/* The same for giving @shift to @colleague. */
static inline void
gw_world_expect_hand_over_breaks (GwWorld *world, int shift, int colleague, GwEngineRule rule,
                                  int amount)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (world->problem, world->plan);
  GwEnginePrice price;

  GW_CHECK (gw_world_obeys (world, world->plan));
  gw_engine_price_shift (pricer, shift, colleague, &price);
  gw_world_check_price (world, pricer, &price, rule, amount);
  gw_engine_pricer_free (pricer);
  gw_world_end (world);
}
