/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of travel time records and the rules between their fields. */
#include "config.h"

#include "gw-travel-override.h"

#include "gw-problem-list.h"

static void
validate_travel_override (const GwRecord *record, GwProblemList *problems)
{
  if (gw_travel_override_has_from_person (record) == gw_travel_override_has_from_place (record))
    gw_problem_list_add (problems, GW_TRAVEL_OVERRIDE_FROM_PERSON,
                         _ ("Please choose either a person or a place to start from."));
  if (gw_travel_override_has_to_person (record) == gw_travel_override_has_to_place (record))
    gw_problem_list_add (problems, GW_TRAVEL_OVERRIDE_TO_PERSON,
                         _ ("Please choose either a person or a place to go to."));
}

GW_DEFINE_RECORD_TYPE (travel_override, GW_TRAVEL_OVERRIDE_FIELDS, .label = N_ ("Travel time"),
                       .label_plural = N_ ("Travel times"), .icon_name = "find-location-symbolic",
                       .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_TRAVEL_OVERRIDE_FROM_PERSON,
                                         GW_TRAVEL_OVERRIDE_TO_PERSON, -1 },
                       .validate = validate_travel_override)
