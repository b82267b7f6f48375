/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Starts on a grid: what the search chooses is on it, what is agreed already stays, windows that
 * hold no such time are open to the minute, and the running cost stays the score.
 */
#include <stdlib.h>

#include "gw-engine-score.h"
#include "gw-engine-solve.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

static GwEnginePlan *
solve (const GwEngineProblem *problem, const GwEnginePlan *warm, int steps)
{
  GwEngineOptions options = { .steps = steps, .seed = 3, .warm = warm };
  GwEngineResult result;

  return gw_engine_solve (problem, &options, &result);
}

/* All starts of a week of a team are on the grid; pairs start together. */
static void
test_week (void)
{
  GwEngineProblem *problem = gw_sample_week (2, 1, 2);
  GwEnginePlan *plan = solve (problem, NULL, 1500);
  GwWorld world = { .problem = problem };
  int off = 0, n_placed = 0;

  for (int32_t o = 0; o < plan->n_operations; o++)
    if (plan->shift_of[o] >= 0)
      {
        n_placed++;
        off += plan->start_of[o] % 5 != 0;
      }
  GW_CHECK_INT (n_placed, >, 300);
  GW_CHECK_INT (off, ==, 0);
  GW_CHECK (gw_world_obeys (&world, plan));
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

static void
begin (GwWorld *world)
{
  gw_world_begin_usual (world);
  gw_engine_builder_get_settings (world->builder)->time_grid = 5;
}

/* 9:01 to 9:04 holds no multiple of five; from 9:03 on the first is 9:05. */
static void
test_windows (void)
{
  GwWorld world;
  GwEnginePlan *plan;

  begin (&world);
  gw_world_add_operation (&world, AT (9, 1), AT (9, 4));
  gw_world_add_operation (&world, AT (10, 3), AT (10, 30));
  gw_world_seal (&world);
  plan = solve (world.problem, NULL, 50);
  GW_CHECK_INT (plan->start_of[0], ==, AT (9, 1));
  GW_CHECK_INT (plan->start_of[1], ==, AT (10, 5));
  gw_engine_plan_free (plan);
  gw_world_end (&world);
}

/* What starts at 9:14 may stay there, and another that must not follow sooner is rounded up. */
static void
test_agreed (void)
{
  GwWorld world;
  GwEnginePlan *plan;

  begin (&world);
  world.operation.reference_colleague = 0;
  world.operation.reference_start = AT (9, 14);
  gw_world_add_operation (&world, AT (9, 0), AT (9, 30));
  world.operation.reference_colleague = GW_ENGINE_NONE;
  world.operation.reference_start = GW_ENGINE_NO_TIME;
  world.operation.pin_shift = 0;
  world.operation.pin_start = AT (9, 44);
  gw_world_add_operation (&world, AT (9, 0), AT (11, 0));
  world.operation.pin_start = GW_ENGINE_NO_TIME;
  gw_world_add_operation (&world, AT (9, 50), AT (11, 0));
  gw_world_seal (&world);
  gw_world_put (&world, 0, 0, AT (9, 14));
  gw_world_put (&world, 1, 0, AT (9, 44));
  gw_world_put (&world, 2, 0, AT (10, 14));
  plan = solve (world.problem, world.plan, 200);
  GW_CHECK_INT (plan->start_of[0], ==, AT (9, 14));
  GW_CHECK_INT (plan->start_of[1], ==, AT (9, 44));
  GW_CHECK (plan->start_of[2] % 5 == 0 || plan->start_of[2] == AT (10, 14));
  gw_engine_plan_free (plan);
  gw_world_end (&world);
}

/* The second colleague comes when the first, who is pinned, comes. */
static void
test_pair_of_a_pinned_one (void)
{
  GwWorld world;
  GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 0, false };
  GwEnginePlan *plan;

  begin (&world);
  world.operation.pin_shift = 0;
  world.operation.pin_start = AT (9, 14);
  gw_world_add_operation (&world, AT (9, 0), AT (10, 0));
  world.operation.pin_shift = GW_ENGINE_NONE;
  world.operation.pin_start = GW_ENGINE_NO_TIME;
  gw_world_add_operation (&world, AT (9, 0), AT (10, 0));
  gw_engine_builder_add_link (world.builder, &link);
  gw_world_seal (&world);
  plan = solve (world.problem, NULL, 50);
  GW_CHECK_INT (plan->shift_of[1], ==, 1);
  GW_CHECK_INT (plan->start_of[1], ==, AT (9, 14));
  gw_engine_plan_free (plan);
  gw_world_end (&world);
}

/* Both halves of a free pair start at the same time on the grid. */
static void
test_pair (void)
{
  GwWorld world;
  GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 0, false };
  GwEnginePlan *plan;

  begin (&world);
  gw_world_add_operation (&world, AT (9, 2), AT (10, 0));
  gw_world_add_operation (&world, AT (9, 2), AT (10, 0));
  gw_engine_builder_add_link (world.builder, &link);
  gw_world_seal (&world);
  plan = solve (world.problem, NULL, 50);
  GW_CHECK_INT (plan->start_of[0], ==, plan->start_of[1]);
  GW_CHECK_INT (plan->start_of[0] % 5, ==, 0);
  GW_CHECK (plan->shift_of[0] >= 0);
  gw_engine_plan_free (plan);
  gw_world_end (&world);
}

/* A price without a time proposes one on the grid; asked for 9:14 it says what 9:14 costs. */
static void
test_price (void)
{
  GwWorld world;
  GwEnginePricer *pricer;
  GwEnginePrice price;

  begin (&world);
  gw_engine_builder_add_window (world.builder, gw_world_add_operation (&world, 1, 0), AT (9, 0),
                                AT (10, 0), AT (9, 12));
  gw_world_seal (&world);
  pricer = gw_engine_pricer_new (world.problem, world.plan);
  gw_engine_price_place (pricer, 0, 0, GW_ENGINE_NO_TIME, &price);
  GW_CHECK_INT (price.broken, ==, GW_ENGINE_RULE_NONE);
  GW_CHECK_INT (price.start, ==, AT (9, 15));
  gw_engine_price_place (pricer, 0, 0, AT (9, 14), &price);
  GW_CHECK_INT (price.broken, ==, GW_ENGINE_RULE_NONE);
  GW_CHECK_INT (price.start, ==, AT (9, 14));
  gw_engine_pricer_free (pricer);
  gw_world_end (&world);
}

int
main (void)
{
  gw_tap_run ("a week is on the grid", test_week);
  gw_tap_run ("windows without a time on the grid", test_windows);
  gw_tap_run ("what is agreed stays", test_agreed);
  gw_tap_run ("the other half of a pinned visit", test_pair_of_a_pinned_one);
  gw_tap_run ("pairs start together on the grid", test_pair);
  gw_tap_run ("prices", test_price);
  return gw_tap_done ();
}
