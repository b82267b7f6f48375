/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Leave, being away, or training. Half days have a time. An unknown return has no last day. Why
 * somebody is away is never stored beyond these three words, and never printed.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_ABSENCE_FIELDS(X)                                                              \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Colleague"), .group = N_ ("Time away"),        \
     .flags = GW_FIELD_REQUIRED, .target = "colleague")                                   \
  X (KIND, kind, CHOICE, N_ ("What it is"), .flags = GW_FIELD_REQUIRED,                   \
     .choices = gw_absence_kind_choices)                                                  \
  X (STATE, state, CHOICE, N_ ("Answer"), .choices = gw_absence_state_choices)            \
  X (FIRST_DAY, first_day, DAY, N_ ("First day"), .flags = GW_FIELD_REQUIRED)             \
  X (LAST_DAY, last_day, DAY, N_ ("Last day"), .hint = N_ ("Empty means: not known yet")) \
  X (START, start, MINUTE, N_ ("From"), .minimum = 0, .maximum = 1440,                    \
     .hint = N_ ("Only for part of a day"))                                               \
  X (END, end, MINUTE, N_ ("Until"), .minimum = 0, .maximum = 1440)                       \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"))

/** gw_absence_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Absence, absence)

/** Field indexes of #GwAbsence. */
enum
{
#define ROW(UPPER, ...) GW_ABSENCE_##UPPER,
  GW_ABSENCE_FIELDS (ROW)
#undef ROW
      GW_ABSENCE_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Absence, absence, ABSENCE, UPPER, lower, KIND)
GW_ABSENCE_FIELDS (ROW)
#undef ROW

G_END_DECLS
