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

/* Two shifts overlap on the third day (so the records say): the one that starts later begins first,
 * since its flex counts, and ends the rest, 17 minutes before the other. */
static void
test_weekly_rest_before_overlap (void)
{
  static const int times[][4] = {
    /* start, end, flex */
    { AT (16, 0), AT (23, 0), 0, 28 },
    { AT (55, 14), AT (62, 17), 0, 0 },
    { AT (55, 26), AT (62, 23), 29, 0 },
  };
  int64_t by_rule[GW_ENGINE_N_RULES];
  GwEngineVerdict verdict;
  GwWorld world;

  gw_world_begin (&world);
  world.colleague.weekly_rest_days = 3;
  gw_world_add_colleague (&world);
  for (int i = 0; i < 3; i++)
    {
      GwEngineShift shift;

      gw_engine_shift_init (&shift, times[i][0] / 1440, times[i][0], times[i][1]);
      shift.flex_before = times[i][2];
      shift.flex_after = times[i][3];
      shift.colleague = 0;
      gw_engine_builder_add_shift (world.builder, &shift);
    }
  gw_world_seal (&world);
  gw_engine_score_plan (world.problem, world.plan, by_rule, NULL);
  gw_engine_verify (world.problem, world.plan, &verdict);
  /* Of the 2100 minutes wanted there are those from 23:28 to 54:57. */
  GW_CHECK_INT (by_rule[GW_ENGINE_RULE_WEEKLY_REST], ==, 2100 - (AT (54, 57) - AT (23, 28)));
  GW_CHECK_INT (verdict.by_rule[GW_ENGINE_RULE_WEEKLY_REST], ==,
                by_rule[GW_ENGINE_RULE_WEEKLY_REST]);
  gw_engine_verdict_clear (&verdict);
  gw_engine_plan_free (world.plan);
  gw_engine_problem_unref (world.problem);
  gw_engine_builder_free (world.builder);
}

static void
test_consecutive_days (void)
{
  check_seven_days (6, 0, GW_ENGINE_RULE_CONSECUTIVE_DAYS, 1);
}

/* With the second of two shifts colleague 0 works two hours more than @world->colleague may. */
static void
check_too_long (GwWorld *world, int first_end, int day, int start, int end, GwEngineRule rule)
{
  int s;

  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (world);
  gw_world_add_shift (world, 0, AT (8, 0), first_end, 0);
  s = gw_world_add_shift (world, day, start, end, 1);
  gw_world_seal (world);
  gw_world_expect_hand_over_breaks (world, s, 0, rule, 120);
}

static void
test_day_hours (void)
{
  GwWorld world;

  gw_world_begin (&world);
  world.colleague.day_minutes_max = 480;
  check_too_long (&world, AT (13, 0), 0, AT (13, 0), AT (18, 0), GW_ENGINE_RULE_DAY_HOURS);
}

static void
test_weekly_hours (void)
{
  GwWorld world;

  gw_world_begin (&world);
  world.colleague.week_minutes_max = 600;
  check_too_long (&world, AT (14, 0), 2, AT (8, 0), AT (14, 0), GW_ENGINE_RULE_WEEKLY_HOURS);
}

/* Two weeks of reference, 480 minutes a week on average: what was worked before counts. */
static void
check_average (bool is_night, int nights_before, GwEngineRule rule)
{
  GwEngineShift shift;
  GwWorld world;
  int s;

  gw_world_begin (&world);
  world.colleague.average_weeks = 2;
  world.colleague.minutes_before = 500;
  world.colleague.nights_before = nights_before;
  if (rule == GW_ENGINE_RULE_AVERAGE_HOURS)
    world.colleague.average_minutes_max = 480;
  else
    world.colleague.night_minutes_max = 480;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 0, AT (8, 0), AT (13, 0), 0);
  gw_engine_shift_init (&shift, 8, 8 * 1440 + AT (8, 0), 8 * 1440 + AT (12, 0));
  shift.colleague = 1;
  shift.may_change = true;
  shift.is_night = is_night;
  s = gw_engine_builder_add_shift (world.builder, &shift);
  for (int c = 0; c < 3; c++)
    gw_engine_builder_add_eligible (world.builder, s, c);
  gw_world_seal (&world);
  /* 500 + 300 + 240 are 80 more than 960. */
  gw_world_expect_hand_over_breaks (&world, s, 0, rule, 80);
}

static void
test_average_hours (void)
{
  check_average (false, 0, GW_ENGINE_RULE_AVERAGE_HOURS);
}

static void
test_night_hours (void)
{
  check_average (true, 0, GW_ENGINE_RULE_NIGHT_HOURS);
  check_average (false, 1, GW_ENGINE_RULE_NIGHT_HOURS);
}

/* What is worked after the horizon does not count for its average, and a limit for nights does not
 * bind who works by day. */
static void
test_average_is_of_the_horizon (void)
{
  GwEngineScore score;
  GwWorld world;

  gw_world_begin (&world);
  world.colleague.average_weeks = 1;
  world.colleague.average_minutes_max = 300;
  world.colleague.night_minutes_max = 100;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 13, AT (8, 0), AT (13, 0), 0);
  gw_world_add_shift (&world, 14, AT (8, 0), AT (13, 0), 0);
  gw_world_seal (&world);
  score = gw_engine_score_plan (world.problem, world.plan, NULL, NULL);
  GW_CHECK_INT (score.hard, ==, 0);
  GW_CHECK (gw_world_obeys (&world, world.plan));
  gw_world_end (&world);
}

/* A late until 22:00, an early from 9:00: eleven hours, but one less where clocks are put forward in
 * the night between, and one more where they are put back. */
static void
check_clock_change (int minutes, int start, int missing)
{
  GwEngineSettings *settings;
  GwWorld world;
  int s;

  gw_world_begin (&world);
  settings = gw_engine_builder_get_settings (world.builder);
  settings->clock_change = 3 * 1440 + AT (2, 0);
  settings->clock_change_minutes = minutes;
  world.colleague.week_minutes_max = 0;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  gw_world_add_shift (&world, 2, AT (15, 0), AT (22, 0), 0);
  s = gw_world_add_shift (&world, 3, start, AT (14, 0), 1);
  gw_world_seal (&world);
  if (missing > 0)
    gw_world_expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_DAILY_REST, missing);
  else
    {
      world.plan->colleague_of[s] = 0;
      GW_CHECK (gw_world_obeys (&world, world.plan));
      gw_world_end (&world);
    }
}

static void
test_rest_when_clocks_change (void)
{
  check_clock_change (60, AT (9, 0), 60);
  check_clock_change (60, AT (10, 0), 0);
  check_clock_change (-60, AT (8, 0), 0);
  check_clock_change (-60, AT (7, 30), 30);
}

/* A night of ten hours by the clock is eleven when clocks are put back in it. */
static void
test_hours_when_clocks_change (void)
{
  GwEngineSettings *settings;
  GwWorld world;
  int s;

  gw_world_begin (&world);
  settings = gw_engine_builder_get_settings (world.builder);
  settings->clock_change = 3 * 1440 + AT (2, 0);
  settings->clock_change_minutes = -60;
  world.colleague.day_minutes_max = 10 * 60;
  for (int c = 0; c < 3; c++)
    gw_world_add_colleague (&world);
  s = gw_world_add_shift (&world, 2, AT (21, 0), AT (31, 0), GW_ENGINE_NONE);
  gw_world_seal (&world);
  gw_world_expect_hand_over_breaks (&world, s, 0, GW_ENGINE_RULE_DAY_HOURS, 60);
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
  gw_tap_run ("weekly rest before shifts that overlap", test_weekly_rest_before_overlap);
  gw_tap_run ("consecutive days", test_consecutive_days);
  gw_tap_run ("hours a day", test_day_hours);
  gw_tap_run ("hours a week", test_weekly_hours);
  gw_tap_run ("hours on average", test_average_hours);
  gw_tap_run ("hours on average of who works nights", test_night_hours);
  gw_tap_run ("averages are of the horizon", test_average_is_of_the_horizon);
  gw_tap_run ("rest when clocks change", test_rest_when_clocks_change);
  gw_tap_run ("hours when clocks change", test_hours_when_clocks_change);
  gw_tap_run ("away", test_away);
  return gw_tap_done ();
}
