/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long it takes to get from one door to the next. From the strongest source to the
 * weakest: what the team wrote down (overrides), imported matrices, measured times of a routing
 * service, the same building (1–3 min), and great-circle distance × 1.3 at the speed of the way of
 * travelling, with parking. Different addresses are never 0 minutes apart.
 *
 * A model is built on one thread; once it is handed on it is only read, then on any thread.
 */
#pragma once

#include "gw-id.h"

#include <glib.h>

G_BEGIN_DECLS

/** GwTravelBy: ways of travelling, in the order of the matrices. */
typedef enum
{
  GW_TRAVEL_BY_CAR,
  GW_TRAVEL_BY_BICYCLE,
  GW_TRAVEL_BY_WALK,
  GW_TRAVEL_BY_BUS,
  GW_TRAVEL_BY_N,
  GW_TRAVEL_BY_ANY = -1
} GwTravelBy;

/** GwTravelSource: where a travel time comes from. */
typedef enum
{
  GW_TRAVEL_SOURCE_SAME,
  GW_TRAVEL_SOURCE_OVERRIDE,
  GW_TRAVEL_SOURCE_IMPORTED,
  GW_TRAVEL_SOURCE_MEASURED,
  GW_TRAVEL_SOURCE_BUILDING,
  GW_TRAVEL_SOURCE_COMPUTED,
  GW_TRAVEL_SOURCE_GUESSED
} GwTravelSource;

/**
 * GwTravelStop: a door.
 * @key: which one: the id of the person, place or colleague whose door it is
 * @has_point: whether the point is known; otherwise times to it are guessed
 * @latitude: 10^-6 degrees
 * @longitude: 10^-6 degrees
 * @parking: minutes from stopping a car to the door; negative: the model's default
 * @building: the same words for the same building; lent; NULL or "" for none
 */
typedef struct
{
  GwId key;
  gboolean has_point;
  gint32 latitude;
  gint32 longitude;
  gint parking;
  const char *building;
} GwTravelStop;

/**
 * GwTravelSettings: numbers of the computed times.
 * @metres_an_hour: speed by way of travelling; car 20,000, bicycle 12,000, walk 4,800, bus 14,000
 * @waiting: minutes added to each leg: bus 7, others 0
 * @detour_percent: real way ÷ great-circle distance; 130
 * @parking: minutes, by car; 2
 * @building: minutes within a building, 1–3; 2
 * @unknown: minutes where an address has no point; 10
 */
typedef struct
{
  gint metres_an_hour[GW_TRAVEL_BY_N];
  gint waiting[GW_TRAVEL_BY_N];
  gint detour_percent;
  gint parking;
  gint building;
  gint unknown;
} GwTravelSettings;

typedef struct _GwTravelModel GwTravelModel;

/** gw_travel_settings_init: fills @settings with the numbers above. */
void gw_travel_settings_init (GwTravelSettings *settings);

/** gw_travel_model_new: a model that computes all times; @settings NULL: defaults. (transfer full) */
GwTravelModel *gw_travel_model_new (const GwTravelSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/** gw_travel_model_ref: (transfer full); any thread. */
GwTravelModel *gw_travel_model_ref (GwTravelModel *self);

/** gw_travel_model_unref: any thread. */
void gw_travel_model_unref (GwTravelModel *self);

/** gw_travel_model_copy: an unshared model with the same contents, to build on. (transfer full) */
GwTravelModel *gw_travel_model_copy (const GwTravelModel *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gw_travel_model_add: adds one known time of @source (OVERRIDE or IMPORTED: by the doors' keys;
 * MEASURED: by gw_travel_stop_get_point_key(), so that a move makes it void) from @from to @to, in
 * this direction only; a later one replaces an earlier one.
 * @by GW_TRAVEL_BY_ANY: however one travels (one for a way of travelling goes before it).
 * @minutes 0–1440; 0 between different doors counts as 1.
 */
void gw_travel_model_add (GwTravelModel *self, GwTravelSource source, GwTravelBy by, GwId from,
                          GwId to, gint minutes);

/** gw_travel_model_has: whether a time of @source from @from to @to by @by is known. */
gboolean gw_travel_model_has (const GwTravelModel *self, GwTravelSource source, GwTravelBy by,
                              GwId from, GwId to);

/** gw_travel_model_get_overhead: parking at @to and waiting, in minutes, by @by. */
gint gw_travel_model_get_overhead (const GwTravelModel *self, GwTravelBy by,
                                   const GwTravelStop *to);

/** gw_travel_stop_get_point_key: an id that follows from where the door is; none without a point. */
GwId gw_travel_stop_get_point_key (const GwTravelStop *stop);

/** gw_travel_model_get_n_known: how many times of @source were added. */
guint gw_travel_model_get_n_known (const GwTravelModel *self, GwTravelSource source);

/**
 * gw_travel_model_get_minutes: minutes from @from to @to; 0 only for the same door. @out_source
 * (nullable) tells where the number comes from.
 */
gint gw_travel_model_get_minutes (const GwTravelModel *self, GwTravelBy by,
                                  const GwTravelStop *from, const GwTravelStop *to,
                                  GwTravelSource *out_source);

/** gw_travel_get_metres: great-circle distance of two points, in metres; 0 without points. */
gdouble gw_travel_get_metres (const GwTravelStop *from, const GwTravelStop *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GwTravelModel, gw_travel_model_unref)

G_END_DECLS
