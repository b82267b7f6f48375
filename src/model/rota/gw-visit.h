/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One visit on one day, generated from a regular visit or arranged once. A visit with fewer colleagues
 * than it needs is not covered. START is the planned start; empty while nobody has planned it. Times
 * count from midnight of DAY. What happened is written in the actual times, never over the plan.
 * A visit that lies in a shift which nobody holds is still to cover; OPEN_SHIFT remembers the shift,
 * so that the visit goes along when somebody takes it.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_VISIT_FIELDS(X)                                                                        \
  X (PERSON, person, REFERENCE, N_ ("Person"), .group = N_ ("Visit"), .flags = GW_FIELD_REQUIRED, \
     .target = "person")                                                                          \
  X (PURPOSE, purpose, TEXT, N_ ("What for"), .flags = GW_FIELD_SEARCHABLE)                       \
  X (KIND, kind, CHOICE, N_ ("Kind"), .choices = gw_visit_kind_choices)                           \
  X (DAY, day, DAY, N_ ("Day"), .group = N_ ("When"), .flags = GW_FIELD_REQUIRED)                 \
  X (START, start, MINUTE, N_ ("Planned start"), .minimum = 0, .maximum = 2880)                   \
  X (DURATION, duration, SPAN, N_ ("Length"), .flags = GW_FIELD_REQUIRED, .unit = N_ ("min"),     \
     .minimum = 5, .maximum = 1440)                                                               \
  X (IDEAL, ideal, MINUTE, N_ ("Wished time"), .minimum = 0, .maximum = 2880)                     \
  X (TOLERANCE, tolerance, SPAN, N_ ("Give or take"), .unit = N_ ("min"), .minimum = 0,           \
     .maximum = 720)                                                                              \
  X (EARLIEST, earliest, MINUTE, N_ ("Earliest start"), .minimum = 0, .maximum = 2880)            \
  X (LATEST, latest, MINUTE, N_ ("Latest start"), .minimum = 0, .maximum = 2880)                  \
  X (FIRMNESS, firmness, CHOICE, N_ ("How firm"), .choices = gw_firmness_choices)                 \
  X (SHORT_AGREED, short_agreed, FLAG, N_ ("Under 30 minutes is agreed"))                         \
  X (COLLEAGUES, colleagues, REFERENCES, N_ ("Who comes"), .group = N_ ("Who"),                   \
     .target = "colleague")                                                                       \
  X (COLLEAGUES_NEEDED, colleagues_needed, NUMBER, N_ ("Colleagues needed"), .minimum = 1,        \
     .maximum = 4)                                                                                \
  X (SKILLS, skills, REFERENCES, N_ ("Skills needed"), .target = "skill")                         \
  X (PINNED, pinned, FLAG, N_ ("Keep as it is"), .hint = N_ ("The planner leaves it alone"))      \
  X (PIN_REASON, pin_reason, TEXT, N_ ("Why it is kept"))                                         \
  X (AFTER, after, REFERENCE, N_ ("After"), .group = N_ ("Linked to"), .target = "visit")         \
  X (GAP_LEAST, gap_least, SPAN, N_ ("At least after it"), .unit = N_ ("min"), .minimum = 0,      \
     .maximum = 1440)                                                                             \
  X (GAP_MOST, gap_most, SPAN, N_ ("At most after it"), .unit = N_ ("min"), .minimum = 0,         \
     .maximum = 1440)                                                                             \
  X (STATE, state, CHOICE, N_ ("State"), .group = N_ ("What happened"),                           \
     .choices = gw_visit_state_choices)                                                           \
  X (ACTUAL_START, actual_start, MINUTE, N_ ("Really started"), .minimum = 0, .maximum = 2880)    \
  X (ACTUAL_END, actual_end, MINUTE, N_ ("Really ended"), .minimum = 0, .maximum = 4320)          \
  X (ACTUAL_NOTE, actual_note, TEXT, N_ ("What made the difference"))                             \
  X (CANCELLED_BY, cancelled_by, CHOICE, N_ ("Who cancelled"),                                    \
     .group = N_ ("If it was cancelled"), .choices = gw_cancelled_by_choices)                     \
  X (CANCELLED_NOTICE, cancelled_notice, SPAN, N_ ("Told ahead by"), .unit = N_ ("h"),            \
     .minimum = 0, .maximum = 100000)                                                             \
  X (CANCELLED_PAY, cancelled_pay, CHOICE, N_ ("The funder pays"),                                \
     .choices = gw_cancelled_pay_choices)                                                         \
  X (CANCELLED_REASON, cancelled_reason, TEXT, N_ ("Why"))                                        \
  X (FUNDER, funder, TEXT, N_ ("Funder"), .group = N_ ("Money"))                                  \
  X (RATE, rate, MONEY, N_ ("Rate an hour"))                                                      \
  X (PATTERN, pattern, REFERENCE, N_ ("Regular visit"), .flags = GW_FIELD_INTERNAL,               \
     .target = "visit_pattern")                                                                   \
  X (PATTERN_DAY, pattern_day, DAY, N_ ("Generated for"), .flags = GW_FIELD_INTERNAL)             \
  X (EXCEPTION, exception, FLAG, N_ ("Changed by hand"), .flags = GW_FIELD_INTERNAL)              \
  X (OPEN_SHIFT, open_shift, REFERENCE, N_ ("Open shift"), .flags = GW_FIELD_INTERNAL,            \
     .target = "shift", .since = 2)

/** gw_visit_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Visit, visit)

/** Field indexes of #GwVisit. */
enum
{
#define ROW(UPPER, ...) GW_VISIT_##UPPER,
  GW_VISIT_FIELDS (ROW)
#undef ROW
      GW_VISIT_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) GW_RECORD_ACCESSORS (Visit, visit, VISIT, UPPER, lower, KIND)
GW_VISIT_FIELDS (ROW)
#undef ROW

G_END_DECLS
