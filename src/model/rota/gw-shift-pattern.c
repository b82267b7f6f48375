/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of regular shift records and the rules between their fields. */
#include "config.h"

#include "gw-shift-pattern.h"

#include "gw-problem-list.h"

static void
validate_shift_pattern (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_SHIFT_PATTERN_FIRST_DAY) &&
      gw_record_has (record, GW_SHIFT_PATTERN_LAST_DAY) &&
      gw_record_get_integer (record, GW_SHIFT_PATTERN_LAST_DAY) <
          gw_record_get_integer (record, GW_SHIFT_PATTERN_FIRST_DAY))
    gw_problem_list_add (problems, GW_SHIFT_PATTERN_LAST_DAY,
                         _ ("The last day is before the first day."));
  if (gw_record_has (record, GW_SHIFT_PATTERN_START) &&
      gw_record_has (record, GW_SHIFT_PATTERN_END) &&
      gw_record_get_integer (record, GW_SHIFT_PATTERN_END) <=
          gw_record_get_integer (record, GW_SHIFT_PATTERN_START))
    gw_problem_list_add (
        problems, GW_SHIFT_PATTERN_END,
        _ ("The end is before the start. A night ends on the next day, for instance 07:00+1."));
}

GW_DEFINE_RECORD_TYPE (shift_pattern, GW_SHIFT_PATTERN_FIELDS, .label = N_ ("Regular shift"),
                       .label_plural = N_ ("Regular shifts"),
                       .icon_name = "view-continuous-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_SHIFT_PATTERN_COLLEAGUE, GW_SHIFT_PATTERN_START, -1 },
                       .validate = validate_shift_pattern)
