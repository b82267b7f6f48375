/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Travel times between all pairs of a list of doors, for each way of travelling; whole minutes,
 * directed. Immutable; may cross threads.
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

/** gw_travel_matrix_free: frees it; any thread. */
void gw_travel_matrix_free (GwTravelMatrix *self);

/** gw_travel_matrix_get_n: how many doors. */
guint gw_travel_matrix_get_n (const GwTravelMatrix *self);

/** gw_travel_matrix_get: minutes from door @from to door @to, indexes of the list. */
gint gw_travel_matrix_get (const GwTravelMatrix *self, GwTravelBy by, guint from, guint to);

/** gw_travel_matrix_get_n_guessed: pairs of doors (directed) of which one has no point. */
guint gw_travel_matrix_get_n_guessed (const GwTravelMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTravelMatrix, gw_travel_matrix_free)

G_END_DECLS
