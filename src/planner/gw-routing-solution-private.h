/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of solutions share: visits are collected in any order of routes, looked up by the
 * names of the instance, and turned into routes at the end. Private to this layer; one thread.
 */
#pragma once

#include "gw-routing-solution.h"

G_BEGIN_DECLS

/* GwRoutingVisit: one visit of a written route. */
typedef struct
{
  gint32 vehicle, operation, start;
} GwRoutingVisit;

/* GwRoutingVisits: what was read so far. */
typedef struct
{
  const GwRoutingInstance *instance;
  GHashTable *operations; /* "patient" or "patient/service" → operation + 1 */
  GArray *visits;         /* of GwRoutingVisit */
  gint32 n_vehicles;      /* as many as the file needs */
} GwRoutingVisits;

/** gw_routing_visits_init: for solutions of @instance; clear with gw_routing_visits_clear(). */
void gw_routing_visits_init (GwRoutingVisits *self, const GwRoutingInstance *instance);

/** gw_routing_visits_clear: frees what it holds. */
void gw_routing_visits_clear (GwRoutingVisits *self);

/** gw_routing_visits_find: the operation called @name, or −1. */
gint32 gw_routing_visits_find (const GwRoutingVisits *self, const char *name);

/** gw_routing_visits_add: one more visit at the end of @vehicle's route. */
void gw_routing_visits_add (GwRoutingVisits *self, gint32 vehicle, gint32 operation, gint32 start);

/** gw_routing_visits_build: all of them as a solution. (transfer full) */
GwRoutingSolution *gw_routing_visits_build (const GwRoutingVisits *self);

/** gw_routing_solution_read_json: reads the JSON of Ceschia et al. into @visits; FALSE with @error. */
gboolean gw_routing_solution_read_json (GwRoutingVisits *visits, const char *text, gsize length,
                                        GError **error);

/** gw_routing_solution_write_json: writes it. (transfer full) */
char *gw_routing_solution_write_json (const GwRoutingInstance *instance,
                                      const GwEngineRoutes *routes);

G_END_DECLS
