/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The data table of rules: names, levels, units and the weights a new problem starts with. The
 * soft weights follow the order of what matters: choice, continuity, colleagues, runs, stability;
 * one minute of travel is the measure (10).
 */
#include "gw-engine-rule.h"

#include <string.h>

#define HARD(name, unit)                                 \
  {                                                      \
    name, GW_ENGINE_LEVEL_HARD, GW_ENGINE_UNIT_##unit, 1 \
  }
#define MEDIUM(name)                                      \
  {                                                       \
    name, GW_ENGINE_LEVEL_MEDIUM, GW_ENGINE_UNIT_POINT, 1 \
  }
#define SOFT(name, unit, weight)                              \
  {                                                           \
    name, GW_ENGINE_LEVEL_SOFT, GW_ENGINE_UNIT_##unit, weight \
  }

static const GwEngineRuleInfo rules[GW_ENGINE_N_RULES] = {
  [GW_ENGINE_RULE_NO_COLLEAGUE] = HARD ("no-colleague", COUNT),
  [GW_ENGINE_RULE_SKILL] = HARD ("skill", COUNT),
  [GW_ENGINE_RULE_DECLINED] = HARD ("declined", COUNT),
  [GW_ENGINE_RULE_MUST] = HARD ("must", COUNT),
  [GW_ENGINE_RULE_LIMIT] = HARD ("limit", COUNT),
  [GW_ENGINE_RULE_DIFFERENT] = HARD ("different", COUNT),
  [GW_ENGINE_RULE_SAME] = HARD ("same", COUNT),
  [GW_ENGINE_RULE_ELIGIBLE] = HARD ("eligible", COUNT),
  [GW_ENGINE_RULE_PIN] = HARD ("pin", COUNT),
  [GW_ENGINE_RULE_WINDOW] = HARD ("window", MINUTE),
  [GW_ENGINE_RULE_BOUNDS] = HARD ("bounds", MINUTE),
  [GW_ENGINE_RULE_ABSENCE] = HARD ("absence", MINUTE),
  [GW_ENGINE_RULE_OVERLAP] = HARD ("overlap", MINUTE),
  [GW_ENGINE_RULE_TRAVEL] = HARD ("travel", MINUTE),
  [GW_ENGINE_RULE_BREAK] = HARD ("break", MINUTE),
  [GW_ENGINE_RULE_BLOCK] = HARD ("block", MINUTE),
  [GW_ENGINE_RULE_TOGETHER] = HARD ("together", MINUTE),
  [GW_ENGINE_RULE_LAG] = HARD ("lag", MINUTE),
  [GW_ENGINE_RULE_PAIR] = HARD ("pair", COUNT),
  [GW_ENGINE_RULE_ALTERNATIVE] = HARD ("alternative", COUNT),
  [GW_ENGINE_RULE_ONE_SPAN] = HARD ("one-span", COUNT),
  [GW_ENGINE_RULE_DAILY_REST] = HARD ("daily-rest", MINUTE),
  [GW_ENGINE_RULE_WEEKLY_REST] = HARD ("weekly-rest", MINUTE),
  [GW_ENGINE_RULE_DAY_HOURS] = HARD ("day-hours", MINUTE),
  [GW_ENGINE_RULE_WEEKLY_HOURS] = HARD ("weekly-hours", MINUTE),
  [GW_ENGINE_RULE_AVERAGE_HOURS] = HARD ("average-hours", MINUTE),
  [GW_ENGINE_RULE_NIGHT_HOURS] = HARD ("night-hours", MINUTE),
  [GW_ENGINE_RULE_CONSECUTIVE_DAYS] = HARD ("consecutive-days", DAY),
  [GW_ENGINE_RULE_AWAY] = HARD ("away", MINUTE),
  [GW_ENGINE_RULE_UNPLACED] = MEDIUM ("unplaced"),
  [GW_ENGINE_RULE_OPEN_SHIFT] = MEDIUM ("open-shift"),
  [GW_ENGINE_RULE_CHOICE] = SOFT ("choice", POINT, 10),
  [GW_ENGINE_RULE_LIKE] = SOFT ("like", POINT, 10),
  [GW_ENGINE_RULE_IDEAL] = SOFT ("ideal", MINUTE, 5),
  [GW_ENGINE_RULE_TOLERANCE] = SOFT ("tolerance", MINUTE, 20),
  [GW_ENGINE_RULE_OPTIONAL] = SOFT ("optional", POINT, 10),
  [GW_ENGINE_RULE_CONTINUITY] = SOFT ("continuity", POINT, 200),
  [GW_ENGINE_RULE_REGULAR] = SOFT ("regular", COUNT, 100),
  [GW_ENGINE_RULE_APART] = SOFT ("apart", MINUTE, 2),
  [GW_ENGINE_RULE_SOFT_LAG] = SOFT ("soft-lag", MINUTE, 10),
  [GW_ENGINE_RULE_WISH] = SOFT ("wish", POINT, 10),
  [GW_ENGINE_RULE_SHORT_REST] = SOFT ("short-rest", MINUTE, 2),
  [GW_ENGINE_RULE_LONG_RUN] = SOFT ("long-run", DAY, 200),
  [GW_ENGINE_RULE_OVERTIME] = SOFT ("overtime", MINUTE, 1),
  [GW_ENGINE_RULE_UNDER_HOURS] = SOFT ("under-hours", MINUTE, 1),
  [GW_ENGINE_RULE_LATES] = SOFT ("lates", POINT, 50),
  [GW_ENGINE_RULE_WEEKENDS] = SOFT ("weekends", POINT, 100),
  [GW_ENGINE_RULE_MINUTES] = SOFT ("minutes", MINUTE, 10),
  [GW_ENGINE_RULE_BUFFER] = SOFT ("buffer", MINUTE, 10),
  [GW_ENGINE_RULE_DENSITY] = SOFT ("density", COUNT, 100),
  [GW_ENGINE_RULE_FLEX] = SOFT ("flex", MINUTE, 10),
  [GW_ENGINE_RULE_STABLE_COLLEAGUE] = SOFT ("stable-colleague", POINT, 10),
  [GW_ENGINE_RULE_STABLE_TIME] = SOFT ("stable-time", MINUTE, 1),
  [GW_ENGINE_RULE_STABLE_SHIFT] = SOFT ("stable-shift", POINT, 10),
};

const GwEngineRuleInfo *
gw_engine_rule_get_info (GwEngineRule rule)
{
  return &rules[rule];
}

GwEngineRule
gw_engine_rule_find (const char *name)
{
  for (int i = 0; i < GW_ENGINE_N_RULES; i++)
    if (strcmp (rules[i].name, name) == 0)
      return (GwEngineRule) i;
  return GW_ENGINE_RULE_NONE;
}

int
gw_engine_score_compare (const GwEngineScore *a, const GwEngineScore *b)
{
  if (a->hard != b->hard)
    return a->hard < b->hard ? -1 : 1;
  if (a->medium != b->medium)
    return a->medium < b->medium ? -1 : 1;
  if (a->soft != b->soft)
    return a->soft < b->soft ? -1 : 1;
  return 0;
}
