/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The planner's prices as the board asks for them. It is empty while the planner reads the rota,
 * and gets a new planner's pricer after each commit. Main thread.
 */
#pragma once

#include "gw-board-pricer.h"

#include "gw-pricer.h"

G_BEGIN_DECLS

#define GW_TYPE_ROTA_PRICER (gw_rota_pricer_get_type ())

/**
 * GwRotaPricer: a #GwBoardPricer. Signals "changed": prices may differ now; "thought": what was not
 * known when it was asked for may be known now.
 */
G_DECLARE_FINAL_TYPE (GwRotaPricer, gw_rota_pricer, GW, ROTA_PRICER, GObject)

/** gw_rota_pricer_new: without prices yet. (transfer full) */
GwRotaPricer *gw_rota_pricer_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_rota_pricer_take: prices of @week from now on; @pricer is taken; both nullable. Whether they are
 * stale already is said before.
 */
void gw_rota_pricer_take (GwRotaPricer *self, GwPricer *pricer, GwWeekProblem *week);

/** gw_rota_pricer_set_stale: whether its days are read, or read again since they have changed. */
void gw_rota_pricer_set_stale (GwRotaPricer *self, gboolean is_stale);

/** gw_rota_pricer_is_stale: whether other prices are on their way. */
gboolean gw_rota_pricer_is_stale (GwRotaPricer *self);

/** gw_rota_pricer_get: for suggestions and explanations. (transfer none) (nullable) */
GwPricer *gw_rota_pricer_get (GwRotaPricer *self);

/**
 * gw_rota_pricer_build_change: the change that does @move: the visit, those that give way, the
 * other half of a two-person visit. Without prices the visit alone. @visit: its record; @name: the
 * person's. (transfer full)
 */
GwChange *gw_rota_pricer_build_change (GwRotaPricer *self, const GwBoardMove *move,
                                       const GwRecord *visit, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_rota_build_all_change: the change that does @moves of visits together, and nothing else. @visits:
 * for each the record, or NULL where it is gone. (transfer full)
 */
GwChange *gw_rota_build_all_change (const GwBoardMove *moves, guint n_moves, GPtrArray *visits,
                                    const char *label) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_rota_pricer_build_shift_change: the change that moves a shift with the visits that go along;
 * @out_n_left (nullable): how many stay behind, to cover. (transfer full), or NULL while the days
 * are being read.
 */
GwChange *gw_rota_pricer_build_shift_change (GwRotaPricer *self, const GwBoardMove *move,
                                             const char *label, guint *out_n_left)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
