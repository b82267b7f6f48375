/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of team records. */
#include "config.h"

#include "gw-team.h"

GW_DEFINE_RECORD_TYPE (team, GW_TEAM_FIELDS, .label = N_ ("Team"), .label_plural = N_ ("Teams"),
                       .icon_name = "system-users-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_TEAM_NAME, -1 })
