/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of skill records. */
#include "config.h"

#include "gw-skill.h"

GW_DEFINE_RECORD_TYPE (skill, GW_SKILL_FIELDS, .label = N_ ("Skill"), .label_plural = N_ ("Skills"),
                       .icon_name = "emblem-ok-symbolic", .audience = GW_AUDIENCE_TEAM,
                       .title_fields = { GW_SKILL_NAME, -1 })
