/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody is away: the time away and what it leaves behind are one change, so that the holes are
 * seen at once and one undo takes all of it back. As in gw-visit-change.h nothing is written here.
 * Pure; any thread.
 */
#pragma once

#include "gw-absence.h"
#include "gw-change.h"
#include "gw-shift.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/** gw_absence_covers_day: whether @day lies within @absence; one without a last day goes on. */
gboolean gw_absence_covers_day (const GwAbsence *absence, GwDay day);

/**
 * gw_absence_meets: whether @absence keeps its colleague from @visit: a live one of that colleague,
 * on a day and at a time within it, that does not start before @now of @today.
 */
gboolean gw_absence_meets (const GwAbsence *absence, const GwVisit *visit, GwDay today,
                           GwMinute now);

/**
 * gw_absence_takes_shift: whether approved leave or being away keeps @shift's colleague from all of it;
 * training does not: it is paid.
 */
gboolean gw_absence_takes_shift (const GwAbsence *absence, const GwShift *shift);

/**
 * gw_absence_list_gaps: @absence without the days on which its colleague is away already: approved
 * ones of @others (#GwAbsence, of anybody) that take all of its time of the day. New records, by
 * day; @absence itself when nothing is there yet; none when all of it is. @out_known (nullable,
 * transfer none): the first of @others that was in the way, or NULL. (transfer full) (element-type
 * GwAbsence)
 */
GPtrArray *gw_absence_list_gaps (const GwAbsence *absence, GPtrArray *others,
                                 const GwAbsence **out_known) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_absence_begin: notes @absences (new records of one colleague) and takes those of @visits
 * (#GwVisit) that they meet back to cover; @out_n_visits (nullable) says how many. (transfer full)
 */
GwChange *gw_absence_begin (GPtrArray *absences, GPtrArray *visits, GwDay today, GwMinute now,
                            const char *label, guint *out_n_visits);

G_END_DECLS
