/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paid time inside a shift for a shared role: not contact, not free.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_ROLE_TIME_FIELDS(X)                                                                     \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Colleague"), .group = N_ ("Role time"),                 \
     .flags = GW_FIELD_REQUIRED, .target = "colleague")                                            \
  X (ROLE, role, CHOICE, N_ ("Role"), .flags = GW_FIELD_REQUIRED, .choices = gw_team_role_choices) \
  X (DAY, day, DAY, N_ ("Day"), .flags = GW_FIELD_REQUIRED)                                        \
  X (START, start, MINUTE, N_ ("Start"), .minimum = 0, .maximum = 2880,                            \
     .hint = N_ ("Empty means: any time in the shift"))                                            \
  X (DURATION, duration, SPAN, N_ ("Length"), .flags = GW_FIELD_REQUIRED, .unit = N_ ("min"),      \
     .minimum = 5, .maximum = 720)                                                                 \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"))

/** gw_role_time_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (RoleTime, role_time)

/** Field indexes of #GwRoleTime. */
enum
{
#define ROW(UPPER, ...) GW_ROLE_TIME_##UPPER,
  GW_ROLE_TIME_FIELDS (ROW)
#undef ROW
      GW_ROLE_TIME_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (RoleTime, role_time, ROLE_TIME, UPPER, lower, KIND)
GW_ROLE_TIME_FIELDS (ROW)
#undef ROW

G_END_DECLS
