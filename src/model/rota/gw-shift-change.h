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
 * GwShiftPlacement: where a shift goes.
 * @day: the day
 * @start: minutes after midnight of @day; it stays as long as it is
 * @to: who has it then; the none id opens it
 */
typedef struct
{
  GwDay day;
  GwMinute start;
  GwId to;
} GwShiftPlacement;

/**
 * gw_shift_place: moves @shift between colleagues, days and times at once. Those of @visits (live
 * visits of its day and, when it ends after midnight, of the day after, #GwVisit) that lie in it go along to the new colleague where they still lie
 * inside; a visit keeps its own day and time, so the others go back to cover. In a shift that is
 * opened the visits stay, to cover, and go along to whoever takes it. @out_n_left (nullable) says how
 * many are to cover then and were not before. (transfer full)
 */
GwChange *gw_shift_place (const GwShift *shift, GPtrArray *visits,
                          const GwShiftPlacement *placement, const char *label, guint *out_n_left);

/**
 * gw_shift_has_visit: whether @visit belongs to @shift: its colleague, and a start within its times,
 * be it after midnight; or, while nobody holds the shift, a visit that stayed in it and still needs
 * somebody.
 */
gboolean gw_shift_has_visit (const GwShift *shift, const GwVisit *visit);

/** gw_shift_get_paid: paid minutes in @zone, the elapsed time (clock changes count). */
GwSpan gw_shift_get_paid (const GwShift *shift, GTimeZone *zone);

G_END_DECLS
