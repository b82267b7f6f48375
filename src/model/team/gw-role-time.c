/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of role time records and the rules between their fields. */
#include "config.h"

#include "gw-role-time.h"

#include "gw-problem-list.h"

static void
validate_role_time (const GwRecord *record, GwProblemList *problems)
{
  if (gw_role_time_has_start (record) &&
      gw_role_time_get_start (record).value + gw_role_time_get_duration (record).value > 2880)
    gw_problem_list_add (problems, GW_ROLE_TIME_DURATION, _ ("It ends after the next day."));
}

GW_DEFINE_RECORD_TYPE (role_time, GW_ROLE_TIME_FIELDS, .label = N_ ("Role time"),
                       .label_plural = N_ ("Role times"), .icon_name = "document-edit-symbolic",
                       .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_ROLE_TIME_ROLE, GW_ROLE_TIME_DAY, -1 },
                       .validate = validate_role_time)
