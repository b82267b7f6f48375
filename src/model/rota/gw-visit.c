/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of visit records and the rules between their fields. */
#include "config.h"

#include "gw-visit.h"

#include "gw-problem-list.h"

static void
validate_visit (const GwRecord *record, GwProblemList *problems)
{
  if (gw_visit_has_earliest (record) && gw_visit_has_latest (record) &&
      gw_visit_get_latest (record).value < gw_visit_get_earliest (record).value)
    gw_problem_list_add (problems, GW_VISIT_LATEST,
                         _ ("The latest start is before the earliest start."));
  if (gw_visit_has_gap_most (record) &&
      gw_visit_get_gap_most (record).value < gw_visit_get_gap_least (record).value)
    gw_problem_list_add (problems, GW_VISIT_GAP_MOST,
                         _ ("The longest gap is shorter than the shortest gap."));
  if (gw_id_equal (gw_visit_get_after (record), gw_record_get_id (record)))
    gw_problem_list_add (problems, GW_VISIT_AFTER, _ ("A visit cannot come after itself."));
  if (gw_visit_has_actual_start (record) && gw_visit_has_actual_end (record) &&
      gw_visit_get_actual_end (record).value < gw_visit_get_actual_start (record).value)
    gw_problem_list_add (problems, GW_VISIT_ACTUAL_END, _ ("It ended before it started."));
  if (gw_visit_get_state (record) == GW_VISIT_STATE_CANCELLED &&
      !gw_visit_has_cancelled_by (record))
    gw_problem_list_add (problems, GW_VISIT_CANCELLED_BY, _ ("Please say who cancelled it."));
}

GW_DEFINE_RECORD_TYPE (visit, GW_VISIT_FIELDS, .label = N_ ("Visit"), .label_plural = N_ ("Visits"),
                       .icon_name = "x-office-calendar-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_VISIT_PERSON, GW_VISIT_DAY, GW_VISIT_START, -1 },
                       .validate = validate_visit)
