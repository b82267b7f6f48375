/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * No memory: each request in turn is refused, alone and with all that follow. Whatever then says
 * that it has succeeded must have done the same as with memory; nothing falls over or leaks. The
 * linker leads the library's requests here (see meson.build).
 */
#include <stdatomic.h>
#include <stdlib.h>

#include "gw-engine-arena.h"
#include "gw-engine-core.h"
#include "gw-engine-fill.h"
#include "gw-engine-restore.h"
#include "gw-engine-verify-routes.h"
#include "gw-sample-problem.h"
#include "gw-small-world.h"

/* --- Refusing -------------------------------------------------------------------------------- */

static atomic_int n_requests;
static int first_refused = -1, n_refused;

static bool
refuses (void)
{
  int n = atomic_fetch_add (&n_requests, 1);

  return first_refused >= 0 && n >= first_refused && n - first_refused < n_refused;
}

void *__real_malloc (size_t size);
void *__real_calloc (size_t n, size_t size);
void *__real_realloc (void *memory, size_t size);
void *__wrap_malloc (size_t size);
void *__wrap_calloc (size_t n, size_t size);
void *__wrap_realloc (void *memory, size_t size);

void *
__wrap_malloc (size_t size)
{
  return refuses () ? NULL : __real_malloc (size);
}

void *
__wrap_calloc (size_t n, size_t size)
{
  return refuses () ? NULL : __real_calloc (n, size);
}

void *
__wrap_realloc (void *memory, size_t size)
{
  return refuses () ? NULL : __real_realloc (memory, size);
}

/* --- Walking through ------------------------------------------------------------------------- */

static GwEngineProblem *problem;
static GwEnginePlan *plan;     /* a good one of it */
static GwEnginePlan *expected; /* what a search from it finds */

/* Does something; returns whether it says that it succeeded, and checks that it has. */
typedef bool (*Deed) (void);

static void
walk (Deed deed, int least)
{
  for (n_refused = 1; n_refused < 1000000; n_refused += 999998)
    for (first_refused = 0;; first_refused++)
      {
        bool done;
        int n;

        atomic_store (&n_requests, 0);
        done = deed ();
        n = atomic_load (&n_requests);
        if (n > first_refused)
          continue;
        GW_CHECK (done);
        GW_CHECK_INT (n, >=, least);
        break;
      }
  first_refused = -1;
}

static bool
build (void)
{
  GwEngineBuilder *builder = gw_engine_builder_new (14, 0);
  GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 0, false };
  GwEngineOperation operation;
  GwEngineColleague colleague;
  GwEngineProblem *made;
  GwEngineShift shift;
  GwEngineFault fault;

  if (builder == NULL)
    return false;
  gw_engine_operation_init (&operation);
  gw_engine_colleague_init (&colleague);
  gw_engine_shift_init (&shift, 0, AT (8, 0), AT (15, 0));
  gw_engine_builder_set_places (builder, 2, 1);
  for (int i = 0; i < 2; i++)
    {
      gw_engine_builder_add_operation (builder, &operation);
      gw_engine_builder_add_window (builder, i, AT (9, 0), AT (10, 0), GW_ENGINE_NO_TIME);
      shift.colleague = gw_engine_builder_add_colleague (builder, &colleague);
      gw_engine_builder_add_shift (builder, &shift);
    }
  gw_engine_builder_add_link (builder, &link);
  made = gw_engine_builder_seal (builder, &fault);
  GW_CHECK_INT (fault.status, ==, made != NULL ? GW_ENGINE_OK : GW_ENGINE_NO_MEMORY);
  gw_engine_problem_unref (made);
  gw_engine_builder_free (builder);
  return made != NULL;
}

static bool
copy (void)
{
  GwEnginePlan *fresh = gw_engine_plan_new (problem), *same = gw_engine_plan_copy (plan);
  bool done = fresh != NULL && same != NULL;

  gw_engine_plan_free (fresh);
  gw_engine_plan_free (same);
  return done;
}

static bool
settle (void)
{
  GwEnginePlan *settled = gw_engine_plan_copy (plan);
  bool done = settled != NULL && gw_engine_plan_settle_blocks (problem, settled);
  int32_t n_moved = 0;

  for (int32_t b = 0; done && b < plan->n_blocks; b++)
    n_moved += settled->block_start[b] != plan->block_start[b];
  GW_CHECK_INT (n_moved, ==, 0);
  gw_engine_plan_free (settled);
  return done;
}

static bool
score (void)
{
  GwEngineContributions parts = { 0 };
  GwEngineScore all = gw_engine_score_plan (problem, plan, NULL, &parts);
  bool is_known = gw_engine_score_is_known (&all);
  int64_t sum = 0;

  for (int32_t i = 0; i < parts.n_items; i++)
    sum += parts.items[i].cost;
  if (is_known && parts.n_missing == 0)
    GW_CHECK_INT (sum, ==, all.hard + all.medium + all.soft);
  if (is_known && parts.n_missing > 0)
    GW_CHECK_INT (sum, <, all.hard + all.medium + all.soft);
  is_known = is_known && parts.n_missing == 0;
  gw_engine_contributions_clear (&parts);
  return is_known;
}

static bool
verify (void)
{
  GwEngineVerdict verdict;
  bool is_complete;

  gw_engine_verify (problem, plan, &verdict);
  is_complete = verdict.is_complete;
  if (is_complete)
    {
      GwEngineScore all = gw_engine_score_plan (problem, plan, NULL, NULL);

      GW_CHECK (!gw_engine_score_is_known (&all) ||
                gw_engine_score_compare (&all, &verdict.score) == 0);
      is_complete = gw_engine_score_is_known (&all);
    }
  gw_engine_verdict_clear (&verdict);
  return is_complete;
}

static void
hear (const GwEngineProgress *progress, void *user_data)
{
  (void) user_data;
  GW_CHECK (gw_engine_score_is_known (&progress->score));
}

static GwEnginePlan *
search_on (int threads)
{
  GwEngineOptions options = {
    .threads = threads, .steps = 120, .seed = 3, .warm = plan, .progress = hear
  };
  GwEngineResult result;

  return gw_engine_solve (problem, &options, &result);
}

static bool
solve (int threads)
{
  GwEnginePlan *found;

  found = search_on (threads);
  if (found != NULL)
    GW_CHECK (gw_engine_plan_equal (found, expected));
  gw_engine_plan_free (found);
  return found != NULL;
}

static bool
solve_alone (void)
{
  return solve (1);
}

static bool
solve_together (void)
{
  return solve (2);
}

static bool
price (void)
{
  GwEnginePricer *pricer = gw_engine_pricer_new (problem, plan);

  gw_engine_pricer_free (pricer);
  return pricer != NULL;
}

static bool
explain (void)
{
  GwEngineClash clashes[64];
  bool done = true;
  int32_t n;

  for (int32_t o = 0; o < plan->n_operations && done; o++)
    if (plan->shift_of[o] < 0)
      done = gw_engine_find_core (problem, plan, o, clashes, 64, &n) != GW_ENGINE_CORE_NO_MEMORY;
  return done;
}

static bool
restore (void)
{
  GwEnginePlan *changed = gw_engine_plan_copy (expected);
  bool done = changed != NULL && gw_engine_restore_plan (problem, plan, changed) >= 0;

  gw_engine_plan_free (changed);
  return done;
}

static bool
fill (void)
{
  GwEnginePlan *changed = gw_engine_plan_copy (plan);
  bool done = changed != NULL && gw_engine_fill_plan (problem, NULL, changed) >= 0;

  gw_engine_plan_free (changed);
  return done;
}

/* Without memory no fault is named. */
static bool
verify_routes (void)
{
  static const int32_t travel[] = { 0, 1, 1, 0 };
  static const GwEngineRoutingOperation operation = { .place = 1, .close = 10 };
  static const GwEngineRoutingVehicle vehicle = { .close = 20 };
  const GwEngineRoutingInput input = { .n_places = 2,
                                       .n_operations = 1,
                                       .n_vehicles = 1,
                                       .distance = travel,
                                       .operations = &operation,
                                       .vehicles = &vehicle };
  int32_t first[] = { 0, 1 }, order[] = { 0 }, starts[] = { 0 };
  GwEngineRoutes routes = {
    .n_vehicles = 1, .n_served = 1, .first = first, .operations = order, .starts = starts
  };
  GwEngineRoutesVerdict verdict;

  if (!gw_engine_routes_set_earliest (&input, &routes))
    return false;
  if (gw_engine_verify_routes (&input, &routes, &verdict))
    return true;
  GW_CHECK_INT (verdict.n_faults, ==, 0);
  return false;
}

/* A large request does not close the chunk that small ones share. */
static void
test_arena (void)
{
  GwEngineArena arena = { NULL, false };
  char *first = gw_engine_arena_alloc (&arena, 1, 100), *large, *second;

  large = gw_engine_arena_alloc (&arena, 1, 1000000);
  second = gw_engine_arena_alloc (&arena, 1, 100);
  GW_CHECK (first != NULL && large != NULL && second != NULL);
  GW_CHECK_INT (second - first, ==, 112);
  memset (large, 1, 1000000);
  GW_CHECK (second[0] == 0 && second[99] == 0);
  gw_engine_arena_clear (&arena);
}

static void
test_building (void)
{
  walk (build, 12);
}

static void
test_plans (void)
{
  walk (copy, 2);
  walk (settle, 5);
  walk (score, 2);
  walk (verify, 3);
}

static void
test_search (void)
{
  walk (solve_alone, 10);
  gw_engine_plan_free (expected);
  expected = search_on (2);
  walk (solve_together, 15);
}

static void
test_questions (void)
{
  walk (price, 1);
  walk (explain, 1);
  walk (restore, 2);
  walk (fill, 2);
}

static void
test_routes (void)
{
  walk (verify_routes, 2);
}

int
main (void)
{
  GwEngineOptions options = { .steps = 300 };
  GwEngineResult result;

  problem = gw_sample_mixture (5, 30, 6);
  plan = gw_engine_solve (problem, &options, &result);
  gw_engine_plan_settle_blocks (problem, plan);
  expected = search_on (1);
  gw_tap_run ("an arena", test_arena);
  gw_tap_run ("building", test_building);
  gw_tap_run ("plans", test_plans);
  gw_tap_run ("searching", test_search);
  gw_tap_run ("asking", test_questions);
  gw_tap_run ("routes", test_routes);
  gw_engine_plan_free (expected);
  gw_engine_plan_free (plan);
  gw_engine_problem_unref (problem);
  return gw_tap_done ();
}
