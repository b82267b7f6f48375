/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of colleague records and the rules between their fields. */
#include "config.h"

#include "gw-colleague.h"

#include "gw-problem-list.h"

static void
validate_colleague (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_COLLEAGUE_STARTED) && gw_record_has (record, GW_COLLEAGUE_LEFT) &&
      gw_record_get_integer (record, GW_COLLEAGUE_LEFT) <
          gw_record_get_integer (record, GW_COLLEAGUE_STARTED))
    gw_problem_list_add (problems, GW_COLLEAGUE_LEFT,
                         _ ("The day of leaving is before the day of joining."));
  if (!gw_colleague_get_opted_out (record) &&
      gw_colleague_get_greatest_week (record).value > 48 * 60)
    gw_problem_list_add (problems, GW_COLLEAGUE_GREATEST_WEEK,
                         _ ("More than 48 hours a week needs the signed opt-out."));
  if (gw_id_equal (gw_colleague_get_buddy (record), gw_record_get_id (record)))
    gw_problem_list_add (problems, GW_COLLEAGUE_BUDDY, _ ("A buddy is somebody else."));
}

GW_DEFINE_RECORD_TYPE (colleague, GW_COLLEAGUE_FIELDS, .label = N_ ("Colleague"),
                       .label_plural = N_ ("Colleagues"), .icon_name = "avatar-default-symbolic",
                       .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_COLLEAGUE_FIRST_NAME, GW_COLLEAGUE_LAST_NAME, -1 },
                       .validate = validate_colleague)
