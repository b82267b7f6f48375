/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Travel times from known legs and, where none is known, from distance and speed. */
#include "config.h"

#include "gw-travel-model.h"

#include <math.h>
#include <string.h>

#define EARTH_RADIUS_M 6371008.8
#define LONGEST_LEG 1440
#define N_KNOWN_SOURCES 3

typedef struct
{
  GwId from;
  GwId to;
  gint by;
  gint minutes;
} Leg;

struct _GwTravelModel
{
  gatomicrefcount refs;
  GwTravelSettings settings;
  /* Legs by (from, to, by), one table for each of OVERRIDE, IMPORTED, MEASURED. */
  GHashTable *known[N_KNOWN_SOURCES];
};

/* --- known legs ------------------------------------------------------------------------------- */

static guint
hash_leg (gconstpointer pointer)
{
  const Leg *leg = pointer;

  return gw_id_hash_ptr (&leg->from) * 31 + gw_id_hash_ptr (&leg->to) + (guint) (leg->by + 1) * 977;
}

static gboolean
equal_legs (gconstpointer a, gconstpointer b)
{
  const Leg *first = a, *second = b;

  return first->by == second->by && gw_id_equal (first->from, second->from) &&
         gw_id_equal (first->to, second->to);
}

static GHashTable *
get_table (const GwTravelModel *self, GwTravelSource source)
{
  g_assert (source >= GW_TRAVEL_SOURCE_OVERRIDE && source <= GW_TRAVEL_SOURCE_MEASURED);
  return self->known[source - GW_TRAVEL_SOURCE_OVERRIDE];
}

static const Leg *
find_leg (const GwTravelModel *self, GwTravelSource source, GwTravelBy by, GwId from, GwId to)
{
  GHashTable *table = get_table (self, source);
  Leg wanted = { from, to, by, 0 };
  const Leg *leg;

  if (g_hash_table_size (table) == 0)
    return NULL;
  leg = g_hash_table_lookup (table, &wanted);
  if (leg != NULL)
    return leg;
  wanted.by = GW_TRAVEL_BY_ANY;
  return g_hash_table_lookup (table, &wanted);
}

/* --- computed legs ---------------------------------------------------------------------------- */

gdouble
gw_travel_get_metres (const GwTravelStop *from, const GwTravelStop *to)
{
  gdouble half_lat, half_lon, lat_1, lat_2, a;

  if (!from->has_point || !to->has_point)
    return 0;
  lat_1 = from->latitude * 1e-6 * G_PI / 180;
  lat_2 = to->latitude * 1e-6 * G_PI / 180;
  half_lat = (lat_2 - lat_1) / 2;
  half_lon = ((gdouble) to->longitude - from->longitude) * 1e-6 * G_PI / 360;
  a = sin (half_lat) * sin (half_lat) + cos (lat_1) * cos (lat_2) * sin (half_lon) * sin (half_lon);
  return 2 * EARTH_RADIUS_M * asin (sqrt (CLAMP (a, 0.0, 1.0)));
}

static gboolean
is_same_building (const GwTravelStop *from, const GwTravelStop *to)
{
  if (from->building != NULL && from->building[0] != '\0' && to->building != NULL)
    {
      g_autofree char *a = g_utf8_casefold (from->building, -1);
      g_autofree char *b = g_utf8_casefold (to->building, -1);
      if (strcmp (a, b) == 0)
        return TRUE;
    }
  return from->has_point && to->has_point && from->latitude == to->latitude &&
         from->longitude == to->longitude;
}

static gint
get_parking (const GwTravelModel *self, GwTravelBy by, const GwTravelStop *to)
{
  if (by != GW_TRAVEL_BY_CAR)
    return 0;
  return to->parking >= 0 ? to->parking : self->settings.parking;
}

gint
gw_travel_model_get_overhead (const GwTravelModel *self, GwTravelBy by, const GwTravelStop *to)
{
  return self->settings.waiting[by] + get_parking (self, by, to);
}

static gint
compute_minutes (const GwTravelModel *self, GwTravelBy by, const GwTravelStop *from,
                 const GwTravelStop *to)
{
  const GwTravelSettings *settings = &self->settings;
  gdouble metres = gw_travel_get_metres (from, to) * settings->detour_percent / 100;
  gdouble riding = metres * 60 / MAX (settings->metres_an_hour[by], 1);
  gdouble minutes = riding + gw_travel_model_get_overhead (self, by, to);

  return (gint) CLAMP (floor (minutes + 0.5), 1.0, (gdouble) LONGEST_LEG);
}

/* --- public ----------------------------------------------------------------------------------- */

void
gw_travel_settings_init (GwTravelSettings *settings)
{
  *settings = (GwTravelSettings){
    .metres_an_hour = { [GW_TRAVEL_BY_CAR] = 20000,
                        [GW_TRAVEL_BY_BICYCLE] = 12000,
                        [GW_TRAVEL_BY_WALK] = 4800,
                        [GW_TRAVEL_BY_BUS] = 14000 },
    .waiting = { [GW_TRAVEL_BY_BUS] = 7 },
    .detour_percent = 130,
    .parking = 2,
    .building = 2,
    .unknown = 10,
  };
}

GwTravelModel *
gw_travel_model_new (const GwTravelSettings *settings)
{
  GwTravelModel *self = g_new0 (GwTravelModel, 1);

  g_atomic_ref_count_init (&self->refs);
  if (settings != NULL)
    self->settings = *settings;
  else
    gw_travel_settings_init (&self->settings);
  self->settings.building = CLAMP (self->settings.building, 1, 3);
  for (guint i = 0; i < N_KNOWN_SOURCES; i++)
    self->known[i] = g_hash_table_new_full (hash_leg, equal_legs, g_free, NULL);
  return self;
}

GwTravelModel *
gw_travel_model_ref (GwTravelModel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
gw_travel_model_unref (GwTravelModel *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < N_KNOWN_SOURCES; i++)
    g_hash_table_unref (self->known[i]);
  g_free (self);
}

GwTravelModel *
gw_travel_model_copy (const GwTravelModel *self)
{
  GwTravelModel *copy = gw_travel_model_new (&self->settings);

  for (guint i = 0; i < N_KNOWN_SOURCES; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->known[i]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (copy->known[i], g_memdup2 (key, sizeof (Leg)));
    }
  return copy;
}

void
gw_travel_model_add (GwTravelModel *self, GwTravelSource source, GwTravelBy by, GwId from, GwId to,
                     gint minutes)
{
  Leg leg = { from, to, by, 0 };

  g_return_if_fail (minutes >= 0);
  if (gw_id_equal (from, to))
    return;
  leg.minutes = CLAMP (minutes, 1, LONGEST_LEG);
  g_hash_table_add (get_table (self, source), g_memdup2 (&leg, sizeof leg));
}

gboolean
gw_travel_model_has (const GwTravelModel *self, GwTravelSource source, GwTravelBy by, GwId from,
                     GwId to)
{
  return find_leg (self, source, by, from, to) != NULL;
}

GwId
gw_travel_stop_get_point_key (const GwTravelStop *stop)
{
  GwId key = GW_ID_NONE;

  if (!stop->has_point)
    return key;
  memcpy (key.bytes, &stop->latitude, sizeof stop->latitude);
  memcpy (key.bytes + 4, &stop->longitude, sizeof stop->longitude);
  /* Not "none", wherever it is. */
  key.bytes[15] = 1;
  return key;
}

guint
gw_travel_model_get_n_known (const GwTravelModel *self, GwTravelSource source)
{
  return g_hash_table_size (get_table (self, source));
}

gint
gw_travel_model_get_minutes (const GwTravelModel *self, GwTravelBy by, const GwTravelStop *from,
                             const GwTravelStop *to, GwTravelSource *out_source)
{
  GwTravelSource ignored;
  GwTravelSource *source = out_source != NULL ? out_source : &ignored;

  g_return_val_if_fail (by >= 0 && by < GW_TRAVEL_BY_N, LONGEST_LEG);
  *source = GW_TRAVEL_SOURCE_SAME;
  if (gw_id_equal (from->key, to->key))
    return 0;
  for (*source = GW_TRAVEL_SOURCE_OVERRIDE; *source <= GW_TRAVEL_SOURCE_MEASURED; (*source)++)
    {
      gboolean by_point = *source == GW_TRAVEL_SOURCE_MEASURED;
      const Leg *leg = find_leg (self, *source, by,
                                 by_point ? gw_travel_stop_get_point_key (from) : from->key,
                                 by_point ? gw_travel_stop_get_point_key (to) : to->key);
      if (leg != NULL)
        return leg->minutes;
    }
  *source = GW_TRAVEL_SOURCE_BUILDING;
  if (is_same_building (from, to))
    return self->settings.building;
  *source = GW_TRAVEL_SOURCE_GUESSED;
  if (!from->has_point || !to->has_point)
    return MAX (self->settings.unknown, 1);
  *source = GW_TRAVEL_SOURCE_COMPUTED;
  return compute_minutes (self, by, from, to);
}
