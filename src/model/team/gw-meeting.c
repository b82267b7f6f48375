/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of meeting records and the rules between their fields. */
#include "config.h"

#include "gw-meeting.h"

#include "gw-problem-list.h"

static void
validate_meeting (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_MEETING_FIRST_DAY) && gw_record_has (record, GW_MEETING_LAST_DAY) &&
      gw_record_get_integer (record, GW_MEETING_LAST_DAY) <
          gw_record_get_integer (record, GW_MEETING_FIRST_DAY))
    gw_problem_list_add (problems, GW_MEETING_LAST_DAY,
                         _ ("The last day is before the first day."));
  if (gw_record_has (record, GW_MEETING_START) && gw_record_has (record, GW_MEETING_END) &&
      gw_record_get_integer (record, GW_MEETING_END) <=
          gw_record_get_integer (record, GW_MEETING_START))
    gw_problem_list_add (
        problems, GW_MEETING_END,
        _ ("The end is before the start. A night ends on the next day, for instance 07:00+1."));
}

GW_DEFINE_RECORD_TYPE (meeting, GW_MEETING_FIELDS, .label = N_ ("Meeting"),
                       .label_plural = N_ ("Meetings"), .icon_name = "system-users-symbolic",
                       .audience = GW_AUDIENCE_TEAM, .title_fields = { GW_MEETING_TITLE, -1 },
                       .validate = validate_meeting)
