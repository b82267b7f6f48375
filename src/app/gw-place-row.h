/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A place in the sidebar: icon, name, and a count where something waits. Main thread.
 */
#pragma once

#include "gw-places.h"

G_BEGIN_DECLS

#define GW_TYPE_PLACE_ROW (gw_place_row_get_type ())

G_DECLARE_FINAL_TYPE (GwPlaceRow, gw_place_row, GW, PLACE_ROW, GtkListBoxRow)

/** gw_place_row_new: a row for @place. */
GtkWidget *gw_place_row_new (const GwPlace *place);

/** gw_place_row_get_place: (transfer none) */
const GwPlace *gw_place_row_get_place (GwPlaceRow *self);

/** gw_place_row_set_waiting: how many things wait there; 0 shows nothing. */
void gw_place_row_set_waiting (GwPlaceRow *self, guint waiting);

G_END_DECLS
