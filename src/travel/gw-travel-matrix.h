/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Travel times between all pairs of a list of doors, for each way of travelling; whole minutes,
 * directed. Immutable and counted; may cross threads. A model that has just made the matrix of the
 * same doors hands it out again: problems are rebuilt after each commit, doors rarely change.
 */
#pragma once

#include "gw-travel-model.h"

G_BEGIN_DECLS

typedef struct _GwTravelMatrix GwTravelMatrix;

/**
 * gw_travel_matrix_compute: times between @stops. Cost: @n_stops² × ways of travelling.
 * (transfer full)
 */
GwTravelMatrix *gw_travel_matrix_compute (const GwTravelModel *model, const GwTravelStop *stops,
                                          guint n_stops) G_GNUC_WARN_UNUSED_RESULT;

/** gw_travel_matrix_ref: (transfer full); any thread. */
GwTravelMatrix *gw_travel_matrix_ref (GwTravelMatrix *self);

/** gw_travel_matrix_unref: any thread. */
void gw_travel_matrix_unref (GwTravelMatrix *self);

/** gw_travel_matrix_get_n: how many doors. */
guint gw_travel_matrix_get_n (const GwTravelMatrix *self);

/** gw_travel_matrix_get: minutes from door @from to door @to, indexes of the list. */
gint gw_travel_matrix_get (const GwTravelMatrix *self, GwTravelBy by, guint from, guint to);

/** gw_travel_matrix_get_n_guessed: pairs of doors (directed) of which one has no point. */
guint gw_travel_matrix_get_n_guessed (const GwTravelMatrix *self);

/**
 * GwTravelCache: remembers the last matrix. One thread at a time.
 */
typedef struct _GwTravelCache GwTravelCache;

/** gw_travel_cache_new: an empty cache. (transfer full) */
GwTravelCache *gw_travel_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** gw_travel_cache_free: frees it. */
void gw_travel_cache_free (GwTravelCache *self);

/**
 * gw_travel_cache_lookup: the matrix of @stops by @model: the remembered one when the model is the
 * same object and all doors are equal, else computed and remembered. (transfer full)
 */
GwTravelMatrix *gw_travel_cache_lookup (GwTravelCache *self, GwTravelModel *model,
                                        const GwTravelStop *stops, guint n_stops)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTravelMatrix, gw_travel_matrix_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTravelCache, gw_travel_cache_free)

G_END_DECLS
