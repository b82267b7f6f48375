/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Something a colleague must have learnt, and keep in date, before helping with it.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_SKILL_FIELDS(X)                                                              \
  X (NAME, name, TEXT, N_ ("Name"), .group = N_ ("Skill"),                              \
     .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE,                                  \
     .hint = N_ ("For instance: medication, hoist, catheter care"))                     \
  X (CODE, code, TEXT, N_ ("Short name"), .flags = GW_FIELD_SEARCHABLE,                 \
     .hint = N_ ("As it is written in imported lists"))                                 \
  X (RENEW_AFTER, renew_after, NUMBER, N_ ("Learn again after"), .unit = N_ ("months"), \
     .minimum = 0, .maximum = 120)                                                      \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"), .group = N_ ("Notes"))

/** gw_skill_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Skill, skill)

/** Field indexes of #GwSkill. */
enum
{
#define ROW(UPPER, ...) GW_SKILL_##UPPER,
  GW_SKILL_FIELDS (ROW)
#undef ROW
      GW_SKILL_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) GW_RECORD_ACCESSORS (Skill, skill, SKILL, UPPER, lower, KIND)
GW_SKILL_FIELDS (ROW)
#undef ROW

G_END_DECLS
