/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Starting a team: what it is called and who begins. Main thread.
 */
#pragma once

#include "gw-window.h"

G_BEGIN_DECLS

/** GwStartTeamNext: what comes when the team has begun. */
typedef enum
{
  GW_START_TEAM_EMPTY,
  GW_START_TEAM_IMPORT
} GwStartTeamNext;

/** gw_start_team_dialog_present: asks, then starts the team in @window. */
void gw_start_team_dialog_present (GwWindow *window, GwStartTeamNext next);

G_END_DECLS
