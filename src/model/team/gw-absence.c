/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of time away records and the rules between their fields. */
#include "config.h"

#include "gw-absence.h"

#include "gw-problem-list.h"

static void
validate_absence (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_ABSENCE_FIRST_DAY) && gw_record_has (record, GW_ABSENCE_LAST_DAY) &&
      gw_record_get_integer (record, GW_ABSENCE_LAST_DAY) <
          gw_record_get_integer (record, GW_ABSENCE_FIRST_DAY))
    gw_problem_list_add (problems, GW_ABSENCE_LAST_DAY,
                         _ ("The last day is before the first day."));
  if (gw_record_has (record, GW_ABSENCE_START) && gw_record_has (record, GW_ABSENCE_END) &&
      gw_record_get_integer (record, GW_ABSENCE_END) <=
          gw_record_get_integer (record, GW_ABSENCE_START))
    gw_problem_list_add (problems, GW_ABSENCE_END, _ ("The end is before the start."));
}

GW_DEFINE_RECORD_TYPE (absence, GW_ABSENCE_FIELDS, .label = N_ ("Time away"),
                       .label_plural = N_ ("Times away"),
                       .icon_name = "weather-clear-night-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_ABSENCE_COLLEAGUE, GW_ABSENCE_FIRST_DAY, -1 },
                       .validate = validate_absence)
