/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of shift records and the rules between their fields. */
#include "config.h"

#include "gw-shift.h"

#include "gw-problem-list.h"

static void
validate_shift (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_SHIFT_START) && gw_record_has (record, GW_SHIFT_END) &&
      gw_record_get_integer (record, GW_SHIFT_END) <=
          gw_record_get_integer (record, GW_SHIFT_START))
    gw_problem_list_add (
        problems, GW_SHIFT_END,
        _ ("The end is before the start. A night ends on the next day, for instance 07:00+1."));
}

GW_DEFINE_RECORD_TYPE (shift, GW_SHIFT_FIELDS, .label = N_ ("Shift"), .label_plural = N_ ("Shifts"),
                       .icon_name = "view-continuous-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_SHIFT_COLLEAGUE, GW_SHIFT_DAY, GW_SHIFT_START, -1 },
                       .validate = validate_shift)
