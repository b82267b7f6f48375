/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weeks from patterns. Generating again never doubles and never overwrites: a visit is known by
 * (pattern, the day it was generated for), also when it was moved, cancelled or deleted since.
 * Ids of generated records follow from pattern and day, so that two laptops that generate the same
 * week make the same records. Pure; any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-shift-pattern.h"
#include "gw-shift.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/** gw_pattern_falls_on: whether a pattern with these values includes @day. */
gboolean gw_pattern_falls_on (guint64 weekdays,
                              gint64 every_weeks,
                              GwDay first_day,
                              gboolean has_last_day,
                              GwDay last_day,
                              GwDay day);

/** gw_pattern_record_id: the id of what @pattern generates for @day. */
GwId gw_pattern_record_id (GwId pattern, GwDay day);

/**
 * gw_visit_patterns_generate: insertions into @change of every visit that @patterns
 * (#GwVisitPattern) ask for from @first to @last and that is not in @known, a set of #GwId
 * (gw_id_hash_ptr()) of records that exist or existed. Visits of @resting people (set of person
 * ids, nullable) are made held. Links (AFTER) are set where both ends are made. Returns how many.
 */
guint gw_visit_patterns_generate (GwChange *change,
                                  GPtrArray *patterns,
                                  GwDay first,
                                  GwDay last,
                                  GHashTable *known,
                                  GHashTable *resting);

/** gw_shift_patterns_generate: the same for shifts. */
guint gw_shift_patterns_generate (GwChange *change,
                                  GPtrArray *patterns,
                                  GwDay first,
                                  GwDay last,
                                  GHashTable *known);

/**
 * gw_visit_pattern_split: “from now on”: ends @pattern the day before @from_day and adds a copy
 * that starts then, with the values of @edited (a draft of the same pattern) and ends at @until
 * (with @has_until; after it the old pattern goes on in a third one). Visits already generated from
 * @from_day on (@visits, #GwVisit) move over unless they were changed by hand. (transfer full)
 */
GwChange *gw_visit_pattern_split (const GwVisitPattern *pattern,
                                  const GwDraft *edited,
                                  GwDay from_day,
                                  gboolean has_until,
                                  GwDay until,
                                  GPtrArray *visits,
                                  const char *label);

G_END_DECLS
