/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A regular visit that changes “from now on” or “until”: the pattern ends and goes on in another
 * one of the same series, so that what was generated, and links to it, stay what they were. Pure;
 * any thread.
 */
#pragma once

#include "gw-change.h"
#include "gw-visit-pattern.h"
#include "gw-visit.h"

G_BEGIN_DECLS

/**
 * gw_visit_pattern_split: “from now on”, or “until”: ends @pattern the day before @from_day and
 * goes on in a new pattern of the same series with the values of @edited (a draft of @pattern) up
 * to @until (with @has_until; then the old values go on in a third one). From the pattern's first
 * day on it simply is edited. @visits (#GwVisit of the series) from @from_day on take the new
 * values, or are deleted where the pattern has them no more, unless they were changed by hand.
 * (transfer full)
 */
GwChange *gw_visit_pattern_split (const GwVisitPattern *pattern, const GwDraft *edited,
                                  GwDay from_day, gboolean has_until, GwDay until,
                                  GPtrArray *visits, const char *label);

G_END_DECLS
