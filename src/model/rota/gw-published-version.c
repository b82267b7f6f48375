/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of published rota records and the rules between their fields. */
#include "config.h"

#include "gw-published-version.h"

#include "gw-problem-list.h"

static void
validate_published_version (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_PUBLISHED_VERSION_FIRST_DAY) &&
      gw_record_has (record, GW_PUBLISHED_VERSION_LAST_DAY) &&
      gw_record_get_integer (record, GW_PUBLISHED_VERSION_LAST_DAY) <
          gw_record_get_integer (record, GW_PUBLISHED_VERSION_FIRST_DAY))
    gw_problem_list_add (problems, GW_PUBLISHED_VERSION_LAST_DAY,
                         _ ("The last day is before the first day."));
}

GW_DEFINE_RECORD_TYPE (published_version, GW_PUBLISHED_VERSION_FIELDS,
                       .label = N_ ("Published rota"), .label_plural = N_ ("Published rotas"),
                       .icon_name = "emblem-shared-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_PUBLISHED_VERSION_NUMBER,
                                         GW_PUBLISHED_VERSION_FIRST_DAY, -1 },
                       .validate = validate_published_version)
