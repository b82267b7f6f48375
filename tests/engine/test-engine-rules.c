/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each hard rule with a case that breaks it: the verifier finds it, the score says the same, a
 * price refuses it by that name, and the search does not do it.
 *
 * The small world: day 0, shifts 0 and 1 from 8:00 to 15:00 held by colleagues 0 and 1 (colleague
 * 2 has none), two places ten minutes apart, operations of half an hour that may start from 8:00
 * to 14:00, with skill 0. Cases add to it or change it before it is sealed.
 */
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
  GwEngineOperation operation; /* what add_operation() adds */
  GwEngineColleague colleague; /* what add_colleague() adds */
} World;

static int
add_operation (World *world, int open, int close)
{
  int o = gw_engine_builder_add_operation (world->builder, &world->operation);

  if (open <= close)
    gw_engine_builder_add_window (world->builder, o, open, close, GW_ENGINE_NO_TIME);
  return o;
}

static int
add_colleague (World *world)
{
  int c = gw_engine_builder_add_colleague (world->builder, &world->colleague);

  gw_engine_builder_add_skills (world->builder, c, 1, 0, 13);
  return c;
}

static int
add_shift (World *world, int day, int start, int end, int colleague)
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

static void
begin (World *world)
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

static void
begin_usual (World *world)
{
  begin (world);
  for (int c = 0; c < 3; c++)
    add_colleague (world);
  add_shift (world, 0, AT (8, 0), AT (15, 0), 0);
  add_shift (world, 0, AT (8, 0), AT (15, 0), 1);
}

static void
seal (World *world)
{
  GwEngineFault fault;

  world->problem = gw_engine_builder_seal (world->builder, &fault);
  GW_CHECK (world->problem != NULL);
  if (world->problem == NULL)
    abort ();
  world->plan = gw_engine_plan_new (world->problem);
  gw_engine_plan_settle_blocks (world->problem, world->plan);
}

static void
put (World *world, int operation, int shift, int start)
{
  world->plan->shift_of[operation] = shift;
  world->plan->start_of[operation] = start;
}

static bool
obeys (const World *world, const GwEnginePlan *plan)
{
  GwEngineVerdict verdict;
  bool fine = gw_engine_verify (world->problem, plan, &verdict);

  for (int i = 0; i < verdict.n_violations; i++)
    printf ("#   breaks %s by %lld\n", gw_engine_rule_get_info (verdict.violations[i].rule)->name,
            (long long) verdict.violations[i].amount);
  gw_engine_verdict_clear (&verdict);
  return fine;
}

static void
check_search_obeys (const World *world)
{
  GwEngineOptions options = { .steps = 300, .seed = 4 };
  GwEngineResult result;
  GwEnginePlan *plan = gw_engine_solve (world->problem, &options, &result);

  GW_CHECK (obeys (world, plan));
  gw_engine_plan_free (plan);
}

/* Checks that doing what @price says breaks @rule, by @amount, and that everybody says so. */
static void
check_price (World *world, GwEnginePricer *pricer, const GwEnginePrice *price, GwEngineRule rule,
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

static void
end (World *world)
{
  check_search_obeys (world);
  gw_engine_plan_free (world->plan);
  gw_engine_problem_unref (world->problem);
  gw_engine_builder_free (world->builder);
}

/* The plan as it is obeys all rules; placing the operation breaks @rule. */
static void
expect_place_breaks (World *world, int operation, int shift, int start, GwEngineRule rule,
                     int amount)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (world->problem, world->plan);
  GwEnginePrice price;

  GW_CHECK (obeys (world, world->plan));
  gw_engine_price_place (pricer, operation, shift, start, &price);
  check_price (world, pricer, &price, rule, amount);
  gw_engine_pricer_free (pricer);
  end (world);
}

static void
expect_hand_over_breaks (World *world, int shift, int colleague, GwEngineRule rule, int amount)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (world->problem, world->plan);
  GwEnginePrice price;

  GW_CHECK (obeys (world, world->plan));
  gw_engine_price_shift (pricer, shift, colleague, &price);
  check_price (world, pricer, &price, rule, amount);
  gw_engine_pricer_free (pricer);
  end (world);
}

/* --- Who ------------------------------------------------------------------------------------- */

static void
test_no_colleague (void)
{
  World world;
  int o, s;

  begin_usual (&world);
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  s = add_shift (&world, 0, AT (8, 0), AT (15, 0), GW_ENGINE_NONE);
  seal (&world);
  expect_place_breaks (&world, o, s, AT (10, 0), GW_ENGINE_RULE_NO_COLLEAGUE, 1);
}

static void
test_skill (void)
{
  World world;
  int o;

  begin_usual (&world);
  gw_engine_builder_add_skills (world.builder, 0, 6, 0, 13);
  world.operation.skills = 7;
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 0));
  expect_place_breaks (&world, o, 1, AT (9, 0), GW_ENGINE_RULE_SKILL, 2);
}

/* The certificate ends on day 0; the same colleague works on day 1. */
static void
test_skill_in_date (void)
{
  World world;
  int o, s;

  begin_usual (&world);
  gw_engine_builder_add_skills (world.builder, 0, 2, 0, 0);
  s = add_shift (&world, 1, AT (8, 0), AT (15, 0), 0);
  world.operation.skills = 3;
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_window (world.builder, o, AT (32, 0), AT (38, 0), GW_ENGINE_NO_TIME);
  seal (&world);
  put (&world, o, 0, AT (9, 0));
  expect_place_breaks (&world, o, s, AT (33, 0), GW_ENGINE_RULE_SKILL, 1);
}

static void
check_fit (GwEngineRule rule)
{
  World world;
  int o;

  begin_usual (&world);
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_fit (world.builder, o, 1, rule, 0);
  seal (&world);
  put (&world, o, 0, AT (9, 0));
  expect_place_breaks (&world, o, 1, AT (9, 0), rule, 1);
}

static void
test_declined (void)
{
  check_fit (GW_ENGINE_RULE_DECLINED);
}

static void
test_must (void)
{
  check_fit (GW_ENGINE_RULE_MUST);
}

static void
test_limit (void)
{
  check_fit (GW_ENGINE_RULE_LIMIT);
}

/* Two operations with a link about who, the first by colleague 0. */
static void
check_who_link (GwEngineLinkKind kind, int good, int bad, GwEngineRule rule)
{
  World world;
  int a, b;

  begin_usual (&world);
  a = add_operation (&world, AT (8, 0), AT (14, 0));
  b = add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_link (world.builder, &(GwEngineLink){ kind, a, b, 0, 0, false });
  seal (&world);
  put (&world, a, 0, AT (9, 0));
  put (&world, b, good, AT (12, 30));
  expect_place_breaks (&world, b, bad, AT (12, 30), rule, 1);
}

static void
test_different (void)
{
  check_who_link (GW_ENGINE_LINK_DIFFERENT, 1, 0, GW_ENGINE_RULE_DIFFERENT);
}

static void
test_same (void)
{
  check_who_link (GW_ENGINE_LINK_SAME, 0, 1, GW_ENGINE_RULE_SAME);
}

static void
test_eligible (void)
{
  World world;
  int c;

  begin_usual (&world);
  c = add_colleague (&world);
  seal (&world);
  expect_hand_over_breaks (&world, 0, c, GW_ENGINE_RULE_ELIGIBLE, 1);
}

static void
test_pinned_shift (void)
{
  World world;
  int o;

  begin_usual (&world);
  world.operation.pin_shift = 0;
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 0));
  expect_place_breaks (&world, o, 1, AT (9, 0), GW_ENGINE_RULE_PIN, 1);
}

static void
test_pinned_start (void)
{
  World world;
  int o;

  begin_usual (&world);
  world.operation.pin_shift = 0;
  world.operation.pin_start = AT (9, 0);
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 0));
  expect_place_breaks (&world, o, 0, AT (9, 1), GW_ENGINE_RULE_PIN, 1);
}

static void
test_pinned_colleague (void)
{
  World world;
  GwEngineShift shift;
  int s;

  begin_usual (&world);
  gw_engine_shift_init (&shift, 3, AT (80, 0), AT (85, 0));
  shift.colleague = 0;
  s = gw_engine_builder_add_shift (world.builder, &shift);
  gw_engine_builder_add_eligible (world.builder, s, 1);
  seal (&world);
  expect_hand_over_breaks (&world, s, 1, GW_ENGINE_RULE_PIN, 1);
}

/* --- When ------------------------------------------------------------------------------------ */

static void
test_window (void)
{
  World world;
  int o;

  begin_usual (&world);
  o = add_operation (&world, AT (9, 0), AT (10, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 30));
  expect_place_breaks (&world, o, 0, AT (10, 7), GW_ENGINE_RULE_WINDOW, 7);
}

static void
test_bounds (void)
{
  World world;
  int o;

  begin_usual (&world);
  o = add_operation (&world, AT (9, 0), AT (18, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 30));
  expect_place_breaks (&world, o, 0, AT (14, 40), GW_ENGINE_RULE_BOUNDS, 10);
}

static void
test_absence (void)
{
  World world;
  int o;

  begin_usual (&world);
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_absence (world.builder, 0, AT (12, 0), AT (24, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 30));
  expect_place_breaks (&world, o, 0, AT (11, 40), GW_ENGINE_RULE_ABSENCE, 10);
}

/* Another operation is pinned at 9:00 in the other place. */
static void
check_neighbour (int place, int start, GwEngineRule rule, int amount)
{
  World world;
  int pinned, o;

  begin_usual (&world);
  world.operation.pin_shift = 0;
  world.operation.pin_start = AT (9, 0);
  pinned = add_operation (&world, AT (9, 0), AT (9, 0));
  world.operation.pin_shift = GW_ENGINE_NONE;
  world.operation.pin_start = GW_ENGINE_NO_TIME;
  world.operation.place = place;
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, pinned, 0, AT (9, 0));
  expect_place_breaks (&world, o, 0, start, rule, amount);
}

static void
test_overlap (void)
{
  check_neighbour (0, AT (9, 20), GW_ENGINE_RULE_OVERLAP, 10);
}

static void
test_travel (void)
{
  check_neighbour (1, AT (9, 36), GW_ENGINE_RULE_TRAVEL, 4);
}

/* From home, ten minutes away, at 8:00. */
static void
test_travel_from_start (void)
{
  World world;
  GwEngineShift shift;
  int o, s;

  begin_usual (&world);
  gw_engine_shift_init (&shift, 1, AT (32, 0), AT (35, 0));
  shift.colleague = 0;
  shift.start_place = 1;
  s = gw_engine_builder_add_shift (world.builder, &shift);
  o = add_operation (&world, AT (32, 0), AT (38, 0));
  seal (&world);
  expect_place_breaks (&world, o, s, AT (32, 3), GW_ENGINE_RULE_TRAVEL, 7);
}

static void
test_travel_to_end (void)
{
  World world;
  GwEngineShift shift;
  int o, s;

  begin_usual (&world);
  gw_engine_shift_init (&shift, 1, AT (32, 0), AT (35, 0));
  shift.colleague = 0;
  shift.end_place = 1;
  s = gw_engine_builder_add_shift (world.builder, &shift);
  o = add_operation (&world, AT (32, 0), AT (38, 0));
  seal (&world);
  expect_place_breaks (&world, o, s, AT (34, 25), GW_ENGINE_RULE_TRAVEL, 5);
}

/* A visit that lasts through all hours in which the break could be: it lies from 9:45 to 13:15. */
static void
test_break (void)
{
  World world;
  int o;

  begin_usual (&world);
  world.operation.duration = 240;
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, o, 0, AT (8, 0));
  world.plan->block_start[0] = AT (12, 0);
  expect_place_breaks (&world, o, 0, AT (9, 30), GW_ENGINE_RULE_BREAK, 20);
}

/* Under 18: thirty minutes after four and a half hours. */
static void
test_break_of_the_young (void)
{
  World world;
  const GwEngineBlock *blocks;
  GwEngineVerdict verdict;
  int32_t n;

  begin (&world);
  world.colleague.break_after = 270;
  world.colleague.break_minutes = 30;
  add_colleague (&world);
  add_colleague (&world);
  add_colleague (&world);
  add_shift (&world, 0, AT (8, 0), AT (13, 0), 0);
  seal (&world);
  blocks = gw_engine_problem_get_blocks (world.problem, &n);
  GW_CHECK_INT (n, ==, 1);
  GW_CHECK_INT (blocks[0].duration, ==, 30);
  GW_CHECK (obeys (&world, world.plan));
  world.plan->block_start[0] = AT (8, 0);
  GW_CHECK (!gw_engine_verify (world.problem, world.plan, &verdict));
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_BREAK], ==, 75);
  gw_engine_verdict_clear (&verdict);
  end (&world);
}

/* The only break in the shift is one that somebody made, and it is too short. */
static void
test_break_too_short (void)
{
  World world;
  GwEngineVerdict verdict;

  begin_usual (&world);
  gw_engine_builder_add_block (
      world.builder,
      &(GwEngineBlock){ GW_ENGINE_BLOCK_BREAK, 0, 15, AT (11, 0), AT (12, 0), GW_ENGINE_NONE });
  seal (&world);
  GW_CHECK (!gw_engine_verify (world.problem, world.plan, &verdict));
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_BREAK], ==, 5);
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (world.plan);
  gw_engine_problem_unref (world.problem);
  gw_engine_builder_free (world.builder);
}

static void
test_meeting (void)
{
  World world;
  int o;

  begin_usual (&world);
  gw_engine_builder_add_block (
      world.builder,
      &(GwEngineBlock){ GW_ENGINE_BLOCK_MEETING, 0, 60, AT (13, 0), AT (13, 0), GW_ENGINE_NONE });
  o = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, o, 0, AT (9, 0));
  expect_place_breaks (&world, o, 0, AT (12, 45), GW_ENGINE_RULE_BLOCK, 15);
}

/* --- Links ----------------------------------------------------------------------------------- */

/* The partner is pinned at 9:00 in shift 1, the operation is at 9:00 in shift 0. */
static void
test_together (void)
{
  World world;
  int a, b;

  begin_usual (&world);
  a = add_operation (&world, AT (8, 0), AT (14, 0));
  world.operation.pin_shift = 1;
  world.operation.pin_start = AT (9, 0);
  b = add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_link (world.builder,
                              &(GwEngineLink){ GW_ENGINE_LINK_TOGETHER, a, b, 0, 5, false });
  seal (&world);
  put (&world, a, 0, AT (9, 5));
  put (&world, b, 1, AT (9, 0));
  expect_place_breaks (&world, a, 0, AT (9, 7), GW_ENGINE_RULE_TOGETHER, 2);
}

/* When nothing pins it, the other half moves along. */
static void
test_together_moves_along (void)
{
  World world;
  GwEnginePricer *pricer;
  GwEnginePrice price;
  int a, b;

  begin_usual (&world);
  a = add_operation (&world, AT (8, 0), AT (14, 0));
  b = add_operation (&world, AT (8, 0), AT (14, 0));
  gw_engine_builder_add_link (world.builder,
                              &(GwEngineLink){ GW_ENGINE_LINK_TOGETHER, a, b, 0, 5, false });
  seal (&world);
  put (&world, a, 0, AT (9, 0));
  put (&world, b, 1, AT (9, 0));
  pricer = gw_engine_pricer_new (world.problem, world.plan);
  gw_engine_price_place (pricer, a, 0, AT (10, 0), &price);
  GW_CHECK_INT (price.broken, ==, GW_ENGINE_RULE_NONE);
  GW_CHECK_INT (price.partner, ==, b);
  GW_CHECK_INT (price.partner_shift, ==, 1);
  GW_CHECK_INT (price.partner_start, ==, AT (10, 0));
  gw_engine_pricer_free (pricer);
  end (&world);
}

/* The other half can start nowhere, so one alone must not be placed. */
static void
test_pair (void)
{
  World world;
  int a, b;

  begin_usual (&world);
  a = add_operation (&world, AT (8, 0), AT (14, 0));
  b = add_operation (&world, AT (20, 0), AT (21, 0));
  gw_engine_builder_add_link (world.builder,
                              &(GwEngineLink){ GW_ENGINE_LINK_TOGETHER, a, b, 0, 5, false });
  seal (&world);
  expect_place_breaks (&world, a, 0, AT (9, 0), GW_ENGINE_RULE_PAIR, 1);
}

static void
check_time_link (GwEngineLink link, int good, int bad, int amount)
{
  World world;
  int a, b;

  begin_usual (&world);
  a = add_operation (&world, AT (9, 0), AT (9, 0));
  b = add_operation (&world, AT (8, 0), AT (14, 0));
  link.a = a;
  link.b = b;
  gw_engine_builder_add_link (world.builder, &link);
  seal (&world);
  put (&world, a, 0, AT (9, 0));
  put (&world, b, 1, good);
  expect_place_breaks (&world, b, 1, bad, GW_ENGINE_RULE_LAG, amount);
}

static void
test_medicine_gap (void)
{
  check_time_link ((GwEngineLink){ GW_ENGINE_LINK_LAG, 0, 0, 240, INT32_MAX, false }, AT (13, 0),
                   AT (12, 55), 5);
}

static void
test_greatest_gap (void)
{
  check_time_link ((GwEngineLink){ GW_ENGINE_LINK_LAG, 0, 0, GW_ENGINE_NO_TIME, 60, false },
                   AT (10, 0), AT (10, 5), 5);
}

static void
test_gap_either_way (void)
{
  check_time_link ((GwEngineLink){ GW_ENGINE_LINK_GAP, 0, 0, 60, 0, false }, AT (8, 0), AT (8, 10),
                   10);
}

static void
test_alternative (void)
{
  World world;
  int a, b;

  begin_usual (&world);
  world.operation.alternative = 0;
  a = add_operation (&world, AT (8, 0), AT (14, 0));
  b = add_operation (&world, AT (8, 0), AT (14, 0));
  seal (&world);
  put (&world, a, 0, AT (9, 0));
  expect_place_breaks (&world, b, 1, AT (9, 0), GW_ENGINE_RULE_ALTERNATIVE, 1);
}

/* --- Working weeks --------------------------------------------------------------------------- */

static void
test_one_span (void)
{
  World world;
  int s;

  begin_usual (&world);
  s = add_shift (&world, 0, AT (17, 0), AT (20, 0), 2);
  seal (&world);
  expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_ONE_SPAN, 1);
}

static void
test_daily_rest (void)
{
  World world;
  int s;

  begin_usual (&world);
  add_shift (&world, 2, AT (15, 0), AT (22, 0), 0);
  s = add_shift (&world, 3, AT (7, 0), AT (12, 0), 1);
  seal (&world);
  expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_DAILY_REST, 120);
}

/* The last shift before the horizon ended at 22:00. */
static void
test_daily_rest_before (void)
{
  World world;

  begin (&world);
  add_colleague (&world);
  add_colleague (&world);
  world.colleague.end_before = -AT (2, 0);
  add_colleague (&world);
  add_shift (&world, 0, AT (8, 0), AT (12, 0), 0);
  seal (&world);
  expect_hand_over_breaks (&world, 0, 2, GW_ENGINE_RULE_DAILY_REST, 60);
}

/* Six days from 8:00 to 15:00, then a seventh: the longest rest in the week is 17 hours. */
static void
check_seven_days (int days_hard, int weekly_rest_minutes, GwEngineRule rule, int amount)
{
  World world;
  int s = 0;

  begin (&world);
  world.colleague.days_hard = days_hard;
  world.colleague.weekly_rest_minutes = weekly_rest_minutes;
  world.colleague.week_minutes_max = 0;
  for (int c = 0; c < 3; c++)
    add_colleague (&world);
  for (int day = 0; day < 6; day++)
    add_shift (&world, day, AT (8, 0), AT (15, 0), 0);
  s = add_shift (&world, 6, AT (8, 0), AT (15, 0), 1);
  seal (&world);
  expect_hand_over_breaks (&world, s, 0, rule, amount);
}

static void
test_weekly_rest (void)
{
  check_seven_days (0, 1440, GW_ENGINE_RULE_WEEKLY_REST, 1440 - 17 * 60);
}

static void
test_consecutive_days (void)
{
  check_seven_days (6, 0, GW_ENGINE_RULE_CONSECUTIVE_DAYS, 1);
}

static void
test_day_hours (void)
{
  World world;
  int s;

  begin (&world);
  world.colleague.day_minutes_max = 480;
  for (int c = 0; c < 3; c++)
    add_colleague (&world);
  add_shift (&world, 0, AT (8, 0), AT (13, 0), 0);
  s = add_shift (&world, 0, AT (13, 0), AT (18, 0), 1);
  seal (&world);
  expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_DAY_HOURS, 120);
}

static void
test_weekly_hours (void)
{
  World world;
  int s;

  begin (&world);
  world.colleague.week_minutes_max = 600;
  for (int c = 0; c < 3; c++)
    add_colleague (&world);
  add_shift (&world, 0, AT (8, 0), AT (14, 0), 0);
  s = add_shift (&world, 2, AT (8, 0), AT (14, 0), 1);
  seal (&world);
  expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_WEEKLY_HOURS, 120);
}

static void
test_away (void)
{
  World world;

  begin_usual (&world);
  gw_engine_builder_add_absence (world.builder, 2, AT (14, 0), AT (30, 0));
  seal (&world);
  expect_hand_over_breaks (&world, 0, 2, GW_ENGINE_RULE_AWAY, 60);
}

int
main (void)
{
  gw_tap_run ("nobody holds the shift", test_no_colleague);
  gw_tap_run ("skill", test_skill);
  gw_tap_run ("skill in date", test_skill_in_date);
  gw_tap_run ("declined", test_declined);
  gw_tap_run ("must", test_must);
  gw_tap_run ("limit", test_limit);
  gw_tap_run ("different colleagues", test_different);
  gw_tap_run ("same colleague", test_same);
  gw_tap_run ("eligible", test_eligible);
  gw_tap_run ("pinned to a shift", test_pinned_shift);
  gw_tap_run ("pinned to a time", test_pinned_start);
  gw_tap_run ("shift pinned to a colleague", test_pinned_colleague);
  gw_tap_run ("window", test_window);
  gw_tap_run ("bounds of the shift", test_bounds);
  gw_tap_run ("absence", test_absence);
  gw_tap_run ("overlap", test_overlap);
  gw_tap_run ("travel", test_travel);
  gw_tap_run ("travel from the start", test_travel_from_start);
  gw_tap_run ("travel to the end", test_travel_to_end);
  gw_tap_run ("break", test_break);
  gw_tap_run ("break of the young", test_break_of_the_young);
  gw_tap_run ("break too short", test_break_too_short);
  gw_tap_run ("meeting", test_meeting);
  gw_tap_run ("together", test_together);
  gw_tap_run ("together, moving along", test_together_moves_along);
  gw_tap_run ("one of two", test_pair);
  gw_tap_run ("medicine gap", test_medicine_gap);
  gw_tap_run ("greatest gap", test_greatest_gap);
  gw_tap_run ("gap either way", test_gap_either_way);
  gw_tap_run ("alternatives", test_alternative);
  gw_tap_run ("one span a day", test_one_span);
  gw_tap_run ("daily rest", test_daily_rest);
  gw_tap_run ("daily rest from before", test_daily_rest_before);
  gw_tap_run ("weekly rest", test_weekly_rest);
  gw_tap_run ("consecutive days", test_consecutive_days);
  gw_tap_run ("hours a day", test_day_hours);
  gw_tap_run ("hours a week", test_weekly_hours);
  gw_tap_run ("away", test_away);
  return gw_tap_done ();
}
