/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of availability records and the rules between their fields. */
#include "config.h"

#include "gw-availability.h"

#include "gw-problem-list.h"

static void
validate_availability (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_AVAILABILITY_FIRST_DAY) &&
      gw_record_has (record, GW_AVAILABILITY_LAST_DAY) &&
      gw_record_get_integer (record, GW_AVAILABILITY_LAST_DAY) <
          gw_record_get_integer (record, GW_AVAILABILITY_FIRST_DAY))
    gw_problem_list_add (problems, GW_AVAILABILITY_LAST_DAY,
                         _ ("The last day is before the first day."));
  if (gw_record_has (record, GW_AVAILABILITY_START) &&
      gw_record_has (record, GW_AVAILABILITY_END) &&
      gw_record_get_integer (record, GW_AVAILABILITY_END) <=
          gw_record_get_integer (record, GW_AVAILABILITY_START))
    gw_problem_list_add (
        problems, GW_AVAILABILITY_END,
        _ ("The end is before the start. A night ends on the next day, for instance 07:00+1."));
}

GW_DEFINE_RECORD_TYPE (availability, GW_AVAILABILITY_FIELDS, .label = N_ ("Availability"),
                       .label_plural = N_ ("Availability"),
                       .icon_name = "x-office-calendar-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_AVAILABILITY_COLLEAGUE, -1 },
                       .validate = validate_availability)
