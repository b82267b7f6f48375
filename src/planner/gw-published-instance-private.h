/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of routing instances share: making an instance of a known size, and the limits
 * that keep a damaged or hostile file from asking for all memory. Private to this layer.
 */
#pragma once

#include "gw-published-instance.h"

G_BEGIN_DECLS

#define GW_PUBLISHED_MOST_PLACES 4000
#define GW_PUBLISHED_MOST_VEHICLES 2000
#define GW_PUBLISHED_MOST_OPERATIONS (2 * GW_PUBLISHED_MOST_PLACES)

/** gw_published_instance_new: zeroed arrays for @n_places and @n_vehicles; no operations yet. */
GwPublishedInstance *gw_published_instance_new (GwPublishedFamily family, gint32 n_places,
                                                gint32 n_vehicles);

/** gw_published_instance_set_operations: takes the operations and names that were collected. */
void gw_published_instance_set_operations (GwPublishedInstance *self, GArray *operations,
                                           GPtrArray *patients, GPtrArray *services);

/** gw_published_instance_set_links: takes the links that were collected. */
void gw_published_instance_set_links (GwPublishedInstance *self, GArray *links);

/** gw_published_instance_name_vehicles: calls them 1, 2, 3 … */
void gw_published_instance_name_vehicles (GwPublishedInstance *self);

/** gw_published_read_solomon: vehicle routing with time windows, as Solomon wrote it. */
GwPublishedInstance *gw_published_read_solomon (const char *text, gsize length, GError **error);

/** gw_published_read_mankowska: home health care, as Mankowska et al. wrote it. */
GwPublishedInstance *gw_published_read_mankowska (const char *text, gsize length, GError **error);

/** gw_published_read_ceschia: home health care, as Ceschia et al. wrote it. */
GwPublishedInstance *gw_published_read_ceschia (const char *text, gsize length, GError **error);

G_END_DECLS
