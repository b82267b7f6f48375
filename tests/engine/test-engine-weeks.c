/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each hard rule about a colleague's shifts with a case that breaks it.
 */
#include "gw-engine-verify.h"
#include "gw-small-world.h"

/* --- Working weeks --------------------------------------------------------------------------- */

static void
test_one_span (void)
{
  GwWorld world;
  int s;

  gw_world_begin_usual (&world);
  s = gw_world_add_shift (&world, 0, AT (17, 0), AT (20, 0), 2);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_ONE_SPAN, 1);
}

static void
test_daily_rest (void)
{
  GwWorld world;
  int s;

  gw_world_begin_usual (&world);
  gw_world_add_shift (&world, 2, AT (15, 0), AT (22, 0), 0);
  s = gw_world_add_shift (&world, 3, AT (7, 0), AT (12, 0), 1);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_DAILY_REST, 120);
}

/* The last shift before the horizon ended at 22:00. */
static void
test_daily_rest_before (void)
{
  GwWorld world;

  gw_world_begin (&world);
  gw_world_add_colleague (&world);
  gw_world_add_colleague (&world);
  world.colleague.end_before = -AT (2, 0);
  gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 0, AT (8, 0), AT (12, 0), 0);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, 0, 2, GW_ENGINE_RULE_DAILY_REST, 60);
}

/* Six days from 8:00 to 15:00, then a seventh: the longest rest that counts for the week is that of
 * the last evening, 9 hours, with the 11 of a daily rest after it. */
static void
check_seven_days (int days_hard, int weekly_rest_minutes, GwEngineRule rule, int amount)
{
  GwWorld world;
  int s = 0;

  gw_world_begin (&world);
  world.colleague.days_hard = days_hard;
  world.colleague.weekly_rest_minutes = weekly_rest_minutes;
  world.colleague.week_minutes_max = 0;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  for (int day = 0; day < 6; day++)
    gw_world_add_shift (&world, day, AT (8, 0), AT (15, 0), 0);
  s = gw_world_add_shift (&world, 6, AT (8, 0), AT (15, 0), 1);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 0, rule, amount);
}

static void
test_weekly_rest (void)
{
  check_seven_days (0, 1440, GW_ENGINE_RULE_WEEKLY_REST, 1440 - 20 * 60);
}

static void
test_consecutive_days (void)
{
  check_seven_days (6, 0, GW_ENGINE_RULE_CONSECUTIVE_DAYS, 1);
}

static void
test_day_hours (void)
{
  GwWorld world;
  int s;

  gw_world_begin (&world);
  world.colleague.day_minutes_max = 480;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 0, AT (8, 0), AT (13, 0), 0);
  s = gw_world_add_shift (&world, 0, AT (13, 0), AT (18, 0), 1);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_DAY_HOURS, 120);
}

static void
test_weekly_hours (void)
{
  GwWorld world;
  int s;

  gw_world_begin (&world);
  world.colleague.week_minutes_max = 600;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 0, AT (8, 0), AT (14, 0), 0);
  s = gw_world_add_shift (&world, 2, AT (8, 0), AT (14, 0), 1);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_WEEKLY_HOURS, 120);
}

static void
test_away (void)
{
  GwWorld world;

  gw_world_begin_usual (&world);
  gw_engine_builder_add_absence (world.builder, 2, AT (14, 0), AT (30, 0));
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, 0, 2, GW_ENGINE_RULE_AWAY, 60);
}

int
main (void)
{
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
