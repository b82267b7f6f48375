/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A team: up to twelve colleagues who run themselves and support about eighteen people within one
 * neighbourhood.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_TEAM_FIELDS(X)                                                                          \
  X (NAME, name, TEXT, N_ ("Name"), .group = N_ ("Team"),                                          \
     .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE)                                             \
  X (NEIGHBOURHOOD, neighbourhood, TEXT, N_ ("Neighbourhood"), .flags = GW_FIELD_SEARCHABLE)       \
  X (PHONE, phone, TEXT, N_ ("Telephone"), .flags = GW_FIELD_SEARCHABLE,                           \
     .hint = N_ ("Where people and families can ring; printed on sheets"))                         \
  X (BASE, base, REFERENCE, N_ ("Base"), .target = "place",                                        \
     .hint = N_ ("Where the team meets and keeps its things"))                                     \
  X (CONTACT_TARGET, contact_target, NUMBER, N_ ("Contact time to aim for"), .group = N_ ("Aims"), \
     .unit = N_ ("%"), .minimum = 0, .maximum = 100,                                               \
     .hint = N_ ("Share of paid time spent in people’s homes"))                                    \
  X (PUBLISH_LEAD, publish_lead, NUMBER, N_ ("Publish ahead by"), .unit = N_ ("days"),             \
     .minimum = 0, .maximum = 365)                                                                 \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"), .group = N_ ("Notes"))

/** What teams aim for that have not said otherwise: the share of paid time in per cent, and days. */
#define GW_TEAM_USUAL_CONTACT_TARGET 85
#define GW_TEAM_USUAL_PUBLISH_LEAD 28

/** gw_team_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Team, team)

/** Field indexes of #GwTeam. */
enum
{
#define ROW(UPPER, ...) GW_TEAM_##UPPER,
  GW_TEAM_FIELDS (ROW)
#undef ROW
      GW_TEAM_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) GW_RECORD_ACCESSORS (Team, team, TEAM, UPPER, lower, KIND)
GW_TEAM_FIELDS (ROW)
#undef ROW

G_END_DECLS
