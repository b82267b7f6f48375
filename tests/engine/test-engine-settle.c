/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans that go into records and come back: visits keep shifts and starts, breaks and role time are
 * found again. What the search had must be found, and the best there is.
 */
#include <stdlib.h>

#include "gw-engine-score.h"
#include "gw-engine-solve.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

static uint64_t state;

static int
below (int n)
{
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (int) ((state >> 33) % (uint64_t) n);
}

static GwEngineScore
score (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  return gw_engine_score_plan (problem, plan, NULL, NULL);
}

/* Forgets the times of blocks and finds them again. Returns whether that was not for the worse. */
static bool
survives (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  GwEnginePlan *again = gw_engine_plan_copy (plan);
  GwEngineScore before = score (problem, plan), after;

  for (int32_t b = 0; b < again->n_blocks; b++)
    again->block_start[b] = -1;
  gw_engine_plan_settle_blocks (problem, again);
  after = score (problem, again);
  gw_engine_plan_free (again);
  return after.hard <= before.hard && gw_engine_score_compare (&after, &before) <= 0;
}

static GwEnginePlan *
solve (const GwEngineProblem *problem, uint64_t seed, int steps)
{
  GwEngineOptions options = { .steps = steps, .seed = seed };
  GwEngineResult result;

  return gw_engine_solve (problem, &options, &result);
}

/* Whatever the search found is found again. */
static void
test_search_survives (void)
{
  for (uint64_t seed = 0; seed < 300; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 10 + (int) seed % 40, 3 + (int) seed % 7);
      GwEnginePlan *plan = solve (problem, seed, 60);

      if (!survives (problem, plan))
        printf ("# seed %d\n", (int) seed);
      GW_CHECK (survives (problem, plan));
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
}

static void
test_week_survives (void)
{
  GwEngineProblem *problem = gw_sample_week (4, 1, 2);
  GwEnginePlan *plan = solve (problem, 1, 800);

  GW_CHECK (survives (problem, plan));
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* Also where visits overlap and nothing fits, no other times of the blocks are better. */
static void
test_nothing_is_better (void)
{
  state = 7;
  for (uint64_t seed = 0; seed < 200; seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 12, 3);
      const GwEngineWindow *windows = gw_engine_problem_get_windows (problem, NULL);
      const GwEngineOperation *operations = gw_engine_problem_get_operations (problem, NULL);
      const GwEngineBlock *blocks = gw_engine_problem_get_blocks (problem, NULL);
      GwEnginePlan *plan = gw_engine_plan_new (problem);
      bool ok = true;

      for (int32_t o = 0; o < plan->n_operations; o++)
        {
          const GwEngineWindow *window = &windows[operations[o].first_window];

          plan->shift_of[o] = below (plan->n_shifts + 1) - 1;
          plan->start_of[o] = operations[o].n_windows > 0
                                  ? window->open + below (window->close - window->open + 1)
                                  : 480;
        }
      for (int k = 0; k < 100 && ok; k++)
        {
          for (int32_t b = 0; b < plan->n_blocks; b++)
            plan->block_start[b] = blocks[b].earliest +
                                   below (blocks[b].latest - blocks[b].earliest + 1);
          ok = survives (problem, plan);
        }
      GW_CHECK (ok);
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
}

static GwEngineBlock
role (int duration, int earliest, int latest, int place)
{
  return (GwEngineBlock){ GW_ENGINE_BLOCK_ROLE, 0, duration, earliest, latest, place };
}

/* Three blocks that leave each other just room in one order only. */
static void
test_tight (void)
{
  GwWorld world;
  GwEngineBlock block;

  gw_world_begin_usual (&world);
  block = role (60, AT (8, 0), AT (9, 40), GW_ENGINE_NONE);
  gw_engine_builder_add_block (world.builder, &block);
  block = role (30, AT (8, 0), AT (14, 0), 1);
  gw_engine_builder_add_block (world.builder, &block);
  gw_world_add_operation (&world, AT (9, 10), AT (9, 10));
  gw_world_add_operation (&world, AT (11, 0), AT (11, 0));
  gw_world_add_operation (&world, AT (11, 30), AT (11, 30));
  gw_world_add_operation (&world, AT (12, 0), AT (12, 0));
  gw_world_add_operation (&world, AT (12, 30), AT (12, 30));
  gw_world_add_operation (&world, AT (13, 0), AT (13, 0));
  gw_world_add_operation (&world, AT (13, 30), AT (13, 30));
  gw_world_seal (&world);
  for (int o = 0; o < 7; o++)
    {
      const GwEngineWindow *windows = gw_engine_problem_get_windows (world.problem, NULL);

      gw_world_put (&world, o, 0, windows[o].open);
    }
  gw_engine_plan_settle_blocks (world.problem, world.plan);
  GW_CHECK (gw_world_obeys (&world, world.plan));
  gw_world_end (&world);
}

/* With room everywhere a break is in the middle. */
static void
test_middle (void)
{
  GwWorld world;
  const GwEngineBlock *blocks;

  gw_world_begin_usual (&world);
  gw_world_seal (&world);
  blocks = gw_engine_problem_get_blocks (world.problem, NULL);
  GW_CHECK_INT (world.plan->block_start[0], ==, (blocks[0].earliest + blocks[0].latest) / 2);
  gw_world_end (&world);
}

/* How far two blocks of the first shift are from the middles of their ranges, together. */
static int
count_off (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  int32_t first = gw_engine_problem_get_shifts (problem, NULL)[0].first_block;
  const GwEngineBlock *blocks = gw_engine_problem_get_blocks (problem, NULL);
  int off = 0;

  for (int32_t b = first; b < first + 2; b++)
    off += abs (plan->block_start[b] - (blocks[b].earliest + blocks[b].latest) / 2);
  return off;
}

/* Whether no other two starts are as good and nearer to the middles. */
static bool
is_nearest (const GwEngineProblem *problem, const GwEnginePlan *found)
{
  int32_t first = gw_engine_problem_get_shifts (problem, NULL)[0].first_block;
  const GwEngineBlock *block = gw_engine_problem_get_blocks (problem, NULL) + first;
  GwEngineScore best = score (problem, found), with;
  GwEnginePlan *plan = gw_engine_plan_copy (found);
  bool ok = true;

  for (int32_t one = block[0].earliest; one <= block[0].latest; one++)
    for (int32_t other = block[1].earliest; other <= block[1].latest; other++)
      {
        plan->block_start[first] = one;
        plan->block_start[first + 1] = other;
        if (count_off (problem, plan) >= count_off (problem, found))
          continue;
        with = score (problem, plan);
        ok = ok && gw_engine_score_compare (&with, &best) > 0;
      }
  gw_engine_plan_free (plan);
  return ok;
}

/* A break and role time that would like to be at the same time lie beside each other. */
static void
test_together (void)
{
  for (int minute = 0; minute < 240; minute += 15)
    {
      GwWorld world;
      GwEngineBlock block;

      gw_world_begin_usual (&world);
      block = role (40, AT (9, 0), AT (12, 0), GW_ENGINE_NONE);
      gw_engine_builder_add_block (world.builder, &block);
      gw_world_add_operation (&world, AT (9, 0) + minute, AT (9, 0) + minute);
      gw_world_seal (&world);
      gw_world_put (&world, 0, 0, AT (9, 0) + minute);
      gw_engine_plan_settle_blocks (world.problem, world.plan);
      GW_CHECK_INT (gw_engine_problem_get_shifts (world.problem, NULL)[0].n_blocks, ==, 2);
      GW_CHECK (is_nearest (world.problem, world.plan));
      gw_world_end (&world);
    }
}

int
main (void)
{
  gw_tap_run ("what the search found is found again", test_search_survives);
  gw_tap_run ("a week is found again", test_week_survives);
  gw_tap_run ("no other times are better", test_nothing_is_better);
  gw_tap_run ("tight blocks find their order", test_tight);
  gw_tap_run ("with room the middle", test_middle);
  gw_tap_run ("two with room are near their middles", test_together);
  return gw_tap_done ();
}
