/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of skill held records and the rules between their fields. */
#include "config.h"

#include "gw-competence.h"

#include "gw-problem-list.h"

static void
validate_competence (const GwRecord *record, GwProblemList *problems)
{
  if (gw_record_has (record, GW_COMPETENCE_SINCE) &&
      gw_record_has (record, GW_COMPETENCE_EXPIRES) &&
      gw_record_get_integer (record, GW_COMPETENCE_EXPIRES) <
          gw_record_get_integer (record, GW_COMPETENCE_SINCE))
    gw_problem_list_add (problems, GW_COMPETENCE_EXPIRES,
                         _ ("It runs out before it was signed off."));
}

GW_DEFINE_RECORD_TYPE (competence, GW_COMPETENCE_FIELDS, .label = N_ ("Skill held"),
                       .label_plural = N_ ("Skills held"), .icon_name = "emblem-ok-symbolic",
                       .audience = GW_AUDIENCE_TEAM, .title_fields = { GW_COMPETENCE_SKILL, -1 },
                       .validate = validate_competence)
