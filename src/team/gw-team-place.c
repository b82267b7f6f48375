/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resource and the types of the place. */
#include "config.h"

#include "gw-team-place.h"

#include "gw-team-page.h"

#include "gw-team-resources.h"

void
gw_team_init (void)
{
  g_resources_register (gw_team_get_resource ());
  g_type_ensure (GW_TYPE_TEAM_PAGE);
}
