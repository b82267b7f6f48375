/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of place records. */
#include "config.h"

#include "gw-place.h"

GW_DEFINE_RECORD_TYPE (place, GW_PLACE_FIELDS, .label = N_ ("Place"), .label_plural = N_ ("Places"),
                       .icon_name = "mark-location-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_PLACE_NAME, -1 })
