/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weeks from patterns. Generating again never doubles and never overwrites: a visit is known by
 * (series, the day it was generated for), also when it was moved, cancelled or deleted since. A
 * series is a pattern and those that went on from it when something changed "from now on"; it has
 * the id of its first pattern, so that links and generated visits survive such changes. Ids of
 * generated records follow from series and day: two laptops that generate the same week make the
 * same records. Pure; any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-shift-pattern.h"
#include "gw-shift.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/** gw_pattern_falls_on: whether a pattern with these values includes @day. */
gboolean gw_pattern_falls_on (guint64 weekdays, gint64 every_weeks, GwDay first_day,
                              gboolean has_last_day, GwDay last_day, GwDay day);

/** gw_visit_pattern_falls_on: gw_pattern_falls_on() with the values of @pattern. */
gboolean gw_visit_pattern_falls_on (const GwVisitPattern *pattern, GwDay day);

/** gw_visit_pattern_copy_to_visit: the values a visit takes over from its pattern, into @visit. */
void gw_visit_pattern_copy_to_visit (const GwVisitPattern *pattern, GwDraft *visit);

/** gw_visit_pattern_get_series_id: the id of the series' first pattern, perhaps its own. */
GwId gw_visit_pattern_get_series_id (const GwVisitPattern *pattern);

/** gw_pattern_record_id: the id of what @series generates for @day. */
GwId gw_pattern_record_id (GwId series, GwDay day);

/**
 * gw_pattern_known_new: what has been generated already: from gw_pattern_record_id() of each of
 * @records' (visits or shifts, tombstones too) pattern and day to the record's own id, the none id
 * for a tombstone. (transfer full)
 */
GHashTable *gw_pattern_known_new (GPtrArray *records);

/**
 * gw_visit_patterns_generate: insertions into @change of every visit that @patterns
 * (#GwVisitPattern) ask for from @first to @last and that is not in @known
 * (gw_pattern_known_new()). Visits of @resting people (set of person ids, nullable) are made held.
 * Links (AFTER) are set where both ends exist. Returns how many.
 */
guint gw_visit_patterns_generate (GwChange *change, GPtrArray *patterns, GwDay first, GwDay last,
                                  GHashTable *known, GHashTable *resting);

/** gw_shift_patterns_generate: the same for shifts. */
guint gw_shift_patterns_generate (GwChange *change, GPtrArray *patterns, GwDay first, GwDay last,
                                  GHashTable *known);

G_END_DECLS
