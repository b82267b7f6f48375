/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The contact-time waterfall: of the hours that are paid, how many are spent in
 * people's homes. Three ratios exist and are always named; this computes the parts. Pure.
 */
#pragma once

#include "gw-meeting.h"
#include "gw-role-time.h"
#include "gw-shift.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/** GwContactShare: minutes by what they were for; @paid is their sum when nothing overlaps. */
typedef struct
{
  gint paid;
  gint contact;
  gint wellbeing;
  gint travel;
  gint breaks;
  gint meetings;
  gint role_time;
  gint unused;
} GwContactShare;

/**
 * gw_contact_share_compute: sums @shifts (#GwShift, those with a colleague) and @visits
 * (#GwVisit: live, each assigned colleague counted) of the same days. Meetings and role times as
 * minutes that fall to colleagues with a shift. @travel: minutes of travel in those shifts, from
 * the planner. Breaks: 20 min in shifts over 6 h, as the law asks.
 */
GwContactShare gw_contact_share_compute (GPtrArray *shifts, GPtrArray *visits, gint meetings,
                                         gint role_time, gint travel, GTimeZone *zone);

/** gw_contact_share_get_permille: contact with wellbeing visits ÷ paid; 0 when nothing is paid. */
gint gw_contact_share_get_permille (const GwContactShare *self);

G_END_DECLS
