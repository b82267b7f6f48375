/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line for each thing that is known without asking. */
#include "config.h"

#include "gw-preset.h"

#include "gw-absence.h"
#include "gw-meeting.h"
#include "gw-person.h"
#include "gw-role-time.h"
#include "gw-shift-pattern.h"
#include "gw-shift.h"
#include "gw-team.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

/** Usual: a number that most new records have in a field. */
typedef struct
{
  const GwRecordType *type;
  guint field;
  gint number;
} Usual;

/* Visits of half an hour are the shortest that need no agreement, and the commonest. */
static const Usual usual[] = {
  { &gw_visit_type, GW_VISIT_DURATION, 30 },
  { &gw_visit_type, GW_VISIT_COLLEAGUES_NEEDED, 1 },
  { &gw_visit_pattern_type, GW_VISIT_PATTERN_EVERY_WEEKS, 1 },
  { &gw_visit_pattern_type, GW_VISIT_PATTERN_DURATION, 30 },
  { &gw_visit_pattern_type, GW_VISIT_PATTERN_COLLEAGUES_NEEDED, 1 },
  { &gw_shift_pattern_type, GW_SHIFT_PATTERN_EVERY_WEEKS, 1 },
  { &gw_meeting_type, GW_MEETING_EVERY_WEEKS, 1 },
  { &gw_role_time_type, GW_ROLE_TIME_DURATION, 60 },
  { &gw_person_type, GW_PERSON_STATUS, GW_PERSON_SUPPORTED },
};

static const Usual todays[] = {
  { &gw_visit_type, GW_VISIT_DAY, 0 },
  { &gw_visit_pattern_type, GW_VISIT_PATTERN_FIRST_DAY, 0 },
  { &gw_shift_type, GW_SHIFT_DAY, 0 },
  { &gw_shift_pattern_type, GW_SHIFT_PATTERN_FIRST_DAY, 0 },
  { &gw_meeting_type, GW_MEETING_FIRST_DAY, 0 },
  { &gw_role_time_type, GW_ROLE_TIME_DAY, 0 },
  { &gw_absence_type, GW_ABSENCE_FIRST_DAY, 0 },
};

static void
fill_integer (GwDraft *draft, guint field, gint64 integer)
{
  if (gw_field_value_is_empty (gw_draft_get_value (draft, field)))
    gw_draft_set_integer (draft, field, integer);
}

static void
fill_team (GwDraft *draft, GwId team)
{
  const GwRecordType *type = gw_draft_get_record_type (draft);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == GW_FIELD_REFERENCE &&
        g_strcmp0 (type->fields[i].target, gw_team_type.key) == 0 &&
        gw_field_value_is_empty (gw_draft_get_value (draft, i)))
      gw_draft_set_id (draft, i, team);
}

void
gw_preset_fill (GwDraft *draft, const GwPreset *preset)
{
  const GwRecordType *type = gw_draft_get_record_type (draft);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (usual[i].type == type)
      fill_integer (draft, usual[i].field, usual[i].number);
  for (guint i = 0; i < G_N_ELEMENTS (todays); i++)
    if (todays[i].type == type)
      fill_integer (draft, todays[i].field, preset->today.value);
  if (!gw_id_is_none (preset->team))
    fill_team (draft, preset->team);
}
