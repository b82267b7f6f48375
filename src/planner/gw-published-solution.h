/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Solutions of published routing problems as files that others can check. For vrptw and hhcrsp text
 * in the manner of VRPLIB, "Route #1: 5 3 7" and "Cost 827.3"; in hhcrsp the number of a route is
 * that of the colleague and a visit is patient/service@start. For hhcrsp-json the JSON of Ceschia
 * et al. Nothing is judged here: what is read may be as wrong as it likes. Any thread.
 */
#pragma once

#include "gw-published-instance.h"

G_BEGIN_DECLS

/** GwPublishedSolution: routes from a file. */
typedef struct
{
  GwEngineRoutes routes; /* distance, tardiness and cost are not set */
  gboolean has_times;    /* FALSE: the file gives no times, all starts are 0 */
  double cost;           /* what the file says it costs; NaN when it does not */
} GwPublishedSolution;

/**
 * gw_published_solution_read: the solution in @text (@length bytes) of @instance. NULL with
 * GW_ERROR_INVALID and a sentence that says where and what is wrong. (transfer full)
 */
GwPublishedSolution *gw_published_solution_read (const GwPublishedInstance *instance,
                                                 const char *text, gsize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/** gw_published_solution_free: frees it; NULL is allowed. */
void gw_published_solution_free (GwPublishedSolution *self);

/** gw_published_solution_write: @routes of @instance as text; @routes->cost is theirs. (transfer full) */
char *gw_published_solution_write (const GwPublishedInstance *instance,
                                   const GwEngineRoutes *routes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwPublishedSolution, gw_published_solution_free)

G_END_DECLS
