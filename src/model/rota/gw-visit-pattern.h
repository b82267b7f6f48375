/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visit that comes again: on which days, every how many weeks, between which days, within which time
 * window. Generates visits; a visit changed by hand is an exception and is never generated over. A
 * pattern that changed from a day on goes on in another one of the same SERIES (its first pattern).
 * Times are ideal ± tolerance, unless earliest and latest start say otherwise.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_VISIT_PATTERN_FIELDS(X)                                                                \
  X (PERSON, person, REFERENCE, N_ ("Person"), .group = N_ ("Regular visit"),                     \
     .flags = GW_FIELD_REQUIRED, .target = "person")                                              \
  X (PURPOSE, purpose, TEXT, N_ ("What for"), .flags = GW_FIELD_SEARCHABLE,                       \
     .hint = N_ ("For instance: breakfast and medication"))                                       \
  X (KIND, kind, CHOICE, N_ ("Kind"), .choices = gw_visit_kind_choices)                           \
  X (WEEKDAYS, weekdays, CHOICES, N_ ("Days"), .group = N_ ("When"), .flags = GW_FIELD_REQUIRED,  \
     .choices = gw_weekday_choices)                                                               \
  X (EVERY_WEEKS, every_weeks, NUMBER, N_ ("Every"), .unit = N_ ("weeks"), .minimum = 1,          \
     .maximum = 52)                                                                               \
  X (FIRST_DAY, first_day, DAY, N_ ("From"), .flags = GW_FIELD_REQUIRED)                          \
  X (LAST_DAY, last_day, DAY, N_ ("Until"))                                                       \
  X (IDEAL, ideal, MINUTE, N_ ("Wished time"), .minimum = 0, .maximum = 2880)                     \
  X (TOLERANCE, tolerance, SPAN, N_ ("Give or take"), .unit = N_ ("min"), .minimum = 0,           \
     .maximum = 720)                                                                              \
  X (EARLIEST, earliest, MINUTE, N_ ("Earliest start"), .minimum = 0, .maximum = 2880,            \
     .hint = N_ ("Empty means: wished time, less what may be given or taken"))                    \
  X (LATEST, latest, MINUTE, N_ ("Latest start"), .minimum = 0, .maximum = 2880)                  \
  X (DURATION, duration, SPAN, N_ ("Length"), .flags = GW_FIELD_REQUIRED, .unit = N_ ("min"),     \
     .minimum = 5, .maximum = 1440)                                                               \
  X (SHORT_AGREED, short_agreed, FLAG, N_ ("Under 30 minutes is agreed"),                         \
     .hint = N_ ("Known to the person, part of wider support, for one specific task"))            \
  X (FIRMNESS, firmness, CHOICE, N_ ("How firm"), .choices = gw_firmness_choices)                 \
  X (COLLEAGUES_NEEDED, colleagues_needed, NUMBER, N_ ("Colleagues needed"), .group = N_ ("Who"), \
     .minimum = 1, .maximum = 4)                                                                  \
  X (SKILLS, skills, REFERENCES, N_ ("Skills needed"), .target = "skill")                         \
  X (AFTER, after, REFERENCE, N_ ("After"), .group = N_ ("Linked to"), .target = "visit_pattern", \
     .hint = N_ ("The visit of the same day that must come before, for instance for medicine"))   \
  X (GAP_LEAST, gap_least, SPAN, N_ ("At least after it"), .unit = N_ ("min"), .minimum = 0,      \
     .maximum = 1440, .hint = N_ ("Four hours between doses with paracetamol"))                   \
  X (GAP_MOST, gap_most, SPAN, N_ ("At most after it"), .unit = N_ ("min"), .minimum = 0,         \
     .maximum = 1440)                                                                             \
  X (FUNDER, funder, TEXT, N_ ("Funder"), .group = N_ ("Money"))                                  \
  X (RATE, rate, MONEY, N_ ("Rate an hour"))                                                      \
  X (SERIES, series, REFERENCE, N_ ("Went on from"), .flags = GW_FIELD_INTERNAL,                  \
     .target = "visit_pattern")

/** gw_visit_pattern_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (VisitPattern, visit_pattern)

/** Field indexes of #GwVisitPattern. */
enum
{
#define ROW(UPPER, ...) GW_VISIT_PATTERN_##UPPER,
  GW_VISIT_PATTERN_FIELDS (ROW)
#undef ROW
      GW_VISIT_PATTERN_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (VisitPattern, visit_pattern, VISIT_PATTERN, UPPER, lower, KIND)
GW_VISIT_PATTERN_FIELDS (ROW)
#undef ROW

G_END_DECLS
