/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all record types. */
#include "config.h"

#include "gw-model.h"

#include "gw-absence.h"
#include "gw-availability.h"
#include "gw-colleague.h"
#include "gw-competence.h"
#include "gw-key-shown.h"
#include "gw-meeting.h"
#include "gw-person.h"
#include "gw-place.h"
#include "gw-published-version.h"
#include "gw-role-time.h"
#include "gw-shift-pattern.h"
#include "gw-shift.h"
#include "gw-skill.h"
#include "gw-team.h"
#include "gw-travel-override.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

static const GwRecordType *const types[] = {
  &gw_place_type,         &gw_team_type,    &gw_skill_type,           &gw_colleague_type,
  &gw_competence_type,    &gw_absence_type, &gw_availability_type,    &gw_person_type,
  &gw_shift_pattern_type, &gw_shift_type,   &gw_role_time_type,       &gw_meeting_type,
  &gw_visit_pattern_type, &gw_visit_type,   &gw_travel_override_type, &gw_published_version_type,
  &gw_key_shown_type,
};

const GwRecordType *const *
gw_model_get_types (guint *out_n_types)
{
  *out_n_types = G_N_ELEMENTS (types);
  return types;
}

const GwRecordType *
gw_model_find_type (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->key, key))
      return types[i];
  return NULL;
}
