/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of person records and the rules between their fields. */
#include "config.h"

#include "gw-person.h"

#include "gw-problem-list.h"

static void
validate_person (const GwRecord *record, GwProblemList *problems)
{
  GwIds preferred = gw_person_get_preferred (record);
  GwIds declined = gw_person_get_declined (record);

  for (guint i = 0; i < preferred.n; i++)
    if (gw_ids_has (declined, preferred.ids[i]))
      {
        gw_problem_list_add (problems, GW_PERSON_DECLINED,
                             _ ("The same colleague is both wished for and not wished for."));
        break;
      }
  if (gw_person_get_gender_must (record) && !gw_person_has_gender_wish (record))
    gw_problem_list_add (problems, GW_PERSON_GENDER_WISH,
                         _ ("Please say who should help, or take away “Only by them”."));
}

GW_DEFINE_RECORD_TYPE (person, GW_PERSON_FIELDS, .label = N_ ("Person"),
                       .label_plural = N_ ("People we support"),
                       .icon_name = "avatar-default-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_PERSON_FIRST_NAME, GW_PERSON_LAST_NAME, -1 },
                       .validate = validate_person)
