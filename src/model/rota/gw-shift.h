/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paid stretch of one day, for a colleague or still open. END may pass midnight. Times count from
 * midnight of DAY; pay follows elapsed time (gw_civil_elapsed()).
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_SHIFT_FIELDS(X)                                                                    \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Colleague"), .group = N_ ("Shift"),                \
     .target = "colleague", .hint = N_ ("Empty means: open"))                                 \
  X (TEAM, team, REFERENCE, N_ ("Team"), .target = "team")                                    \
  X (DAY, day, DAY, N_ ("Day"), .flags = GW_FIELD_REQUIRED)                                   \
  X (START, start, MINUTE, N_ ("Start"), .flags = GW_FIELD_REQUIRED, .minimum = 0,            \
     .maximum = 1440)                                                                         \
  X (END, end, MINUTE, N_ ("End"), .flags = GW_FIELD_REQUIRED, .minimum = 0, .maximum = 2880) \
  X (PINNED, pinned, FLAG, N_ ("Keep as it is"))                                              \
  X (PIN_REASON, pin_reason, TEXT, N_ ("Why it is kept"))                                     \
  X (NOTE, note, TEXT, N_ ("Notes"))                                                          \
  X (PATTERN, pattern, REFERENCE, N_ ("Regular shift"), .flags = GW_FIELD_INTERNAL,           \
     .target = "shift_pattern")                                                               \
  X (PATTERN_DAY, pattern_day, DAY, N_ ("Generated for"), .flags = GW_FIELD_INTERNAL)         \
  X (EXCEPTION, exception, FLAG, N_ ("Changed by hand"), .flags = GW_FIELD_INTERNAL)

/** gw_shift_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Shift, shift)

/** Field indexes of #GwShift. */
enum
{
#define ROW(UPPER, ...) GW_SHIFT_##UPPER,
  GW_SHIFT_FIELDS (ROW)
#undef ROW
      GW_SHIFT_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) GW_RECORD_ACCESSORS (Shift, shift, SHIFT, UPPER, lower, KIND)
GW_SHIFT_FIELDS (ROW)
#undef ROW

G_END_DECLS
