/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inspector beside the board: one visit, who it is for, who comes, the best places for it with
 * their reasons, and why it is where it is. Main thread.
 */
#pragma once

#include "gw-rota-week.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** GwRotaSection: the parts a shortcut leads to. */
typedef enum
{
  GW_ROTA_SECTION_DETAILS,
  GW_ROTA_SECTION_SUGGEST,
  GW_ROTA_SECTION_WHY
} GwRotaSection;

#define GW_TYPE_ROTA_INSPECTOR (gw_rota_inspector_get_type ())

/**
 * GwRotaInspector: signals "moved" (pointer to #GwBoardMove): a suggestion was taken;
 * "acted" (int #GwBoardDeed): TIME, PIN or CANCEL was asked for; "edit-asked".
 */
G_DECLARE_FINAL_TYPE (GwRotaInspector, gw_rota_inspector, GW, ROTA_INSPECTOR, AdwBin)

/** gw_rota_inspector_show: shows the visit as @colleague's (the none id: in the lane) of @week. */
void gw_rota_inspector_show (GwRotaInspector *self, GwSession *session, GwRotaWeek *week,
                             GwId visit, GwId colleague);

/** gw_rota_inspector_refresh: the same visit after a change; clears when it is gone. */
void gw_rota_inspector_refresh (GwRotaInspector *self);

/** gw_rota_inspector_get_colleague: whose part of it is shown; the none id: the part to cover. */
GwId gw_rota_inspector_get_colleague (GwRotaInspector *self);

/** gw_rota_inspector_get_visit: what it shows, or the none id. */
GwId gw_rota_inspector_get_visit (GwRotaInspector *self);

/** gw_rota_inspector_lead_to: scrolls to a part and focuses its first row. */
void gw_rota_inspector_lead_to (GwRotaInspector *self, GwRotaSection section);

G_END_DECLS
