/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a new team does next, until it has a rota: a line above the board that says what is missing and
 * has buttons that lead there. Main thread.
 */
#pragma once

#include "gw-rota-week.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** GwRotaStep: the first thing that is missing. */
typedef enum
{
  GW_ROTA_STEP_NONE,
  GW_ROTA_STEP_COLLEAGUES,
  GW_ROTA_STEP_PEOPLE,
  GW_ROTA_STEP_VISITS,
  GW_ROTA_STEP_SHIFTS
} GwRotaStep;

#define GW_TYPE_ROTA_NEXT_STEP (gw_rota_next_step_get_type ())

/**
 * GwRotaNextStep: activates "rota.add-colleague", "rota.add-person", "win.import", "rota.fill-week",
 * "rota.show-day".
 */
G_DECLARE_FINAL_TYPE (GwRotaNextStep, gw_rota_next_step, GW, ROTA_NEXT_STEP, AdwBin)

/** gw_rota_next_step_find: what @week lacks first; none while it is loading. */
GwRotaStep gw_rota_next_step_find (GwRotaWeek *week);

/**
 * gw_rota_next_step_show: says so, or hides. Where @week has no visits, @session is asked for the first
 * one after @last_day that the board of @team (the none id: of all) would show, to lead there.
 */
void gw_rota_next_step_show (GwRotaNextStep *self, GwSession *session, GwRotaWeek *week,
                             GwDay last_day, GwId team);

G_END_DECLS
