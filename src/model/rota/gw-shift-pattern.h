/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A shift that comes again, for a colleague or still open: weekdays, every how many weeks. Several
 * patterns with different first days make a rolling pattern.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_SHIFT_PATTERN_FIELDS(X)                                                            \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Colleague"), .group = N_ ("Regular shift"),        \
     .target = "colleague", .hint = N_ ("Empty means: open"))                                 \
  X (TEAM, team, REFERENCE, N_ ("Team"), .target = "team")                                    \
  X (WEEKDAYS, weekdays, CHOICES, N_ ("Days"), .flags = GW_FIELD_REQUIRED,                    \
     .choices = gw_weekday_choices)                                                           \
  X (EVERY_WEEKS, every_weeks, NUMBER, N_ ("Every"), .unit = N_ ("weeks"), .minimum = 1,      \
     .maximum = 52)                                                                           \
  X (FIRST_DAY, first_day, DAY, N_ ("From"), .flags = GW_FIELD_REQUIRED)                      \
  X (LAST_DAY, last_day, DAY, N_ ("Until"))                                                   \
  X (START, start, MINUTE, N_ ("Start"), .flags = GW_FIELD_REQUIRED, .minimum = 0,            \
     .maximum = 1440)                                                                         \
  X (END, end, MINUTE, N_ ("End"), .flags = GW_FIELD_REQUIRED, .minimum = 0, .maximum = 2880) \
  X (NOTE, note, TEXT, N_ ("Notes"))

/** gw_shift_pattern_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (ShiftPattern, shift_pattern)

/** Field indexes of #GwShiftPattern. */
enum
{
#define ROW(UPPER, ...) GW_SHIFT_PATTERN_##UPPER,
  GW_SHIFT_PATTERN_FIELDS (ROW)
#undef ROW
      GW_SHIFT_PATTERN_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (ShiftPattern, shift_pattern, SHIFT_PATTERN, UPPER, lower, KIND)
GW_SHIFT_PATTERN_FIELDS (ROW)
#undef ROW

G_END_DECLS
