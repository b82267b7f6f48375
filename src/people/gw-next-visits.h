/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When somebody comes next, for every person, from the visits of the coming week. Follows the
 * session. Main thread.
 */
#pragma once

#include "gw-session.h"
#include "gw-visit.h"

G_BEGIN_DECLS

#define GW_TYPE_NEXT_VISITS (gw_next_visits_get_type ())

/** GwNextVisits: signal "changed", at most once a main loop turn. */
G_DECLARE_FINAL_TYPE (GwNextVisits, gw_next_visits, GW, NEXT_VISITS, GObject)

/** gw_next_visits_new: follows the visits of the next seven days. (transfer full) */
GwNextVisits *gw_next_visits_new (GwSession *session) G_GNUC_WARN_UNUSED_RESULT;

/** gw_next_visits_find: the next visit of @person, or NULL. (transfer none) until "changed" */
const GwVisit *gw_next_visits_find (GwNextVisits *self, GwId person);

G_END_DECLS
