/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A mixture: a little of everything that a problem can hold. See gw-sample-problem.h.
 */
#include "gw-sample-maker.h"

static void
mix_colleagues (Maker *maker, int n)
{
  for (int i = 0; i < n; i++)
    {
      GwEngineColleague colleague;
      int c;

      gw_engine_colleague_init (&colleague);
      colleague.mode = below (maker, 3);
      colleague.week_minutes_contract = between (maker, 0, 2000);
      colleague.week_minutes_min = between (maker, 0, 900);
      colleague.week_minutes_max = chance (maker, 30) ? 900 : 2880;
      colleague.day_minutes_max = chance (maker, 20) ? 480 : 0;
      colleague.days_hard = between (maker, 1, 4);
      colleague.days_soft = between (maker, 1, 3);
      colleague.days_before = between (maker, 0, 3);
      colleague.end_before = chance (maker, 50) ? -between (maker, 60, 900) : GW_ENGINE_NO_TIME;
      colleague.lates_before = below (maker, 3);
      colleague.lates_fair = chance (maker, 50) ? below (maker, 4) : GW_ENGINE_NO_TIME;
      colleague.weekends_fair = chance (maker, 50) ? below (maker, 2) : GW_ENGINE_NO_TIME;
      colleague.weekly_rest_days = chance (maker, 50) ? 3 : 7;
      colleague.average_minutes_max = i % 3 == 1 ? 800 : 0;
      colleague.night_minutes_max = i % 2 == 1 ? 600 : 0;
      colleague.average_weeks = 1 + i % 4;
      colleague.minutes_before = i % 4 * 700;
      colleague.nights_before = i % 5 == 0;
      c = gw_engine_builder_add_colleague (maker->builder, &colleague);
      gw_engine_builder_add_skills (maker->builder, c, 1 + (uint64_t) below (maker, 4), 0,
                                    between (maker, 1, 6));
      if (chance (maker, 30))
        {
          int start = between (maker, 0, 6 * 1440);

          gw_engine_builder_add_absence (maker->builder, c, start,
                                         start + between (maker, 30, 900));
        }
      if (chance (maker, 60))
        {
          GwEngineWish wish = { c, chance (maker, 50) ? below (maker, 7) : GW_ENGINE_NONE,
                                (GwEnginePart) below (maker, 4), between (maker, 1, 20) };

          gw_engine_builder_add_wish (maker->builder, &wish);
        }
    }
}

static void
mix_shifts (Maker *maker, int n, int n_colleagues, int n_places)
{
  for (int i = 0; i < n; i++)
    {
      int day = below (maker, 6), start = day * 1440 + between (maker, 400, 1000), s;
      GwEngineShift shift;

      gw_engine_shift_init (&shift, day, start, start + between (maker, 200, 480));
      shift.part = (GwEnginePart) below (maker, 4);
      shift.colleague = chance (maker, 80) ? below (maker, n_colleagues) : GW_ENGINE_NONE;
      shift.may_change = chance (maker, 50);
      shift.is_night = i % 4 == 0;
      shift.may_take = chance (maker, 95);
      shift.open_priority = below (maker, 3);
      shift.flex_before = chance (maker, 30) ? between (maker, 1, 30) : 0;
      shift.flex_after = chance (maker, 30) ? between (maker, 1, 30) : 0;
      shift.start_place = chance (maker, 30) ? below (maker, n_places) : GW_ENGINE_NONE;
      shift.end_place = chance (maker, 30) ? below (maker, n_places) : GW_ENGINE_NONE;
      shift.reference_colleague = chance (maker, 30) ? below (maker, n_colleagues) : GW_ENGINE_NONE;
      shift.change_cost = between (maker, 0, 9);
      s = gw_engine_builder_add_shift (maker->builder, &shift);
      for (int c = 0; c < n_colleagues; c++)
        if (chance (maker, 60))
          gw_engine_builder_add_eligible (maker->builder, s, c);
      if (chance (maker, 25))
        {
          int earliest = between (maker, shift.start, shift.end - 40);
          GwEngineBlock block = { chance (maker, 50) ? GW_ENGINE_BLOCK_ROLE
                                                     : GW_ENGINE_BLOCK_MEETING,
                                  s,
                                  between (maker, 10, 30),
                                  earliest,
                                  between (maker, earliest, shift.end - 30),
                                  chance (maker, 50) ? below (maker, n_places) : GW_ENGINE_NONE };

          gw_engine_builder_add_block (maker->builder, &block);
        }
    }
}

static void
mix_operations (Maker *maker, int n, int n_persons, int n_colleagues, int n_shifts, int n_places)
{
  for (int i = 0; i < n; i++)
    {
      GwEngineOperation op;
      int o, day = below (maker, 6);

      gw_engine_operation_init (&op);
      op.person = chance (maker, 90) ? below (maker, n_persons) : GW_ENGINE_NONE;
      op.place = chance (maker, 95) ? below (maker, n_places) : GW_ENGINE_NONE;
      op.visit = i / 2;
      op.duration = between (maker, 5, 60);
      op.soft_tolerance = below (maker, 30);
      op.skills = chance (maker, 70) ? 0 : 1 + (uint64_t) below (maker, 4);
      op.priority = between (maker, 0, 5);
      op.is_optional = chance (maker, 15);
      op.alternative = chance (maker, 10) ? below (maker, 2) : GW_ENGINE_NONE;
      op.reference_colleague = chance (maker, 30) ? below (maker, n_colleagues) : GW_ENGINE_NONE;
      op.reference_start = chance (maker, 30) ? day * 1440 + between (maker, 400, 1200)
                                              : GW_ENGINE_NO_TIME;
      op.change_cost = below (maker, 9);
      op.pin_shift = chance (maker, 5) ? below (maker, n_shifts) : GW_ENGINE_NONE;
      if (op.pin_shift >= 0 && chance (maker, 50))
        op.pin_start = day * 1440 + between (maker, 400, 1200);
      o = gw_engine_builder_add_operation (maker->builder, &op);
      for (int w = 0; w < 1 + chance (maker, 20) && day < 7; w++, day++)
        {
          int open = day * 1440 + between (maker, 400, 1200), close = open + below (maker, 120);

          gw_engine_builder_add_window (maker->builder, o, open, close,
                                        chance (maker, 80) ? between (maker, open, close)
                                                           : GW_ENGINE_NO_TIME);
        }
      for (int c = 0; c < n_colleagues; c++)
        if (chance (maker, 15))
          {
            static const GwEngineRule rules[] = { GW_ENGINE_RULE_DECLINED, GW_ENGINE_RULE_MUST,
                                                  GW_ENGINE_RULE_LIMIT, GW_ENGINE_RULE_CHOICE,
                                                  GW_ENGINE_RULE_LIKE };

            gw_engine_builder_add_fit (maker->builder, o, c, rules[below (maker, 5)],
                                       between (maker, 1, 30));
          }
    }
}

static void
mix_links (Maker *maker, int n_operations)
{
  for (int i = 0; i + 1 < n_operations; i += 2)
    if (chance (maker, 40))
      {
        GwEngineLink link = { (GwEngineLinkKind) below (maker, 5), i, i + 1, 0, 0, false };

        link.is_soft = chance (maker, 40);
        if (link.kind == GW_ENGINE_LINK_TOGETHER)
          link.max = below (maker, 6);
        else if (link.kind == GW_ENGINE_LINK_LAG)
          {
            link.min = chance (maker, 80) ? between (maker, 0, 240) : GW_ENGINE_NO_TIME;
            link.max = chance (maker, 50) ? between (maker, 240, 2000) : INT32_MAX;
          }
        else if (link.kind == GW_ENGINE_LINK_GAP)
          link.min = between (maker, 10, 240);
        gw_engine_builder_add_link (maker->builder, &link);
      }
}

GwEngineProblem *
gw_sample_mixture (uint64_t seed, int n_operations, int n_shifts)
{
  Maker maker;
  int n_colleagues = n_shifts / 2 + 2, n_persons = n_operations / 3 + 1, n_places = n_persons + 1;

  gw_engine_random_init (&maker.random, seed, 8);
  maker.builder = gw_engine_builder_new (7, below (&maker, 7));
  gw_engine_builder_get_settings (maker.builder)->time_grid = seed % 3 == 2 ? 5 : 1;
  if (seed % 4 == 1)
    {
      GwEngineSettings *settings = gw_engine_builder_get_settings (maker.builder);

      settings->clock_change = (int32_t) (seed % 6) * 1440 + 120;
      settings->clock_change_minutes = seed % 8 == 1 ? 60 : -60;
    }
  make_places (&maker, n_places, 2000);
  for (int p = 0; p < n_persons; p++)
    {
      GwEnginePerson person = { below (&maker, 3), chance (&maker, 80) ? 150 : 0 };

      gw_engine_builder_add_person (maker.builder, &person);
    }
  mix_colleagues (&maker, n_colleagues);
  for (int i = 0; i < n_persons; i++)
    {
      gw_engine_builder_add_history (maker.builder, i, below (&maker, n_colleagues),
                                     below (&maker, 4));
      if (chance (&maker, 40))
        gw_engine_builder_add_regular (maker.builder, i, below (&maker, n_colleagues));
    }
  mix_shifts (&maker, n_shifts, n_colleagues, n_places);
  mix_operations (&maker, n_operations, n_persons, n_colleagues, n_shifts, n_places);
  mix_links (&maker, n_operations);
  return finish (&maker);
}
