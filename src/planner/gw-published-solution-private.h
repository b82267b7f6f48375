/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of solutions share: visits are collected in any order of routes, looked up by the
 * names of the instance, and turned into routes at the end. Private to this layer; one thread.
 */
#pragma once

#include "gw-published-solution.h"

G_BEGIN_DECLS

/* GwPublishedVisit: one visit of a written route. */
typedef struct
{
  gint32 vehicle, operation, start;
} GwPublishedVisit;

/* GwPublishedVisits: what was read so far. */
typedef struct
{
  const GwPublishedInstance *instance;
  GHashTable *operations; /* "patient" or "patient/service" → operation + 1 */
  GArray *visits;         /* of GwPublishedVisit */
  gint32 n_vehicles;      /* as many as the file needs */
} GwPublishedVisits;

/** gw_published_visits_init: for solutions of @instance; clear with gw_published_visits_clear(). */
void gw_published_visits_init (GwPublishedVisits *self, const GwPublishedInstance *instance);

/** gw_published_visits_clear: frees what it holds. */
void gw_published_visits_clear (GwPublishedVisits *self);

/** gw_published_visits_find: the operation called @name, or −1. */
gint32 gw_published_visits_find (const GwPublishedVisits *self, const char *name);

/** gw_published_visits_add: one more visit at the end of @vehicle's route. */
void gw_published_visits_add (GwPublishedVisits *self, gint32 vehicle, gint32 operation,
                              gint32 start);

/** gw_published_visits_build: all of them as a solution. (transfer full) */
GwPublishedSolution *gw_published_visits_build (const GwPublishedVisits *self);

/** gw_published_solution_read_json: reads the JSON of Ceschia et al. into @visits; FALSE with @error. */
gboolean gw_published_solution_read_json (GwPublishedVisits *visits, const char *text, gsize length,
                                          GError **error);

/** gw_published_solution_write_json: writes it. (transfer full) */
char *gw_published_solution_write_json (const GwPublishedInstance *instance,
                                        const GwEngineRoutes *routes);

G_END_DECLS
