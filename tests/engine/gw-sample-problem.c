/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-sample-problem.h.
 */
#include "gw-sample-maker.h"

/* --- A week ---------------------------------------------------------------------------------- */

static void
make_team_colleagues (Maker *maker)
{
  for (int i = 0; i < 12; i++)
    {
      GwEngineColleague colleague;
      int c;

      gw_engine_colleague_init (&colleague);
      colleague.mode = i % 5 < 3 ? 0 : i % 5 == 3 ? 1 : 2;
      colleague.week_minutes_contract = i < 9 ? 35 * 60 : 28 * 60;
      colleague.lates_fair = 2;
      colleague.weekends_fair = 1;
      c = gw_engine_builder_add_colleague (maker->builder, &colleague);
      gw_engine_builder_add_skills (maker->builder, c, chance (maker, 80) ? 7 : 3, 0, 6);
    }
}

/* 4 early, 3 late shifts a day and one in the middle on weekdays, dealt round. */
static void
make_team_shifts (Maker *maker, int first_colleague, int open_shifts)
{
  int made = 0;

  for (int day = 0; day < 7; day++)
    for (int k = 0; k < (day < 5 ? 8 : 6); k++)
      {
        bool is_late = k >= 4 && k < 7 && !(day >= 5 && k == 6);
        bool is_middle = k == 7;
        int start = day * 1440 + (is_middle ? 600 : is_late ? 900 : 420);
        GwEngineShift shift;
        int s;

        gw_engine_shift_init (&shift, day, start, start + 420);
        shift.part = is_middle ? GW_ENGINE_PART_MIDDLE
                     : is_late ? GW_ENGINE_PART_LATE
                               : GW_ENGINE_PART_EARLY;
        shift.open_priority = 1;
        if (is_late)
          shift.colleague = first_colleague + (7 + day * 2 + k - 4) % 12;
        else if (is_middle)
          shift.colleague = first_colleague + (10 + day * 2) % 12;
        else
          shift.colleague = first_colleague + (day * 2 + k) % 12;
        if (made++ % 7 == 3 && open_shifts-- > 0)
          {
            shift.colleague = GW_ENGINE_NONE;
            shift.may_change = true;
          }
        s = gw_engine_builder_add_shift (maker->builder, &shift);
        for (int c = 0; c < 12 && shift.may_change; c++)
          gw_engine_builder_add_eligible (maker->builder, s, first_colleague + c);
        if (day == 2 && k < 4)
          {
            GwEngineBlock meeting = { GW_ENGINE_BLOCK_MEETING, s, 60, start + 360, start + 360,
                                      GW_ENGINE_NONE };

            gw_engine_builder_add_block (maker->builder, &meeting);
          }
      }
}

static void
add_wishes (Maker *maker, int operation, int person, int first_colleague)
{
  int liked = first_colleague + person * 5 % 12, declined = first_colleague + (person * 7 + 3) % 12;

  for (int c = first_colleague; c < first_colleague + 12; c++)
    {
      if (person % 5 < 2 && c != liked)
        gw_engine_builder_add_fit (maker->builder, operation, c, GW_ENGINE_RULE_CHOICE, 8);
      if (person % 10 == 7 && c == declined)
        gw_engine_builder_add_fit (maker->builder, operation, c, GW_ENGINE_RULE_DECLINED, 0);
      if (person % 5 == 4 && c % 3 == 0)
        gw_engine_builder_add_fit (maker->builder, operation, c,
                                   person % 10 == 4 ? GW_ENGINE_RULE_LIKE : GW_ENGINE_RULE_MUST, 5);
      if (person % 10 == 1 && c % 6 == 5)
        gw_engine_builder_add_fit (maker->builder, operation, c, GW_ENGINE_RULE_LIMIT, 0);
    }
}

/* One part of a visit. */
static int
add_part (Maker *maker, int person, int place, int visit, int open, int close, int ideal,
          int duration, int first_colleague)
{
  GwEngineOperation op;
  int o;

  gw_engine_operation_init (&op);
  op.person = person;
  op.place = place;
  op.visit = visit;
  op.duration = duration;
  op.soft_tolerance = 15;
  op.skills = person % 4 == 1 ? 4 : 1;
  op.priority = person % 7 == 0 ? 3 : 1;
  o = gw_engine_builder_add_operation (maker->builder, &op);
  gw_engine_builder_add_window (maker->builder, o, open, close, ideal);
  add_wishes (maker, o, person, first_colleague);
  return o;
}

/* The visits of one person in one day: @n of breakfast, lunch, tea, bed. */
static void
make_day (Maker *maker, int person, int place, int day, int n, bool doubled, int *visit,
          int first_colleague)
{
  static const int which[5][4] = { { 0 }, { 0 }, { 0, 3 }, { 0, 1, 2 }, { 0, 1, 2, 3 } };
  static const int from[4] = { 440, 720, 960, 1170 }, until[4] = { 600, 810, 1065, 1260 };
  int before = GW_ENGINE_NONE, before_ideal = 0;

  for (int k = 0; k < n; k++)
    {
      int meal = which[n][k], tolerance = chance (maker, 15) ? 15 : chance (maker, 65) ? 30 : 60;
      int duration = meal == 0 ? (chance (maker, 50)   ? 30
                                  : chance (maker, 66) ? 45
                                                       : 60)
                               : (chance (maker, 70)   ? 30
                                  : chance (maker, 50) ? 15
                                                       : 45);
      int span = until[meal] - from[meal];
      int ideal = day * 1440 + from[meal] + (person * 37 % span) / 5 * 5, o;

      o = add_part (maker, person, place, *visit, ideal - tolerance, ideal + tolerance, ideal,
                    duration, first_colleague);
      if (doubled)
        {
          GwEngineLink together = { GW_ENGINE_LINK_TOGETHER, o, 0, 0, 5, false };

          together.b = add_part (maker, person, place, *visit, ideal - tolerance, ideal + tolerance,
                                 ideal, duration, first_colleague);
          gw_engine_builder_add_link (maker->builder, &together);
        }
      if (before >= 0 && person % 6 == 2 && ideal - before_ideal >= 200)
        {
          GwEngineLink gap = { GW_ENGINE_LINK_LAG, before, o, 240, INT32_MAX, false };

          gw_engine_builder_add_link (maker->builder, &gap);
        }
      before = o;
      before_ideal = ideal;
      ++*visit;
    }
}

GwEngineProblem *
gw_sample_week (uint64_t seed, int n_teams, int open_shifts)
{
  Maker maker;
  int visit = 0;

  gw_engine_random_init (&maker.random, seed, 7);
  maker.builder = gw_engine_builder_new (7, 0);
  gw_engine_builder_get_settings (maker.builder)->time_grid = 5;
  make_places (&maker, 18 * n_teams, n_teams > 1 ? 6000 : 3000);
  for (int team = 0; team < n_teams; team++)
    {
      make_team_colleagues (&maker);
      make_team_shifts (&maker, 12 * team, open_shifts);
      for (int i = 0; i < 18; i++)
        {
          GwEnginePerson person;
          int p, n = i < 4 ? 4 : i < 11 ? 3 : i < 15 ? 2 : 1;

          gw_engine_person_init (&person);
          p = gw_engine_builder_add_person (maker.builder, &person);
          for (int k = 0; k < 4; k++)
            gw_engine_builder_add_history (maker.builder, p, 12 * team + (p * 5 + k * 3) % 12, 5);
          for (int day = 0; day < 7; day++)
            make_day (&maker, p, p, day, n, i == 3, &visit, 12 * team);
        }
    }
  return finish (&maker);
}

/* --- Tiny ------------------------------------------------------------------------------------ */

static void
make_tiny_shifts (Maker *maker, int n_shifts)
{
  for (int c = 0; c < n_shifts; c++)
    {
      GwEngineColleague colleague;
      GwEngineShift shift;

      gw_engine_colleague_init (&colleague);
      colleague.mode = below (maker, 3);
      gw_engine_builder_add_colleague (maker->builder, &colleague);
      gw_engine_builder_add_skills (maker->builder, c, 1, 0, 0);
      gw_engine_shift_init (&shift, 0, 480, 480 + between (maker, 90, 200));
      shift.colleague = c;
      gw_engine_builder_add_shift (maker->builder, &shift);
    }
}

static void
make_tiny_operation (Maker *maker, int index, int n_shifts)
{
  GwEngineOperation op;
  int open = between (maker, 480, 600);

  gw_engine_operation_init (&op);
  op.person = below (maker, 2);
  op.place = index;
  op.duration = between (maker, 15, 45);
  op.skills = 1;
  op.priority = between (maker, 1, 3);
  gw_engine_builder_add_operation (maker->builder, &op);
  gw_engine_builder_add_window (maker->builder, index, open, open + between (maker, 0, 60),
                                GW_ENGINE_NO_TIME);
  if (chance (maker, 30))
    gw_engine_builder_add_fit (maker->builder, index, below (maker, n_shifts),
                               chance (maker, 50) ? GW_ENGINE_RULE_DECLINED : GW_ENGINE_RULE_CHOICE,
                               20);
}

/* Some that the windows imply, some that bind, some that cannot hold. */
static void
make_tiny_links (Maker *maker, int n_operations)
{
  if (chance (maker, 50))
    {
      GwEngineLink link = { GW_ENGINE_LINK_TOGETHER, 0, 1, 0, 5, false };

      gw_engine_builder_add_link (maker->builder, &link);
    }
  if (n_operations > 3 && chance (maker, 50))
    {
      GwEngineLink lag = { GW_ENGINE_LINK_LAG, 2, 3, between (maker, -60, 60), INT32_MAX, false };

      if (chance (maker, 50))
        lag.max = lag.min + between (maker, 0, 90);
      gw_engine_builder_add_link (maker->builder, &lag);
    }
}

GwEngineProblem *
gw_sample_tiny (uint64_t seed, int n_operations, int n_shifts)
{
  Maker maker;

  gw_engine_random_init (&maker.random, seed, 9);
  maker.builder = gw_engine_builder_new (1, 0);
  /* Only the order may matter, not how much room is left between visits. */
  gw_engine_builder_get_settings (maker.builder)->buffer_min = 0;
  gw_engine_builder_get_settings (maker.builder)->buffer_percent = 0;
  make_places (&maker, n_operations, 1500);
  for (int i = 0; i < 2; i++)
    {
      GwEnginePerson person = { 1, 0 };

      gw_engine_builder_add_person (maker.builder, &person);
    }
  make_tiny_shifts (&maker, n_shifts);
  for (int i = 0; i < n_operations; i++)
    make_tiny_operation (&maker, i, n_shifts);
  make_tiny_links (&maker, n_operations);
  return finish (&maker);
}
