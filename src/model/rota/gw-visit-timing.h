/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions about one visit that need nothing else: when it may start, whether it is covered,
 * whether it still needs planning. Pure; any thread. Rules of the rota live in the engine, not
 * here: kept in two places they would disagree one day.
 */
#pragma once

#include "gw-visit-pattern.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/** GwStartWindow: earliest, wished and latest start of a visit, in minutes after midnight. */
typedef struct
{
  GwMinute earliest;
  GwMinute ideal;
  GwMinute latest;
} GwStartWindow;

/**
 * gw_visit_get_window: when @visit may start. Order of sources: earliest and latest start; wished
 * time ± tolerance (15 min when critical, 30 agreed, 60 flexible, unless given); planned
 * start ± tolerance; 07:00–22:00 less the length.
 */
GwStartWindow gw_visit_get_window (const GwVisit *visit);

/** gw_visit_get_needed: colleagues needed, at least 1. */
guint gw_visit_get_needed (const GwVisit *visit);

/** gw_visit_get_end: planned end; the window's wished time stands in for a missing start. */
GwMinute gw_visit_get_end (const GwVisit *visit);

/** gw_visit_get_shown_start: planned start, or the wished time while there is none. */
GwMinute gw_visit_get_shown_start (const GwVisit *visit);

/**
 * gw_visit_get_start_on: the shown start of @visit, in minutes after midnight of @day: 1500 for 01:00
 * on the day after, negative on a day before. A shift that ends after midnight has such visits.
 */
GwMinute gw_visit_get_start_on (const GwVisit *visit, GwDay day);

/** gw_visit_is_live: planned or happened: neither cancelled, held nor deleted. */
gboolean gw_visit_is_live (const GwVisit *visit);

/** gw_visit_is_covered: live and with at least as many colleagues as it needs. */
gboolean gw_visit_is_covered (const GwVisit *visit);

/** gw_visit_is_before: whether @visit starts before @minute of @day, so that it is the past. */
gboolean gw_visit_is_before (const GwVisit *visit, GwDay day, GwMinute minute);

G_END_DECLS
