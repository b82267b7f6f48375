/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a list of records are ticked, by id, for rows with a tick box. Main thread. */
#pragma once

#include "gw-id.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define GW_TYPE_TICKS (gw_ticks_get_type ())

/** GwTicks: signal "changed": something was ticked or not any more. */
G_DECLARE_FINAL_TYPE (GwTicks, gw_ticks, GW, TICKS, GObject)

/** gw_ticks_new: nothing is ticked. (transfer full) */
GwTicks *gw_ticks_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_ticks_set: ticks @id, or not any more. */
void gw_ticks_set (GwTicks *self, GwId id, gboolean ticked);

/** gw_ticks_get: whether @id is ticked. */
gboolean gw_ticks_get (GwTicks *self, GwId id);

/** gw_ticks_get_n: how many are ticked. */
guint gw_ticks_get_n (GwTicks *self);

/** gw_ticks_clear: nothing is ticked any more. */
void gw_ticks_clear (GwTicks *self);

G_END_DECLS
