/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the key safe log. */
#include "config.h"

#include "gw-key-shown.h"

GW_DEFINE_RECORD_TYPE (key_shown, GW_KEY_SHOWN_FIELDS, .label = N_ ("Key safe shown"),
                       .label_plural = N_ ("Key safes shown"),
                       .icon_name = "channel-secure-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .append_only = TRUE,
                       .title_fields = { GW_KEY_SHOWN_PERSON, GW_KEY_SHOWN_SHOWN_AT, -1 })
