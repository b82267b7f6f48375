/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When a colleague can, would like to, would rather not or cannot work, week after week.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_AVAILABILITY_FIELDS(X)                                                     \
  X (COLLEAGUE, colleague, REFERENCE, N_ ("Colleague"), .group = N_ ("Availability"), \
     .flags = GW_FIELD_REQUIRED, .target = "colleague")                               \
  X (KIND, kind, CHOICE, N_ ("What it is like"), .flags = GW_FIELD_REQUIRED,          \
     .choices = gw_availability_kind_choices)                                         \
  X (WEEKDAYS, weekdays, CHOICES, N_ ("Days"), .flags = GW_FIELD_REQUIRED,            \
     .choices = gw_weekday_choices)                                                   \
  X (START, start, MINUTE, N_ ("From"), .minimum = 0, .maximum = 2880)                \
  X (END, end, MINUTE, N_ ("Until"), .minimum = 0, .maximum = 2880)                   \
  X (FIRST_DAY, first_day, DAY, N_ ("Since"))                                         \
  X (LAST_DAY, last_day, DAY, N_ ("Until day"))                                       \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"))

/** gw_availability_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Availability, availability)

/** Field indexes of #GwAvailability. */
enum
{
#define ROW(UPPER, ...) GW_AVAILABILITY_##UPPER,
  GW_AVAILABILITY_FIELDS (ROW)
#undef ROW
      GW_AVAILABILITY_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (Availability, availability, AVAILABILITY, UPPER, lower, KIND)
GW_AVAILABILITY_FIELDS (ROW)
#undef ROW

G_END_DECLS
