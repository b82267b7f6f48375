/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three repairs side by side: what covering by least disruption, by the most familiar faces, and at
 * the least cost would mean for others, number by number, and one of them chosen. What the chosen one
 * changes in detail is the review below. Main thread.
 */
#pragma once

#include "gw-plan-effects.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GW_TYPE_ROTA_REPAIRS (gw_rota_repairs_get_type ())

/** GwRotaRepairs: signal "chosen" (int #GwPlanFavour): another one of those that are there. */
G_DECLARE_FINAL_TYPE (GwRotaRepairs, gw_rota_repairs, GW, ROTA_REPAIRS, AdwBin)

/** gw_rota_repairs_clear: none is there yet. */
void gw_rota_repairs_clear (GwRotaRepairs *self);

/** gw_rota_repairs_set_note: a sentence about what is not repaired; "" for none. */
void gw_rota_repairs_set_note (GwRotaRepairs *self, const char *note);

/**
 * gw_rota_repairs_add: @plan (referenced), which means @effects for people, is what was found with
 * @favour; the first is chosen.
 */
void gw_rota_repairs_add (GwRotaRepairs *self, GwPlanFavour favour, GwWeekPlan *plan,
                          const GwPlanEffects *effects);

/** gw_rota_repairs_end: those that are not there will not come. */
void gw_rota_repairs_end (GwRotaRepairs *self);

/** gw_rota_repairs_get_n: how many are there. */
guint gw_rota_repairs_get_n (GwRotaRepairs *self);

/** gw_rota_repairs_get_plan: the plan of @favour. (transfer none) (nullable) */
GwWeekPlan *gw_rota_repairs_get_plan (GwRotaRepairs *self, GwPlanFavour favour);

/** gw_rota_repairs_get_effects: what the plan of @favour means. (transfer none) (nullable) */
const GwPlanEffects *gw_rota_repairs_get_effects (GwRotaRepairs *self, GwPlanFavour favour);

/** gw_rota_repairs_find_best: the one that covers most, the first of several; GW_N_FAVOURS: none. */
GwPlanFavour gw_rota_repairs_find_best (GwRotaRepairs *self);

/**
 * gw_rota_repairs_find_behind: which to look for again, so that all cover as much before what each
 * favours counts: the first that covers less than another, or was not found while another was.
 * GW_N_FAVOURS: none but those that @again has a bit (1 << favour) of.
 */
GwPlanFavour gw_rota_repairs_find_behind (GwRotaRepairs *self, guint again);

/** gw_rota_repairs_get_chosen: which is chosen; GW_N_FAVOURS: none. */
GwPlanFavour gw_rota_repairs_get_chosen (GwRotaRepairs *self);

G_END_DECLS
