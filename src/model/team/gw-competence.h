/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * That a colleague has a skill, and until when it is in date. An expired skill does not count on the
 * day of the visit.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_COMPETENCE_FIELDS(X)                                                                   \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Colleague"), .group = N_ ("Skill held"),               \
     .flags = GW_FIELD_REQUIRED, .target = "colleague")                                           \
  X (SKILL, skill, REFERENCE, N_ ("Skill"), .flags = GW_FIELD_REQUIRED, .target = "skill")        \
  X (SINCE, since, DAY, N_ ("Signed off on"))                                                     \
  X (EXPIRES, expires, DAY, N_ ("In date until"), .hint = N_ ("Empty means it does not run out")) \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"))

/** gw_competence_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Competence, competence)

/** Field indexes of #GwCompetence. */
enum
{
#define ROW(UPPER, ...) GW_COMPETENCE_##UPPER,
  GW_COMPETENCE_FIELDS (ROW)
#undef ROW
      GW_COMPETENCE_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Competence, competence, COMPETENCE, UPPER, lower, KIND)
GW_COMPETENCE_FIELDS (ROW)
#undef ROW

G_END_DECLS
