/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of regular visit records and the rules between their fields. */
#include "config.h"

#include "gw-visit-pattern.h"

#include "gw-problem-list.h"

static void
validate_visit_pattern (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_VISIT_PATTERN_FIRST_DAY) &&
      gw_record_has (record, GW_VISIT_PATTERN_LAST_DAY) &&
      gw_record_get_integer (record, GW_VISIT_PATTERN_LAST_DAY) <
          gw_record_get_integer (record, GW_VISIT_PATTERN_FIRST_DAY))
    gw_problem_list_add (problems, GW_VISIT_PATTERN_LAST_DAY,
                         _ ("The last day is before the first day."));
  if (gw_visit_pattern_has_earliest (record) && gw_visit_pattern_has_latest (record) &&
      gw_visit_pattern_get_latest (record).value < gw_visit_pattern_get_earliest (record).value)
    gw_problem_list_add (problems, GW_VISIT_PATTERN_LATEST,
                         _ ("The latest start is before the earliest start."));
  if (gw_visit_pattern_has_gap_most (record) &&
      gw_visit_pattern_get_gap_most (record).value < gw_visit_pattern_get_gap_least (record).value)
    gw_problem_list_add (problems, GW_VISIT_PATTERN_GAP_MOST,
                         _ ("The longest gap is shorter than the shortest gap."));
  if (gw_id_equal (gw_visit_pattern_get_after (record), gw_record_get_id (record)))
    gw_problem_list_add (problems, GW_VISIT_PATTERN_AFTER, _ ("A visit cannot come after itself."));
  if (!gw_visit_pattern_has_ideal (record) && !gw_visit_pattern_has_earliest (record))
    gw_problem_list_add (problems, GW_VISIT_PATTERN_IDEAL,
                         _ ("Please say when: a wished time, or an earliest and latest start."));
}

GW_DEFINE_RECORD_TYPE (visit_pattern, GW_VISIT_PATTERN_FIELDS, .label = N_ ("Regular visit"),
                       .label_plural = N_ ("Regular visits"),
                       .icon_name = "x-office-calendar-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_VISIT_PATTERN_PERSON, GW_VISIT_PATTERN_PURPOSE, -1 },
                       .validate = validate_visit_pattern)
