/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An instance of a published routing problem, read from the format it is published in: vehicle
 * routing with time windows (Solomon, Gehring and Homberger), home health care routing and
 * scheduling (Mankowska et al. as text; Ceschia et al. as JSON, with shifts, several starting points
 * and incompatible carers). A plain struct that owns its arrays; the engine's routing problem is a
 * view of it. All times and distances are whole numbers of 1/@units of the file's unit. Any thread.
 */
#pragma once

#include "gw-engine-routing.h"

#include <glib.h>

G_BEGIN_DECLS

/** GwPublishedFamily: which format, and with it which objective. */
typedef enum
{
  GW_PUBLISHED_VRPTW,       /* hard windows, capacity; total distance */
  GW_PUBLISHED_HHCRSP,      /* Mankowska text; a third of distance, tardiness, greatest tardiness */
  GW_PUBLISHED_HHCRSP_JSON, /* Ceschia et al.; the same cost */
  GW_PUBLISHED_N_FAMILIES
} GwPublishedFamily;

/** GwPublishedInstance: an instance with the names that its format uses. */
typedef struct
{
  GwPublishedFamily family;
  gint32 units;        /* so many units of the numbers below make one of the file's */
  gint32 cost_divisor; /* the published cost is cost / units / cost_divisor */
  gint32 n_places, n_operations, n_vehicles, n_links;
  gint32 *distance; /* [from * n_places + to]; travel takes as long */
  GwEngineRoutingOperation *operations;
  GwEngineRoutingVehicle *vehicles;
  GwEngineRoutingLink *links;
  gint32 *shift_ends; /* [n_vehicles], when shifts end; NULL: there are none. See below */
  guint8 *may_do;     /* [operation * n_vehicles + vehicle]; NULL: all may */
  char **patients;    /* [n_operations + 1]: customer number, patient number or id */
  char **services;    /* [n_operations + 1]: service number or id; NULL for vrptw */
  char **caregivers;  /* [n_vehicles + 1]: vehicle number or id */
} GwPublishedInstance;

/** gw_published_family_find: the family called @name ("vrptw", …), or GW_PUBLISHED_N_FAMILIES. */
GwPublishedFamily gw_published_family_find (const char *name);

/** gw_published_family_get_name: the name as typed. */
const char *gw_published_family_get_name (GwPublishedFamily family);

/**
 * gw_published_instance_read: the instance in @text (@length bytes). NULL with GW_ERROR_INVALID and a
 * sentence that says where and what is wrong. (transfer full)
 */
GwPublishedInstance *gw_published_instance_read (GwPublishedFamily family, const char *text,
                                                 gsize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_published_instance_free: frees it; NULL is allowed. */
void gw_published_instance_free (GwPublishedInstance *self);

/** gw_published_instance_get_input: what the engine asks for; it points into @self. */
GwEngineRoutingInput gw_published_instance_get_input (const GwPublishedInstance *self);

/**
 * gw_published_instance_close_shifts: lets nobody come back after the end of her shift. Without this
 * call that is allowed and costs nothing, as the authors of the format have it: their instances
 * hold visits that nobody could do within a shift.
 */
void gw_published_instance_close_shifts (GwPublishedInstance *self);

/**
 * gw_published_instance_get_overtime: how long colleagues of @routes are out after the ends of their
 * shifts, all together, in the file's unit; the routes' indices must be in range.
 */
double gw_published_instance_get_overtime (const GwPublishedInstance *self,
                                           const GwEngineRoutes *routes);

/** gw_published_instance_get_cost: @cost of the engine in the terms of the publications. */
double gw_published_instance_get_cost (const GwPublishedInstance *self, gint64 cost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwPublishedInstance, gw_published_instance_free)

G_END_DECLS
