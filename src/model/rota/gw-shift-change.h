/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes to shifts, which take the visits inside with them. As in gw-visit-change.h nothing is
 * written here. Pure; any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-shift.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/**
 * gw_shift_give: hands @shift to colleague @to (the none id: opens it) together with those of
 * @visits (live visits of that day, #GwVisit) that its colleague has inside it. (transfer full)
 */
GwChange *gw_shift_give (const GwShift *shift, GPtrArray *visits, GwId to, const char *label);

/** gw_shift_move: other times, perhaps on another day; visits stay where they are. (transfer full) */
GwChange *gw_shift_move (const GwShift *shift, GwDay day, GwMinute start, GwMinute end,
                         const char *label);

/** gw_shift_has_visit: whether @visit belongs to @shift: its colleague, its day, within its times. */
gboolean gw_shift_has_visit (const GwShift *shift, const GwVisit *visit);

/** gw_shift_get_paid: paid minutes in @zone, the elapsed time (clock changes count). */
GwSpan gw_shift_get_paid (const GwShift *shift, GTimeZone *zone);

G_END_DECLS
