/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes to visits. Each function returns a labelled #GwChange that expects the values it relied
 * on, to be submitted by the session; nothing is written here. Labels are translated and name the
 * person ("Move Rose’s visit"), so functions take the person's name. Every change of a generated
 * visit marks it as changed by hand. Pure; any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/**
 * GwVisitPlacement: where a visit goes.
 * @day: the day
 * @start: planned start, minutes after midnight of @day
 * @from: the colleague who gives it up; the none id when it comes from the to-cover lane
 * @to: the colleague who takes it; the none id when it goes to the to-cover lane
 */
typedef struct
{
  GwDay day;
  GwMinute start;
  GwId from;
  GwId to;
} GwVisitPlacement;

/** gw_visit_place: moves @visit in time and between colleagues at once. (transfer full) */
GwChange *gw_visit_place (const GwVisit *visit, const GwVisitPlacement *placement,
                          const char *name);

/** gw_visit_move: another start on the same or another day. (transfer full) */
GwChange *gw_visit_move (const GwVisit *visit, GwDay day, GwMinute start, const char *name);

/** gw_visit_copy: a one-off copy on @day at @start for @to (none: to cover). (transfer full) */
GwChange *gw_visit_copy (const GwVisit *visit, GwDay day, GwMinute start, GwId to,
                         const char *name);

/** gw_visit_pin: keeps it as it is, or lets it go. @reason nullable. (transfer full) */
GwChange *gw_visit_pin (const GwVisit *visit, gboolean pinned, const char *reason,
                        const char *name);

/** GwCancellation: who asked, how long before (minutes), what the funder pays, why (nullable). */
typedef struct
{
  GwCancelledBy by;
  GwSpan notice;
  GwCancelledPay pay;
  const char *reason;
} GwCancellation;

/** gw_visit_cancel: cancels it; it stays in the record with its reason. (transfer full) */
GwChange *gw_visit_cancel (const GwVisit *visit, const GwCancellation *cancellation,
                           const char *name);

/** gw_visit_reinstate: takes a cancellation back. (transfer full) */
GwChange *gw_visit_reinstate (const GwVisit *visit, const char *name);

/** gw_visit_set_actual: what really happened; the plan stays. @note nullable. (transfer full) */
GwChange *gw_visit_set_actual (const GwVisit *visit, GwMinute start, GwMinute end, const char *note,
                               const char *name);

/** gw_visit_add_placement: adds the operations of gw_visit_place() to @change, for whole plans. */
void gw_visit_add_placement (GwChange *change, const GwVisit *visit,
                             const GwVisitPlacement *placement);

/**
 * gw_visit_add_handover: who comes alone, of another colleague's half of a visit whose time @change
 * sets already.
 */
void gw_visit_add_handover (GwChange *change, const GwVisit *visit,
                            const GwVisitPlacement *placement);

/**
 * gw_visit_add_opening: @from no longer holds the shift @visit is in, which is open now: the visit
 * loses @from (the none id: nobody had it) and lies in @open_shift (the none id: in none).
 */
void gw_visit_add_opening (GwChange *change, const GwVisit *visit, GwId from, GwId open_shift);

/** gw_visit_add_copy: adds the operations of gw_visit_copy() to @change. */
void gw_visit_add_copy (GwChange *change, const GwVisit *visit, GwDay day, GwMinute start, GwId to);

/** gw_visit_add_pin: adds the operations of gw_visit_pin() to @change. */
void gw_visit_add_pin (GwChange *change, const GwVisit *visit, gboolean pinned, const char *reason);

/** gw_visit_add_plan: sets start and all colleagues at once on @change, if anything differs. */
void gw_visit_add_plan (GwChange *change, const GwVisit *visit, GwDay day, GwMinute start,
                        const GwId *colleagues, guint n_colleagues);

G_END_DECLS
