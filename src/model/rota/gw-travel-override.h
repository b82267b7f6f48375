/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the team knows better than any map: minutes from one door to another. Goes above imported
 * matrices and computed times. One end is a person’s home or a place.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_TRAVEL_OVERRIDE_FIELDS(X)                                                         \
  X (FROM_PERSON, from_person, REFERENCE, N_ ("From"), .group = N_ ("Travel time"),          \
     .target = "person")                                                                     \
  X (FROM_PLACE, from_place, REFERENCE, N_ ("From place"), .target = "place")                \
  X (TO_PERSON, to_person, REFERENCE, N_ ("To"), .target = "person")                         \
  X (TO_PLACE, to_place, REFERENCE, N_ ("To place"), .target = "place")                      \
  X (MODE, mode, CHOICE, N_ ("By"), .choices = gw_travel_mode_choices,                       \
     .hint = N_ ("Empty means: however one travels"))                                        \
  X (DURATION, duration, SPAN, N_ ("Takes"), .flags = GW_FIELD_REQUIRED, .unit = N_ ("min"), \
     .minimum = 0, .maximum = 600)                                                           \
  X (BOTH_WAYS, both_ways, FLAG, N_ ("The same back"))                                       \
  X (NOTE, note, TEXT, N_ ("Why"))

/** gw_travel_override_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (TravelOverride, travel_override)

/** Field indexes of #GwTravelOverride. */
enum
{
#define ROW(UPPER, ...) GW_TRAVEL_OVERRIDE_##UPPER,
  GW_TRAVEL_OVERRIDE_FIELDS (ROW)
#undef ROW
      GW_TRAVEL_OVERRIDE_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) \
  GW_RECORD_ACCESSORS (TravelOverride, travel_override, TRAVEL_OVERRIDE, UPPER, lower, KIND)
GW_TRAVEL_OVERRIDE_FIELDS (ROW)
#undef ROW

G_END_DECLS
