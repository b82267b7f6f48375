/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Travel times of a routing service for the board, when the team has set its address in the
 * preferences. Nothing waits for it: the board is read with computed times first, and once more when
 * the service has answered. Doors are asked about once a team and address; later ones are computed
 * until the program starts again. Main thread.
 */
#pragma once

#include "gw-planner-input.h"

#include "gw-session.h"

G_BEGIN_DECLS

#define GW_TYPE_ROTA_TRAVEL (gw_rota_travel_get_type ())

/**
 * GwRotaTravel: signals "measured": better times are known, read the rota again; "failed" (string
 * sentence): the service did not help, times stay computed.
 */
G_DECLARE_FINAL_TYPE (GwRotaTravel, gw_rota_travel, GW, ROTA_TRAVEL, GObject)

/** gw_rota_travel_new: knows nothing yet. (transfer full) */
GwRotaTravel *gw_rota_travel_new (GwSession *session) G_GNUC_WARN_UNUSED_RESULT;

/** gw_rota_travel_update: asks about the doors of @team's week, if there is a service to ask. */
void gw_rota_travel_update (GwRotaTravel *self, GwDay first_day, guint n_days, GwId team);

/** gw_rota_travel_get_known: records with what was measured, or NULL. (transfer none) (nullable) */
GwPlannerInput *gw_rota_travel_get_known (GwRotaTravel *self);

G_END_DECLS
