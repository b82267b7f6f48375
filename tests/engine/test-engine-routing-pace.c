/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Budgets of seconds: they become steps that repeat, and the search ends on time and cooled although
 * the machine becomes slower or faster.
 */
#include "gw-routing-world.h"
#include "gw-tap.h"

/* A clock that goes on while it is looked at a few times, and then stands still. */
static double
tick_a_while (void *data)
{
  double *time = data;

  if (*time < 0.1)
    *time += 0.01;
  return *time;
}

/* Searches as @options say, and again from what is told of it; stores that. */
static void
check_repeats (const World *world, const GwEngineRoutingOptions *options,
               GwEngineRoutingResult *result)
{
  GwEngineRouting *routing = gw_engine_routing_new (&world->input, NULL);
  GwEngineRoutes *routes = gw_engine_routing_solve (routing, options, result);
  GwEngineRoutingOptions repeat = { .steps = result->steps_planned,
                                    .stop_after = result->steps_done,
                                    .replans = result->replans,
                                    .n_replans = result->n_replans,
                                    .threads = options->threads,
                                    .seed = options->seed };
  GwEngineRoutingResult repeated;
  GwEngineRoutes *again = gw_engine_routing_solve (routing, &repeat, &repeated);

  GW_CHECK_INT (repeated.steps_done, ==, result->steps_done);
  GW_CHECK_INT (repeated.n_replans, ==, result->n_replans);
  GW_CHECK (are_equal (routes, again));
  gw_engine_routes_free (routes);
  gw_engine_routes_free (again);
  gw_engine_routing_free (routing);
}

/* Seconds become steps by a burst of searching that must leave no trace. */
static void
check_seconds_as_steps (bool is_plain, int32_t n, int32_t threads)
{
  World *world = make_world (n, 30, is_plain, (uint64_t) n);
  double time = 0;
  GwEngineRoutingOptions options = {
    .seconds = 1, .clock = tick_a_while, .clock_data = &time, .threads = threads, .seed = 7
  };
  GwEngineRoutingResult result;

  check_repeats (world, &options, &result);
  free (world);
}

static void
test_seconds_as_steps (void)
{
  for (int32_t n = 40; n <= 100; n += 60)
    for (int32_t threads = 1; threads <= 2; threads++)
      {
        check_seconds_as_steps (true, n, threads);
        check_seconds_as_steps (false, n, threads);
      }
}

/* A machine on which a step takes @a_step seconds, and from step @change_at on @later. */
typedef struct
{
  double time, a_step, later;
  int64_t change_at, done;
  bool is_searching;
} Machine;

/* Before the search steps are measured, a hundred between two looks at the clock. */
static double
read_clock (void *data)
{
  Machine *machine = data;

  if (!machine->is_searching)
    machine->time += 100 * machine->a_step;
  return machine->time;
}

static void
go_on (int32_t n_unserved, int64_t cost, int64_t steps, void *data)
{
  Machine *machine = data;

  (void) n_unserved;
  (void) cost;
  machine->is_searching = true;
  machine->time += (double) (steps - machine->done) *
                   (steps > machine->change_at ? machine->later : machine->a_step);
  machine->done = steps;
}

/* The search ends on time, and with the last step that it planned, when all heat is gone. */
static void
check_pace (const World *world, int32_t threads, double n_steps, double factor)
{
  Machine machine = { .a_step = 1 / n_steps,
                      .later = factor / n_steps,
                      .change_at = (int64_t) (n_steps / 4) };
  GwEngineRoutingOptions options = { .seconds = 1,
                                     .clock = read_clock,
                                     .clock_data = &machine,
                                     .progress = go_on,
                                     .progress_data = &machine,
                                     .threads = threads,
                                     .seed = 7 };
  GwEngineRoutingResult result;

  check_repeats (world, &options, &result);
  GW_CHECK_INT (result.n_replans, >, 0);
  GW_CHECK_INT (result.steps_done, ==, result.replans[result.n_replans - 1].steps);
  if (factor > 1)
    GW_CHECK_INT (result.steps_done, <, result.steps_planned * 2 / 3);
  else
    GW_CHECK_INT (result.steps_done, >, result.steps_planned * 4 / 3);
  GW_CHECK_INT ((int64_t) (100 * machine.time), >=, 96);
  GW_CHECK_INT ((int64_t) (100 * machine.time), <=, 102);
}

/* One trajectory, shared by threads or not; a pool of few plans, and one of more with late starts. */
static void
test_pace (void)
{
  World *large = make_split_world (), *small = make_world (16, 30, false, 16);
  World *late = make_linked_world (18, 12, 18);

  for (int i = 0; i < 2; i++)
    {
      double factor = i == 0 ? 3 : 0.4;

      check_pace (large, 1, 5000, factor);
      check_pace (large, 2, 5000, factor);
      check_pace (small, 2, 4000, factor);
      check_pace (late, 2, 40000, factor);
    }
  free (large);
  free (small);
  free (late);
}

/* A population begins when one plan serves all: where the fleet is too small none ever does, and trying
 * goes on until the time is up, here before the steps that were planned. */
static void
test_too_small_a_fleet (void)
{
  World *world = make_world (30, 2, true, 16);
  Machine machine = { .a_step = 1 / 80000.0, .later = 1.7 / 80000, .change_at = 20000 };
  GwEngineRoutingOptions options = { .seconds = 1,
                                     .clock = read_clock,
                                     .clock_data = &machine,
                                     .progress = go_on,
                                     .progress_data = &machine,
                                     .threads = 2,
                                     .seed = 7 };
  GwEngineRoutingResult result;

  check_repeats (world, &options, &result);
  GW_CHECK_INT (result.steps_done, <, result.steps_planned);
  GW_CHECK_INT (result.n_replans, ==, 0);
  free (world);
}

int
main (void)
{
  gw_tap_run ("seconds become steps", test_seconds_as_steps);
  gw_tap_run ("on time and cooled where the pace changes", test_pace);
  gw_tap_run ("too small a fleet", test_too_small_a_fleet);
  return gw_tap_done ();
}
