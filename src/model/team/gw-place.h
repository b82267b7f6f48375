/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A place that is not somebody’s home: the base, a hall where the team meets, a café.
 */
#pragma once

#include "gw-choices.h"
#include "gw-record-macros.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define GW_PLACE_FIELDS(X)                                                                    \
  X (NAME, name, TEXT, N_ ("Name"), .group = N_ ("Place"),                                    \
     .flags = GW_FIELD_REQUIRED | GW_FIELD_SEARCHABLE)                                        \
  X (ADDRESS, address, RICH_TEXT, N_ ("Address"), .flags = GW_FIELD_SEARCHABLE)               \
  X (LOCATION, location, PLACE, N_ ("Location"),                                              \
     .hint = N_ ("Latitude and longitude, for instance 51.6708, -1.2880"))                    \
  X (PARKING, parking, SPAN, N_ ("Parking"), .unit = N_ ("min"), .minimum = 0, .maximum = 60, \
     .hint = N_ ("Minutes from stopping the car to the door"))                                \
  X (NOTE, note, RICH_TEXT, N_ ("Notes"), .group = N_ ("Notes"))

/** gw_place_type: the type’s table; constant, any thread. */
GW_DECLARE_RECORD_TYPE (Place, place)

/** Field indexes of #GwPlace. */
enum
{
#define ROW(UPPER, ...) GW_PLACE_##UPPER,
  GW_PLACE_FIELDS (ROW)
#undef ROW
      GW_PLACE_N_FIELDS
};

#define ROW(UPPER, lower, KIND, ...) GW_RECORD_ACCESSORS (Place, place, PLACE, UPPER, lower, KIND)
GW_PLACE_FIELDS (ROW)
#undef ROW

G_END_DECLS
