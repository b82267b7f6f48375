/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each hard rule about when a visit may be, by itself and beside others, with a case that breaks it.
 */
#include "gw-engine-state.h"
#include "gw-engine-verify.h"
#include "gw-small-world.h"

/* --- When ------------------------------------------------------------------------------------ */

/* A visit that may start from @open to @close, is in shift 0 at @now and would be there at @start. */
static void
check_start (GwWorld *world, int open, int close, int now, int start, GwEngineRule rule, int amount)
{
  int o = gw_world_add_operation (world, open, close);

  gw_world_seal (world);
  gw_world_put (world, o, 0, now);
  gw_world_expect_place_breaks (world, o, 0, start, rule, amount);
}

static void
test_window (void)
{
  GwWorld world;

  gw_world_begin_usual (&world);
  check_start (&world, AT (9, 0), AT (10, 0), AT (9, 30), AT (10, 7), GW_ENGINE_RULE_WINDOW, 7);
}

static void
test_bounds (void)
{
  GwWorld world;

  gw_world_begin_usual (&world);
  check_start (&world, AT (9, 0), AT (18, 0), AT (9, 30), AT (14, 40), GW_ENGINE_RULE_BOUNDS, 10);
}

static void
test_absence (void)
{
  GwWorld world;

  gw_world_begin_usual (&world);
  gw_engine_builder_add_absence (world.builder, 0, AT (12, 0), AT (24, 0));
  check_start (&world, AT (8, 0), AT (14, 0), AT (9, 30), AT (11, 40), GW_ENGINE_RULE_ABSENCE, 10);
}

static void
test_meeting (void)
{
  GwEngineBlock meeting = {
    GW_ENGINE_BLOCK_MEETING, 0, 60, AT (13, 0), AT (13, 0), GW_ENGINE_NONE
  };
  GwWorld world;

  gw_world_begin_usual (&world);
  gw_engine_builder_add_block (world.builder, &meeting);
  check_start (&world, AT (8, 0), AT (14, 0), AT (9, 0), AT (12, 45), GW_ENGINE_RULE_BLOCK, 15);
}

/* Another operation is pinned at 9:00 in the other place. */
static void
check_neighbour (int place, int start, GwEngineRule rule, int amount)
{
  GwWorld world;
  int pinned, o;

  gw_world_begin_usual (&world);
  world.operation.pin_shift = 0;
  world.operation.pin_start = AT (9, 0);
  pinned = gw_world_add_operation (&world, AT (9, 0), AT (9, 0));
  world.operation.pin_shift = GW_ENGINE_NONE;
  world.operation.pin_start = GW_ENGINE_NO_TIME;
  world.operation.place = place;
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_world_put (&world, pinned, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, o, 0, start, rule, amount);
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

/* The shift begins at @start_place or ends at @end_place, ten minutes away from the visit. */
static void
check_ends (int start_place, int end_place, int start, int amount)
{
  GwWorld world;
  GwEngineShift shift;
  int o, s;

  gw_world_begin_usual (&world);
  gw_engine_shift_init (&shift, 1, AT (32, 0), AT (35, 0));
  shift.colleague = 0;
  shift.start_place = start_place;
  shift.end_place = end_place;
  s = gw_engine_builder_add_shift (world.builder, &shift);
  o = gw_world_add_operation (&world, AT (32, 0), AT (38, 0));
  gw_world_seal (&world);
  gw_world_expect_place_breaks (&world, o, s, start, GW_ENGINE_RULE_TRAVEL, amount);
}

static void
test_travel_from_start (void)
{
  check_ends (1, GW_ENGINE_NONE, AT (32, 3), 7);
}

static void
test_travel_to_end (void)
{
  check_ends (GW_ENGINE_NONE, 1, AT (34, 25), 5);
}

/* A visit that lasts through all hours in which the break could be: it lies from 9:45 to 13:15. */
static void
test_break (void)
{
  GwWorld world;
  int o;

  gw_world_begin_usual (&world);
  world.operation.duration = 240;
  o = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_world_put (&world, o, 0, AT (8, 0));
  world.plan->block_start[0] = AT (12, 0);
  gw_world_expect_place_breaks (&world, o, 0, AT (9, 30), GW_ENGINE_RULE_BREAK, 20);
}

/* Under 18: thirty minutes after four and a half hours. */
static void
test_break_of_the_young (void)
{
  GwWorld world;
  const GwEngineBlock *blocks;
  GwEngineVerdict verdict;
  int32_t n;

  gw_world_begin (&world);
  world.colleague.break_after = 270;
  world.colleague.break_minutes = 30;
  gw_world_add_colleague (&world);
  gw_world_add_colleague (&world);
  gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 0, AT (8, 0), AT (13, 0), 0);
  gw_world_seal (&world);
  blocks = gw_engine_problem_get_blocks (world.problem, &n);
  GW_CHECK_INT (n, ==, 1);
  GW_CHECK_INT (blocks[0].duration, ==, 30);
  GW_CHECK (gw_world_obeys (&world, world.plan));
  world.plan->block_start[0] = AT (8, 0);
  GW_CHECK (!gw_engine_verify (world.problem, world.plan, &verdict));
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_BREAK], ==, 75);
  gw_engine_verdict_clear (&verdict);
  gw_world_end (&world);
}

/* The only break in the shift is one that somebody made, and it is too short. */
static void
test_break_too_short (void)
{
  GwWorld world;
  GwEngineVerdict verdict;

  gw_world_begin_usual (&world);
  gw_engine_builder_add_block (
      world.builder,
      &(GwEngineBlock){ GW_ENGINE_BLOCK_BREAK, 0, 15, AT (11, 0), AT (12, 0), GW_ENGINE_NONE });
  gw_world_seal (&world);
  GW_CHECK (!gw_engine_verify (world.problem, world.plan, &verdict));
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_BREAK], ==, 5);
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (world.plan);
  gw_engine_problem_unref (world.problem);
  gw_engine_builder_free (world.builder);
}

/* --- Links ----------------------------------------------------------------------------------- */

/* Two halves of a visit, at most five minutes apart; the second, operation 1, may start from @open to
 * @close, or is pinned to 9:00 in shift 1. */
static void
begin_halves (GwWorld *world, int open, int close, bool is_pinned)
{
  GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 5, false };

  gw_world_begin_usual (world);
  gw_world_add_operation (world, AT (8, 0), AT (14, 0));
  if (is_pinned)
    {
      world->operation.pin_shift = 1;
      world->operation.pin_start = AT (9, 0);
    }
  gw_world_add_operation (world, open, close);
  gw_engine_builder_add_link (world->builder, &link);
  gw_world_seal (world);
}

static void
test_together (void)
{
  GwWorld world;

  begin_halves (&world, AT (8, 0), AT (14, 0), true);
  gw_world_put (&world, 0, 0, AT (9, 5));
  gw_world_put (&world, 1, 1, AT (9, 0));
  gw_world_expect_place_breaks (&world, 0, 0, AT (9, 7), GW_ENGINE_RULE_TOGETHER, 2);
}

/* When nothing pins it, the other half moves along. */
static void
test_together_moves_along (void)
{
  GwWorld world;
  GwEnginePricer *pricer;
  GwEnginePrice price;

  begin_halves (&world, AT (8, 0), AT (14, 0), false);
  gw_world_put (&world, 0, 0, AT (9, 0));
  gw_world_put (&world, 1, 1, AT (9, 0));
  pricer = gw_engine_pricer_new (world.problem, world.plan);
  gw_engine_price_place (pricer, 0, 0, AT (10, 0), &price);
  GW_CHECK_INT (price.broken, ==, GW_ENGINE_RULE_NONE);
  GW_CHECK_INT (price.partner, ==, 1);
  GW_CHECK_INT (price.partner_shift, ==, 1);
  GW_CHECK_INT (price.partner_start, ==, AT (10, 0));
  gw_engine_pricer_free (pricer);
  gw_world_end (&world);
}

/* The other half can start nowhere, so one alone must not be placed. */
static void
test_pair (void)
{
  GwWorld world;

  begin_halves (&world, AT (20, 0), AT (21, 0), false);
  gw_world_expect_place_breaks (&world, 0, 0, AT (9, 0), GW_ENGINE_RULE_PAIR, 1);
}

static void
check_time_link (GwEngineLink link, int good, int bad, int amount)
{
  GwWorld world;
  int a, b;

  gw_world_begin_usual (&world);
  a = gw_world_add_operation (&world, AT (9, 0), AT (9, 0));
  b = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  link.a = a;
  link.b = b;
  gw_engine_builder_add_link (world.builder, &link);
  gw_world_seal (&world);
  gw_world_put (&world, a, 0, AT (9, 0));
  gw_world_put (&world, b, 1, good);
  gw_world_expect_place_breaks (&world, b, 1, bad, GW_ENGINE_RULE_LAG, amount);
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

/* Two visits of one run, at most an hour apart, of which one would rather be at eight and one at 13:00: the
 * first waits where the second cannot be early, and else the second does not dawdle. */
static void
test_not_far_apart (void)
{
  static const int32_t items[] = { 0, 1 }, opens[] = { AT (8, 0), AT (11, 0) };

  for (int i = 0; i < 2; i++)
    {
      GwEngineLink link = { GW_ENGINE_LINK_LAG, 0, 1, 0, 60, false };
      GwEngineState *state;
      GwWorld world;

      gw_world_begin_usual (&world);
      for (int o = 0; o < 2; o++)
        {
          gw_engine_builder_add_operation (world.builder, &world.operation);
          gw_engine_builder_add_window (world.builder, o, o == 0 ? AT (8, 0) : opens[i], AT (14, 0),
                                        o == 0 ? AT (8, 0) : AT (13, 0));
        }
      gw_engine_builder_add_link (world.builder, &link);
      gw_world_seal (&world);
      state = gw_engine_state_new (world.problem, NULL, NULL);
      GW_CHECK (gw_engine_timer_run (&state->timer, 0, 0, items, 2));
      GW_CHECK_INT (state->timer.start[0], ==, i == 0 ? AT (8, 0) : AT (10, 0));
      GW_CHECK_INT (state->timer.start[1], ==, state->timer.start[0] + 60);
      gw_engine_state_free (state);
      gw_world_end (&world);
    }
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
  GwWorld world;
  int a, b;

  gw_world_begin_usual (&world);
  world.operation.alternative = 0;
  a = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  b = gw_world_add_operation (&world, AT (8, 0), AT (14, 0));
  gw_world_seal (&world);
  gw_world_put (&world, a, 0, AT (9, 0));
  gw_world_expect_place_breaks (&world, b, 1, AT (9, 0), GW_ENGINE_RULE_ALTERNATIVE, 1);
}

int
main (void)
{
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
  gw_tap_run ("not far apart", test_not_far_apart);
  gw_tap_run ("gap either way", test_gap_either_way);
  gw_tap_run ("alternatives", test_alternative);
  return gw_tap_done ();
}
