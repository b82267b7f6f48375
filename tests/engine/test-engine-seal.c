/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What sealing makes of a problem: numbers that are only names do not cost memory, links join what
 * they bind, and a view owns nothing.
 */
#include "gw-engine-problem-private.h"
#include "gw-engine-random.h"
#include "gw-engine-tie.h"
#include "gw-small-world.h"

static void
test_alternatives (void)
{
  static const int32_t given[] = { 99999999, GW_ENGINE_NONE, 7, 99999999, 500, 7 };
  static const int32_t wanted[] = { 2, GW_ENGINE_NONE, 0, 2, 1, 0 };
  const GwEngineOperation *operations;
  GwWorld world;

  gw_world_begin_usual (&world);
  for (int i = 0; i < 6; i++)
    {
      world.operation.alternative = given[i];
      gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
    }
  gw_world_seal (&world);
  operations = gw_engine_problem_get_operations (world.problem, NULL);
  for (int i = 0; i < 6; i++)
    GW_CHECK_INT (operations[i].alternative, ==, wanted[i]);
  GW_CHECK_INT (world.problem->n_groups, ==, 3);
  gw_world_end (&world);
}

/* A visit of nine could never be placed: that is said at once. */
static void
test_units (void)
{
  for (int n = GW_ENGINE_UNIT_MAX; n <= GW_ENGINE_UNIT_MAX + 1; n++)
    {
      GwEngineProblem *problem;
      GwEngineFault fault;
      GwWorld world;

      gw_world_begin_usual (&world);
      for (int i = 0; i < n + 2; i++)
        gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
      for (int i = 1; i < n; i++)
        {
          GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, i, i + 1, 0, 0, false };

          gw_engine_builder_add_link (world.builder, &link);
        }
      problem = gw_engine_builder_seal (world.builder, &fault);
      GW_CHECK_INT (problem != NULL, ==, n == GW_ENGINE_UNIT_MAX);
      if (problem == NULL)
        {
          GW_CHECK_INT (fault.status, ==, GW_ENGINE_BAD_VALUE);
          GW_CHECK_STR (fault.what, "operation");
          GW_CHECK_INT (fault.index, ==, 1);
        }
      gw_engine_problem_unref (problem);
      gw_engine_builder_free (world.builder);
    }
}

/* A view lends what a problem has, but neither counts with it nor owns its memory. */
static void
test_view (void)
{
  GwEngineProblem view;
  GwWorld world;

  gw_world_begin_usual (&world);
  gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_engine_problem_ref (world.problem);
  gw_engine_problem_view (world.problem, &view);
  GW_CHECK_INT (atomic_load (&view.refs), ==, 1);
  GW_CHECK (view.arena.chunks == NULL);
  GW_CHECK (world.problem->arena.chunks != NULL);
  GW_CHECK (view.operations == world.problem->operations);
  GW_CHECK (view.island_shifts.items == world.problem->island_shifts.items);
  GW_CHECK_INT (view.settings.n_days, ==, 14);
  gw_engine_problem_unref (world.problem);
  gw_world_end (&world);
}

/* Operations on two days: whether a link leaves them independent of each other. */
static int32_t
count_islands (GwEngineLink link)
{
  GwWorld world;
  int32_t n;

  gw_world_begin_usual (&world);
  gw_world_add_shift (&world, 1, AT (8, 0), AT (15, 0), 0);
  gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_add_operation (&world, 1440 + AT (8, 0), 1440 + AT (14, 0));
  gw_engine_builder_add_link (world.builder, &link);
  gw_world_seal (&world);
  n = world.problem->n_islands;
  gw_world_end (&world);
  return n;
}

/* Only gaps can be soft. Others bind, and so join what threads must not change apart. */
static void
test_soft_links (void)
{
  for (int kind = 0; kind <= GW_ENGINE_LINK_DIFFERENT; kind++)
    {
      bool may_be_soft = kind == GW_ENGINE_LINK_LAG || kind == GW_ENGINE_LINK_GAP;

      GwEngineLink link = { (GwEngineLinkKind) kind, 0, 1, 1440, 5000, false };

      GW_CHECK_INT (count_islands (link), ==, 1);
      link.is_soft = true;
      GW_CHECK_INT (count_islands (link), ==, may_be_soft ? 2 : 1);
    }
}

/* Starts on the two days are from 18 to 30 hours apart: what asks for less joins nothing. */
static void
test_implied_links (void)
{
  static const GwEngineLinkKind lag = GW_ENGINE_LINK_LAG, gap = GW_ENGINE_LINK_GAP;
  static const int32_t near = 18 * 60, far = 30 * 60;
  static const struct
  {
    GwEngineLink link;
    int32_t n_islands;
  } asked[] = {
    { { lag, 0, 1, near, far, false }, 2 },
    { { lag, 0, 1, near + 1, far, false }, 1 },
    { { lag, 0, 1, near, far - 1, false }, 1 },
    { { lag, 0, 1, GW_ENGINE_NO_TIME, far, false }, 2 },
    { { lag, 1, 0, -far, INT32_MAX, false }, 2 },
    { { lag, 1, 0, 1 - far, INT32_MAX, false }, 1 },
    { { gap, 0, 1, near, 0, false }, 2 },
    { { gap, 1, 0, near, 0, false }, 2 },
    { { gap, 1, 0, near + 1, 0, false }, 1 },
  };

  for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
    {
      printf ("# %d\n", (int) i);
      GW_CHECK_INT (count_islands (asked[i].link), ==, asked[i].n_islands);
    }
}

/* Where an operation is pinned is what counts, not its windows. */
static void
test_pinned_links (void)
{
  for (int late = 0; late < 2; late++)
    {
      GwEngineLink link = { GW_ENGINE_LINK_LAG, 0, 1, 120, INT32_MAX, false };
      GwWorld world;

      gw_world_begin_usual (&world);
      gw_world_add_shift (&world, 1, AT (8, 0), AT (15, 0), 0);
      world.operation.pin_shift = 0;
      world.operation.pin_start = late ? 1440 + AT (7, 0) : AT (8, 0);
      gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
      world.operation.pin_shift = GW_ENGINE_NONE;
      world.operation.pin_start = GW_ENGINE_NO_TIME;
      gw_world_add_operation (&world, 1440 + AT (8, 0), 1440 + AT (14, 0));
      gw_engine_builder_add_link (world.builder, &link);
      gw_world_seal (&world);
      GW_CHECK_INT (world.problem->n_islands, ==, late ? 2 : 3);
      gw_engine_plan_free (world.plan);
      gw_engine_problem_unref (world.problem);
      gw_engine_builder_free (world.builder);
    }
}

/* Whether the tie holds for all pairs of starts, by trying all. */
static bool
always_holds (const GwEngineTie *tie, GwEngineTimes a, GwEngineTimes b)
{
  for (int32_t i = 0; i < a.n; i++)
    for (int32_t j = 0; j < b.n; j++)
      for (int32_t from = a.windows[i].open; from <= a.windows[i].close; from++)
        for (int32_t to = b.windows[j].open; to <= b.windows[j].close; to++)
          if (tie->is_gap ? abs (to - from) < tie->low
                          : to - from < tie->low || to - from > tie->high)
            return false;
  return true;
}

static void
test_ties (void)
{
  GwEngineRandom random;
  int n_implied = 0;

  gw_engine_random_init (&random, 1, 1);
  for (int i = 0; i < 5000; i++)
    {
      int32_t numbers[8];
      GwEngineWindow a[2], b[2];
      GwEngineLink link;
      GwEngineTie tie;
      bool implied;

      for (int k = 0; k < 8; k++)
        numbers[k] = (int32_t) gw_engine_random_below (&random, 12);
      for (int k = 0; k < 2; k++)
        {
          a[k] = (GwEngineWindow){ 30 * k + numbers[k], 30 * k + numbers[k] + numbers[2 + k] / 2,
                                   GW_ENGINE_NO_TIME };
          b[k] = (GwEngineWindow){ 15 + 40 * k, 15 + 40 * k + numbers[4 + k] / 2,
                                   GW_ENGINE_NO_TIME };
        }
      link = (GwEngineLink){ (GwEngineLinkKind) (i % 3), 0, 1, numbers[6] - 4, numbers[6] + 20,
                             false };
      gw_engine_tie_init (&tie, &link);
      implied = gw_engine_tie_is_implied (&tie, (GwEngineTimes){ a, 1 + i % 2 },
                                          (GwEngineTimes){ b, 1 + i / 2 % 2 });
      GW_CHECK_INT (implied, ==,
                    always_holds (&tie, (GwEngineTimes){ a, 1 + i % 2 },
                                  (GwEngineTimes){ b, 1 + i / 2 % 2 }));
      n_implied += implied;
    }
  GW_CHECK_INT (n_implied, >, 500);
  GW_CHECK_INT (n_implied, <, 4500);
}

int
main (void)
{
  gw_tap_run ("alternatives are numbered anew", test_alternatives);
  gw_tap_run ("only gaps can be soft", test_soft_links);
  gw_tap_run ("visits of very many are refused", test_units);
  gw_tap_run ("a view owns nothing", test_view);
  gw_tap_run ("what windows imply joins nothing", test_implied_links);
  gw_tap_run ("pins are where they are", test_pinned_links);
  gw_tap_run ("implied is what always holds", test_ties);
  return gw_tap_done ();
}
