/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Travel times measured by a routing service of the OSRM kind (its `table` call), when the team has
 * set one up; off by default, since it tells the service where people live. Nothing waits for it:
 * whatever it does not say is computed. Main-context asynchronous.
 */
#pragma once

#include "gw-travel-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** The most coordinates in one request. */
#define GW_TRAVEL_SERVICE_BATCH 100

/**
 * GwTravelServiceSpec: where to ask for what.
 * @url: base address, "http://localhost:5000" or "https://…"; from the settings
 * @timeout: seconds without an answer after which the service counts as absent; 0 means 10
 * @ways: bits 1 << GwTravelBy of the ways of travelling to ask for; the bus is never asked for
 */
typedef struct
{
  const char *url;
  guint timeout;
  guint ways;
} GwTravelServiceSpec;

/**
 * gw_travel_service_measure_async: asks for the times between all @stops that @model does not know
 * measured yet, in requests of at most 100 coordinates, one after the other.
 */
void gw_travel_service_measure_async (const GwTravelServiceSpec *spec, GwTravelModel *model,
                                      const GwTravelStop *stops, guint n_stops,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gw_travel_service_measure_finish: a copy of the model with what was measured; also when the
 * service fails: then @out_note (nullable, transfer full) is a translated sentence that says so, and
 * NULL otherwise. NULL only with GW_ERROR_CANCELLED. (transfer full)
 */
GwTravelModel *gw_travel_service_measure_finish (GAsyncResult *result, char **out_note,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
