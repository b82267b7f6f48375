/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stability: what was moved without need goes back, what is missing goes into gaps without moving
 * anybody, breaks make room, and where changes are dear the timing keeps the times people know.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-fill.h"
#include "gw-engine-random.h"
#include "gw-engine-restore.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

static GwEnginePlan *
solve (const GwEngineProblem *problem, const GwEngineScope *scope, const GwEnginePlan *warm,
       uint64_t seed, int64_t steps)
{
  GwEngineOptions options = { .seed = seed, .steps = steps, .scope = scope, .warm = warm };
  GwEngineResult result;

  return gw_engine_solve (problem, &options, &result);
}

/* The verifier's score of @plan, which must agree with the engine's. */
static GwEngineScore
verify (const GwEngineProblem *problem, const GwEnginePlan *plan)
{
  GwEngineScore score = gw_engine_score_plan (problem, plan, NULL, NULL);
  GwEngineVerdict verdict;

  gw_engine_verify (problem, plan, &verdict);
  GW_CHECK_INT (gw_engine_score_compare (&verdict.score, &score), ==, 0);
  gw_engine_verdict_clear (&verdict);
  return score;
}

/* Another seed's plan is brought back towards the first: it never gets worse, and doing it again
 * changes nothing. */
static void
check_restore (const GwEngineProblem *problem, uint64_t seed, int steps, int *n_restored)
{
  GwEnginePlan *reference = solve (problem, NULL, NULL, 1, steps);
  GwEnginePlan *plan = solve (problem, NULL, reference, seed + 2, steps), *again;
  GwEngineScore before = verify (problem, plan), after;
  int32_t n = gw_engine_restore_count (reference, plan), taken;

  taken = gw_engine_restore_plan (problem, reference, plan);
  after = verify (problem, plan);
  GW_CHECK_INT (taken, >=, 0);
  GW_CHECK_INT (gw_engine_score_compare (&after, &before), <=, 0);
  GW_CHECK_INT (gw_engine_restore_count (reference, plan), <=, n);
  again = gw_engine_plan_copy (plan);
  if (taken == 0)
    {
      GW_CHECK_INT (gw_engine_restore_plan (problem, reference, again), ==, 0);
      GW_CHECK (gw_engine_plan_equal (plan, again));
    }
  *n_restored += taken;
  gw_engine_plan_free (again);
  gw_engine_plan_free (plan);
  gw_engine_plan_free (reference);
}

static void
test_restore (void)
{
  int n_restored = 0;

  /* Most searches leave nothing to put back; one that does must be among them. */
  for (uint64_t seed = 0; seed < 60 || (n_restored == 0 && seed < 1000); seed++)
    {
      GwEngineProblem *problem = gw_sample_mixture (seed, 10 + (int) seed % 40, 4 + (int) seed % 9);

      check_restore (problem, seed, 1000, &n_restored);
      gw_engine_problem_unref (problem);
    }
  GW_CHECK_INT (n_restored, >, 0);
}

/* What was moved for no reason at all goes back, all of it. */
static void
test_restore_all (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 0);
  GwEnginePlan *reference = solve (problem, NULL, NULL, 1, 500);
  GwEnginePlan *plan = gw_engine_plan_copy (reference);
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  int n_moved = 0;

  /* Not all at once: a visit that was taken later by five minutes, wherever that makes things worse. */
  for (int32_t o = 0; o < plan->n_operations; o += 9)
    {
      GwEnginePrice price;

      if (plan->shift_of[o] < 0)
        continue;
      gw_engine_price_place (pricer, o, plan->shift_of[o], plan->start_of[o] + 5, &price);
      if (price.broken != GW_ENGINE_RULE_NONE || price.n_retimed > 0 || price.delta.soft <= 0)
        continue;
      gw_engine_price_apply (pricer, &price, plan);
      gw_engine_pricer_free (pricer);
      pricer = gw_engine_pricer_new (problem, plan);
      n_moved++;
    }
  GW_CHECK_INT (n_moved, >, 3);
  GW_CHECK_INT (gw_engine_restore_count (reference, plan), >=, n_moved);
  gw_engine_restore_plan (problem, reference, plan);
  GW_CHECK_INT (gw_engine_restore_count (reference, plan), ==, 0);
  gw_engine_pricer_free (pricer);
  gw_engine_plan_free (reference);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* Takes one operation in @every out of @plan, with what belongs to it. */
static int
take_out (const GwEngineProblem *problem, GwEnginePlan *plan, int every)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);
  int n = 0;

  for (int32_t o = every / 2; o < plan->n_operations; o += every)
    {
      GwEnginePrice price;

      if (plan->shift_of[o] < 0)
        continue;
      gw_engine_price_remove (pricer, o, &price);
      gw_engine_price_apply (pricer, &price, plan);
      gw_engine_pricer_free (pricer);
      pricer = gw_engine_pricer_new (problem, plan);
      n++;
    }
  gw_engine_pricer_free (pricer);
  return n;
}

/* What was taken out finds a place again, and nobody else moves. */
static void
test_fill (void)
{
  for (uint64_t seed = 1; seed <= 4; seed++)
    {
      GwEngineProblem *problem = gw_sample_week (seed, 1, 0);
      GwEnginePlan *plan = solve (problem, NULL, NULL, 1, 1000);
      GwEngineScore whole = verify (problem, plan), before, after;
      GwEnginePlan *rest;

      GW_CHECK_INT (take_out (problem, plan, 60), >, 3);
      /* Breaks settle as they do in a rota that was written down. */
      gw_engine_plan_settle_blocks (problem, plan);
      rest = gw_engine_plan_copy (plan);
      before = verify (problem, plan);
      GW_CHECK_INT (gw_engine_fill_plan (problem, NULL, plan), >, 0);
      after = verify (problem, plan);
      GW_CHECK_INT (after.medium, <, before.medium);
      /* Not all of it, since now nobody may move for it. */
      GW_CHECK_INT (before.medium - after.medium, >=, (before.medium - whole.medium) / 3);
      GW_CHECK_INT (after.hard, <=, before.hard);
      GW_CHECK_INT (gw_engine_restore_count (rest, plan), ==, 0);
      gw_engine_plan_free (rest);
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
}

/* What the scope does not leave free, or before when it says, stays out. */
static void
test_fill_scope (void)
{
  GwEngineProblem *problem = gw_sample_week (1, 1, 0);
  GwEnginePlan *plan = solve (problem, NULL, NULL, 1, 1000), *before;
  uint8_t *freedom = calloc ((size_t) plan->n_operations, 1);
  GwEngineScope scope = { .operation_freedom = freedom, .not_before = 3 * 1440 };

  take_out (problem, plan, 20);
  for (int32_t o = 0; o < plan->n_operations; o++)
    freedom[o] = o % 2 == 0 ? GW_ENGINE_FREE : GW_ENGINE_FIXED;
  before = gw_engine_plan_copy (plan);
  GW_CHECK_INT (gw_engine_fill_plan (problem, &scope, plan), >, 0);
  for (int32_t o = 0; o < plan->n_operations; o++)
    if (plan->shift_of[o] != before->shift_of[o])
      GW_CHECK (freedom[o] == GW_ENGINE_FREE && plan->start_of[o] >= 3 * 1440);
  free (freedom);
  gw_engine_plan_free (before);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
}

/* A break that lies where a visit has to be makes room for it, and no other visit moves. */
static void
test_break_makes_room (void)
{
  GwWorld world;
  GwEnginePricer *pricer;
  GwEnginePrice price;
  int first, second, wanted;

  gw_world_begin_usual (&world);
  first = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  second = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  wanted = gw_world_add_operation (&world, AT (11, 20), AT (11, 20));
  gw_world_seal (&world);
  gw_world_put (&world, first, 0, AT (10, 50));
  gw_world_put (&world, second, 0, AT (11, 50));
  gw_engine_plan_settle_blocks (world.problem, world.plan);
  /* Settled into the middle of the shift, between the two. */
  GW_CHECK_INT (world.plan->block_start[0], >=, AT (11, 20));
  GW_CHECK_INT (world.plan->block_start[0], <=, AT (11, 30));
  pricer = gw_engine_pricer_new (world.problem, world.plan);
  gw_engine_price_place (pricer, wanted, 0, GW_ENGINE_NO_TIME, &price);
  GW_CHECK_INT (price.broken, ==, GW_ENGINE_RULE_NONE);
  GW_CHECK_INT (price.n_retimed, ==, 0);
  gw_engine_price_apply (pricer, &price, world.plan);
  GW_CHECK (gw_world_obeys (&world, world.plan));
  GW_CHECK_INT (world.plan->start_of[first], ==, AT (10, 50));
  GW_CHECK_INT (world.plan->start_of[second], ==, AT (11, 50));
  gw_engine_pricer_free (pricer);
  gw_world_end (&world);
}

/* A visit that came at 9:00 and would like 8:30 stays at 9:00 where changes are dear, and goes to
 * 8:30 where they are not. */
static int
find_start (int weight)
{
  GwEngineOptions options = { .steps = 50 };
  GwEngineResult result;
  GwEnginePlan *plan;
  GwWorld world;
  int start, o;

  gw_world_begin_usual (&world);
  gw_engine_builder_get_settings (world.builder)->weight[GW_ENGINE_RULE_STABLE_TIME] = weight;
  world.operation.reference_colleague = 0;
  world.operation.reference_start = AT (9, 0);
  world.operation.change_cost = 10;
  o = gw_engine_builder_add_operation (world.builder, &world.operation);
  gw_engine_builder_add_window (world.builder, o, AT (8, 0), AT (10, 0), AT (8, 30));
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (9, 0));
  options.warm = world.plan;
  plan = gw_engine_solve (world.problem, &options, &result);
  start = plan->start_of[o];
  /* Either colleague may come: nothing is said against that. */
  GW_CHECK_INT (plan->shift_of[o], >=, 0);
  gw_engine_plan_free (plan);
  gw_world_end (&world);
  return start;
}

static void
test_times_are_kept (void)
{
  GW_CHECK_INT (find_start (50), ==, AT (9, 0));
  GW_CHECK_INT (find_start (1), ==, AT (8, 30));
}

int
main (void)
{
  gw_tap_run ("what was moved goes back where it does no harm", test_restore);
  gw_tap_run ("what was moved for nothing goes back", test_restore_all);
  gw_tap_run ("what is missing goes into gaps", test_fill);
  gw_tap_run ("filling keeps to its scope", test_fill_scope);
  gw_tap_run ("a break makes room", test_break_makes_room);
  gw_tap_run ("times are kept where changes are dear", test_times_are_kept);
  return gw_tap_done ();
}
