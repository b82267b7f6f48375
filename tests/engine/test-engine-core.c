/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clashing sets: each thing that can be in the way is found where it alone is, and nothing that is
 * not; on weeks, no visit of a set can be left out, and taking one away makes room, as the verifier
 * says.
 */
#include <stdlib.h>
#include <string.h>

#include "gw-engine-core.h"
#include "gw-engine-problem-private.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

#define MOST 64

/* Whether the set has exactly the kinds in @kinds (a bit for each). */
static void
expect (GwWorld *world, int operation, GwEngineCoreStatus status, unsigned kinds, int n)
{
  GwEngineClash clashes[MOST];
  unsigned found = 0;
  int32_t n_found;

  GW_CHECK_INT (
      gw_engine_find_core (world->problem, world->plan, operation, clashes, MOST, &n_found), ==,
      status);
  for (int i = 0; i < n_found; i++)
    found |= 1u << clashes[i].kind;
  GW_CHECK_INT (found, ==, kinds);
  GW_CHECK_INT (n_found, ==, n);
  gw_world_end (world);
}

#define BIT(kind) (1u << GW_ENGINE_CLASH_##kind)

static void
test_fits (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  o = gw_world_add_operation (&world, AT (9, 0), AT (9, 30));
  gw_world_seal (&world);
  expect (&world, o, GW_ENGINE_CORE_FITS, 0, 0);
}

static void
test_nobody (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  o = gw_world_add_operation (&world, 1440 + AT (9, 0), 1440 + AT (9, 30));
  gw_world_seal (&world);
  expect (&world, o, GW_ENGINE_CORE_NOBODY, 0, 0);
}

/* Both shifts are over by then. */
static void
test_window (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  o = gw_world_add_operation (&world, AT (18, 0), AT (18, 30));
  gw_world_seal (&world);
  expect (&world, o, GW_ENGINE_CORE_FOUND, BIT (WINDOW), 1);
}

static void
test_skill (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  world.operation.skills = 4;
  o = gw_world_add_operation (&world, AT (9, 0), AT (9, 30));
  gw_world_seal (&world);
  expect (&world, o, GW_ENGINE_CORE_FOUND, BIT (SKILL), 1);
}

static void
test_fits_and_away (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  o = gw_world_add_operation (&world, AT (9, 0), AT (9, 30));
  gw_engine_builder_add_fit (world.builder, o, 0, GW_ENGINE_RULE_DECLINED, 0);
  gw_engine_builder_add_absence (world.builder, 1, AT (0, 0), AT (24, 0));
  gw_world_seal (&world);
  expect (&world, o, GW_ENGINE_CORE_FOUND, BIT (FIT) | BIT (AWAY), 2);
}

/* Both colleagues have to be somewhere else just then; what else they do has nothing to do with it. */
static void
test_visits (void)
{
  GwWorld world;
  int o, other[4];

  gw_world_begin_usual (&world);
  for (int i = 0; i < 2; i++)
    other[i] = gw_world_add_operation (&world, AT (9, 10), AT (9, 10));
  for (int i = 2; i < 4; i++)
    other[i] = gw_world_add_operation (&world, AT (13, 0), AT (13, 0));
  o = gw_world_add_operation (&world, AT (9, 0), AT (9, 15));
  gw_world_seal (&world);
  for (int i = 0; i < 4; i++)
    gw_world_put (&world, other[i], i % 2, i < 2 ? AT (9, 10) : AT (13, 0));
  gw_engine_plan_settle_blocks (world.problem, world.plan);
  expect (&world, o, GW_ENGINE_CORE_FOUND, BIT (WINDOW) | BIT (VISIT), 3);
}

/* Two are needed, and one of the two has a meeting. */
static void
test_two_and_meeting (void)
{
  GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 0, false };
  GwEngineBlock meeting = { GW_ENGINE_BLOCK_MEETING, 1, 120, AT (8, 30), AT (8, 30), 0 };
  GwWorld world;

  gw_world_begin_usual (&world);
  world.operation.visit = 0;
  gw_world_add_operation (&world, AT (9, 0), AT (9, 30));
  gw_world_add_operation (&world, AT (9, 0), AT (9, 30));
  gw_engine_builder_add_link (world.builder, &link);
  gw_engine_builder_add_block (world.builder, &meeting);
  gw_world_seal (&world);
  expect (&world, 0, GW_ENGINE_CORE_FOUND, BIT (WINDOW) | BIT (LINK) | BIT (BLOCK), 3);
}

/* Four hours after the visit before it both are at home: the gap, and the visit it is kept to. */
static void
test_gap (void)
{
  GwEngineLink link = { GW_ENGINE_LINK_LAG, 0, 1, 240, INT32_MAX, false };
  GwWorld world;

  gw_world_begin_usual (&world);
  gw_world_add_operation (&world, AT (11, 0), AT (11, 0));
  gw_world_add_operation (&world, AT (9, 0), AT (16, 0));
  gw_engine_builder_add_link (world.builder, &link);
  gw_world_seal (&world);
  gw_world_put (&world, 0, 0, AT (11, 0));
  gw_engine_plan_settle_blocks (world.problem, world.plan);
  expect (&world, 1, GW_ENGINE_CORE_FOUND, BIT (LINK) | BIT (VISIT), 2);
}

/* There is not room for the whole set: that is not lost memory. */
static void
test_too_many (void)
{
  GwEngineClash clashes[1];
  GwWorld world;
  int32_t n;

  gw_world_begin_usual (&world);
  world.operation.skills = 2;
  gw_world_add_operation (&world, AT (9, 0), AT (9, 0));
  gw_world_seal (&world);
  GW_CHECK_INT (gw_engine_find_core (world.problem, world.plan, 0, clashes, 0, &n), ==,
                GW_ENGINE_CORE_TOO_MANY);
  GW_CHECK_INT (n, ==, 0);
  GW_CHECK_INT (gw_engine_find_core (world.problem, world.plan, 0, clashes, 1, &n), ==,
                GW_ENGINE_CORE_FOUND);
  GW_CHECK_INT (n, ==, 1);
  gw_world_end (&world);
}

/* The set of @n clashes, as it was found, without @left_out (or NONE). */
typedef struct
{
  const GwEngineClash *clashes;
  int32_t n, left_out;
} Set;

static bool
set_has (const Set *set, GwEngineClashKind kind, int32_t index, GwEngineRule rule)
{
  for (int32_t i = 0; i < set->n; i++)
    if (i != set->left_out && set->clashes[i].kind == kind && set->clashes[i].index == index &&
        set->clashes[i].rule == rule)
      return true;
  return false;
}

/* Finds what is in the way when only the visits of @set are placed. Returns whether there is anything,
 * and, when something is left out of the set, whether all of it is in the set. */
static bool
is_in_the_way (const GwEngineProblem *problem, const GwEnginePlan *plan, int32_t operation,
               const Set *set)
{
  GwEnginePlan *less = gw_engine_plan_copy (plan);
  GwEngineClash clashes[MOST];
  GwEngineCoreStatus status;
  bool is_within = true;
  int32_t n;

  for (int32_t u = 0; u < problem->n_units; u++)
    {
      const GwEngineSlices *units = &problem->unit_operations;

      if (set_has (set, GW_ENGINE_CLASH_VISIT, units->items[units->first[u]], GW_ENGINE_RULE_NONE))
        continue;
      for (int32_t i = units->first[u]; i < units->first[u + 1]; i++)
        less->shift_of[units->items[i]] = GW_ENGINE_NONE;
    }
  status = gw_engine_find_core (problem, less, operation, clashes, MOST, &n);
  GW_CHECK (status == GW_ENGINE_CORE_FOUND || status == GW_ENGINE_CORE_FITS);
  for (int32_t i = 0; i < n && status == GW_ENGINE_CORE_FOUND && set->left_out >= 0; i++)
    is_within = is_within && set_has (set, clashes[i].kind, clashes[i].index, clashes[i].rule);
  gw_engine_plan_free (less);
  return status == GW_ENGINE_CORE_FOUND && is_within;
}

/* Makes @view @problem with every visit of @plan pinned where it is: as a set holds them. Its
 * operations are to be freed. */
static void
hold_visits (const GwEngineProblem *problem, const GwEnginePlan *plan, GwEngineProblem *view)
{
  size_t size = (size_t) problem->n_operations * sizeof *view->operations;

  gw_engine_problem_view (problem, view);
  view->operations = malloc (size);
  memcpy (view->operations, problem->operations, size);
  for (int32_t o = 0; o < problem->n_operations; o++)
    if (plan->shift_of[o] >= 0)
      {
        view->operations[o].pin_shift = plan->shift_of[o];
        view->operations[o].pin_start = plan->start_of[o];
      }
}

/* Checks one set of a week: the visits of it are in the way also when all others are gone, and none
 * of them can be left out: then there is room, or something is in the way that was not in the set. */
static int
check_week (GwEngineProblem *problem, GwEnginePlan *plan, int32_t operation)
{
  GwEngineProblem held;
  GwEngineClash clashes[MOST];
  GwEngineCoreStatus status;
  int n_visits = 0;
  Set set = { clashes, 0, GW_ENGINE_NONE };

  status = gw_engine_find_core (problem, plan, operation, clashes, MOST, &set.n);
  GW_CHECK (status != GW_ENGINE_CORE_NO_MEMORY);
  if (status != GW_ENGINE_CORE_FOUND)
    return 0;
  hold_visits (problem, plan, &held);
  GW_CHECK (is_in_the_way (&held, plan, operation, &set));
  for (set.left_out = 0; set.left_out < set.n; set.left_out++)
    if (clashes[set.left_out].kind == GW_ENGINE_CLASH_VISIT)
      {
        GW_CHECK (plan->shift_of[clashes[set.left_out].index] >= 0);
        GW_CHECK (!is_in_the_way (&held, plan, operation, &set));
        n_visits++;
      }
  free (held.operations);
  return n_visits > 0;
}

/* A visit of a set that has one visit only goes, and what was to cover fits, says the verifier. */
static int
check_room (GwEngineProblem *problem, GwEnginePlan *plan, int32_t operation)
{
  GwEnginePlan *less = gw_engine_plan_copy (plan);
  GwEngineClash clashes[MOST];
  GwEngineVerdict before, after;
  GwEnginePricer *pricer;
  GwEnginePrice price;
  int32_t n, found = 0;

  gw_engine_find_core (problem, plan, operation, clashes, MOST, &n);
  for (int32_t i = 0; i < n; i++)
    if (clashes[i].kind == GW_ENGINE_CLASH_VISIT)
      {
        pricer = gw_engine_pricer_new (problem, plan);
        gw_engine_price_remove (pricer, clashes[i].index, &price);
        gw_engine_price_apply (pricer, &price, less);
        gw_engine_pricer_free (pricer);
        gw_engine_verify (problem, less, &before);
        pricer = gw_engine_pricer_new (problem, less);
        if (gw_engine_price_best_places (pricer, operation, &price, 1) > 0)
          {
            gw_engine_price_apply (pricer, &price, less);
            gw_engine_verify (problem, less, &after);
            GW_CHECK_INT (after.score.hard, <=, before.score.hard);
            GW_CHECK_INT (after.score.medium, <, before.score.medium);
            gw_engine_verdict_clear (&after);
            found = 1;
          }
        gw_engine_verdict_clear (&before);
        gw_engine_pricer_free (pricer);
      }
  gw_engine_plan_free (less);
  return found;
}

static void
test_weeks (void)
{
  int n_sets = 0, n_rooms = 0;

  for (uint64_t seed = 1; seed <= 4; seed++)
    {
      GwEngineOptions options = { .seed = seed, .steps = 2000 };
      GwEngineProblem *problem = gw_sample_week (seed, 1, 0);
      GwEngineResult result;
      GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);

      for (int32_t o = 0; o < plan->n_operations; o++)
        if (plan->shift_of[o] < 0)
          {
            n_sets += check_week (problem, plan, o);
            n_rooms += check_room (problem, plan, o);
          }
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
  printf ("# %d sets, %d of which one visit less would do\n", n_sets, n_rooms);
  GW_CHECK_INT (n_sets, >, 5);
  GW_CHECK_INT (n_rooms, >, 5);
}

/* No plan and no problem makes it fall over. */
static void
test_mixtures (void)
{
  int n_found = 0;

  for (uint64_t seed = 0; seed < 60; seed++)
    {
      GwEngineOptions options = { .seed = seed, .steps = 100 };
      GwEngineProblem *problem = gw_sample_mixture (seed, 30, 8);
      GwEngineResult result;
      GwEnginePlan *plan = gw_engine_solve (problem, &options, &result);

      for (int32_t o = 0; o < plan->n_operations; o++)
        {
          GwEngineClash clashes[MOST];
          int32_t n;

          if (plan->shift_of[o] >= 0)
            continue;
          GW_CHECK (gw_engine_find_core (problem, plan, o, clashes, MOST, &n) !=
                    GW_ENGINE_CORE_NO_MEMORY);
          n_found += n > 0;
        }
      gw_engine_plan_free (plan);
      gw_engine_problem_unref (problem);
    }
  GW_CHECK_INT (n_found, >, 20);
}

int
main (void)
{
  gw_tap_run ("what fits has no clashes", test_fits);
  gw_tap_run ("nobody works on that day", test_nobody);
  gw_tap_run ("the time that was agreed", test_window);
  gw_tap_run ("a skill nobody has", test_skill);
  gw_tap_run ("one declined, the other away", test_fits_and_away);
  gw_tap_run ("two other visits at that time", test_visits);
  gw_tap_run ("two are needed, one has a meeting", test_two_and_meeting);
  gw_tap_run ("a gap to keep", test_gap);
  gw_tap_run ("more than there is room for", test_too_many);
  gw_tap_run ("sets of planned weeks", test_weeks);
  gw_tap_run ("sets of anything", test_mixtures);
  return gw_tap_done ();
}
